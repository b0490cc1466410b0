/// Who holds what for whom, and what follows from it.
///
/// Every question has exactly one answer, and an answer that the sources do not support is `unknown`.
package struct RightsModel: Sendable {
  package let catalogue: RightsCatalogue
  package var holdings: [Holding]

  package init(_ catalogue: RightsCatalogue, holdings: [Holding] = []) {
    self.catalogue = catalogue
    self.holdings = holdings
  }

  /// Whether somebody may do something with a service for a reportee.
  ///
  /// - Parameter service: An id of the catalogue, or any other text for a service not in it. It has
  ///   no part in registering a datasystem.
  package func permission(
    to action: RightsAction,
    service: String,
    holder: Party,
    for reportee: Party
  ) -> Permission {
    switch action {
    case .fillIn, .send: use(.write, of: service, by: holder, for: reportee)
    case .sign: use(.sign, of: service, by: holder, for: reportee)
    case .giveOn: permission(toGive: .service(service, [.write]), giver: holder, for: reportee)
    case .registerDatasystem: permission(toRegisterDatasystem: holder, on: reportee)
    }
  }

  /// Whether somebody may register a datasystem on a party: with Tilgangsstyring there, or on
  /// themselves (P0, P2).
  package func permission(toRegisterDatasystem holder: Party, on party: Party) -> Permission {
    if holder == party { return .granted(.itself) }
    let held = heldRoles(holder, for: party)
    if let role = held.first(where: { catalogue.roles[$0.code]?.registersDatasystem ?? false }) {
      return .granted(.role(role))
    }
    return throughFirm(holder, for: party) { firm in
      permission(toRegisterDatasystem: firm, on: party)
    } ?? .notGranted(held.isEmpty ? nothing(holder, for: party) : .accessManagerMissing)
  }

  /// Whether somebody may use "Be om tilgang" for a reportee: only with some role or right there
  /// already (D19, P8).
  package func permission(toAsk holder: Party, for reportee: Party) -> Permission {
    if holder == reportee { return .notGranted(.itself) }
    if let role = heldRoles(holder, for: reportee).first { return .granted(.role(role)) }
    if holdsSingleService(holder, for: reportee) { return .granted(.directRight) }
    return .notGranted(nothing(holder, for: reportee))
  }

  /// Every role somebody holds for a reportee, register roles among them, in the order of the holdings.
  package func heldRoles(_ holder: Party, for reportee: Party) -> [HeldRole] {
    var held: [HeldRole] = []
    for holding in holdings where holding.holder == holder && holding.reportee == reportee {
      switch holding.grant {
      case .registerRole(let code):
        held.append(HeldRole(code, .register(code)))
        held += catalogue.brought(by: code).map { HeldRole($0, .register(code)) }
      case .role(let code):
        held.append(HeldRole(code, .delegation))
      case .clientRole(let code, let firm):
        if clientRoles(of: firm, for: reportee).contains(code) {
          held.append(HeldRole(code, .client(firm: firm)))
        }
      case .service:
        break
      }
    }
    return held + managedClientRoles(holder, for: reportee)
  }

  /// Whether somebody may use a service: a single right first, then any role the service asks for.
  private func use(
    _ right: ServiceRight,
    of id: String,
    by holder: Party,
    for reportee: Party
  ) -> Permission {
    if holder == reportee { return .granted(.itself) }
    if holdsSingleService(holder, for: reportee, { $0 == id && $1.contains(right) }) {
      return .granted(.directRight)
    }
    let held = heldRoles(holder, for: reportee)
    let asked = catalogue.services[id]?.asked(for: right)
    if let asked, let role = held.first(where: { catalogue.suffices($0.code, as: asked) }) {
      return .granted(.role(role))
    }
    if let reached = throughFirm(
      holder,
      for: reportee,
      { firm in use(right, of: id, by: firm, for: reportee) }
    ) {
      return reached
    }
    if held.isEmpty && !holdsSingleService(holder, for: reportee) {
      return .notGranted(nothing(holder, for: reportee))
    }
    if let asked { return .notGranted(.rolesDoNotCover(asked: asked)) }
    guard let service = catalogue.services[id] else { return .unknown(.serviceNotInCatalogue) }
    return .unknown(right == .sign && !service.needsSigning ? .signingNotKnown : .rolesNotKnown)
  }

  /// Whether a single right that fits is held.
  private func holdsSingleService(
    _ holder: Party,
    for reportee: Party,
    _ fits: (String, Set<ServiceRight>) -> Bool = { _, _ in true }
  ) -> Bool {
    holdings.contains { holding in
      guard holding.holder == holder, holding.reportee == reportee,
        case .service(let id, let rights) = holding.grant
      else { return false }
      return fits(id, rights)
    }
  }

  /// The answer when a firm that somebody has a key role in may do it, or `nil` when none may.
  ///
  /// The sources say that a firm's general manager has its client roles (P9) and are silent on what
  /// else reaches those with key roles, so the answer is never more than `unknown`.
  private func throughFirm(
    _ holder: Party,
    for reportee: Party,
    _ answer: (Party) -> Permission
  ) -> Permission? {
    for holding in holdings where holding.holder == holder && holding.reportee != reportee {
      guard holding.reportee.kind == .organisation, case .registerRole(let code) = holding.grant,
        catalogue.registerRoles[code]?.keyRole ?? false,
        holds(holding.reportee, for: reportee), answer(holding.reportee).isGranted
      else { continue }
      return .unknown(.throughFirm(code, firm: holding.reportee))
    }
    return nil
  }

  private func holds(_ holder: Party, for reportee: Party) -> Bool {
    holdings.contains { $0.holder == holder && $0.reportee == reportee }
  }

  /// Why nothing is held: because it never was, or because a client role fell away.
  func nothing(_ holder: Party, for reportee: Party) -> PermissionReason {
    for holding in holdings where holding.holder == holder && holding.reportee == reportee {
      if case .clientRole(let code, let firm) = holding.grant {
        return .clientRoleLapsed(code, firm: firm)
      }
    }
    return .nothingHeld
  }
}
