/// What is missing, and how it is got.
extension RightsReview {
  /// Something that somebody needs and does not have.
  package enum Lack: Hashable, Sendable {
    /// To fill in and send, or to sign.
    case right(ServiceRight)
    /// Tilgangsstyring, which registering a datasystem takes (P2).
    case accessManager
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
  /// nobody outside the firm; then what opens least, the service alone before the smallest role. The
  /// firm's registration comes last, and only for somebody who works in one.
  package func remedies(for lack: Lack) -> [RightsRemedy] {
    guard case .right(let right) = lack else { return [.role(.accessManager)] }
    let remedies = model.catalogue.remedies(
      for: right,
      to: service ?? "",
      reportee: reportee.kind
    )
    let handedOn = clientRole(for: right).map(RightsRemedy.clientRole)
    let singly = remedies.first { if case .singleService = $0 { true } else { false } }
    let smallest = remedies.first { if case .role = $0 { true } else { false } }
    let registered = remedies.first { remedy in
      isFirmRegistered == false && remedy == firm.map { .registerFirm($0.kind) }
    }
    return [handedOn, singly, smallest, registered].compactMap(\.self)
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
  package func registerRoles(thatMayGive remedy: RightsRemedy) -> [RoleCode] {
    guard reportee.kind == .organisation, let grant = remedy.grant else { return [] }
    return model.catalogue.registerRoles(thatMayGive: grant)
  }
}
