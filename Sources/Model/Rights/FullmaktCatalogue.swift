/// The tables that say what a service of Altinn 3 takes, and who has it.
package struct FullmaktCatalogue: Sendable {
  package let packages: CatalogueTable<AccessPackage>
  package let services: CatalogueTable<Service>
  package let expiries: CatalogueTable<Expiry>
  package let oldRoles: CatalogueTable<OldRole>
  /// What Enhetsregisteret may have somebody as, with the old roles that it brings.
  package let registerRoles: CatalogueTable<RegisterRole>

  package init(
    packages: CatalogueTable<AccessPackage>,
    services: CatalogueTable<Service>,
    expiries: CatalogueTable<Expiry>,
    oldRoles: CatalogueTable<OldRole>,
    registerRoles: CatalogueTable<RegisterRole>
  ) {
    self.packages = packages
    self.services = services
    self.expiries = expiries
    self.oldRoles = oldRoles
    self.registerRoles = registerRoles
  }

  /// The packages that a role of Enhetsregisteret brings by itself.
  package func brought(by role: RoleCode) -> [AccessPackage] {
    packages.entries.filter { $0.registerRoles.contains(role) }
  }

  /// The roles of Enhetsregisteret that may give a package (R4): those that bring it together with
  /// Tilgangsstyrer, and those that bring Hovedadministrator; nobody for one that is not given.
  package func givers(of package: AccessPackage) -> [RoleCode] {
    guard package.kind.isGiven else { return [] }
    let managers = packages[AccessPackage.accessManager]?.registerRoles ?? []
    let holding = package.registerRoles.filter(managers.contains)
    // A Hovedadministrator gives everything but that package itself (H1).
    guard package.id != AccessPackage.mainAdministrator else { return holding }
    let main = packages[AccessPackage.mainAdministrator]?.registerRoles ?? []
    return holding + main.filter { !holding.contains($0) }
  }

  /// The last day on which old roles open a service; `nil` where no source says that they do.
  package func lastDay(of oldRoles: ServiceAccess.OldRoles) -> Day? {
    expiries[oldRoles.until].flatMap { Day($0.lastDay) }
  }

  /// The last day on which old roles open each service of which a source says so, by the id of the service.
  package var oldRolesUntil: [String: Day] {
    Dictionary(
      services.entries.compactMap { service in
        service.access?.oldRoles.flatMap(lastDay).map { (service.id, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

extension AccessPackage {
  /// Gives on what one holds oneself.
  package static let accessManager = "tilgangsstyrer"
  /// Gives everything on.
  package static let mainAdministrator = "hovedadministrator"
}
