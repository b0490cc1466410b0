import ArgumentParser
import Dispatch
import Foundation
import Model
import Synchronization
import Wording

/// Proves exercises: those made by hand, and as many drawn ones as are asked for.
struct TrainCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove that exercises are true, can be solved and are scored by rule."
  )

  @Argument(
    help: ArgumentHelp("Files of exercises, as generate --json prints them.", valueName: "file")
  )
  var files: [String] = []

  /// As many as are proved in a few seconds.
  private static let usual = 20

  @Option(help: "How many exercises to draw of each level and portal; 20 if nothing is said.")
  var seeds: Int?

  @Option(help: ArgumentHelp("The first seed that is drawn.", valueName: "number"))
  var from: Int?

  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard (0...1_000_000).contains(seeds ?? 0), (0...1_000_000_000).contains(from ?? 0) else {
      throw UsageMistake("usage.seeds")
    }
    // What is in a file is proved as it stands.
    guard files.isEmpty || (seeds == nil && from == nil) else {
      throw UsageMistake("usage.seedsOfFile")
    }
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    guard files.isEmpty else { return try check(files, context, wording) }
    let first = from ?? 0
    let drawn = (first..<first + (seeds ?? Self.usual)).map(String.init)
    var (count, found) = (0, 0)
    for edition in PortalEdition.allCases {
      guard let room = context.content.trainingRoom(of: edition) else { continue }
      let seeds = ["A", "B", "C"]
      let names = room.names(byHand: seeds, drawn: drawn) + room.practice(seeds)
      // Each is proved by itself, and they are told in their order.
      let proofs = Mutex([[String]](repeating: [], count: names.count))
      DispatchQueue.concurrentPerform(iterations: names.count) { place in
        let findings =
          room.draw.scenario(names[place]).map { ScenarioProof($0, in: room).findings }
          ?? ["\(names[place]): \(wording("train.notDrawn"))"]
        if !findings.isEmpty { proofs.withLock { $0[place] = findings } }
      }
      let told = proofs.withLock { $0 }.joined()
      told.forEach(Output.line)
      found += told.count
      count += names.count
    }
    let values = ["count": "\(count)", "found": "\(found)"]
    guard found == 0 else { throw Refusal(wording("train.unsound", values), .badInput) }
    Output.line(wording.counted("train.sound", count))
  }

  // MARK: - Files

  /// The most that is read of a file, in mebibytes.
  private static let limit = 4

  private struct File: Decodable {
    struct Exercise: Decodable {
      let id: String
      let scenario: WrittenScenario
    }
    let version: Int
    let portal: String
    let exercises: [Exercise]
  }

  /// Stops at the first exercise that cannot be played, and says which it is.
  private func check(_ files: [String], _ context: CommandContext, _ wording: Wording) throws {
    var count = 0
    for (place, path) in files.enumerated() {
      let text = try InputFile.text(of: path, limit: Self.limit, .isRefused, wording)
      var values = ["file": "\(place + 1)"]
      guard let file = try? JSONDecoder().decode(File.self, from: Data(text.utf8)),
        !file.exercises.isEmpty
      else { throw Refusal(wording("train.file.malformed", values), .badInput) }
      for (number, exercise) in file.exercises.enumerated() {
        values["exercise"] = "\(number + 1)"
        let findings: [String]
        do throws(WrittenScenario.Mistake) {
          let (scenario, room) = try context.content.scenario(
            exercise.scenario,
            named: exercise.id,
            version: file.version,
            portal: file.portal
          )
          findings = ScenarioProof(scenario, in: room).findings
        } catch {
          if case .value(let fact) = error { values["field"] = wording.brief(fact) }
          values["most"] = "\(HiddenWorld.mostTries)"
          let what = wording("train.file.\(error.name)", values)
          throw Refusal("\(wording("train.file.place", values)) \(what)", .badInput)
        }
        findings.forEach(Output.line)
        guard findings.isEmpty else {
          let what = wording("train.file.unsound")
          throw Refusal("\(wording("train.file.place", values)) \(what)", .badInput)
        }
        count += 1
      }
    }
    Output.line(wording.counted("train.sound", count))
  }
}

extension WrittenScenario.Mistake {
  fileprivate var name: String {
    switch self {
    case .version: "version"
    case .portal: "portal"
    case .name: "name"
    case .level: "level"
    case .unknownFact: "fact"
    case .message: "message"
    case .number: "number"
    case .caller: "caller"
    case .value: "value"
    case .tries: "tries"
    }
  }
}
