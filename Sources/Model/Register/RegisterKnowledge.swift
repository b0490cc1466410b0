/// What the register answers when it is asked for a number.
package struct RegisterReply: Equatable, Sendable {
  package let extract: RegisterExtract
  /// The firm that the register was made for, where that was told.
  package let firm: RegisterExtract?

  package init(_ extract: RegisterExtract, firm: RegisterExtract? = nil) {
    self.extract = extract
    self.firm = firm
  }
}

/// What the register has told of the numbers that somebody has named.
///
/// It is held in memory and never kept: names of persons may be among it.
package struct RegisterKnowledge: Equatable, Sendable {
  private var extracts: [OrganisationNumber: RegisterExtract] = [:]
  /// The firm that the register was made for, where that was told.
  package private(set) var firm: RegisterExtract?
  /// The day it was asked on.
  private var today: Day?

  package init() {}

  /// Whether it has told nothing, as where there is no register.
  package var isEmpty: Bool { extracts.isEmpty }

  /// What it says of a number; `nil` where it has not told.
  package subscript(number: OrganisationNumber) -> RegisterExtract? {
    extracts[number] ?? (firm?.number == number ? firm : nil)
  }

  /// Takes in what the register answered.
  package mutating func learn(_ reply: RegisterReply, on today: Day?) {
    extracts[reply.extract.number] = reply.extract
    firm = reply.firm ?? firm
    self.today = today
  }

  /// The same, with no name of a person: as much as may leave the screen.
  package var nameless: Self {
    var nameless = self
    nameless.extracts = extracts.mapValues(\.nameless)
    nameless.firm = firm?.nameless
    return nameless
  }

  /// What it lets one conclude of a number; `nil` where it has not told.
  ///
  /// - Parameter firm: The accountant or auditor who sends for it, if there is one.
  package func review(of number: OrganisationNumber, firm: OrganisationNumber? = nil)
    -> RegisterReview?
  {
    self[number].map { extract in
      let own = firm.flatMap { self[$0] }
      return RegisterReview(
        extract,
        firm: firm == number ? nil : firm,
        kin: own.map(extract.kin) ?? [],
        today: today
      )
    }
  }
}

/// A question that the register can answer of a client whose firm is known.
package enum RegisterQuestion: Equatable, Sendable {
  /// How the client has given its firm power; nothing is answered for whoever sends for their own.
  case relation
  /// Whether the client has the firm registered as what is answered in a field: a ``ClientKind``.
  case isRegistered(as: FieldID)
}

extension RegisterReview {
  /// The statements that a firm is registered here, where that is as sure as the register gets.
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
