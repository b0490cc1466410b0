import Wording
import SafeText
import Model
import Screens
import Testing

/// What the step that tells of rights says.
@Suite struct RightsWordingTests {
  private func words(_ walk: Walk, _ language: Language) -> [String] {
    Wording(.embedded, language).prose(walk, number: nil).lines(width: 76).map(\.text)
  }

  private func walk(_ answers: [FieldID: String]) -> Walk {
    var walk = Walk(.checkRights, engine: Content.embedded.engine(of: .altinn2))
    for (field, value) in answers { walk.give(value, to: field) }
    walk.go(toFirst: .rights)
    return walk
  }

  @Test(arguments: Language.allCases)
  func `for every register role and service something is said of each action`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let rights = Content.embedded.rights
    for role in rights.registerRoles.entries {
      for service in rights.services.entries.map(\.id) + [Fact.otherService, Fact.unknown] {
        let walk = walk([
          "reportee.kind": "organisation", "service": service, "rights.known": "register",
          "rights.registerRole": role.id.rawValue,
        ])
        let lines = words(walk, language)
        let check = wording.rightsReview(walk)
        for action in RightsAction.allCases {
          let name = wording("rightsAction.\(action.rawValue)")
          let line = lines.firstIndex { $0.hasPrefix("\(name): ") }
          let next = line.flatMap { lines.indices.contains($0 + 1) ? lines[$0 + 1] : nil }
          #expect(next?.hasPrefix("   ") == true, "\(role.id) \(service) \(action)")
          let isGranted = line.map { lines[$0].hasSuffix(wording("permission.outcome.granted")) }
          #expect(isGranted == check.permission(to: action).isGranted)
        }
        #expect(!lines.contains { $0.contains("[") || $0.contains("{") }, "\(role.id) \(service)")
      }
    }
  }

  static let told: [[FieldID: String]] = [
    ["reportee.kind": "self", "service": "a02"],
    [
      "reportee.kind": "person", "service": "rf0002", "rights.known": "page", "rights.roles": "",
      "rights.single": "none",
    ],
    ["reportee.kind": "organisation", "service": "rf0002", "rights.known": "neither"],
    [
      "reportee.kind": "organisation", "service": "rf0002", "rights.known": "page",
      "rights.roles": "", "rights.single": "none", "rights.firm": "accountant",
      "rights.firmRegistered": "no",
    ],
    [
      "reportee.kind": "organisation", "service": "rf0002", "rights.known": "neither",
      "rights.firm": "auditor", "rights.firmRegistered": "yes", "rights.firmRole": "manager",
    ],
    [
      "reportee.kind": "organisation", "service": "rr0002", "rights.known": "page",
      "rights.roles": "UTINN",
    ],
  ]

  @Test(arguments: Language.allCases, told.indices)
  func `every way of telling gives a result and a receipt without a hole`(
    language: Language,
    place: Int
  ) {
    var walk = walk(Self.told[place])
    for kind in [Step.Kind.rights, .receipt] {
      walk.go(toFirst: kind)
      let text = words(walk, language).joined(separator: "\n")
      #expect(!text.contains("["), "\(text)")
      #expect(!text.contains("{"), "\(text)")
    }
  }

  @Test func `the requests for what is missing are offered, with whom and what filled in`() throws {
    let walk = walk([
      "reportee.kind": "organisation", "service": "rf0002", "rights.known": "page",
      "rights.roles": "REGNA", "rights.single": "none",
    ])
    let starts = Wording(.embedded, .bokmal).offers(walk).compactMap { way -> TaskStart? in
      if case .task(let start) = way.choice { start } else { nil }
    }
    #expect(starts.map(\.id) == ["service", "SISKD", "ADMAI"])
    let draft = try #require(starts.first.flatMap { CaseDraft(for: $0, from: walk, numbered: nil) })
    #expect(draft.answer(in: "request.act")?.value == "sign")
    #expect(draft.answer(in: "service")?.value == "rf0002")
    #expect(draft.answer(in: "reportee.kind")?.value == "organisation")
  }

  @Test(arguments: Language.allCases)
  func `roles are found by the words of their names and by their codes`(language: Language) {
    let wording = Wording(.embedded, language)
    let all = wording.boxes(.roles, of: RightsQuestion.roles)
    for (id, name) in all {
      for words in [name, id, name.uppercased()] {
        #expect(
          wording.boxes(.roles, of: RightsQuestion.roles, matching: words).contains { $0.id == id }
        )
      }
    }
    #expect(wording.boxes(.roles, of: RightsQuestion.roles, matching: "").count == all.count)
    #expect(wording.boxes(.roles, of: RightsQuestion.roles, matching: "qqq").isEmpty)
  }
}
