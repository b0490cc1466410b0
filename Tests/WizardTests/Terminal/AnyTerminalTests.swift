import Wording
import Glibc
import Model
import Screens
import TestSupport
import Testing

/// The program on every terminal and in every surrounding it may be started in, read off the screen.
@Suite struct AnyTerminalTests {
  static let fullScreen = [
    "xterm-256color", "xterm", "xterm-kitty", "xterm-ghostty", "tmux-256color", "screen", "linux",
    "vt100", "vt220",
  ]
  static let typed = "æøå ÆØÅ č đ ŋ š ŧ ž Č Đ Ŋ Š Ŧ Ž"

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func start(
    _ changes: [String: String?],
    _ arguments: [String] = [],
    columns: Int = 80,
    rows: Int = 24
  ) throws -> PtySession {
    var environment = PtySession.environment
    for (name, value) in changes { environment[name] = value }
    // In a folder of its own, for what it writes.
    return try PtySession(
      "/bin/sh",
      ["-c", "cd \"$0\" && exec \"$@\"", folder.path, Executables.veiviser]
        + ["--language", "nb", "--store", folder.file("store")] + arguments,
      environment: environment,
      columns: columns,
      rows: rows
    )
  }

  /// Home, a question, a typed message, what is made of it, and out; the terminal is given back.
  private func walk(_ session: PtySession, _ rule: Character = "─") throws {
    let reader = Reader(.bokmal)
    func isWhole(_ screen: PtyScreen) -> Bool {
      let line = String(repeating: rule, count: session.size.columns)
      return screen.rows[1] == line && screen.rows[session.size.rows - 2] == line
        && screen.rows[session.size.rows - 1].contains("F1")
    }
    try session.waitUntil("home, whole") { reader.scene($0) == .home && isWhole($0) }
    session.press(.text("1"))
    try session.waitUntil("the question") {
      reader.scene($0) == .question("message") && isWhole($0)
    }
    session.send(Self.typed)
    try session.waitUntil("what was typed") { $0.contains(Self.typed) && isWhole($0) }
    session.press(.enter)
    try session.waitUntil("what is made of it") {
      reader.shows("kept.unknown", $0) && isWhole($0)
    }
    session.press(.escape)
    try session.waitUntil("the message again") {
      reader.scene($0) == .question("message") && $0.contains(Self.typed) && isWhole($0)
    }
    session.press(.control("c"), .control("c"))
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.notGivenBack() == [])
    let place = StreamCheck.Place.screen(columns: session.size.columns, rows: session.size.rows)
    #expect(StreamCheck.faults(in: session.rawBytes, place) == [])
  }

  /// Each terminal in one locale and each locale on one terminal; by the script every pair.
  private static let pairs = fullScreen.enumerated().flatMap { place, term in
    let locales = ["C.UTF-8", "C", "POSIX", "no_NO.such", "nb_NO.ISO-8859-1"]
    let chosen = Reliability.isFull ? locales : [locales[place % locales.count]]
    return chosen.map { (term, $0) }
  }

  @Test(arguments: pairs)
  func `is whole, whichever terminal and locale`(term: String, locale: String) throws {
    try walk(try start(["TERM": term, "LC_ALL": locale]))
  }

  @Test(arguments: [
    ["COLUMNS": "20", "LINES": "5"], ["COLUMNS": "500", "LINES": "200"],
    ["COLUMNS": "-1", "LINES": "x"], ["LC_ALL": nil, "LANG": nil],
    ["LC_ALL": nil, "LC_CTYPE": "C"],
    ["NO_COLOR": "1"], ["NO_COLOR": ""], ["ESCDELAY": "99999999999999999999"], ["ESCDELAY": "-5"],
    ["NCURSES_NO_UTF8_ACS": "1"], ["NCURSES_NO_PADDING": "1"], ["TERMCAP": "junk"],
    ["TERMINFO": "/nowhere"], ["TERMINFO_DIRS": "/nowhere:/usr/share/terminfo"],
  ])
  func `is whole, whatever the environment says`(changes: [String: String?]) throws {
    try walk(try start(changes))
    guard Reliability.isFull else { return }
    try walk(try start(changes.merging(["TERM": "vt100"]) { $1 }, columns: 100, rows: 30))
  }

  @Test(arguments: [(["--no-color"], "─"), (["--ascii"], "-"), (["--ascii", "--no-color"], "-")])
  func `is whole, with signs and colours or without`(arguments: [String], rule: String) throws {
    let character = try #require(rule.first)
    for term in Reliability.sample(Self.fullScreen, every: 4) {
      try walk(try start(["TERM": term], arguments), character)
    }
  }

  @Test(arguments: ["dumb", "unknown", "nonesuch-256color", "", nil])
  func `asks line by line where there can be no full screen, and takes every letter`(
    term: String?
  ) throws {
    let wording = Wording(.embedded, .bokmal)
    for locale in Reliability.sample(["C.UTF-8", "no_NO.such", "C", "POSIX"], every: 2) {
      let session = try start(["TERM": term, "LC_ALL": locale], columns: 100, rows: 120)
      func answer(_ line: String) throws {
        try session.waitUntil("a prompt") {
          $0.cursorColumn == 2 && $0.rows[$0.cursorRow].hasPrefix(">")
        }
        session.mark()
        session.send(line + "\n")
        try session.waitUntil("the line taken") { _ in session.rawBytes.contains(0x0A) }
      }
      try session.waitFor(wording("home.title"))
      try answer("1")
      try answer(Self.typed + "\n.")
      try answer("q")
      #expect(try session.waitForExit() == .exited(130))
      #expect(!session.isInAlternateScreen)
      #expect(StreamCheck.faults(in: session.rawBytes, .lines) == [])
      #expect(session.notGivenBack() == [])
      let kept = try #require(try folder.kept().first)
      #expect(kept.content.answer(in: "message.text")?.value == Self.typed)
    }
  }

  // MARK: - Colours

  /// Screens with every role a cell can have.
  private func colours(_ term: String) throws -> Set<StreamColours.Pair> {
    let player = try start(["TERM": term])
    let reader = Reader(.bokmal)
    try player.waitUntil("home") { reader.scene($0) == .home }
    player.press(.text("1"))
    try player.waitUntil("the question") { reader.scene($0) == .question("message") }
    player.paste("Incorrect username/password given for system")
    player.press(.enter)
    try player.waitUntil("what is made of it") { reader.scene($0) == .recognised }
    player.press(.enter)
    try player.waitUntil("the next question") {
      if case .question = reader.scene($0) { true } else { false }
    }
    player.press(.function(5))
    try player.waitUntil("the conclusion") { reader.scene($0) == .conclusion }
    player.press(.function(3))
    try player.waitUntil("the points") { reader.scene($0) == .overview }
    player.press(.function(1))
    try player.waitFor(reader.wording("hint.close"))
    player.press(.control("c"), .control("c"))
    try player.waitForExit()
    return try StreamColours(player.rawBytes + written(term)).pairs
  }

  /// What is sent while the case is written to a file, which is said in the colour of what went well.
  private func written(_ term: String) throws -> [UInt8] {
    let player = try start(["TERM": term])
    try player.waitUntil("home") { Reader(.bokmal).scene($0) == .home }
    player.press(.text("\(Flow.ids(of: .altinn2).count + 2)"))
    try player.waitFor(" 1001")
    player.press(.enter)
    try player.waitFor("JSON")
    player.press(.backTab, .enter)
    try player.waitFor("veiviser-1001.txt")
    return player.rawBytes
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "xterm-kitty"])
  func `every colour can be read on white and on black`(term: String) throws {
    let pairs = try colours(term)
    // Title or text, what is muted, what fails, what is in order.
    #expect(pairs.contains { $0.foreground == 1 } && pairs.contains { $0.foreground == 28 })
    #expect(pairs.contains { $0.foreground == 244 } && pairs.contains { $0.background == 4 })
    for pair in pairs {
      guard let front = pair.foreground else {
        #expect(pair.background == nil, "\(pair)")
        continue
      }
      let backs = pair.background.map { [$0] } ?? [StreamColours.white, StreamColours.black]
      for back in backs {
        #expect(StreamColours.contrast(front, back) >= 3, "\(pair)")
      }
    }
  }

  /// Of eight colours whose looks nobody knows, white and yellow and cyan are lost on white, blue and
  /// black on black.
  @Test(arguments: ["xterm", "linux", "screen", "vt220", "vt100"])
  func `of eight colours only those are used that both a light and a dark background carry`(
    term: String
  ) throws {
    for pair in try colours(term) where pair.background == nil {
      #expect([nil, 1, 2, 5].contains(pair.foreground), "\(pair)")
    }
  }
}
