import ArgumentParser
import Foundation
import Model
import Wording

/// What the desk has met that no catalogue has, and how it gets there.
struct DeskKnowledge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge",
    abstract:
      "Tell what the desk has met that Veiviser does not know, and propose it for the catalogue.",
    subcommands: [
      DeskKnowledgeList.self, DeskKnowledgeShow.self, DeskKnowledgeExport.self,
      DeskKnowledgeCheck.self,
    ]
  )

  /// The shapes that are in so many cases that they are somebody's work, the most frequent first.
  static func shapes(_ store: any KeptStore, _ context: CommandContext) throws -> [ShapeCount] {
    try context.tryStore { try store.shapes(limit: 1_000) }.filter { $0.cases >= ShapeCount.fewest }
  }
}

struct DeskKnowledgeList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "List the shapes of unknown messages, and what agents say is wrong with what Veiviser says."
  )

  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: SharedOptions

  private struct Report: Encodable {
    struct Shape: Encodable {
      let id: String
      let shape: String
      let cases: Int
    }
    struct Flag: Encodable {
      let portal: String
      let message: String?
      let flag: String
      let calls: Int
    }
    let shapes: [Shape]
    let flags: [Flag]
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let store = try context.openStore(making: false)
    let shapes = try DeskKnowledge.shapes(store, context)
    let flags = try context.tryStore { try store.flags() }
    if json {
      return try Output.json(
        Report(
          shapes: shapes.map { .init(id: $0.shape.digest, shape: $0.shape.text, cases: $0.cases) },
          flags: flags.map {
            .init(
              portal: $0.edition.rawValue,
              message: $0.message,
              flag: $0.flag.rawValue,
              calls: $0.calls
            )
          }
        )
      )
    }
    if shapes.isEmpty { Output.line(wording("desk.knowledge.none")) }
    for found in shapes {
      Output.line("\(found.cases)\t\(found.shape.digest)\t\(found.shape.text)")
    }
    for flag in flags {
      let message = flag.message.map { named($0, wording) } ?? wording("desk.stats.none")
      Output.line("\(flag.calls)\t\(message)\t\(wording(flag.flag.textKey))")
    }
  }

  /// A message by its name in the catalogue and in words; a shape that no catalogue has by its name alone.
  private func named(_ id: String, _ wording: Wording) -> String {
    let words = wording.callerMessage(id)
    return words == id ? id : "\(id) \(words)"
  }
}

struct DeskKnowledgeShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a shape and what the calls about it came of, where there are enough of them."
  )

  @Argument(help: ArgumentHelp("The shape, as list names it.", valueName: "shape"))
  var id: String
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let store = try context.openStore(making: false)
    guard
      let found = try DeskKnowledge.shapes(store, context).first(where: { $0.shape.digest == id })
    else { throw Refusal(wording("desk.knowledge.noShape"), .badInput) }
    Output.line("\(found.cases)\t\(found.shape.text)")
    for edition in PortalEdition.allCases {
      let like = Likeness(edition: edition, message: id)
      guard let similar = try context.tryStore({ try store.similar(to: like) }) else { continue }
      for cause in similar.causes {
        Output.line("\(cause.count)\t\(wording.text(ofCause: cause.cause))")
      }
    }
  }
}

struct DeskKnowledgeExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print a proposal for the catalogue, in which the words are to be written."
  )

  @Argument(
    help: ArgumentHelp("Shapes, as list names them; all of them by default.", valueName: "shape")
  )
  var ids: [String] = []
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore(making: false)
    try context.checkLead(of: store)
    let shapes = try DeskKnowledge.shapes(store, context)
    guard ids.allSatisfy({ id in shapes.contains { $0.shape.digest == id } }) else {
      throw Refusal(context.wording()("desk.knowledge.noShape"), .badInput)
    }
    guard let today = Timestamp.now().day else { return }
    let tallies = try context.tryStore { try store.tallies(from: nil, through: nil) }
    let chosen = ids.isEmpty ? shapes : shapes.filter { ids.contains($0.shape.digest) }
    try Output.json(CataloguePatch(messages: chosen.map { .init($0, tallies, on: today) }))
  }
}

struct DeskKnowledgeCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Hold a proposal against the catalogue: it must load, know its own and change nothing else."
  )

  @Argument(help: ArgumentHelp("The proposal, or - to read it.", valueName: "file|-"))
  var file: String
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let text = try InputFile.text(of: file, limit: 4, .isRefused, wording)
    guard let patch = try? CataloguePatch(json: Data(text.utf8)) else {
      throw Refusal(wording("desk.patch.none"), .badInput)
    }
    let assets = options.assets.map(AssetSource.directory) ?? .embedded
    let findings = patch.findings(in: assets)
    guard findings.isEmpty else {
      let lines = findings.map { wording($0.textKey, $0.textValues) }
      throw Refusal(lines.joined(separator: "\n"), .badInput)
    }
    Output.line(wording("desk.patch.sound", ["count": "\(patch.messages.count)"]))
  }
}
