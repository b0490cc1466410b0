/// Everything about a submission filled in: one of the ways things may really be.
///
/// Each fact takes three bits, holding the place of its value in ``Fact/values``. The service is held
/// only as whether it needs signing, which is all that the verdicts ask of it.
struct World: Hashable, Sendable {
  private var bits: UInt64 = 0

  /// The place of the fact's value among its values.
  subscript(fact: Fact) -> Int {
    get { Int(bits >> (3 * UInt64(fact.place)) & 7) }
    set {
      bits &= ~(7 << (3 * UInt64(fact.place)))
      bits |= UInt64(newValue) << (3 * UInt64(fact.place))
    }
  }

  private func holds(_ fact: Fact) -> Bool { self[fact] == 0 }

  /// All that is to say of the points of a group: every fault, and what stands well.
  ///
  /// A fault is listed whether or not another hides it, so that it is given as a reason as soon as
  /// the fact behind it is known.
  func reasons(in group: FactGroup) -> ReasonSet {
    switch group {
    case .submission: registrationReasons.union(personReasons).union(systemReasons)
    case .login: loginReasons
    }
  }

  private var registrationReasons: ReasonSet {
    var found: ReasonSet = []
    if !holds(.systemRegistered) { found.insert(.fault(.notRegistered)) }
    if !holds(.systemIDCorrect) { found.insert(.fault(.wrongID)) }
    if !holds(.systemPasswordCorrect) { found.insert(.fault(.wrongPassword)) }
    if holds(.systemLocked) { found.insert(.fault(.systemLocked)) }
    return found.isEmpty ? .ground(.registeredAndTypedRight) : found
  }

  private var sendsForOneself: Bool { ReporteeKind.allCases[self[.reporteeKind]] == .oneself }

  private var personReasons: ReasonSet {
    var found: ReasonSet = []
    if holds(.personRight) { found.insert(.ground(.rightHeld)) }
    guard !sendsForOneself else { return found.union(.ground(.sendsForOneself)) }
    if !holds(.personRight) { found.insert(.fault(.personRightMissing)) }
    if holds(.service) && !holds(.personSignRight) { found.insert(.fault(.signRightMissing)) }
    return found
  }

  private var systemReasons: ReasonSet {
    guard holds(.systemRegistered) else { return .ground(.notRegisteredYet) }
    switch Owner.allCases[self[.systemOwner]] {
    case .reportee: return .ground(.ownedByReportee)
    case .sender where sendsForOneself: return .ground(.ownedByReportee)
    case .sender:
      return holds(.personRight)
        ? .ground(.senderOwnerHoldsRight) : .fault(.senderOwnerRightMissing)
    case .otherOrganisation, .otherPerson:
      return holds(.ownerRight) ? .ground(.ownerHoldsRight) : .fault(.ownerRightMissing)
    }
  }

  private var loginReasons: ReasonSet {
    guard holds(.loginAsked) else { return .ground(.loginNotAsked) }
    var found: ReasonSet = []
    if LoginMethod.allCases[self[.loginMethod]] == .minID { found.insert(.fault(.minIDUsed)) }
    if !holds(.loginPasswordCorrect) { found.insert(.fault(.loginPasswordWrong)) }
    if !holds(.loginMobileCorrect) { found.insert(.fault(.mobileWrong)) }
    if !holds(.loginSubmissionAllowed) { found.insert(.fault(.submissionNotAllowed)) }
    if holds(.loginCodeExpired) { found.insert(.fault(.codeExpired)) }
    if holds(.loginLocked) { found.insert(.fault(.loginLocked)) }
    return found.isEmpty ? .ground(.loginInOrder) : found
  }
}
