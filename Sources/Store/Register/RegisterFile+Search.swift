import GRDB
package import Model

/// A unit that has a firm as its accountant, auditor or manager.
package struct RegisterClient: Equatable, Sendable {
  package let number: OrganisationNumber
  /// Nothing where the register has roles of it and no more.
  package let name: String?
  package let roles: [RoleCode]
}

/// Looking for units, each search within the time of a picture however many units there are.
extension RegisterFile {
  /// The units that have a firm in one of those roles, in the order of their numbers.
  package func clients(of firm: OrganisationNumber) throws -> [RegisterClient] {
    try read { db in
      let sql = """
        SELECT c.unit, u.name, group_concat(c.code) AS codes FROM client c
        LEFT JOIN unit u ON u.number = c.unit WHERE c.holder = ? AND c.code <> ?
        GROUP BY c.unit ORDER BY c.unit
        """
      let asked: StatementArguments = [firm.key, ClientRow.debtor]
      return try Row.fetchAll(db, sql: sql, arguments: asked).compactMap {
        row -> RegisterClient? in
        let codes: String = try row.value("codes")
        guard let number = OrganisationNumber(key: try row.value("unit")) else { return nil }
        return RegisterClient(
          number: number,
          name: try row.optional("name"),
          roles: codes.split(separator: ",").map { RoleCode(rawValue: String($0)) }
        )
      }
    }
  }

  /// The units that fit: clients of the firm that the register was made for by any words of their names, all others
  /// by the beginning of the name or of the number.
  package func find(_ query: RegisterQuery) throws -> RegisterHits {
    try read { db in
      let clients = query.isForClient ? try Self.clients(of: status.firm, fitting: query, db) : []
      let others = try Self.units(fitting: query, db).filter { unit in
        !clients.contains { $0.number == unit.number }
      }
      return RegisterHits(query, Array((clients + others).prefix(RegisterQuery.most)))
    }
  }

  private static func clients(
    of firm: OrganisationNumber?,
    fitting query: RegisterQuery,
    _ db: Database
  ) throws -> [RegisterUnit] {
    guard let firm else { return [] }
    let words = NameRow.words(query.words)
    var found: [RegisterUnit] = []
    let sql = """
      \(columns) FROM (SELECT DISTINCT unit FROM client WHERE holder = ? AND code <> ?) c
      JOIN unit u ON u.number = c.unit LEFT JOIN unit m ON m.number = u.main ORDER BY u.number
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [firm.key, ClientRow.debtor])
    while found.count < RegisterQuery.most, let row = try rows.next() {
      guard let unit = try Self.unit(row) else { continue }
      let fits =
        query.digits.map { unit.number.number.hasPrefix($0) }
        ?? NameRow.fits(words, unit.name)
      if fits { found.append(unit) }
    }
    return found
  }

  private static func units(fitting query: RegisterQuery, _ db: Database) throws -> [RegisterUnit] {
    let rows: [Row]
    if let digits = query.digits {
      let (low, high) = ends(of: digits)
      let sql = """
        \(columns) FROM unit u LEFT JOIN unit m ON m.number = u.main
        WHERE u.number BETWEEN ? AND ? ORDER BY u.number LIMIT \(RegisterQuery.most * 2)
        """
      rows = try Row.fetchAll(db, sql: sql, arguments: [low, high])
    } else {
      let key = NameRow.key(query.words)
      let sql = """
        \(columns) FROM name n JOIN unit u ON u.number = n.number LEFT JOIN unit m ON m.number = u.main
        WHERE n.key >= ? AND n.key < ? ORDER BY n.key, n.number LIMIT \(RegisterQuery.most * 2)
        """
      rows = try Row.fetchAll(db, sql: sql, arguments: [key, key + "\u{10FFFF}"])
    }
    return try rows.compactMap(unit)
  }

  /// The first and the last number that begin with some digits.
  private static func ends(of digits: String) -> (Int, Int) {
    let rest = 9 - digits.count
    let low = (Int(digits) ?? 0) * (0..<rest).reduce(1) { product, _ in product * 10 }
    return (low, low + (0..<rest).reduce(1) { product, _ in product * 10 } - 1)
  }
}
