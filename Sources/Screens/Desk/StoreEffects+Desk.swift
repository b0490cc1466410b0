import Model
import Wording

/// Carries out what the desk asks of the store.
extension StoreEffects {
  /// Carries out one effect; a refusal is an event as well.
  mutating func carryOut(_ effect: DeskEffect) -> Event? {
    do throws(DeskFailure) {
      return try attempt(effect).map { .desk($0) }
    } catch {
      switch error {
      case .refused(.taken(let id, let agent)) where effect.handle.flatMap(number) == id:
        guard let handle = effect.handle else { return nil }
        lostCalls.insert(handle)
        let who = name(agent) ?? "\(agent.rawValue)"
        return .desk(.lost(handle, id, to: who, note: effect.note))
      case .refused(let refusal): return .desk(.refused(refusal, by: refusal.holder.flatMap(name)))
      case .store(let failure):
        if case .begin(_, _, let handle) = effect {
          return .saveFailed(handle, key: failure.textKey, values: failure.textValues)
        }
        return .storeFailed(key: failure.textKey, values: failure.textValues)
      }
    }
  }

  private mutating func attempt(_ effect: DeskEffect) throws(DeskFailure) -> DeskEvent? {
    let (store, agent) = (store, agent)
    switch effect {
    case .begin(let draft, let caller, let handle):
      let entry = try store.begin(draft, caller, by: agent)
      try hold(entry.id, as: handle)
      calls.insert(handle)
      return .begun(handle, entry)
    case .open(let id, let act, let handle):
      let entry: DeskEntry
      let before = try self.before(id)
      if let act {
        entry = try store.perform(act, on: id, by: agent)
      } else {
        entry = try store.entry(id)
      }
      let found = try hold(id, as: handle)
      calls.insert(handle)
      return .opened(
        handle,
        found,
        entry,
        notes: try DeskFailure.asking { () throws(StoreFailure) in
          try store.notes(for: id)
        },
        before: before,
        after: act?.kind
      )
    case .read(let id):
      let entry = try store.entry(id)
      let holder = self.holder(of: entry)
      let notes = try DeskFailure.asking { () throws(StoreFailure) in try store.notes(for: id) }
      let writers = notes.compactMap(\.who).map { AgentID(rawValue: $0) }
      let names = called(writers + [entry.desk.handedFrom].compactMap(\.self))
      return try DeskFailure.asking { () throws(StoreFailure) in
        .read(
          DeskReading(
            found: try store.load(id),
            entry: entry,
            notes: notes,
            last: try store.outcomes(of: id).last,
            isRungBack: try store.callback(of: id) != nil,
            holder: holder,
            names: names
          )
        )
      }
    case .find(let code):
      let id = try DeskFailure.asking { () throws(StoreFailure) in try CaseID(code: code, in: store)
      }
      guard let id else { return .noSuchCode }
      let entry = try store.entry(id)
      return .found(entry, holder: holder(of: entry))
    case .drop(let id):
      try drop(id)
      return nil
    case .perform(let act, let handle):
      guard let id = number(of: handle) else { return nil }
      if act == .hold { try goOn(silent: id) }
      let entry = try store.perform(act, on: id, by: agent)
      try hold(id, as: handle)
      return .entry(handle, entry, DeskReceipt(act, entry, name: name))
    case .act(let act, let id):
      let entry = try store.perform(act, on: id, by: agent)
      return .acted(entry, DeskReceipt(act, entry, name: name))
    case .undo(let id):
      let entry = try store.undo(id, by: agent)
      return .acted(entry, DeskReceipt(undone: entry))
    case .describe(let caller, let handle):
      guard let id = number(of: handle) else { return nil }
      try checkOwner(of: id)
      return .entry(handle, try store.describe(caller, of: id), nil)
    case .note(let text, let handle):
      guard let id = number(of: handle) else { return nil }
      return .noted(handle, try store.note(text, on: id, by: agent))
    case .jot(let text, let id):
      _ = try store.note(text, on: id, by: agent)
      return .jotted(id)
    case .keepCallback(let callback, let handle):
      guard let id = number(of: handle) else { return nil }
      try checkOwner(of: id)
      try DeskFailure.asking { () throws(StoreFailure) in try store.keep(callback, of: id) }
      return nil
    case .readCallback(let handle):
      guard let id = number(of: handle) else { return nil }
      let found = try DeskFailure.asking { () throws(StoreFailure) in try store.callback(of: id) }
      return found.map { .callback(handle, $0) }
    case .similar(let likeness, let handle):
      return .similar(
        handle,
        try DeskFailure.asking { () throws(StoreFailure) in try store.similar(to: likeness) }
      )
    case .earlier(let number, let handle):
      let found = try DeskFailure.asking { () throws(StoreFailure) in
        try store.summaries(
          matching: number.number,
          statuses: CaseStatus.allCases,
          flows: nil,
          limit: Self.earlier + 1,
          offset: 0,
          answers: []
        )
      }
      let own = self.number(of: handle)
      return .earlier(handle, Array(found.filter { $0.id != own }.prefix(Self.earlier)))
    case .tally(let count):
      guard let day = today() else { return nil }
      let counts = try DeskFailure.asking { () throws(StoreFailure) in
        try store.counts(of: count, through: day)
      }
      return counts.map { .tallied($0) }
    case .readShapes:
      let found = try DeskFailure.asking { () throws(StoreFailure) in
        try store.shapes(limit: Self.shapes)
      }
      return .shapes(found.filter { $0.cases >= ShapeCount.fewest })
    case .countMet(let day):
      return .met(
        try DeskFailure.asking { () throws(StoreFailure) in try store.met(before: day) }
      )
    case .list(let query):
      queue = query
      try DeskFailure.asking { () throws(StoreFailure) in try store.forgetCallbacks() }
      let page = try page(query, isAsked: true)
      if let waiting = page.held(by: agent) { held = Set(waiting.map(\.id)) }
      return .queue(page)
    case .leaveQueue:
      queue = nil
      return nil
    }
  }

