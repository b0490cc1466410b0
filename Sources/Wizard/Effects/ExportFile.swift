import Foundation

/// A file for the person, in the folder they stand in.
enum ExportFile {
  struct Failure: Error {}

  /// Writes a new file that only its owner can read; one of the same name is left alone, and the
  /// new one gets a number.
  ///
  /// - Returns: The path of the file.
  static func write(name: String, text: String) throws(Failure) -> String {
    let folder = FileManager.default.currentDirectoryPath
    // A folder that is gone has no path, and must not be taken for the root of all.
    guard !folder.isEmpty else { throw Failure() }
    let (stem, ending) = parts(of: name)
    for number in 1...999 {
      let path = "\(folder)/\(stem)\(number == 1 ? "" : "-\(number)")\(ending)"
      if try make(path, text) { return path }
    }
    throw Failure()
  }

  /// Writes a new file that only its owner can read.
  ///
  /// - Returns: `false` where something of that name is there already, which is left alone.
  static func make(_ path: String, _ text: String) throws(Failure) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file < 0, errno == EEXIST { return false }
    guard file >= 0 else { throw Failure() }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
    } catch {
      unlink(path)
      throw Failure()
    }
    return true
  }

  private static func parts(of name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: ".") else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }
}
