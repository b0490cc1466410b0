/// Why something was not done at the desk.
package enum DeskFailure: Error, Equatable, Sendable {
  case store(StoreFailure)
  case refused(DeskRefusal)

  /// Asks a store something, and tells a failure of it as one of the desk.
  package static func asking<Value>(_ body: () throws(StoreFailure) -> Value) throws(DeskFailure)
    -> Value
  {
    do {
      return try body()
    } catch {
      throw .store(error)
    }
  }
}

/// What the desk asks of a store beside what any case needs.
///
/// The agent is always the real user of the program; tests and exercises name others. An act either takes
/// effect whole, with its line in the trail, or changes nothing. The rules stand in ``DeskCase``, and every
/// store keeps what these give.
package protocol DeskStore: CaseStore {
  /// Keeps a new call, which the agent has from the first.
  func begin(_ draft: CaseDraft, _ caller: Caller, by agent: AgentID) throws(DeskFailure)
    -> DeskEntry

  /// A case at the desk; one that has never been there is as one that nobody has.
  func entry(_ id: CaseID) throws(DeskFailure) -> DeskEntry

  /// Does something with a case, if its state and its owner allow it as they are now.
  ///
  /// An act that changes the status counts as a save, so that ``DeskEntry/revision`` goes up. Taking up a
  /// case again begins a round; what was answered stays, and the one before is kept as it was.
  func perform(_ act: DeskAct, on id: CaseID, by agent: AgentID) throws(DeskFailure) -> DeskEntry

  /// Undoes what the agent did last with a case, while nobody has touched it since: taking it, parking it,
  /// handing it over, letting go of it or ending the call.
  func undo(_ id: CaseID, by agent: AgentID) throws(DeskFailure) -> DeskEntry

  /// Keeps what is known of the caller.
  func describe(_ caller: Caller, of id: CaseID) throws(DeskFailure) -> DeskEntry

  /// A part of the queue; what nobody has longest waiting first, days in their order, all else as it was
  /// last taken, handed or ended.
  ///
  /// - Parameters:
  ///   - limit: The most cases to give; negative gives them all.
  ///   - fields: The fields whose answers come along.
  func queue(
    _ section: DeskSection,
    for agent: AgentID,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [DeskEntry]

  /// The cases of some flows that words find, whoever has them and however they stand; what was touched last
  /// first.
  ///
  /// - Parameters:
  ///   - text: What `CaseSearch` reads.
  ///   - limit: The most cases to give; negative gives them all.
  ///   - fields: The fields whose answers come along.
  func calls(matching text: String, of flows: [FlowID], limit: Int, answers fields: [FieldID])
    throws(StoreFailure) -> [DeskEntry]

  /// How many cases a part of the queue has.
  ///
  /// - Parameter most: Where to stop counting; negative counts them all.
  func queueCount(_ section: DeskSection, for agent: AgentID, upTo most: Int) throws(StoreFailure)
    -> Int

  /// The code of a case that a caller is given; every number has one.
  func code(of id: CaseID) throws(StoreFailure) -> CaseCode

  /// Keeps a number to ring the caller of a case back on; `nil` forgets the one there is.
  ///
  /// It is gone when the case is closed and when its last day is over, and is in no copy of the store.
  func keep(_ callback: Callback?, of id: CaseID) throws(StoreFailure)

  /// The number to ring the caller of a case back on; `nil` where none is kept any more.
  func callback(of id: CaseID) throws(StoreFailure) -> Callback?

  /// Forgets the numbers whose days are over, where there are any.
  func forgetCallbacks() throws(StoreFailure)

  /// Adds a note in the agent's name.
  func addNote(_ text: String, to id: CaseID, by agent: AgentID?) throws(StoreFailure) -> Note

  /// The notes on a case in the order they were written.
  func notes(for id: CaseID) throws(StoreFailure) -> [Note]

  /// What the calls about a case came to, the first first.
  func outcomes(of id: CaseID) throws(StoreFailure) -> [CallOutcome]

  /// What all calls came to, also those whose cases are long gone, by what is counted apart.
  ///
  /// A case that was taken up again counts once, by its last call.
  func tallies(from first: Week?, through last: Week?) throws(StoreFailure) -> [Tally]

  /// How many cases were to be looked at again on each day, and how many of them were; a day counts a case once it
  /// is taken up or the day is over.
  func followUps() throws(StoreFailure) -> [FollowUps]

  /// The causes of ended calls like one; `nil` where there are too few to say anything.
  func similar(to likeness: Likeness) throws(StoreFailure) -> SimilarCases?

  /// What agents have said is wrong with what Veiviser says, in the cases there are; what was said in most calls first.
  func flags() throws(StoreFailure) -> [FlagCount]

  /// The shapes of unknown messages in the cases there are, the most frequent first.
  func shapes(limit: Int) throws(StoreFailure) -> [ShapeCount]
}

extension DeskStore {
  /// Adds a note in the agent's name, unless somebody else has the case.
  package func note(_ text: String, on id: CaseID, by agent: AgentID) throws(DeskFailure) -> Note {
    try checkOwner(of: id, is: agent)
    return try DeskFailure.asking { () throws(StoreFailure) in
      try addNote(text, to: id, by: agent)
    }
  }

  /// - Throws: ``DeskRefusal/taken(_:by:)`` where somebody else has the case.
  package func checkOwner(of id: CaseID, is agent: AgentID) throws(DeskFailure) {
    guard let owner = try entry(id).desk.owner, owner != agent else { return }
    throw .refused(.taken(id, by: owner))
  }
}

extension CaseID {
  /// The case of a code that is read out.
  ///
  /// - Returns: `nil` where the letters do not fit the number, or where it is no code.
  package init?(code text: String, in store: some DeskStore) throws(StoreFailure) {
    guard let read = CaseCode.read(text) else { return nil }
    if let letters = read.letters {
      guard try store.code(of: read.id).letters == letters else { return nil }
    }
    self = read.id
  }
}
