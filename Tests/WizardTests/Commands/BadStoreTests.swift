import Foundation
import GRDB
import TestSupport
import Testing

/// A store that the program must not touch is left as it is.
@Suite struct BadStoreTests {
  private func expectRefusal(_ folder: TemporaryFolder, _ arguments: [String]) throws {
    let before = try Data(contentsOf: URL(filePath: folder.file("veiviser.sqlite")))
    let run = try Run(arguments + ["--store", folder.path])
    #expect(run.status == 69)
    #expect(!run.trapped)
    #expect(run.output == "")
    #expect(run.complaint.contains("/veiviser.sqlite"))
    #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
    #expect(try Data(contentsOf: URL(filePath: folder.file("veiviser.sqlite"))) == before)
  }

  @Test(arguments: [["case", "list"], ["case", "show", "1001"], ["--plain"]])
  func `leaves a store of a newer version alone`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try Run(["case", "list", "--store", folder.path]).status == 0)
    try DatabaseQueue(path: folder.file("veiviser.sqlite")).write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('from tomorrow')")
    }
    try expectRefusal(folder, arguments)
  }

  @Test func `leaves the database of another program alone`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("veiviser.sqlite")).write { db in
      try db.execute(sql: "CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('a')")
    }
    try expectRefusal(folder, ["case", "list"])
  }

  @Test(arguments: ["", "trap '' XFSZ;"])
  func `says so when the disk is full, or a file may grow no more`(shell: String) throws {
    let folder = try TemporaryFolder()
    let run = try Run(
      ["case", "list", "--store", folder.file("store")],
      shell: "ulimit -f 8; \(shell)"
    )
    #expect(run.status == 69)
    #expect(!run.trapped)
    #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
    // The next start is not disturbed by what was half made.
    #expect(try Run(["case", "list", "--store", folder.file("store")]).status == 0)
  }

  @Test(.enabled(if: geteuid() == 0 && FileManager.default.fileExists(atPath: "/usr/bin/setpriv")))
  func `says so when it may not write`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    let run = try Run(
      ["case", "list", "--store", folder.file("store")],
      prefix: "setpriv --reuid 65534 --clear-groups"
    )
    #expect(run.status == 69)
    #expect(run.complaint.contains("--store"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("store")))
  }
}
