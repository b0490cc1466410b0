/// Clients of accountants and auditors.
extension RightsModel {
  /// The client roles a firm has for a client by being registered there (P7, R2).
  package func clientRoles(of firm: Party, for client: Party) -> [RoleCode] {
    holdings.flatMap { holding -> [RoleCode] in
      guard holding.holder == firm, holding.reportee == client,
        case .registerRole(let code) = holding.grant
      else { return [] }
      return catalogue.brought(by: code).filter { catalogue.roles[$0]?.clientRole != nil }
    }
  }

  /// The client roles that somebody has as general manager of a firm (P9).
  package func managedClientRoles(_ holder: Party, for client: Party) -> [HeldRole] {
    holdings.flatMap { holding -> [HeldRole] in
      guard holding.holder == holder, holding.reportee != client,
        holding.grant == .registerRole(.generalManager)
      else { return [] }
      return clientRoles(of: holding.reportee, for: client)
        .map { HeldRole($0, .manager(firm: holding.reportee)) }
    }
  }
}
