import Foundation
import TestSupport

/// Measures the figures the project holds, beside dialog and whiptail in the same run.
///
/// The first argument is the program to measure. Nothing here fails for a slow figure: the table says
/// what is held and what is missed.
@main
enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "fill" {
      return try FilledStore.make(in: arguments[2])
    }
    guard arguments.count == 2 else {
      Table.progress("usage: veiviser-benchmarks PROGRAM")
      exit(64)
    }
    let folder = NSTemporaryDirectory() + "veiviser-benchmarks-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let empty = Command.veiviser(arguments[1], state: folder + "/empty")
    let filled = Command.veiviser(arguments[1], state: folder + "/filled")
    for state in ["empty", "filled"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + state,
        withIntermediateDirectories: true
      )
    }

    // In a process of its own, so that this one stays small: starting a program copies its tables.
    Table.progress("making a store with \(FilledStore.count) cases ...")
    let filling = try Process.run(
      URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(),
      arguments: ["fill", folder + "/filled/veiviser"]
    )
    filling.waitUntilExit()

    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    var rows: [Row] = []
    Table.progress("starting ...")
    rows += try StartFigures.rows(empty: empty, filled: filled)
    Table.progress("pressing keys ...")
    rows += try KeyFigures.rows(empty: empty, filled: filled)
    Table.progress("resting ...")
    rows += try RestFigures.rows(filled: filled)
    Table.progress("diagnosing ...")
    rows += EngineFigures.rows()
    Table.progress("recognising ...")
    rows += RecogniserFigures.rows()
    Table.print(rows)
    let loadAfter = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    Table.line("")
    Table.line("Load before: \(load.prefix(14)), after: \(loadAfter.prefix(14)).")
  }
}
