/// The tables of `assets/catalogues/`, each read when it is asked for.
///
/// A table whose lines are told apart by portal holds those of all portals. Services and rights mean
/// something in one Altinn only: they are read for one portal.
///
/// Nothing is read at start and nothing is kept here: whoever asks for a table keeps it.
package struct Catalogue: Sendable {
  private let assets: AssetSource

  package init(from assets: AssetSource) { self.assets = assets }

  /// Reads any one table, of all portals.
  package func table<Entry>(_: Entry.Type = Entry.self) throws(AssetSource.Failure)
    -> CatalogueTable<Entry>
  {
    try CatalogueTable(from: assets)
  }

  /// Reads any one table, of one portal.
  package func table<Entry>(
    _: Entry.Type = Entry.self,
    of edition: PortalEdition
  ) throws(AssetSource.Failure) -> CatalogueTable<Entry> {
    try CatalogueTable(from: assets, of: [edition])
  }

  /// The forms and services of a portal, most used first.
  package func services(of edition: PortalEdition = .altinn2) throws(AssetSource.Failure)
    -> CatalogueTable<Service>
  {
    try table(of: edition)
  }

  /// The programs people send from.
  package func products() throws(AssetSource.Failure) -> CatalogueTable<Product> { try table() }

  /// The places people are sent to.
  package func menuPaths() throws(AssetSource.Failure) -> CatalogueTable<MenuPath> { try table() }

  /// The access packages of Altinn 3.
  package func accessPackages() throws(AssetSource.Failure) -> CatalogueTable<AccessPackage> {
    try table()
  }

  /// What stops on a day.
  package func expiries() throws(AssetSource.Failure) -> CatalogueTable<Expiry> { try table() }

  /// What lies nearest to the roles of the closed Altinn.
  package func oldRoles() throws(AssetSource.Failure) -> CatalogueTable<OldRole> { try table() }

  /// What the services of Altinn 3 take, and who has it.
  ///
  /// - Parameter services: Those of Altinn 3.
  func fullmakter(of services: CatalogueTable<Service>) throws(AssetSource.Failure)
    -> FullmaktCatalogue
  {
    FullmaktCatalogue(
      packages: try accessPackages(),
      services: services,
      expiries: try expiries(),
      oldRoles: try oldRoles(),
      registerRoles: try table(of: .altinn2)
    )
  }

  /// Where the facts of the other tables come from.
  package func sources() throws(AssetSource.Failure) -> SourceList { try SourceList(from: assets) }

  /// How long what is kept is kept.
  package func retention() throws(AssetSource.Failure) -> Retention {
    try assets.decode(Retention.self, from: "catalogues/common/retention.json").covering(Flow.ids)
  }

  /// Roles, register roles, services and sources together, as the rights model of Altinn II needs them.
  package func rights() throws(AssetSource.Failure) -> RightsCatalogue {
    try rights(of: try services())
  }

  /// The same where the services of Altinn II have been read already.
  func rights(of services: CatalogueTable<Service>) throws(AssetSource.Failure) -> RightsCatalogue {
    RightsCatalogue(
      registerRoles: try table(of: .altinn2),
      roles: try table(of: .altinn2),
      services: services,
      sources: try sources()
    )
  }
}
