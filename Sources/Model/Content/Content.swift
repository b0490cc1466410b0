/// All words and tables of assets/, each read when it is first used.
package struct Content: Sendable {
  /// In the order of the languages.
  private let texts: [Lazy<Texts>]
  private let lazyGuide: Lazy<Guide>
  private let lazyRecogniser: Lazy<Recogniser>
  private let lazyServices: Lazy<ServiceSearch>
  private let lazyProducts: Lazy<CatalogueTable<Product>>
  private let lazyRights: Lazy<RightsCatalogue>
  private let lazyPaths: Lazy<CatalogueTable<MenuPath>>
  private let lazyRetention: Lazy<Retention>
  private let lazyMessages: Lazy<[String: Message]>

  /// The words and tables compiled into the program; tests hold that they are sound.
  package static let embedded = Content(trusting: .embedded)

  /// The words and tables of a folder laid out as assets/, all read and checked at once.
  ///
  /// - Throws: The first `AssetSource.Failure` met.
  package init(checking assets: AssetSource) throws(AssetSource.Failure) {
    self.init(trusting: assets)
    for language in Language.allCases { _ = try Texts(language, from: assets) }
    let catalogue = Catalogue(from: assets)
    _ = try catalogue.rights()
    _ = try catalogue.menuPaths()
    _ = try catalogue.table(Action.self)
    _ = try catalogue.products()
    _ = try catalogue.retention()
    _ = try Message.catalogue(from: assets)
  }

  private init(trusting assets: AssetSource) {
    let catalogue = Catalogue(from: assets)
    texts = Language.allCases.map { language in
      Lazy { (try? Texts(language, from: assets)) ?? Texts(language) }
    }
    let messages = Lazy { (try? Message.catalogue(from: assets)) ?? [] }
    let services = Lazy { (try? catalogue.services()) ?? CatalogueTable<Service>() }
    lazyMessages = Lazy {
      Dictionary(messages.value.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    lazyRecogniser = Lazy { Recogniser(messages: messages.value) }
    lazyServices = Lazy { ServiceSearch(services.value) }
    lazyProducts = Lazy { (try? catalogue.products()) ?? CatalogueTable<Product>() }
    lazyRights = Lazy {
      (try? catalogue.rights())
        ?? RightsCatalogue(
          registerRoles: CatalogueTable(),
          roles: CatalogueTable(),
          services: services.value
        )
    }
    lazyPaths = Lazy { (try? catalogue.menuPaths()) ?? CatalogueTable<MenuPath>() }
    lazyRetention = Lazy { (try? catalogue.retention()) ?? Retention(trail: .max, cases: []) }
    lazyGuide = Lazy {
      Guide(
        knowledge: Knowledge(
          signedServices: Set(services.value.entries.filter(\.needsSigning).map(\.id)),
          testimonies: Dictionary(
            messages.value.map {
              ($0.id, Knowledge.Testimony(causes: $0.causes, evidence: Set($0.evidence)))
            },
            uniquingKeysWith: { first, _ in first }
          )
        ),
        finder: RepairFinder(((try? catalogue.table(Action.self)) ?? CatalogueTable()).entries)
      )
    }
  }

  /// The words of a language.
  package func texts(_ language: Language) -> Texts {
    Language.allCases.firstIndex(of: language).map { texts[$0].value } ?? Texts(language)
  }

  /// What flows lean on.
  package var guide: Guide { lazyGuide.value }
  package var recogniser: Recogniser { lazyRecogniser.value }
  package var services: ServiceSearch { lazyServices.value }
  package var products: CatalogueTable<Product> { lazyProducts.value }
  package var rights: RightsCatalogue { lazyRights.value }
  package var retention: Retention { lazyRetention.value }

  /// The message of an id.
  package func message(_ id: String) -> Message? { lazyMessages.value[id] }

  /// The service of an id.
  package func service(_ id: String) -> Service? { rights.services[id] }

  /// The elements of a menu path, outermost first; empty when there is no such place.
  package func path(_ name: String, in language: Language, edition: PortalEdition = .altinn2)
    -> [String]
  {
    lazyPaths.value[MenuPath.ID(name, in: edition)]?.path[language] ?? []
  }
}
