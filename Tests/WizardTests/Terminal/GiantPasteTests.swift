import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// Ten megabytes pasted by mistake: the field keeps its limit, nothing is pressed, and keys work after it.
@Suite(.serialized) struct GiantPasteTests {
  private static let megabyte = 1_024 * 1_024
  /// Forty bytes a line, with what would be keys: digits of options, letters of answers, quit.
  ///
  /// A terminal sends a return for a line break.
  private static let line = "j n v 1 2 3 q ? Feil fra Altinn, nr. 12\r"

  private static func text(_ size: Int = 10 * megabyte) -> [UInt8] {
    Array(String(repeating: line, count: size / line.utf8.count).utf8)
  }

  /// One way a paste can come.
  enum Manner: String, CaseIterable, Sendable {
    case marked, unmarked, nestedEnd, nestedStart, unterminated

    /// In the ordinary run the message field alone is given all of them.
    static let some = Reliability.isFull ? allCases : [.unmarked]

    func bytes(_ text: [UInt8]) -> [UInt8] {
      let start = Array("\u{1B}[200~".utf8)
      let end = Array("\u{1B}[201~".utf8)
      return switch self {
      case .marked: start + text + end
      case .unmarked: text
      case .nestedStart: start + text + start + text.prefix(4_000) + end
      case .nestedEnd: start + text.prefix(4_000) + end + text + end
      case .unterminated: start + text
      }
    }
  }

  @Test(arguments: Manner.allCases)
  func `in the message field`(manner: Manner) throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    let before = try #require(ProcessMemory.most(of: player.session.processID))
    player.session.send(manner.bytes(Self.text()))
    try expectLife(player, .question("message"), before)
    player.session.press(.enter)
    let page = try player.settle(after: .question("message"))
    player.session.press(.enter)
    try player.settle(after: page)
    let found = try #require(try player.kept().first)
    let kept = try #require(found.content.answer(in: "message.text")?.value)
    #expect(kept.count <= 65_536)
    #expect(kept.hasPrefix(String(Self.line.dropLast())))
    #expect(found.answers.allSatisfy { $0.field.rawValue.hasPrefix("message") })
  }

  @Test(arguments: Manner.some)
  func `in a line`(manner: Manner) throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    while player.scene != .question("reportee.kind") { try player.step(.personLacksRight) }
    player.session.press(.tab, .control("u"))
    try player.session.waitUntil("the empty line") { screen in
      screen.cells[screen.cursorRow].contains(where: \.isReversed)
    }
    let before = try #require(ProcessMemory.most(of: player.session.processID))
    player.session.send(manner.bytes(Self.text()))
    try expectLife(player, .question("reportee.kind"), before)
    let screen = player.session.screen
    // Sixty characters and no more, with no line break among them.
    let field = screen.cells[screen.cursorRow].filter(\.isReversed).map(\.text).joined()
    #expect(field.trimmingCharacters(in: .whitespaces).count <= 60)
    player.session.press(.escape)
    try player.settle(after: .question("reportee.kind"))
    let name = try player.kept().first?.content.answer(in: "reportee.name")?.value
    #expect(name?.hasPrefix("j n v 1 2 3") == true)
    #expect(name?.count == 60)
  }

  @Test(arguments: Manner.some)
  func `where nothing can be pasted`(manner: Manner) throws {
    let player = try Player()
    let before = try #require(ProcessMemory.most(of: player.session.processID))
    player.session.send(manner.bytes(Self.text()))
    try expectLife(player, .home, before)
    #expect(try player.kept().isEmpty)
  }

  @Test func `one line without an end, unmarked, in the message field`() throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    let before = try #require(ProcessMemory.most(of: player.session.processID))
    player.session.send([UInt8](repeating: UInt8(ascii: "x"), count: Self.megabyte))
    try expectLife(player, .question("message"), before)
  }

  /// A key is answered, the place is the same, and little memory was used for it.
  private func expectLife(_ player: Player, _ scene: Scene, _ before: Int) throws {
    // What no end was sent for ends when nothing more comes; until then a key is part of it.
    let leave = player.wording("leave.title")
    var isAsked = false
    for _ in 0..<60 where !isAsked {
      player.session.press(.function(10))
      isAsked =
        (try? player.session.waitUntil(timeout: .seconds(1)) { $0.contains(leave) }) != nil
    }
    #expect(isAsked, "no key is answered\n\(player.session.screen)")
    player.session.press(.escape)
    try player.session.waitUntil("\(scene) again") {
      !$0.contains(leave) && player.reader.scene($0) == scene
    }
    let grown = try #require(ProcessMemory.most(of: player.session.processID)) - before
    // What is taken in is read for secrets, and heard, when the typing pauses; the whole paste is five times that.
    #expect(grown < 160 * 1_024, "\(grown) kB more")
    Reliability.report("19 giant paste, \(scene)", "\(grown) kB more memory")
  }
}
