/// Facts that decide points together; the two groups share none, so each is reasoned about alone.
package enum FactGroup: CaseIterable, Sendable {
  case submission, login

  /// The group that decides a point.
  package init(of point: Point) { self = point == .login ? .login : .submission }

  /// The points it decides.
  package var points: [Point] {
    switch self {
    case .submission: [.registration, .personRights, .systemRights]
    case .login: [.login]
    }
  }

  /// The facts that decide them.
  package var facts: [Fact] {
    switch self {
    case .submission:
      [
        .reporteeKind, .service, .systemRegistered, .systemOwner, .systemIDCorrect,
        .systemPasswordCorrect, .systemLocked, .personRight, .personSignRight, .ownerRight,
      ]
    case .login:
      [
        .loginAsked, .loginMethod, .loginPasswordCorrect, .loginMobileCorrect,
        .loginSubmissionAllowed, .loginCodeExpired, .loginLocked,
      ]
    }
  }
}