  /// What somebody else who has a case is called.
  private func holder(of entry: DeskEntry) -> String? {
    entry.holder(otherThan: agent).map { name($0) ?? "\($0.rawValue)" }
  }

  /// What the others among some are called.
  private func called(_ agents: [AgentID]) -> [AgentID: String] {
    let others = Set(agents).subtracting([agent])
    return Dictionary(uniqueKeysWithValues: others.map { ($0, name($0) ?? "\($0.rawValue)") })
  }

  /// Goes on with a call in which nothing was kept for hours, which reads as parked: whoever has it on the screen is in
  /// it still.
  private func goOn(silent id: CaseID) throws(DeskFailure) {
    let entry = try store.entry(id)
    guard entry.state == .parked, entry.desk.line == .live else { return }
    _ = try store.perform(.resume, on: id, by: agent)
  }

  private func before(_ id: CaseID) throws(DeskFailure) -> DeskBefore {
    let (store, entry) = (store, try store.entry(id))
    return try DeskFailure.asking { () throws(StoreFailure) in
      DeskBefore(try store.outcomes(of: id).last, promise: entry.desk.promise, state: entry.state)
    }
  }

  /// Deletes a call; where only a lead may do that, it is ended as one that was broken off.
  private func drop(_ id: CaseID) throws(DeskFailure) {
    do {
      try store.delete([id])
    } catch {
      let entry = try store.entry(id)
      let flow = Flow.named(entry.summary.flow) ?? .findFault
      let outcome = CallOutcome(edition: flow.edition, result: .brokenOff)
      let closing = Closing(outcome, Likeness(edition: flow.edition, message: nil))
      _ = try store.perform(.close(closing), on: id, by: agent)
    }
  }

