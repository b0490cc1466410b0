import GRDB
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
  private static let (quick, quickTogether) = (4_000, 50_000)
  /// So many cases are looked at along a list before it is taken that what is searched for is rare.
  private static let looked = 1_000
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
      guard asking > 1, try wanted < 0 || !isSoonFull(wanted, in: db)
      else { return self }
      common = FoundCases.common(to: read + (try unread.compactMap { try FoundCases($0, in: db) }))
      others.removeAll(where: \.asksForWords)
    }
    // What many have after all is met along the list.
    guard let common, common.count < Self.many else { return self }
    var plan = self
    (plan.few, plan.rest) = (common.sorted, others)
    // They are read once, whichever they are.
    let (statuses, flows) = (
      parts.compactMap(\.statuses).joined(), parts.compactMap(\.flows).joined()
    )
    plan.parts = [
      Part(
        statuses: statuses.isEmpty ? nil : Array(Set(statuses)),
        flows: flows.isEmpty ? nil : Array(Set(flows))
      )
    ]
    return plan
  }

  /// Whether the first cases of the list hold as many as are wanted.
  private func isSoonFull(_ wanted: Int, in db: Database) throws -> Bool {
    let first = select("id, lastEvent, updated", where: { _ in ([], []) })
    let limited = first.parts.map {
      "SELECT * FROM (\($0) ORDER BY lastEvent DESC LIMIT \(Self.looked))"
    }.joined(separator: " UNION ALL ")
    let asked = conditions.map { $0.condition(on: "c.id") }
    let sql =
      "SELECT count(*) FROM (SELECT 1 FROM (\(limited)) AS c WHERE "
      + asked.map(\.sql).joined(separator: " AND ") + " LIMIT ?)"
    let values: [any DatabaseValueConvertible] = first.values + asked.flatMap(\.values)
    let found = try Int.fetchOne(
      db.cachedStatement(sql: sql),
      arguments: StatementArguments(values + [wanted])
    )
    return (found ?? 0) >= wanted
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
