package import Model
import Wording

/// Carries out what the screens ask of a store of cases: an effect in, an event out, at once.
///
/// It holds the open cases by their handles, each as it was last saved or read here.
package struct StoreEffects: Sendable {
  package static let languageSetting = "language"
  private static let unfinished: [CaseStatus] = [.open, .waiting]

  /// A case that the program goes on with.
  struct OpenCase {
    /// The case as it was last saved or read here.
    var saved: Case
    /// The newest revision by somebody else that the person has been warned of; 0 is a case that is gone.
    var warned: Int?
  }

  let store: any DeskStore
  /// Whoever works at the desk.
  let agent: AgentID
  /// What somebody at the desk is called, where the system knows.
  let name: @Sendable (AgentID) -> String?
  /// The part of the queue that is looked at.
  var queue: DeskQuery?
  let today: @Sendable () -> Day?
  var open: [CaseHandle: OpenCase] = [:]
  /// Those of them that are calls, which whoever has them writes to and nobody else.
  var calls: Set<CaseHandle> = []
  /// Those of them that are known to be somebody else's by now.
  var lostCalls: Set<CaseHandle> = []
  /// The agent's callers on hold as the queue told of them last, whether or not their cases are open here.
  var held: Set<CaseID> = []

  /// Begins with no case open.
  ///
  /// - Parameters:
  ///   - agent: The real user of the program.
  ///   - today: Gives the day that lists and ages are counted from.
  ///   - name: What another user is called.
  package init(
    _ store: any DeskStore,
    agent: AgentID = AgentID(rawValue: 0),
    today: @escaping @Sendable () -> Day?,
    name: @escaping @Sendable (AgentID) -> String? = { _ in nil }
  ) {
    self.store = store
    self.agent = agent
    self.name = name
    self.today = today
  }

  /// Carries out an effect; those that are not the store's are left alone.
  ///
  /// - Returns: What came of it; a failure is an event as well.
  package mutating func carryOut(_ effect: Effect) -> Event? {
    if case .desk(let asked) = effect { return carryOut(asked) }
    do throws(StoreFailure) {
      return try attempt(effect)
    } catch {
      switch effect {
      case .save(_, let handle):
        return .saveFailed(handle, key: error.textKey, values: error.textValues)
      // Nobody waits for this answer; a store that cannot be read says so at the save before it.
      case .lookUp: return nil
      default: return .storeFailed(key: error.textKey, values: error.textValues)
      }
    }
  }

  private mutating func attempt(_ effect: Effect) throws(StoreFailure) -> Event? {
    switch effect {
    case .save(let draft, let handle): return try save(draft, handle)
    case .open(let id, let handle):
      let found = try store.load(id)
      open[handle] = OpenCase(saved: found)
      return .opened(handle, found)
    case .release(let handle):
      open[handle] = nil
      calls.remove(handle)
      lostCalls.remove(handle)
      return nil
    case .count: return try count()
    case .lookUp(let id, let handle):
      return try store.summary(
        of: Flow.registerSystem.id,
        answering: Flow.systemID,
        with: id,
        except: open[handle]?.saved.id
      ).map { .known(systemID: id, $0) }
    case .list(let query): return .listed(try page(query))
    case .show(let id): return .shown(try store.load(id), today: today())
    case .delete(let id):
      try store.delete([id])
      // The person is not warned of what they did themselves.
      for handle in open.keys where open[handle]?.saved.id == id { open[handle]?.warned = 0 }
      return .deleted(id)
    case .rememberLanguage(let language):
      try store.setSetting(Self.languageSetting, to: language.rawValue)
      return nil
    case .write, .writeMail, .quit, .suspend, .redraw, .copy, .desk, .keepTraining, .classroom,
      .askRegister, .searchRegister:
      return nil
    }
  }

  /// Looks whether somebody else has saved, taken or deleted an open case since the last look.
  package mutating func lookAround() -> [Event] {
    let taken = newlyLost() + heldElsewhere()
    return [queueNow()].compactMap(\.self) + taken
      + open.keys.compactMap { handle in
        guard let mine = open[handle] else { return nil }
        // A store that cannot be read is reported when the person saves.
        // No revision is 0, so 0 can mean a case that is gone.
        guard let newest = try? store.revision(of: mine.saved.id) ?? 0 else { return nil }
        guard newest != mine.saved.revision, newest != mine.warned else { return nil }
        open[handle]?.warned = newest
        return newest == 0 ? .removed(handle, mine.saved.id) : .overtaken(handle, mine.saved.id)
      }
  }

  private mutating func save(_ draft: CaseDraft, _ handle: CaseHandle) throws(StoreFailure) -> Event
  {
    if let lost = lost(handle) {
      lostCalls.insert(handle)
      return lost
    }
    do throws(StoreFailure) {
      let kept: Case
      if var mine = open[handle]?.saved {
        mine.content = draft
        kept = try store.save(mine)
      } else {
        kept = try store.create(draft)
      }
      open[handle] = OpenCase(saved: kept)
      return .saved(handle, kept.id)
    } catch {
      switch error {
      case .noSuchCase(let id): return .deletedElsewhere(handle, id, mine: draft)
      case .conflict(let theirs):
        open[handle]?.warned = theirs.revision
        return .changedElsewhere(handle, theirs, mine: draft)
      default: throw error
      }
    }
  }

  private func count() throws(StoreFailure) -> Event {
    let most = Wording.countCap + 1
    let unfinished = try store.count(
      matching: nil,
      statuses: Self.unfinished,
      flows: nil,
      upTo: most
    )
    guard let today = today() else { return .counted(open: unfinished, due: 0) }
    return .counted(open: unfinished, due: try store.dueCount(on: today, upTo: most))
  }

  /// Reads one page, and one case more to know whether there is another.
  private func page(_ query: CaseQuery) throws(StoreFailure) -> CasePage {
    let today = today()
    let cases = try read(query, today)
    return CasePage(
      query: query,
      cases: Array(cases.prefix(query.limit)),
      hasMore: cases.count > query.limit,
      today: today
    )
  }

  private func read(_ query: CaseQuery, _ today: Day?) throws(StoreFailure) -> [CaseSummary] {
    var statuses = CaseStatus.allCases
    var flows: [FlowID]?
    switch query.filter {
    case .all: break
    case .unfinished: statuses = Self.unfinished
    case .errand(let id): flows = Flow.ids(sharingErrandWith: id)
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
      flows: flows,
      limit: query.limit + 1,
      offset: query.offset,
      answers: Flow.statusFields
    )
  }
}
