import Wording
import Foundation
import Model
import Screens
import Store
import Synchronization

/// Carries out what the screens ask of the store, one thing after another and off the screen's thread.
final class StoreRunner: Outside {
  private let store: any KeptStore
  let work = EventQueue("store")
  private let register: RegisterAtHand
  /// What is done with the store; only touched on the queue.
  private let effects: Mutex<StoreEffects>
  /// When it was last looked what others have saved, and whether a look is coming.
  private let looked = Mutex<(last: DispatchTime, isComing: Bool)>(
    (.init(uptimeNanoseconds: 0), false)
  )

  /// - Parameter register: Where the register at hand is, if there is one.
  init(_ store: any KeptStore, register: StoreLocation) {
    self.store = store
    self.register = RegisterAtHand(register)
    let people = store.people
    effects = Mutex(
      StoreEffects(
        store,
        agent: people.own,
        today: { Timestamp.now().day },
        name: { people.name(of: $0) }
      )
    )
  }

  var hasRegister: Bool { register.isThere }

  func finish() {
    guard !work.finish(within: Self.patience) else { return }
    store.giveUp()
    work.finish()
    // The plain front end goes on after each effect, and what was slow once may not be the next time.
    store.waitAgain()
  }

  /// How long is waited, when the person leaves or goes on line by line, for a server that does not answer.
  private static let patience = DispatchTimeInterval.seconds(5)

  /// Begins to carry out an effect; those that are not the store's are left alone.
  func carryOut(_ effect: Effect) {
    switch effect {
    case .quit, .suspend, .redraw, .copy: break
    case .write(let name, let text): later { Self.write(name, text) }
    case .searchRegister(let query): later { self.register.find(query) }
    case .askRegister(let number): later { self.register.answer(number) }
    case .writeMail(let name, let mail): later { Self.write(name, mail.file(at: .now())) }
    default: later { self.effects.withLock { $0.carryOut(effect) } }
    }
  }

  /// Counts the cases and waits for it; `nil` when that failed, of which there is then an event.
  ///
  /// The first screen shows the numbers, and they are there sooner than a thread to count them on.
  func countAtOnce(_ portal: PortalEdition) -> HomeState? {
    work.queue.sync {
      let event = effects.withLock { $0.carryOut(.count) }
      if case .counted(let open, let due) = event { return HomeState(portal, open: open, due: due) }
      if let event { report(event) }
      return nil
    }
  }

  /// Reports when somebody else has saved an open case, for as long as the watch is kept.
  ///
  /// From now on somebody can be told of a store that falls silent, so it is waited for.
  func watch() -> AnyObject? {
    store.keepTrying { [work] failure in
      work.report(.storeFailed(key: failure.textKey, values: failure.textValues))
    }
    return store.watch(on: work.queue) { [weak self] in self?.lookSoon() }
  }

  /// Looks at once, or in a moment where it was done a moment ago: twenty others may save all the time.
  private func lookSoon() {
    let now = DispatchTime.now()
    let due: DispatchTime? = looked.withLock { looked in
      guard !looked.isComing else { return nil }
      let next = max(now, looked.last + Self.rest)
      looked = (next, true)
      return next
    }
    guard let due else { return }
    let look: @Sendable () -> Void = { [weak self] in
      guard let self else { return }
      looked.withLock { $0.isComing = false }
      for event in effects.withLock({ $0.lookAround() }) { report(event) }
    }
    // The watch calls on this queue.
    if due == now { look() } else { work.queue.asyncAfter(deadline: due, execute: look) }
  }

  /// The least time between two looks, so that there are no more than four a second.
  private static let rest = DispatchTimeInterval.milliseconds(250)

  private func later(_ chore: @escaping @Sendable () -> Event?) {
    work.queue.async {
      if let event = chore() { self.report(event) }
    }
  }

  private func report(_ event: Event) { work.report(told(event)) }

  /// An event in which the store is told by what names it, and not by the path that was given.
  private func told(_ event: Event) -> Event {
    func told(_ values: [String: String]) -> [String: String] {
      values.merging(values["path"].map { ["path": store.told($0)] } ?? [:]) { $1 }
    }
    return switch event {
    case .storeFailed(let key, let values): .storeFailed(key: key, values: told(values))
    case .saveFailed(let handle, let key, let values):
      .saveFailed(handle, key: key, values: told(values))
    default: event
    }
  }

  private static func write(_ name: String, _ text: String) -> Event {
    do throws(ExportFile.Failure) {
      return .written(path: try ExportFile.write(name: name, text: text))
    } catch {
      return .storeFailed(key: "records.unwritable", values: ["name": name])
    }
  }
}
