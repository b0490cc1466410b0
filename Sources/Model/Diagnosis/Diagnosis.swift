/// How sure a conclusion is.
package enum Certainty: String, Codable, Sendable {
  /// Somebody saw it, or the message itself says so.
  case confirmed
  /// It follows from what else is known.
  case likely
  /// Nothing is established yet.
  case open
}

/// What is wrong, as far as it can be told.
package struct Conclusion: Equatable, Sendable {
  /// The failing points in their order, then causes outside the four.
  package let causes: [Cause]
  package let certainty: Certainty
}

/// What follows from the facts of a case: a verdict on each point, and a conclusion.
///
/// A verdict is only given when it holds for every way of filling in what is unknown, and then it is
/// always given.
package struct Diagnosis: Sendable {
  package let facts: Facts
  /// One verdict a point, in their order.
  package let verdicts: [Verdict]
  package let conclusion: Conclusion
  /// Whether what is known leaves no room for what the message says; the message is then set aside.
  package let contradictsMessage: Bool
  let possibilities: [FactGroup: Possibilities]
  let testimony: Knowledge.Testimony?

  package init(_ facts: Facts, knowledge: Knowledge) {
    let possibilities = Dictionary(
      uniqueKeysWithValues: FactGroup.allCases.map {
        ($0, Possibilities(of: $0, facts: facts, knowledge: knowledge))
      }
    )
    let verdicts = Point.allCases.compactMap { possibilities[FactGroup(of: $0)]?.verdict(on: $0) }
    let testimony = knowledge.testimony(in: facts)
    self.facts = facts
    self.possibilities = possibilities
    self.verdicts = verdicts
    self.testimony = testimony
    contradictsMessage = possibilities.values.contains(where: \.contradictsMessage)
    conclusion = Self.conclude(verdicts, testimony, contradicted: contradictsMessage, facts)
  }

  /// The verdict on one point.
  package subscript(point: Point) -> Verdict { verdicts[point.number - 1] }

  /// The points that fail.
  package var failing: [Point] { verdicts.filter { $0.state == .failing }.map(\.point) }

  /// Whether the fault is known to lie outside the four points, so that none needs checking.
  package var liesOutside: Bool {
    guard let first = testimony?.causes.first else { return false }
    return first.point == nil && failing.isEmpty
  }

  private static func conclude(
    _ verdicts: [Verdict],
    _ testimony: Knowledge.Testimony?,
    contradicted: Bool,
    _ facts: Facts
  ) -> Conclusion {
    let failing = verdicts.filter { $0.state == .failing }
    let settled = verdicts.allSatisfy { $0.state != .unknown }
    var outside: [Cause] = []
    if let causes = testimony?.causes {
      if let first = causes.first, first.point == nil {
        outside = [first]
      } else if contradicted || (settled && failing.isEmpty) {
        outside = causes.filter { $0.point == nil }
      }
    }
    if outside.isEmpty && settled && failing.isEmpty { outside = [.unknown] }
    let causes = failing.map { Cause($0.point) } + outside
    let wasSeen = failing.contains { isSeen($0, testimony, facts) }
    let isNamed = testimony?.causes == outside && outside != [.unknown]
    let certainty: Certainty =
      if wasSeen || isNamed { .confirmed } else if causes.isEmpty || causes == [.unknown] {
        .open
      } else {
        .likely
      }
    return Conclusion(causes: causes, certainty: certainty)
  }

  /// Whether a failing point was seen to fail, or is the only point the message names.
  private static func isSeen(
    _ verdict: Verdict,
    _ testimony: Knowledge.Testimony?,
    _ facts: Facts
  ) -> Bool {
    if let testimony, !testimony.evidence.isEmpty,
      testimony.evidence.allSatisfy({ $0.point == verdict.point })
    {
      return true
    }
    return verdict.reasons.contains { reason in
      guard case .fault(let fault) = reason else { return false }
      return facts[fault.fact] != nil
    }
  }
}

extension Fault {
  /// The fact that shows the fault most directly.
  package var fact: Fact {
    switch self {
    case .notRegistered: .systemRegistered
    case .wrongID: .systemIDCorrect
    case .wrongPassword: .systemPasswordCorrect
    case .systemLocked: .systemLocked
    case .personRightMissing, .senderOwnerRightMissing: .personRight
    case .signRightMissing: .personSignRight
    case .ownerRightMissing: .ownerRight
    case .minIDUsed: .loginMethod
    case .loginPasswordWrong: .loginPasswordCorrect
    case .mobileWrong: .loginMobileCorrect
    case .submissionNotAllowed: .loginSubmissionAllowed
    case .codeExpired: .loginCodeExpired
    case .loginLocked: .loginLocked
    }
  }
}
