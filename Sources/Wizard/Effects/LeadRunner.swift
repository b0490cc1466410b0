import Dispatch
import Model
import Screens
import Store
import Synchronization

/// Says to a class what whoever leads it says, and tells what the seats do; it has the folder of the class and no more.
final class LeadRunner: Outside {
  private let lead: HeldLead
  let work = EventQueue("class")
  private let watching = Mutex<StoreWatch?>(nil)
  /// Whether a look at the seats is coming.
  private let isComing = Mutex(false)

  init(_ lead: HeldLead) {
    self.lead = lead
    let directory = lead.folder.location.directory
    watching.withLock { watch in
      watch = StoreWatch(
        directory,
        orLookingAt: directory,
        on: work.queue,
        every: .milliseconds(400)
      ) { [weak self] in self?.lookSoon() }
    }
    // What was done before somebody looked.
    lookSoon()
  }

  func carryOut(_ effect: Effect) {
    guard case .classroom(let effect) = effect else { return }
    work.queue.async { [self] in
      switch effect {
      case .say(let room): trying { () throws(ClassFailure) in try lead.say(room) }
      case .look: look()
      case .join, .keep, .leave: break
      }
    }
  }

  /// Looks in a moment: many seats may save all the time.
  private func lookSoon() {
    let isFirst = isComing.withLock { isComing in
      defer { isComing = true }
      return !isComing
    }
    guard isFirst else { return }
    work.queue.asyncAfter(deadline: .now() + Self.rest) { [weak self] in
      self?.isComing.withLock { $0 = false }
      self?.look()
    }
  }

  private static let rest = DispatchTimeInterval.milliseconds(150)

  private func look() {
    trying { () throws(ClassFailure) in
      _ = try lead.folder.read(word: lead.room.word)
      work.report(.classroom(.seats(try lead.seats())))
    }
  }

  private func trying(_ body: () throws(ClassFailure) -> Void) {
    do throws(ClassFailure) {
      try body()
    } catch {
      let isOver = error == .noClass || error == .otherWord
      work.report(isOver ? .classroom(.ended) : .storeFailed(key: error.textKey, values: [:]))
    }
  }
}
