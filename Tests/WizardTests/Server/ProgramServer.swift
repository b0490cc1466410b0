#if PostgreSQL
import Foundation
import Glibc
import TestSupport
import Testing

/// A store of its own for the program, on the server that can be stopped and started.
struct ProgramServer {
  static let folder = variable("VEIVISER_FAULT_SERVER")
  static let port = variable("VEIVISER_FAULT_PORT")

  private static func variable(_ name: String) -> String {
    ProcessInfo.processInfo.environment[name] ?? "/nowhere"
  }

  let database = "p" + UUID().uuidString.filter { $0 != "-" }.lowercased()

  /// Makes it, with Lise, who leads the desk, and Arne.
  init() throws {
    try sql("CREATE DATABASE \(database)", in: "postgres")
    let run = try Run(["store", "setup", address("owner"), "--language", "en"])
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.output.contains("veiviser_agent"))
    for (role, group) in [("lise", "veiviser_lead"), ("arne", "veiviser_agent")] {
      try sql(
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(role)') THEN CREATE ROLE \(role) LOGIN; END IF;
          GRANT \(group) TO \(role);
        END $$
        """,
        in: database
      )
    }
  }

  func address(_ role: String) -> String {
    "postgresql://\(role)@/\(database)?host=\(Self.folder)&port=\(Self.port)"
  }

  func sql(_ text: String, in database: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/psql")
    process.arguments = [
      "-Xq", "-h", Self.folder, "-p", Self.port, "-U", "owner", "-c", text, database,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  // `Process` would wait for all that a program leaves behind, such as a server.
  func control(_ what: String) throws {
    try #require(system("'\(Self.folder)/control' \(what)") == 0)
  }
}
#endif
