import Foundation
import Model
import TestSupport
import Testing
import Wording

@testable import Wizard

/// A walk that nobody sits at, by the examples in docs/examples.
@Suite struct WalkCommandTests {
  private static let wording = Wording(.embedded, .bokmal, on: Timestamp.now().day)

  private static func example(_ flow: FlowID) throws -> [FieldID: String] {
    let text = try Repository.text(of: "docs/examples/\(flow).json")
    let facts = try AnswersFile.facts(in: text) { _ in .entry { _ in true } }
    return facts.values.merging(facts.declined.map { ($0, Fact.unknown) }) { $1 }
  }

  private static func walk(_ flow: FlowID, _ answers: [FieldID: String]) throws -> UnattendedWalk {
    let flow = try #require(Flow.named(flow))
    return UnattendedWalk(wording.content.walk(flow), given: Facts(answers), wording)
  }

  /// Where a walk stops; `nil` when it comes to the end.
  private static func stop(_ flow: FlowID, _ answers: [FieldID: String]) throws
    -> UnattendedWalk.Stop?
  {
    var walk = try walk(flow, answers)
    do throws(UnattendedWalk.Stop) {
      _ = try walk.go()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [("now", Certainty.confirmed), ("told", .likely)])
  func `what is said of whether a message is seen is heard even where it stands alone`(
    seen: String,
    certainty: Certainty
  ) throws {
    var walk = try Self.walk("findFault3", [.message: "AUTH-00080", .messageSeen: seen])
    _ = try? walk.go()
    #expect(walk.walk.diagnosis.conclusion.certainty == certainty)
    #expect(!walk.notAsked.contains(.messageSeen))
  }

  @Test func `there is an example for every flow`() {
    let files = Repository.files(below: "docs/examples", ending: ".json")
    #expect(Set(files) == Set(Flow.ids.map { "\($0).json" }))
  }

  @Test(arguments: Flow.ids)
  func `an example leads to the end, and keeps what a person's walk would`(flow: FlowID) throws {
    let answers = try Self.example(flow)
    var unattended = try Self.walk(flow, answers)
    let kept = try unattended.go()
    #expect(unattended.notAsked == [])
    // The walk that the tests of the screens take beside the program.
    let typed = answers.mapValues { $0 == LineRule.skipped ? "" : $0 }
    let script = TaskScript("example", try #require(Flow.named(flow)), typed)
    var person = script.begin()
    while person.current.kind != .receipt {
      guard person.current.kind == .overview else {
        script.answer(&person, Self.wording)
        continue
      }
      _ = person.take(Self.wording.offers(person)[0].choice)
    }
    #expect(kept.answers == Self.wording.draft(person).answers)
    #expect(kept.step == "receipt")
    #expect(Self.wording.offers(person).first?.choice == .end(kept.status))
  }

  @Test(arguments: Flow.ids)
  func `it stops at the answer that is missing, and at one that cannot be`(flow: FlowID) throws {
    let answers = try Self.example(flow)
    for field in answers.keys.sorted() {
      let missing = try Self.stop(flow, answers.filter { $0.key != field })
      #expect(missing.map { $0.field == field && $0.problem == .missing } ?? true, "\(field)")
      let wrong = try Self.stop(flow, answers.merging([field: "12345678901"]) { $1 })
      guard let wrong else { continue }
      #expect(wrong.field == field || wrong.problem == .missing, "\(field)")
      if wrong.field == field, wrong.expected.kind == .oneOf {
        #expect(wrong.expected.values.contains(answers[field] ?? ""), "\(field)")
      }
    }
    #expect(try Self.stop(flow, [:])?.problem == .missing)
  }

  @Test func `what stands beside something rejected is asked for, and a code of it is a message`()
    throws
  {
    var answers: [FieldID: String] = ["message": "", "message.symptom": "YRejected"]
    #expect(try Self.stop("findFault3", answers)?.field == "message.code")
    answers["message.code"] = "code"
    let stop = try Self.stop("findFault3", answers)
    #expect(stop?.step == "message" && stop?.problem == .missing)
    answers["message.code"] = "field"
    #expect(try Self.stop("findFault3", answers) == nil)
  }

  @Test func `a message of another Altinn is no answer, and neither is a password`() throws {
    // Only a person can say whether a message that is dated before the other Altinn closed comes now.
    let old = "2026-03-02 10:00 Incorrect username/password given for system"
    #expect(try Self.stop("findFault3", ["message": old])?.field == "message")
    var answers = try Self.example("registerSystem")
    answers["register.password"] = TaskScript.password
    #expect(try Self.stop("registerSystem", answers)?.expected.kind == .skipped)
  }

  @Test func `the command keeps the case, also where it stops, and says nothing of what was given`()
    throws
  {
    let folder = try TemporaryFolder()
    func run(_ flow: String, _ answers: [FieldID: String]) throws -> (Run, [String: Any]) {
      let object = Dictionary(uniqueKeysWithValues: answers.map { ($0.key.rawValue, $0.value) })
      let text = String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
      let run = try Run(
        ["walk", flow, "--answers", "-", "--json", "--store", folder.file("store")],
        input: text
      )
      let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      return (run, try #require(report as? [String: Any]))
    }
    var answers = try Self.example("registerSystem")
    let (whole, report) = try run("registerSystem", answers)
    #expect(whole.status == 0 && whole.complaint == "")
    #expect(report["stopped"] is NSNull)
    #expect((report["record"] as? [String: Any])?["number"] as? Int == 1001)
    answers["register.password"] = TaskScript.password
    let (stopped, part) = try run("registerSystem", answers)
    #expect(stopped.status == 65)
    let place = part["stopped"] as? [String: Any]
    #expect(place?["step"] as? String == "password" && place?["problem"] as? String == "wrong")
    #expect(!(stopped.output + stopped.complaint).contains(TaskScript.password))
    let kept = try folder.kept()
    #expect(kept.map(\.status) == [.open, .waiting] && kept.first?.step == "password")
    #expect(try run("findFault3", [:]).0.status == 65)
    #expect(try folder.kept().count == 2)
  }

  @Test func `a number that may be a slip is taken as a person's would be, and told of`() throws {
    let folder = try TemporaryFolder()
    var answers = try Self.example("checkFullmakt")
    // The last digit is one too many.
    answers["reportee.name"] = "310043215"
    let object = Dictionary(uniqueKeysWithValues: answers.map { ($0.key.rawValue, $0.value) })
    let text = String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
    let line = ["walk", "checkFullmakt", "--answers", "-", "--store", folder.file("store")]
    let told = try Run(line + ["--language", "en"], input: text)
    #expect(told.status == 0)
    #expect(told.complaint.contains("\"reportee.name\" in --answers was taken as it stands."))
    let report = try JSONSerialization.jsonObject(
      with: Data(try Run(line + ["--json"], input: text).output.utf8)
    )
    #expect((report as? [String: Any])?["doubted"] as? [String] == ["reportee.name"])
  }

  @Test func `where a day is missing, it is said that a day is wanted`() throws {
    let folder = try TemporaryFolder()
    var answers = try Self.example("connectProgram")
    answers["connect.since"] = nil
    let object = Dictionary(uniqueKeysWithValues: answers.map { ($0.key.rawValue, $0.value) })
    let text = String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
    let line = ["walk", "connectProgram", "--answers", "-", "--store", folder.file("store")]
    let run = try Run(line + ["--language", "en"], input: text)
    #expect(run.status == 65)
    #expect(run.complaint.contains("\"connect.since\" is missing in --answers. It can be a date"))
  }
}
