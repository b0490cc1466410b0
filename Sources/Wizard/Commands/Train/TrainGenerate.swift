import ArgumentParser
import Model
import Screens
import Wording

/// Draws exercises for somebody who teaches: their names, with the answers.
struct TrainGenerate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Draw exercises of a level, each proven, with what is wrong in them."
  )

  @Option(help: ArgumentHelp("The level, from 1 to 5.", valueName: "n"))
  var level: Int

  @Option(help: ArgumentHelp("How many, from 1 to 999.", valueName: "n"))
  var count: Int

  @Option(help: ArgumentHelp("The word they are drawn with: the same word, the same calls."))
  var seed: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: SharedOptions

  private struct Report: Encodable {
    struct Exercise: Encodable {
      let id: String
      let message: String
      let faults: [String]
      let tempers: [String]
      /// How many steps the best way has, and how many seconds of the caller's time it takes.
      let steps: Int
      let seconds: Int
      let scenario: WrittenScenario
    }
    /// That it is training.
    let mark: String
    var version = WrittenScenario.version
    let portal: String
    let level: Int
    let exercises: [Exercise]
  }

  func validate() throws {
    guard ScenarioDraw.levels.contains(level) else {
      throw UsageMistake.range("--level", 1...5)
    }
    guard (1...999).contains(count) else {
      throw UsageMistake.range("--count", 1...999)
    }
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let names = TrainingNames(context, wording)
    let word = try names.seed(seed ?? Self.anyWord(), room: "-\(count)".utf8.count)
    let exercises = try (1...count).map { number -> Report.Exercise in
      let id = ScenarioID(context.portal, "L\(level)", seed: "\(word)-\(number)")
      let (scenario, room) = try names.scenario(id)
      let proof = ScenarioProof(scenario, in: room)
      guard proof.findings.isEmpty else {
        throw Refusal(proof.findings.joined(separator: "\n"), .internalFault)
      }
      return Report.Exercise(
        id: "\(id)",
        message: scenario.world.symptom(room.table, room.engine) ?? "",
        faults: scenario.world.faults(room.engine).map(\.rawValue),
        tempers: scenario.caller.tempers.map(\.rawValue).sorted(),
        steps: proof.best.acts.count,
        seconds: Int(proof.best.seconds),
        scenario: WrittenScenario(scenario)
      )
    }
    guard !json else {
      let (mark, portal) = (wording("train.mark"), context.portal.rawValue)
      try Output.json(Report(mark: mark, portal: portal, level: level, exercises: exercises))
      return
    }
    Output.line("\(wording("train.mark")) \(wording("train.level.\(level)"))")
    for exercise in exercises {
      let faults = exercise.faults.joined(separator: ",")
      Output.line("\(exercise.id)\t\(exercise.message)\t\(faults)\t\(exercise.seconds)")
    }
  }

  /// A word nobody has chosen, of letters that are not taken for one another.
  private static func anyWord() -> String {
    String((0..<5).map { _ in "ABCDEFGHKLMNPRSTUVXY".randomElement() ?? "A" })
  }
}
