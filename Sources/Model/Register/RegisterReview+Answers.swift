/// A question that the register can answer of a client whose firm is known.
package enum RegisterQuestion: Equatable, Sendable {
  /// How the client has given its firm power; nothing is answered for whoever sends for their own.
  case relation
  /// Whether the client has the firm registered as what is answered in a field: a ``ClientKind``.
  case isRegistered(as: FieldID)
}

extension RegisterReview {
  /// Whether something is told, and as sure as the register gets.
  ///
  /// An old register answers no question; what it says is still shown, a step less surely.
  private func isSure(_ statement: RegisterStatement) -> Bool {
    sureness(of: statement) == .high
  }

  /// How the client has given the firm power, as far as the register tells for sure.
  package var relation: ClientRelation? {
    if isSure(.accountant) || isSure(.auditor) { return .register }
    let isOther = conclusions.contains { conclusion in
      guard case .accountantByOtherNumber = conclusion.statement else { return false }
      return conclusion.sureness == .high
    }
    // That it is not registered at all does not show that it has no power: that can be given by hand.
    return isOther ? .otherNumber : nil
  }

  /// Whether the firm is registered as this, where the register tells it for sure.
  package func isRegistered(as kind: ClientKind) -> Bool {
    switch kind {
    case .accountant: isSure(.accountant)
    case .auditor: isSure(.auditor)
    }
  }

  /// What it says of the firm.
  package var firmConclusion: RegisterConclusion? {
    conclusions.first { conclusion in
      switch conclusion.statement {
      case .accountant, .accountantByOtherNumber, .accountantElsewhere: true
      default: false
      }
    }.flatMap { found in
      // An auditor need not be an accountant.
      guard found.statement == .accountantElsewhere else { return found }
      return conclusions.first { $0.statement == .auditor } ?? found
    }
  }

  /// What outweighs all roles, if anything does.
  package var trouble: RegisterConclusion? {
    conclusions.first { conclusion in
      switch conclusion.statement {
      case .bankrupt, .windingUp: true
      default: false
      }
    }
  }

  /// Those who may approve, by role, and how sure that is.
  package var approvers: (roles: [RoleCode], sureness: RegisterSureness)? {
    for conclusion in conclusions {
      if case .mayApprove(let roles) = conclusion.statement { return (roles, conclusion.sureness) }
    }
    return nil
  }
}
