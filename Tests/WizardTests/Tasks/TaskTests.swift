import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// The tasks at a terminal, from home to the receipt and the record.
@Suite struct TaskTests {
  @Test(arguments: TaskScript.spoken)
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
    let end = player.wording.offers(walk)[0].choice
    player.session.press(.enter)
    try player.wait(for: .home)
    try player.expectRecord(of: walk, ended: end)
  }

  @Test(arguments: TaskScript.some)
  func `goes back to the beginning from the receipt with nothing lost`(script: TaskScript) throws {
    let player = try Player()
    var walk = try player.play(script)
    let answers = walk.content.answers
    while walk.back() {
      player.session.press(.escape)
      try player.wait(for: walk)
    }
    try player.waitUntilSaved()
    #expect(try player.kept().first?.answers == answers)
  }

  @Test(arguments: TaskScript.spoken)
  func `a window of 60 by 18 is enough`(script: TaskScript, language: Language) throws {
    let player = try Player(language, columns: 60, rows: 18)
    _ = try player.play(script)
  }

  @Test func `shows only the end of a mobile number as its check`() throws {
    let player = try Player()
    _ = try player.play(.login, until: "mobile")
    player.session.press(.text(TaskScript.mobile))
    try player.session.waitFor("••••• 567")
  }
}

extension Player {
  /// Holds what the store, the command line and the record tell of a task against its walk.
  func expectRecord(of walk: Walk, ended end: WalkChoice) throws {
    let found = try keptOnceEnded(end)
    #expect(found.answers.map(\.field) == walk.content.answers.map(\.field))
    for stored in walk.content.answers {
      #expect(
        found.content.answer(in: stored.field)?.value == stored.answer.value,
        "\(stored.field)"
      )
    }
    #expect(end == .end(found.status))
    #expect(found.title == wording.title(walk))
    session.press(.text("\(Flow.ids(of: .altinn2).count + 2)"))
    try session.waitFor(wording.label(found).prefix(40).description)
    session.press(.enter)
    try wait(forText: "records.answers")
  }

  /// The newest case, once it has ended so; the store's last word after the usual wait.
  ///
  /// Home is there at once; the disk may need a little longer, and leaving would wait for it.
  func keptOnceEnded(_ end: WalkChoice) throws -> Case {
    let deadline = ContinuousClock.now + PtySession.defaultTimeout
    while try kept().first.map({ .end($0.status) }) != end, .now < deadline { sched_yield() }
    return try #require(try kept().first)
  }
}
