import Glibc
import TestSupport
import Testing

@Suite(.serialized) struct TerminalScreenTests {
  @Test func `draws wide and joined characters in their places`() throws {
    let session = try startProbe()
    #expect(session.screen.rows[1] == "漢字 e\u{301} æøå")
  }

  @Test func `puts the cursor where the focus is`() throws {
    let session = try startProbe()
    let screen = session.screen
    #expect(screen.reversed == ["0: ready"])
    #expect(screen.isCursorVisible)
    #expect((screen.cursorRow, screen.cursorColumn) == (2, 0))
  }

  @Test(arguments: ["xterm-256color", "xterm", "screen", "linux", "vt100"])
  func `shows the same picture on every terminal`(term: String) throws {
    let session = try startProbe(["TERM": term])
    #expect(session.screen.rows.prefix(3) == ["probe 80x24", "漢字 e\u{301} æøå", "0: ready"])
    session.press(.text("q"))
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.notGivenBack() == [])
  }

  @Test(arguments: [("C", true), ("nb_NO.ISO-8859-1", true), ("C.UTF-8", true)])
  func `shows Norwegian letters whatever the locale`(locale: String, shown: Bool) throws {
    let session = try startProbe(["LC_ALL": locale])
    #expect(session.screen.contains("æøå") == shown)
  }

  @Test(arguments: [([:], true), (["NO_COLOR": "1"], false), (["TERM": "vt100"], false)])
  func `uses colour only where it is wanted`(environment: [String: String], colour: Bool) throws {
    let title = try startProbe(environment).screen.cells[0][0]
    #expect(title.isColoured == colour)
    #expect(title.isBold)
  }

  @Test func `sends little for one more line`() throws {
    let session = try startProbe()
    session.mark()
    session.press(.up)
    try session.waitFor("1: key up")
    #expect(session.rawBytes.count < 100)
  }

  @Test func `draws all of it again when asked`() throws {
    let session = try startProbe()
    session.mark()
    session.press(.control("l"))
    try session.waitFor("1: key control(\"l\")")
    #expect(String(decoding: session.rawBytes, as: UTF8.self).contains("probe 80x24"))
  }

  @Test func `hands text to the clipboard`() throws {
    let session = try startProbe()
    session.press(.text("c"))
    try session.waitFor("2: copied true")
    let sent = String(decoding: session.rawBytes, as: UTF8.self)
    #expect(sent.contains("\u{1B}]52;c;w6bDuMOl\u{7}"))
  }

  @Test func `stops for the shell and comes back as it was`() throws {
    let session = try PtySession("/bin/sh", ["-i"], environment: shellEnvironment)
    try session.waitFor("sh>")
    session.send("\(probe)\n")
    try session.waitFor("0: ready")
    session.press(.control("z"))
    try session.waitUntil("the shell again") { $0.contains("Stopped") && $0.rows.contains("sh>") }
    #expect(session.notGivenBack() == [])
    session.resize(columns: 90, rows: 20)
    session.send("fg\n")
    try session.waitFor("probe 90x20")
    try session.waitFor("1: key control(\"z\")")
    #expect(session.isInAlternateScreen)
    #expect(session.marksPaste)
    session.press(.text("q"))
    try session.waitFor("goodbye")
    session.send("exit 0\n")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func `stops when told to from elsewhere`() throws {
    let session = try PtySession("/bin/sh", ["-i"], environment: shellEnvironment)
    try session.waitFor("sh>")
    session.send("\(probe)\n")
    try session.waitFor("0: ready")
    session.signalForeground(SIGTSTP)
    try session.waitUntil("the shell again") { $0.contains("Stopped") && $0.rows.contains("sh>") }
    #expect(session.notGivenBack() == [])
    session.send("fg\n")
    try session.waitFor("1: signal 20")
    session.press(.text("q"))
    try session.waitFor("goodbye")
  }

  @Test func `comes back after a stop it could not see`() throws {
    let session = try PtySession("/bin/sh", ["-i"], environment: shellEnvironment)
    try session.waitFor("sh>")
    session.send("\(probe)\n")
    try session.waitFor("0: ready")
    session.signalForeground(SIGSTOP)
    try session.waitFor("sh>")
    session.send("fg\n")
    try session.waitFor("1: signal 18")
    #expect(session.screen.rows[0] == "probe 80x24")
    session.press(.text("ø"))
    try session.waitFor("2: key character(\"ø\")")
  }

  @Test func `goes on where nobody could continue it`() throws {
    let session = try startProbe()
    session.press(.control("z"))
    try session.waitFor("1: key control(\"z\")")
    #expect(session.isInAlternateScreen)
  }

  private var shellEnvironment: [String: String] {
    PtySession.environment.merging(["PS1": "sh>"]) { _, new in new }
  }
}

@Suite(.serialized) struct TerminalStartTests {
  @Test(arguments: [
    ("dumb", "cannotAddress"), ("no-such-terminal", "unknownTerminal"), ("", "unknownTerminal"),
  ])
  func `says why it cannot start, and writes nothing else`(term: String, error: String) throws {
    let session = try PtySession(
      probe,
      environment: PtySession.environment.merging(["TERM": term]) { _, new in new }
    )
    #expect(try session.waitForExit() == .exited(69))
    #expect(session.rawBytes == Array("\(error)\r\n".utf8))
    #expect(session.notGivenBack() == [])
  }

  @Test(arguments: ["\"$0\" </dev/null", "\"$0\" | cat"])
  func `needs a terminal at both ends`(command: String) throws {
    let session = try PtySession("/bin/sh", ["-c", command, probe])
    try session.waitForExit()
    #expect(session.rawBytes == Array("notATerminal\r\n".utf8))
  }

  @Test func `takes an xterm it does not know for an xterm`() throws {
    let session = try startProbe(["TERM": "xterm-from-tomorrow"])
    #expect(session.screen.contains("0: ready"))
  }
}
