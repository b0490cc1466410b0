/// What the screens and the commands ask of a store of cases.
///
/// A call that returns has taken effect, and a call that throws has changed nothing unless its
/// description says otherwise. Every text is redacted before it is kept, and again when it is read, since an
/// older version may have kept what is taken out today. A save on top of a revision
/// that is not the newest is a conflict and never overwrites.
package protocol CaseStore: Sendable {
  /// Gives a case its number and keeps it.
  ///
  /// - Returns: The case as it is kept: redacted, with its number.
  func create(_ draft: CaseDraft) throws(StoreFailure) -> Case

  /// Saves a case on top of the revision it was read at.
  ///
  /// - Returns: The case as it is now kept: redacted, with its new revision.
  /// - Throws: `StoreFailure.conflict` with the newest case when somebody saved it in between,
  ///   `.noSuchCase` when it is deleted.
  func save(_ edited: Case) throws(StoreFailure) -> Case

  /// The case of a number.
  ///
  /// - Throws: `StoreFailure.noSuchCase`.
  func load(_ id: CaseID) throws(StoreFailure) -> Case

  /// How many times a case has been saved, 1 for a new one; `nil` when there is no such case.
  func revision(of id: CaseID) throws(StoreFailure) -> Int?

  /// Deletes several cases or, when one of them does not exist, none.
  ///
  /// - Throws: `StoreFailure.noSuchCase`; `.tracesLeft` when the cases are deleted but traces of them
  ///   could not be wiped.
  func delete(_ ids: [CaseID]) throws(StoreFailure)

  /// The cases of a list, the one changed last first.
  ///
  /// - Parameters:
  ///   - matching: What is searched for, as `CaseSearch` reads it: words that must all be the beginning
  ///     of one in the case. `nil` or blank matches all.
  ///   - statuses: Only cases with one of these; order and repetition mean nothing.
  ///   - flows: Only cases of these flows; `nil` takes all.
  ///   - limit: The most cases to give; negative gives them all.
  ///   - offset: How many cases to pass over first.
  ///   - answers: The fields whose answers come along.
  func summaries(
    matching text: String?,
    statuses: [CaseStatus],
    flows: [FlowID]?,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [CaseSummary]

  /// How many cases `summaries` would give without a limit.
  ///
  /// - Parameter most: Where to stop counting; negative counts them all.
  func count(
    matching text: String?,
    statuses: [CaseStatus],
    flows: [FlowID]?,
    upTo most: Int
  ) throws(StoreFailure) -> Int

  /// The case of a flow changed last in which a field has an answer, except one case.
  func summary(
    of flow: FlowID,
    answering field: FieldID,
    with value: String,
    except own: CaseID?
  ) throws(StoreFailure) -> CaseSummary?

  /// The cases not closed whose day to ask again has come, the oldest day first.
  func due(
    on day: Day,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [CaseSummary]

  /// How many cases `due` would give without a limit.
  ///
  /// - Parameter most: Where to stop counting; negative counts them all.
  func dueCount(on day: Day, upTo most: Int) throws(StoreFailure) -> Int

  /// A setting of the user's, or `nil` when it was never set.
  func setting(_ key: String) throws(StoreFailure) -> String?

  /// Keeps a setting of the user's, such as the language chosen; `nil` forgets it.
  func setSetting(_ key: String, to value: String?) throws(StoreFailure)

  /// Deletes what has been kept for as long as it may be.
  ///
  /// The age of a case is counted from its last change. Cases of flows without a rule are kept.
  ///
  /// - Parameter dryRun: Only reports what would be deleted.
  /// - Throws: `StoreFailure.tracesLeft` when all is deleted but traces could not be wiped.
  func purge(_ retention: Retention, dryRun: Bool) throws(StoreFailure) -> PurgeReport
}
