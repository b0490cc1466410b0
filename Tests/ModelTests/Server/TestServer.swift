#if PostgreSQL
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// A server that `scripts/test-server` has started for the tests.
struct TestServer {
  /// The folder of its socket.
  let folder: String
  let port: String

  private static func variable(_ name: String) -> String {
    ProcessInfo.processInfo.environment[name] ?? "/nowhere"
  }

  static let laws = TestServer(folder: variable("VEIVISER_TEST_SERVER"), port: "5432")
  /// One that can be stopped and started, and reached over the network.
  static let faults = TestServer(
    folder: variable("VEIVISER_FAULT_SERVER"),
    port: variable("VEIVISER_FAULT_PORT")
  )

  /// One whose disk can be filled, and one whose network can be cut, where the script makes them.
  static let full = TestServer(folder: variable("VEIVISER_FULL_SERVER"), port: "5432")
  static let far = TestServer(folder: variable("VEIVISER_FAR_SERVER"), port: "5432")

  func address(_ database: String, _ role: String) throws -> ServerAddress {
    try ServerAddress("postgresql://\(role)@/\(database)?host=\(folder)&port=\(port)")
  }

  /// A connection of whoever owns the server.
  func owner(_ database: String = "postgres") throws -> ServerConnection {
    try ServerConnection(address(database, "owner"))
  }

  func open(_ database: String, _ role: String) throws -> ServerStore {
    try ServerStore(at: address(database, role), redact: { text, _ in text })
  }

  /// Makes a store in a new database, with Kari, who leads the desk, and Ola.
  func makeStore(_ database: String) throws {
    _ = try owner().ask("CREATE DATABASE \(database)")
    #expect(try ServerStore.setUp(at: address(database, "owner")))
    let connection = try owner(database)
    for (number, role, group) in [(1000, "kari", "veiviser_lead"), (1001, "ola", "veiviser_agent")]
    {
      _ = try connection.ask(
        """
        DO $$ BEGIN
          PERFORM pg_advisory_xact_lock(1);
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(role)') THEN CREATE ROLE \(role) LOGIN; END IF;
          GRANT \(group) TO \(role);
        END $$
        """
      )
      _ = try connection.ask("INSERT INTO veiviser.agent VALUES ($1, $2)", ["\(number)", role])
    }
  }

  /// A name that no other test's database has.
  static func newName() -> String {
    "t" + UUID().uuidString.filter { $0 != "-" }.lowercased()
  }

  /// A store with a clock that tests can set; all others with one are copies of it.
  private static let template: Result<String, any Error> = Result {
    let name = "template_of_tests"
    try laws.makeStore(name)
    let connection = try laws.owner(name)
    _ = try connection.ask("CREATE TABLE veiviser.clock (seconds bigint)")
    _ = try connection.ask("INSERT INTO veiviser.clock VALUES (0)")
    _ = try connection.ask("GRANT SELECT ON veiviser.clock TO veiviser_owner, veiviser_agent")
    _ = try connection.ask(
      """
      CREATE OR REPLACE FUNCTION veiviser.moment() RETURNS bigint LANGUAGE sql STABLE
      AS 'SELECT seconds FROM veiviser.clock'
      """
    )
    return name
  }

  /// A new store whose clock can be set, and its database.
  static func copy() throws -> String {
    let name = newName()
    _ = try laws.owner().ask("CREATE DATABASE \(name) TEMPLATE \(try template.get())")
    return name
  }

  /// Stops or starts it.
  ///
  /// Not by `Process`, which waits for all that a program leaves behind, such as a server.
  func control(_ what: String) throws {
    try #require(system("'\(folder)/control' \(what)") == 0)
  }
}
#endif
