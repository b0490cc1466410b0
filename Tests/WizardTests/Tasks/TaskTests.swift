import Foundation
import Model
import Screens
import TestSupport
import Testing

/// The tasks that change something in Altinn, walked at a terminal.
@Suite struct TaskTests {
  @Test(arguments: TaskScript.all, Language.allCases)
  func `leads from home to the receipt, and keeps what may be kept`(
    script: TaskScript,
    language: Language
  ) throws {
    let player = try Player(language)
    var walk = try player.begin(script)
    var seen = Reader.words(player.session.screen)
    while walk.current.kind != .receipt {
      try player.step(script, &walk)
      seen += Reader.words(player.session.screen)
    }
    #expect(!seen.contains(/\[[a-z]+\.[A-Za-z.]+\]/))
    #expect(!seen.contains(/\{[a-zA-Z.]+\}/))
    #expect(!seen.contains(TaskScript.password))
    // Nothing remains, so Enter ends the task.
    player.session.press(.enter)
    try player.wait(for: .home)
    let stored = try #require(try player.cases().first)
    for (field, answer) in walk.content.answers.map({ ($0.field, $0.answer.value) }) {
      #expect(stored.contains("\"\(field)\" : \"\(answer)\""), "\(field)")
    }
    #expect(stored.contains("\"closed\""))
    try player.expectNoSecrets()
  }

  @Test(arguments: TaskScript.all)
  func `goes on to the receipt though it is killed at each step`(script: TaskScript) throws {
    let player = try Player()
    var walk = try player.begin(script)
    try player.step(script, &walk)
    while walk.current.kind != .receipt {
      try player.killAndStartAgain()
      try player.resume()
      try player.wait(for: script, at: walk)
      try player.step(script, &walk)
    }
    try player.expectNoSecrets()
  }

  @Test(arguments: TaskScript.all)
  func `goes back to the beginning from the receipt with nothing lost`(script: TaskScript) throws {
    let player = try Player()
    var walk = try player.begin(script)
    while walk.current.kind != .receipt { try player.step(script, &walk) }
    let kept = try #require(try player.cases().first)
    while walk.back() {
      player.session.press(.escape)
      try player.wait(for: script, at: walk)
    }
    try player.session.waitUntil("everything saved") { player.reader.isSaved($0) }
    let after = try #require(try player.cases().first)
    #expect(Self.answers(after) == Self.answers(kept))
  }

  private static func answers(_ report: String) -> Substring {
    report.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" }
  }

  static let mistakes: [(TaskScript, StepID, String, String)] = [
    (.register, "id", "12 34", "identifier.systemID.blanks"),
    (.register, "id", "lønn", "identifier.systemID.letters"),
    (.register, "id", "1234567890", "identifier.systemID.tooLong"),
    (.register, "done", "31.2.2026", "line.date.unreadable"),
    (.login, "done", "i går", "line.date.unreadable"),
    (.login, "mobile", "4123", "identifier.mobile.wrongLength"),
    (.login, "mobile", "21234567", "identifier.mobile.notMobile"),
    (.login, "mobile", "+46701234567", "identifier.mobile.foreign"),
  ]

  @Test(arguments: mistakes.indices, Language.allCases)
  func `says what is wrong with a line, and loses nothing of it`(
    place: Int,
    language: Language
  ) throws {
    let (script, step, text, message) = Self.mistakes[place]
    let player = try Player(language)
    var walk = try player.begin(script)
    while walk.current.id != step { try player.step(script, &walk) }
    player.session.press(.text(text), .enter)
    try player.wait(forText: message)
    #expect(player.session.screen.contains(text))
    player.session.press(.control("u"))
    try player.step(script, &walk)
  }

  static let badPasswords: [(String, String, String)] = [
    ("kort1", "kort1", "identifier.systemPassword.tooShort"),
    ("barebokstaver", "barebokstaver", "identifier.systemPassword.noDigit"),
    ("12345678", "12345678", "identifier.systemPassword.noLetter"),
    ("Vinter24", "Vinter25", "secret.differs"),
  ]

  @Test(arguments: badPasswords)
  func `says what is wrong with a password, and shows none of it`(
    first: String,
    second: String,
    message: String
  ) throws {
    let script = TaskScript.register
    let player = try Player()
    var walk = try player.begin(script)
    while walk.current.id != "password" { try player.step(script, &walk) }
    player.session.press(.text(first), .enter, .text(second), .enter)
    try player.wait(forText: message)
    #expect(!player.session.screen.text.contains(first))
    // Both lines are emptied, the first one last.
    player.session.press(.control("u"), .up, .control("u"))
    try player.step(script, &walk)
    #expect(!String(decoding: player.session.rawBytes, as: UTF8.self).contains(first))
  }

  @Test func `warns of what the chosen program refuses, and goes on all the same`() throws {
    let script = TaskScript.register
    let player = try Player()
    var walk = try player.begin(script)
    while walk.current.id != "password" { try player.step(script, &walk) }
    player.session.press(.text("vinter24#"))
    try player.session.waitFor("SpareBank 1 Regnskap tar ikke imot")
    player.session.press(.enter, .text("vinter24#"), .enter)
    script.answer(&walk, player.wording)
    try player.wait(for: script, at: walk)
  }

  @Test func `shows only the end of a mobile number as its check`() throws {
    let script = TaskScript.login
    let player = try Player()
    var walk = try player.begin(script)
    while walk.current.id != "mobile" { try player.step(script, &walk) }
    player.session.press(.text(TaskScript.mobile))
    try player.session.waitFor("••••• 567")
    try player.expectNoSecrets()
  }

  @Test(arguments: ["register.act", "reportee.kind", "register.owner", "register.access"])
  func `asks for an answer where none is chosen`(field: FieldID) throws {
    let script = TaskScript.register
    let player = try Player()
    var walk = try player.begin(script)
    while walk.current.fields.first?.id != field { try player.step(script, &walk) }
    // To the last of the buttons and on.
    for _ in walk.current.fields { player.session.press(.tab) }
    player.session.press(.enter)
    try player.wait(forText: "problem.choose")
    player.session.press(.home)
    try player.step(script, &walk)
  }

  @Test(arguments: Language.allCases)
  func `a window of 60 by 18 is enough`(language: Language) throws {
    for script in TaskScript.all {
      let player = try Player(language, columns: 60, rows: 18)
      var walk = try player.begin(script)
      while walk.current.kind != .receipt { try player.step(script, &walk) }
    }
  }
}

extension Player {
  /// Looks for what must never be kept in every file of the store.
  func expectNoSecrets() throws {
    for (name, bytes) in folder.contents {
      for secret in [TaskScript.password, TaskScript.mobile] {
        #expect(bytes?.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
      }
    }
  }
}
