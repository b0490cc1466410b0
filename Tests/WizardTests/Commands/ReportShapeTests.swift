import Foundation
import Model
import Testing

/// What `recognise --json` and `diagnose --json` give out has the documented shape, key by key.
@Suite struct ReportShapeTests {
  // MARK: - The shapes

  private struct RecogniseShape: Decodable {
    struct Match: Decodable {
      let id: String
      let portal: PortalEdition
      let causes: [Cause]
    }

    struct Candidate: Decodable {
      let id: String
      let portal: PortalEdition
      let score: Double
      let how: String
    }

    let matches: [Match]
    let candidates: [Candidate]
    let ranking: [Cause]
    let values: [String: String]
    let redacted: String
  }

  private struct DiagnoseShape: Decodable {
    struct Verdict: Decodable {
      let state: PointState
      let reasons: [String]
      let missing: [FieldID]
    }

    struct Conclusion: Decodable {
      let causes: [Cause]
      let certainty: Certainty
    }

    struct Repair: Decodable {
      struct Action: Decodable {
        let id: String
        let by: Actor
        let `where`: [String]
      }

      let actions: [Action]
    }

    let verdicts: [String: Verdict]
    let conclusion: Conclusion
    let repairs: [Repair]
    let next: FieldID?
  }

  /// Reads a report and holds its keys, on every level, against the documented ones.
  private func read<Shape: Decodable>(_ run: Run, as _: Shape.Type, _ keys: [String: Set<String>])
    throws -> Shape
  {
    #expect(run.status == 0)
    #expect(run.complaint == "")
    let data = Data(run.output.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    check(object, "", keys)
    return try JSONDecoder().decode(Shape.self, from: data)
  }

  private func check(_ value: Any, _ path: String, _ keys: [String: Set<String>]) {
    if let list = value as? [Any] {
      for item in list { check(item, path, keys) }
    }
    guard let object = value as? [String: Any] else { return }
    if let expected = keys[path] { #expect(Set(object.keys) == expected, "\(path)") }
    for (key, value) in object { check(value, path + "/" + key, keys) }
  }

  private static let recogniseKeys: [String: Set<String>] = [
    "": ["matches", "candidates", "alone", "ranking", "values", "redacted"],
    "/matches": ["id", "portal", "causes"],
    "/candidates": ["id", "portal", "score", "how"],
  ]

  private static let diagnoseKeys: [String: Set<String>] = {
    var keys: [String: Set<String>] = [
      "": ["portal", "verdicts", "conclusion", "repairs", "next"],
      "/verdicts": Set(Portal.altinn2.points.map(\.point.rawValue)),
      "/conclusion": ["causes", "certainty"],
      "/repairs": ["actions"],
      "/repairs/actions": ["id", "by", "where"],
    ]
    for point in Portal.altinn2.points.map(\.point) {
      keys["/verdicts/\(point.rawValue)"] = ["state", "reasons", "missing"]
    }
    return keys
  }()

  // MARK: - Recognising

  @Test func `gives what a text is like, apart from what it is`() throws {
    let run = try Run(["recognise", "--json"], input: "incorect username/pasword given for system")
    let report = try read(run, as: RecogniseShape.self, Self.recogniseKeys)
    #expect(report.matches.isEmpty && report.ranking == [.unknown])
    let best = try #require(report.candidates.first)
    #expect(best.id == "E2" && best.portal == .altinn2 && best.how == "similar")
    #expect((0.9...1).contains(best.score))
  }

  @Test func `recognises every message as the documented object`() throws {
    for message in try Message.catalogue(from: .embedded) where message.id.hasPrefix("E") {
      guard let text = message.texts.first, !message.needsErrorID else { continue }
      let pasted = text.replacing(/\{[a-zA-Z]+\}/, with: Situation.reportee)
      let run = try Run(["recognise", "--json"], input: pasted)
      let report = try read(run, as: RecogniseShape.self, Self.recogniseKeys)
      let match = report.matches.first { $0.id == message.id }
      #expect(match?.causes == message.causes, "\(message.id)")
      #expect(!report.ranking.isEmpty)
    }
  }

  @Test(arguments: Portal.all.map(\.edition))
  func `says of each message which Altinn it is of, whether it stands there or is only like it`(
    edition: PortalEdition
  ) throws {
    let messages = try Message.catalogue(from: .embedded).filter {
      $0.edition == edition && !$0.isSymptom && !$0.needsErrorID && !$0.texts.isEmpty
    }
    var count = 0
    for message in messages.prefix(12) {
      // A letter left out makes it only like the message.
      for text in [message.texts[0], String(message.texts[0].dropLast())] {
        let run = try Run(["recognise", "--json"], input: text)
        let report = try read(run, as: RecogniseShape.self, Self.recogniseKeys)
        let found =
          report.matches.map { ($0.id, $0.portal) }
          + report.candidates.map { ($0.id, $0.portal) }
        for (id, portal) in found where id == message.id {
          #expect(portal == edition, "\(id)")
          count += 1
        }
      }
    }
    #expect(count > 5)
  }

  @Test func `says that an unknown text is unknown`() throws {
    let run = try Run(["recognise", "-", "--json"], input: "ganske ukjent")
    let report = try read(run, as: RecogniseShape.self, Self.recogniseKeys)
    #expect(report.matches.isEmpty)
    #expect(report.ranking == [.unknown])
    #expect(report.redacted == "ganske ukjent")
  }

  @Test func `gives the values found and takes identity numbers out`() throws {
    let text = "\(Situation.lockedOut.message) for 41814061033"
    let run = try Run(["recognise", "--json"], input: text)
    let report = try read(run, as: RecogniseShape.self, Self.recogniseKeys)
    #expect(report.matches.first?.id == "E6")
    #expect(report.values["systemID"] == Situation.system)
    #expect(!run.output.contains("41814061033"))
  }

  // MARK: - Diagnosing

  /// Answers with what they must lead to.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let answers: String
    let failing: [Point]
    let causes: [Cause]
    let certainty: Certainty

    var testDescription: String { answers }
  }

  private static let table = [
    Expectation(answers: "{}", failing: [], causes: [], certainty: .open),
    Expectation(answers: #"{"service": null}"#, failing: [], causes: [], certainty: .open),
    Expectation(
      answers: #"{"system.registered": "no"}"#,
      failing: [.registration],
      causes: [.registration],
      certainty: .likely
    ),
    Expectation(
      answers: #"{"system.registered": false}"#,
      failing: [.registration],
      causes: [.registration],
      certainty: .likely
    ),
    Expectation(
      answers: #"{"message": "E2"}"#,
      failing: [.registration],
      causes: [.registration],
      certainty: .confirmed
    ),
    Expectation(
      answers: #"{"message": "E1", "system.owner": "reportee"}"#,
      failing: [.personRights],
      causes: [.personRights],
      certainty: .likely
    ),
    Expectation(
      answers: #"{"reportee.kind": "organisation", "person.right": "no"}"#,
      failing: [.personRights],
      causes: [.personRights],
      certainty: .likely
    ),
    Expectation(
      answers: """
        {"reportee.kind": "organisation", "person.right": "no",
         "system.registered": "yes", "system.owner": "self"}
        """,
      failing: [.personRights, .systemRights],
      causes: [.personRights, .systemRights],
      certainty: .likely
    ),
    Expectation(
      answers: #"{"reportee.kind": "organisation", "service": "a02", "person.right": "no"}"#,
      failing: [.personRights],
      causes: [.personRights],
      certainty: .confirmed
    ),
    Expectation(
      answers: #"{"login.asked": "yes", "login.method": "minid"}"#,
      failing: [.login],
      causes: [.login],
      certainty: .confirmed
    ),
    Expectation(
      answers: #"{"message": "E5"}"#,
      failing: [],
      causes: [.vendor],
      certainty: .confirmed
    ),
  ]

  @Test(arguments: table)
  func `gives verdicts, repairs and the next question`(expected: Expectation) throws {
    let run = try Run(["diagnose", "--answers", "-", "--json"], input: expected.answers)
    let report = try read(run, as: DiagnoseShape.self, Self.diagnoseKeys)
    let failing = Portal.altinn2.points.map(\.point).filter {
      report.verdicts[$0.rawValue]?.state == .failing
    }
    #expect(failing == expected.failing)
    #expect(report.conclusion.causes == expected.causes)
    #expect(report.conclusion.certainty == expected.certainty)
    #expect(report.repairs.isEmpty == expected.causes.isEmpty)
    for action in report.repairs.flatMap(\.actions) { #expect(!action.where.isEmpty) }
    for point in failing { #expect(report.verdicts[point.rawValue]?.reasons.isEmpty == false) }
  }

  @Test func `asks for the message when nothing is known`() throws {
    let run = try Run(["diagnose", "--answers", "-", "--json"], input: "{}")
    let report = try read(run, as: DiagnoseShape.self, Self.diagnoseKeys)
    #expect(report.next == .message)
  }

  @Test func `says null when nothing is left to ask`() throws {
    let run = try Run(["diagnose", "--answers", "-", "--json"], input: #"{"message": "E5"}"#)
    let report = try read(run, as: DiagnoseShape.self, Self.diagnoseKeys)
    #expect(report.next == nil)
    #expect(run.output.contains(#""next" : null"#))
  }

  @Test func `never asks for what is known, and comes to an end`() throws {
    var answers: [String: String] = [:]
    for _ in Portal.altinn2.facts.map(\.fact) {
      let input = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
      let run = try Run(["diagnose", "--answers", "-", "--json"], input: input)
      let report = try read(run, as: DiagnoseShape.self, Self.diagnoseKeys)
      guard let next = report.next else { return }
      #expect(answers[next.rawValue] == nil)
      answers[next.rawValue] = Fact.unknown
    }
    Issue.record("There was always something more to ask: \(answers)")
  }
}
