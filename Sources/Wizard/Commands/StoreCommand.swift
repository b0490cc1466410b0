import Wording
import ArgumentParser
import Model
import SafeText
import Screens
#if PostgreSQL
import ServerStore
#endif
import Store

/// Looks after the store as a whole.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Check, copy, bring back or purge the store.",
    subcommands: [
      Check.self, StoreSetUp.self, CopyStore.self, Backup.self, Restore.self, Purge.self,
    ]
  )

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Check the file, its settings and the whole trail; non-zero when something is wrong."
    )

    @Option(
      help: ArgumentHelp(
        "The end of the trail as an earlier check gave it; it must still be there.",
        valueName: "line:digest"
      )
    )
    var head: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: SharedOptions

    func validate() throws {
      if let head, TrailHead(head) == nil {
        throw UsageMistake("usage.head")
      }
    }

    func run() throws {
      let context = try CommandContext(options)
      let wording = context.wording()
      let opened = try context.openStore(making: false)
      #if PostgreSQL
      if let server = opened as? ServerStore { return try check(server, context) }
      #endif
      guard let store = opened as? SQLiteStore else { return }
      let report = try context.tryStore {
        try store.inspection(against: head.flatMap(TrailHead.init))
      }
      // What is damaged is told, and cannot be counted.
      let overdue = (try? store.purge(context.content.retention, dryRun: true).count) ?? 0
      if json { try Output.json(report) } else { say(report, overdue: overdue, wording) }
      if !report.isSound { throw ExitCode(EndStatus.unusable.code) }
    }

    #if PostgreSQL
    private func check(_ store: ServerStore, _ context: CommandContext) throws {
      let wording = context.wording()
      let report = try context.tryStore { try store.inspection(against: head) }
      let overdue = try context.tryStore {
        try store.purge(context.content.retention, dryRun: true).count
      }
      if json {
        try Output.json(report)
      } else {
        let values = ["path": ServerStore.path, "count": "\(report.cases)"]
        Output.line(wording("store.checked", values))
        say(report.events, report.trailHead, brokenAt: report.trailBrokenAt, overdue, wording)
        Output.line(wording(report.isSound ? "doctor.fine" : "doctor.storeUnsound"))
      }
      if !report.isSound { throw ExitCode(EndStatus.unusable.code) }
    }
    #endif

    /// What is told of the trail wherever it is kept.
    private func say(
      _ events: Int,
      _ head: String,
      brokenAt line: Int64?,
      _ overdue: Int,
      _ wording: Wording
    ) {
      Output.line(wording("store.trail", ["count": "\(events)", "head": head]))
      if overdue > 0 { Output.line(wording("store.overdue", ["count": "\(overdue)"])) }
      if let line { Output.line(wording("store.trailBroken", ["line": "\(line)"])) }
    }

    private func say(_ report: StoreReport, overdue: Int, _ wording: Wording) {
      let count = report.cases.values.reduce(0, +)
      Output.line(wording("store.checked", ["path": report.path, "count": "\(count)"]))
      say(report.events, report.trailHead, brokenAt: report.trailBrokenAt, overdue, wording)
      if let complaint = report.complaint {
        Output.line(wording("store.complaint", ["complaint": Sanitiser.line(complaint)]))
      }
      if !report.damagedCases.isEmpty {
        let numbers = report.damagedCases.map(String.init).joined(separator: ", ")
        Output.line(wording("store.damagedCases", ["numbers": numbers]))
      }
      if report.fileMode != report.expectedMode {
        let mode = String(report.fileMode, radix: 8)
        Output.line(wording("store.fileMode", ["path": report.path, "mode": mode]))
      }
      for name in report.leftFolders { Output.line(wording("store.leftFolder", ["name": name])) }
      Output.line(wording(report.isSound ? "doctor.fine" : "doctor.storeUnsound"))
    }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Copy the whole store to a new file; others may go on using it meanwhile."
    )

    @Argument(help: "The new file; what stands there already is never written over.")
    var file: String

    @OptionGroup var options: SharedOptions

    func run() throws {
      let context = try CommandContext(options)
      let store = try context.openFile(making: false)
      let path = try context.tryStore { try store.backUp(to: file) }
      Output.receipt(context.wording()("store.backedUp", ["path": path]))
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: "Put a copy in the place of the store; what stands there is kept beside it."
    )

    @Argument(help: "A file that store backup made.")
    var file: String

    @OptionGroup var options: SharedOptions

    func run() throws {
      let context = try CommandContext(options)
      let wording = context.wording()
      let replaced = try context.restoreStore(from: file)
      Output.receipt(wording("store.restored"))
      if let replaced { Output.line(wording("store.replaced", ["path": replaced])) }
    }
  }

  struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "purge",
      abstract: "Delete what has been kept for as long as it may be, and its traces in the file."
    )

    @Option(
      help: ArgumentHelp(
        "Delete what is closed and unchanged for so many days, in place of the table of periods.",
        valueName: "days"
      )
    )
    var olderThan: Int?

    @Flag(help: "Only tell what would be deleted.")
    var dryRun = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: SharedOptions

    func validate() throws {
      if let olderThan, olderThan < 0 {
        throw UsageMistake("usage.olderThan")
      }
    }

    func run() throws {
      let context = try CommandContext(options)
      let table = context.content.retention
      let store = try context.openStore(making: false)
      let report = try context.tryStore {
        try store.purge(olderThan.map(table.closedOnly) ?? table, dryRun: dryRun)
      }
      let wording = context.wording()
      let done = wording(dryRun ? "store.wouldPurge" : "store.purged", ["count": "\(report.count)"])
      if json {
        try Output.json(report, done: dryRun ? nil : done)
      } else {
        Output.line(done, done: dryRun ? nil : done)
        say(report, wording)
      }
    }

    private func say(_ report: PurgeReport, _ wording: Wording) {
      if let olderThan { Output.line(wording.counted("store.closedOnly", olderThan, as: "days")) }
      for (flow, cases) in report.deleted.sorted(by: { $0.key < $1.key }) {
        let numbers = cases.map(String.init).joined(separator: ", ")
        Output.line("  \(wording("flow.\(flow).records")): \(numbers)")
      }
      if report.trailLines > 0 {
        let count = "\(report.trailLines)"
        Output.line(wording(dryRun ? "store.wouldTrim" : "store.trimmed", ["count": count]))
      }
    }
  }
}
