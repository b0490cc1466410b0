import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// What is typed before the program can take it is typed all the same, in its order; but a key answers
/// only a question that stood on the screen when it was pressed.
@Suite struct TypeAheadTests {
  private let reader = Reader(.bokmal)

  private func start(_ folder: TemporaryFolder, typing keys: [PtyKey]) throws -> PtySession {
    let session = try PtySession(
      Executables.veiviser,
      ["--language", "nb", "--store", folder.file("store")]
    )
    // At once: the program has not even been loaded.
    session.send(keys.flatMap(\.bytes))
    return session
  }

  @Test func `letters before the first screen stand in the field`() throws {
    let folder = try TemporaryFolder()
    let session = try start(folder, typing: [.text("1æøå čđŋšž og mer til, alt sammen")])
    try session.waitFor("æøå čđŋšž og mer til, alt sammen")
  }

  @Test func `Enter before the first screen is Enter`() throws {
    for _ in 0..<5 {
      let folder = try TemporaryFolder()
      // Down once, Enter: the second task, and there the first answer chosen by Enter.
      let session = try start(folder, typing: [.down, .enter])
      try session.waitFor(reader.wording("flow.registerSystem.title"))
    }
  }

  @Test func `a whole answer before the first screen is typed, key by key, and waits for Enter`()
    throws
  {
    for _ in 0..<3 {
      let folder = try TemporaryFolder()
      let session = try start(
        folder,
        typing: [.enter, .text("Feil"), .left, .left, .text("xy"), .enter, .enter]
      )
      try session.waitUntil("the message, and that Enter came too early") { screen in
        screen.contains("Fexyil") && reader.shows("keys.tooEarly", screen)
      }
      session.press(.enter)
      try session.waitUntil("what is made of it") {
        reader.shows("kept.unknown", $0)
      }
      session.press(.control("c"), .control("c"))
      try session.waitForExit()
      #expect(try folder.kept().first?.content.answer(in: "message.text")?.value == "Fexyil")
    }
  }

  @Test(arguments: [(1, 1), (59, 18)])
  func `keys pressed before the window shrank count`(size: (Int, Int)) throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    player.session.send("Feil ending")
    try player.session.waitFor("Feil ending")
    // Held still, the program finds the keys and the new size at once.
    player.session.signal(SIGSTOP)
    player.session.press(.left, .left, .left, .left, .left, .left)
    player.session.resize(columns: size.0, rows: size.1)
    player.session.signal(SIGCONT)
    let calm = player.wording("small.enlarge", ["columns": "60", "rows": "18"])
    try player.session.waitUntil("the calm line") { $0.rows[0].first == calm.first }
    player.session.resize(columns: 80, rows: 24)
    player.session.send("i ")
    try player.session.waitFor("Feil i ending")
  }

  @Test func `keys while the disk is slow count, in their order`() throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    let other = try HeldStore(player.store)
    // On to the next question, back, on again, and on the question a letter of an answer.
    player.session.press(.enter, .escape, .enter, .escape, .escape, .end)
    player.session.send(" til")
    player.session.press(.home)
    player.session.send("Ja ")
    let saving = player.wording("header.saving")
    try player.session.waitUntil("the message, changed, being saved") { screen in
      screen.rows[0].contains(saving) && screen.contains("Ja on behalf of reportee: 310043214 til")
    }
    try other.letGo()
    player.session.press(.enter)
    try player.settle(after: .question("message"))
    player.session.press(.enter)
    // With words in its midst it is only like a message.
    let asked = player.wording("question.message.like.title")
    try player.session.waitUntil("what it is like, saved") {
      $0.contains(asked) && player.reader.isSaved($0)
    }
    let kept = try player.kept().first?.content.answer(in: "message.text")?.value
    #expect(kept?.contains("Ja on behalf of reportee: 310043214 til") == true)
  }
}
