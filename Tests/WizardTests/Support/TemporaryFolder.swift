import Foundation
import Model

/// A folder of a test's own, removed with all that is in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "veiviser-\(UUID().uuidString.prefix(8))", directoryHint: .notDirectory).path
    try FileManager.default.createDirectory(
      atPath: path,
      withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700]
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let place = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: place)
    return file(name)
  }

  /// Every file and folder below, with the bytes of the files.
  var contents: [String: Data?] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: file($0))) }
    )
  }
}

extension TemporaryFolder {
  /// The cases in the store of this folder, what was touched last first.
  func kept() throws -> [Case] {
    let store = try Store.open(
      at: StoreLocation(directory: file("store")),
      now: { Timestamp.now() },
      redact: { $0 }
    )
    return try store.summaries(limit: -1).map { try store.load($0.id) }
  }
}
