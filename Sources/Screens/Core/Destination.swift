package import Model

/// Where a screen leads; every front end goes to each of them.
package enum Destination: Equatable, Sendable {
  case home
  /// A flow from its start.
  case flow(FlowID)
  /// A task with what is known filled in.
  case task(CaseDraft)
  /// A case of the store, to go on with.
  case open(CaseID)
  /// The cases that fit a filter.
  case cases(CaseQuery.Filter)
  /// A list as it was left.
  case list(CasesScreen)
  /// A case to look at, as it is on a day.
  case record(Case, today: Day?, from: CasesScreen)
  /// The question whether to delete a case.
  case deletion(CaseID)
  /// The question whether to leave.
  case leaving
}
