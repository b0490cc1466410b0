import ArgumentParser
import Foundation
import TestSupport

/// Makes moves of all kinds and holds what must hold after each of them.
@main
struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes moves of all kinds and holds what must hold after each of them.",
    subcommands: [Run.self, Logs.self, Replay.self, RedactionFuzz.self]
  )

  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Makes the moves in processes of their own, so that a trap is found as other faults are.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Look for faults.")

    @Option(help: "The same moves for the same number.") var seed: UInt64 = 1
    @Option(help: "How many moves.") var moves = 1_000_000
    @Option(help: "How many moves from a start of the program on.") var length = 1_000
    @Option(help: "Make the moves on a terminal, with this program.") var program: String?

    func run() throws {
      let began = ContinuousClock.now
      let count = max(1, moves / length)
      if let failed = try play(count) {
        Fuzz.say("Log \(failed) of seed \(seed) fails; making it shorter ...")
        let log = KeyLog(onTerminal: program != nil, seed: seed, number: failed, count: length)
        let file = "fuzz-\(seed)-\(failed).log"
        try log.shrunk(fails: fails).text.write(toFile: file, atomically: true, encoding: .utf8)
        Fuzz.say("Written to \(file); play it again with scripts/fuzz --replay \(file)")
        throw ExitCode(1)
      }
      let seconds = (ContinuousClock.now - began).components.seconds
      Fuzz.say("\(count * length) moves, seed \(seed), no fault, \(seconds) s")
    }

    /// Plays logs one after another in another process.
    ///
    /// - Returns: The number of the one that failed.
    private func play(_ count: Int) throws -> Int? {
      let child = try Fuzz.start(
        ["logs", "--seed", "\(seed)", "--length", "\(length)", "--count", "\(count)"]
          + (program.map { ["--program", $0] } ?? [])
      )
      let said = String(decoding: try child.read(), as: UTF8.self)
      return child.failed ? said.split(separator: "\n").last.flatMap { Int($0) } ?? 0 : nil
    }

    private func fails(_ log: KeyLog) -> Bool {
      let file = FileManager.default.temporaryDirectory
        .appending(path: "veiviser-\(UUID().uuidString.prefix(8)).log").path
      defer { try? FileManager.default.removeItem(atPath: file) }
      guard (try? log.text.write(toFile: file, atomically: true, encoding: .utf8)) != nil,
        let child = try? Fuzz.start(
          ["replay", file] + (program.map { ["--program", $0] } ?? []),
          quiet: true
        )
      else { return false }
      _ = try? child.read()
      return child.failed
    }
  }

  /// Plays logs in this process, saying the number of each before it begins.
  struct Logs: ParsableCommand {
    static let configuration = CommandConfiguration(shouldDisplay: false)

    @Option var seed: UInt64
    @Option var count: Int
    @Option var length: Int
    @Option var program: String?

    func run() throws {
      for number in 0..<count {
        FileHandle.standardOutput.write(Data("\(number)\n".utf8))
        let log = KeyLog(onTerminal: program != nil, seed: seed, number: number, count: length)
        try Fuzz.play(log, program)
      }
    }
  }

  struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make the moves of a log again.")

    @Argument(help: "The log.") var file: String
    @Option(help: "The program, for a log of a terminal.") var program: String?

    func run() throws {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      guard let log = KeyLog(text: text) else { throw ValidationError("\(file) is no key log.") }
      try Fuzz.play(log, log.onTerminal ? program ?? Executables.veiviser : nil)
      Fuzz.say("All is well.")
    }
  }

  private static func play(_ log: KeyLog, _ program: String?) throws {
    let fault = try program.map { try log.play(program: $0) } ?? log.play()
    guard let (index, faults) = fault else { return }
    say("After move \(index + 1), \(log.moves[index]): \(faults.joined(separator: "; "))")
    throw ExitCode(1)
  }

  private struct Child {
    let process: Process
    let pipe: Pipe

    func read() throws -> Data {
      defer { process.waitUntilExit() }
      return try pipe.fileHandleForReading.readToEnd() ?? Data()
    }

    var failed: Bool {
      process.terminationReason == .uncaughtSignal || process.terminationStatus != 0
    }
  }

  private static func start(_ arguments: [String], quiet: Bool = false) throws -> Child {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    if quiet { process.standardError = FileHandle.nullDevice }
    try process.run()
    return Child(process: process, pipe: pipe)
  }
}
