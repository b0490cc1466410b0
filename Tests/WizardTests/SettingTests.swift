import Wording
import Model
import Screens
import TestSupport
import Testing

/// What a person changes on the way stays changed, and nothing is lost by it.
@Suite struct SettingTests {
  @Test func `remembers the language that F9 chose`() throws {
    let folder = try TemporaryFolder()
    func start() throws -> PtySession {
      try PtySession(Executables.veiviser, ["--store", folder.file("store")])
    }
    func leave(_ session: PtySession) throws {
      session.press(.control("c"), .control("c"))
      try session.waitForExit()
    }
    var session = try start()
    try session.waitUntil("bokmål") { Reader(.bokmal).scene($0) == .home }
    for language in [Language.nynorsk, .english, .bokmal, .nynorsk] {
      session.press(.function(9))
      try session.waitUntil("\(language)") { Reader(language).shows("home.about", $0) }
      try leave(session)
      session = try start()
      try session.waitUntil("\(language) again") { Reader(language).shows("home.about", $0) }
    }
    try leave(session)
    // Asked for on the command line, another one counts for that time alone.
    let other = try PtySession(
      Executables.veiviser,
      ["--language", "en", "--store", folder.file("store")]
    )
    try other.waitUntil("English") { Reader(.english).shows("home.about", $0) }
    try leave(other)
    session = try start()
    try session.waitUntil("nynorsk still") { Reader(.nynorsk).shows("home.about", $0) }
  }

  @Test func `keeps what is typed when the language changes`() throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    player.session.send("Noe helt ann")
    try player.session.waitFor("Noe helt ann")
    player.session.press(.function(9))
    let screen = try player.session.waitUntil("nynorsk") {
      Reader(.nynorsk).shows("question.message.title", $0)
    }
    #expect(screen.contains("Noe helt ann"))
    player.session.send("et")
    try player.session.waitFor("Noe helt annet")
  }

  @Test func `goes back without loss`() throws {
    let situation = Situation.personLacksRight
    let player = try Player()
    try player.begin(situation)
    var passed: [Scene] = []
    while let now = player.scene, now != .question("person.right") {
      passed.append(now)
      try player.step(situation)
    }
    let there = player.scene
    for scene in passed.reversed() {
      let before = player.scene
      player.session.press(.escape)
      #expect(try player.settle(after: before) == scene)
    }
    // Forward again by Enter alone: every answer still stands.
    for _ in passed {
      let before = player.scene
      player.session.press(.enter)
      try player.settle(after: before)
    }
    #expect(player.scene == there)
  }

  @Test func `sets answers aside that no longer count, and brings them back`() throws {
    let situation = Situation.personLacksRight
    let player = try Player()
    try player.play(situation)
    let aside = "(" + player.wording("review.setAside").split(separator: "(")[1]

    // It turns out that the person sends for themself: what others must give them does not count.
    try change("reportee.kind", to: ReporteeKind.oneself.rawValue, player)
    try review(player)
    var words = try player.everything(upTo: "question.person.right.title")
    #expect(words.contains(player.wording("question.person.right.no") + " " + aside))

    // And then not, after all.
    try change("reportee.kind", to: ReporteeKind.organisation.rawValue, player)
    try review(player)
    words = try player.everything(upTo: "question.person.right.title")
    #expect(words.contains(player.wording("question.person.right.no")))
    #expect(!words.contains(aside))
  }

  @Test func `shows help and reasons over the question and goes back to it`() throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    while player.scene != .question("person.right") { try player.step(.personLacksRight) }
    player.session.press(.function(4))
    try player.wait(forText: "question.person.right.why")
    player.session.press(.escape)
    try player.wait(for: .question("person.right"))
    player.session.press(.function(1))
    try player.wait(forText: "help.title")
    player.session.press(.function(1))
    try player.wait(for: .question("person.right"))
  }

  // MARK: - Ways through the screens

  /// Goes to the review from wherever the walk stands.
  private func review(_ player: Player) throws {
    if player.scene != .conclusion {
      let before = player.scene
      player.session.press(.function(5))
      try player.settle(after: before)
    }
    while player.scene != .review { try player.step(.personLacksRight) }
  }

  /// Goes to the review and gives another answer there.
  private func change(_ field: FieldID, to value: String, _ player: Player) throws {
    try review(player)
    let title = player.wording("question.\(field.rawValue).title")
    let screen = try player.session.waitFor(title)
    // The digit that stands before the question takes it.
    let digit = try #require(screen.rows.first { $0.contains(title) }?.first { $0.isNumber })
    player.session.press(.text(String(digit)))
    try player.settle(after: .review)
    #expect(player.scene == .question(field))
    player.press(value, to: field)
    try player.settle(after: .question(field))
  }
}
