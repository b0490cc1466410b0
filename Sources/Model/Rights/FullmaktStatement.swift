/// What somebody said about the fullmakter they hold for a party, as plain values.
package struct FullmaktStatement: Sendable {
  /// Whether the party is a private person, who has other packages than an organisation.
  package var isForPerson = false
  /// What they do when sending; `nil` where they did not say.
  package var acts: SenderActs?
  /// The service, where the catalogue has it.
  package var service: Service?
  /// Whether a service was named at all.
  package var namesService = false
  /// The packages that their page in Altinn lists; `nil` where nobody has looked.
  package var packages: [String]?
  /// Whether the page lists the service itself; `nil` where nobody has looked.
  package var hasSingleService: Bool?
  /// The old roles that the page lists; `nil` where nobody has looked.
  package var oldRoles: [RoleCode]?
  /// What Enhetsregisteret has the person as.
  package var registerRole: RoleCode?
  /// What the firm the person works for is to the party; `nil` where they work for none.
  package var firm: ClientKind?
  /// Whether the party has the firm registered; `nil` where that is not known.
  package var isFirmRegistered: Bool?
  package var firmRole: RightsStatement.FirmRole?
  /// The client packages that the firm has handed to the person.
  package var clientPackages: [String] = []

  package init() {}
}
