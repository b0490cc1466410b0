import CTerminalKit
import Foundation

/// Finds the programs that were built together with the tests.
package enum Executables {
  /// The program itself.
  package static var veiviser: String { named("Wizard", "veiviser") }

  /// A program that stands beside the test bundle, under the first of the names that exists.
  package static func named(_ names: String...) -> String {
    let bundle = tk_image_path().map { String(cString: $0) } ?? CommandLine.arguments[0]
    let directory = URL(filePath: bundle).deletingLastPathComponent()
    let paths = names.map { directory.appending(path: $0).path }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? paths[0]
  }
}
