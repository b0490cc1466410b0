import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// However the program ends, the terminal is as it was, and the exit status says how it ended.
///
/// How soon is measured by `EndingReliability`, on a machine that does nothing else.
@Suite struct EndingTests {
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
    #expect(try player.session.waitForExit() == .exited(0))
    #expect(player.session.notGivenBack() == [])
  }

  @Test func `gives the terminal back when a case is left`() throws {
    let player = try inCase()
    player.session.press(.function(10))
    try player.wait(forText: "leave.title")
    player.session.press(.tab, .enter)
    #expect(try player.session.waitForExit() == .exited(130))
    #expect(player.session.notGivenBack() == [])
  }

  @Test func `ends as it was left, however often Ctrl-C is pressed`() throws {
    // The moment between the end of the screen and that of the program is short.
    for _ in 0..<20 {
      let player = try atHome()
      var ending: PtyEnding?
      for _ in 0..<30_000 where ending == nil {
        for _ in 0..<200 { player.session.press(.control("c")) }
        ending = try? player.session.waitForExit(timeout: .milliseconds(1))
      }
      // The picture does not count here: with an interrupt the line drops what the emulator has not read.
      #expect(ending == .exited(130))
    }
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
    #expect(try player.session.waitForExit() == .exited(130))
    #expect(player.session.notGivenBack() == [])
  }

  @Test(arguments: [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP,
    SIGUSR1, SIGUSR2, SIGXCPU,
  ])
  func `gives the terminal back when a signal ends it`(signal: Int32) throws {
    let player = try inCase()
    player.session.signal(signal)
    #expect(try player.session.waitForExit() == .signalled(signal))
    #expect(player.session.notGivenBack() == [])
    #expect(!player.session.screen.contains("sak 1"))
  }

  @Test func `ends soon and quietly when the line breaks`() throws {
    let player = try inCase()
    player.session.hangUp()
    try player.session.waitForExit()
    #expect(try #require(player.session.processorTime) < .seconds(1))
    #expect(try player.cases().count == 1)
  }

  @Test func `ends in time though the disk is held by somebody else`() throws {
    let player = try inCase()
    let other = try HeldStore(player.store)
    player.session.press(.enter)
    let saving = player.wording("header.saving")
    try player.session.waitUntil("saving") { $0.rows[0].contains(saving) }
    player.session.signal(SIGTERM)
    #expect(try player.session.waitForExit() == .signalled(SIGTERM))
    #expect(player.session.notGivenBack() == [])
    try other.letGo()
    #expect(try Run(["store", "check", "--store", player.store]).status == 0)
  }

  @Test func `ends in time though nobody reads what it writes`() throws {
    let player = try atHome()
    // The line takes so much and no more; then the program stands in the middle of a picture.
    var unread = -1
    while player.session.unread > unread {
      unread = player.session.unread
      player.session.press(.control("l"))
      player.session.waitForUnread(beyond: unread, timeout: .milliseconds(500))
    }
    player.session.signal(SIGTERM)
    #expect(try player.session.waitForExit(reading: false) == .signalled(SIGTERM))
    // The settings are back; the rest of the picture and its end never came.
    #expect(player.session.flags == player.session.flagsBefore)
  }

  @Test(arguments: [false, true])
  func `Enter typed before it is back from the shell is Enter`(isEnlarged: Bool) throws {
    let folder = try TemporaryFolder()
    let reader = Reader(.bokmal)
    let session = try inShell(folder)
    try session.waitUntil("home") { reader.scene($0) == .home }
    session.press(.text("1"))
    try session.waitUntil("the message") { reader.scene($0) == .question("message") }
    if isEnlarged {
      session.resize(columns: 40, rows: 10)
      try session.waitUntil("the calm line") { !$0.text.contains("─") }
    }
    session.press(.control("z"))
    try session.waitUntil("the shell again") { $0.contains("Stopped") && $0.rows.contains("sh>") }
    if isEnlarged { session.resize(columns: 80, rows: 24) }
    // The shell reads its own line and no more; the rest waits in the line as it is for the shell.
    session.send("fg\nNoe annet\n")
    try session.waitUntil("what is made of it") {
      reader.shows("kept.unknown", $0)
    }
    session.press(.control("c"), .control("c"))
    try session.waitFor("sh>")
  }

  private func inShell(_ folder: TemporaryFolder) throws -> PtySession {
    let session = try PtySession(
      "/bin/sh",
      ["-i"],
      environment: PtySession.environment.merging(["PS1": "sh>"]) { $1 }
    )
    try session.waitFor("sh>")
    session.send("\(Executables.veiviser) --language nb --store \(folder.file("store"))\n")
    return session
  }

  @Test func `goes aside for Ctrl-Z and comes back as it was`() throws {
    let folder = try TemporaryFolder()
    let reader = Reader(.bokmal)
    let session = try inShell(folder)
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

  @Test func `ends honestly when Swift's backtracer is asked for`() throws {
    let folder = try TemporaryFolder()
    let session = try PtySession(
      Executables.veiviser,
      ["--store", folder.file("store")],
      environment: PtySession.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    )
    try session.waitUntil("home") { Reader(.bokmal).scene($0) == .home }
    session.signal(SIGTERM)
    #expect(try session.waitForExit() == .signalled(SIGTERM))
    #expect(session.notGivenBack() == [])
  }
}