  /// Whether somebody else has taken a call that is open here.
  func lost(_ handle: CaseHandle) -> Event? {
    guard calls.contains(handle), let id = number(of: handle) else { return nil }
    do throws(DeskFailure) {
      try checkOwner(of: id)
      return nil
    } catch {
      guard case .refused(.taken(_, let agent)) = error else { return nil }
      return .desk(.lost(handle, id, to: name(agent) ?? "\(agent.rawValue)", note: nil))
    }
  }

  /// The calls open here that somebody else has taken since the last look.
  mutating func newlyLost() -> [Event] {
    var found: [Event] = []
    for handle in calls.subtracting(lostCalls) {
      guard let event = lost(handle) else { continue }
      lostCalls.insert(handle)
      found.append(event)
    }
    return found
  }

  /// The callers on hold in cases that are not open here and that the agent has on hold no more.
  mutating func heldElsewhere() -> [Event] {
    let here = Set(open.values.map(\.saved.id))
    let moved = held.subtracting(here).compactMap { try? store.entry($0) }
      .filter { $0.state != .hold || $0.desk.owner != agent }
    held.subtract(moved.map(\.id))
    return moved.map { entry in
      .desk(.moved(entry.id, to: holder(of: entry)))
    }
  }

  /// - Throws: ``DeskRefusal/taken(_:by:)`` where somebody else has the case.
  private func checkOwner(of id: CaseID) throws(DeskFailure) {
    try store.checkOwner(of: id, is: agent)
  }

  /// The queue as it stands now, where somebody is looking at it.
  func queueNow() -> Event? {
    guard let queue, let page = try? page(queue, isAsked: false) else { return nil }
    return .desk(.queue(page))
  }

  /// The most earlier cases that are told of.
  private static let earlier = 3
  /// The most unknown messages that are told of.
  private static let shapes = 9

  private func page(_ query: DeskQuery, isAsked: Bool) throws(DeskFailure) -> QueuePage {
    let entries = try entries(query)
    let names = called(entries.compactMap(\.desk.owner))
    return try DeskFailure.asking { () throws(StoreFailure) in
      var counts: [DeskSection: Int] = [:]
      for section in DeskSection.allCases where section != .all {
        counts[section] = try store.queueCount(section, for: agent, upTo: Wording.countCap + 1)
      }
      return QueuePage(
        query,
        entries: entries,
        counts: counts,
        names: names,
        isAsked: isAsked
      )
    }
  }

  /// What stands in a part of the queue, or what words find of all searches for a fault.
  private func entries(_ query: DeskQuery) throws(DeskFailure) -> [DeskEntry] {
    let (store, agent) = (store, agent)
    return try DeskFailure.asking { () throws(StoreFailure) in
      guard query.words.isEmpty else {
        return try store.calls(
          matching: query.words,
          of: Flow.ids(sharingErrandWith: Flow.findFault.id),
          limit: query.limit,
          answers: Wording.queueFields
        )
      }
      return try store.queue(
        query.section,
        for: agent,
        limit: query.limit,
        offset: 0,
        answers: Wording.queueFields
      )
    }
  }

  /// Goes on with a case as the store holds it now.
  @discardableResult
  private mutating func hold(_ id: CaseID, as handle: CaseHandle) throws(DeskFailure) -> Case {
    let store = store
    let found = try DeskFailure.asking { () throws(StoreFailure) in try store.load(id) }
    open[handle] = OpenCase(saved: found)
    return found
  }

  private func number(of handle: CaseHandle) -> CaseID? { open[handle]?.saved.id }
}

extension DeskEffect {
  /// The open case that it writes to.
  fileprivate var handle: CaseHandle? {
    switch self {
    case .perform(_, let handle), .describe(_, let handle), .note(_, let handle),
      .keepCallback(_, let handle):
      handle
    default: nil
    }
  }

  fileprivate var note: String? {
    if case .note(let text, _) = self { text } else { nil }
  }
}

extension DeskRefusal {
  /// Who has the case.
  fileprivate var holder: AgentID? {
    if case .taken(_, let agent) = self { agent } else { nil }
  }
}
