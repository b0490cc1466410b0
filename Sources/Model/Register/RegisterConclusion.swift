/// How sure something is that is concluded from the register alone.
///
/// None of it is certain: the register shows what was registered on its day, and no delegation.
package enum RegisterSureness: Int, Comparable, CaseIterable, Sendable {
  /// The register cannot tell.
  case none
  case low
  case medium
  case high

  /// One step less sure.
  package var lowered: Self { Self(rawValue: rawValue - 1) ?? .none }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One thing that the register lets one say of a unit.
package enum RegisterStatement: Hashable, Sendable {
  /// The number stands in neither file: mistyped, deleted, newer than the file or withheld. Never that it does
  /// not exist.
  case notListed
  case mainUnit
  case subunit
  /// The firm is registered as the accountant, or another number of the same firm is.
  case accountant
  case accountantByOtherNumber(OrganisationNumber)
  /// No firm, or another one, is registered as the accountant; it may have been given by hand.
  case accountantElsewhere
  case auditor
  /// The unit has chosen to have no auditor.
  case noAuditorExpected
  /// Those who hold these roles may approve; others may too, by delegation.
  case mayApprove([RoleCode])
  /// A company without a general manager: the chair of the board is the one to ask.
  case askChair
  /// Who holds none but these roles cannot approve by the register alone.
  case mayNotApprove([RoleCode])
  /// The estate's trustee acts, though managers and chairs stay listed.
  case bankrupt
  /// It is being wound up; whether there is a trustee listed.
  case windingUp(trustee: Bool)
  /// The contact of a foreign company's branch, who has rights in Altinn.
  case branchContact
  case businessManager
  /// No VAT return is expected; that is no fault of access.
  case noVATReturnExpected
  /// Holders of these roles are dead or deleted, and the register needs an update.
  case holderGone([RoleCode])
  /// Roles were changed just before the day of the file, and Altinn may not know yet.
  case recentlyChanged(Day)
  /// Who may sign is not in these files.
  case signatoryUnknown
}

/// A statement, and how sure it is.
package struct RegisterConclusion: Equatable, Sendable {
  package let statement: RegisterStatement
  package let sureness: RegisterSureness
}
