/// The tables that say what roles there are and what services ask for.
package struct RightsCatalogue: Sendable {
  package let registerRoles: CatalogueTable<RegisterRole>
  package let roles: CatalogueTable<Role>
  package let services: CatalogueTable<Service>
  package let sources: SourceList

  package init(
    registerRoles: CatalogueTable<RegisterRole>,
    roles: CatalogueTable<Role>,
    services: CatalogueTable<Service>,
    sources: SourceList
  ) {
    self.registerRoles = registerRoles
    self.roles = roles
    self.services = services
    self.sources = sources
  }

  /// The official name of a role or register role; the code itself when neither table has it.
  package func name(of code: RoleCode, in language: Language) -> String {
    (roles[code]?.names ?? registerRoles[code]?.names)?[language] ?? code.rawValue
  }

  /// Whether a role is one of some, or has the rights of one of them.
  package func suffices(_ code: RoleCode, as asked: [RoleCode]) -> Bool {
    asked.contains(code) || roles[code]?.contains?.contains(where: asked.contains) ?? false
  }

  /// The Altinn roles that a register role brings; none when the table does not have it.
  package func brought(by code: RoleCode) -> [RoleCode] { registerRoles[code]?.brings ?? [] }
}
