package import Foundation

/// A folder for one test, removed with all that is in it when the test is over.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
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

  package func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    let url = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
    return file(name)
  }

  /// Lays the words and tables of the program out here, as in its own assets.
  package func copyAssets() throws {
    for part in ["texts", "catalogues", "phrases"] {
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "assets/\(part)"),
        to: URL(filePath: file(part))
      )
    }
  }

  /// Every file and folder below, with the bytes of the files.
  package var contents: [String: Data?] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: file($0))) }
    )
  }
}
