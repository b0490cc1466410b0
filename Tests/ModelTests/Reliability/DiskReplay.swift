import Foundation

/// A disk of which only what was waited for is certain.
///
/// Files are what was last synchronised, plus writes that may have reached the disk, whole, in part
/// by sectors, or not at all; names are what the folder held when it was last synchronised, plus
/// changes that may be undone. It trusts that a disk which says it is done, is done.
struct DiskReplay {
  private final class File {
    var certain: [UInt8] = []
    var pending: [Change] = []
  }

  private enum Change {
    case write(offset: Int, bytes: [UInt8])
    case truncate(Int)
  }

  private enum Rename {
    case add(String, File)
    case remove(String)
    case move(from: String, to: String)
  }

  /// The names as the program sees them.
  private var names: [String: File] = [:]
  private var certainNames: [String: File] = [:]
  private var pendingNames: [Rename] = []
  /// What was said last.
  private(set) var said = ""

  /// How much of what is not certain reaches the disk.
  enum Fate: CaseIterable { case nothing, everything, some }

  mutating func follow(_ call: Trace.Call) {
    switch call {
    case .create(let path, let truncates):
      if let file = names[path] {
        if truncates { file.pending.append(.truncate(0)) }
      } else {
        let file = File()
        names[path] = file
        pendingNames.append(.add(path, file))
      }
    case .write(let path, let offset, let bytes):
      names[path]?.pending.append(.write(offset: offset, bytes: bytes))
    case .truncate(let path, let size): names[path]?.pending.append(.truncate(size))
    case .synchronise(let path):
      if let file = names[path] {
        for change in file.pending { Self.apply(change, to: &file.certain) }
        file.pending = []
      } else {
        synchroniseFolder(path)
      }
    case .remove(let path):
      if names.removeValue(forKey: path) != nil { pendingNames.append(.remove(path)) }
    case .move(let from, let to):
      names[to] = names.removeValue(forKey: from)
      pendingNames.append(.move(from: from, to: to))
    case .say(let text): said = text
    }
  }

  private mutating func synchroniseFolder(_ path: String) {
    for rename in pendingNames where Self.folder(of: rename) == path {
      Self.apply(rename, to: &certainNames)
    }
    pendingNames.removeAll { Self.folder(of: $0) == path }
  }

  /// What is on the disk when the power goes now: the bytes of each file.
  func cut<Generator: RandomNumberGenerator>(
    _ fate: Fate,
    using generator: inout Generator
  ) -> [String: [UInt8]] {
    func happens() -> Bool {
      switch fate {
      case .nothing: false
      case .everything: true
      case .some: Bool.random(using: &generator)
      }
    }
    var onDisk = certainNames
    for rename in pendingNames where happens() { Self.apply(rename, to: &onDisk) }
    return onDisk.mapValues { file in
      var bytes = file.certain
      for change in file.pending where happens() {
        guard case .write(let offset, let all) = change, fate == .some,
          Bool.random(using: &generator)
        else {
          Self.apply(change, to: &bytes)
          continue
        }
        // A write that was torn: some of its sectors.
        for start in stride(from: 0, to: all.count, by: 512) where happens() {
          let sector = Array(all[start..<min(start + 512, all.count)])
          Self.apply(.write(offset: offset + start, bytes: sector), to: &bytes)
        }
      }
      return bytes
    }
  }

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .truncate(let size): resize(&bytes, to: size)
    case .write(let offset, let new):
      if bytes.count < offset + new.count { resize(&bytes, to: offset + new.count) }
      bytes.replaceSubrange(offset..<offset + new.count, with: new)
    }
  }

  private static func resize(_ bytes: inout [UInt8], to size: Int) {
    if bytes.count > size {
      bytes.removeLast(bytes.count - size)
    } else {
      bytes += [UInt8](repeating: 0, count: size - bytes.count)
    }
  }

  private static func apply(_ rename: Rename, to names: inout [String: File]) {
    switch rename {
    case .add(let path, let file): names[path] = file
    case .remove(let path): names[path] = nil
    case .move(let from, let to): if let file = names.removeValue(forKey: from) { names[to] = file }
    }
  }

  private static func folder(of rename: Rename) -> String {
    switch rename {
    case .add(let path, _), .remove(let path), .move(_, let path):
      URL(filePath: path).deletingLastPathComponent().path
    }
  }
}
