package import Model

/// Something the desk asks of the store; what comes of it returns as a ``DeskEvent``.
package enum DeskEffect: Equatable, Sendable {
  /// Keep a new call; later saves of the handle are of that case.
  case begin(CaseDraft, Caller, CaseHandle)
  /// Read a case to go on with it, after something is done with it that makes it the agent's.
  case open(CaseID, DeskAct?, as: CaseHandle)
  /// Find the case of a code that somebody reads out.
  case find(code: String)
  /// Do something with an open case.
  case perform(DeskAct, CaseHandle)
  /// Do something with a case of the queue.
  case act(DeskAct, CaseID)
  /// Undo what the agent did last with a case.
  case undo(CaseID)
  case describe(Caller, CaseHandle)
  case note(String, CaseHandle)
  case similar(Likeness, CaseHandle)
  /// Read a part of the queue, and again whenever somebody has saved, until it is left.
  case list(DeskQuery)
  case leaveQueue
}

/// What the store answered the desk.
package enum DeskEvent: Equatable, Sendable {
  /// A new call is on the disk.
  case begun(CaseHandle, DeskEntry)
  /// An open case stands so now.
  case entry(CaseHandle, DeskEntry)
  case opened(CaseHandle, Case, DeskEntry, notes: [Note])
  /// A case of the queue stands so now.
  case acted(DeskEntry)
  case found(CaseID)
  case noSuchCode
  case noted(CaseHandle)
  case similar(CaseHandle, SimilarCases?)
  case queue(QueuePage)
  /// It was not done; who has the case, where somebody has it.
  case refused(DeskRefusal, by: String?)
}

/// The part of the queue that is shown.
package struct DeskQuery: Equatable, Sendable {
  package var section: DeskSection
  package var limit: Int

  package init(_ section: DeskSection, limit: Int = 100) {
    self.section = section
    self.limit = limit
  }
}

/// A part of the queue as the store holds it, with how many cases the others have.
package struct QueuePage: Equatable, Sendable {
  package let query: DeskQuery
  package let entries: [DeskEntry]
  package let counts: [DeskSection: Int]
  /// Whether the agent asked for it; else somebody has saved meanwhile.
  package let isAsked: Bool

  package init(
    _ query: DeskQuery,
    entries: [DeskEntry],
    counts: [DeskSection: Int],
    isAsked: Bool
  ) {
    self.query = query
    self.entries = entries
    self.counts = counts
    self.isAsked = isAsked
  }
}
