import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// What a key sends is what has changed on the screen, and no more: a screen reader speaks all of it.
@Suite struct QuietKeyTests {
  /// What a key did: the cells that are others afterwards, and the signs that were written for it.
  private struct Answer {
    let changed: Int
    let written: Int
    let bytes: Int
    let before: PtyScreen
    let after: PtyScreen
  }

  private func press(
    _ key: PtyKey,
    _ player: Player,
    until condition: (PtyScreen) -> Bool
  ) throws -> Answer {
    player.session.waitUntilAsleep()
    let before = player.session.screen
    player.session.mark()
    player.session.press(key)
    try player.session.waitUntil("the answer to \(key)") {
      ($0.cursorRow, $0.cursorColumn) != (before.cursorRow, before.cursorColumn) && condition($0)
    }
    player.session.waitUntilAsleep()
    let after = player.session.screen
    let changed = zip(before.cells.joined(), after.cells.joined()).filter { $0 != $1 }.count
    let bytes = player.session.rawBytes
    let written = StreamPiece.pieces(of: bytes).filter {
      if case .scalar = $0 { true } else { false }
    }.count
    return Answer(
      changed: changed,
      written: written,
      bytes: bytes.count,
      before: before,
      after: after
    )
  }

  /// A few cells between two that changed are sent again where that is shorter than a way round them.
  private func expectQuiet(
    _ answer: Answer,
    _ name: String,
    bytes: Int = 60,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      answer.written <= answer.changed + 4,
      "\(name): \(answer.written) written, \(answer.changed) changed",
      sourceLocation: location
    )
    #expect(answer.bytes <= bytes, "\(name): \(answer.bytes) bytes", sourceLocation: location)
  }

  @Test func `an arrow key sends the two marks`() throws {
    let player = try Player()
    // The last line is drawn last, and then the cursor goes to its place.
    try player.session.waitUntil("home whole") { screen in
      screen.rows.last?.contains(player.wording("key.quit.short")) == true
        && screen.rows[screen.cursorRow].contains("▸")
    }
    for key in [PtyKey.down, .down, .down, .up] {
      let answer = try press(key, player) { $0.rows[$0.cursorRow].contains("▸") }
      expectQuiet(answer, "\(key)")
      let moved = zip(answer.before.rows, answer.after.rows).filter { $0 != $1 }.count
      #expect(moved == 2)
    }
  }

  @Test func `a letter sends itself`() throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    try player.session.waitUntil("the field") {
      $0.cells[$0.cursorRow].contains(where: \.isReversed)
    }
    for letter in "Feil æøåčđŋ i Altinn" {
      let answer = try press(.text(String(letter)), player) { _ in true }
      expectQuiet(answer, String(letter))
      #expect(answer.written <= 1)
    }
    let answer = try press(.backspace, player) { _ in true }
    #expect(answer.written <= 1)
  }

  @Test func `an arrow between the buttons sends the two buttons, and what Enter now does`() throws
  {
    let player = try Player()
    try player.begin(.personLacksRight)
    while player.scene != .question("reportee.kind") { try player.step(.personLacksRight) }
    // To the line, to the first button.
    player.session.press(.tab, .tab)
    try player.session.waitUntil("the buttons") {
      $0.rows[$0.cursorRow].contains("▸") && $0.cursorRow > 12 && player.reader.isSaved($0)
    }
    for key in [PtyKey.left, .right] {
      let answer = try press(key, player) { $0.rows[$0.cursorRow].contains("▸") }
      // The last line says where Enter leads from the button: a third place with a style of its own.
      expectQuiet(answer, "\(key)", bytes: 110)
    }
  }

  @Test func `a key that does nothing sends nothing`() throws {
    let player = try Player()
    player.session.mark()
    // Help and back, to know that the key before has been read.
    player.session.press(.text("ø"), .left, .insert)
    player.session.press(.function(1))
    try player.session.waitFor(player.wording("hint.close"))
    player.session.press(.escape)
    try player.wait(for: .home)
    player.session.press(.up)
    player.session.waitUntilAsleep()
    player.session.mark()
    player.session.press(.up, .up, .text("ø"), .insert, .down)
    let screen = try player.session.waitUntil("the second option") {
      $0.rows[$0.cursorRow].contains("▸ 2")
    }
    #expect(screen.rows[screen.cursorRow].contains("▸ 2"))
    let written = StreamPiece.pieces(of: player.session.rawBytes).filter {
      if case .scalar = $0 { true } else { false }
    }.count
    #expect(written <= 8)
  }
}
