import GRDB
import GRDBSQLite
import Model

/// The question to the database for a list of cases.
///
/// A list is read along its order and stops when the page is full, unless few cases have all the words that are
/// searched for: then these are read, and put in order.
struct CaseListing {
  private let conditions: [SearchCondition]
  /// One part for each status and flow, so that each is read from an index in its order and merged.
  private var parts: [Part]
  /// The cases that are read; `nil` reads the list along its order.
  private var few: [Int64]?
  /// What must still hold of the cases that are read.
  private var rest: [SearchCondition]

  /// Cases of some statuses and flows; `nil` is all.
  private struct Part {
    let statuses: [CaseStatus]?
    let flows: [FlowID]?
  }

  /// So many rows of a word are read before anything else is tried, and so many of several words together: reading them
  /// all takes less than to look along the list in vain.
  private static let (quick, quickTogether) = (4_000, 75_000)
  /// So many cases are looked at along a list before it is taken that what is searched for is rare, and so many passed
  /// by that are not among those found.
  private static let (looked, passed) = (1_000, 30_000)
  /// So many cases are read and put in order in the time of a frame, and so many where words of each are looked up.
  private static let (many, lookedUp) = (10_000, 3_000)

  init(_ conditions: [SearchCondition], statuses: [CaseStatus], flows: [FlowID]?) {
    self.conditions = conditions
    rest = conditions
    let all = CaseStatus.allCases.allSatisfy(statuses.contains)
    let stands = all ? [nil] : CaseStatus.allCases.filter(statuses.contains).map { [$0] }
    let kinds = flows.map { Set($0).sorted().map { [$0] } } ?? [nil]
    parts = stands.flatMap { status in kinds.map { Part(statuses: status, flows: $0) } }
  }

  /// The same, read in the way that is fastest for what the store holds.
  ///
  /// - Parameter wanted: How many cases are asked for; negative for all.
  func planned(for wanted: Int, in db: Database) throws -> CaseListing {
    guard !parts.isEmpty else { return self }
    var read: [FoundCases] = []
    var others: [SearchCondition] = []
    let asking = conditions.count(where: \.asksForWords)
    let most = asking > 1 ? Self.quickTogether / asking : Self.quick
    for condition in conditions {
      if condition.asksForWords, let found = try FoundCases(condition, upTo: most, in: db) {
        read.append(found)
      } else {
        others.append(condition)
      }
    }
    var common = FoundCases.common(to: read)
    let unread = others.filter(\.asksForWords)
    if !unread.isEmpty, common.map({ $0.count > Self.lookedUp }) ?? true {
      // A single word that many cases have is soon met along the list; several are tried there.
      guard asking > 1 else { return self }
      if wanted >= 0, let first = try first(wanted, of: common, holding: others, in: db) {
        return reading(first, holding: [])
      }
      common = FoundCases.common(to: read + (try unread.compactMap { try FoundCases($0, in: db) }))
      others.removeAll(where: \.asksForWords)
    }
    guard let common else { return self }
    // What many have after all is met along the list; of several words it is known where.
    if asking > 1, wanted >= 0, common.count > wanted,
      let first = try first(wanted, of: common, holding: others, in: db)
    {
      return reading(first, holding: [])
    }
    return common.count < Self.many ? reading(common.sorted, holding: others) : self
  }

  /// The same for cases that are found, each of which is read once, whichever part it is of.
  private func reading(_ few: [Int64], holding rest: [SearchCondition]) -> CaseListing {
    var plan = self
    (plan.few, plan.rest) = (few, rest)
    let statuses = Set(parts.compactMap(\.statuses).joined())
    let flows = Set(parts.compactMap(\.flows).joined())
    plan.parts = [
      Part(
        statuses: statuses.isEmpty ? nil : Array(statuses),
        flows: flows.isEmpty ? nil : Array(flows)
      )
    ]
    return plan
  }

  /// The first cases of the list that are found and hold some conditions; `nil` where there are not as many as are
  /// wanted among those that are looked at.
  ///
  /// - Parameter found: `nil` is all.
  private func first(
    _ wanted: Int,
    of found: FoundCases?,
    holding conditions: [SearchCondition],
    in db: Database
  ) throws -> [Int64]? {
    let along = select("id, lastEvent", where: { _ in ([], []) })
    let merged = along.parts.joined(separator: " UNION ALL ")
    let asked = conditions.map { $0.condition(on: "c.id") }
    let held = try db.cachedStatement(
      sql: (["SELECT 1 FROM caseFile AS c WHERE c.id = ?"] + asked.map(\.sql))
        .joined(separator: " AND ")
    )
    let values = asked.flatMap(\.values)
    var first: [Int64] = []
    var looked = 0
    // Passing ten by takes no longer than reading one.
    let passed = min(Self.passed, 10 * (found?.count ?? Self.looked / 10))
    try db.eachRow(
      of: "SELECT id FROM (\(merged) ORDER BY lastEvent DESC LIMIT ?)",
      along.values + [passed]
    ) { row in
      let number = sqlite3_column_int64(row, 0)
      guard found?.contains(number) ?? true else { return true }
      looked += 1
      let isHeld =
        try conditions.isEmpty
        || Bool.fetchOne(held, arguments: StatementArguments([number] + values)) == true
      if isHeld { first.append(number) }
      return first.count < wanted && looked < Self.looked
    }
    return first.count == wanted ? first : nil
  }

  /// The question without its order.
  func sql(_ columns: String) -> (sql: String, arguments: StatementArguments) {
    let query = select(columns) { _ in
      let asked = rest.map { $0.condition(on: "caseFile.id") }
      guard let few else { return (asked.map(\.sql), asked.flatMap(\.values)) }
      let numbers: any DatabaseValueConvertible =
        "[" + few.map(String.init).joined(separator: ",") + "]"
      return (
        ["id IN (SELECT value FROM json_each(?))"] + asked.map(\.sql),
        [numbers] + asked.flatMap(\.values)
      )
    }
    return (
      query.parts.isEmpty
        ? "SELECT \(columns) FROM caseFile WHERE 0" : query.parts.joined(separator: " UNION ALL "),
      StatementArguments(query.values)
    )
  }

  private func select(
    _ columns: String,
    where asked: (Part) -> ([String], [any DatabaseValueConvertible])
  ) -> (parts: [String], values: [any DatabaseValueConvertible]) {
    var values: [any DatabaseValueConvertible] = []
    let sql = parts.map { part in
      var (conditions, bound) = asked(part)
      for (column, words) in [
        ("flow", part.flows?.map(\.rawValue)), ("status", part.statuses?.map(\.rawValue)),
      ] {
        guard let words else { continue }
        let places = repeatElement("?", count: words.count).joined(separator: ", ")
        conditions.append("\(column) IN (\(places))")
        bound += words
      }
      values += bound
      return "SELECT \(columns) FROM caseFile \(index(of: part))"
        + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
    }
    return (sql, values)
  }

  /// Along what a part is read.
  private func index(of part: Part) -> String {
    guard few == nil else { return "NOT INDEXED" }
    return switch (part.statuses, part.flows) {
    case (nil, nil): "INDEXED BY caseFileOnLastEvent"
    case (nil, _): "INDEXED BY caseFileOnFlow"
    default: "INDEXED BY caseFileOnStatus"
    }
  }
}
