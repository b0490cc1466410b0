/// What the desk keeps of a case beside its answers.
package struct DeskCase: Hashable, Codable, Sendable {
  package var owner: AgentID?
  /// Since when the owner has it.
  package var ownerSince: Timestamp?
  package var line: DeskLine
  package var level: DeskLevel
  package var caller: Caller
  /// What is waited for, of a case that is parked or waits.
  package var promise: Promise
  /// Who has handed it over, until it is received.
  package var handedFrom: AgentID?

  package init(
    owner: AgentID? = nil,
    ownerSince: Timestamp? = nil,
    line: DeskLine = .none,
    level: DeskLevel = .first,
    caller: Caller = Caller(),
    promise: Promise = Promise(),
    handedFrom: AgentID? = nil
  ) {
    self.owner = owner
    self.ownerSince = ownerSince
    self.line = line
    self.level = level
    self.caller = caller
    self.promise = promise
    self.handedFrom = handedFrom
  }

  /// A call that somebody has answered now.
  package static func answered(by agent: AgentID, at moment: Timestamp, _ caller: Caller)
    -> DeskCase
  {
    DeskCase(owner: agent, ownerSince: moment, line: .live, caller: caller)
  }

  /// The same without what is known of the caller, which no undoing changes.
  package var withoutCaller: DeskCase {
    var desk = self
    desk.caller = Caller()
    return desk
  }

  /// How long a call counts as one without anything being saved, in seconds.
  package static let longestSilence: Int64 = 4 * 3600
}

/// The hour and day that states are worked out at.
package struct DeskTime: Hashable, Sendable {
  package let now: Timestamp
  package let today: Day?

  package init(_ now: Timestamp) {
    self.now = now
    today = now.day
  }

  /// Whether a day has come.
  package func hasCome(_ day: Day?) -> Bool {
    guard let day, let today else { return false }
    return day <= today
  }
}

extension DeskCase {
  /// Where the case stands now.
  ///
  /// - Parameters:
  ///   - status: How it stands in the lists.
  ///   - touched: When anything was last done with it.
  package func state(_ status: CaseStatus, touched: Timestamp, at time: DeskTime) -> DeskState {
    switch status {
    case .closed: return .closed
    case .waiting: return time.hasCome(promise.due) ? .due : .waiting
    case .open: break
    }
    if handedFrom != nil { return .handed }
    guard owner != nil else { return .free }
    let (silence, isFar) = time.now.rawValue.subtractingReportingOverflow(touched.rawValue)
    switch line {
    case .hold: return .hold
    case .none: return .parked
    case .live: return isFar || silence >= Self.longestSilence ? .parked : .call
    }
  }
}

/// Why something was not done with a case at the desk.
package enum DeskRefusal: Error, Hashable, Sendable {
  /// Somebody else has it, or has received it.
  case taken(CaseID, by: AgentID)
  /// It stands so that this cannot be done with it.
  case standing(CaseID, DeskState)
  /// There was nothing of the agent's to undo, or somebody has touched the case since.
  case nothingToUndo
  /// Nobody saw it work, so it cannot be ended as confirmed.
  case unseen(CaseID)
}

extension DeskCase {
  /// What the case is after an act, with its status.
  ///
  /// This is the whole of the desk's rules: every store keeps what it gives.
  ///
  /// - Throws: ``DeskRefusal`` when its state or its owner forbids it.
  package func after(
    _ act: DeskAct,
    on id: CaseID,
    in state: DeskState,
    by agent: AgentID,
    at moment: Timestamp
  ) throws(DeskRefusal) -> (desk: DeskCase, status: CaseStatus) {
    try check(act.kind, on: id, in: state, by: agent)
    var next = self
    var status = CaseStatus.open
    switch act {
    case .take, .steal, .receive, .reopen:
      next.owner = agent
      next.ownerSince = moment
      next.handedFrom = nil
      next.line = .live
      next.promise = Promise()
    case .resume:
      next.line = .live
      next.promise = Promise()
    case .release:
      next.leave(to: nil)
    case .hold: next.line = .hold
    case .park(let promise):
      next.line = .none
      next.promise = promise
    case .hand(let recipient):
      next.handedFrom = agent
      next.hand(to: recipient)
    case .close(let closing):
      let outcome = closing.outcome
      guard outcome.result.isKnown(by: outcome.confirmed) else { throw .unseen(id) }
      status = outcome.result.waits ? .waiting : .closed
      next.leave(to: nil)
      next.promise = status == .waiting ? closing.promise : Promise()
    }
    return (next, status)
  }

  private func check(
    _ kind: DeskActKind,
    on id: CaseID,
    in state: DeskState,
    by agent: AgentID
  ) throws(DeskRefusal) {
    // Whose it is comes first: that another has it says more than how it stands.
    if state.isOwned, let owner, owner != agent, kind != .steal { throw .taken(id, by: owner) }
    if state == .handed, kind != .steal, let owner, owner != agent { throw .taken(id, by: owner) }
    guard kind.states.contains(state) else { throw .standing(id, state) }
  }

  private mutating func hand(to recipient: Recipient) {
    switch recipient {
    case .free:
      leave(to: nil)
      level = .first
    case .second:
      leave(to: nil)
      level = .second
    case .colleague(let agent): leave(to: agent)
    }
  }

  private mutating func leave(to agent: AgentID?) {
    owner = agent
    ownerSince = nil
    line = .none
    promise = Promise()
  }
}
