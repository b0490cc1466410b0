/// What a store in memory holds.
package struct MemoryCases: Sendable {
  /// The cases, the one changed last at the end.
  private var cases: [Case] = []
  private var last: Int64 = 1_000
  /// When each line of the trail was written that is still kept.
  private var trail: [Timestamp] = []
  /// How many lines there ever were.
  private(set) var events: Int64 = 0
  /// What the desk keeps of the cases that have been there.
  var desk: [CaseID: MemoryDeskCase] = [:]
  /// The numbers to ring back on.
  var callbacks: [CaseID: Callback] = [:]
  /// The calls of cases that are deleted.
  var tallies: [Tally] = []
  /// The cases that were taken up on the day they waited for, or later, or are deleted.
  var followUps: [FollowUps] = []
  private(set) var notes: [CaseID: [Note]] = [:]
  /// The last line of the trail about each case.
  private var touched: [CaseID: Int64] = [:]
  var settings: [String: String] = [:]

  /// Writes lines in the trail.
  private mutating func write(_ lines: Int = 1, at moment: Timestamp) {
    trail += [Timestamp](repeating: moment, count: lines)
    events += Int64(lines)
  }

  /// Whether nothing was done with a case after a line of the trail.
  func isUntouched(_ id: CaseID, since event: Int64) -> Bool { touched[id] == event }

  package func find(_ id: CaseID) -> Case? { cases.first { $0.id == id } }

  /// Holds a case as it is, though no save would let it in: one that another version has left.
  package mutating func hold(_ found: Case) {
    cases.append(found)
    last = max(last, found.id.rawValue)
  }

  mutating func create(_ content: CaseDraft, at moment: Timestamp) throws(StoreFailure) -> Case {
    try Self.check(content)
    let content = content.following(CaseDraft(flow: content.flow), on: moment.day)
    last += 1
    let id = CaseID(rawValue: last)
    let made = Case(id: id, revision: 1, created: moment, updated: moment, content: content)
    cases.append(made)
    write(at: moment)
    touched[id] = events
    return made
  }

  mutating func save(
    _ content: CaseDraft,
    on read: Case,
    at moment: Timestamp
  ) throws(StoreFailure) -> Case {
    guard let index = cases.firstIndex(where: { $0.id == read.id }) else {
      throw .noSuchCase(read.id)
    }
    let before = cases[index]
    guard before.revision == read.revision else { throw .conflict(current: before) }
    try Self.check(content)
    let saved = Case(
      id: before.id,
      revision: before.revision + 1,
      created: before.created,
      updated: moment,
      content: content.following(before.content, on: moment.day)
    )
    cases.remove(at: index)
    cases.append(saved)
    write(at: moment)
    touched[saved.id] = events
    return saved
  }

  /// Does something with a case beside its answers, with a line in the trail.
  ///
  /// - Parameter change: Gives the case its new content; unless that changes, it is no save.
  mutating func touch(
    _ id: CaseID,
    at moment: Timestamp,
    _ change: (inout CaseDraft) -> Void = { _ in }
  ) throws(StoreFailure) {
    guard let index = cases.firstIndex(where: { $0.id == id }) else { throw .noSuchCase(id) }
    let before = cases.remove(at: index)
    var content = before.content
    change(&content)
    cases.append(
      Case(
        id: id,
        revision: before.revision + (content == before.content ? 0 : 1),
        created: before.created,
        updated: moment,
        content: content
      )
    )
    write(at: moment)
    touched[id] = events
  }

  mutating func add(_ note: Note, to id: CaseID) throws(StoreFailure) {
    try touch(id, at: note.when)
    notes[id, default: []].append(note)
  }

  mutating func delete(_ ids: [CaseID], at moment: Timestamp) throws(StoreFailure) {
    var left = cases
    for id in ids {
      guard let index = left.firstIndex(where: { $0.id == id }) else { throw .noSuchCase(id) }
      left.remove(at: index)
    }
    let never = ids.compactMap { waiting($0, on: moment.day) }
    followUps = (followUps + never).merged
    cases = left
    for id in ids {
      tallies = (tallies + (desk[id]?.lastTally.map { [$0] } ?? [])).merged
      (desk[id], notes[id]) = (nil, nil)
    }
    write(ids.count, at: moment)
  }

  /// The cases of a list, the one changed last first.
  func list(statuses: [CaseStatus], flows: [FlowID]?) -> [Case] {
    cases.reversed().filter { found in
      statuses.contains(found.status) && flows?.contains(found.flow) ?? true
    }
  }

  /// The cases to ask about again, the oldest day first.
  func due(on day: Day) -> [Case] {
    cases.filter { found in found.status != .closed && found.due.map { $0 <= day } == true }
      .sorted { ($0.due?.text ?? "", $0.id) < ($1.due?.text ?? "", $1.id) }
  }

  mutating func purge(
    _ retention: Retention,
    dryRun: Bool,
    at moment: Timestamp
  ) throws(StoreFailure) -> PurgeReport {
    var overdue: [FlowID: [Int64]] = [:]
    for rule in retention.cases {
      let ids = cases.filter { found in
        let days = found.status == .closed ? rule.finished : rule.unfinished
        return found.flow == rule.flow
          && days.map { found.updated.rawValue < moment.before(days: $0).rawValue } == true
      }
      if !ids.isEmpty { overdue[rule.flow] = ids.map(\.id.rawValue).sorted() }
    }
    let oldest = moment.before(days: retention.trail).rawValue
    let lines = trail.prefix { $0.rawValue < oldest }.count
    if !dryRun {
      try delete(overdue.values.flatMap(\.self).map(CaseID.init(rawValue:)), at: moment)
      if lines > 0 {
        trail.removeFirst(lines)
        write(at: moment)
      }
    }
    return PurgeReport(dryRun: dryRun, deleted: overdue, trailLines: lines)
  }

  private static func check(_ content: CaseDraft) throws(StoreFailure) {
    try check(content.flow.rawValue)
    if let step = content.step { try check(step.rawValue) }
    for stored in content.answers + content.rounds.flatMap(\.answers) {
      try check(stored.field.rawValue)
    }
  }

  /// Refuses an id that is empty or longer than 100 characters.
  static func check(_ id: String) throws(StoreFailure) {
    guard (1...100).contains(id.unicodeScalars.count) else { throw .refused(path: "memory") }
  }
}
