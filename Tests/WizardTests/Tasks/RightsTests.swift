import Wording
import Model
import Screens
import TestSupport
import Testing

/// What is special to the check of rights: its result, and the request that follows from it.
@Suite struct RightsTests {
  @Test(arguments: Language.allCases)
  func `the result says what one may do, and what is missing`(language: Language) throws {
    let player = try Player(language)
    _ = try player.play(.rights, until: "rights")
    let words = try player.everything(upTo: "rights.missing")
    #expect(words.contains("NORDLYS AS"))
    for action in RightsAction.allCases {
      #expect(words.contains(player.wording("rightsAction.\(action.rawValue)") + ": "))
    }
    #expect(words.contains(player.wording("rights.lack.sign")))
  }

  @Test func `a request begins with what is missing filled in, and leads back when it is made`()
    throws
  {
    let player = try Player()
    let walk = try player.play(.rights, until: "rights")
    let ways = player.wording.offers(walk).compactMap { way in
      if case .task(let start) = way.choice { start } else { nil }
    }
    let task = try #require(ways.first)
    player.take(.task(task), walk)
    var draft = CaseDraft(flow: Flow.requestAccess.id)
    for (field, value) in task.prefill.sorted(by: { $0.key < $1.key }) {
      draft.give(Answer(value, source: .derived), in: field)
    }
    for field: FieldID in [.reporteeKind, .reporteeName, .service] {
      let answer = try #require(walk.answer(field))
      draft.give(Answer(answer.value, source: .derived), in: field)
    }
    draft.give(Answer("1001", source: .derived), in: .origin)
    var request = Walk(
      .requestAccess,
      engine: player.wording.content.engine(of: .altinn2),
      resuming: draft
    )
    try player.wait(for: request)
    let script = TaskScript("request", .requestAccess, [Request.state: "sent"])
    try player.go(on: script, &request)
    player.session.press(.enter)
    try player.wait(for: walk)
    try player.session.waitFor(" 1001")
  }

  @Test func `ticked roles come back after a change of language and of step`() throws {
    let player = try Player()
    _ = try player.play(.rights, until: "roles")
    try player.type("regna")
    player.session.press(.enter)
    let role = player.wording.content.rights.name(of: "REGNA", in: .bokmal)
    try player.session.waitFor("1 krysset av: \(role)")
    player.session.press(.function(9))
    try player.session.waitFor("1 kryssa av: ")
    player.session.press(.escape)
    try player.session.waitFor("Korleis veit du")
    player.session.press(.text("1"))
    try player.session.waitFor("1 kryssa av: ")
  }
}
