#if PostgreSQL
import CPostgres

/// The shape of the store on a server, and the steps to it from those before.
///
/// Functions, views and rights are made anew each time the whole is run; a step changes what stands in tables.
/// Steps are added last and never changed.
struct ServerSchema: Sendable {
  struct Step: Sendable {
    /// The shape that it leads to from the one before.
    let shape: Int
    let sql: String
  }

  /// The shape that the whole makes, and that this program reads and writes.
  let shape: Int
  let steps: [Step]
  /// Makes a store where there is none, and brings what is there up to date once the steps are done.
  let whole: String

  static let current = ServerSchema(
    shape: 4,
    steps: [
      Step(shape: 2, sql: deskStatus), Step(shape: 3, sql: followUps),
      Step(shape: 4, sql: countedSince),
    ],
    whole: String(cString: cpg_schema)
  )

  // The queue was read along all calls there ever were.
  private static let deskStatus = """
    ALTER TABLE veiviser.desk_case ADD COLUMN status text CHECK (status IN ('open', 'waiting', 'closed'));
    UPDATE veiviser.desk_case SET status = c.status FROM veiviser.case_file AS c WHERE c.id = case_id;
    ALTER TABLE veiviser.desk_case ALTER COLUMN status SET NOT NULL;
    DROP INDEX veiviser.desk_case_owner;
    """

  // The day a case waited for is gone once it is taken up.
  private static let followUps = """
    CREATE TABLE veiviser.follow_up (
      due text COLLATE "C" PRIMARY KEY,
      on_day bigint NOT NULL,
      late bigint NOT NULL
    );
    """

  // Until the last line of the trail nobody counted what was taken up in time. A row of none says so, since what waits
  // from before would count as late beside nothing that was not.
  private static let countedSince = """
    INSERT INTO veiviser.follow_up (due, on_day, late)
    SELECT to_char(to_timestamp(e.created) AT TIME ZONE 'Europe/Oslo', 'YYYY-MM-DD'), 0, 0
    FROM veiviser.event AS e JOIN veiviser.head AS h ON h.event = e.id
    WHERE e.created BETWEEN 0 AND 253402000000 AND NOT EXISTS (SELECT FROM veiviser.follow_up);
    """

  /// Brings the tables of a store to the newest shape, within the transaction of whoever sets it up.
  ///
  /// - Parameter found: The shape it has.
  func upgrade(from found: Int, on connection: ServerConnection) throws(ServerTrouble) {
    let due = steps.filter { $0.shape > found }
    guard !due.isEmpty else { return }
    // Whoever is saving ends first, and whoever comes after meets the new shape.
    _ = try connection.ask("LOCK TABLE veiviser.head IN ACCESS EXCLUSIVE MODE")
    _ = try connection.ask("SET LOCAL ROLE veiviser_owner")
    _ = try connection.ask("SET LOCAL search_path = pg_catalog, pg_temp")
    for step in due { try connection.run(step.sql) }
    _ = try connection.ask("RESET ROLE")
  }
}
#endif
