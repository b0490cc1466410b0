package import Model

/// Something the desk asks of the store; what comes of it returns as a ``DeskEvent``.
package enum DeskEffect: Equatable, Sendable {
  /// Keep a new call; later saves of the handle are of that case.
  case begin(CaseDraft, Caller, CaseHandle)
  /// Read a case to go on with it, after something is done with it that makes it the agent's.
  case open(CaseID, DeskAct?, as: CaseHandle)
  /// Read a case to look at before it is taken up; nothing is done with it.
  case read(CaseID)
  /// Find the case of a code that somebody reads out.
  case find(code: String)
  /// Take away a call in which nothing has been told.
  case drop(CaseID)
  /// Do something with an open case.
  case perform(DeskAct, CaseHandle)
  /// Do something with a case of the queue.
  case act(DeskAct, CaseID)
  /// Undo what the agent did last with a case.
  case undo(CaseID)
  case describe(Caller, CaseHandle)
  case note(String, CaseHandle)
  /// Note something on a case of the queue.
  case jot(String, CaseID)
  case similar(Likeness, CaseHandle)
  /// Keep a number to ring the caller back on.
  case keepCallback(Callback, CaseHandle)
  /// Read the number to ring back on, where there is one.
  case readCallback(CaseHandle)
  /// Find the cases of an organisation other than an open one.
  case earlier(of: OrganisationNumber, CaseHandle)
  /// Count the calls of so many weeks, the one that runs too.
  case tally(weeks: Int)
  /// Read the messages that no catalogue has, the most frequent first.
  case readShapes
  /// Count what was met in the four whole weeks before a day.
  case countMet(before: Day)
  /// Read a part of the queue, and again whenever somebody has saved, until it is left.
  case list(DeskQuery)
  case leaveQueue
}

/// What the store answered the desk.
package enum DeskEvent: Equatable, Sendable {
  /// A new call is on the disk.
  case begun(CaseHandle, DeskEntry)
  /// An open case stands so now, after what was done with it.
  case entry(CaseHandle, DeskEntry, DeskReceipt?)
  /// A case to go on with, after what was done with it.
  case opened(CaseHandle, Case, DeskEntry, notes: [Note], before: DeskBefore, after: DeskActKind?)
  /// A case of the queue stands so now, after what was done with it.
  case acted(DeskEntry, DeskReceipt?)
  case read(DeskReading)
  /// The case of a code, and what somebody else who has it is called.
  case found(DeskEntry, holder: String?)
  case noSuchCode
  case noted(CaseHandle, Note)
  /// A note on a case of the queue is kept.
  case jotted(CaseID)
  /// An open case is somebody else's now, so nothing of it was kept; the note that was to be, where one was.
  case lost(CaseHandle, CaseID, to: String, note: String?)
  /// A caller whom the agent had on hold, in a case that is not open here, is so no more; who has the case by now,
  /// where that is somebody else.
  case moved(CaseID, to: String?)
  /// There is a number to ring the caller back on.
  case callback(CaseHandle, Callback)
  case similar(CaseHandle, SimilarCases?)
  /// The cases of the organisation that the call is about, the one changed last first.
  case earlier(CaseHandle, [CaseSummary])
  case tallied(DeskCounts)
  /// The messages that no catalogue has and that are in so many cases that they are somebody's work.
  case shapes([ShapeCount])
  /// What was met in the last weeks; the next call begins with what is commonest.
  case met(Met)
  case queue(QueuePage)
  /// It was not done; who has the case, where somebody has it.
  case refused(DeskRefusal, by: String?)
}

/// A case to look at before it is taken up.
package struct DeskReading: Equatable, Sendable {
  let found: Case
  let entry: DeskEntry
  let notes: [Note]
  /// What the last call about it came to.
  let last: CallOutcome?
  /// Whether a number is kept to ring the caller back on.
  let isRungBack: Bool
  /// The login of somebody else who has it.
  let holder: String?
  /// What the others who noted something on it or handed it over are called.
  let names: [AgentID: String]
}

/// How a case stood before it was gone on with.
package struct DeskBefore: Equatable, Sendable {
  /// What the last call about it came to.
  package let outcome: CallOutcome?
  /// Whom it waited for and until when, which is over once it is taken up.
  package let promise: Promise
  /// Where it stood.
  package let state: DeskState?

  package init(
    _ outcome: CallOutcome? = nil,
    promise: Promise = Promise(),
    state: DeskState? = nil
  ) {
    self.outcome = outcome
    self.promise = promise
    self.state = state
  }

  /// Whether somebody was on the line.
  var wasOnLine: Bool { state == .call || state == .hold }
}

/// The part of the queue that is shown, or what is searched for.
package struct DeskQuery: Equatable, Sendable {
  package var section: DeskSection
  /// What `CaseSearch` reads; with any words all cases are searched, also those that are closed.
  package var words = ""
  /// How many cases are read: as many as a large window shows, and more as the person goes down.
  package var limit = page

  package static let page = 50

  package init(_ section: DeskSection) { self.section = section }
}

/// A part of the queue as the store holds it, with how many cases the others have.
package struct QueuePage: Equatable, Sendable {
  package let query: DeskQuery
  package let entries: [DeskEntry]
  package let counts: [DeskSection: Int]
  /// What the others who have some of the cases are called; only shown, never kept.
  package let names: [AgentID: String]
  /// Whether the agent asked for it; else somebody has saved meanwhile.
  package let isAsked: Bool

  package init(
    _ query: DeskQuery,
    entries: [DeskEntry],
    counts: [DeskSection: Int],
    names: [AgentID: String] = [:],
    isAsked: Bool
  ) {
    self.query = query
    self.names = names
    self.entries = entries
    self.counts = counts
    self.isAsked = isAsked
  }

  /// The callers whom an agent has on hold; `nil` where the page does not tell of all the agent's cases.
  func held(by agent: AgentID) -> [DeskEntry]? {
    guard query.section == .mine, query.words.isEmpty else { return nil }
    return entries.filter { $0.state == .hold && $0.desk.owner == agent }
  }
}
