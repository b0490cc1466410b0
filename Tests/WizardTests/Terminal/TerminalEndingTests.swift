import Foundation
import Glibc
import TestSupport
import Testing

/// However the program ends, the terminal is given back as it was, soon, and the exit status says what happened.
@Suite(.serialized) struct TerminalEndingTests {
  @Test func `leaves the terminal as it was when it quits`() throws {
    let session = try startProbe()
    session.press(.text("q"))
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.notGivenBack() == [])
    #expect(session.screen.contains("goodbye"))
    #expect(!session.screen.contains("probe 80x24"))
  }

  @Test(
    arguments: [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE,
      // What nobody sends in the ordinary way, the first of those for real time among them.
      SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGPWR, SIGSYS, 34,
    ]
  )
  func `leaves the terminal as it was when a signal ends it`(number: Int32) throws {
    let session = try startProbe()
    session.signal(number)
    #expect(try session.waitForExit() == .signalled(number))
    #expect(session.notGivenBack() == [])
    #expect(!session.screen.contains("probe 80x24"))
  }

  @Test(arguments: [(2, trapSignal), (3, SIGABRT), (4, SIGSEGV)])
  func `leaves the terminal as it was when it crashes`(key: Int, signal: Int32) throws {
    let session = try startProbe()
    session.press(.function(key))
    #expect(try session.waitForExit() == .signalled(signal))
    #expect(session.notGivenBack() == [])
  }

  @Test func `says why it crashed, on the screen given back`() throws {
    let session = try startProbe()
    session.press(.function(2))
    try session.waitForExit()
    #expect(session.screen.contains("Fatal error: as it was told to"))
  }

  @Test func `keeps stray lines off the screen until the end`() throws {
    let session = try startProbe()
    session.press(.text("e"))
    try session.waitFor("1: key character(\"e\")")
    #expect(!session.screen.contains("stray"))
    session.press(.text("q"))
    try session.waitForExit()
    #expect(session.screen.contains("a stray line"))
  }

  @Test(arguments: ["exec \"$0\"", "trap '' HUP; exec \"$0\""])
  func `ends quietly when the line breaks`(command: String) throws {
    let session = try PtySession("/bin/sh", ["-c", command, probe])
    try session.waitFor("0: ready")
    session.hangUp()
    try session.waitForExit()
    let used = try #require(session.processorTime)
    #expect(used < .milliseconds(500))
  }

  @Test func `leaves no core file behind`() throws {
    let session = try startProbe()
    let limits = try String(contentsOfFile: "/proc/\(session.processID)/limits", encoding: .utf8)
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
  }

  /// What a failed check in Swift raises.
  private static var trapSignal: Int32 {
    #if arch(x86_64)
    SIGILL
    #else
    SIGTRAP
    #endif
  }
}

/// The small program that shows what the terminal sends.
var probe: String { Executables.named("terminal-probe") }

func startProbe(
  _ environment: [String: String] = [:],
  arguments: [String] = [],
  columns: Int = 80,
  rows: Int = 24
) throws -> PtySession {
  let variables = PtySession.environment.merging(environment) { _, new in new }
  let session = try PtySession(
    probe,
    arguments,
    environment: variables,
    columns: columns,
    rows: rows
  )
  try session.waitFor("0: ready")
  return session
}
