import Model
import SafeText
import TestSupport
import Testing
import Wording

/// Whoever asks why is told when each path, rule and day was last held against its source.
@Suite struct LastCheckedTests {
  private static let flows = Flow.all.filter { $0.edition == .current }

  /// A line with the day of a row.
  private static func line(_ checked: String?, _ wording: Wording) throws -> Prose {
    let day = try #require(checked.flatMap { Day($0) })
    return .toned(wording("fullmakt.checked", ["day": wording.text(day)]), .muted)
  }

  private static func walk(_ answers: [FieldID: String]) -> Walk {
    var walk = Content.embedded.walk(.findFault3)
    walk.give(Fact.unknown, to: .message)
    for (field, value) in answers.sorted(by: { $0.key < $1.key }) { walk.give(value, to: field) }
    return walk
  }

  private static let upload: [FieldID: String] = [
    .workFor: WorkFor.own.rawValue, .service: "amelding-upload",
    .senderActs: SenderActs.logsIn.rawValue,
  ]

  /// What is told beside a question.
  private static func why(_ fact: FieldID, _ walk: Walk, _ wording: Wording) throws -> [Prose] {
    var walk = walk
    walk.go(to: .step(try #require(walk.flow.step(asking: fact)).id))
    return QuestionText(walk, wording).why
  }

  @Test(arguments: flows.map(\.id), Language.allCases)
  func `every menu path that a page without a question names stands there with its day`(
    id: FlowID,
    language: Language
  ) throws {
    let flow = try #require(Flow.named(id))
    let wording = Wording(.embedded, language)
    let places = wording.content.places(of: .current)
    var random = Seeded(23)
    var count = 0
    for _ in 0..<15 {
      var walk = wording.content.walk(flow)
      for field in flow.steps.flatMap(\.fields) {
        walk.give(random.pick(field.answers), to: field.id)
      }
      for step in flow.steps where step.kind != .question && step.kind != .letter {
        walk.go(to: .step(step.id))
        let page = wording.prose(walk, number: nil).lines(width: 10_000).map(\.text)
          .joined(separator: "\n")
        let why = QuestionText(walk, wording).why
        for place in places where page.contains(wording.path(place, of: .current)) {
          let path = wording.path(place, of: .current)
          let days = why.indices.dropLast().filter { index in
            guard case .paragraph(let text) = why[index], text.contains(path) else { return false }
            if case .toned(_, .muted) = why[index + 1] { return true }
            return false
          }
          #expect(!days.isEmpty, "\(flow.id) \(step.id): \(path)")
          count += 1
        }
      }
    }
    #expect(count > 0)
  }

  @Test(arguments: Language.allCases)
  func `the rule of a service, and the day that ends a part of it, stand with their days`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let service = wording.content.fullmakter.services["amelding-upload"]
    let expiry = wording.content.fullmakter.expiries["ameldingRoles"]
    let ends = Prose.paragraph(wording("expiry.ameldingRoles"))
    let rule = try Self.line(service?.checked, wording)
    let deadline = try Self.line(expiry?.checked, wording)
    var failing = Self.walk(Self.upload.merging([.senderRight: SenderRight.none.rawValue]) { $1 })
    failing.go(toFirst: .conclusion)
    var rights = wording.content.walk(.checkFullmakt)
    for (field, value) in Self.upload { rights.give(value, to: field) }
    rights.go(toFirst: .rights)
    for why in [
      try Self.why(.senderRight, Self.walk(Self.upload), wording),
      QuestionText(failing, wording).why, QuestionText(rights, wording).why,
    ] {
      let place = try #require(why.firstIndex(of: ends), "\(why)")
      #expect(why[place - 1] == rule && why[place + 1] == deadline)
    }
    // On the page itself too, since it goes into a record.
    let page = wording.prose(rights, number: nil)
    let place = try #require(page.firstIndex(of: ends))
    #expect(page[place - 1] == rule && page[place + 1] == deadline)
    // Beside the question of the system access nobody is told of old roles.
    let held = try Self.why(.accessHoldsNeeded, Self.walk([.service: "a02"]), wording)
    let other = try Self.line(wording.content.fullmakter.services["a02"]?.checked, wording)
    #expect(held.contains(other))
    #expect(!held.contains(ends))
  }

  @Test(arguments: Language.allCases)
  func `a deadline stands with its day where it is asked about, and where it is warned of`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let ends = Prose.paragraph(wording("expiry.ameldingRoles"))
    let line = try Self.line(wording.content.fullmakter.expiries["ameldingRoles"]?.checked, wording)
    let old = [FieldID.senderRight: SenderRight.oldRole.rawValue]
    var warned = Self.walk(Self.upload.merging(old) { $1 })
    warned.today = Day("2026-12-31")
    #expect(warned.diagnosis[.senderRights]?.reasons == [.ground(.oldRoleCounts)])
    warned.go(toFirst: .conclusion)
    let asked = Self.walk(old.merging([.senderActs: SenderActs.logsIn.rawValue]) { $1 })
    for why in [
      QuestionText(warned, wording).why, try Self.why(.senderRoleCounts, asked, wording),
    ] {
      let place = try #require(why.firstIndex(of: ends), "\(why)")
      #expect(why[place + 1] == line)
    }
  }

  @Test func `of the Altinn that has closed nobody says when it was checked`() {
    let wording = Wording(.embedded, .bokmal)
    let sign = wording("fullmakt.checked").prefix { $0 != "{" }
    for flow in Flow.all where flow.edition != .current {
      for step in flow.steps {
        var walk = wording.content.walk(flow)
        walk.give("E1", to: .message)
        walk.go(to: .step(step.id))
        let words = QuestionText(walk, wording).why.lines(width: 200).map(\.text)
        #expect(!words.contains { $0.contains(sign) }, "\(flow.id) \(step.id)")
      }
    }
  }
}
