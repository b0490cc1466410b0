#if PostgreSQL
import Dispatch
import Foundation
import Glibc
import Model
import Store
import TestSupport
import Testing

/// The command that copies a store between a folder and a server.
@Suite(.serialized) struct StoreCopyProgramTests {
  private let server: ProgramServer
  private let folder: TemporaryFolder

  init() throws {
    server = try ProgramServer()
    folder = try TemporaryFolder()
    let store = try SQLiteStore.open(
      at: StoreLocation(directory: folder.file("store")),
      words: Content.embedded.caseWords,
      now: { Timestamp.now() },
      redact: { text, _ in text }
    )
    for number in 1...300 {
      var draft = CaseDraft(flow: "findFault", title: "Sak \(number)")
      draft.give(Answer("E\(number)", source: .told), in: "message")
      _ = try store.create(draft)
    }
  }

  private var store: String { folder.file("store") }

  private func copy(_ from: String, _ to: String, _ rest: String...) throws -> Run {
    try Run(["store", "copy", from, to, "--language", "en"] + rest)
  }

  private func head(_ place: String) throws -> Substring? {
    let check = try Run(["store", "check", "--language", "en", "--store", place])
    #expect(check.status == 0, "\(check.complaint)")
    return check.output.firstMatch(of: /[0-9]+:[0-9a-f]{64}/)?.output
  }

  @Test func `a folder is copied to a server and back, and the trails end alike`() throws {
    let there = try copy(store, server.address("owner"))
    #expect(there.status == 0, "\(there.complaint)")
    #expect(there.output.contains("Cases: 300. Events: 300."))
    // The tests' own login has no role there.
    #expect(there.output.split(separator: "\n").count == 2)
    let noted = try #require(try head(store))
    #expect(try head(server.address("lise")) == noted)
    let list = ["case", "list", "--store"]
    #expect(try Run(list + [server.address("arne")]).output == Run(list + [store]).output)
    let again = try copy(store, server.address("owner"))
    #expect(again.status == 0 && again.output.contains("already"))
    let back = try copy(server.address("owner"), folder.file("back"))
    #expect(back.status == 0, "\(back.complaint)")
    #expect(try head(folder.file("back")) == noted)
    #expect(try copy(server.address("owner"), folder.file("back")).output.contains("already"))
    // What is saved afterwards is never copied over, whichever way.
    let message = ["desk", "new", "--message", "-", "--store", server.address("arne")]
    #expect(try Run(message, input: "Incorrect username/password").status == 0)
    for (from, to, name) in [
      (store, server.address("owner"), "<to>"),
      (server.address("owner"), store, "<to>/veiviser.sqlite"),
    ] {
      let refused = try copy(from, to)
      #expect(refused.status == 65 && refused.output.isEmpty)
      #expect(refused.complaint.contains("\(name) is in use"), "\(refused.complaint)")
    }
  }

  @Test func `a folder that a group shares is copied as one`() throws {
    try #require(mkdir(folder.file("group"), 0o770) == 0)
    try #require(chmod(folder.file("group"), 0o2770) == 0)
    #expect(try copy(store, server.address("owner")).status == 0)
    let plain = try copy(server.address("owner"), folder.file("group"))
    #expect(plain.status == 69 && plain.complaint.contains("<to>"))
    let shared = try copy(server.address("owner"), folder.file("group"), "--shared")
    #expect(shared.status == 0, "\(shared.complaint)")
    let mode = try FileManager.default.attributesOfItem(
      atPath: folder.file("group/veiviser.sqlite")
    )
    #expect(mode[.posixPermissions] as? Int == 0o660)
  }

  @Test func `what cannot be copied is told in one plain message, and nothing is changed`() throws {
    let owner = server.address("owner")
    let cases: [(from: String, to: String, status: Int32)] = [
      (folder.file("nothing"), owner, 69), (store, server.address("arne"), 69),
      (server.address("arne"), folder.file("back"), 69),
      (store, "postgresql://owner:hemmelig@localhost/x", 69),
      (store, "postgresql://localhost/x?what=ever", 69),
      (store, "postgresql:///nowhere?host=/nowhere", 69),
      (store, owner.replacing(server.database, with: "postgres"), 69),
      (store, folder.file("other"), 64), (store, "", 64),
    ]
    for (from, to, status) in cases {
      let start = ContinuousClock.now
      let run = try copy(from, to)
      #expect(ContinuousClock.now - start < .seconds(8))
      #expect(run.status == status && run.output.isEmpty && !run.trapped, "\(to): \(run.complaint)")
      #expect(!run.complaint.contains("hemmelig") && !run.complaint.contains(folder.path))
      if status == 69 {
        #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
      }
    }
    #expect(try Run(["store", "copy", store, owner, "--store", store]).status == 64)
    #expect(try Run(["store", "copy", store]).status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.file("back/veiviser.sqlite")))
    // Nothing came there meanwhile.
    #expect(try copy(store, owner).output.contains("Copied. Cases: 300."))
  }

  /// Starts a copy and kills it after so many milliseconds.
  private func kill(_ from: String, _ to: String, after milliseconds: Int) throws {
    let process = Process()
    process.executableURL = URL(filePath: Executables.veiviser)
    process.arguments = ["store", "copy", from, to]
    process.environment = PtySession.environment
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    let id = process.processIdentifier
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
      Glibc.kill(id, SIGKILL)
    }
    process.waitUntilExit()
  }

  @Test func `a copy that is killed leaves all or nothing, and the next one is whole`() throws {
    let noted = try #require(try head(store))
    for wait in [40, 90, 150, 220, 300] {
      try kill(store, server.address("owner"), after: wait)
      let there = try head(server.address("lise"))
      #expect(there == noted || there?.hasPrefix("0:") == true)
    }
    #expect(try copy(store, server.address("owner")).status == 0)
    #expect(try head(server.address("lise")) == noted)
    for wait in [40, 90, 150, 220, 300] {
      try kill(server.address("owner"), folder.file("back"), after: wait)
      if FileManager.default.fileExists(atPath: folder.file("back/veiviser.sqlite")) {
        #expect(try head(folder.file("back")) == noted)
      }
    }
    #expect(try copy(server.address("owner"), folder.file("back")).status == 0)
    #expect(try head(folder.file("back")) == noted)
  }
}
#endif
