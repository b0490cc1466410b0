/// What Altinn 3 asks of whoever sends a service.
package struct ServiceAccess: Decodable, Sendable {
  /// Old roles that still open a service.
  package struct OldRoles: Decodable, Sendable {
    package let roles: [RoleCode]
    /// Which of the ``Expiry`` entries ends it.
    package let until: String
  }

  /// The access packages of which any one is enough, by how well it is known.
  package let packages: [Standing: [String]]
  /// Whether a system access sends it or a person logs in; `nil` where nothing is known.
  ///
  /// What a system access sends may still have to be signed by a person.
  package let way: ProgramWay?
  package let wayStanding: Standing?
  /// Whether the packages must hold for the sub-unit and not for the main unit.
  package let atSubUnit: Bool
  package let oldRoles: OldRoles?

  /// What rules may rest on: only what the owner of the service says of the way (E3–E7).
  ///
  /// - Parameter signs: Whether somebody has to sign what was sent.
  func factClass(signs: Bool) -> String? {
    guard wayStanding == .official else { return nil }
    return switch way {
    case .logIn: FactValues.loggedInService
    case .access: signs ? nil : FactValues.accessService
    case .password, nil: nil
    }
  }

  /// The packages that a verdict may name; empty where the vendor must be asked which it wanted.
  package var certainPackages: [String] {
    Standing.allCases.filter(\.carriesVerdict).flatMap { packages[$0] ?? [] }
  }
}

extension ProgramWay: Decodable {}
