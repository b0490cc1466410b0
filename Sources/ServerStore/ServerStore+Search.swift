#if PostgreSQL
import Model

extension ServerStore {
  /// The part of the cases that is few enough for those that have all words of a search to be found first.
  ///
  /// Where more have them, the newest of those are soon met along the cases.
  private static let rare = 0.04

  /// Among so many of the newest cases enough must have all words, for the rest to be met along the cases.
  private static let (newest, enough) = (1_000, 20)

  /// A question of the cases that a search finds.
  func found(by text: String) throws(StoreFailure) -> ServerQuery {
    var query = ServerQuery()
    let terms = try CaseSearch(text, words).terms
    let words = terms.filter { if case .word = $0 { true } else { false } }
    let parts = try words.count > 1 ? parts(with: words) : []
    var areFew = parts.reduce(1, *) < Self.rare
    if !parts.isEmpty, !areFew { areFew = try !standTogether(words) }
    if areFew {
      // The fewest first, so that the least is held against the others.
      query.add(together: zip(words, parts).sorted { $0.1 < $1.1 }.map(\.0))
    }
    for term in terms where !(areFew && words.contains(term)) { query.add(term, codeKey) }
    return query
  }

  /// Whether words that many cases have stand together in some of the newest.
  ///
  /// The server cannot know of two that never do, and would read all cases in vain.
  private func standTogether(_ words: [CaseSearch.Term]) throws(StoreFailure) -> Bool {
    var query = ServerQuery()
    for word in words { query.add(word, codeKey) }
    let cases =
      "(SELECT id FROM veiviser.case_file ORDER BY last_event DESC LIMIT \(Self.newest)) AS c"
    return try count(cases, query, Self.enough) == Self.enough
  }

  private struct Explained: Decodable {
    struct Plan: Decodable {
      let rows: Double
      let plans: [Plan]?
      enum CodingKeys: String, CodingKey {
        case rows = "Plan Rows"
        case plans = "Plans"
      }
    }
    let plan: Plan
    enum CodingKeys: String, CodingKey { case plan = "Plan" }
  }

  /// How large a part of the cases has each of some words, as the server guesses by what it last counted; none
  /// where it does not tell.
  private func parts(with words: [CaseSearch.Term]) throws(StoreFailure) -> [Double] {
    var query = ServerQuery()
    let asked = words.compactMap { query.word($0) } + ["SELECT id FROM veiviser.case_file"]
    let rows = try ask(
      "EXPLAIN (FORMAT JSON) \(asked.joined(separator: " UNION ALL "))",
      query.values
    )
    guard let plans = try? (rows.first?.json(0) as [Explained]?)?.first?.plan.plans,
      plans.count == words.count + 1, let all = plans.last
    else { return [] }
    return plans.dropLast().map { min(1, $0.rows / max(1, all.rows)) }
  }
}
#endif
