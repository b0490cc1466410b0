import Foundation
import GRDB
import Model
import Store
import TestSupport
import Testing
import Wording

/// A command that is stopped while it makes a copy, and one whose answer cannot be written.
@Suite struct StoppedCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var store: String { folder.file("store") }

  /// A store that takes a while to copy.
  private func fill() throws {
    let opened = try SQLiteStore.open(
      at: StoreLocation(directory: store),
      now: { Timestamp.now() },
      redact: { text, _ in text }
    )
    _ = try opened.create(CaseDraft(flow: "findFault", title: "Sak"))
    try opened.close()
    let queue = try DatabaseQueue(path: store + "/veiviser.sqlite")
    try queue.write { db in
      for number in 0..<24 {
        try db.execute(
          sql: "INSERT INTO setting VALUES (?, hex(randomblob(500000)))",
          arguments: ["test\(number)"]
        )
      }
    }
    try queue.close()
  }

  /// Whether there is something in a folder that could be left.
  private func isBegun(in place: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: place).contains { name in
      name.hasPrefix(".")
        && FileManager.default.fileExists(atPath: "\(place)/\(name)/store")
    }
  }

  // The last is the first of those for real time, which end a program too.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, 34], ["backup", "restore"])
  func `a copy that is stopped leaves nothing behind`(signal: Int32, command: String) throws {
    try fill()
    let place = folder.file("place")
    #expect(mkdir(place, 0o700) == 0)
    let arguments =
      command == "backup"
      ? ["store", "backup", place + "/copy", "--store", store]
      : ["store", "restore", store + "/veiviser.sqlite", "--store", place]
    let session = try PtySession(Executables.veiviser, arguments)
    let deadline = ContinuousClock.now + .seconds(20)
    while try !isBegun(in: place), ContinuousClock.now < deadline { usleep(500) }
    session.signal(signal)
    #expect(try session.waitForExit() == .signalled(signal))
    let left = try FileManager.default.contentsOfDirectory(atPath: place)
    #expect(left.filter { $0 != "veiviser.lock" } == [])
  }

  @Test func `a copy that the limit of files ends is told of, and leaves nothing behind`() throws {
    try fill()
    let place = folder.file("place")
    #expect(mkdir(place, 0o700) == 0)
    let run = try Run(
      ["store", "backup", place + "/copy", "--store", store],
      shell: "ulimit -f 100;"
    )
    #expect(run.status == 69 && !run.trapped)
    #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
  }

  /// Runs a command with nowhere to write its answer.
  private func runUnheard(_ arguments: [String]) throws -> Run {
    try Run(
      arguments + ["--store", store, "--language", "nb"],
      prefix: "sh -c 'exec \"$0\" \"$@\" >/dev/full'"
    )
  }

  @Test func `what was done is said though the answer cannot be written`() throws {
    let wording = Reader(.bokmal).wording
    func expect(_ run: Run, _ done: String?) {
      let said =
        done.map { wording("output.unwrittenDone", ["done": $0]) } ?? wording("output.unwritten")
      #expect(run.status == 69 && run.complaint == said + "\n", "\(run.complaint)")
    }
    let kept = { (number: Int) in wording("output.kept", ["number": "\(number)"]) }
    expect(try runUnheard(["desk", "new", "--org", "310043214"]), kept(1001))
    expect(try runUnheard(["case", "list"]), nil)
    expect(
      try runUnheard(["case", "delete", "1001"]),
      wording("cases.deleted", ["number": "1001"])
    )
    #expect(try Run(["case", "list", "--store", store, "--json"]).output.contains("1001") == false)
  }
}
