extension Fact {
  /// When the fact has a meaning, given the others.
  ///
  /// An answer outside it is kept but does not count, and returns when the condition does.
  package var condition: Condition {
    switch self {
    case .message, .reporteeKind, .systemRegistered, .loginAsked: .always
    case .service, .personRight:
      .not(.is(.init(.reporteeKind), ReporteeKind.oneself.rawValue))
    case .personSignRight:
      // Asked only where the service is known to need signing; the planner sees to that.
      .all([
        .not(.is(.init(.reporteeKind), ReporteeKind.oneself.rawValue)),
        .not(.is(.init(.personRight), Fact.no)),
        .known(.init(.service)),
      ])
    case .personAnyRole:
      .all([
        .not(.is(.init(.reporteeKind), ReporteeKind.oneself.rawValue)),
        .not(.is(.init(.personRight), Fact.yes)),
      ])
    case .systemOwner, .systemIDCorrect, .systemPasswordCorrect, .systemLocked:
      .not(.is(.init(.systemRegistered), Fact.no))
    case .ownerRight:
      .isOne(
        of: [Owner.otherOrganisation.rawValue, Owner.otherPerson.rawValue],
        .init(.systemOwner)
      )
    case .loginMethod, .loginPasswordCorrect, .loginMobileCorrect, .loginSubmissionAllowed,
      .loginCodeExpired, .loginLocked:
      .is(.init(.loginAsked), Fact.yes)
    }
  }
}

extension Facts {
  /// What is known of a fact, for conditions.
  package func knowing(_ fact: Fact) -> Knowing {
    if let value = self[fact] { return .known(value) }
    return declined.contains(fact) ? .declined : .unasked
  }

  /// Whether the fact has a meaning, given the others; `nil` while that is open.
  package func isRelevant(_ fact: Fact) -> Bool? {
    fact.condition.holds(
      in: ConditionView(answer: { field in field.fact.map(knowing) ?? .unasked })
    )
  }
}
