/// A rule of Altinn that an answer about rights can rest on.
///
/// `assets/catalogues/common/sources.json` says under `rules` where each is written.
package enum RightsRule: String, CaseIterable, Sendable {
  /// Which roles a service asks for.
  case serviceRoles
  /// Who may register a datasystem for an organisation, and who for themselves.
  case registersDatasystem, registersOwnDatasystem
  /// Who may give rights on.
  case givesRights
  /// What follows from a register role, or from being the reportee.
  case registerRoles
  /// Single rights to a service.
  case singleRights
  /// What the Altinn roles are for.
  case roles
  /// What a firm gets by being registered, and how it hands that on.
  case firmRegistration, clientRoles
  /// Which roles nobody can give.
  case delegability
}

extension RightsCatalogue {
  /// The keys of the sources in which a rule is written.
  func sources(of rule: RightsRule) -> [String] { sources.keys(for: rule.rawValue) }
}
