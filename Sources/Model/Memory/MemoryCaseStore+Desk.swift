import Synchronization

extension MemoryCaseStore: DeskStore {
  package func begin(
    _ draft: CaseDraft,
    _ caller: Caller,
    by agent: AgentID
  ) throws(DeskFailure) -> DeskEntry {
    let (content, caller) = (draft.storable(storable), caller.storable(storable))
    return try change { cases, moment throws(DeskFailure) in
      let made = try DeskFailure.asking { () throws(StoreFailure) in
        try cases.create(content, at: moment)
      }
      cases.desk[made.id] = MemoryDeskCase(
        desk: .answered(by: agent, at: moment, caller),
        stamp: cases.events
      )
      return made.id
    }
  }

  package func entry(_ id: CaseID) throws(DeskFailure) -> DeskEntry {
    try change { _, _ in id }
  }

  package func perform(
    _ act: DeskAct,
    on id: CaseID,
    by agent: AgentID
  ) throws(DeskFailure) -> DeskEntry {
    try change { cases, moment throws(DeskFailure) in
      try cases.perform(act, on: id, by: agent, at: moment)
      return id
    }
  }

  package func undo(_ id: CaseID, by agent: AgentID) throws(DeskFailure) -> DeskEntry {
    try change { cases, moment throws(DeskFailure) in
      try cases.undo(id, by: agent, at: moment)
      return id
    }
  }

  package func describe(_ caller: Caller, of id: CaseID) throws(DeskFailure) -> DeskEntry {
    let caller = caller.storable(storable)
    return try change { cases, moment throws(DeskFailure) in
      try DeskFailure.asking { () throws(StoreFailure) in try cases.touch(id, at: moment) }
      cases.desk[id, default: MemoryDeskCase(desk: DeskCase(), stamp: cases.events)]
        .desk.caller = caller
      return id
    }
  }

  package func queue(
    _ section: DeskSection,
    for agent: AgentID,
    limit: Int = -1,
    offset: Int = 0,
    answers fields: [FieldID] = []
  ) throws(StoreFailure) -> [DeskEntry] {
    let time = DeskTime(now())
    return try mutex.withLock { cases throws(StoreFailure) in
      var rows: [(entry: DeskEntry, stamp: Int64)] = []
      for (id, kept) in cases.desk {
        let entry = try cases.deskEntry(id, fields, words, at: time.now)
        if section.holds(entry, for: agent, at: time) { rows.append((entry, kept.stamp)) }
      }
      rows.sort { section.precedes($0, $1) }
      return Self.page(rows, limit, offset).map(\.entry)
    }
  }

  package func calls(
    matching text: String,
    of flows: [FlowID],
    limit: Int = -1,
    answers fields: [FieldID] = []
  ) throws(StoreFailure) -> [DeskEntry] {
    let moment = now()
    let found = Self.page(try list(text, CaseStatus.allCases, flows), limit, 0)
    return try mutex.withLock { cases throws(StoreFailure) in
      try found.map { one throws(StoreFailure) in
        try cases.deskEntry(one.id, fields, words, at: moment)
      }
    }
  }

  package func queueCount(_ section: DeskSection, for agent: AgentID, upTo most: Int = -1)
    throws(StoreFailure) -> Int
  {
    try queue(section, for: agent, limit: most).count
  }

  package func code(of id: CaseID) -> CaseCode { CaseCode(id, key: MemoryCases.key) }

  package func keep(_ callback: Callback?, of id: CaseID) throws(StoreFailure) {
    let moment = now()
    try mutex.withLock { cases throws(StoreFailure) in
      guard cases.find(id) != nil else { throw .noSuchCase(id) }
      cases.callbacks[id] = callback
      cases.forgetCallbacks(on: moment.day)
    }
  }

  package func callback(of id: CaseID) -> Callback? {
    forgetCallbacks()
    return mutex.withLock { $0.callbacks[id] }
  }

  package func forgetCallbacks() {
    let today = now().day
    mutex.withLock { $0.forgetCallbacks(on: today) }
  }

  package func addNote(
    _ text: String,
    to id: CaseID,
    by agent: AgentID?
  ) throws(StoreFailure) -> Note {
    let note = Note(text: storable(text), when: now(), who: agent?.rawValue)
    try mutex.withLock { cases throws(StoreFailure) in try cases.add(note, to: id) }
    return note
  }

  package func notes(for id: CaseID) -> [Note] { mutex.withLock { $0.notes[id] ?? [] } }

  package func outcomes(of id: CaseID) -> [CallOutcome] {
    mutex.withLock { $0.desk[id]?.ended.map(\.outcome) ?? [] }
  }

  package func tallies(from first: Week? = nil, through last: Week? = nil) -> [Tally] {
    let all = mutex.withLock { $0.tallies + $0.desk.values.compactMap(\.lastTally) }
    return all.filter { tally in
      first.map { $0 <= tally.key.week } ?? true && last.map { tally.key.week <= $0 } ?? true
    }.merged
  }

  package func followUps() -> [FollowUps] {
    let today = now().day
    return mutex.withLock { cases in
      cases.followUps + cases.desk.keys.compactMap { cases.waiting($0, on: today) }
    }.merged
  }

  package func similar(to likeness: Likeness) -> SimilarCases? {
    let calls = mutex.withLock { $0.desk.values.compactMap(\.ended.last) }.filter {
      $0.likeness.edition == likeness.edition && $0.likeness.message == likeness.message
    }
    return SimilarCases(calls.map { ($0.outcome.mainCause, 1, likeness.weight(of: $0.likeness)) })
  }

  package func flags() -> [FlagCount] {
    var counts: [[String?]: (outcome: CallOutcome, flag: DeskFlag, calls: Int)] = [:]
    for outcome in mutex.withLock({ $0.desk.values.compactMap(\.ended.last?.outcome) }) {
      guard let flag = outcome.flag else { continue }
      let key = [outcome.edition.rawValue, outcome.message, flag.rawValue]
      counts[key, default: (outcome, flag, 0)].calls += 1
    }
    return counts.values
      .map { FlagCount($0.outcome.edition, $0.outcome.message, $0.flag, calls: $0.calls) }
      .sorted(by: FlagCount.precedes)
  }

  package func shapes(limit: Int) -> [ShapeCount] {
    var counts: [MessageShape: Int] = [:]
    for found in contents.list(statuses: CaseStatus.allCases, flows: nil) {
      if let shape = found.content.unknownShape { counts[shape, default: 0] += 1 }
    }
    let found = counts.map { ShapeCount($0.key, cases: $0.value) }
      .sorted { ($1.cases, $0.shape.text) < ($0.cases, $1.shape.text) }
    return Array(Self.page(found, limit, 0))
  }

  /// Changes what is held, all of it or nothing.
  ///
  /// - Parameter body: Gives the case that it was about.
  private func change(
    _ body: (inout MemoryCases, Timestamp) throws(DeskFailure) -> CaseID
  ) throws(DeskFailure) -> DeskEntry {
    let moment = now()
    return try mutex.withLock { cases throws(DeskFailure) in
      var changed = cases
      let id = try body(&changed, moment)
      let entry = try DeskFailure.asking { () throws(StoreFailure) in
        try changed.deskEntry(id, [], words, at: moment)
      }
      cases = changed
      return entry
    }
  }
}
