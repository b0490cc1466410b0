/// Where a case stands at the support desk.
///
/// Two of the states are worked out when the case is read: a call nobody has saved for hours is parked,
/// and a case that waits is due once its day has come.
package enum DeskState: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
  /// Nobody has it.
  case free
  /// Somebody talks with the caller.
  case call
  /// The caller is on the line and waits.
  case hold
  /// Somebody has it, and no caller is on the line.
  case parked
  /// It was handed over, and nobody has received it yet.
  case handed
  /// Somebody outside the desk must act first.
  case waiting
  /// It waited, and its day has come.
  case due
  case closed

  /// The key of the word for it.
  package var textKey: String { "desk.state.\(rawValue)" }

  /// The key of what is said to whoever wanted to do what cannot be done with it as it stands.
  package var standingKey: String { "desk.standing.\(rawValue)" }

  /// How the case stands in the lists of all cases.
  package var status: CaseStatus {
    switch self {
    case .free, .call, .hold, .parked, .handed: .open
    case .waiting, .due: .waiting
    case .closed: .closed
    }
  }

  /// Whether it is read before it is taken up: taking it up ends what it waits for.
  package var isReadFirst: Bool {
    switch self {
    case .parked, .handed, .waiting, .due, .closed: true
    case .free, .call, .hold: false
    }
  }

  /// Whether somebody works on it and owns it.
  package var isOwned: Bool { [.call, .hold, .parked].contains(self) }
}

/// The kinds of what can be done with a case at the desk.
package enum DeskActKind: String, CaseIterable, Codable, Sendable {
  case take, steal, release, hold, resume, park, hand, receive, close, reopen

  /// The states it can be done in; no other edge leads from a state.
  package var states: Set<DeskState> {
    switch self {
    case .take: [.free]
    case .steal: [.call, .hold, .parked, .handed]
    case .release: [.call]
    case .hold: [.call]
    case .resume: [.hold, .parked]
    case .park: [.call, .hold]
    case .hand: [.call]
    case .receive: [.handed]
    case .close: [.call]
    case .reopen: [.waiting, .due, .closed]
    }
  }

  /// Whether it can be undone while nobody has touched the case since.
  package var isUndoable: Bool { [.take, .release, .park, .hand, .close].contains(self) }

  /// Whether the queue counts the case as come anew, and so may move it.
  package var movesRow: Bool { self != .hold && self != .resume }
}
