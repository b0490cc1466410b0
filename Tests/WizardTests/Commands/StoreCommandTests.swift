import Foundation
import GRDB
import Model
import Store
import Testing
import TestSupport

/// The commands for the store as a whole.
@Suite struct StoreCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let store = try SQLiteStore.open(
      at: StoreLocation(directory: folder.file("store")),
      now: { Timestamp(rawValue: Timestamp.now().rawValue - 200 * 86_400) },
      redact: { text, _ in text }
    )
    _ = try store.create(CaseDraft(flow: "findFault", status: .closed, title: "Gammel"))
    _ = try store.create(CaseDraft(flow: "findFault", status: .open, title: "Åpen"))
  }

  private func run(_ arguments: String...) throws -> Run {
    try Run(["store"] + arguments + ["--store", folder.file("store"), "--language", "nb"])
  }

  private func tamper(_ sql: String) throws {
    try DatabaseQueue(path: folder.file("store/veiviser.sqlite")).write { db in
      try db.execute(sql: sql)
    }
  }

  private struct Checked: Decodable {
    let events: Int
    let trailHead: String
    let trailBrokenAt: Int?
    let sqliteVersion: String
  }

  @Test func `a copy whose name begins as the folder of the store does is told as any other file`()
    throws
  {
    for name in ["store-copy", "other-copy"] {
      let restored = try run("restore", folder.file(name))
      #expect(
        restored.status == 65
          && restored.complaint == "Den oppgitte fila finnes ikke. Sjekk navnet.\n"
      )
    }
  }

  @Test func `check tells that all is well, and what is kept too long`() throws {
    let check = try run("check")
    #expect(check.status == 0)
    #expect(check.output.contains("Alt er i orden."))
    #expect(check.output.contains("lenger enn de skal: 1."))
    let json = try run("check", "--json")
    let report = try JSONDecoder().decode(Checked.self, from: Data(json.output.utf8))
    #expect(report.events == 2)
    #expect(try run("check", "--head", report.trailHead).status == 0)
    let zeros = String(repeating: "0", count: 64)
    #expect(try run("check", "--head", "2:\(zeros)").status == 69)
    #expect(try run("check", "--head", "2:x").status == 64)
  }

  @Test func `check finds a line of the trail that was changed`() throws {
    try tamper("UPDATE event SET who = 4711 WHERE id = 2")
    let check = try run("check")
    #expect(check.status == 69)
    #expect(check.output.contains("fra linje 2"))
    #expect(try run("check", "--json").status == 69)
  }

  @Test(arguments: [["check"], ["purge"], ["backup", "FILE"]])
  func `no store is made where there is none`(arguments: [String]) throws {
    let place = folder.file("nothing")
    let run = try Run(
      ["store"] + arguments.map { $0 == "FILE" ? folder.file("copy") : $0 } + ["--store", place]
    )
    #expect(run.status == 69)
    #expect(run.complaint.contains("--store") && !run.complaint.contains(place))
    #expect(!FileManager.default.fileExists(atPath: place))
    #expect(!FileManager.default.fileExists(atPath: folder.file("copy")))
  }

  @Test func `a copy can be brought back`() throws {
    let copy = folder.file("copy")
    let backup = try run("backup", copy)
    #expect(backup.status == 0)
    #expect(backup.output.contains(copy))
    #expect(try run("backup", copy).status == 65)
    try tamper("DELETE FROM event WHERE id = 2")
    #expect(try run("check").status == 69)
    let restored = try run("restore", copy)
    #expect(restored.status == 0)
    #expect(restored.output.contains("veiviser-before-restore.sqlite"))
    #expect(try run("check").status == 0)
    #expect(try run("restore", copy).status == 65)
    #expect(try run("restore", folder.file("none")).status == 65)
    try FileManager.default.removeItem(atPath: folder.file("store/veiviser-before-restore.sqlite"))
    let foreign = try run("restore", "/etc/passwd")
    #expect(foreign.status == 65)
    #expect(foreign.complaint.contains("Bruk en annen kopi"))
  }

  @Test func `purge tells first and deletes then`() throws {
    let dry = try run("purge", "--dry-run")
    #expect(dry.status == 0)
    #expect(dry.output.contains("1001"))
    let none = try run("purge", "--older-than", "300").output
    #expect(none.contains("Saker som er slettet: 0.\n"))
    #expect(none.contains("ikke er endret på 300 dager"))
    let done = try run("purge", "--json")
    let report = try JSONDecoder().decode(PurgeReport.self, from: Data(done.output.utf8))
    #expect(report.deleted == ["findFault": [1001]])
    #expect(!report.dryRun)
    #expect(try run("purge").output.contains("slettet: 0."))
    #expect(try run("purge", "--older-than=-1").status == 64)
  }

  @Test func `a shared store takes its folder by name`() throws {
    #expect(try Run(["case", "list", "--shared"]).status == 64)
    let shared = ["case", "list", "--shared", "--store", folder.file("team")]
    #expect(try Run(shared).status == 0)
    #expect(try Run(Array(shared.filter { $0 != "--shared" })).status == 69)
  }
}
