import GRDB

/// Somebody else who has begun to write in a store, and keeps everybody waiting.
struct HeldStore {
  private let database: DatabaseQueue

  init(_ folder: String) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    database = try DatabaseQueue(path: folder + "/veiviser.sqlite", configuration: configuration)
    try database.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
  }

  func letGo() throws { try database.inDatabase { try $0.execute(sql: "ROLLBACK") } }
}
