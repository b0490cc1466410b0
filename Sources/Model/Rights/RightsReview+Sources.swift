extension RightsReview {
  /// The keys of the sources that an answer rests on; none for one that cannot be given.
  package func sources(of permission: Permission, to action: RightsAction) -> [String] {
    let named = service.flatMap { model.catalogue.services[$0] }?.source ?? []
    // The other sources of a service tell of its codes and its packages, not of its roles.
    let roles = action.right == nil ? [] : named.filter(written(.serviceRoles).contains)
    let registers = action == .registerDatasystem
    let administrator = written(registers ? .registersDatasystem : .givesRights)
    switch permission.reason {
    case .itself: return written(registers ? .registersOwnDatasystem : .registerRoles)
    case .directRight: return written(.singleRights)
    case .role(let role):
      let origin: [String] =
        switch role.origin {
        case .register(role.code), .delegation: []
        case .register: written(.registerRoles)
        case .client, .manager: written(.clientRoles)
        }
      return (action.right == nil ? administrator : roles) + origin
    case .accessManagerWithRight, .rightItselfMissing, .accessManagerMissing:
      return administrator
    case .mainAdministrator, .topRole, .topRoleMissing, .registerRoleNotGiven:
      return written(.roles)
    case .nothingHeld: return administrator
    case .rolesDoNotCover: return roles
    case .clientRoleLapsed, .clientAdministrator, .clientAdministratorMissing:
      return written(.clientRoles)
    case .clientRoleFromRegister: return written(.firmRegistration)
    case .roleNotDelegable: return written(.delegability)
    case .serviceNotInCatalogue, .rolesNotKnown, .signingNotKnown, .roleNotInCatalogue,
      .throughFirm, .holdingsNotTold, .singleRightNotTold, .serviceNotTold:
      return []
    }
  }

  private func written(_ rule: RightsRule) -> [String] { model.catalogue.sources(of: rule) }
}
