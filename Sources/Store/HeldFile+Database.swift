import CStoreFiles
import GRDB
import Model

extension HeldFile {
  /// The most bytes of one value: far more than the longest case, and what may be read into memory at once.
  static let longestValue: Int32 = 16 << 20

  /// Opens the database in it, in this very file and with no other files than its own.
  func open(_ configuration: Configuration) throws -> DatabaseQueue {
    let code = csf_install()
    guard code == 0 else { throw StoreFailure.inputOutput(path: path, code: code) }
    var configuration = configuration
    // The folder must stay open for as long as SQLite goes by it.
    configuration.prepareDatabase { [folder] db in
      withExtendedLifetime(folder) {}
      csf_limit_values(db.sqliteConnection, Self.longestValue)
    }
    return try DatabaseQueue(path: way, configuration: configuration)
  }
}
