import Model
import Testing

/// What has been told for too long, on either side of the day.
@Suite struct FreshnessTests {
  /// Table, row, and the day it was last checked.
  private static func stale(_ day: String) throws -> [[String]] {
    try Freshness(from: .embedded).stale(on: #require(Day(day))).map {
      [$0.table, $0.id, $0.checked]
    }
  }

  @Test func `nothing is past its day on the day it was checked`() throws {
    #expect(try Self.stale("2026-11-28") == [])
  }

  /// From the day it was checked a menu path is good for 180 days.
  @Test func `a menu path is told of the day after its last good one`() throws {
    let path = ["menuPaths", "systemAccesses (altinn3)", "2026-11-28"]
    #expect(try !Self.stale("2027-05-27").contains(path))
    #expect(try Self.stale("2027-05-28").contains(path))
  }

  @Test func `a rule that has ended is looked at the day after, and one checked since is not`()
    throws
  {
    let ended = ["expiries", "ameldingRoles", "2026-11-28"]
    #expect(try !Self.stale("2026-12-31").contains(ended))
    #expect(try Self.stale("2027-01-01") == [ended])
  }

  @Test func `every table with a day is one that there is, and the closed Altinn is left out`()
    throws
  {
    let all = try Self.stale("2199-01-01")
    #expect(
      Set(all.map { $0[0] }) == [
        "menuPaths", "services", "accessPackages", "actions", "products", "expiries", "messages",
      ]
    )
    #expect(!all.contains { ["E1", "giveSenderRight"].contains($0[1]) })
  }
}
