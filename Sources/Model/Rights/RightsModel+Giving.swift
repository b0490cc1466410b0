/// Giving rights to others.
extension RightsModel {
  /// Whether somebody may give a role or a single service for a reportee.
  ///
  /// It takes Tilgangsstyring and what is given itself, or Hovedadministrator (P5, R1). Register roles
  /// are never given, client roles only inside the firm that the client has registered, and
  /// Hovedadministrator only by a few register roles.
  package func permission(toGive grant: Grant, giver: Party, for reportee: Party) -> Permission {
    switch grant {
    case .registerRole:
      return .notGranted(.registerRoleNotGiven)
    case .clientRole(let code, let firm):
      return giveClientRole(code, firm: firm, giver: giver, client: reportee)
    case .role(let code):
      guard let role = catalogue.roles[code] else { return .unknown(.roleNotInCatalogue) }
      if !role.delegable { return .notGranted(.roleNotDelegable) }
      if role.clientRole != nil { return .notGranted(.clientRoleFromRegister) }
      if code == .mainAdministrator { return giveMainAdministrator(giver, for: reportee) }
      let holdsIt = heldRoles(giver, for: reportee).contains { $0.code == code }
      return give(
        itself: holdsIt ? .granted(.itself) : .notGranted(.rightItselfMissing),
        giver,
        for: reportee
      )
    case .service(let id, let rights):
      let answers = rights.map { right in
        permission(
          to: right == .sign ? .sign : .fillIn,
          service: id,
          holder: giver,
          for: reportee
        )
      }
      let weakest =
        answers.first { $0.outcome == .notGranted } ?? answers.first { $0.outcome == .unknown }
      return give(itself: weakest ?? .granted(.itself), giver, for: reportee)
    }
  }

  /// The general rule, given whether what is to be given is itself held.
  private func give(itself: Permission, _ giver: Party, for reportee: Party) -> Permission {
    if giver == reportee { return .granted(.itself) }
    let held = heldRoles(giver, for: reportee)
    if held.contains(where: { $0.code == .mainAdministrator }) {
      return .granted(.mainAdministrator)
    }
    guard held.contains(where: { $0.code == .accessManager }) else {
      let nothingHeld = !permission(toAsk: giver, for: reportee).isGranted
      return .notGranted(nothingHeld ? nothing(giver, for: reportee) : .accessManagerMissing)
    }
    switch itself.outcome {
    case .granted: return .granted(.accessManagerWithRight)
    case .notGranted: return .notGranted(.rightItselfMissing)
    case .unknown: return .unknown(itself.reason)
    }
  }

  private func giveMainAdministrator(_ giver: Party, for reportee: Party) -> Permission {
    for role in heldRoles(giver, for: reportee)
    where catalogue.registerRoles[role.code]?.givesMainAdministrator ?? false {
      return .granted(.topRole(role.code))
    }
    return .notGranted(.topRoleMissing)
  }

  private func giveClientRole(
    _ code: RoleCode,
    firm: Party,
    giver: Party,
    client: Party
  ) -> Permission {
    guard clientRoles(of: firm, for: client).contains(code) else {
      return .notGranted(.clientRoleFromRegister)
    }
    let administers = heldRoles(giver, for: firm).contains { $0.code == .clientAdministrator }
    return administers
      ? .granted(.clientAdministrator(firm: firm))
      : .notGranted(.clientAdministratorMissing(firm: firm))
  }
}
