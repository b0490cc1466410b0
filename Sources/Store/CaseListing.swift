import GRDB
import Model

/// The question to the database for a list of cases.
///
/// A list is read along its order and stops when the page is full, unless few cases hold a word that is
/// searched for, or all of several: then these are read, and put in order.
struct CaseListing {
  private let conditions: [SearchCondition]
  /// One part for each status and flow, so that each is read from an index in its order and merged.
  private let parts: [(status: CaseStatus?, flow: FlowID?)]
  /// The condition by whose words the cases are found; `nil` reads the list along its order.
  private var driver: Int?
  /// The cases that have all the words, where they were found beforehand.
  private var common: [Int64]?

  /// So many cases with a word are read and put in order in the time of a frame.
  private static let few = 3_000
  /// So many cases are looked at along a list before it is taken that what is searched for is rare.
  private static let looked = 1_000
  /// So many cases with all words, which are known by their numbers, are read and put in order in that time.
  private static let many = 10_000

  init(_ conditions: [SearchCondition], statuses: [CaseStatus], flows: [FlowID]?) {
    self.conditions = conditions
    let all = CaseStatus.allCases.allSatisfy(statuses.contains)
    let stands: [CaseStatus?] = all ? [nil] : CaseStatus.allCases.filter(statuses.contains)
    let kinds: [FlowID?] = flows.map { Set($0).sorted().map(Optional.some) } ?? [nil]
    parts = stands.flatMap { status in kinds.map { (status, $0) } }
  }

  /// The same, read in the way that is fastest for what the store holds.
  ///
  /// - Parameter wanted: How many cases are asked for; negative for all.
  func planned(for wanted: Int, in db: Database) throws -> CaseListing {
    guard !parts.isEmpty else { return self }
    var plan = self
    var smallest = Int.max
    var asking = 0
    for (place, condition) in conditions.enumerated() where condition.asksForWords {
      asking += 1
      let numbers = condition.numbers()
      let count = try Int.fetchOne(
        db.cachedStatement(
          sql: "SELECT count(*) FROM (SELECT 1 FROM (\(numbers.sql)) LIMIT \(Self.few))"
        ),
        arguments: StatementArguments(numbers.values)
      )
      if let count, count < smallest { (smallest, plan.driver) = (count, place) }
    }
    guard smallest >= Self.few, wanted >= 0 else { return plan }
    plan.driver = nil
    // A single word that many cases hold is soon met along the list; of several it is tried.
    guard asking > 1, try !isSoonFull(wanted, in: db) else { return plan }
    // What many have after all is met along the list.
    if let common = try common(in: db), common.count < Self.many { plan.common = common.sorted }
    return plan
  }

  /// The cases that have all the words.
  ///
  /// One word after the other is read along its index: each case of one word could as well be looked up among the words
  /// of the case, but that is another page of the store each time.
  private func common(in db: Database) throws -> FoundCases? {
    var common: FoundCases?
    for condition in conditions where condition.asksForWords {
      let numbers = condition.numbers()
      let found = try FoundCases(db.cachedStatement(sql: numbers.sql), numbers.values, in: db)
      if common == nil { common = found } else { common?.formIntersection(found) }
    }
    return common
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
      if let common {
        let own = conditions.filter { !$0.asksForWords }.map { $0.condition(on: "caseFile.id") }
        let numbers: any DatabaseValueConvertible =
          "[" + common.map(String.init).joined(separator: ",") + "]"
        return (
          ["id IN (SELECT value FROM json_each(?))"] + own.map(\.sql),
          [numbers] + own.flatMap(\.values)
        )
      }
      guard let driver else {
        let asked = conditions.map { $0.condition(on: "caseFile.id") }
        return (asked.map(\.sql), asked.flatMap(\.values))
      }
      let others = conditions.indices.filter { $0 != driver }.map { conditions[$0] }
      let numbers = conditions[driver].numbers(where: others.filter(\.asksForWords))
      let own = others.filter { !$0.asksForWords }.map { $0.condition(on: "caseFile.id") }
      return (["id IN (\(numbers.sql))"] + own.map(\.sql), numbers.values + own.flatMap(\.values))
    }
    return (
      query.parts.isEmpty
        ? "SELECT \(columns) FROM caseFile WHERE 0" : query.parts.joined(separator: " UNION ALL "),
      StatementArguments(query.values)
    )
  }

  private func select(
    _ columns: String,
    where asked: ((status: CaseStatus?, flow: FlowID?)) -> (
      [String], [any DatabaseValueConvertible]
    )
  ) -> (parts: [String], values: [any DatabaseValueConvertible]) {
    var values: [any DatabaseValueConvertible] = []
    let sql = parts.map { part in
      var (conditions, bound) = asked(part)
      if let flow = part.flow {
        conditions.append("flow = ?")
        bound.append(flow)
      }
      if let status = part.status {
        conditions.append("status = ?")
        bound.append(status.rawValue)
      }
      values += bound
      return "SELECT \(columns) FROM caseFile \(index(of: part))"
        + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
    }
    return (sql, values)
  }

  /// Along what a part is read.
  private func index(of part: (status: CaseStatus?, flow: FlowID?)) -> String {
    guard driver == nil, common == nil else { return "NOT INDEXED" }
    return switch (part.status, part.flow) {
    case (nil, nil): "INDEXED BY caseFileOnLastEvent"
    case (nil, _): "INDEXED BY caseFileOnFlow"
    default: "INDEXED BY caseFileOnStatus"
    }
  }
}
