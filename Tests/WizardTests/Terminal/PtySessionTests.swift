import Testing
import TestSupport

@Suite(.serialized) struct PtySessionTests {
  @Test func `shows what a program writes, and how it ended`() throws {
    let session = try PtySession("/bin/sh", ["-c", "printf 'a\\033[7mb\\033[m 漢'; exit 3"])
    #expect(try session.waitForExit() == .exited(3))
    #expect(session.screen.rows[0] == "ab 漢")
    #expect(session.screen.reversed == ["b"])
    #expect(session.screen.cursorColumn == 5)
    #expect(session.notGivenBack() == [])
  }

  @Test func `sends what is typed`() throws {
    let session = try PtySession("/bin/cat")
    session.send("hei\n")
    try session.waitUntil("the echo and the answer") { $0.rows[0] == "hei" && $0.rows[1] == "hei" }
    session.mark()
    session.press(.control("d"))
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.rawBytes == [])
  }

  @Test(arguments: [
    ("stty raw -echo", "the settings of the line"),
    ("printf '\\033[?1049h'", "the alternate screen"),
    ("printf '\\033[?25l'", "the hidden cursor"),
    ("printf '\\033[?2004h'", "bracketed paste"),
    ("printf '\\033[?1000h'", "the mouse"),
    ("printf '\\033[7m'", "reverse video"),
  ])
  func `notices what a program leaves behind`(command: String, fault: String) throws {
    let session = try PtySession("/bin/sh", ["-c", command])
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.notGivenBack() == [fault])
  }

  @Test func `tells a signal from an exit`() throws {
    let session = try PtySession("/bin/sh", ["-c", "echo up; kill -9 $$"])
    #expect(try session.waitForExit() == .signalled(9))
    #expect(session.screen.contains("up"))
  }

  @Test func `fails with the screen when the wait is in vain`() throws {
    let session = try PtySession("/bin/sh", ["-c", "echo here; read line"])
    try session.waitFor("here")
    let error = #expect(throws: PtyError.self) {
      try session.waitFor("there", timeout: .milliseconds(50))
    }
    #expect(error?.description.contains("0|here") == true)
  }

  @Test func `gives the program its environment and nothing more`() throws {
    let session = try PtySession("/usr/bin/env", environment: ["A": "b"])
    try session.waitForExit()
    #expect(session.screen.text.split(separator: "\n") == ["A=b"])
  }
}
