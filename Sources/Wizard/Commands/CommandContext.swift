import Wording
import ArgumentParser
import Model
import SafeText
import Screens
#if PostgreSQL
import ServerStore
#endif
import Store

/// What a command works with: the words, the language, and where the store is.
struct CommandContext {
  let content: Content
  /// The Altinn that was asked for, or that the environment names, or the one in use.
  let portal: PortalEdition
  /// The language and the store that were asked for, if any.
  private let chosen: (language: Language?, store: String?, access: StoreAccess)
  /// What the store is called to people where it was chosen.
  let name: String

  /// What stands when nothing is asked for.
  ///
  /// - Throws: ``UsageMistake`` where the environment names an Altinn that there is not.
  init() throws { self.init(of: try Self.portalOfEnvironment()) }

  /// What a complaint is worded with, whatever the environment names.
  static var ofComplaints: CommandContext { CommandContext(of: .current) }

  private init(of portal: PortalEdition) {
    content = .embedded
    self.portal = portal
    chosen = (nil, nil, .own)
    name = Self.option
  }

  private static let option = "--store"

  /// Reads the words; a folder given by `--assets` is checked whole.
  ///
  /// - Parameters:
  ///   - place: Where the store is, where the command is told it otherwise than by `--store`.
  ///   - name: What that is called to people.
  init(_ options: SharedOptions, at place: String? = nil, called name: String = option) throws {
    let store = place ?? options.store
    if options.shared, store == nil { throw UsageMistake("usage.shared") }
    portal = try options.portal ?? Self.portalOfEnvironment()
    chosen = (options.language, store, options.shared ? .group : .own)
    self.name = name
    guard let folder = options.assets else {
      content = .embedded
      return
    }
    do {
      content = try Content(checking: .directory(folder))
    } catch {
      // Without usable words of its own, the folder is spoken of in the words compiled in.
      let wording = Wording(.embedded, options.language ?? Self.languageOfEnvironment)
      throw Refusal(Self.text(of: error, wording), .badInput)
    }
  }

  /// The language asked for, or the one the environment names, or bokmål.
  ///
  /// - Parameter remembered: The choice made last time, which outweighs the environment.
  func language(remembered: String? = nil) -> Language {
    chosen.language ?? remembered.flatMap(Language.init(rawValue:))
      ?? Self.languageOfEnvironment
  }

  func wording(remembered: String? = nil) -> Wording {
    Wording(content, language(remembered: remembered), on: Timestamp.now().day)
  }

  /// The words for a command line that could not be read: in the language it asks for, if that much is plain.
  func wording(of arguments: some Sequence<String>) -> Wording {
    let words = Array(arguments)
    let asked = words.indices.lazy.compactMap { place -> Language? in
      if words[place] == "--language", words.indices.contains(place + 1) {
        return Language(rawValue: words[place + 1])
      }
      guard words[place].hasPrefix("--language=") else { return nil }
      return Language(rawValue: String(words[place].dropFirst("--language=".count)))
    }
    return asked.first.map { Wording(content, $0, on: Timestamp.now().day) } ?? wording()
  }

  /// The Altinn that the environment names, or the one in use where it names none.
  private static func portalOfEnvironment() throws -> PortalEdition {
    let name = "VEIVISER_PORTAL"
    guard let value = Environment[name], !value.isEmpty else { return .current }
    guard let portal = PortalEdition(rawValue: value) else {
      let values = PortalEdition.allCases.map(\.rawValue).joined(separator: "|")
      throw UsageMistake("usage.badVariable", ["name": name, "form": "\(name)=\(values)"])
    }
    return portal
  }

