import Foundation
import TestSupport

/// Writes one of the files to standard output: `register-files units|subunits|roles COUNT SEED | gzip`.
@main
struct RegisterFilesProgram {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let kind = RegisterFiles.Kind(rawValue: arguments[1]),
      let count = Int(arguments[2]), let seed = UInt64(arguments[3])
    else {
      print("register-files units|subunits|roles COUNT SEED")
      exit(64)
    }
    var room = Data()
    RegisterFiles(count: count, seed: seed).write(kind) { piece in
      room.append(contentsOf: piece.utf8)
      guard room.count > 1 << 16 else { return }
      FileHandle.standardOutput.write(room)
      room.removeAll(keepingCapacity: true)
    }
    FileHandle.standardOutput.write(room)
  }
}
