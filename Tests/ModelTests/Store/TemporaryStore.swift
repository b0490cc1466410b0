import Foundation
import TestSupport

@testable import Model
@testable import Store

/// A store in the folder of one test.
extension TemporaryFolder {
  /// A store in the folder; the folder of the store itself is not there yet.
  var location: StoreLocation { StoreLocation(directory: path + "/store") }

  /// Opens the store, with a clock that stands still.
  func open(
    setup: StoreSetup = StoreSetup(),
    redact: @escaping @Sendable (String, FieldID?) -> String = { text, _ in text }
  ) throws(StoreFailure) -> SQLiteStore {
    try SQLiteStore.open(
      at: location,
      setup: setup,
      now: { Timestamp(rawValue: 1_795_438_800) },
      redact: redact
    )
  }

  /// Puts a file where the store would be, in a folder as the store makes it.
  func place(_ bytes: Data) throws {
    try makeStoreFolder()
    try bytes.write(to: URL(filePath: location.database))
  }

  func makeStoreFolder() throws {
    try FileManager.default.createDirectory(
      atPath: location.directory,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
  }

  /// The bytes of the store.
  func bytes() throws -> Data { try Data(contentsOf: URL(filePath: location.database)) }

  /// The names of all files in the folder of the store.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: location.directory).sorted()
  }

  func mode(of path: String) throws -> UInt32? { try FileFacts(at: path)?.mode }
}
