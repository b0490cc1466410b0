import Wording
import SafeText
import ArgumentParser
import Foundation
import Model
import Screens

/// Tells which message a text is.
struct RecogniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognise",
    abstract: "Tell which message a text is, and where its fault can be.",
    discussion: "What is printed has national identity numbers, passwords and codes taken out."
  )

  @Argument(help: "A file, or - for standard input.")
  var file = "-"

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    // More is no message.
    let text = try InputFile.text(of: file, limit: 16, .isCut, wording)
    let found = context.content.recogniser.recognise(text)
    if json {
      try Output.json(Report(found, context.content))
      return
    }
    for match in found.matches {
      guard let message = context.content.message(match.id) else { continue }
      Output.line("\(match.id): \(wording(message.meaningKey))")
      if wording.has(message.remedyKey) { Output.line(wording(message.remedyKey)) }
      if let handOver = message.handOver {
        Output.line(wording("handOver.title"))
        Output.line(wording(handOver.textKey))
      }
      Output.line("")
    }
    if found.matches.isEmpty { Output.line(wording("recognise.unknown")) }
    let causes = found.ranking.map { wording($0.titleKey) }
    Output.line(wording("recognised.causes", ["causes": causes.joined(separator: ", ")]))
    if !found.removed.isEmpty { Output.line(wording("recognise.removed")) }
    Output.line("")
    Output.line(Sanitiser.text(found.redacted))
  }

  /// The shape of the JSON.
  private struct Report: Encodable {
    struct Match: Encodable {
      let id: String
      let portal: PortalEdition?
      let causes: [Cause]
    }

    let matches: [Match]
    let ranking: [Cause]
    let values: [String: String]
    let redacted: String

    init(_ found: Recognition, _ content: Content) {
      matches = found.matches.map {
        Match(id: $0.id, portal: content.message($0.id)?.edition, causes: $0.causes)
      }
      ranking = found.ranking
      values = found.values
      redacted = found.redacted
    }
  }
}
