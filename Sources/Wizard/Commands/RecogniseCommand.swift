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
    let text = try InputFile.text(of: file, limit: 2, .isCut, wording)
    guard Sanitiser.text(text).contains(where: { !$0.isWhitespace }) else {
      throw Refusal(wording("recognise.empty"), .badInput)
    }
    let found = context.content.recogniser.recognise(text)
    if json {
      try Output.json(Report(found, context.content))
      return
    }
    var walk = wording.walk(.findFault(of: context.portal))
    walk.read(text, with: context.content.recogniser)
    let closing = wording.closing(walk).map { [$0].lines(width: 10_000).map(\.text) } ?? []
    for match in found.matches {
      guard let message = context.content.message(match.id) else { continue }
      let meaning = wording(message.meaningKey)
      Output.line(wording.seenName(match.id).map { "\($0): \(meaning)" } ?? meaning)
      let isClosed = message.edition != .current
      if isClosed { closing.forEach { Output.line($0) } }
      // What there was to do in an Altinn that has closed is told whoever asks about that one.
      if !isClosed || message.edition == context.portal, wording.has(message.remedyKey) {
        Output.line(wording(message.remedyKey))
      }
      if let handOver = message.handOver {
        Output.line(wording("handOver.title"))
        Output.line(wording(handOver.textKey))
      }
      Output.line("")
    }
    if found.matches.isEmpty { Output.line(wording("recognise.unknown")) }
    let guesses = found.candidates.filter { $0.how == .similar }
    if !guesses.isEmpty { Output.line(wording("recognise.similar")) }
    for guess in guesses {
      guard let message = context.content.message(guess.id) else { continue }
      if !message.texts.isEmpty {
        let quote = wording.quote(message)
        let name = wording.seenName(guess.id).flatMap { quote.contains($0) ? nil : "\($0): " }
        Output.line("  \(name ?? "")\(quote)")
      }
      Output.line("  \(wording(message.meaningKey))")
    }
    if !guesses.isEmpty { Output.line("") }
    let edition =
      found.matches.first.flatMap { context.content.message($0.id) }?.edition ?? context.portal
    if let named = wording.pointed(at: found.ranking, in: edition) { Output.line(named) }
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

    struct Candidate: Encodable {
      let id: String
      let portal: PortalEdition?
      let score: Double
      let how: String
    }

    let matches: [Match]
    let candidates: [Candidate]
    /// Whether the text is one message and nothing else.
    let alone: Bool
    let ranking: [Cause]
    let values: [String: String]
    let redacted: String

    init(_ found: Recognition, _ content: Content) {
      matches = found.matches.map {
        Match(id: $0.id, portal: content.message($0.id)?.edition, causes: $0.causes)
      }
      candidates = found.candidates.map {
        // Two decimals: the figures are no surer than that.
        Candidate(
          id: $0.id,
          portal: content.message($0.id)?.edition,
          score: ($0.score * 100).rounded() / 100,
          how: $0.how.rawValue
        )
      }
      alone = found.isAlone
      ranking = found.ranking
      values = found.values
      redacted = found.redacted
    }
  }
}
