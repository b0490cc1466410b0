import Wording
import ArgumentParser
import Model
import SafeText
import Screens
import Store

/// What a group of commands works on.
protocol RecordKind {
  /// The name of the command.
  static var name: String { get }
  /// What it works on, in the plural.
  static var things: String { get }
  /// The flow whose cases are listed.
  static var flow: FlowID { get }
  /// Whether a number of another flow is refused.
  static var isStrict: Bool { get }
}

enum CaseKind: RecordKind {
  static let name = "case"
  static let things = "fault cases"
  static let flow = Flow.findFault.id
  // Every number is a case, so that all that is kept can be shown and deleted.
  static let isStrict = false
}

enum DatasystemKind: RecordKind {
  static let name = "datasystem"
  static let things = "datasystems"
  static let flow = Flow.registerSystem.id
  static let isStrict = true
}

enum RequestKind: RecordKind {
  static let name = "request"
  static let things = "requests for access"
  static let flow = Flow.requestAccess.id
  static let isStrict = true
}

typealias CaseCommand = RecordCommand<CaseKind>
typealias DatasystemCommand = RecordCommand<DatasystemKind>
typealias RequestCommand = RecordCommand<RequestKind>

/// Lists, shows and deletes what a flow leaves behind.
struct RecordCommand<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Kind.name,
      abstract: "List, show or delete \(Kind.things).",
      subcommands: [RecordList<Kind>.self, RecordShow<Kind>.self, RecordDelete<Kind>.self]
    )
  }
}

struct RecordList<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: "List the \(Kind.things), newest first.")
  }

  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: "Only those whose number or title holds these words.")
  var matching: String?

  @Option(help: "How many at the most.")
  var limit = 1_000

  @OptionGroup var options: SharedOptions

  func run() throws {
    let setting = try Setting(options)
    let wording = setting.wording()
    let store = try setting.openStore()
    let found = try setting.tryStore {
      try store.summaries(
        matching: matching,
        flow: Kind.flow,
        limit: max(0, limit),
        answers: Flow.statusFields
      )
    }
    if json {
      Output.text(RecordReport.json(found.map { RecordReport($0) }))
      return
    }
    if found.isEmpty { Output.line(wording("cases.none")) }
    let today = Timestamp.now().day
    for item in found {
      let columns = [
        "\(item.id.rawValue)", item.updated.local, wording.statusText(item, on: today),
        item.title.isEmpty ? wording.label(item) : item.title,
      ]
      Output.line(columns.map { Sanitiser.line($0) }.joined(separator: "\t"))
    }
  }
}

struct RecordShow<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: "Show one of the \(Kind.things) with its answers and what follows from them."
    )
  }

  @Argument(help: "The number.")
  var number: Int64

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let setting = try Setting(options)
    let found = try setting.record(number, of: Kind.self, in: try setting.openStore())
    let text =
      json
      ? RecordReport(found).json
      : RecordText(found, setting.wording(), on: Timestamp.now().day).plain
    Output.text(text)
  }
}

struct RecordDelete<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "delete",
      abstract:
        "Delete one of the \(Kind.things) with all that belongs to it; it cannot be brought back."
    )
  }

  @Argument(help: "The number.")
  var number: Int64

  @OptionGroup var options: SharedOptions

  func run() throws {
    let setting = try Setting(options)
    let store = try setting.openStore()
    let found = try setting.record(number, of: Kind.self, in: store)
    try setting.tryStore { try store.delete([found.id]) }
    Output.line(setting.wording()("cases.deleted", ["number": "\(number)"]))
  }
}

extension Setting {
  /// Does something with the store; a failure becomes a refusal in words.
  func tryStore<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let failure as StoreFailure {
      let status: EndStatus =
        switch failure {
        case .noSuchCase, .noCopy, .copyUnusable, .copyUnreadable, .copyLink, .inTheWay: .badInput
        default: .unusable
        }
      throw Refusal(wording()(failure.textKey, failure.textValues), status)
    }
  }

  /// The case of a number, which must be of the kind that the command works on.
  fileprivate func record(
    _ number: Int64,
    of kind: any RecordKind.Type,
    in store: any CaseStore
  ) throws -> Case {
    let found = try tryStore { try store.load(CaseID(rawValue: number)) }
    guard kind.isStrict, found.flow != kind.flow else { return found }
    let values = ["number": "\(number)", "found": wording().label(found)]
    throw Refusal(wording()("records.otherKind", values), .badInput)
  }
}
