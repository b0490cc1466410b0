import Wording
import Model
import Screens
import TestSupport
import Testing

/// The mouse is the terminal's own unless somebody asks for it.
@Suite struct MouseTests {
  private func start(_ arguments: [String], in folder: TemporaryFolder) throws -> PtySession {
    let session = try PtySession(
      Executables.veiviser,
      ["--language", "nb", "--store", folder.file("store")] + arguments
    )
    // The footer comes last.
    try session.waitUntil("home whole") { screen in
      Reader(.bokmal).scene(screen) == .home && screen.rows.last?.contains("F10") == true
    }
    return session
  }

  @Test func `leaves the mouse alone, so that text can be marked and copied`() throws {
    let folder = try TemporaryFolder()
    let session = try start([], in: folder)
    #expect(!session.takesMouse)
    let before = session.screen.rows
    // A report that comes all the same means nothing; help shows that it was read.
    session.send("\u{1B}[<0;10;7M")
    session.press(.function(1))
    try session.waitFor(Reader(.bokmal).wording("help.title"))
    session.press(.escape)
    try session.waitUntil("home as before") { $0.rows == before }
  }

  @Test func `goes where it is pressed when it is asked for, and is given back`() throws {
    let folder = try TemporaryFolder()
    let reader = Reader(.bokmal)
    let session = try start(["--mouse"], in: folder)
    #expect(session.takesMouse)
    let row = try #require(session.screen.row(of: reader.wording("flow.checkRights.start")))
    session.send("\u{1B}[<0;12;\(row + 1)M\u{1B}[<0;12;\(row + 1)m")
    try session.waitUntil("the task") { screen in
      // The footer comes last, and another one stood there.
      screen.rows[0].contains(reader.wording("flow.checkRights.title"))
        && screen.rows.last?.contains("F4") == true
    }
    let help = try #require(session.screen.rows.last?.firstRange(of: "F1"))
    let footer = try #require(session.screen.rows.last)
    let column = footer.distance(from: footer.startIndex, to: help.lowerBound)
    session.send("\u{1B}[<0;\(column + 1);24M")
    try session.waitFor(reader.wording("help.title"))
    session.send("\u{1B}[<65;12;12M")
    try session.waitUntil("scrolled") { !reader.shows("help.title", $0) }
    session.press(.control("c"), .control("c"))
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.notGivenBack() == [])
  }
}
