import Model
import SafeText
import TestSupport
import Testing
import Wording

/// Where somebody must log in to send there is neither a system access nor a request of the program, and nothing that
/// is read in a task speaks of one.
@Suite struct LoginWordsTests {
  private static let services = Content.embedded.fullmakter.services.entries
    .filter { $0.access?.way == .logIn }.map(\.id)

  private static func words(_ language: Language) -> [String] {
    switch language {
    case .bokmal: ["systemtilgang", "godkjenningssid", "programmet ba om"]
    case .nynorsk: ["systemtilgang", "godkjenningssid", "programmet bad om"]
    case .english: ["system access", "approval page", "program asked for"]
    }
  }

  /// All that is read from the service on, by step.
  private static func read(_ flow: Flow, _ answers: [FieldID: String], _ wording: Wording) -> [(
    step: StepID, text: String
  )] {
    var walk = Content.embedded.walk(flow)
    var read: [(step: StepID, text: String)] = []
    for _ in flow.steps {
      for field in walk.current.fields {
        walk.give(answers[field.id] ?? field.leastAnswer, to: field.id)
      }
      let isBefore = ["party", "service", "side"].contains(walk.current.id.rawValue)
      let question = QuestionText(walk, wording)
      let prose =
        walk.current.kind == .question
        ? question.head + question.look + question.why : wording.prose(walk, number: nil)
      let text = prose.lines(width: 400).map(\.text).joined(separator: "\n")
      if !isBefore { read.append((walk.current.id, text.lowercased())) }
      guard walk.current.kind != .receipt else { break }
      walk.advance()
    }
    return read
  }

  @Test(arguments: services, Language.allCases)
  func `no page of a task speaks of a system access for a service that one logs in to`(
    service: String,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var ways: [(Flow, [FieldID: String])] = []
    for party in WorkFor.allCases.map(\.rawValue) {
      for known in RightsQuestion.HowKnown.allCases.map(\.rawValue) + [Fact.unknown] {
        ways.append(
          (
            .checkFullmakt,
            [.workFor: party, FullmaktQuestion.known: known, FullmaktQuestion.firm: "accountant"]
          )
        )
      }
      for what in Ask.What.allCases.map(\.rawValue) + [Fact.unknown] {
        for to in Ask.Receiver.allCases.map(\.rawValue) {
          for side in Ask.Side.allCases.map(\.rawValue) {
            ways.append(
              (
                .requestFullmakt,
                [.workFor: party, Ask.what: what, Ask.to: to, Ask.side: side, Ask.package: "other"]
              )
            )
          }
        }
      }
    }
    for (flow, answers) in ways {
      let all = answers.merging([.service: service]) { $1 }
      for (step, text) in Self.read(flow, all, wording) {
        for word in Self.words(language) {
          #expect(!text.contains(word), "\(flow.id) \(step) \(answers): \(text)")
        }
      }
    }
  }

  @Test func `whom to ask for the package is the agency, where no program has asked for one`() {
    for (service, acts, isAgency) in [
      ("rf0002", "", true), ("other", "logsIn", true), ("other", "signs", false),
      ("krav-og-betalinger", "logsIn", true), ("krav-og-betalinger", "signs", false),
    ] {
      let wording = Wording(.embedded, .bokmal)
      var walk = Content.embedded.walk(.checkFullmakt)
      let told: [(FieldID, String)] = [
        (.workFor, "own"), (.service, service), (.senderActs, acts),
        (FullmaktQuestion.known, "page"), (FullmaktQuestion.packages, ""),
        (FullmaktQuestion.single, Fact.no), (FullmaktQuestion.oldRoles, ""),
      ]
      for (field, value) in told where !value.isEmpty || field != .senderActs {
        walk.give(value, to: field)
      }
      walk.go(toFirst: .rights)
      let text = wording.prose(walk, number: nil).lines(width: 400).map(\.text)
        .joined(separator: "\n")
      #expect(text.contains("Spør etaten") == isAgency, "\(text)")
      #expect(text.contains("Spør leverandøren") == !isAgency, "\(text)")
    }
  }
}
