import Foundation
import TestSupport

/// Measures the figures the project holds, beside dialog and whiptail in the same run.
///
/// The first argument is the program to measure; more arguments name the parts wanted, such as
/// `engine`. Nothing here fails for a slow figure: the table says what is held and what is missed.
@main
enum Benchmarks {
  private enum Part: String, CaseIterable {
    case start, keys, rest, engine, recogniser, hearing, store, desk, training
  }

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let program = arguments.first else {
      Table.progress(
        "usage: veiviser-benchmarks PROGRAM [\(Part.allCases.map(\.rawValue).joined(separator: "|"))]..."
      )
      exit(64)
    }
    if program == "--write" { return try DeskWriters.write(Array(arguments.dropFirst())) }
    if program == "--fill" { return try fill(Array(arguments.dropFirst())) }
    let named = arguments.dropFirst().compactMap(Part.init)
    let folder = NSTemporaryDirectory() + "veiviser-benchmarks-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try measure(named.isEmpty ? Part.allCases : named, program, in: folder)
  }

  /// What the texts are made from: the first argument that is a number.
  private static let seed = CommandLine.arguments.lazy.compactMap(UInt64.init).first ?? 1

  private static func measure(_ parts: [Part], _ program: String, in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let empty = Command.veiviser(program, state: folder + "/empty")
    let filled = Command.veiviser(program, state: folder + "/filled")
    if !Set(parts).isDisjoint(with: [.start, .keys, .rest]) { try makeStores(in: folder) }
    let before = load
    let rows = try parts.flatMap { part in
      Table.progress("measuring: \(part) ...")
      return switch part {
      case .start: try StartFigures.rows(empty: empty, filled: filled)
      case .keys: try KeyFigures.rows(empty: empty, filled: filled)
      case .rest: try RestFigures.rows(filled: filled)
      case .engine: EngineFigures.rows()
      case .recogniser: RecogniserFigures.rows()
      case .hearing: HearingFigures.rows(seed: seed)
      case .store: try StoreFigures.rows(in: folder, make: makeStore)
      case .desk: try DeskFigures.rows(in: folder, make: makeStore)
      case .training: TrainingFigures.rows()
      }
    }
    Table.print(rows)
    Table.line("")
    Table.line("Load of the machine before: \(before), after: \(load).")
  }

  private static func makeStores(in folder: String) throws {
    for state in ["empty", "filled"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + state,
        withIntermediateDirectories: true
      )
    }
    Table.progress("making a store with \(FilledStore.count) cases ...")
    try makeStore(in: folder + "/filled/veiviser", cases: FilledStore.count, eventsEach: 10)
  }

  /// Makes a store in a process of its own, so that this one stays small: starting a program copies
  /// its tables.
  private static func makeStore(in folder: String, cases: Int, eventsEach: Int) throws {
    let filling = try Process.run(
      URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(),
      arguments: ["--fill", folder, "\(cases)", "\(eventsEach)"]
    )
    filling.waitUntilExit()
  }

  private static func fill(_ arguments: [String]) throws {
    let numbers = arguments.dropFirst().compactMap { Int($0) }
    guard let folder = arguments.first, numbers.count == 2 else { exit(64) }
    try FilledStore.make(in: folder, cases: numbers[0], eventsEach: numbers[1])
  }

  /// The load of the last minute, and of the last five and fifteen.
  private static var load: String {
    let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    return text.split(separator: " ").prefix(3).joined(separator: " ")
  }
}
