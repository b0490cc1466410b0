import Foundation
import GRDB
import Model

extension SQLiteStore {
  /// The rounds of a case before the one that is answered now, the first one first.
  static func rounds(of id: CaseID, in db: Database) throws -> [Round] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT closed, answers FROM round WHERE caseID = ? ORDER BY number"),
      arguments: [id.rawValue]
    )
    return try rows.map { row in
      Round(
        closed: (try row.optional("closed") as String?).flatMap { Day($0) },
        answers: try row.json("answers")
      )
    }
  }

  /// Keeps the rounds that come after so many of a case.
  func add(_ rounds: [Round], after count: Int, of id: CaseID, in db: Database) throws {
    try Self.add(rounds, after: count, of: id, at: location.database, in: db)
  }

  /// - Parameter path: The store, to tell people of it.
  static func add(
    _ rounds: [Round],
    after count: Int,
    of id: CaseID,
    at path: String,
    in db: Database
  ) throws {
    for (index, round) in rounds.enumerated().dropFirst(count) {
      // A column that holds several things cannot refuse one of them.
      let lengths = round.answers.map(\.field.rawValue.unicodeScalars.count)
      guard lengths.allSatisfy((1...100).contains) else {
        throw StoreFailure.refused(path: path)
      }
      try db.cachedStatement(
        sql: "INSERT INTO round (caseID, number, closed, answers) VALUES (?, ?, ?, ?)"
      ).execute(
        arguments: [id.rawValue, index + 1, round.closed?.text, try json(round.answers)]
      )
    }
  }

  /// A value as it stands in a column that holds several things.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension Row {
  /// The value of a column that holds several things.
  func json<Value: Decodable>(_ column: String) throws -> Value {
    let text: String = try value(column)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw DamagedValue()
    }
  }
}
