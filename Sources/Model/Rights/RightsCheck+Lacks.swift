/// What is missing, and how it is got.
extension RightsCheck {
  /// Something that somebody needs and does not have.
  package enum Lack: Hashable, Sendable {
    /// To fill in and send, or to sign.
    case right(ServiceRight)
    /// Tilgangsstyring, which registering a datasystem takes (P2).
    case accessManager
  }

  /// One way to get what is missing.
  package enum Remedy: Hashable, Sendable {
    /// It is given in Altinn, or follows from a registration.
    case way(RightsWay)
    /// The firm's client administrator hands on a client role (P9).
    case clientRole(RoleCode)
  }

  /// What is certain to be missing, of what sending and registering take.
  package var lacks: [Lack] {
    var lacks: [Lack] = []
    for (action, right) in [(RightsAction.send, ServiceRight.write), (.sign, .sign)]
    where permission(to: action).outcome == .notGranted && (right == .write || isSigned) {
      lacks.append(.right(right))
    }
    if permission(to: .registerDatasystem).outcome == .notGranted { lacks.append(.accessManager) }
    return lacks
  }

  /// Whether a source says that the service is signed.
  package var isSigned: Bool {
    guard let service = service.flatMap({ model.catalogue.services[$0] }) else { return false }
    return service.needsSigning || service.sign != nil
  }

  /// The ways to get what is missing.
  ///
  /// For a right to a service: a client role of a firm that is registered already, since that takes
  /// nobody outside the firm; then what opens least, the service alone before the smallest role. The firm's registration comes last, and only for somebody who works in one.
  package func remedies(for lack: Lack) -> [Remedy] {
    guard case .right(let right) = lack else { return [.way(.role(.accessManager))] }
    let id = service ?? Fact.otherService
    let ways = model.catalogue.ways(to: right, service: id, for: reportee.kind)
    let singly = ways.first { if case .singleService = $0 { true } else { false } }
    let smallest = ways.first { if case .role = $0 { true } else { false } }
    let registered = ways.first { way in
      isFirmRegistered == false && way == firm.map { .registerFirm($0.kind) }
    }
    let handedOn = clientRole(for: right).map(Remedy.clientRole)
    return [handedOn].compactMap(\.self)
      + [singly, smallest, registered].compactMap { $0.map(Remedy.way) }
  }

  /// The smallest client role of the registered firm that gives a right.
  private func clientRole(for right: ServiceRight) -> RoleCode? {
    guard let firm, isFirmRegistered == true,
      let asked = service.flatMap({ model.catalogue.services[$0] })?.asked(for: right)
    else { return nil }
    func cost(_ role: Role) -> (Int, Int) { (role.signs && right == .write ? 1 : 0, role.breadth) }
    return model.clientRoles(of: firm.party, for: reportee).filter(asked.contains)
      .compactMap { model.catalogue.roles[$0] }.min { cost($0) < cost($1) }?.id
  }

  /// The register roles whose holders may give it for their own organisation.
  package func registerRoles(thatMayGive remedy: Remedy) -> [RoleCode] {
    guard reportee.kind == .organisation, case .way(let way) = remedy, let grant = way.grant else {
      return []
    }
    return model.catalogue.registerRoles(thatMayGive: grant)
  }

  /// The keys of the sources that an answer rests on; none for one that cannot be given.
  package func sources(of permission: Permission, to action: RightsAction) -> [String] {
    let named = service.flatMap { model.catalogue.services[$0] }?.source ?? []
    // The other sources of a service tell of its codes and its packages, not of its roles.
    let roles = action.right == nil ? [] : named.filter(["V6", "A9"].contains)
    let administrator = action == .registerDatasystem ? "P2" : "P5"
    switch permission.reason {
    case .itself: return [action == .registerDatasystem ? "P0" : "R2"]
    case .directRight: return ["P6"]
    case .role(let role):
      let origin: [String] =
        switch role.origin {
        case .register(role.code), .delegation: []
        case .register: ["R2"]
        case .client, .manager: ["P9"]
        }
      return (action.right == nil ? [administrator] : roles) + origin
    case .accessManagerWithRight, .rightItselfMissing, .accessManagerMissing:
      return [administrator]
    case .mainAdministrator, .topRole, .topRoleMissing, .registerRoleNotGiven: return ["R1"]
    case .nothingHeld: return [administrator]
    case .rolesDoNotCover: return roles
    case .clientRoleLapsed, .clientAdministrator, .clientAdministratorMissing: return ["P9"]
    case .clientRoleFromRegister: return ["P7"]
    case .roleNotDelegable: return ["D17"]
    case .serviceNotInCatalogue, .rolesNotKnown, .signingNotKnown, .roleNotInCatalogue,
      .throughFirm, .holdingsNotTold, .singleRightNotTold, .serviceNotTold:
      return []
    }
  }
}
