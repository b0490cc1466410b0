import Model
import TestSupport
import Testing
import Wording

/// Enter and other keys pressed once too often say nothing for a person.
@Suite struct UntouchedTrials {
  @Test(arguments: Language.allCases)
  func `Enter answers no list in which nothing was chosen, whichever the task`(language: Language)
    throws
  {
    let player = try Player(language)
    let refused = player.wording("problem.choose")
    for task in 2...4 {
      player.session.press(.text("\(task)"))
      try player.see(task == 3 ? player.title(.reporteeKind) : "( ) 1")
      let words = try player.go(.enter, to: refused)
      #expect(!words.contains("(•)"), "\(task)")
      try player.goHome()
    }
    // The fifth begins with a page that is only read.
    player.session.press(.text("5"))
    try player.see("▸" + player.wording("button.next"))
    try player.go(.enter, to: "( ) 1")
    try player.go(.enter, to: refused)
    #expect(try player.kept().allSatisfy { $0.content.answers.isEmpty })
  }

  @Test func `Enter after a letter that has gone on already is no answer to the next question`()
    throws
  {
    let player = try Player()
    try player.tell(
      "The EndUserSystem System with ID: 4711 is locked out",
      to: player.wording("message.E6.meaning")
    )
    try player.go(.enter, to: player.wording("point.registration.title") + ": ")
    try player.go(.text("2"), to: player.wording("question.system.registered.yes"))
    try player.go(.text("v"), to: player.title(.reporteeKind))
    try player.go(.enter, to: player.wording("problem.choose"))
    try player.go(.down, .down, .down, .text(" "), to: "(•)")
    try player.go(.enter, to: player.title(.service))
    let words = try player.go(.enter, to: player.wording("problem.choose"))
    #expect(words.contains(player.title(.service)))
    #expect(try player.keptAnswer(.systemRegistered) == Fact.unknown)
    #expect(try player.keptAnswer(.reporteeKind) == Fact.unknown)
    #expect(try player.keptAnswer(.service) == nil)
  }

  @Test func `many Enters after a message that nobody knows say nothing`() throws {
    let player = try Player(.english)
    try player.tell("hei", to: player.wording("kept.unknown"))
    try player.go(.enter, to: player.title(.messageSymptom))
    try player.go(.enter, to: player.wording("problem.choose"))
    for _ in 0..<6 {
      player.session.press(.enter)
      player.session.waitUntilAsleep()
    }
    #expect(player.scene == .question(.messageSymptom))
    // While something is saved the header has no room for it.
    let progress = player.wording("header.progress", ["done": "0", "all": "4"])
    try player.session.waitUntil(progress) { $0.rows.first?.contains(progress) ?? false }
    #expect(try player.kept().first?.content.answers.map(\.field) == [.message, .messageText])
  }

  @Test func `every digit that stands before an answer chooses that one, and the letter the last`()
    throws
  {
    let player = try Player(.nynorsk)
    try player.go(.text("1"), to: player.title(.message))
    try player.go(.enter, to: player.title(.messageSymptom))
    for digit in 1...7 {
      #expect(player.session.screen.contains(") \(digit) "))
      player.session.press(.text("\(digit)"))
      try player.session.waitUntil("away") {
        !Reader.matches(player.title(.messageSymptom), in: Reader.words($0))
      }
      player.session.waitUntilAsleep()
      try player.go(.escape, to: "(•) \(digit) ")
    }
    try player.go(.text("v"), to: player.title(.reporteeKind))
    try player.go(.escape, to: "(•) v " + player.wording("answer.unknown"))
  }

  @Test(arguments: Language.allCases)
  func `where nothing was asked, nobody is told that nothing is wrong, and the case stays`(
    language: Language
  ) throws {
    let player = try Player(language)
    try player.goToParty()
    let first = try player.go(.function(5), to: player.wording("certainty.open"))
    #expect(!Reader.matches(player.wording("conclusion.do") + ": ", in: first))
    // Enter asks what is to be found out, which is what was asked already.
    try player.go(.enter, to: player.wording("question.reportee.kind.organisation"))
    try player.go(.function(5), to: player.wording("certainty.open"))
    try player.go(.text("2"), to: player.wording("review.finish"))
    let end = try player.go(.text("1"), to: player.wording("receipt.unasked"))
    #expect(!Reader.matches(player.wording("receipt.nothing"), in: end))
    #expect(end.contains("▸" + player.wording("button.keepOpen")))
    player.session.press(.enter)
    try player.wait(for: .home)
    #expect(try player.kept().map(\.status) == [.open])
  }
}
