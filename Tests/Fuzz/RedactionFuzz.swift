import ArgumentParser
import Foundation
import Model
import TestSupport

/// Redacts texts with a secret in each and texts with none, as they are kept of a message, of a note and of the name
/// of a party, and counts what is left and what is lost.
struct RedactionFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redaction",
    abstract: "Count the secrets that are left in what is kept, and the evidence that is lost."
  )

  @Option(help: "The same texts for the same number.") var seed: UInt64 = 20_261_128
  @Option(help: "How many texts of each kind.") var texts = 100_000

  func run() throws {
    var random = Seeded(seed)
    var shapes: Set<String> = []
    var left = 0
    for _ in 0..<texts {
      let planted = PlantedText(using: &random)
      shapes.insert(planted.shape)
      let places: [FieldID?] = [.messageText, nil]
      let kept =
        places.map { Content.embedded.kept(planted.text, in: $0) }
        + [Redaction(planted.text, nameOf: .party).text]
      let rests = kept.compactMap { planted.left(in: $0) }
      guard let rest = rests.first else { continue }
      left += 1
      if left <= 20 {
        Fuzz.say(
          "Left: \(rest.debugDescription) of \(planted.text.debugDescription), \(planted.shape)"
        )
      }
    }
    var evidence = 0
    var lost = 0
    for _ in 0..<texts {
      let harmless = HarmlessText(using: &random)
      evidence += harmless.evidence.count
      let gone = harmless.lost(in: Content.embedded.recogniser.redaction(of: harmless.text).text)
      lost += gone.count
      if !gone.isEmpty, lost <= 20 {
        Fuzz.say("Lost: \(gone) of \(harmless.text.debugDescription)")
      }
    }
    let kept = evidence == 0 ? 100 : Double(evidence - lost) / Double(evidence) * 100
    Fuzz.say("\(texts) texts of \(shapes.count) shapes, seed \(seed): \(left) with something left")
    Fuzz.say(
      "\(texts) harmless texts: \(lost) of \(evidence) pieces of evidence lost, \((kept * 100).rounded() / 100) % kept"
    )
    if left > 0 || kept < 99 { throw ExitCode(1) }
  }
}
