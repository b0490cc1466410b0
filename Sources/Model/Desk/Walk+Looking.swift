extension Walk {
  /// Whether a caller can have a page before them that shows a fact, so that their answer may be seen, not only told.
  ///
  /// What is known without looking, what one remembers, and what stands on a page of somebody else is only told.
  package func canBeLookedAt(_ fact: FieldID, by role: CallerRole?) -> Bool {
    guard let rule = flow.edition.portal.rule(of: fact), let page = rule.menuPath,
      rule.inquiry?.vantage != .anywhere, fact != .loginMeans
    else { return false }
    // Whoever leads approves, and sees what the approver sees.
    if Portal.approverFacts.contains(where: { $0.fact == fact }) { return role == .leader }
    if rule.inquiry?.vantage == .ownerProfile, isOfOther { return false }
    guard page != Self.programPage else { return true }
    // Whoever makes the program has no login at the customer's, and without an e-ID nobody gets in.
    return role != .vendor && value(.loginMeans) != LoginMeans.none.rawValue
  }

  /// Whether the ID is registered on another than those who send.
  private var isOfOther: Bool {
    [Owner.otherOrganisation, .otherPerson].map { Optional($0.rawValue) }.contains(
      value(.systemOwner)
    )
  }

  /// The page that stands in the program and not in Altinn.
  private static let programPage = "inProgram"
}
