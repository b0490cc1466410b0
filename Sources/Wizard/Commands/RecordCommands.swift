import Wording
import ArgumentParser
import Model
import SafeText
import Screens

/// The cases that `list`, `show` and `delete` of one command work on.
///
/// Each is a type of its own, since the argument parser makes its commands of types.
protocol CaseGroup {
  /// The name of the command.
  static var name: String { get }
  /// What it works on, in the plural.
  static var things: String { get }
  /// The flow whose cases are listed, with those of the same errand in the other portal.
  static var flow: FlowID { get }
  /// Whether a number of another flow is refused.
  static var isStrict: Bool { get }
}

enum FaultCases: CaseGroup {
  static let name = "case"
  static let things = "fault cases"
  static let flow = Flow.findFault.id
  // Every number is a case, so that all that is kept can be shown and deleted.
  static let isStrict = false
}

enum Datasystems: CaseGroup {
  static let name = "datasystem"
  static let things = "datasystems"
  static let flow = Flow.registerSystem.id
  static let isStrict = true
}

enum AccessRequests: CaseGroup {
  static let name = "request"
  static let things = "requests for access"
  static let flow = Flow.requestAccess.id
  static let isStrict = true
}

typealias CaseCommand = RecordCommand<FaultCases>
typealias DatasystemCommand = RecordCommand<Datasystems>
typealias RequestCommand = RecordCommand<AccessRequests>

/// Lists, shows and deletes what a flow leaves behind.
struct RecordCommand<Group: CaseGroup>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Group.name,
      abstract: "List, show or delete \(Group.things).",
      subcommands: [RecordList<Group>.self, RecordShow<Group>.self, RecordDelete<Group>.self]
    )
  }
}

struct RecordList<Group: CaseGroup>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: "List the \(Group.things), newest first.")
  }

  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: "Only those whose number or title holds these words.")
  var matching: String?

  @Option(help: "How many at the most.")
  var limit = 1_000

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let store = try context.openStore()
    let found = try context.tryStore { try summaries(in: store) }
    Output.cases(found, asJSON: json, wording)
  }
}

extension Output {
  /// Prints a list of cases, a line each with tabs between what is told of it.
  static func cases(_ found: [CaseSummary], asJSON json: Bool, _ wording: Wording) {
    if json {
      text(RecordReport.json(found.map { RecordReport($0) }))
      return
    }
    if found.isEmpty { line(wording("cases.none")) }
    let today = Timestamp.now().day
    for item in found {
      let columns = [
        "\(item.id.rawValue)", wording.text(item.updated), wording.statusText(item, on: today),
        item.title.isEmpty ? wording.label(item) : wording.title(item), wording.gist(item),
      ]
      line(columns.map { Sanitiser.line($0) }.joined(separator: "\t"))
    }
  }
}

extension RecordList {
  /// The cases of every portal, the one changed last first.
  private func summaries(in store: any CaseStore) throws(StoreFailure) -> [CaseSummary] {
    try store.summaries(
      matching: matching,
      statuses: CaseStatus.allCases,
      flows: Flow.ids(sharingErrandWith: Group.flow),
      limit: max(0, limit),
      offset: 0,
      answers: Flow.statusFields
    )
  }
}

struct RecordShow<Group: CaseGroup>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: "Show one of the \(Group.things) with its answers and what follows from them."
    )
  }

  @Argument(help: "The number.")
  var number: Int64

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let found = try context.record(number, of: Group.self, in: try context.openStore())
    let text =
      json
      ? RecordReport(found).json
      : RecordText(found, context.wording(), on: Timestamp.now().day).plain
    Output.text(text)
  }
}

struct RecordDelete<Group: CaseGroup>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "delete",
      abstract:
        "Delete one of the \(Group.things) with all that belongs to it; it cannot be brought back."
    )
  }

  @Argument(help: "The number.")
  var number: Int64

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore()
    let id = CaseID(rawValue: number)
    // One that cannot be read can be deleted all the same.
    if !store.isUnreadable(id) { _ = try context.record(number, of: Group.self, in: store) }
    try context.tryStore { try store.delete([id]) }
    Output.receipt(context.wording()("cases.deleted", ["number": "\(number)"]))
  }
}

extension CaseStore {
  fileprivate func isUnreadable(_ id: CaseID) -> Bool {
    do throws(StoreFailure) {
      _ = try load(id)
      return false
    } catch {
      return error == .unreadable(id)
    }
  }
}

extension StoreFailure {
  /// The key of the text that says it where nothing stands on a screen.
  fileprivate var keyInCommand: String {
    switch self {
    case .full: "store.full"
    case .vanished: "store.vanished"
    default: textKey
    }
  }
}

extension CommandContext {
  /// Does something with the store; a failure becomes a refusal in words.
  ///
  /// - Parameter told: A path as people are told it.
  func tryStore<Result>(
    told: ((String) -> String)? = nil,
    _ work: () throws -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch let failure as StoreFailure {
      let status: EndStatus =
        switch failure {
        case .noSuchCase, .noCopy, .copyUnusable, .copyUnreadable, .copyLink, .inTheWay,
          .searchTooLong, .notEmpty, .copyUnnamed, .copyNotMade(_, .link),
          .copyNotMade(_, .notFolder), .copyNotMade(_, .missing):
          .badInput
        default: .unusable
        }
      var values = failure.textValues
      values["path"] = values["path"].map(told ?? self.told)
      throw Refusal(wording()(failure.keyInCommand, values).capitalisedFirst, status)
    }
  }

  /// The case of a number, which must be of the kind that the command works on.
  fileprivate func record(
    _ number: Int64,
    of kind: any CaseGroup.Type,
    in store: any KeptStore
  ) throws -> Case {
    let id = CaseID(rawValue: number)
    let found: Case
    do throws(StoreFailure) {
      found = try store.load(id)
    } catch .noSuchCase where (try? store.events(for: id))?.isEmpty != false {
      // What was never a case may be any number, a code for instance, and is not repeated.
      throw Refusal(wording()("records.noSuchNumber"), .badInput)
    } catch {
      found = try tryStore { () throws -> Case in throw error }
    }
    guard kind.isStrict, !Flow.ids(sharingErrandWith: kind.flow).contains(found.flow) else {
      return found
    }
    let values = ["number": "\(number)", "found": wording().label(found)]
    throw Refusal(wording()("records.otherKind", values), .badInput)
  }
}
