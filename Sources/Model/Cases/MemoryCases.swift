/// What a store in memory holds.
package struct MemoryCases: Sendable {
  /// The cases, the one changed last at the end.
  private var cases: [Case] = []
  private var last: Int64 = 1_000
  /// When each line of the trail was written that is still kept.
  private var trail: [Timestamp] = []
  var settings: [String: String] = [:]

  package func find(_ id: CaseID) -> Case? { cases.first { $0.id == id } }

  /// Holds a case as it is, though no save would let it in: one that another version has left.
  package mutating func hold(_ found: Case) {
    cases.append(found)
    last = max(last, found.id.rawValue)
  }

  mutating func create(_ content: CaseDraft, at moment: Timestamp) throws(StoreFailure) -> Case {
    try Self.check(content)
    last += 1
    let id = CaseID(rawValue: last)
    let made = Case(id: id, revision: 1, created: moment, updated: moment, content: content)
    cases.append(made)
    trail.append(moment)
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
      content: content
    )
    cases.remove(at: index)
    cases.append(saved)
    trail.append(moment)
    return saved
  }

  mutating func delete(_ ids: [CaseID], at moment: Timestamp) throws(StoreFailure) {
    var left = cases
    for id in ids {
      guard let index = left.firstIndex(where: { $0.id == id }) else { throw .noSuchCase(id) }
      left.remove(at: index)
    }
    cases = left
    trail += ids.map { _ in moment }
  }

  /// The cases of a list, the one changed last first.
  func list(matching text: String?, statuses: [CaseStatus], flows: [FlowID]?) -> [Case] {
    let words = (text ?? "").lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    return cases.reversed().filter { found in
      guard statuses.contains(found.status), flows?.contains(found.flow) ?? true else {
        return false
      }
      let title = Array(found.title.lowercased().utf8)
      return words.allSatisfy { word in
        title.contains(Array(word.utf8)) || Int64(word) == found.id.rawValue
      }
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
        trail.append(moment)
      }
    }
    return PurgeReport(dryRun: dryRun, deleted: overdue, trailLines: lines)
  }

  private static func check(_ content: CaseDraft) throws(StoreFailure) {
    try check(content.flow.rawValue)
    if let step = content.step { try check(step.rawValue) }
    for stored in content.answers { try check(stored.field.rawValue) }
  }

  /// Refuses an id that is empty or longer than 100 characters.
  static func check(_ id: String) throws(StoreFailure) {
    guard (1...100).contains(id.unicodeScalars.count) else { throw .refused(path: "memory") }
  }
}
