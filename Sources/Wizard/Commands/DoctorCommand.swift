import Wording
import ArgumentParser
import Model
import Screens
#if PostgreSQL
import ServerStore
#endif
import Store
import Terminal

/// Tells whether the program and its surroundings are in order.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check store, terminal, words and language; non-zero when something is wrong."
  )

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Fail also where a rule or a menu path is past the day to look at it again.")
  var release = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    var report = Report(context)
    var complaint: String?
    do {
      if try !report.inspect(context) { complaint = wording("doctor.storeUnsound") }
    } catch let refusal as Refusal {
      complaint = refusal.description
    }
    report.complaint = complaint
    let isLate = release && !report.stale.isEmpty
    if json { try Output.json(report) } else { say(report, isLate: isLate, wording) }
    if complaint != nil || !report.missingTexts.isEmpty || isLate {
      throw ExitCode(EndStatus.unusable.code)
    }
  }

  private func say(_ report: Report, isLate: Bool, _ wording: Wording) {
    func line(_ key: String, _ value: String) {
      Output.line("\(wording("doctor.\(key)")): \(value)")
    }
    line("version", report.version)
    line("language", report.language.rawValue)
    line("terminal", report.terminal)
    line("texts", report.missingTexts.isEmpty ? "ok" : report.missingTexts.joined(separator: ", "))
    for row in report.stale {
      Output.line(
        wording(
          "doctor.stale",
          ["row": "\(row.table) \(row.id)", "day": wording.written(row.checked, as: .pastDate)]
        )
      )
    }
    if let store = report.store {
      line("store", store.path)
      line("sqlite", store.sqliteVersion)
      for pragma in store.settings {
        Output.line("  \(pragma.name) = \(pragma.found)")
      }
      line("schema", "\(store.schemaVersion)")
      line("cases", "\(store.cases.values.reduce(0, +))")
      for name in store.leftFolders { Output.line(wording("store.leftFolder", ["name": name])) }
    }
    #if PostgreSQL
    if let server = report.server {
      line("store", "PostgreSQL \(server.serverVersion), \(server.identity)")
      line("schema", "\(server.shape)")
      line("cases", "\(server.cases)")
    }
    #endif
    Output.line(report.complaint ?? wording(isLate ? "doctor.late" : "doctor.fine"))
  }

  private struct Report: Encodable {
    let version = Version.text
    let language: Language
    let terminal: String
    /// Keys that some language lacks, as `nn: key`.
    let missingTexts: [String]
    /// Rows past the day to hold them against their source again.
    let stale: [Freshness.Stale]
    var store: StoreReport?
    #if PostgreSQL
    var server: ServerReport?
    #endif
    var complaint: String?

    private enum CodingKeys: String, CodingKey {
      case version, language, terminal, missingTexts, stale, store, complaint
      #if PostgreSQL
      case server
      #endif
    }

    /// Looks the store over.
    ///
    /// - Returns: Whether it is in order.
    mutating func inspect(_ context: CommandContext) throws -> Bool {
      let opened = try context.openStore()
      #if PostgreSQL
      if let opened = opened as? ServerStore {
        server = try context.tryStore { try opened.inspection() }
        return server?.isSound == true
      }
      #endif
      guard let opened = opened as? SQLiteStore else { return false }
      store = try context.tryStore { try opened.inspection() }
      return store?.isSound == true
    }

    init(_ context: CommandContext) {
      language = context.language()
      terminal = Environment["TERM"] ?? ""
      stale = Timestamp.now().day.map { context.content.stale(on: $0) } ?? []
      let all = Set(Language.allCases.flatMap { context.content.texts($0).entries.keys })
      missingTexts = Language.allCases.flatMap { language in
        all.subtracting(context.content.texts(language).entries.keys).sorted()
          .map { "\(language.rawValue): \($0)" }
      }
    }
  }
}
