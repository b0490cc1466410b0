import Foundation
import Model
import Screens
import TestSupport
import Testing

/// However and whenever the program ends, the terminal is as it was, soon, and the exit status is honest.
@Suite(.serialized) struct EndingReliability {
  enum Ending: CustomTestStringConvertible, Sendable {
    case left
    case signal(Int32)
    case brokenLine
    case stopped

    var testDescription: String {
      switch self {
      case .left: "left by Ctrl-C twice"
      case .signal(let number): "signal \(number)"
      case .brokenLine: "a broken line"
      case .stopped: "stopped and continued"
      }
    }

    static let all: [Ending] =
      [
        SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE,
      ].map { .signal($0) } + [.left, .brokenLine, .stopped]
  }

  /// When it is made to end: while it starts, or in the middle of what was typed.
  private enum Moment {
    case written(bytes: Int)
    case typed([PtyKey])
  }

  private static func moment(_ random: inout Seeded, fromStart: Bool) -> Moment {
    if fromStart, random.int(0...2) == 0 { return .written(bytes: random.int(1...1_500)) }
    let keys: [PtyKey] = [
      .text("1"), .enter, .down, .tab, .escape, .function(1), .function(9), .text("Feil æøå"),
      .function(3), .function(5), .pageDown, .text("2"), .backTab, .text("4"),
    ]
    return .typed((0..<random.int(0...14)).map { _ in random.pick(keys) })
  }

  private static let times = Reliability.count(2, full: 30)
  private static let soon: Duration = .seconds(2)

  @Test(arguments: Ending.all)
  func `gives the terminal back at any moment`(ending: Ending) throws {
    var random = Seeded(Reliability.seed)
    var longest = Duration.zero
    for number in 0..<Self.times {
      let folder = try TemporaryFolder()
      let comment: Comment = "\(ending.testDescription), number \(number)"
      if case .stopped = ending {
        try stop(at: Self.moment(&random, fromStart: false), in: folder, comment)
        continue
      }
      let session = try PtySession(Executables.veiviser, ["--store", folder.file("store")])
      // Before the screen is up Ctrl-C is the line's own, and says so in another way.
      let isSignal = if case .left = ending { false } else { true }
      // As one types it: very many keys at once would be a paste, and what follows them a part of it.
      try reach(Self.moment(&random, fromStart: isSignal), session, byHand: !isSignal)
      let began = ContinuousClock.now
      let expected = act(ending, session)
      let ended = try session.waitForExit()
      longest = max(longest, ContinuousClock.now - began)
      if let expected { #expect(ended == expected, comment) }
      if case .brokenLine = ending {
        let used = try #require(session.processorTime)
        #expect(used < .seconds(1), comment)
      } else {
        #expect(session.notGivenBack() == [], comment)
      }
      try checkStore(in: folder, comment)
    }
    if Reliability.isFull { #expect(longest < Self.soon) }
    Reliability.report(
      "20 endings: \(ending.testDescription)",
      "\(Self.times) moments; terminal given back each time; longest \(Int(longest / .milliseconds(1))) ms"
    )
  }

  private func reach(_ moment: Moment, _ session: PtySession, byHand: Bool = false) throws {
    switch moment {
    case .written(let bytes):
      try session.waitUntil("\(bytes) bytes") { screen in
        session.rawBytes.count >= bytes || Reader(.bokmal).scene(screen) == .home
      }
    case .typed(let keys):
      try session.waitUntil("home") { Reader(.bokmal).scene($0) == .home }
      // Nothing is waited for, so that it ends somewhere in the middle of this.
      for key in keys {
        session.press(key)
        if byHand { session.waitUntilAsleep() }
      }
    }
  }

  /// Makes it end.
  ///
  /// - Returns: How it must say that it ended; `nil` where the line that would tell is gone.
  private func act(_ ending: Ending, _ session: PtySession) -> PtyEnding? {
    switch ending {
    case .signal(let number):
      session.signal(number)
      return .signalled(number)
    case .left:
      session.press(.control("c"), .control("c"))
      return .exited(130)
    case .brokenLine:
      session.hangUp()
      return .signalled(SIGHUP)
    case .stopped: return nil
    }
  }

  /// Stops it as the shell's user does, and lets it go on.
  private func stop(at moment: Moment, in folder: TemporaryFolder, _ comment: Comment) throws {
    let session = try PtySession(
      "/bin/sh",
      ["-i"],
      environment: PtySession.environment.merging(["PS1": "sh>"]) { $1 }
    )
    try session.waitFor("sh>")
    session.send("\(Executables.veiviser) --store \(folder.file("store"))\n")
    try reach(moment, session)
    session.signalForeground(SIGTSTP)
    try session.waitUntil("the shell again") { $0.contains("Stopped") && $0.contains("sh>") }
    #expect(session.notGivenBack() == [], comment)
    // Keys that it had not read yet are the shell's now.
    session.press(.text("\n"), .text("fg\n"))
    try session.waitUntil("the screen again") { screen in
      screen.rows.count == 24 && screen.rows[22] == String(repeating: "─", count: 80)
        && session.isInAlternateScreen && session.marksPaste
    }
    session.press(.control("c"), .control("c"))
    try session.waitUntil("the shell at last") { $0.rows.contains("sh>") && !$0.contains("─") }
    session.send("echo ended $?\n")
    try session.waitFor("ended 130")
    #expect(session.notGivenBack() == [], comment)
  }

  /// Whatever was interrupted, the store is whole.
  private func checkStore(in folder: TemporaryFolder, _ comment: Comment) throws {
    guard FileManager.default.fileExists(atPath: folder.file("store/veiviser.sqlite")) else {
      return
    }
    #expect(try Run(["store", "check", "--store", folder.file("store")]).status == 0, comment)
  }
}
