import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// Few files that may be open, no folder for temporary ones, small windows and odd terminals.
@Suite struct ScarcityReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let commands = [
    ["case", "list"], ["case", "list", "--json"], ["--plain"], ["doctor"], ["store", "check"],
    ["recognise", "-"], ["flow", "list"],
  ]

  @Test(arguments: 3...16)
  func `with few files that may be open it starts or says so in one line`(limit: Int) throws {
    let store = folder.file("store")
    #expect(try Run(["case", "list", "--store", store]).status == 0)
    for command in Self.commands {
      let run = try Run(
        command + ["--language", "nb", "--store", store],
        input: "q\n",
        prefix: "prlimit --nofile=\(limit)"
      )
      let place = "\(limit) \(command): \(run.status) \(run.output)\(run.complaint)"
      #expect(!run.trapped && run.status < 128 || run.status == 130, "\(place)")
      if limit == 16 {
        #expect([0, 130].contains(run.status), "\(place)")
      } else if ![0, 130].contains(run.status) {
        #expect(run.output == "", "\(place)")
        #expect(run.complaint.split(separator: "\n").count == 1, "\(place)")
      }
    }
    #expect(try Run(["store", "check", "--store", store]).status == 0)
    if limit == 16 {
      Reliability.report(
        "21 few files open",
        "limits of 3 to 16 with \(Self.commands.count) commands each; 0 traps, one plain line each refusal, all run at 16"
      )
    }
  }

  @Test func `the full screen comes with sixteen files that may be open`() throws {
    let session = try PtySession(
      "/bin/bash",
      [
        // Without what it may have got from the tests.
        "-c",
        """
        for file in /proc/$$/fd/*; do
          number=${file##*/}
          [ "$number" -le 2 ] || eval "exec $number>&-"
        done
        ulimit -n 16
        exec "$0" --language nb --store "$1"
        """,
        Executables.veiviser, folder.file("store"),
      ]
    )
    try session.waitUntil("home") { Reader(.bokmal).scene($0) == .home }
    session.press(.text("1"))
    try session.waitUntil("the message") { Reader(.bokmal).scene($0) == .question("message") }
    session.signal(SIGTERM)
    #expect(try session.waitForExit() == .signalled(SIGTERM))
  }

  @Test func `with a pipe in the place of the screen it asks line by line`() throws {
    let session = try PtySession(
      "/bin/sh",
      [
        "-c", "\"$0\" --language nb --store \"$1\" | cat", Executables.veiviser,
        folder.file("store"),
      ]
    )
    try session.waitUntil("a prompt") { $0.rows[$0.cursorRow] == ">" }
    session.send("q\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.notGivenBack() == [])
  }

  @Test func `with nobody to read what it says it ends quietly`() throws {
    let store = folder.file("store")
    #expect(try Run(["case", "list", "--store", store]).status == 0)
    let status = folder.file("status")
    let script =
      "exec 3>&1; { \"$0\" flow draw findFault; echo $? >'\(status)'; } | exec true; wait"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, Executables.veiviser]
    try process.run()
    process.waitUntilExit()
    let ended = try String(contentsOfFile: status, encoding: .utf8)
    // 141 is SIGPIPE, the ordinary end of a program whose reader is gone.
    #expect(["0\n", "69\n", "141\n"].contains(ended))
  }

  private static let canMount: Bool = {
    let run = try? Run([], prefix: "unshare --map-root-user --mount true")
    return run?.status == 0
  }()

  @Test(.enabled(if: canMount || Reliability.isFull))
  func `without a folder for temporary files everything works`() throws {
    // What is in the usual one is out of reach, so the program and its store move to another.
    let script = """
      mount -t tmpfs -o mode=755 none /mnt && mkdir -m 700 /mnt/store && cp "$0" /mnt/veiviser \
      && mount -t tmpfs -o ro none /tmp && mount -t tmpfs -o ro none /var/tmp \
      && cd / && unset TMPDIR && exec /mnt/veiviser "$@"
      """
    for (command, wanted) in [(["case", "list"], 0), (["--plain"], 130), (["doctor"], 0)] {
      let run = try Run(
        command + ["--store", "/mnt/store"],
        input: "1\nNoe gikk galt\n.\nq\n",
        prefix: "unshare --map-root-user --mount sh -c '\(script)'"
      )
      #expect(run.status == Int32(wanted), "\(command): \(run.output)\(run.complaint)")
    }
    Reliability.report("21 no folder for temporary files", "3 commands; all work")
  }

  @Test func `in a window of 40 by 10 it says so, and the screen comes when there is room`() throws
  {
    let session = try PtySession(
      Executables.veiviser,
      ["--language", "nb", "--store", folder.file("store")],
      columns: 40,
      rows: 10
    )
    let words = Wording(.embedded, .bokmal)("small.enlarge")
    try session.waitUntil("that it is too small") {
      Reader.matches(words, in: Reader.squeezed($0.text))
    }
    session.resize(columns: 80, rows: 24)
    try session.waitUntil("home") { Reader(.bokmal).scene($0) == .home }
    session.signal(SIGTERM)
    #expect(try session.waitForExit() == .signalled(SIGTERM))
    Reliability.report("21 window of 40x10", "one calm line, home once it is larger; ended by TERM")
  }

  /// A description of a terminal with bytes changed at random, as somebody could put it in the way.
  @Test func `a description of the terminal that is hostile never brings it down`() throws {
    let places = ["/usr/share/terminfo", "/lib/terminfo", "/etc/terminfo"]
    let file = try #require(
      places.map { $0 + "/x/xterm-256color" }.first(where: FileManager.default.fileExists)
    )
    let whole = [UInt8](try Data(contentsOf: URL(filePath: file)))
    var generator = Seeded(Reliability.seed)
    let rounds = Reliability.count(12, full: 200)
    var shown = 0
    try FileManager.default.createDirectory(
      atPath: folder.file("info/x"),
      withIntermediateDirectories: true
    )
    for round in 0..<rounds {
      var bytes = whole
      switch round % 4 {
      case 0: bytes = Array(bytes.prefix(generator.int(0...bytes.count - 1)))
      case 1: bytes = (0..<generator.int(1...9_000)).map { _ in UInt8(generator.int(0...255)) }
      default:
        for _ in 0..<generator.int(1...60) {
          bytes[generator.int(0...bytes.count - 1)] = UInt8(generator.int(0...255))
        }
      }
      let path = folder.file("info/x/xterm-256color")
      try Data(bytes).write(to: URL(filePath: path))
      let place = "round \(round), seed \(Reliability.seed)"
      let session = try PtySession(
        Executables.veiviser,
        ["--store", folder.file("store")],
        environment: PtySession.environment.merging(["TERMINFO": folder.file("info")]) { $1 }
      )
      // It may also have said what it had to say and be gone before it is looked at.
      let isShown = (try? session.waitUntil("something") { _ in !session.rawBytes.isEmpty }) != nil
      if isShown { shown += 1 }
      session.signal(SIGTERM)
      let ending = try session.waitForExit()
      let allowed: [PtyEnding] = [.signalled(SIGTERM), .exited(0), .exited(69), .exited(130)]
      #expect(allowed.contains(ending), "\(place): \(ending)")
    }
    #expect(shown > rounds / 2, "not tested: \(shown) of \(rounds) showed anything")
    Reliability.report(
      "21 hostile TERMINFO",
      "\(rounds) descriptions cut, made up or changed at random, \(shown) showed something; 0 traps"
    )
  }
}
