import Wording
import ArgumentParser
import Model
import Screens

/// Lists, checks and draws the flows.
struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow",
    abstract: "List, check or draw the wizard's flows.",
    subcommands: [List.self, Check.self, Draw.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the flows."
    )
    @OptionGroup var options: SharedOptions

    func run() throws {
      let wording = try CommandContext(options).wording()
      for flow in Flow.all {
        Output.line("\(flow.id)\t\(flow.steps.count)\t\(wording("flow.\(flow.id).title"))")
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Check that no flow has a dead end, an unreachable step or a question without words."
    )
    @OptionGroup var options: SharedOptions

    func run() throws {
      let context = try CommandContext(options)
      let wording = context.wording()
      let findings = Flow.all.flatMap { flow in
        flow.findings.map { "\(flow.id): \($0)" }
          + Language.allCases.flatMap { language in
            flow.missingWords(in: context.content.texts(language)).map {
              "\(flow.id): \(language.rawValue): \($0)"
            }
          }
      }
      for finding in findings { Output.line(finding) }
      guard findings.isEmpty else {
        throw Refusal(wording.counted("flow.findings", findings.count), .badInput)
      }
      Output.line(wording("flow.sound", ["count": "\(Flow.all.count)"]))
    }
  }

  struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draw",
      abstract: "Draw a flow for Graphviz.",
      usage: "veiviser flow draw findFault | dot -Tsvg -o findFault.svg"
    )

    @Argument(help: "The id of the flow, as `flow list` gives it.")
    var name: String

    @OptionGroup var options: SharedOptions

    func run() throws {
      let flow = try Flow.named(name, CommandContext(options).wording())
      Output.line(flow.graph)
    }
  }
}
