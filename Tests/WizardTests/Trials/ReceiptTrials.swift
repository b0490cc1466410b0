import Model
import Screens
import TestSupport
import Testing
import Wording

/// What Enter does on a receipt is true of the case.
@Suite struct ReceiptTrials {
  /// What Enter does on the receipt of a situation: the button it presses, and how the case then stands.
  private static let ends: [(Situation, Language, button: String, status: CaseStatus)] = [
    (.codeExpired, .bokmal, "keepOpen", .open), (.wrongLoginPassword, .english, "keepOpen", .open),
    (.personLacksRight, .nynorsk, "wait", .waiting), (.wrongPassword, .bokmal, "wait", .waiting),
  ]

  @Test(arguments: ends)
  func `Enter waits where others have something to do, and for nobody where only the person has`(
    situation: Situation,
    language: Language,
    button: String,
    status: CaseStatus
  ) throws {
    let player = try Player(language)
    try player.play(situation, until: .receipt)
    let words = try player.see("▸")
    #expect(words.contains("▸" + player.wording("button.\(button)")), "\(words)")
    player.session.press(.enter)
    try player.wait(for: .home)
    player.session.waitUntilAsleep()
    #expect(try player.kept().map(\.status) == [status])
  }

  @Test(arguments: Language.allCases)
  func `a task in which nothing was done is not ended as if it were`(language: Language) throws {
    let player = try Player(language, rows: 60)
    let script = TaskScript.register.with([
      "register.id": "", "register.typed": "", "register.done": "", "register.password": "",
    ])
    let walk = try player.play(script)
    #expect(walk.current.kind == .receipt)
    let words = Reader.words(player.session.screen)
    #expect(Reader.matches(player.wording("receipt.closeAnyway"), in: words))
    #expect(!words.contains("[ \(player.wording("receipt.done")) ]"))
    player.session.press(.enter)
    try player.wait(for: .home)
    player.session.waitUntilAsleep()
    #expect(try player.kept().first?.status != .closed)
  }
}
