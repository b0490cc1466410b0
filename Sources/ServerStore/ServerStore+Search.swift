#if PostgreSQL
import Model

extension ServerStore {
  /// The part of the cases that is few enough for those that have all words of a search to be found first.
  ///
  /// Else the server, which cannot know that two words never stand together, might read all cases in vain. Where more
  /// have them, the newest of those are soon met along the cases.
  private static let rare = 0.04

  /// A question of the cases that a search finds.
  func found(by text: String) throws(StoreFailure) -> ServerQuery {
    var query = ServerQuery()
    let terms = try CaseSearch(text, words).terms
    let words = terms.filter { if case .word = $0 { true } else { false } }
    let parts = try words.count > 1 ? parts(with: words) : []
    let isRare = !parts.isEmpty && parts.reduce(1, *) < Self.rare
    if isRare {
      // The fewest first, so that the least is held against the others.
      query.add(together: zip(words, parts).sorted { $0.1 < $1.1 }.map(\.0))
    }
    for term in terms where !(isRare && words.contains(term)) { query.add(term, codeKey) }
    return query
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
