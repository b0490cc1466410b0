/// Clients of accountants and auditors (domain.md 3.6).
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

  /// Registers a firm as the client's accountant or auditor in place of the one before, if any.
  ///
  /// What the firm before handed to its employees stays as a holding but covers nothing (P9).
  ///
  /// - Parameter firm: The new firm, or `nil` when the client has none any more.
  package mutating func register(_ firm: Party?, as kind: ClientKind, of client: Party) {
    holdings.removeAll {
      $0.reportee == client && $0.grant == .registerRole(kind.registerRole)
    }
    if let firm {
      holdings.append(Holding(firm, for: client, .registerRole(kind.registerRole)))
    }
  }
}
