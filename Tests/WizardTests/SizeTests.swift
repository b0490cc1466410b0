import Wording
import Model
import Screens
import TestSupport
import Testing

/// The screen fits whatever window there is, and follows it.
@Suite struct WindowTests {
  private static let sizes = [(80, 24), (60, 18), (120, 40), (200, 50), (76, 24), (75, 24)]

  /// Whether the rules over and under the screen stand where they must, with something outside each.
  private func isFramed(_ screen: PtyScreen, _ columns: Int, _ rows: Int) -> Bool {
    let rule = String(repeating: "─", count: columns)
    return screen.rows.count == rows && screen.rows[1] == rule && screen.rows[rows - 2] == rule
      && !screen.rows[0].isEmpty && !screen.rows[rows - 1].isEmpty
  }

  @Test(arguments: sizes, Language.allCases)
  func `draws home and a question`(size: (Int, Int), language: Language) throws {
    let player = try Player(language, columns: size.0, rows: size.1)
    try player.session.waitUntil("home whole") { screen in
      isFramed(screen, size.0, size.1) && player.reader.shows("home.resume", screen)
    }
    try player.begin(.personLacksRight)
    try player.step(.personLacksRight)
    let screen = try player.session.waitUntil("the question whole") { screen in
      isFramed(screen, size.0, size.1) && player.reader.shows("answer.unknown", screen)
        && player.reader.shows("button.next", screen)
    }
    // The four points stand beside the question where there is room for them.
    let bars = screen.rows.filter { $0.contains("│") }.compactMap { row in
      row.firstIndex(of: "│").map { row.distance(from: row.startIndex, to: $0) }
    }
    #expect(bars.isEmpty == (size.0 < 76))
    #expect(Set(bars).count <= 1)
  }

  @Test(arguments: [(40, 10), (59, 24), (80, 17), (1, 1), (2, 1), (10, 1)])
  func `says one calm line in a window too small, and loses nothing`(size: (Int, Int)) throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    player.session.send("Noe helt")
    try player.session.waitFor("Noe helt")
    player.session.resize(columns: size.0, rows: size.1)
    let calm = player.wording("small.enlarge", ["columns": "60", "rows": "18"])
    try player.session.waitUntil("the calm line") { screen in
      screen.rows[0].first == calm.first && !screen.text.contains("─")
    }
    // What is typed is kept, and what would choose does nothing; F9 shows that all has been read.
    player.session.press(.text("x"), .enter, .function(9), .function(9))
    let english = Reader(.english).wording("small.enlarge")
    try player.session.waitUntil("English") { $0.rows[0].first == english.first }
    player.session.resize(columns: 80, rows: 24)
    try player.session.waitFor("Noe heltx")
    player.session.send(" annet")
    try player.session.waitFor("Noe heltx annet")
  }

  @Test(arguments: sizes)
  func `keeps the text and the focus when the window changes`(size: (Int, Int)) throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    while player.scene != .question("reportee.kind") { try player.step(.personLacksRight) }
    player.session.press(.tab)
    player.session.send(" Nordlys")
    try player.session.waitFor("310043214 Nordlys")
    player.session.resize(columns: size.0, rows: size.1)
    try player.session.waitUntil("the text in the new window") { screen in
      isFramed(screen, size.0, size.1) && screen.contains("310043214 Nordlys")
    }
    player.session.send(" AS")
    try player.session.waitFor("310043214 Nordlys AS")
  }

  @Test(arguments: [(1, 1), (30, 24), (80, 5)])
  func `comes back whole when the window was small for a moment`(size: (Int, Int)) throws {
    let player = try Player()
    for _ in 0..<5 {
      // Both before the program can have looked.
      player.session.resize(columns: size.0, rows: size.1)
      player.session.resize(columns: 80, rows: 24)
      try player.session.waitUntil("home whole") { screen in
        isFramed(screen, 80, 24) && player.reader.shows("home.resume", screen)
      }
    }
  }

  @Test func `starts in a window too small and comes up when it grows`() throws {
    let folder = try TemporaryFolder()
    let session = try PtySession(
      Executables.veiviser,
      ["--store", folder.file("store")],
      columns: 1,
      rows: 1
    )
    try session.waitUntil("something") { !$0.rows[0].isEmpty }
    session.resize(columns: 80, rows: 24)
    try session.waitUntil("home") { Reader(.bokmal).scene($0) == .home }
    session.press(.control("c"), .control("c"))
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.notGivenBack() == [])
  }
}

/// Colour and signs are given up where they are not wanted; the words are the same.
@Suite struct LookTests {
  private func colours(_ bytes: [UInt8]) -> [Int] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { match in
      match.1.split(separator: ";").compactMap { Int($0) }
    }.filter { (30...49).contains($0) || (90...107).contains($0) }
  }

  private func bytes(_ arguments: [String], _ environment: [String: String] = [:]) throws -> [UInt8]
  {
    let folder = try TemporaryFolder()
    let reader = Reader(.bokmal)
    let session = try PtySession(
      Executables.veiviser,
      ["--language", "nb", "--store", folder.file("store")] + arguments,
      environment: PtySession.environment.merging(environment) { $1 }
    )
    try session.waitUntil("home") { reader.shows("home.title", $0) }
    session.press(.text("1"))
    try session.waitUntil("the message") { reader.shows("question.message.title", $0) }
    session.press(.enter)
    try session.waitUntil("no message") { reader.shows("question.message.symptom.title", $0) }
    session.press(.function(3))
    try session.waitUntil("the points") { reader.shows("overview.goOn", $0) }
    session.press(.control("c"), .control("c"))
    try session.waitForExit()
    return session.rawBytes
  }

  @Test func `uses colours where nothing speaks against it`() throws {
    #expect(try !colours(bytes([])).isEmpty)
  }

  @Test func `uses no colour when told so`() throws {
    #expect(try colours(bytes(["--no-color"])) == [])
    #expect(try colours(bytes([], ["NO_COLOR": "1"])) == [])
  }

  @Test func `draws with ASCII alone when told so`() throws {
    let text = String(decoding: try bytes(["--ascii"]), as: UTF8.self)
    // Letters are words; all that is drawn around them is ASCII.
    let others = text.unicodeScalars.filter { !$0.isASCII && !$0.properties.isAlphabetic }
    #expect(Set(others) == [])
  }
}
