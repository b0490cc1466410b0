import ArgumentParser
import Model
import Screens

/// Lists, shows and deletes cases.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "List, show or delete cases.",
    subcommands: [List.self, Show.self, Delete.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the cases, newest first.")

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "Only cases whose number or title holds these words.")
    var matching: String?

    @Option(help: "How many cases at the most.")
    var limit = 1_000

    @OptionGroup var options: SharedOptions

    func run() throws {
      let setting = try Setting(options)
      let wording = setting.wording()
      let store = try setting.openStore()
      let cases = try setting.tryStore {
        try store.summaries(matching: matching, limit: max(0, limit))
      }
      if json {
        try Output.json(cases)
        return
      }
      if cases.isEmpty { Output.line(wording("cases.none")) }
      for item in cases {
        let title = item.title.isEmpty ? wording("flow.\(item.flow).title") : item.title
        let status = wording("cases.status.\(item.status.rawValue)")
        Output.line(
          "\(item.id.rawValue)\t\(item.updated.local)\t\(status)\t\(Sanitiser.line(title))"
        )
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a case with its conclusion.")

    @Argument(help: "The number of the case.")
    var number: Int64

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: SharedOptions

    func run() throws {
      let setting = try Setting(options)
      let wording = setting.wording()
      let store = try setting.openStore()
      let found = try setting.tryStore { try store.load(CaseID(rawValue: number)) }
      if json {
        try Output.json(found)
        return
      }
      guard let flow = Flow.named(found.flow) else { return }
      let walk = Walk(flow, guide: setting.content.guide, resuming: found.content)
      Output.line(
        wording(
          "cases.case",
          [
            "number": "\(number)",
            "title": found.title.isEmpty ? wording("flow.\(flow.id).title") : found.title,
          ]
        )
      )
      for (field, answer) in walk.answered {
        let question = wording.text("question.\(field.id.rawValue).title", about: walk)
        Output.line("- \(question) \(wording.answer(answer, to: field, in: walk))")
      }
      Output.line("")
      for line in TextBlock(wording.conclusion(walk)).lines(width: 78) { Output.line(line.text) }
    }
  }

  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Delete a case with all that belongs to it; it cannot be brought back."
    )

    @Argument(help: "The number of the case.")
    var number: Int64

    @OptionGroup var options: SharedOptions

    func run() throws {
      let setting = try Setting(options)
      let store = try setting.openStore()
      try setting.tryStore { try store.delete(CaseID(rawValue: number)) }
      Output.line(setting.wording()("cases.deleted", ["number": "\(number)"]))
    }
  }
}

extension Setting {
  /// Does something with the store; a failure becomes a refusal in words.
  func tryStore<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let failure as StoreFailure {
      let status: EndStatus = if case .noSuchCase = failure { .badInput } else { .unusable }
      throw Refusal(wording()(failure.textKey, failure.textValues), status)
    }
  }
}
