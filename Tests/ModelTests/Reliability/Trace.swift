import Foundation

/// What a program asked of the file system, as strace wrote it down.
struct Trace {
  enum Call {
    case create(path: String, truncates: Bool)
    case write(path: String, offset: Int, bytes: [UInt8])
    case truncate(path: String, size: Int)
    case synchronise(path: String)
    case remove(path: String)
    case move(from: String, to: String)
    /// Something was said on standard output, such as that a save is on the disk.
    case say(String)
  }

  /// The calls that change something, in the order they were made.
  let calls: [Call]
  /// The names of the calls that change a file, one for each call.
  let names: [String]
  /// Lines that could not be understood, of which there must be none.
  let unclear: [String]

  /// A command that starts a program and writes its calls to a file.
  static func command(to file: String, inject: String = "") -> String {
    let traced = "openat,write,\(changing.joined(separator: ","))"
    return "strace -f -qq -y -xx -s 100000 -o '\(file)' -e trace=\(traced) \(inject)"
  }

  private static let unfinished = Array(" <unfinished ...>".utf8)
  private static let resumed = Array(" resumed>".utf8)

  /// The calls that change files.
  static let changing = [
    "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "unlinkat", "renameat", "renameat2",
  ]

  /// Whether programs can be followed on this machine; some containers forbid it.
  static let isPossible: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec strace -f -qq -o /dev/null true 2>/dev/null"]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  init(of file: String) throws {
    var calls: [Call] = []
    var names: [String] = []
    var unclear: [String] = []
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    // A call of one thread can be broken off by that of another, and its end follows later.
    var begun: [String: ArraySlice<UInt8>] = [:]
    // The store goes by the number of its folder.
    var folders: [Int: String] = [:]
    for text in bytes.split(separator: UInt8(ascii: "\n")) {
      var text = text
      let thread = String(decoding: text.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
      if let end = text.firstRange(of: Self.unfinished) {
        begun[thread] = text[..<end.lowerBound]
        continue
      }
      if let end = text.firstRange(of: Self.resumed), let start = begun.removeValue(forKey: thread)
      {
        text = ArraySlice(start + text[end.upperBound...])
      }
      let line = Line(text)
      guard line.isWhole else {
        unclear.append(String(decoding: line.bytes.prefix(200), as: UTF8.self))
        continue
      }
      guard line.result >= 0 else { continue }
      if Self.changing.contains(line.name) { names.append(line.name) }
      if let folder = line.folderOpened { folders[line.result] = folder }
      if let call = line.call(folders) { calls.append(call) }
    }
    self.calls = calls
    self.names = names
    self.unclear = unclear
  }
}

/// One line of strace: `pid name(arguments) = result`, all texts and paths in hexadecimal.
private struct Line {
  let bytes: ArraySlice<UInt8>
  let name: String
  let result: Int
  let isWhole: Bool
  /// What stands in quotes, in order.
  private let texts: [[UInt8]]
  /// The paths behind the descriptors, in order; that of an opened file last.
  private let paths: [String]
  /// The numbers that stand alone between commas, such as a size.
  private let numbers: [Int]
  private let descriptor: Int?
  private let flags: String

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    var rest = bytes.drop { $0 != UInt8(ascii: " ") }.drop { $0 == UInt8(ascii: " ") }
    name = String(decoding: rest.prefix { $0 != UInt8(ascii: "(") }, as: UTF8.self)
    rest = rest.drop { $0 != UInt8(ascii: "(") }.dropFirst()
    var texts: [[UInt8]] = []
    var paths: [[UInt8]] = []
    var plain: [UInt8] = []
    while let byte = rest.first {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "\""):
        let text = rest.prefix { $0 != UInt8(ascii: "\"") }
        texts.append(Self.decoded(text))
        rest = rest[text.endIndex...].dropFirst()
      case UInt8(ascii: "<"):
        let text = rest.prefix { $0 != UInt8(ascii: ">") }
        paths.append(Self.decoded(text))
        rest = rest[text.endIndex...].dropFirst()
      default: plain.append(byte)
      }
    }
    self.texts = texts
    self.paths = paths.map { String(decoding: $0, as: UTF8.self) }
    let words = String(decoding: plain, as: UTF8.self)
    // As many blanks stand before the sign as strace finds fit.
    let sign = words.range(of: "=", options: .backwards)
    let end = sign.map { words[$0.upperBound...] } ?? ""
    result = end.split(separator: " ").first.flatMap { Int($0) } ?? -1
    isWhole =
      !words.contains("resumed")
      && (words.contains("=") || words.contains("+++") || words.contains("---"))
    let arguments = words[..<(sign?.lowerBound ?? words.endIndex)].split(separator: ",").map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " )"))
    }
    descriptor = arguments.first.flatMap { Int($0) }
    numbers = arguments.dropFirst().compactMap(Int.init)
    flags = arguments.first { $0.contains("O_") || $0.contains("AT_REMOVEDIR") } ?? ""
  }

  /// The path of a folder when this is where it was opened.
  var folderOpened: String? {
    name == "openat" && flags.contains("O_DIRECTORY") ? paths.last : nil
  }

  /// - Parameter folders: The paths of the folders that are open, by their descriptors.
  func call(_ folders: [Int: String]) -> Trace.Call? {
    let first = String(decoding: texts.first ?? [], as: UTF8.self)
    let path = paths.first ?? ""
    switch name {
    case "openat":
      guard flags.contains("O_CREAT") else { return nil }
      return .create(path: paths.last ?? first, truncates: flags.contains("O_TRUNC"))
    case "pwrite64":
      return .write(path: path, offset: numbers.last ?? 0, bytes: texts.first ?? [])
    case "ftruncate": return .truncate(path: path, size: numbers.last ?? 0)
    case "fsync", "fdatasync": return .synchronise(path: path)
    case "unlink": return .remove(path: Self.real(first, folders))
    case "unlinkat" where !flags.contains("AT_REMOVEDIR"):
      return .remove(path: path + "/" + first)
    case "renameat", "renameat2":
      let to = String(decoding: texts.last ?? [], as: UTF8.self)
      return .move(from: path + "/" + first, to: (paths.dropFirst().first ?? "") + "/" + to)
    case "write": return descriptor == 1 ? .say(first) : nil
    default: return nil
    }
  }

  /// The path that is meant by one that begins with the number of an open folder.
  private static func real(_ path: String, _ folders: [Int: String]) -> String {
    let parts = path.split(separator: "/")
    guard path.hasPrefix("/proc/self/fd/"), parts.count == 5, let number = Int(parts[3]),
      let folder = folders[number]
    else { return path }
    return folder + "/" + parts[4]
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4)
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == UInt8(ascii: "\\"), place + 3 < text.endIndex {
        result.append(digit(text[place + 2]) << 4 | digit(text[place + 3]))
        place += 4
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return result
  }

  private static func digit(_ letter: UInt8) -> UInt8 {
    letter <= UInt8(ascii: "9") ? letter - UInt8(ascii: "0") : letter - UInt8(ascii: "a") + 10
  }
}
