import Foundation
import Model
import Screens
import Store
import Synchronization

/// Carries out what the screens ask of the store, one thing after another and off the screen's thread.
final class StoreRunner: Sendable {
  static let languageSetting = "language"

  private let store: SQLiteStore
  private let queue = DispatchQueue(label: "store")
  /// The case at hand as it was last saved; only touched on the queue.
  private let current = Mutex<Case?>(nil)
  /// The revision of the case at hand that the person has been told of; only touched on the queue.
  private let told = Mutex<Int?>(nil)
  private let happened = Mutex<[Event]>([])
  private let wake = Mutex<(@Sendable () -> Void)?>(nil)

  init(_ store: SQLiteStore) { self.store = store }

  /// Calls this whenever something has happened that ``events()`` will give.
  func onEvent(_ wake: @escaping @Sendable () -> Void) { self.wake.withLock { $0 = wake } }

  /// What has happened since the last call, in order.
  func events() -> [Event] {
    happened.withLock { events in
      defer { events = [] }
      return events
    }
  }

  /// Begins to carry out an effect; those that are not the store's are left alone.
  func carryOut(_ effect: Effect) {
    switch effect {
    case .save(let draft): later { try self.save(draft) }
    case .closeCase:
      later {
        self.current.withLock { $0 = nil }
        self.told.withLock { $0 = nil }
        return nil
      }
    case .open(let id): later { try self.open(id) }
    case .count: later { try self.count() }
    // Nobody waits for this answer; a store that cannot be read says so at the save before it.
    case .lookUp(let id): later { try? self.lookUp(id) }
    case .list(let query): later { try self.list(query) }
    case .show(let id): later { .shown(try self.store.load(id), today: Timestamp.now().day) }
    case .delete(let id):
      later {
        // One's own deletion is nothing to be told of.
        self.current.withLock { if $0?.id == id { $0 = nil } }
        try self.store.delete(id)
        return .deleted(id)
      }
    case .write(let name, let text):
      later { .written(path: try ExportFile.write(name: name, text: text)) }
    case .rememberLanguage(let language):
      later {
        try self.store.setSetting(Self.languageSetting, to: language.rawValue)
        return nil
      }
    case .quit, .suspend, .redraw, .copy: break
    }
  }

  /// Waits until everything begun is on the disk.
  func finish() { queue.sync {} }

  /// Waits until everything begun is on the disk, but no longer than this.
  func finish(within limit: DispatchTimeInterval) {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    _ = done.wait(timeout: .now() + limit)
  }

  /// Counts the cases and waits for it; `nil` when that failed, of which there is then an event.
  ///
  /// The first screen shows the numbers, and they are there sooner than a thread to count them on.
  func countAtOnce() -> (open: Int, due: Int)? { queue.sync { attempt(counts) } }

  private func later(_ work: @escaping @Sendable () throws -> Event?) {
    queue.async {
      if let event = self.attempt(work) { self.report(event) }
    }
  }

  /// What the work gives; a failure becomes an event.
  private func attempt<Value>(_ work: () throws -> Value?) -> Value? {
    do {
      return try work()
    } catch let failure as StoreFailure {
      report(Self.event(of: failure))
    } catch let failure as ExportFile.Failure {
      report(.storeFailed(key: "records.unwritable", values: ["path": failure.path]))
    } catch {
      report(.storeFailed(key: "store.unexpected", values: [:]))
    }
    return nil
  }

  private func report(_ event: Event) {
    happened.withLock { $0.append(event) }
    wake.withLock { $0 }?()
  }

  private static func event(of failure: StoreFailure) -> Event {
    .storeFailed(key: failure.textKey, values: failure.textValues)
  }

  private func save(_ draft: CaseDraft) throws -> Event? {
    var saved: Case
    if let before = current.withLock({ $0 }) {
      saved = before
      saved.content = draft
      do {
        saved = try store.save(saved)
      } catch {
        if case .noSuchCase = error { return .deletedElsewhere(saved.id, mine: draft) }
        guard case .conflict(let theirs) = error else { throw error }
        told.withLock { $0 = theirs.revision }
        return .changedElsewhere(theirs, mine: draft)
      }
    } else {
      saved = try store.create(draft)
    }
    let kept = saved
    current.withLock { $0 = kept }
    told.withLock { $0 = nil }
    return .saved(kept.id)
  }

  private func open(_ id: CaseID) throws -> Event? {
    let found = try store.load(id)
    current.withLock { $0 = found }
    told.withLock { $0 = nil }
    return .opened(found)
  }

  // MARK: - The others

  /// Tells when somebody else has saved the case at hand, for as long as the watch is kept.
  func watch() -> StoreWatch? {
    StoreWatch(store.location.directory, on: queue) { [weak self] in self?.lookAround() }
  }

  private func lookAround() {
    guard let mine = current.withLock({ $0 }) else { return }
    // A store that cannot be read is told of when the person saves.
    // No revision is 0, so that it can stand for a case that is gone.
    guard let newest = try? store.revision(of: mine.id) ?? 0 else { return }
    guard newest != mine.revision, newest != told.withLock({ $0 }) else { return }
    told.withLock { $0 = newest }
    report(newest == 0 ? .removed(mine.id) : .overtaken(mine.id))
  }

  /// Tells of another datasystem than the one at hand that has an ID.
  private func lookUp(_ id: String) throws(StoreFailure) -> Event? {
    try store.summary(
      of: Flow.registerSystem.id,
      answering: Flow.systemID,
      with: id,
      except: current.withLock { $0?.id }
    ).map { .known(systemID: id, $0) }
  }

  private static let unfinished: [CaseStatus] = [.open, .waiting]

  private func count() throws -> Event? {
    let (open, due) = try counts()
    return .counted(open: open, due: due)
  }

  private func counts() throws -> (open: Int, due: Int) {
    let most = Wording.mostTold + 1
    return (
      open: try store.count(statuses: Self.unfinished, upTo: most),
      due: try Timestamp.now().day.map { try store.dueCount(on: $0, upTo: most) } ?? 0
    )
  }

  /// Reads one page, and one case more to know whether there is another.
  private func list(_ query: CaseQuery) throws -> Event? {
    let today = Timestamp.now().day
    let cases = try read(query, today)
    return .listed(
      CasePage(
        query: query,
        cases: Array(cases.prefix(query.limit)),
        hasMore: cases.count > query.limit,
        today: today
      )
    )
  }

  private func read(_ query: CaseQuery, _ today: Day?) throws -> [CaseSummary] {
    var statuses = CaseStatus.allCases
    var flow: String?
    switch query.filter {
    case .all: break
    case .unfinished: statuses = Self.unfinished
    case .flow(let id): flow = id
    case .due:
      guard let today else { return [] }
      return try store.due(
        on: today,
        limit: query.limit + 1,
        offset: query.offset,
        answers: Flow.statusFields
      )
    }
    return try store.summaries(
      matching: query.words.isEmpty ? nil : query.words,
      statuses: statuses,
      flow: flow,
      limit: query.limit + 1,
      offset: query.offset,
      answers: Flow.statusFields
    )
  }
}
