import Model
import Screens
import TestSupport
import Testing

/// Any window, and any change of it, at any moment.
@Suite struct AnySizeTests {
  private static let sizes = [
    (1, 1), (1, 200), (500, 1), (2, 2), (10, 3), (59, 18), (60, 17), (60, 18), (61, 19), (75, 24),
    (76, 24), (80, 24), (81, 25), (132, 43), (200, 60), (500, 18), (60, 200), (500, 200), (3, 500),
  ]

  private let reader = Reader(.bokmal)

  private func isWhole(_ screen: PtyScreen, _ columns: Int, _ rows: Int) -> Bool {
    let rule = String(repeating: "─", count: columns)
    return screen.rows.count == rows && screen.rows[1] == rule && screen.rows[rows - 2] == rule
      && screen.rows[rows - 1].contains("Enter") && screen.isCursorVisible
  }

  @Test func `a message under way and the place in it survive every size`() throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    player.session.send("Feil i ending")
    player.session.press(.left, .left, .left, .left, .left, .left)
    var typed = ""
    for (number, size) in Self.sizes.enumerated() {
      player.session.resize(columns: size.0, rows: size.1)
      let isSmall = size.0 < 60 || size.1 < 18
      try player.session.waitUntil("\(size)") { screen in
        isSmall
          ? !screen.rows[0].isEmpty && !screen.text.contains("─")
          : isWhole(screen, size.0, size.1) && screen.contains("Feil i \(typed)ending")
      }
      if isSmall {
        player.session.resize(columns: 80, rows: 24)
        try player.session.waitUntil("home size") { isWhole($0, 80, 24) }
      }
      // The next letter goes where the last one went.
      let letter = String(Character(Unicode.Scalar(UInt8(97 + number))))
      typed += letter
      player.session.send(letter)
      try player.session.waitUntil("the letter at its place") { screen in
        let row = screen.rows[screen.cursorRow]
        let before = String(row.prefix(screen.cursorColumn))
        return before.hasSuffix("Feil i \(typed)") && screen.contains("Feil i \(typed)ending")
      }
    }
    player.session.press(.control("c"), .control("c"))
    #expect(try player.session.waitForExit() == .exited(130))
    #expect(player.session.notGivenBack() == [])
  }

  @Test func `random sizes while a message is typed lose no letter`() throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    var random = Seeded(Reliability.seed)
    var words: [String] = []
    let count = Reliability.count(40, full: 1_000)
    var size = (80, 24)
    for number in 0..<count {
      // Now and then through a window too small to work in, gone before anybody has looked.
      if random.int(0...3) == 0 {
        player.session.resize(columns: random.int(1...59), rows: random.int(1...17))
      }
      size = random.int(0...9) == 0 ? (80, 24) : (random.int(60...220), random.int(18...70))
      player.session.resize(columns: size.0, rows: size.1)
      let word = Self.word(number)
      words.append(word)
      player.session.send(word + " ")
      guard number % 8 == 7 else { continue }
      try player.session.waitUntil("\(word) in \(size)") { screen in
        let row = screen.rows[screen.cursorRow]
        return isWhole(screen, size.0, size.1) && row.contains(word)
          && screen.cells[screen.cursorRow][screen.cursorColumn].isReversed
      }
    }
    player.session.resize(columns: 80, rows: 24)
    let last = try #require(words.last)
    try player.session.waitUntil("all of it") { isWhole($0, 80, 24) && $0.contains(last) }
    player.session.press(.enter)
    let page = try player.settle(after: .question("message"))
    player.session.press(.enter)
    try player.settle(after: page)
    let kept = try #require(try player.kept().first).content.answer(in: "message.text")?.value
    #expect(kept == words.joined(separator: " ") + " ")
    Reliability.report("16 sizes", "\(count) random sizes while a message is typed; no letter lost")
  }

  /// A word of letters alone, another for each number.
  private static func word(_ number: Int) -> String {
    String(
      [number / 676 % 26, number / 26 % 26, number % 26].compactMap {
        Unicode.Scalar(UInt8(97 + $0)).properties.lowercaseMapping.first
      }
    )
  }
}
