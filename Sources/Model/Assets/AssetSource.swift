import CAssets
import Foundation

/// Where the words and tables of assets/ are read from.
///
/// The installed program carries them inside itself. Translators and tests point at a folder instead.
package struct AssetSource: Sendable {
  /// Why an asset could not be had.
  package enum Failure: Error, Equatable {
    /// No file of that name, or one that cannot be read; the name is the path below assets/.
    case missing(String)
    /// The file is there but does not have the shape the program needs, or is no plain file, or too long.
    case malformed(String, detail: String)
  }

  private let list: @Sendable () -> [String]
  /// The bytes of a file; `nil` where there is none.
  private let read: @Sendable (String) throws(Failure) -> Data?

  /// The files compiled into the program; a start reads a few of them and asks for no list.
  package static let embedded = AssetSource(
    list: { (0..<cassets_count()).map { String(cString: cassets_at($0).name) } },
    read: { name in
      (0..<cassets_count()).lazy.map(cassets_at).first { strcmp($0.name, name) == 0 }.map {
        Data(
          bytesNoCopy: UnsafeMutableRawPointer(mutating: $0.bytes),
          count: $0.length,
          deallocator: .none
        )
      }
    }
  )

  /// The files of a folder laid out as assets/, as it lists them now; what else stands in the folder is not looked at.
  ///
  /// A folder that is not there has no files. Reading throws ``Failure/malformed(_:detail:)`` for a link, a device or
  /// anything else that is no plain file, and for a file of more than 4 MiB.
  package static func directory(_ path: String) -> AssetSource {
    // Foundation would take a name that begins so for somebody's home.
    let root = path.hasPrefix("~") ? "./" + path : path
    let names = ["catalogues", "phrases", "texts"].flatMap { part in
      FileManager.default.enumerator(atPath: "\(root)/\(part)")?
        .compactMap { ($0 as? String).map { "\(part)/\($0)" } } ?? []
    }
    let files = names.filter { $0.hasSuffix(".json") }.sorted()
    return AssetSource(
      list: { files },
      read: { name throws(Failure) in try plainFile("\(root)/\(name)", named: name) }
    )
  }

  /// The most bytes of a file in a folder; the largest of the program's own has a hundredth of it.
  private static let longest = 4 << 20

  /// What a plain file holds; `nil` where there is none that can be read.
  ///
  /// - Throws: ``Failure/malformed(_:detail:)`` for anything else, which could keep whoever reads it waiting, or
  ///   have no end.
  private static func plainFile(_ path: String, named name: String) throws(Failure) -> Data? {
    let manager = FileManager.default
    guard let facts = try? manager.attributesOfItem(atPath: path) else { return nil }
    guard facts[.type] as? FileAttributeType == .typeRegular,
      let size = facts[.size] as? Int, size <= longest
    else { throw .malformed(name, detail: "no plain file of at most \(longest >> 20) MiB") }
    return try? Data(contentsOf: URL(filePath: path))
  }

  /// The same files, with others in the place of some of them, which may be of any length.
  func replacing(_ files: [String: Data]) -> AssetSource {
    AssetSource(
      list: list,
      read: { name throws(Failure) in
        if let data = files[name] { return data }
        return try read(name)
      }
    )
  }

  /// The names of all files, as paths below assets/, sorted.
  package var names: [String] { list() }

  /// The bytes of one file.
  ///
  /// - Throws: ``Failure/missing(_:)``; of a folder also ``Failure/malformed(_:detail:)`` for what is no plain file or
  ///   too long.
  func data(of name: String) throws(Failure) -> Data {
    guard let data = try read(name) else { throw .missing(name) }
    return data
  }

  /// Where in a file reading stopped, and why: `[3]: no edition`.
  private static func detail(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return String(describing: error) }
    let (context, reason): (DecodingError.Context, String) =
      switch error {
      case .keyNotFound(let key, let context): (context, "no \(key.stringValue)")
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        (context, context.debugDescription)
      @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), "\(error)")
      }
    let place = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
    return place.isEmpty ? reason : "\(place.joined()): \(reason)"
  }

  /// Reads one file as JSON.
  ///
  /// - Parameter name: The path below assets/, such as `catalogues/altinn2/messages.json`.
  /// - Throws: ``Failure`` naming the file and, where what is in it is malformed, the place in it.
  package func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws(Failure)
    -> Value
  {
    let data = try data(of: name)
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      throw .malformed(name, detail: Self.detail(of: error))
    }
  }
}