  private static var languageOfEnvironment: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = Environment[name], !value.isEmpty {
        return Language(locale: value) ?? .bokmal
      }
    }
    return .bokmal
  }

  /// Opens the store.
  ///
  /// - Parameter making: Whether a store is made where there is none.
  /// - Throws: ``Refusal`` with what is wrong and what to do.
  func openStore(making: Bool = true) throws -> any KeptStore {
    #if PostgreSQL
    if let address = chosen.store, ServerOption.isAddress(address) {
      return try openServer(address)
    }
    #endif
    return try openFile(making: making)
  }

  #if PostgreSQL
  private func openServer(_ address: String) throws -> ServerStore {
    let content = content
    return try tryStore {
      try ServerStore(
        at: try ServerAddress(address),
        words: content.caseWords,
        redact: { content.kept($0, in: $1) },
        unproven: sayUnproven
      )
    }
  }

  /// Says that the server has not proved who it is.
  func sayUnproven() { StandardError.write(wording()("store.unproven")) }
  #endif

  /// Opens the store as the file it is, for what is done with files only.
  func openFile(making: Bool = true) throws -> SQLiteStore {
    let content = content
    return try tryStore {
      try SQLiteStore.open(
        at: storeLocation(),
        making: making,
        words: content.caseWords,
        waiting: sayWaiting,
        now: { Timestamp.now() },
        redact: { content.kept($0, in: $1) }
      )
    }
  }

  /// Makes the store as a file, and fills it before it has its place.
  ///
  /// - Throws: `StoreFailure`; `.inTheWay` where there is one.
  func makeFile<Value>(
    _ fill: (any FillableStore) throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    try SQLiteStore.makeWhole(
      at: storeLocation(),
      words: content.caseWords,
      waiting: sayWaiting,
      fill
    )
  }

  /// Puts a copy in the place of the store.
  ///
  /// - Returns: The path where what stood there is now, if anything did.
  /// - Throws: ``Refusal`` with what is wrong and what to do.
  func restoreStore(from file: String) throws -> String? {
    try tryStore {
      try SQLiteStore.restore(
        from: file,
        at: storeLocation(),
        words: content.caseWords,
        waiting: sayWaiting,
        now: { Timestamp.now() }
      )
    }
  }

  /// Says whom the program waits for before it can begin.
  private func sayWaiting(_ holder: StoreHolder) {
    let process = holder.process.map(String.init)
    StandardError.write(
      wording()(
        process == nil ? "store.waitingOther" : "store.waiting",
        ["path": told(holder.path), "process": process ?? ""]
      )
    )
  }

  /// Where training keeps what was done, apart from all stores of cases.
  func trainingFile() throws -> TrainingFile {
    try tryStore { try TrainingFile(at: trainingLocation()) }
  }

  private func trainingLocation() throws(StoreFailure) -> StoreLocation {
    try ServerOption.refuse(chosen.store)
    return try StoreLocation.resolve(
      option: chosen.store,
      in: StoreLocation.trainingFolder,
      named: name,
      variable: { Environment[$0] }
    )
  }

  /// A path of the store as people are told it.
  func told(_ path: String) -> String {
    var location = try? storeLocation()
    if let training = try? trainingLocation(), path.hasPrefix(training.directory) {
      location = training
    }
    let told = location?.told(path) ?? name
    // A path may hold whatever somebody called a folder.
    return told == StoreLocation.givenFile ? wording()("input.file") : Sanitiser.line(told)
  }

  func storeLocation() throws(StoreFailure) -> StoreLocation {
    try ServerOption.refuse(chosen.store)
    return try registerLocation()
  }

  /// Where the register at hand is: beside the store, and beside the person's own where that is on a server.
  func registerLocation() throws(StoreFailure) -> StoreLocation {
    try StoreLocation.resolve(
      option: chosen.store.flatMap { ServerOption.isAddress($0) ? nil : $0 },
      access: chosen.access,
      named: name,
      variable: { Environment[$0] }
    )
  }

  private static func text(
    of failure: AssetSource.Failure,
    _ wording: Wording
  ) -> String {
    switch failure {
    case .missing(let name): wording("assets.missing", ["path": "--assets/\(name)"])
    case .malformed(let name, let detail):
      // It may quote the file.
      wording(
        "assets.malformed",
        ["path": "--assets/\(name)", "detail": Redaction(detail).text]
      )
    }
  }
}

/// A plain refusal: what is wrong, what to do, and the exit status that says so.
struct Refusal: Error, CustomStringConvertible {
  let description: String
  let status: EndStatus

  init(_ text: String, _ status: EndStatus) {
    description = text
    self.status = status
  }
}
