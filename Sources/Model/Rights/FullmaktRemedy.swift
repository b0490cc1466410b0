/// A way to get what is missing.
package enum FullmaktRemedy: Hashable, Sendable {
  /// A package, given under Brukere by an access manager who holds it or by a Hovedadministrator.
  case package(String)
  /// A package that the person may give to themselves, being Hovedadministrator by a register role.
  case giveYourself(String)
  /// The service itself, whole.
  case singleService
  /// A client package, handed on in the firm by its Klientadministrator.
  case clientPackage(String)
  /// The party registers the firm, and the client packages follow by themselves.
  case registerFirm(ClientKind)
  /// Somebody with this role signs in Altinn.
  case letSign([RoleCode])
}

extension FullmaktReview {
  /// The ways to get what is missing, the one that opens least first; none where nothing is known to be
  /// missing.
  package var remedies: [FullmaktRemedy] {
    switch verdict {
    case .notLookedAt, .holds, .unknown: return signing
    case .oldRole, .lacks: break
    }
    // No package makes up for the role that a signature takes.
    if statement.acts == .signs, !signing.isEmpty { return signing }
    return (throughFirmRemedies ?? givenRemedies) + signing
  }

  /// What a firm's employee needs; `nil` for others.
  private var throughFirmRemedies: [FullmaktRemedy]? {
    guard let firm = statement.firm else { return nil }
    guard statement.isFirmRegistered == true else { return [.registerFirm(firm)] }
    let handed = certain.filter {
      $0.kind == .client && $0.registerRoles.contains(firm.registerRole)
    }
    return handed.map { .clientPackage($0.id) }
  }

  private var givenRemedies: [FullmaktRemedy] {
    let given = certain.filter(\.kind.isGiven).map { package -> FullmaktRemedy in
      mayGive(package) == true ? .giveYourself(package.id) : .package(package.id)
    }
    return [.singleService] + given
  }

  /// What is sent may lie there until somebody registered for it has signed (V14).
  private var signing: [FullmaktRemedy] {
    guard let roles = statement.service?.sign, !roles.isEmpty,
      !roles.contains(where: { $0 == statement.registerRole })
    else { return [] }
    return [.letSign(roles)]
  }

  private var certain: [AccessPackage] {
    (access?.certainPackages ?? []).compactMap { catalogue.packages[$0] }
  }
}
