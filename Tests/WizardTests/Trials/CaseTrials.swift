import Foundation
import Model
import TestSupport
import Testing
import Wording

/// A case that is put aside is found again, at the same place and with all that was said.
@Suite struct CaseTrials {
  @Test(arguments: [Language.bokmal, .nynorsk])
  func `a case put aside, by the key home or by going back, goes on where it was`(
    language: Language
  ) throws {
    let player = try Player(language)
    try player.begin(.personLacksRight)
    while player.scene != .question(.personRight) { try player.step(.personLacksRight) }
    try player.goHome()
    try player.resume()
    try player.wait(for: .question(.personRight))
    while player.scene != .home {
      let before = player.scene
      player.session.press(.escape)
      try player.session.waitUntil("back from \(String(describing: before))") {
        let now = player.reader.scene($0)
        return now != nil && now != before
      }
      player.session.waitUntilAsleep()
    }
    try player.resume()
    try player.wait(for: .question(.personRight))
  }

  @Test func `cases without a number are told apart, and found by what was said in them`() throws {
    let player = try Player()
    for message in [
      "The EndUserSystem System with ID: 4711 is locked out",
      "Incorrect username/password given for system", "Noe rart med lønnsarten",
      "User is not authorized for submittal of reporting service on behalf of reportee: 310043214",
    ] {
      try player.tell(message, to: "▸" + player.wording("button.next"))
      player.session.press(.enter)
      try player.session.waitUntil("the next page") {
        !Reader.words($0).contains("▸" + player.wording("button.next"))
      }
      player.session.waitUntilAsleep()
      try player.goHome()
    }
    player.session.press(.text("\(Flow.ids(of: .altinn2).count + 2)"))
    let all = try player.see("1001")
    #expect(Set((1001...1004).map { row($0, all) }).count == 4)
    for (words, number) in [
      ("låst", 1001), ("locked", 1001), ("username", 1002), ("lønnsart", 1003), ("310043214", 1004),
      ("feilsak 1002", 1002),
    ] {
      try player.type(words)
      try player.session.waitUntil("only \(number) for \(words)") { screen in
        (1001...1004).allSatisfy { screen.contains("\($0)") == ($0 == number) }
          || (words.contains("1002") && screen.contains("1002") && !screen.contains("1001"))
      }
      player.session.press(.control("u"))
      try player.session.waitUntil("all again") { screen in
        (1001...1004).allSatisfy { screen.contains("\($0)") }
      }
    }
  }

  @Test(arguments: zip(Language.allCases, ["Visma Lønn", "Fiken", "Xledger"]))
  func `a program that stands in no list is called what people call it, and found by that`(
    language: Language,
    name: String
  ) throws {
    let player = try Player(language)
    _ = try player.play(TaskScript.changePassword.with(["register.productName": name]))
    try player.goHome()
    player.session.press(.text("\(Flow.ids(of: .altinn2).count + 2)"))
    try player.see("1001")
    try player.type(name.lowercased())
    player.session.waitUntilAsleep()
    #expect(player.session.screen.contains("1001: \(name)"))
  }

  /// What the list says of a case beside its number.
  private func row(_ number: Int, _ words: String) -> String {
    words.components(separatedBy: "\(number)").dropFirst().first?
      .components(separatedBy: "Feilsak").first ?? ""
  }

  @Test(arguments: Language.allCases)
  func `checking again keeps what was said before`(language: Language) throws {
    let player = try Player(language)
    try player.play(.wrongPassword, until: .receipt)
    player.session.waitUntilAsleep()
    player.session.press(.left, .left)
    try player.see("▸" + player.wording("button.checkAgain"))
    player.session.press(.enter)
    try player.settle(after: .receipt)
    try player.goHome()
    let kept = try #require(try player.kept().first?.content)
    let round = try #require(kept.rounds.first)
    #expect(round.answers.contains { $0.field == .message && $0.answer.value == "E2" })
    #expect(
      round.answers.contains { $0.field == .systemPasswordCorrect && $0.answer.value == Fact.no }
    )
    let shown = try Run([
      "case", "show", "1001", "--store", player.store, "--language", language.rawValue,
    ])
    let words = Reader.squeezed(shown.output)
    #expect(words.contains(player.wording("question.system.passwordCorrect.no")))
  }

  @Test(arguments: ["x", "de"])
  func `a letter or two that are left behind are no case`(text: String) throws {
    let player = try Player()
    try player.go(.text("1"), to: player.title(.message))
    try player.go(.text(text), to: text)
    player.session.press(.escape)
    try player.wait(for: .home)
    player.session.waitUntilAsleep()
    #expect(try player.kept().isEmpty)
    #expect(player.session.screen.contains(player.wording("home.open", ["count": "0"])))
  }
}
