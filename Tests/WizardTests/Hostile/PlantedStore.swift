import Foundation
import GRDB
import Model
import Store
import TestSupport

/// A store in which another program has written what it liked: a case for each text.
final class PlantedStore {
  let folder: RecordsFolder
  /// What stands in each case, by its place; the number of the first is 1001.
  let texts: [HostileText]

  /// Fills a store.
  ///
  /// - Parameters:
  ///   - flow: The flow of each case; `nil` names flows by the texts, which no program has.
  ///   - steps: Where the cases stand, in turn.
  init(_ texts: [HostileText], flow: FlowID? = Flow.findFault.id, steps: [String]) throws {
    self.texts = texts
    folder = try RecordsFolder()
    let database = try DatabaseQueue(path: folder.path + "/store/veiviser.sqlite")
    try database.write { db in
      for (place, text) in texts.enumerated() {
        try Self.plant(text, flow, steps[place % steps.count], in: db)
      }
    }
  }

  private static func plant(
    _ text: HostileText,
    _ flow: FlowID?,
    _ step: String,
    in db: Database
  ) throws {
    // What is no UTF-8 gets in as SQLite lets it: by its bytes.
    let short = Data(text.bytes.prefix(120))
    let name = Data(text.bytes.prefix(90))
    try db.execute(
      sql: """
        INSERT INTO caseFile
          (flow, status, revision, created, updated, lastEvent, step, title)
        VALUES (CAST(? AS TEXT), 'open', 1, 1795000000, 1795000000,
          (SELECT coalesce(max(lastEvent), 0) + 1 FROM caseFile), ?, CAST(? AS TEXT))
        """,
      arguments: [flow.map { Data($0.rawValue.utf8) } ?? name, step, short]
    )
    let id = db.lastInsertedRowID
    let answers: [(Data, Data)] = [
      (Data("message".utf8), Data("E1".utf8)), (Data("message.text".utf8), Data(text.bytes)),
      (Data("reportee.kind".utf8), Data("organisation".utf8)),
      (Data("reportee.name".utf8), short), (Data("person.right".utf8), Data("no".utf8)),
      (Data("service".utf8), name), (Data([0x78]) + name, short),
    ]
    for (position, (field, value)) in answers.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO answer (caseID, field, value, source, position)
          VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), 'told', ?)
          """,
        arguments: [id, field, value, position]
      )
    }
  }
}
