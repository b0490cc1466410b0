import Foundation
import Model
import Screens
import TestSupport
import Testing

/// However the program ends, the terminal is as it was, soon, and the exit status says how it ended.
@Suite struct EndingTests {
  private static let soon: Duration = .seconds(2)

  private func atHome() throws -> Player { try Player() }

  private func inCase() throws -> Player {
    let player = try Player()
    try player.begin(.personLacksRight)
    return player
  }

  @Test func `gives the terminal back when it is left from home`() throws {
    let player = try atHome()
    player.session.press(.function(10))
    try player.wait(forText: "leave.title")
    player.session.press(.right, .enter)
    #expect(try player.session.waitForExit(timeout: Self.soon) == .exited(0))
    #expect(player.session.notGivenBack() == [])
  }

  @Test func `gives the terminal back when a case is left`() throws {
    let player = try inCase()
    player.session.press(.function(10))
    try player.wait(forText: "leave.title")
    player.session.press(.tab, .enter)
    #expect(try player.session.waitForExit(timeout: Self.soon) == .exited(130))
    #expect(player.session.notGivenBack() == [])
  }

  @Test func `stays when one thinks better of it`() throws {
    let player = try inCase()
    player.session.press(.function(10))
    try player.wait(forText: "leave.title")
    player.session.press(.enter)
    try player.wait(for: .recognised)
    player.session.press(.control("c"))
    try player.wait(forText: "leave.title")
    player.session.press(.escape)
    try player.wait(for: .recognised)
  }

  @Test func `gives the terminal back after Ctrl-C twice`() throws {
    let player = try inCase()
    player.session.press(.control("c"), .control("c"))
    #expect(try player.session.waitForExit(timeout: Self.soon) == .exited(130))
    #expect(player.session.notGivenBack() == [])
  }

  @Test(arguments: [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP,
  ])
  func `gives the terminal back when a signal ends it`(signal: Int32) throws {
    let player = try inCase()
    player.session.signal(signal)
    #expect(try player.session.waitForExit(timeout: Self.soon) == .signalled(signal))
    #expect(player.session.notGivenBack() == [])
    #expect(!player.session.screen.contains("sak 1"))
  }

  @Test func `ends soon and quietly when the line breaks`() throws {
    let player = try inCase()
    player.session.hangUp()
    try player.session.waitForExit(timeout: Self.soon)
    #expect(try #require(player.session.processorTime) < .seconds(1))
    #expect(try player.cases().count == 1)
  }

  @Test func `goes aside for Ctrl-Z and comes back as it was`() throws {
    let folder = try TemporaryFolder()
    let reader = Reader(.bokmal)
    let session = try PtySession(
      "/bin/sh",
      ["-i"],
      environment: PtySession.environment.merging(["PS1": "sh>"]) { $1 }
    )
    try session.waitFor("sh>")
    session.send("\(Executables.veiviser) --language nb --store \(folder.file("store"))\n")
    try session.waitUntil("home") { reader.scene($0) == .home }
    session.press(.text("1"))
    try session.waitUntil("the message") { reader.scene($0) == .question("message") }
    session.send("Half")
    try session.waitFor("Half")
    session.press(.control("z"))
    try session.waitUntil("the shell again") { $0.contains("Stopped") && $0.rows.contains("sh>") }
    #expect(session.notGivenBack() == [])
    session.send("fg\n")
    try session.waitUntil("the message") { reader.scene($0) == .question("message") }
    session.send("veis")
    try session.waitFor("Halfveis")
    session.press(.control("c"), .control("c"))
    try session.waitFor("sh>")
    session.send("echo status $?\n")
    try session.waitFor("status 130")
    #expect(session.notGivenBack() == [])
  }

  @Test func `answers Escape at once`() throws {
    let player = try inCase()
    let start = ContinuousClock.now
    player.session.press(.escape)
    try player.wait(for: .question("message"))
    #expect(ContinuousClock.now - start < .milliseconds(500))
  }

  @Test func `ends honestly when Swift's backtracer is asked for`() throws {
    let folder = try TemporaryFolder()
    let session = try PtySession(
      Executables.veiviser,
      ["--store", folder.file("store")],
      environment: PtySession.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    )
    try session.waitUntil("home") { Reader(.bokmal).scene($0) == .home }
    session.signal(SIGTERM)
    #expect(try session.waitForExit(timeout: Self.soon) == .signalled(SIGTERM))
    #expect(session.notGivenBack() == [])
  }
}
