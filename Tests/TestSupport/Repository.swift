package import Foundation

/// The files of the project as they lie beside the tests.
package enum Repository {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The paths of all files of a kind below a folder, relative to it, sorted.
  package static func files(below folder: String, ending: String) -> [String] {
    let path = root.appending(path: folder).path(percentEncoded: false)
    let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(ending) }.sorted()
  }

  package static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  package static func bytes(of path: String) throws -> Data {
    try Data(contentsOf: root.appending(path: path))
  }
}
