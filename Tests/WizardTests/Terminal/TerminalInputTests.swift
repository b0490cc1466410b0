import Glibc
import TestSupport
import Testing

@Suite(.serialized) struct TerminalInputTests {
  @Test func `letters arrive as letters, also those that curses numbers as keys`() throws {
    let session = try startProbe()
    for (index, letter) in "čđŋšŧžČĐŊŠŦŽăæøåÆØÅ€漢".enumerated() {
      session.press(.text(String(letter)))
      try session.waitFor("\(index + 1): key character(\"\(letter)\")")
    }
  }

  @Test func `a mark joins the letter it came with`() throws {
    let session = try startProbe()
    session.send("e\u{301}a")
    try session.waitFor("1: key character(\"e\u{301}\")")
    try session.waitFor("2: key character(\"a\")")
  }

  @Test func `a byte that is no letter swallows nothing`() throws {
    let session = try startProbe()
    session.send([0xE5, 0x61])
    try session.waitFor("1: key character(\"\u{FFFD}\")")
    try session.waitFor("2: key character(\"a\")")
  }

  private static let keys: [(PtyKey, String)] = [
    (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"), (.home, "home"),
    (.end, "end"), (.pageUp, "pageUp"), (.pageDown, "pageDown"), (.insert, "insert"),
    (.delete, "delete"), (.backspace, "backspace"), (.enter, "enter"), (.tab, "tab"),
    (.backTab, "backTab"), (.escape, "escape"), (.function(1), "function(1)"),
    (.function(10), "function(10)"), (.function(12), "function(12)"),
    (.control("c"), "control(\"c\")"), (.control("s"), "control(\"s\")"),
    (.text("\n"), "control(\"j\")"), (.alt("n"), "alt(\"n\")"), (.alt("å"), "alt(\"å\")"),
    (.text("\u{1B}[A"), "up"), (.text("\u{1B}[1;2C"), "right"), (.text("\u{1B}[[E"), "function(5)"),
    (.text("\u{8}"), "backspace"), (.text("\u{1B}[3;2~"), "delete"),
    (.text("\u{1B}Op"), "character(\"0\")"), (.text("\u{1B}[1;5C"), "alt(\"f\")"),
    (.text("\u{1B}[1;3D"), "alt(\"b\")"), (.text("\u{1B}Od"), "alt(\"b\")"),
    (.text("\u{1B}[3;5~"), "alt(\"d\")"),
  ]

  @Test func `every key arrives as itself`() throws {
    let session = try startProbe(rows: 60)
    for (index, (key, name)) in Self.keys.enumerated() {
      session.press(key)
      try session.waitFor("\(index + 1): key \(name)")
    }
  }

  @Test func `what is not known is dropped whole`() throws {
    let session = try startProbe()
    session.send("\u{1B}[<0;10;10M\u{1B}[M !!\u{1B}[I\u{1B}[99;99~\u{1B}\ra")
    try session.waitFor("1: key character(\"a\")")
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}",
    "\u{1B}]52;c;ZWlk\u{1B}\\", "\u{1B}]lveiviser\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}P1+r544e=787465726d\u{1B}\\",
    "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^1j\u{1B}\\", "\u{1B}X1j\u{1B}\\",
  ])
  func `what a terminal answers is no key, whole, torn apart or without an end`(answer: String)
    throws
  {
    let session = try startProbe()
    session.send(answer + "a")
    try session.waitFor("1: key character(\"a\")")
    // An escape that stands alone for a moment is the key.
    let bytes = Array(answer.utf8)
    session.send(Array(bytes.prefix(2)))
    for byte in bytes.dropFirst(2) { session.send([byte]) }
    session.send("b")
    try session.waitFor("2: key character(\"b\")")
  }

  @Test func `an answer that is cut off is dropped, and what is typed after Alt is not`() throws {
    let session = try startProbe()
    session.send("\u{1B}]11;rgb:1e1e")
    try session.waitFor("0: ready")
    session.send("\u{3}")
    try session.waitFor("1: key control(\"c\")")
    session.send("\u{1B}Pab")
    try session.waitFor("2: key alt(\"P\")")
    try session.waitFor("4: key character(\"b\")")
    session.send("\u{1B}]\r")
    try session.waitFor("5: key alt(\"]\")")
    try session.waitFor("6: key enter")
  }

  @Test(arguments: [
    ("ab", "\r", "enter"), ("ab", "\u{1B}[A", "up"), ("ab", "\u{7F}", "backspace"),
    ("12", "\r", "enter"),
  ])
  func `what is typed after Alt-P stays when a key comes behind it`(
    typed: String,
    key: String,
    name: String
  ) throws {
    let session = try startProbe()
    session.send("\u{1B}P" + typed + key)
    try session.waitFor("1: key alt(\"P\")")
    for (index, letter) in typed.enumerated() {
      try session.waitFor("\(index + 2): key character(\"\(letter)\")")
    }
    try session.waitFor("4: key \(name)")
  }

  @Test func `an answer that a key breaks off is dropped, and the key is not`() throws {
    let session = try startProbe()
    session.send("\u{1B}]11;rgb:1e1e\r")
    try session.waitFor("1: key enter")
  }

  @Test func `Ctrl-C right behind Escape is not lost`() throws {
    let session = try startProbe()
    session.send("\u{1B}\u{3}")
    try session.waitFor("1: key escape")
    try session.waitFor("2: key control(\"c\")")
  }

  @Test func `a key is seen at once though something without meaning comes after it`() throws {
    let session = try startProbe()
    session.send("a\u{1B}[I")
    try session.waitFor("1: key character(\"a\")")
  }

  @Test func `presses and the wheel arrive with their places when they are asked for`() throws {
    let session = try PtySession(probe, ["--mouse"])
    try session.waitFor("0: ready")
    #expect(session.takesMouse)
    // Pressed, released, with Ctrl held, another button, moved; then the wheel, and both in the old form.
    session.send("\u{1B}[<0;10;3M\u{1B}[<0;10;3m\u{1B}[<16;1;1M\u{1B}[<2;5;5M\u{1B}[<32;6;6M")
    session.send("\u{1B}[<64;2;2M\u{1B}[<65;2;2M\u{1B}[M *#\u{1B}[M`!!")
    let expected = [
      "press 2,9", "press 0,0", "wheel up", "wheel down", "press 2,9", "wheel up",
    ]
    for (index, name) in expected.enumerated() { try session.waitFor("\(index + 1): \(name)") }
    session.press(.text("q"))
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.notGivenBack() == [])
  }

  @Test func `many keys at once arrive in order`() throws {
    let session = try startProbe()
    session.press(.text("ab"), .up, .text("d"), .tab, .escape, .escape)
    let expected = [
      "character(\"a\")", "character(\"b\")", "up", "character(\"d\")", "tab", "escape",
    ]
    for (index, name) in expected.enumerated() { try session.waitFor("\(index + 1): key \(name)") }
    try session.waitFor("7: key escape")
  }

  @Test func `a paste arrives as one, its line breaks as text`() throws {
    let session = try startProbe()
    session.paste("Feil:\r\nq\rto\t\u{1B}[31mrød\u{1B}[0m\u{7}")
    try session.waitFor("1: paste 15 \"Feil:\\nq\\nto\\trød\"")
    session.press(.text("a"))
    try session.waitFor("2: key character(\"a\")")
  }

  @Test func `a marker inside a paste does not begin another`() throws {
    let session = try startProbe()
    session.paste("en\u{1B}[200~to")
    try session.waitFor("1: paste 4 \"ento\"")
  }

  @Test func `a mark of the end inside a short paste ends nothing`() throws {
    let session = try startProbe()
    session.paste("en\u{1B}[201~\rq\u{1B}[31m\rto")
    try session.waitFor("1: paste 7 \"en\\nq\\nto\"")
    session.press(.text("a"))
    try session.waitFor("2: key character(\"a\")")
  }

  @Test func `a paste without its end ends by itself`() throws {
    let session = try startProbe()
    session.send("\u{1B}[200~halv")
    try session.waitFor("1: paste 4 \"halv\"")
    session.press(.text("a"))
    try session.waitFor("2: key character(\"a\")")
  }

  @Test func `a paste of a secret comes as keys, and what its field does not see is dropped`()
    throws
  {
    let session = try startProbe(arguments: ["--secret"])
    session.paste("a\r.rest")
    try session.waitFor("3: key character(\".\")")
    session.press(.text("b"))
    try session.waitFor("4: key character(\"b\")")
    session.paste("whole")
    try session.waitFor("5: paste 5 \"whole\"")
  }

  @Test func `a giant paste is cut, and keys work after it`() throws {
    let session = try startProbe()
    session.paste(String(repeating: "0123456789abcde\r", count: 160 * 1024))
    session.press(.text("a"))
    try session.waitFor("1: paste 2097152 ")
    try session.waitFor("2: key character(\"a\")")
  }

  @Test func `lines that come in one breath are a paste too`() throws {
    let session = try startProbe()
    session.send("Feil i innsending\rquitt, sa den\r")
    try session.waitFor("1: paste 32 \"Feil i innsending\\nquitt, sa den\\n\"")
  }

  @Test func `a new size arrives, and the screen fits it`() throws {
    let session = try startProbe()
    for (index, size) in [(100, 30), (40, 12), (30, 5), (80, 24)].enumerated() {
      session.resize(columns: size.0, rows: size.1)
      try session.waitFor("probe \(size.0)x\(size.1)")
      try session.waitFor("\(index + 1): size \(size.0)x\(size.1)")
    }
    session.resize(columns: 1, rows: 1)
    try session.waitUntil("one cell") { $0.rows == ["p"] }
    session.press(.text("q"))
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func `the size of the line counts, not that of the environment`() throws {
    let session = try startProbe(["LINES": "10", "COLUMNS": "20"])
    #expect(session.screen.contains("probe 80x24"))
  }

  @Test func `another thread can wake it`() throws {
    let session = try startProbe()
    session.press(.text("w"))
    try session.waitFor("2: wake")
  }
}
