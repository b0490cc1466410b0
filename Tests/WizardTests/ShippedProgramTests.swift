#if !PostgreSQL
import Foundation
import TestSupport
import Testing

/// The program as it is shipped, which keeps cases in folders only.
@Suite struct ShippedProgramTests {
  @Test func `nothing of a server's library is in it`() throws {
    let program = try Data(
      contentsOf: URL(filePath: Executables.veiviser),
      options: .mappedIfSafe
    )
    // What must be there says that it is looked for where it would be.
    #expect(program.range(of: Data("veiviser.sqlite".utf8)) != nil)
    for trace in ["libpq", "PQconnect", "PGPASSFILE", "veiviser.case_file", "CREATE SCHEMA"] {
      #expect(program.range(of: Data(trace.utf8)) == nil, "\(trace)")
    }
  }

  @Test(arguments: ["postgresql:///x", "service=x", "https://db.example.no/desk", "postgres:desk"])
  func `an address, be it none of a server, is refused and no folder made of it`(
    address: String
  ) throws {
    let folder = try TemporaryFolder()
    let run = try Run(
      ["case", "list", "--language", "en", "--store", address],
      shell: "cd '\(folder.path)';"
    )
    #expect(run.status == 69 && run.output.isEmpty)
    #expect(run.complaint.contains("--with-postgresql"), "\(run.complaint)")
    #expect(run.complaint.split(separator: "\n").count == 1)
    #expect(folder.contents.isEmpty)
  }

  @Test func `copying to a server is refused in one line, and says what can do it`() throws {
    let folder = try TemporaryFolder()
    for (from, to) in [(folder.path, "postgresql:///x"), ("service=x", folder.file("new"))] {
      let run = try Run(["store", "copy", from, to, "--language", "en"])
      #expect(run.status == 69 && run.output.isEmpty)
      #expect(run.complaint.contains("--with-postgresql"), "\(run.complaint)")
      #expect(run.complaint.split(separator: "\n").count == 1)
    }
    let folders = try Run(["store", "copy", folder.path, folder.file("new")])
    #expect(folders.status == 64 && folders.complaint.contains("store backup"))
    #expect(folder.contents.isEmpty)
  }
}
#endif
