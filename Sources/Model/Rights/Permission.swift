/// What a party may want to do for a reportee.
package enum RightsAction: String, CaseIterable, Codable, Sendable {
  case fillIn
  /// Send what is filled in; a form that needs signing then still waits for the signature.
  case send
  case sign
  /// Give somebody else the right to fill in and send.
  case giveOn
  /// Register a datasystem on the reportee.
  case registerDatasystem

  /// The right to the service that the action takes, or `nil` for the administrator's actions.
  package var right: ServiceRight? {
    switch self {
    case .fillIn, .send: .write
    case .sign: .sign
    case .giveOn, .registerDatasystem: nil
    }
  }
}

/// The answer to whether somebody may do something, always with its reason.
package struct Permission: Hashable, Sendable {
  package enum Outcome: String, CaseIterable, Codable, Sendable {
    case granted, notGranted
    /// The catalogue does not know what the service asks for.
    case unknown
  }

  package let outcome: Outcome
  package let reason: PermissionReason

  /// Whether it is certain that they may.
  package var isGranted: Bool { outcome == .granted }

  package static func granted(_ reason: PermissionReason) -> Permission {
    Permission(outcome: .granted, reason: reason)
  }

  package static func notGranted(_ reason: PermissionReason) -> Permission {
    Permission(outcome: .notGranted, reason: reason)
  }

  package static func unknown(_ reason: PermissionReason) -> Permission {
    Permission(outcome: .unknown, reason: reason)
  }
}

/// Why somebody may, may not, or cannot be said to be allowed; the words are under `permission.`.
package enum PermissionReason: Hashable, Sendable {
  // May.

  /// The party acts for itself.
  case itself
  /// The service was given singly.
  case directRight
  /// The role covers it.
  case role(HeldRole)
  /// Tilgangsstyring and the right itself: both are held (P5).
  case accessManagerWithRight
  /// Hovedadministrator gives everything, also what is not held (R1).
  case mainAdministrator
  /// The register role is one of those that may make somebody Hovedadministrator (R1).
  case topRole(RoleCode)
  /// Client administrator of a firm that the client has registered (P9).
  case clientAdministrator(firm: Party)

  // May not.

  /// Nothing at all is held for the reportee.
  case nothingHeld
  /// What is held does not cover it; any one of these roles would.
  case rolesDoNotCover(asked: [RoleCode])
  /// A client role fell away, since the client no longer has the firm registered (P9).
  case clientRoleLapsed(RoleCode, firm: Party)
  /// Tilgangsstyring is missing.
  case accessManagerMissing
  /// Tilgangsstyring is there, but not the right that should be given on (P5).
  case rightItselfMissing
  /// Klientadministrator in the firm is missing (P9).
  case clientAdministratorMissing(firm: Party)
  /// Register roles are registered, not given (R1).
  case registerRoleNotGiven
  /// Only a few register roles may make somebody Hovedadministrator (R1).
  case topRoleMissing
  /// Client roles arise when the client registers the firm (P7, R3).
  case clientRoleFromRegister
  /// Nobody can give the role (D17).
  case roleNotDelegable

  // Cannot be said.

  /// The service is not in the catalogue.
  case serviceNotInCatalogue
  /// No source tells which roles the service asks for.
  case rolesNotKnown
  /// No source tells whether the service is signed.
  case signingNotKnown
  /// The role is not in the catalogue.
  case roleNotInCatalogue
  /// A firm holds it; whether it reaches somebody with this key role in the firm is not known.
  case throughFirm(RoleCode, firm: Party)
  /// Nobody told what is held.
  case holdingsNotTold
  /// Nobody told whether the service itself was given singly.
  case singleRightNotTold
  /// Nobody told which service it is about.
  case serviceNotTold
}
