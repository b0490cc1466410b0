/// Which cases a list is to show, and which page of them.
package struct CaseQuery: Hashable, Sendable {
  /// What the list is narrowed to, beside the words.
  package enum Filter: Hashable, Sendable {
    /// What is open or waits for somebody else, of every flow.
    case unfinished
    case all
    /// The cases of an errand, however they stand: of a flow and of those for the same in the other portals.
    case errand(FlowID)
    /// The requests whose day for following up has come.
    case due
  }

  package var filter: Filter
  /// Beginnings of words that must all be in the case, and what else `CaseSearch` reads; empty takes all.
  package var words: String
  /// The most cases of a page; no more are read.
  package var limit: Int
  /// How many cases come before the page.
  package var offset: Int

  package init(_ filter: Filter, words: String = "", limit: Int = 50, offset: Int = 0) {
    self.filter = filter
    self.words = words
    self.limit = limit
    self.offset = offset
  }

  /// Whether another query asks for a page of the same list.
  package func isSameList(as other: CaseQuery) -> Bool {
    filter == other.filter && words == other.words
  }
}

/// One page of a list of cases.
package struct CasePage: Equatable, Sendable {
  package let query: CaseQuery
  package let cases: [CaseSummary]
  /// Whether there are cases after the page.
  package let hasMore: Bool
  /// The day it was read; ages are counted from it.
  package let today: Day?

  package init(query: CaseQuery, cases: [CaseSummary], hasMore: Bool, today: Day?) {
    self.query = query
    self.cases = cases
    self.hasMore = hasMore
    self.today = today
  }
}
