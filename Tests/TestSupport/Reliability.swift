import Foundation
import GRDB

/// What the tests of reliability go by: how much is tried, from which seed, and where it is told.
///
/// The ordinary run tries a little of everything; `scripts/reliability` tries all of it.
package enum Reliability {
  private static let environment = ProcessInfo.processInfo.environment

  /// Whether everything is tried.
  package static let isFull = environment["RELIABILITY"] == "full"

  /// Where all that is random begins.
  package static let seed = environment["RELIABILITY_SEED"].flatMap(UInt64.init) ?? 20_261_123

  /// How many times something is tried.
  package static func count(_ few: Int, full: Int) -> Int { isFull ? full : few }

  /// All of a list by the script; in the ordinary run every so many of it, beginning with the first.
  package static func sample<Element>(_ all: [Element], every step: Int) -> [Element] {
    isFull ? all : stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  /// Tells what was tried, as a line of a Markdown table.
  package static func report(_ test: String, _ counts: String) {
    let version = try? DatabaseQueue().read { db in
      try String.fetchOne(db, sql: "SELECT sqlite_version()")
    }
    let extent = isFull ? "full" : "short"
    // On a line of its own, whatever else is being said.
    let line = "\n| \(test) | \(counts) | \(extent) | \(seed) | \(version ?? "?") |\n"
    FileHandle.standardOutput.write(Data(line.utf8))
  }
}
