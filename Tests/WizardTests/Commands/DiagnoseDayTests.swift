import Foundation
import Model
import SafeText
import Testing
import Wording

@testable import Wizard

/// What is told from a file of facts goes by the day it is, as everywhere else.
@Suite struct DiagnoseDayTests {
  /// Somebody who has only an old role, for what those open until a day.
  private static let facts: [FieldID: String] = [
    .message: Fact.unknown, .workFor: WorkFor.own.rawValue, .service: "amelding-upload",
    .senderActs: SenderActs.logsIn.rawValue, .senderRight: SenderRight.oldRole.rawValue,
  ]

  private static func report(_ walk: Walk, _ wording: Wording) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(DiagnosisReport(walk, wording)), as: UTF8.self)
  }

  @Test(arguments: [
    ("2026-12-31", "oldRoleCounts", "oldRoleOnly"), ("2027-01-01", "oldRoleOnly", "oldRoleCounts"),
  ])
  func `an old role counts on its last day, and not on the next`(
    day: String,
    reason: String,
    other: String
  ) throws {
    let wording = Wording(.embedded, .bokmal, on: Day(day))
    let walk = wording.walk(.findFault3, given: Facts(Self.facts))
    let report = try Self.report(walk, wording)
    #expect(report.contains(reason) && !report.contains(other), "\(report)")
    #expect(walk.nextQuestion != .senderRoleCounts)
  }

  /// The sixteenth of the worked cases, which the day settles, so that no program can be made to meet it on another.
  @Test(arguments: ["2026-12-31", "2027-01-01"], Language.allCases)
  func `whoever is refused with an old role is told of the package once the day has passed`(
    day: String,
    language: Language
  ) {
    let wording = Wording(.embedded, language, on: Day(day))
    let facts = Self.facts.merging([.message: "H403"]) { $1 }
    let walk = wording.walk(.findFault3, given: Facts(facts))
    let isOver = day == "2027-01-01"
    #expect(walk.diagnosis.failing.contains(.senderRights) == isOver)
    let actions = walk.repairs.first?.actions.map(\.id)
    #expect((actions == ["giveSenderFullmakt"]) == isOver, "\(actions ?? [])")
    let words = ConclusionText(walk, wording).whole.plain(width: 10_000)
    let name = wording.content.fullmakter.packages["a-ordning"]?.names[language] ?? "?"
    #expect(words.contains(name) == isOver, "\(words)")
  }

  @Test func `the command goes by today, and asks nobody what the day tells`() throws {
    let answers = Self.facts.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
    let input = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
    let run = try Run(
      ["diagnose", "--portal", "altinn3", "--answers", "-", "--json"],
      input: input
    )
    #expect(run.status == 0 && run.complaint == "")
    let wording = Wording(.embedded, .bokmal, on: Timestamp.now().day)
    let walk = wording.walk(.findFault3, given: Facts(Self.facts))
    let name = try #require(walk.diagnosis[.senderRights]?.reasons.first?.name)
    #expect(run.output.contains("\"\(name)\""), "\(run.output)")
    let told = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(told?["next"] as? String != FieldID.senderRoleCounts.rawValue)
  }
}
