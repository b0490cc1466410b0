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
  /// The open cases that are stored; only touched on the queue.
  private let open = Mutex<[CaseHandle: OpenCase]>([:])
  private let happened = Mutex<[Event]>([])
  private let wake = Mutex<(@Sendable () -> Void)?>(nil)

  /// A case that the program goes on with.
  private struct OpenCase {
    /// The case as it was last saved or read here.
    var saved: Case
    /// The newest revision by somebody else that the person has been warned of; 0 is a case that is gone.
    var warned: Int?
  }

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
    case .save(let draft, let handle):
      later {
        try self.save(draft, handle)
      } failed: { failure in
        .saveFailed(handle, key: failure.key, values: failure.values)
      }
    case .open(let id, let handle): later { try self.open(id, as: handle) }
    case .release(let handle):
      later {
        self.open.withLock { $0[handle] = nil }
        return nil
      }
    case .count: later { try self.count() }
    // Nobody waits for this answer; a store that cannot be read says so at the save before it.
    case .lookUp(let id, let handle): later { try? self.lookUp(id, except: handle) }
    case .list(let query): later { try self.list(query) }
    case .show(let id): later { .shown(try self.store.load(id), today: Timestamp.now().day) }
    case .delete(let id):
      later {
        try self.store.delete(id)
        // The person is not warned of what they did themselves.
        self.open.withLock { open in
          for handle in open.keys where open[handle]?.saved.id == id { open[handle]?.warned = 0 }
        }
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

  /// Why something could not be done: the key of a text, and what it names.
  private typealias Failure = (key: String, values: [String: String])

  private func later(
    _ work: @escaping @Sendable () throws -> Event?,
    failed: @escaping @Sendable (Failure) -> Event = {
      .storeFailed(key: $0.key, values: $0.values)
    }
  ) {
    queue.async {
      if let event = self.attempt(work, failed: failed) { self.report(event) }
    }
  }

  /// What the work gives; a failure becomes an event.
  private func attempt<Value>(
    _ work: () throws -> Value?,
    failed: (Failure) -> Event = { .storeFailed(key: $0.key, values: $0.values) }
  ) -> Value? {
    do {
      return try work()
    } catch let failure as StoreFailure {
      report(failed((failure.textKey, failure.textValues)))
    } catch let failure as ExportFile.Failure {
      report(failed(("records.unwritable", ["path": failure.path])))
    } catch {
      report(failed(("store.unexpected", [:])))
    }
    return nil
  }

  private func report(_ event: Event) {
    happened.withLock { $0.append(event) }
    wake.withLock { $0 }?()
  }

  private func save(_ draft: CaseDraft, _ handle: CaseHandle) throws -> Event? {
    guard var mine = open.withLock({ $0[handle]?.saved }) else {
      return keep(try store.create(draft), as: handle) { .saved(handle, $0.id) }
    }
    mine.content = draft
    do {
      return keep(try store.save(mine), as: handle) { .saved(handle, $0.id) }
    } catch {
      if case .noSuchCase = error { return .deletedElsewhere(handle, mine.id, mine: draft) }
      guard case .conflict(let theirs) = error else { throw error }
      open.withLock { $0[handle]?.warned = theirs.revision }
      return .changedElsewhere(handle, theirs, mine: draft)
    }
  }

  private func open(_ id: CaseID, as handle: CaseHandle) throws -> Event? {
    keep(try store.load(id), as: handle) { .opened(handle, $0) }
  }

  private func keep(_ found: Case, as handle: CaseHandle, then event: (Case) -> Event) -> Event {
    open.withLock { $0[handle] = OpenCase(saved: found) }
    return event(found)
  }

  // MARK: - The others

  /// Tells when somebody else has saved an open case, for as long as the watch is kept.
  func watch() -> StoreWatch? {
    StoreWatch(store.location.directory, on: queue) { [weak self] in self?.lookAround() }
  }

  private func lookAround() {
    for (handle, mine) in open.withLock({ $0 }) {
      // A store that cannot be read is reported when the person saves.
      // No revision is 0, so 0 can mean a case that is gone.
      guard let newest = try? store.revision(of: mine.saved.id) ?? 0 else { continue }
      guard newest != mine.saved.revision, newest != mine.warned else { continue }
      open.withLock { $0[handle]?.warned = newest }
      report(newest == 0 ? .removed(handle, mine.saved.id) : .overtaken(handle, mine.saved.id))
    }
  }

  /// Tells of a datasystem that has an ID, other than an open case.
  private func lookUp(_ id: String, except handle: CaseHandle) throws(StoreFailure) -> Event? {
    try store.summary(
      of: Flow.registerSystem.id,
      answering: Flow.systemID,
      with: id,
      except: open.withLock { $0[handle]?.saved.id }
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
