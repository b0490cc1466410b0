/// The tables of `assets/catalogues/`, each read when it is asked for.
///
/// Nothing is read at start and nothing is kept here: whoever asks for a table keeps it.
package struct Catalogue: Sendable {
  private let assets: AssetSource

  package init(from assets: AssetSource) { self.assets = assets }

  /// Reads any one table.
  package func table<Entry>(_: Entry.Type = Entry.self) throws(AssetSource.Failure)
    -> CatalogueTable<Entry>
  {
    try CatalogueTable(from: assets)
  }

  /// The forms and services, most used first.
  package func services() throws(AssetSource.Failure) -> CatalogueTable<Service> { try table() }

  /// The programs people send from.
  package func products() throws(AssetSource.Failure) -> CatalogueTable<Product> { try table() }

  /// The places people are sent to.
  package func menuPaths() throws(AssetSource.Failure) -> CatalogueTable<MenuPath> { try table() }

  /// The access packages of Altinn 3.
  package func accessPackages() throws(AssetSource.Failure) -> CatalogueTable<AccessPackage> {
    try table()
  }

  /// Where the facts of the other tables come from.
  package func sources() throws(AssetSource.Failure) -> SourceList { try SourceList(from: assets) }

  /// How long what is kept is kept.
  package func retention() throws(AssetSource.Failure) -> Retention {
    try assets.decode(Retention.self, from: "catalogues/retention.json").covering(Flow.ids)
  }

  /// Roles, register roles, services and sources together, as the rights model needs them.
  package func rights() throws(AssetSource.Failure) -> RightsCatalogue {
    RightsCatalogue(
      registerRoles: try table(),
      roles: try table(),
      services: try table(),
      sources: try sources()
    )
  }
}
