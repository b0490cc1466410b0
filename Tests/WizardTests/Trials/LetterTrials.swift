import Foundation
import Model
import Screens
import TestSupport
import Testing
import Wording

/// A letter can be sent as it stands.
@Suite struct LetterTrials {
  private static func script(keeping: String) -> TaskScript {
    .ask.with([
      Writer.name: "Nils Vik", Writer.firm: "Vik Regnskap AS", Writer.phone: "412 34 567",
      Writer.keep: keeping,
    ])
  }

  @Test(arguments: [
    (Language.bokmal, Fact.no), (.nynorsk, Fact.yes), (.english, Fact.no),
  ])
  func `the file says who writes, whom to ring, by when, and that the menus are gone`(
    language: Language,
    keeping: String
  ) throws {
    let player = try Player(language)
    _ = try player.play(Self.script(keeping: keeping), until: "letter")
    player.session.press(.left, .enter)
    try player.session.waitFor("✓")
    player.session.press(.left, .enter)
    try player.session.waitFor("veiviser-brev-1001.txt")
    let letter = Reader.squeezed(try player.text(of: "veiviser-brev-1001.txt"))
    for part in ["Nils Vik", "Vik Regnskap AS", "412 34 567", "NORDLYS AS", "Ola Dal"] {
      #expect(letter.contains(part), "\(part) is not in: \(letter)")
    }
    #expect(letter.contains(player.wording("edition.altinn2.letter")))
    #expect(!letter.contains("2126-12-01") && letter.contains(/1\.? [Dd]e[cs]ember 2126/))
    #expect(try player.keptAnswer(Writer.name) == (keeping == Fact.yes ? "Nils Vik" : nil))
    #expect(try player.keptAnswer(Writer.phone) == (keeping == Fact.yes ? "412 34 567" : nil))
  }

  @Test func `who writes is asked once while the program runs`() throws {
    let player = try Player()
    _ = try player.play(Self.script(keeping: Fact.no), until: "letter")
    try player.goHome()
    // The same once more, but for what is filled in.
    _ = try player.play(.ask, until: "writer")
    let screen = player.session.screen
    #expect(screen.contains("Nils Vik") && screen.contains("Vik Regnskap AS"))
  }

  @Test(arguments: [Language.bokmal, .english])
  func `no page after a letter writes a day as programs do`(language: Language) throws {
    let player = try Player(language, rows: 60)
    _ = try player.play(.ask)
    let words = Reader.words(player.session.screen)
    #expect(!words.contains(/\d{4}-\d\d-\d\d/), "\(words)")
    #expect(words.contains("2126"))
  }
}
