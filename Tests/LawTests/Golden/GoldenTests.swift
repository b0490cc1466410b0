import Foundation
import Model
import TestSupport
import Testing

/// Compares what the engine says of thousands of states of knowledge with what it said before.
///
/// The laws of the engine would pass a program that answers otherwise but soundly; this file does not.
/// It is rewritten only where `WRITE_GOLDEN_STATES` is set, and only when an answer is meant to change.
@Suite struct GoldenTests {
  static let path = "Tests/LawTests/Golden/altinn2.txt"
  private static let count = 4_000

  @Test func `every state of knowledge gives what it gave before`() throws {
    if ProcessInfo.processInfo.environment["WRITE_GOLDEN_STATES"] != nil { try Self.write() }
    let lines = try Repository.text(of: Self.path).split(separator: "\n")
    let header = lines.prefix { $0 != "---" }
    let notation = GoldenNotation(header: Array(header))
    let order = GoldenState.facts(of: try #require(header.first { $0.hasPrefix("facts ") }))
    let states = lines.dropFirst(header.count + 1)
    #expect(states.count == Self.count)
    var compared = 0
    // A build for debugging is many times slower: there every twentieth state must do.
    #if DEBUG
    let stride = 20
    #else
    let stride = 1
    #endif
    for (index, line) in states.enumerated() where index % stride == 0 {
      let parts = line.split(separator: "|")
      let state = try #require(GoldenState(parts[0], order: order))
      let answer = Self.answer(to: state, notation)
      if answer != parts[1] {
        Issue.record("line \(index): \(parts[0])\nwas \(parts[1])\nis  \(answer)")
      }
      compared += 1
    }
    #expect(compared == Self.count / stride)
  }

  /// What messages of the second portal said of the first one's points when the file was written; its
  /// answers rest on that.
  private static let moved: [String: [Cause]] = [
    "D3": [.delegation, .input], "D4": [.delegation, .input], "D5": [.delegation],
    "SNoKeyRole": [.personRights, .delegation], "S02": [.delegation], "S03": [.registration],
    "S04": [.registration], "S11": [.vendor, .registration], "S14": [.temporary, .delegation],
    "S16": [.delegation, .personRights], "S18": [.delegation, .personRights],
    "S20": [.securityLevel], "S51": [.delegation], "S53": [.delegation, .personRights],
    "S68": [.delegation, .personRights], "S70": [.delegation, .serviceOwner],
    "S71": [.delegation, .serviceOwner], "SRequestNotFound": [.delegation, .input],
    "SRequestExpired": [.delegation], "SRequestRejected": [.delegation],
    "SRequestApproved": [.delegation], "SMissingPermission": [.delegation, .personRights],
    "MP303": [.vendor], "DAS008": [.vendor],
  ]

  private static let engine: Engine = {
    let services = Content.embedded.rights.services.entries
    let testimonies = Shipped.messages.map { message in
      (
        message.id,
        Knowledge.Testimony(
          causes: moved[message.id] ?? message.causes,
          evidence: moved[message.id] == nil ? Set(message.evidence) : [],
          passed: message.passed,
          isSign: message.isSign
        )
      )
    }
    return Engine(
      .altinn2,
      knowledge: Knowledge(
        classes: [
          .service: Dictionary(
            uniqueKeysWithValues: services.filter(\.needsSigning).map {
              ($0.id, FactValues.signedService)
            }
          )
        ],
        testimonies: Dictionary(uniqueKeysWithValues: testimonies)
      ),
      actions: Shipped.actions.filter { $0.edition == .altinn2 }
    )
  }()

  private static func answer(to state: GoldenState, _ notation: GoldenNotation) -> String {
    let diagnosis = engine.diagnose(state.known)
    return notation.line(
      diagnosis,
      engine.repairs(for: diagnosis),
      Planner(diagnosis, lastAsked: state.lastFact).next
    )
  }

  /// Answers the same states anew, for a change that is meant to change answers; read the difference.
  private static func write() throws {
    let lines = try Repository.text(of: path).split(separator: "\n")
    let header = lines.prefix { $0 != "---" }
    let notation = GoldenNotation(header: Array(header))
    let order = GoldenState.facts(of: header.first { $0.hasPrefix("facts ") } ?? "")
    let states = lines.dropFirst(header.count + 1).map { line -> String in
      let known = line.split(separator: "|")[0]
      let answer = GoldenState(known, order: order).map { Self.answer(to: $0, notation) }
      return "\(known)|\(answer ?? "")"
    }
    let text = (header.map(String.init) + ["---"] + states).joined(separator: "\n") + "\n"
    try text.write(to: Repository.root.appending(path: path), atomically: true, encoding: .utf8)
  }
}
