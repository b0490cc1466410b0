import CStoreFiles
import GRDB
import Model

extension HeldFile {
  /// Opens the database in it, in this very file and with no other files than its own.
  func open(_ configuration: Configuration) throws -> DatabaseQueue {
    let code = csf_install()
    guard code == 0 else { throw StoreFailure.inputOutput(path: path, code: code) }
    var configuration = configuration
    // The folder must stay open for as long as SQLite goes by it.
    configuration.prepareDatabase { [folder] _ in withExtendedLifetime(folder) {} }
    return try DatabaseQueue(path: way, configuration: configuration)
  }
}
