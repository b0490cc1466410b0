import Foundation
import Glibc
import GRDB
import Model

/// A place in the trail, with the digest of everything up to it.
///
/// Noted down elsewhere, it later shows whether the trail up to there is still the same.
package struct TrailHead: Hashable, Sendable, LosslessStringConvertible {
  /// The last line, or 0 before the first.
  package let event: Int64
  let digest: [UInt8]

  init(event: Int64, digest: [UInt8]) {
    self.event = event
    self.digest = digest
  }

  /// Reads what `description` writes; `nil` for anything else.
  package init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let event = Int64(parts[0]), event >= 0, parts[1].utf8.count == 64
    else { return nil }
    let digits = Array(parts[1].utf8).map { UInt8(String(UnicodeScalar($0)), radix: 16) }
    guard digits.allSatisfy({ $0 != nil }) else { return nil }
    self.event = event
    digest = stride(from: 0, to: 64, by: 2).map { (digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0) }
  }

  /// The number of the line, a colon and the digest in hexadecimal digits.
  package var description: String {
    let hex = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(event):\(hex)"
  }

  /// The head when one more line stands in the trail.
  ///
  /// What is digested never changes, or every store there is would seem to be tampered with: the
  /// digest before, then the columns of the line, whole numbers as eight bytes with the first byte
  /// the greatest, texts with their length before them.
  func followed(by line: TrailLine) -> TrailHead {
    var bytes = digest
    for number in [line.id, line.caseID, line.who, line.created] { Self.add(number, to: &bytes) }
    for text in [line.kind, line.subject] {
      Self.add(Int64(text.utf8.count), to: &bytes)
      bytes += text.utf8
    }
    return TrailHead(event: line.id, digest: SHA256.digest(bytes))
  }

  private static func add(_ number: Int64, to bytes: inout [UInt8]) {
    for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (56 - 8 * index))) }
  }
}

/// A line of the trail as it is stored.
struct TrailLine {
  let id: Int64
  let caseID: Int64
  let who: Int64
  let created: Int64
  let kind: String
  let subject: String
}

extension TrailLine {
  /// What is bound for a row of the table: its columns in their order.
  func arguments(digest: [UInt8]) -> StatementArguments {
    [id, caseID, who, created, kind, subject, Data(digest)]
  }

  init(_ row: Row) throws {
    self.init(
      id: try row.count("id"),
      caseID: try row.value("caseID"),
      who: try row.value("who"),
      created: try row.value("created"),
      kind: try row.value("kind"),
      subject: try row.value("subject")
    )
  }
}

/// The chain that runs through the trail, so that a line changed or taken out is found.
enum TrailChain {
  /// What a walk along the whole chain found.
  struct Finding {
    /// The last line that fits with all before it.
    var head: TrailHead
    /// The first place where the trail is not as it was written, or `nil` when it is.
    var broken: Int64?
  }

  /// Where the chain begins: before the first line, or at the last one that was taken out when its
  /// time was up.
  static func start(in db: Database) throws -> TrailHead {
    guard let row = try Row.fetchOne(db, sql: "SELECT event, digest FROM trailStart WHERE id = 1")
    else { throw DamagedValue() }
    return try head(row)
  }

  /// The head to put the next line after.
  static func head(in db: Database) throws -> TrailHead {
    let last = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id AS event, digest FROM event ORDER BY id DESC LIMIT 1")
    )
    guard let last else { return try start(in: db) }
    return try head(last)
  }

  /// Adds a line to the trail in the name of the real user.
  ///
  /// - Returns: Its place in the trail.
  static func add(
    _ kind: EventKind,
    _ id: CaseID,
    subject: String = "",
    at moment: Timestamp,
    in db: Database
  ) throws -> Int64 {
    let before = try head(in: db)
    // Not simply one more than the last line: then one that was cut off would not be missed.
    let line = TrailLine(
      id: max(try linesWritten(in: db), before.event) + 1,
      caseID: id.rawValue,
      who: Int64(getuid()),
      created: moment.rawValue,
      kind: kind.rawValue,
      subject: subject
    )
    let head = before.followed(by: line)
    try db.cachedStatement(sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: line.arguments(digest: head.digest))
    return head.event
  }

  /// How many lines the trail has ever had, as SQLite's own count of the table says.
  private static func linesWritten(in db: Database) throws -> Int64 {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'event'")
    )?.count("seq") ?? 0
  }

  /// Takes out the lines from the beginning to one, when their time is up.
  ///
  /// The chain goes on from there.
  static func trim(through last: Int64, at moment: Timestamp, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE trailStart SET (event, digest) = (SELECT id, digest FROM event WHERE id = ?)
        """,
      arguments: [last]
    )
    try db.execute(sql: "DELETE FROM event WHERE id <= ?", arguments: [last])
    _ = try add(.trimmed, CaseID(rawValue: 0), at: moment, in: db)
  }

  /// Walks along the chain and stops where it is broken.
  ///
  /// The sequence of SQLite tells how many lines were ever written, and so of a tail that is cut.
  ///
  /// - Parameter known: A head noted down earlier, which must be met on the way.
  static func check(against known: TrailHead? = nil, in db: Database) throws -> Finding {
    var finding = Finding(head: try start(in: db))
    var isMet = known == nil || known == finding.head || (known?.event ?? 0) < finding.head.event
    do {
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY id")
      while let row = try rows.next() {
        let next = finding.head.followed(by: try TrailLine(row))
        guard next.event == finding.head.event + 1, next == (try head(row, id: "id")) else {
          finding.broken = finding.head.event + 1
          return finding
        }
        finding.head = next
        if known == next { isMet = true }
      }
      if try !isMet || linesWritten(in: db) != finding.head.event {
        finding.broken = min(known?.event ?? .max, finding.head.event + 1)
      }
    } catch let error where DamagedValue.isMeant(by: error) {
      finding.broken = finding.head.event + 1
    }
    return finding
  }

  private static func head(_ row: Row, id: String = "event") throws -> TrailHead {
    let digest: Data = try row.value("digest")
    return TrailHead(event: try row.count(id), digest: Array(digest))
  }
}
