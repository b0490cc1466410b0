import Model
import Screens
import TestSupport
import Testing
import Wording

/// What Enter does on a receipt is true of the case.
@Suite struct ReceiptTrials {
  @Test(arguments: [
    (Situation.codeExpired, Language.bokmal), (.wrongLoginPassword, .english),
  ])
  func `where only the person has something to do, nobody is waited for`(
    situation: Situation,
    language: Language
  ) throws {
    let player = try Player(language)
    try player.play(situation, until: .receipt)
    let words = try player.see("▸")
    #expect(words.contains("▸" + player.wording("button.keepOpen")), "\(words)")
    player.session.press(.enter)
    try player.wait(for: .home)
    #expect(try player.kept().map(\.status) == [.open])
  }

  @Test(arguments: [(Situation.personLacksRight, Language.nynorsk), (.wrongPassword, .bokmal)])
  func `where others have something to do, Enter waits for them`(
    situation: Situation,
    language: Language
  ) throws {
    let player = try Player(language)
    try player.play(situation, until: .receipt)
    let words = try player.see("▸")
    #expect(words.contains("▸" + player.wording("button.wait")), "\(words)")
    player.session.press(.enter)
    try player.wait(for: .home)
    #expect(try player.kept().map(\.status) == [.waiting])
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
    #expect(try player.kept().first?.status != .closed)
  }
}
