extension Permission.Outcome {
  /// The key of the word for it.
  package var textKey: String { "permission.outcome.\(rawValue)" }
}

extension RightsAction {
  /// The key of the word for what somebody may do.
  package var textKey: String { "rightsAction.\(rawValue)" }
}

/// From the facts of a reason to the text that says it.
extension PermissionReason {
  /// The key of the reason's text, spoken to the holder; its placeholders are those of
  /// ``values(reportee:in:_:)``.
  package var textKey: String {
    switch self {
    case .itself: "permission.itself"
    case .directRight: "permission.directRight"
    case .role(let role):
      switch role.origin {
      case .register(role.code): "permission.registerRole"
      case .register: "permission.role.register"
      case .delegation: "permission.role.delegation"
      case .client: "permission.role.client"
      case .manager: "permission.role.manager"
      }
    case .accessManagerWithRight: "permission.accessManagerWithRight"
    case .mainAdministrator: "permission.mainAdministrator"
    case .topRole: "permission.topRole"
    case .clientAdministrator: "permission.clientAdministrator"
    case .nothingHeld: "permission.nothingHeld"
    case .rolesDoNotCover: "permission.rolesDoNotCover"
    case .clientRoleLapsed: "permission.clientRoleLapsed"
    case .accessManagerMissing: "permission.accessManagerMissing"
    case .rightItselfMissing: "permission.rightItselfMissing"
    case .clientAdministratorMissing: "permission.clientAdministratorMissing"
    case .registerRoleNotGiven: "permission.registerRoleNotGiven"
    case .topRoleMissing: "permission.topRoleMissing"
    case .clientRoleFromRegister: "permission.clientRoleFromRegister"
    case .roleNotDelegable: "permission.roleNotDelegable"
    case .serviceNotInCatalogue: "permission.serviceNotInCatalogue"
    case .rolesNotKnown: "permission.rolesNotKnown"
    case .signingNotKnown: "permission.signingNotKnown"
    case .roleNotInCatalogue: "permission.roleNotInCatalogue"
    case .throughFirm: "permission.throughFirm"
    case .holdingsNotTold: "permission.holdingsNotTold"
    case .singleRightNotTold: "permission.singleRightNotTold"
    case .serviceNotTold: "permission.serviceNotTold"
    }
  }

  /// What the placeholders `{reportee}`, `{role}`, `{via}`, `{firm}` and `{roles}` stand for.
  package func values(
    reportee: String,
    in catalogue: RightsCatalogue,
    _ language: Language
  ) -> [String: String] {
    var values = ["reportee": reportee]
    func name(_ code: RoleCode) -> String { catalogue.name(of: code, in: language) }
    switch self {
    case .role(let role):
      values["role"] = name(role.code)
      switch role.origin {
      case .register(let code): values["via"] = name(code)
      case .client(let firm), .manager(let firm): values["firm"] = firm.name
      case .delegation: break
      }
    case .topRole(let code):
      values["role"] = name(code)
    case .rolesDoNotCover(let asked):
      values["roles"] = asked.map(name).joined(separator: ", ")
    case .clientRoleLapsed(let code, let firm), .throughFirm(let code, let firm):
      values["role"] = name(code)
      values["firm"] = firm.name
    case .clientAdministrator(let firm), .clientAdministratorMissing(let firm):
      values["firm"] = firm.name
    default:
      break
    }
    return values
  }
}
