/// Something done with a case at the desk, by a key or by a command.
package enum DeskAct: Hashable, Sendable {
  /// Takes a case that nobody has.
  case take
  /// Takes a case from the one who has it.
  case steal
  /// Lets go of it, so that anybody can take it.
  case release
  /// The caller waits on the line.
  case hold
  /// Goes on with the caller, or with what was parked.
  case resume
  /// Puts it away until somebody has done something.
  case park(Promise)
  /// Gives it to somebody who must receive it.
  case hand(to: Recipient)
  /// Receives what was handed over, when it has been read.
  case receive
  /// Ends the call.
  case close(Closing)
  /// Takes up again a case that waits or is closed, as a new round.
  case reopen

  package var kind: DeskActKind {
    switch self {
    case .take: .take
    case .steal: .steal
    case .release: .release
    case .hold: .hold
    case .resume: .resume
    case .park: .park
    case .hand: .hand
    case .receive: .receive
    case .close: .close
    case .reopen: .reopen
    }
  }

  /// The line that it leaves in the trail.
  package var event: EventKind {
    switch self {
    case .take, .steal: .claimed
    case .release: .released
    case .hold, .resume: .saved
    case .park: .parked
    case .hand: .handed
    case .receive: .received
    case .close: .closed
    case .reopen: .reopened
    }
  }
}

/// Whom one waits for, and until when.
package struct Promise: Hashable, Codable, Sendable {
  package var by: Actor?
  package var due: Day?

  package init(by: Actor? = nil, due: Day? = nil) {
    self.by = by
    self.due = due
  }
}

/// Whom a case is handed to.
package enum Recipient: Hashable, Sendable {
  /// Anybody at the first line.
  case free
  case second
  case colleague(AgentID)
}

/// How a call ended.
package struct Closing: Hashable, Sendable {
  package var outcome: CallOutcome
  /// What similar calls are found by.
  package var likeness: Likeness
  /// What is to be followed up; only where the result waits for somebody.
  package var promise: Promise

  package init(_ outcome: CallOutcome, _ likeness: Likeness, promise: Promise = Promise()) {
    self.outcome = outcome
    self.likeness = likeness
    self.promise = promise
  }
}

/// How a case stood before an act, for whoever undoes it.
package struct DeskFormer: Hashable, Codable, Sendable {
  package let desk: DeskCase
  package let status: CaseStatus
  package let act: DeskActKind
  package let agent: AgentID

  package init(_ desk: DeskCase, _ status: CaseStatus, _ act: DeskActKind, by agent: AgentID) {
    self.desk = desk
    self.status = status
    self.act = act
    self.agent = agent
  }

  /// The line that undoing it leaves in the trail: of the act that leads the same way.
  package var event: EventKind {
    switch act {
    case .take: .released
    case .close: .reopened
    default: .claimed
    }
  }
}
