/// The tables of assets/, each read when it is first used.
///
/// Apart from the words, which the first screen needs: setting up so many kinds of tables takes some
/// of the time until it stands.
final class ContentTables: Sendable {
  /// In the order of the editions.
  private let engines: [Lazy<Engine>]
  let recogniser: Lazy<Recogniser>
  let messageSearch: Lazy<MessageSearch>
  let services: Lazy<ServiceSearch>
  let products: Lazy<CatalogueTable<Product>>
  let rights: Lazy<RightsCatalogue>
  let fullmakter: Lazy<FullmaktCatalogue>
  let accessServices: Lazy<ServiceSearch>
  let paths: Lazy<CatalogueTable<MenuPath>>
  let retention: Lazy<Retention>
  let freshness: Lazy<Freshness?>
  let messages: Lazy<[String: Message]>
  /// In the order of the editions.
  private let training: [Lazy<TrainingTable?>]
  /// What is held against the rows of each portal, in the order of `Portal.all`.
  let audits: Lazy<[PortalAudit]>

  /// The tables of assets that are known to be sound.
  ///
  /// - Parameter texts: The words of each language.
  init(trusting assets: AssetSource, _ texts: [Texts]) {
    let catalogue = Catalogue(from: assets)
    let entries = Lazy { (try? Message.catalogue(from: assets)) ?? [] }
    let actions = Lazy { (try? catalogue.table(Action.self))?.entries ?? [] }
    audits = Lazy {
      Portal.all.map { portal in
        PortalAudit(
          portal,
          actions: actions.value.filter { $0.edition == portal.edition },
          messages: entries.value.filter { $0.edition == portal.edition }
        )
      }
    }
    // Read once for all that need them.
    let services2 = Lazy { (try? catalogue.services()) ?? CatalogueTable<Service>() }
    let services3 = Lazy {
      (try? catalogue.services(of: .altinn3)) ?? CatalogueTable<Service>()
    }
    let fullmakter = Lazy {
      (try? catalogue.fullmakter(of: services3.value))
        ?? FullmaktCatalogue(
          packages: CatalogueTable(),
          services: services3.value,
          expiries: CatalogueTable(),
          oldRoles: CatalogueTable(),
          registerRoles: CatalogueTable()
        )
    }
    self.fullmakter = fullmakter
    messages = Lazy {
      Dictionary(entries.value.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    // Not kept: those who ask make an index of their own of them, once.
    let phrases: @Sendable () -> Phrases = {
      (try? Phrases(from: assets, for: entries.value)) ?? Phrases()
    }
    messageSearch = Lazy {
      MessageSearch(entries.value, phrases()) { message in
        texts.filter { $0.has(message.symptomKey) }.map { $0(message.symptomKey) }
      }
    }
    recogniser = Lazy {
      Recogniser(
        messages: entries.value,
        words: (try? Lexicon.Words.read(from: assets)) ?? .none,
        phrases: phrases,
        services: services2.value.entries.flatMap { $0.codes.map(\.code) },
        serviceNames: (services2.value.entries + services3.value.entries).flatMap(\.writtenNames)
      )
    }
    services = Lazy { ServiceSearch(services2.value) }
    products = Lazy { (try? catalogue.products()) ?? CatalogueTable<Product>() }
    rights = Lazy {
      (try? catalogue.rights(of: services2.value))
        ?? RightsCatalogue(
          registerRoles: CatalogueTable(),
          roles: CatalogueTable(),
          services: services2.value,
          sources: SourceList(of: [])
        )
    }
    accessServices = Lazy { ServiceSearch(services3.value) }
    paths = Lazy { (try? catalogue.menuPaths()) ?? CatalogueTable<MenuPath>() }
    freshness = Lazy { try? Freshness(from: assets) }
    retention = Lazy { (try? catalogue.retention()) ?? Retention(trail: .max, cases: []) }
    training = PortalEdition.allCases.map { edition in
      Lazy { try? TrainingTable(of: edition, from: assets) }
    }
    engines = PortalEdition.allCases.map { edition in
      Lazy {
        let portal = edition.portal
        let services = (edition == .altinn2 ? services2 : services3).value.entries
        return Engine(
          portal,
          knowledge: Knowledge(
            classes: [
              .service: Dictionary(
                services.compactMap { service in service.factClass.map { (service.id, $0) } },
                uniquingKeysWith: { first, _ in first }
              )
            ],
            testimonies: Dictionary(
              entries.value.compactMap { message in
                let (causes, evidence) = portal.part(of: message)
                guard !causes.isEmpty else { return nil }
                return (
                  message.id,
                  Knowledge.Testimony(
                    causes: causes,
                    evidence: Set(evidence),
                    passed: message.passed,
                    isSign: message.isSign,
                    unless: message.edition == edition ? message.unless : [:],
                    given: message.edition == edition ? message.given : [:],
                    excludes: message.edition == edition ? message.excludes : [:],
                    namesAll: message.namesAll
                  )
                )
              },
              uniquingKeysWith: { first, _ in first }
            ),
            oldRolesUntil: edition == .altinn3 ? fullmakter.value.oldRolesUntil : [:],
            // Of a bare code nobody knows whose it is.
            common: Set(entries.value.filter { $0.isCommon || $0.isCode }.map(\.id))
          ),
          actions: actions.value.filter { $0.edition == edition }
        )
      }
    }
  }

  func engine(of edition: PortalEdition) -> Engine {
    let place = PortalEdition.allCases.firstIndex(of: edition) ?? 0
    return engines[place].value
  }

  func trainingTable(of edition: PortalEdition) -> TrainingTable? {
    let place = PortalEdition.allCases.firstIndex(of: edition) ?? 0
    return training[place].value
  }
}
