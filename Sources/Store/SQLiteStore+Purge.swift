import GRDB
package import Model

extension SQLiteStore {
  /// Deletes what has been kept for as long as it may be, and wipes its traces.
  ///
  /// How old something is, is told by the clock that it was written with; cases of flows without a
  /// rule are kept.
  ///
  /// - Parameter dryRun: Only tells what would be deleted.
  /// - Throws: `StoreFailure`; `.tracesLeft` when all is deleted but the wiping failed.
  package func purge(
    _ retention: Retention,
    dryRun: Bool = false
  ) throws(StoreFailure) -> PurgeReport {
    let moment = moment()
    if dryRun {
      return try read { db in
        PurgeReport(
          dryRun: true,
          deleted: try Self.overdue(retention, at: moment, in: db),
          trailLines: try Self.overdueLines(retention, at: moment, in: db).count
        )
      }
    }
    let report = try write { db in
      let cases = try Self.overdue(retention, at: moment, in: db)
      let lines = try Self.overdueLines(retention, at: moment, in: db)
      for flow in cases.keys.sorted() {
        try Self.remove((cases[flow] ?? []).map(CaseID.init(rawValue:)), at: moment, in: db)
      }
      if !lines.isEmpty { try TrailChain.trim(through: lines.upperBound, at: moment, in: db) }
      return PurgeReport(dryRun: false, deleted: cases, trailLines: lines.count)
    }
    if report.count > 0 || report.trailLines > 0 { try wipeTraces() }
    return report
  }

  /// The cases whose time is up, by flow.
  private static func overdue(
    _ retention: Retention,
    at moment: Timestamp,
    in db: Database
  ) throws -> [FlowID: [Int64]] {
    var found: [FlowID: [Int64]] = [:]
    for rule in retention.cases {
      let cases = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM caseFile WHERE flow = ?1
            AND updated < CASE status WHEN 'closed' THEN ?2 ELSE ?3 END ORDER BY id
          """,
        arguments: [
          rule.flow, moment.before(days: rule.finished).rawValue,
          rule.unfinished.map { moment.before(days: $0).rawValue },
        ]
      )
      if !cases.isEmpty { found[rule.flow] = cases }
    }
    return found
  }

  /// The lines at the beginning of the trail whose time is up, from the one before them.
  ///
  /// The chain can only be shortened from its beginning, so a line is kept as long as one before it.
  private static func overdueLines(
    _ retention: Retention,
    at moment: Timestamp,
    in db: Database
  ) throws -> Range<Int64> {
    let start = try TrailChain.start(in: db).event
    let kept = try Int64.fetchOne(
      db,
      sql: "SELECT min(id) FROM event WHERE created >= ?",
      arguments: [moment.before(days: retention.trail).rawValue]
    )
    // No line has a number below 1.
    let end = try kept.map { max($0, 1) - 1 } ?? TrailChain.head(in: db).event
    return start..<max(start, end)
  }
}
