/// The parts of the queue.
package enum DeskSection: String, CaseIterable, Codable, Sendable {
  /// What the agent has, and what was handed to them.
  case mine
  /// What nobody has, at the first line.
  case free
  /// What nobody has, at the second line.
  case second
  /// What waits for somebody and whose day has come, and what is parked until a day that has.
  case due
  case waiting
  /// Everything that is not closed.
  case all

  /// The key of the words for it.
  package var textKey: String { "desk.section.\(rawValue)" }

  /// Whether a case stands in the section.
  package func holds(_ entry: DeskEntry, for agent: AgentID, at time: DeskTime) -> Bool {
    let (state, desk) = (entry.state, entry.desk)
    let isUnclaimed = desk.owner == nil && (state == .free || state == .handed)
    return switch self {
    case .mine: desk.owner == agent && (state.isOwned || state == .handed)
    case .free: isUnclaimed && desk.level == .first
    case .second: isUnclaimed && desk.level == .second
    case .due: state == .due || (state == .parked && time.hasCome(desk.promise.due))
    case .waiting: state == .waiting
    case .all: state != .closed
    }
  }

  /// Whether one case stands before another in the section.
  ///
  /// - Parameter stamp: The line of the trail of what last moved the case.
  package func precedes(
    _ left: (entry: DeskEntry, stamp: Int64),
    _ right: (entry: DeskEntry, stamp: Int64)
  ) -> Bool {
    func day(_ entry: DeskEntry) -> String { entry.desk.promise.due?.text ?? "" }
    return switch self {
    case .free, .second: left.stamp < right.stamp
    case .due, .waiting: (day(left.entry), left.stamp) < (day(right.entry), right.stamp)
    case .mine, .all: left.stamp > right.stamp
    }
  }
}

/// A case at the desk as the queue shows it.
package struct DeskEntry: Hashable, Sendable, Identifiable {
  package let summary: CaseSummary
  /// How many times the case has been saved.
  package let revision: Int
  package let desk: DeskCase
  package let state: DeskState
  /// The consonants after the number, which the caller wrote down.
  package let code: CaseCode

  package var id: CaseID { summary.id }

  package init(
    _ summary: CaseSummary,
    revision: Int,
    _ desk: DeskCase,
    state: DeskState,
    code: CaseCode
  ) {
    self.summary = summary
    self.revision = revision
    self.desk = desk
    self.state = state
    self.code = code
  }

  /// In the place of a case that cannot be read: whoever takes it is told so.
  package static func unreadable(_ id: CaseID, code: CaseCode) -> DeskEntry {
    DeskEntry(.unreadable(id), revision: 0, DeskCase(), state: .free, code: code)
  }

  /// Somebody else who has it or was given it; nobody but them goes on with it.
  package func holder(otherThan agent: AgentID) -> AgentID? {
    guard state.isOwned || state == .handed, let owner = desk.owner, owner != agent else {
      return nil
    }
    return owner
  }

  /// What opening it does with it, so that it is the agent's; nothing where they have it on the line.
  ///
  /// Whoever else has it is told by the store, which refuses.
  package func opening(by agent: AgentID) -> DeskAct? {
    switch state {
    case .free: .take
    case .handed: .receive
    case .hold, .parked: .resume
    case .waiting, .due, .closed: .reopen
    case .call: desk.owner == agent ? nil : .take
    }
  }
}
