/// All words and tables of assets/, each read when it is first used.
package struct Content: Sendable {
  /// In the order of the languages.
  private let texts: [Texts]
  private let tables: Lazy<ContentTables>

  /// The words and tables compiled into the program; tests hold that they are sound.
  package static let embedded = Content(trusting: .embedded)

  /// The words and tables of a folder laid out as assets/, all read and checked at once.
  ///
  /// - Throws: The first `AssetSource.Failure` met.
  package init(checking assets: AssetSource) throws(AssetSource.Failure) {
    self.init(trusting: assets)
    for language in Language.allCases {
      let words = try Texts(language, from: assets)
      let needed = Self.embedded.texts(language).entries.keys
      if let key = needed.filter({ !words.has($0) }).min() {
        throw .malformed("texts/\(language.rawValue)", detail: "no \(key)")
      }
    }
    let catalogue = Catalogue(from: assets)
    let rights = try catalogue.rights()
    try rights.sources.check(rights.registerRoles)
    try rights.sources.check(rights.roles)
    try rights.sources.check(rights.services)
    try rights.sources.check(catalogue.menuPaths())
    try rights.sources.check(catalogue.accessPackages())
    let accessServices = try catalogue.services(of: .altinn3)
    try rights.sources.check(accessServices)
    let expiries = try catalogue.expiries()
    try rights.sources.check(expiries)
    for service in rights.services.entries + accessServices.entries {
      guard let id = service.expiries.first(where: { expiries[$0] == nil }) else { continue }
      throw .malformed(Service.file(of: service.edition), detail: "unknown expiry \(id)")
    }
    try rights.sources.check(catalogue.oldRoles())
    let actions: CatalogueTable<Action> = try catalogue.table()
    try rights.sources.check(actions)
    for action in actions.entries {
      guard let flow = action.flow, Flow.named(flow) == nil else { continue }
      throw .malformed(Action.file(of: action.edition), detail: "unknown flow \(flow)")
    }
    try rights.sources.check(catalogue.products())
    _ = try catalogue.retention()
    _ = try Freshness(from: assets)
    let messages = try Message.catalogue(from: assets)
    try rights.sources.check(messages, from: "messages.json")
    _ = try Lexicon.Words.read(from: assets)
    _ = try Phrases(from: assets, for: messages)
    for edition in PortalEdition.allCases { _ = try TrainingTable(of: edition, from: assets) }
  }

  private init(trusting assets: AssetSource) {
    let texts = Language.allCases.map { Texts($0, trusting: assets) }
    self.texts = texts
    tables = Lazy { ContentTables(trusting: assets, texts) }
  }

  /// The words of a language.
  package func texts(_ language: Language) -> Texts {
    // Every language is among all of them.
    texts.first { $0.language == language } ?? texts[0]
  }

  /// What judges by one portal.
  package func engine(of edition: PortalEdition) -> Engine { tables.value.engine(of: edition) }

  /// What exercises of a portal are played with; `nil` where it has none.
  package func trainingRoom(of edition: PortalEdition) -> TrainingRoom? {
    tables.value.trainingTable(of: edition).map { TrainingRoom(engine(of: edition), $0) }
  }

  /// Who can find out each fact of a portal where the caller cannot; nobody where no table tells.
  package func knowers(of edition: PortalEdition) -> [FieldID: Actor] {
    tables.value.trainingTable(of: edition)?.knowers ?? [:]
  }

  /// Everything wrong with the portals and with what tables and texts say in their name.
  package var portalFindings: [(edition: PortalEdition, finding: PortalFinding)] {
    tables.value.audits.value.flatMap { audit in
      (audit.findings
        + Language.allCases.flatMap { audit.missingWords(in: texts($0), $0) })
        .map { (audit.portal.edition, $0) }
    }
  }
  package var recogniser: Recogniser { tables.value.recogniser.value }
  package var messageSearch: MessageSearch { tables.value.messageSearch.value }
  package var services: ServiceSearch { tables.value.services.value }
  package var products: CatalogueTable<Product> { tables.value.products.value }
  /// The services of the second portal.
  package var accessServices: ServiceSearch { tables.value.accessServices.value }
  package var fullmakter: FullmaktCatalogue { tables.value.fullmakter.value }
  package var rights: RightsCatalogue { tables.value.rights.value }
  /// The rows that somebody must hold against their source again.
  package func stale(on today: Day) -> [Freshness.Stale] {
    tables.value.freshness.value?.stale(on: today) ?? []
  }

  package var retention: Retention { tables.value.retention.value }

  /// A walk through a flow, judged by the rows of the flow's own portal.
  package func walk(_ flow: Flow, resuming draft: CaseDraft? = nil) -> Walk {
    Walk(flow, engine: engine(of: flow.edition), resuming: draft)
  }

  /// A text as it may be stored: what a field asks for as that field keeps it, all else redacted.
  ///
  /// - Parameter field: The field that it answers, or the title; `nil` for a note.
  package func kept(_ text: String, in field: FieldID?) -> String {
    guard let field else { return keptNote(text) }
    if field == .caseTitle { return keptTitle(text) }
    // Numbers of cases and ids of messages are the program's own.
    if field == .origin, let number = Int64(text), number < 1_000_000_000 { return text }
    if field == .messageCut, let count = Int(text), count < 1_000_000_000 { return text }
    if field == .callAbout, message(text) != nil { return text }
    if field == .messageCandidates || field == .messageOthers {
      return text.split(separator: ",").filter { message(String($0)) != nil }.joined(separator: ",")
    }
    if field == .messageParty { return LineRule.party.safe(text) }
    if field == .messageText { return recogniser.redaction(of: text).text }
    return Flow.all.lazy.compactMap { $0.field(field) }.first?.safe(text) ?? Redaction(text).text
  }

  /// A note as it may be kept; what has a name is looked up only where something would be taken out.
  private func keptNote(_ text: String) -> String {
    let redaction = Redaction(text)
    guard !redaction.isClean else { return redaction.text }
    return Redaction(text, known: Redaction.Known(names: recogniser.names)).text
  }

  /// A title as it may be kept: answers with commas between, of which an ID may be one.
  ///
  /// What stands between IDs is redacted as one text, since the part before may say what a part is. So are three
  /// digits and less: they may be a piece of a number, and stay where they are none. Most are names of parties, and one
  /// may be that of a program.
  private func keptTitle(_ title: String) -> String {
    var kept: [String] = []
    var others: [String] = []
    func keepOthers() {
      if !others.isEmpty { kept.append(keptAnswers(others[...])) }
      others = []
    }
    for part in title.split(separator: ", ", omittingEmptySubsequences: false).map(String.init) {
      if part.count > 3, LineRule.systemID.takes(part) {
        keepOthers()
        kept.append(part)
      } else {
        others.append(part)
      }
    }
    keepOthers()
    return kept.joined(separator: ", ")
  }

  /// Answers of a title as one text; what is taken out behind the name of a role or an access package that they begin
  /// with is taken out for itself: behind *Accounting employee, …* stands no name of an employee.
  private func keptAnswers(_ answers: ArraySlice<String>) -> String {
    let redaction = Redaction(answers.joined(separator: ", "), nameOf: .program)
    guard !redaction.isClean, answers.count > 1, let first = answers.first, isNameOfRight(first)
    else { return redaction.text }
    return "\(first), \(keptAnswers(answers.dropFirst()))"
  }

  private func isNameOfRight(_ text: String) -> Bool {
    let names = rights.roles.entries.map(\.names) + fullmakter.packages.entries.map(\.names)
    return names.contains { name in Language.allCases.contains { name[$0] == text } }
  }

  /// Every message of the catalogue.
  var messages: [Message] { tables.value.messages.value.values.sorted { $0.id < $1.id } }

  /// The message of an id.
  package func message(_ id: String) -> Message? { tables.value.messages.value[id] }

  /// The service of an id.
  package func service(_ id: String, of edition: PortalEdition = .altinn2) -> Service? {
    switch edition {
    case .altinn2: rights.services[id]
    case .altinn3: fullmakter.services[id]
    }
  }

  /// The last day that an Altinn was open; `nil` where it is.
  package func lastDay(of edition: PortalEdition) -> Day? {
    fullmakter.expiries[edition.rawValue].flatMap { Day($0.lastDay) }
  }

  /// The day a menu path was last held against its source; `nil` where there is no such place.
  package func checked(path name: String, edition: PortalEdition) -> Day? {
    tables.value.paths.value[MenuPath.ID(name, in: edition)].flatMap { Day($0.checked) }
  }

  /// The places of an Altinn that have a menu path, in the order of the table.
  package func places(of edition: PortalEdition) -> [String] {
    tables.value.paths.value.entries.filter { $0.edition == edition }.map(\.name)
  }

  /// The elements of a menu path, outermost first; empty when there is no such place.
  package func path(_ name: String, in language: Language, edition: PortalEdition)
    -> [String]
  {
    tables.value.paths.value[MenuPath.ID(name, in: edition)]?.path[language] ?? []
  }
}
