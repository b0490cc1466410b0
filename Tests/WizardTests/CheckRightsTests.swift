import Foundation
import Model
import Screens
import TestSupport
import Testing

/// The check of rights on the real program.
@Suite struct CheckRightsTests {
  /// What is answered, and the keys that answer it.
  private struct Turn {
    let step: StepID
    let keys: [PtyKey]
  }

  private static let name = "NORDLYS REGNSKAP AS"

  /// An accounting employee who sees the page in Altinn.
  private static let turns = [
    Turn(step: "reportee", keys: [.down, .down, .text(" "), .tab, .text(name), .enter]),
    Turn(step: "service", keys: [.text("0002"), .enter]),
    Turn(step: "known", keys: [.text("1")]),
    Turn(
      step: "roles",
      keys: [.text("regna"), .enter, .text("a0236"), .text(" "), .enter, .enter]
    ),
    Turn(step: "single", keys: [.text("1")]),
    Turn(step: "firm", keys: [.down, .down, .enter]),
  ]

  private func begin(_ player: Player) throws {
    let place = Flow.all.firstIndex(of: .checkRights) ?? 0
    player.session.press(.text("\(place + 1)"))
    try wait(player, for: "reportee")
  }

  private func wait(_ player: Player, for step: StepID) throws {
    guard let field = Flow.checkRights.step(step)?.fields.first?.id else { return }
    try player.wait(forText: "question.\(field.rawValue).title")
  }

  private func answer(_ player: Player, _ turns: some Sequence<Turn>) throws {
    for turn in turns {
      try wait(player, for: turn.step)
      for key in turn.keys { player.session.press(key) }
    }
  }

  private func waitForResult(_ player: Player) throws -> PtyScreen {
    let action = player.wording("rightsAction.fillIn")
    return try player.session.waitUntil("the result") {
      $0.contains("\(action): ") && player.reader.isSaved($0)
    }
  }

  @Test(arguments: Language.allCases, [(80, 24), (60, 18)])
  func `leads from home to the receipt`(language: Language, size: (Int, Int)) throws {
    let player = try Player(language, columns: size.0, rows: size.1)
    try begin(player)
    try answer(player, Self.turns)
    _ = try waitForResult(player)
    let words = try player.everything(upTo: "rights.missing")
    #expect(words.contains(Self.name))
    for action in RightsAction.allCases {
      #expect(words.contains(player.wording("rightsAction.\(action.rawValue)") + ": "))
    }
    #expect(words.contains(player.wording("rights.lack.sign")))
    // The likeliest way on has the focus.
    player.session.press(.enter)
    try player.wait(for: .review)
    player.session.press(.enter)
    try player.wait(for: .receipt)
    try player.session.waitFor(player.wording("rightsAction.fillIn"))
    player.session.press(.enter)
    try player.wait(for: .home)
  }

  @Test func `a request begins with what is missing filled in`() throws {
    let player = try Player()
    try begin(player)
    try answer(player, Self.turns)
    _ = try waitForResult(player)
    player.session.press(.left, .enter)
    try player.wait(forText: "question.\(Request.side.rawValue).title")
    // Every question stands answered; Enter keeps it.
    player.session.press(.enter)
    let shown = try player.session.waitFor(Self.name)
    #expect(shown.contains(Self.name))
  }

  @Test(arguments: turns.indices)
  func `is cancelled at any step, killed, and resumed there with nothing lost`(step: Int) throws {
    let player = try Player()
    try begin(player)
    try answer(player, Self.turns.prefix(step))
    try wait(player, for: Self.turns[step].step)
    if step > 0 {
      try player.session.waitUntil("saved") { player.reader.isSaved($0) }
      try player.killAndStartAgain()
      try player.resume()
      try wait(player, for: Self.turns[step].step)
    }
    try answer(player, Self.turns.dropFirst(step))
    _ = try waitForResult(player)
  }

  @Test func `an unanswered choice is refused with a reason, and what is typed stays`() throws {
    let player = try Player()
    try begin(player)
    player.session.press(.tab, .text(Self.name), .enter)
    let screen = try player.wait(forText: "problem.choose")
    #expect(screen.contains(Self.name))
  }

  @Test func `an identity number is never kept`() throws {
    let player = try Player()
    try begin(player)
    player.session.press(.down, .down, .text(" "), .tab, .text("10915596784"), .enter)
    try wait(player, for: "service")
    try player.session.waitUntil("saved") { player.reader.isSaved($0) }
    let files = try FileManager.default.subpathsOfDirectory(atPath: player.store)
    for file in files {
      let data = FileManager.default.contents(atPath: player.store + "/" + file) ?? Data()
      #expect(data.range(of: Data("10915596784".utf8)) == nil)
    }
  }

  @Test func `ticked roles come back after a change of language and of step`() throws {
    let player = try Player()
    try begin(player)
    try answer(player, Self.turns.prefix(3))
    try wait(player, for: "roles")
    player.session.press(.text("regna"), .enter)
    let role = player.wording.content.rights.name(of: "REGNA", in: .bokmal)
    try player.session.waitFor("1 krysset av: \(role)")
    player.session.press(.function(9))
    try player.session.waitFor("1 kryssa av: ")
    player.session.press(.escape)
    try player.session.waitFor("Korleis veit du")
    player.session.press(.text("1"))
    try player.session.waitFor("1 kryssa av: ")
  }

  @Test(arguments: Language.allCases)
  func `leads to the receipt line by line`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let roles = wording.boxes(.roles, of: RightsCheck.roles).map(\.id)
    let role = try #require(roles.firstIndex(of: "REGNA")) + 1
    let flow = try #require(Flow.all.firstIndex(of: .checkRights)) + 1
    let lines = [
      "\(flow)", "3", Self.name, "RF-0002", "1", "1", "regna", "\(role)", "", "1", "3", "1", "1",
    ]
    let folder = try TemporaryFolder()
    let run = try Run(
      ["--plain", "--language", language.rawValue, "--store", folder.file("store")],
      input: lines.map { $0 + "\n" }.joined()
    )
    let words = Reader.squeezed(run.output)
    #expect(words.contains(Self.name))
    for action in RightsAction.allCases {
      #expect(words.contains(wording("rightsAction.\(action.rawValue)") + ": "))
    }
    #expect(Reader.matches(wording("receipt.number"), in: words))
  }
}
