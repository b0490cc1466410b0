import Foundation
import GRDB
import TestSupport
import Testing

@testable import Model
@testable import Store

/// The row that a store can do nothing without is looked at wherever a store is opened, checked or copied.
@Suite struct StoreMetaTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.location.database }
  private var copy: String { folder.file("copy") }

  private static let plants: [(String, String, StoreDamage)] = [
    ("uuid", "NULL", .identityMissing), ("uuid", "'short'", .identityMissing),
    ("created", "NULL", .identityMissing), ("created", "9223372036854775807", .identityMissing),
    ("codeKey", "NULL", .rowMissing), ("codeKey", "x'00ff'", .rowMissing),
    ("codeKey", "12", .rowMissing),
  ]

  @Test(arguments: plants)
  func `every column of it is needed`(column: String, value: String, damage: StoreDamage) throws {
    let store = try folder.open()
    _ = try store.create(StoreCasesTests.draft)
    _ = try store.backUp(to: copy)
    let told = StoreFailure.damaged(path: path, what: damage)
    try folder.plant("UPDATE storeMeta SET \(column) = \(value)", in: "storeMeta", of: path)
    #expect(throws: told) { try store.inspection() }
    #expect(throws: told) { try store.backUp(to: folder.file("other")) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    try store.close()
    #expect(throws: told) { try folder.open() }
    try folder.plant("UPDATE storeMeta SET \(column) = \(value)", in: "storeMeta", of: copy)
    #expect(throws: StoreFailure.copyUnusable(path: copy)) {
      try SQLiteStore.restore(
        from: copy,
        at: StoreLocation(directory: folder.file("new")),
        now: { .now() }
      )
    }
  }

  @Test func `a case that cannot be made is not spoken of`() throws {
    let store = try folder.open()
    try folder.plant("UPDATE storeMeta SET codeKey = NULL", in: "storeMeta", of: path)
    let told = StoreFailure.damaged(path: path, what: .rowMissing)
    #expect(throws: DeskFailure.store(told)) {
      try store.begin(StoreCasesTests.draft, Caller(), by: AgentID(rawValue: 7))
    }
    #expect(throws: told) { try store.queue(.all, for: AgentID(rawValue: 7)) }
    #expect(try store.count() == 0)
  }

  @Test(arguments: [
    ("DELETE FROM trailStart", "trailStart"),
    ("DELETE FROM sqlite_sequence WHERE name = 'caseFile'", "sqlite_sequence"),
    ("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'caseFile'", "sqlite_sequence"),
  ])
  func `where the trail begins and which numbers were given is looked at too`(
    change: String,
    complaint: String
  ) throws {
    let store = try folder.open()
    _ = try store.create(StoreCasesTests.draft)
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in try db.execute(sql: change) }
    try queue.close()
    let report = try store.inspection()
    #expect(report.complaint == complaint && !report.isSound)
    #expect(throws: StoreFailure.damaged(path: path, what: .checkFailed)) {
      try store.backUp(to: copy)
    }
  }
}
