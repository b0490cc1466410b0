/// A way to get a right that is missing.
package enum RightsRemedy: Hashable, Sendable {
  /// The service alone is given in Altinn.
  case singleService(String, ServiceRight)
  /// A role is given in Altinn.
  case role(RoleCode)
  /// The client registers the firm in Enhetsregisteret; the client roles follow (P7).
  case registerFirm(ClientKind)
  /// The firm's client administrator hands on a client role (P9).
  case clientRole(RoleCode)

  /// What is given in Altinn by the reportee; `nil` where the way is another one.
  package var grant: Grant? {
    switch self {
    case .singleService(let id, let right): .service(id, [right])
    case .role(let code): .role(code)
    case .registerFirm, .clientRole: nil
    }
  }
}

extension RightsCatalogue {
  /// The ways to get a right to a service, the one that opens least first.
  ///
  /// A single service opens less than any role. Among roles those that also sign, when no signature
  /// is needed, come after the others, then the narrower before the wider. Registering the firm comes
  /// last and only for an organisation; it is never the only way, and only fits accountants and
  /// auditors. When no source tells which roles the service asks for, the service alone remains.
  package func remedies(
    for right: ServiceRight,
    to id: String,
    reportee kind: Party.Kind
  ) -> [RightsRemedy] {
    let asked = services[id]?.asked(for: right) ?? []
    let roles = asked.compactMap { self.roles[$0] }
    let given = roles.filter { $0.clientRole == nil && $0.delegable }
      .sorted { cost($0, right) < cost($1, right) }
    let firms = ClientKind.allCases.filter { kind in
      brought(by: kind.registerRole).contains { asked.contains($0) }
    }
    return [.singleService(id, right)] + given.map { .role($0.id) }
      + (kind == .organisation ? firms.map { .registerFirm($0) } : [])
  }

  /// The smallest role that gives a right to a service, or `nil` when no source names one that is given.
  package func smallestRole(to right: ServiceRight, service id: String) -> Role? {
    for case .role(let code) in remedies(for: right, to: id, reportee: .person) {
      return roles[code]
    }
    return nil
  }

  /// The register roles whose holders may give something for their own organisation.
  ///
  /// They are the people to turn to when nobody is known by name. Each is judged by that role alone.
  package func registerRoles(thatMayGive grant: Grant) -> [RoleCode] {
    let giver = Party(id: "giver", kind: .person, name: "")
    let reportee = Party(id: "reportee", kind: .organisation, name: "")
    return registerRoles.entries.map(\.id).filter { code in
      let model = RightsModel(
        self,
        holdings: [Holding(giver, for: reportee, .registerRole(code))]
      )
      return model.permission(toGive: grant, giver: giver, for: reportee).isGranted
    }
  }

  private func cost(_ role: Role, _ right: ServiceRight) -> (Int, Int, Int) {
    let signsMore = right == .write && role.signs ? 1 : 0
    return (signsMore, role.breadth, roles.index(of: role.id) ?? 0)
  }
}
