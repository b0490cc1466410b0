import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

/// A store as an earlier version left it.
enum OldStore {
  /// The versions a store can be of before it is brought up to date.
  static let versions = Array(1..<StoreSchema.current.version)

  static func make(in folder: TemporaryFolder, version: Int, cases: Int) throws {
    let schema = StoreSchema(steps: Array(StoreSchema.current.steps.prefix(version)))
    try folder.open(setup: StoreSetup(schema: schema)).close()
    let queue = try DatabaseQueue(path: folder.location.database)
    // Today's store writes today's shape only.
    try queue.write { db in
      let hasTitles = try db.columns(in: "caseFile").contains { $0.name == "searchTitle" }
      let hasWords = try db.tableExists("word")
      let isChained = schema.steps.contains { $0.name == "chain" }
      for number in 1...cases {
        if isChained {
          let id = CaseID(rawValue: Int64(1000 + number))
          _ = try TrailChain.add(.created, id, at: Timestamp(rawValue: 0), in: db)
        } else {
          try db.execute(
            sql: """
              INSERT INTO event (caseID, who, created, kind, subject)
              VALUES (?, 0, 0, 'created', '')
              """,
            arguments: [1000 + number]
          )
        }
        try db.execute(
          sql: """
            INSERT INTO caseFile
              (id, flow, status, revision, created, updated, lastEvent, title\(hasTitles ? ", searchTitle" : ""))
            VALUES (?, 'findFault', 'open', 1, 0, 0, ?, ?\(hasTitles ? ", ''" : ""));
            INSERT INTO answer VALUES (?, 'free', ?, 'told', 0);
            """,
          arguments: [
            1000 + number, number, "Sak \(number)", 1000 + number,
            String(repeating: "svar \(number) ", count: 100),
          ]
        )
        for word in hasWords ? ["sak", "svar"] : [] {
          try db.execute(sql: "INSERT INTO word VALUES (?, ?)", arguments: [1000 + number, word])
        }
      }
    }
    try queue.close()
  }

  /// Opens the store with this version, which finishes what was begun, and looks at every case.
  static func expectWhole(in folder: TemporaryFolder, cases: Int, _ place: String = "") throws {
    let store = try folder.open()
    let report = try store.inspection()
    #expect(report.isSound, "\(place)")
    #expect(report.schemaVersion == StoreSchema.current.version, "\(place)")
    #expect(report.events == cases, "\(place)")
    #expect(try store.count() == cases, "\(place)")
    // An older version kept no words; they are there once it is brought up to date.
    #expect(try store.count(matching: "sak svar") == cases, "\(place)")
    for number in 1...cases {
      let found = try store.load(CaseID(rawValue: Int64(1000 + number)))
      #expect(found.title == "Sak \(number)", "\(place)")
      #expect(found.content.answer(in: "free")?.value.hasPrefix("svar \(number) ") == true)
    }
    try store.close()
  }
}
