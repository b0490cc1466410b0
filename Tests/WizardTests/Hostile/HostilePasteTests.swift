import Wording
import SafeText
import Model
import Screens
import TestSupport
import Testing

/// Whatever is pasted, the terminal gets our own sequences alone, and every border stays in its place.
@Suite struct HostilePasteTests {
  private static let size = StreamCheck.Place.screen(columns: 80, rows: 24)

  /// As many at a time as the message field takes.
  private static let bunches = stride(from: 0, to: HostileText.all.count, by: 200).map {
    Array(HostileText.all[$0..<min($0 + 200, HostileText.all.count)])
  }

  /// What stands behind a text, in letters alone: a number might not be kept.
  private static func mark(_ number: Int) -> String {
    // No two of them are a word, such as the one that ends a letter.
    let letters = Array("qxzjwfgyuh")
    return "§" + String("\(number)".map { letters[$0.wholeNumberValue ?? 0] }) + "§."
  }

  @Test(arguments: bunches.indices)
  func `in the message field, and what is kept of it is clean`(bunch: Int) throws {
    let texts = Self.bunches[bunch]
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    let start = try player.session.waitUntil("the whole question") {
      player.reader.shows("button.next", $0) && $0.rows[23].contains("Ctrl-J")
    }
    let standing = Standing(aroundTheFieldOf: start)
    for (number, text) in texts.enumerated() {
      player.session.paste(text.bytes + Array("\n\(Self.mark(number)) ".utf8))
      try player.session.expect("the end of the paste", of: text.name, standing) {
        $0.rows[$0.cursorRow].contains(Self.mark(number))
      }
    }
    player.session.press(.enter)
    // It is kept when the person goes on from what is shown of it.
    let page = try player.settle(after: .question("message"))
    player.session.press(.enter)
    try player.settle(after: page)
    #expect(StreamCheck.faults(in: player.session.rawBytes, Self.size) == [])
    let found = try #require(try player.kept().first)
    let kept = try #require(found.content.answer(in: "message.text")?.value)
    #expect(Sanitiser.text(kept) == kept)
    for text in texts where ["Norwegian", "Sami", "Han"].contains(text.name) {
      #expect(kept.contains(text.text))
    }
    // Only below what ends with the name of a secret is a mark taken for the secret.
    let lost = texts.indices.filter { !kept.contains(Self.mark($0)) }.map { texts[$0] }
    #expect(lost.allSatisfy { $0.text.hasSuffix("/passwd") || $0.name.hasPrefix("random") })
    #expect(lost.count * 50 < texts.count, "\(lost)")
  }

  @Test func `in a line`() throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    while player.scene != .question("reportee.kind") { try player.step(.personLacksRight) }
    player.session.press(.tab, .control("u"))
    let choosing = player.wording("keys.arrows")
    // The footer is drawn last, and then the cursor goes to the field.
    let start = try player.session.waitUntil("the empty line") { screen in
      screen.cells[screen.cursorRow].contains(where: \.isReversed)
        && !screen.rows[23].contains(choosing)
    }
    let bar = try #require(start.rows[3].firstIndex(of: "│"))
    let column = start.rows[3].distance(from: start.rows[3].startIndex, to: bar)
    let field = start.cursorRow
    // What is wrong with a line stands below it.
    let free = { (row: Int, at: Int) in
      start.cells[row][at].isReversed || row == field + 1 && at > column
    }
    try pasteEach(into: player, Standing(start, isFree: free))
  }

  @Test func `in a search`() throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    while player.scene != .question("service") { try player.step(.personLacksRight) }
    let start = try player.session.waitUntil("the whole question") {
      player.reader.shows("button.next", $0)
    }
    let bar = try #require(start.rows[3].firstIndex(of: "│"))
    let column = start.rows[3].distance(from: start.rows[3].startIndex, to: bar)
    let buttons = try #require(start.row(of: "[ "))
    // The field and what it finds stand between the question and the buttons.
    let field = start.cursorRow
    // A search under way has a key more in the footer.
    let free = { (row: Int, at: Int) in
      row == 23 || at > column && row >= field && row < buttons
    }
    try pasteEach(into: player, Standing(start, isFree: free))
  }

  /// Pastes each text into a line of a few dozen characters, emptied before.
  private func pasteEach(into player: Player, _ standing: Standing) throws {
    for (number, text) in HostileText.all.enumerated() {
      let isShort = Sanitiser.line(text.text).count <= 40
      let bytes = isShort ? text.bytes : Array(String(text.text.unicodeScalars.prefix(25)).utf8)
      player.session.press(.control("u"))
      player.session.paste(bytes + Array("\n§\(number)§.".utf8))
      try player.session.expect("the end of the paste", of: text.name, standing) {
        $0.rows[$0.cursorRow].contains("§\(number)§")
      }
    }
    #expect(StreamCheck.faults(in: player.session.rawBytes, Self.size) == [])
  }

  @Test func `there are as many as promised`() {
    #expect(HostileText.all.count >= 500)
    let formats = (0...0x10FFFF).compactMap { Unicode.Scalar($0 as UInt32) }.filter {
      $0.properties.generalCategory == .format
    }
    let all = HostileText.all.reduce(into: Set<Unicode.Scalar>()) {
      $0.formUnion($1.text.unicodeScalars)
    }
    #expect(formats.allSatisfy(all.contains))
    #expect(
      (Array(0...0x1F) + Array(0x7F...0x9F)).allSatisfy {
        all.contains(Unicode.Scalar($0 as UInt8))
      }
    )
    Reliability.report(
      "18 hostile text",
      "\(HostileText.all.count) strings pasted into 3 kinds of field, read, given as arguments and planted in the store"
    )
  }
}
