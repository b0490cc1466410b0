import Foundation
import Model
import TestSupport
import Testing
import Wording

/// A number typed in the wrong place, or mistyped, never becomes an answer.
@Suite struct TypedNumberTrials {
  @Test(arguments: zip(Language.allCases, ["918234567", "912345678", "310043215"]))
  func `a number that cannot exist is said so, and answers nothing`(
    language: Language,
    number: String
  ) throws {
    let player = try Player(language)
    try player.goToParty()
    try player.go(.tab, .text(number), to: player.wording("line.party.impossible"))
    let words = try player.go(.enter, to: player.wording("problem.choose"))
    #expect(words.contains(player.title(.reporteeKind)) && words.contains(number))
    #expect(!words.contains("(•)"))
    try player.waitUntilSaved()
    #expect(player.header.contains(player.wording("header.progress", ["done": "0", "all": "4"])))
    #expect(try player.keptAnswer(.reporteeKind) == nil)
  }

  @Test func `a number typed one digit after the other says by itself that it is an enterprise`()
    throws
  {
    let player = try Player(.nynorsk)
    try player.goToParty()
    player.session.press(.tab)
    var typed = ""
    for digit in Situation.reportee {
      typed.append(digit)
      try player.go(.text(String(digit)), to: typed)
    }
    #expect(player.session.screen.contains("(•) "))
    try player.go(.enter, to: player.title(.service))
    #expect(player.header.contains("→ \(Situation.reportee)"))
    #expect(try player.keptAnswer(.reporteeKind) == ReporteeKind.organisation.rawValue)
  }

  @Test(arguments: ["31004321", "3100432141", "310 043 214 1"])
  func `a digit too many or too few is said so`(number: String) throws {
    let player = try Player()
    try player.goToParty()
    let count = "\(number.filter(\.isNumber).count)"
    let said = player.wording("line.party.wrongLength", ["count": count])
    try player.go(.tab, .text(number), to: said)
  }

  @Test func `a task that asks for whom takes the digits in the same way`() throws {
    let player = try Player()
    try player.go(.text("3"), to: player.title(.reporteeKind))
    try player.go(.text("918234567"), to: player.wording("line.party.impossible"))
    try player.go(.enter, to: player.wording("problem.choose"))
    #expect(!player.session.screen.contains("(•)"))
    try player.go(.tab, .control("u"), .text("310 043 214"), to: "(•)")
    try player.go(.enter, to: player.title(.service))
  }

  @Test(arguments: [Language.bokmal, .english])
  func `an identity number in the place of a name is refused, and shown nowhere else`(
    language: Language
  ) throws {
    let number = "41814061033"
    let player = try Player(language)
    try player.goToParty()
    let person = player.wording("question.reportee.kind.person")
    try player.go(.down, .text(" "), to: "(•) 2 \(person)")
    let said = player.wording("line.party.identityNumber")
    try player.go(.tab, .text(number), to: said)
    let words = try player.go(.enter, to: "✗ \(said)")
    #expect(words.contains(player.title(.reporteeKind)))
    #expect(!player.header.contains(number))
    try player.goHome()
    let kept = try player.kept().flatMap(\.content.answers)
    #expect(!kept.contains { $0.answer.value.contains(number) })
  }

  @Test(arguments: Language.allCases)
  func `line by line a number is no choice, and one that cannot exist is said so`(
    language: Language
  ) throws {
    let player = try PlainPlayer(language)
    for line in ["1", ".", "8", "918234567"] { try player.answer(line) }
    try player.wait(for: player.wording("plain.number"))
    for line in ["3", "918234567"] { try player.answer(line) }
    try player.wait(for: player.wording("line.party.impossible"))
    // It is asked for again, and so is a digit that was meant as a choice.
    try player.answer("2")
    let count = player.wording("line.party.wrongLength", ["count": "1"])
    try player.wait(for: count)
    try player.answer("NORDLYS AS")
    try player.wait(for: player.wording("question.service.title"))
    let kept = try #require(try player.kept().first?.content)
    #expect(kept.answer(in: .reporteeKind)?.value == ReporteeKind.organisation.rawValue)
    #expect(kept.answer(in: .systemRegistered) == nil)
  }

  @Test(
    arguments: zip(Language.allCases, ["912345678", "918234567", "310043215"])
  )
  func `a message with a number that cannot exist says so at once, and to mend it first`(
    language: Language,
    number: String
  ) throws {
    let player = try Player(language)
    let said = player.wording("conclusion.impossible", ["number": number])
    let message =
      "User is not authorized for submittal of reporting service on behalf of reportee: "
    try player.tell(message + number, to: said)
    let todo = try player.go(.function(5), to: player.wording("action.correctNumber.title"))
    #expect(Reader.matches(said, in: todo))
    #expect(!Reader.matches(player.wording("action.giveSenderRight.title"), in: todo))
  }
}
