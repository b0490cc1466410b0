import ArgumentParser
import Model
import Screens
import Store
import Wording

/// Begins with one exercise, and goes on as training does.
struct TrainPlay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play one exercise: one made by hand, one of a level, or one by its full name."
  )

  @Argument(
    help: ArgumentHelp("Such as 6, S2, or v4/altinn2/6/ULV.", valueName: "exercise|id")
  )
  var exercise: String?

  @Option(
    help: ArgumentHelp("A new call of this level, from 0 (only watched) to 5.", valueName: "n")
  )
  var level: Int?

  @Option(
    help: ArgumentHelp("The word the call is drawn with: the same word, the same call.")
  )
  var seed: String?

  @OptionGroup var options: SharedOptions
  @OptionGroup var display: DisplayOptions

  /// The level at which the program plays, and one says what comes next.
  private static let watched = 0

  func validate() throws {
    guard (exercise == nil) != (level == nil) else {
      throw UsageMistake("usage.exercise")
    }
    if let level, level != Self.watched, !ScenarioDraw.levels.contains(level) {
      throw UsageMistake.range("--level", Self.watched...ScenarioDraw.levels.upperBound)
    }
    if seed != nil, exercise?.contains("/") == true {
      throw UsageMistake("usage.seedInID")
    }
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let names = TrainingNames(context, wording)
    let file = try context.trainingFile()
    let record = try context.tryStore { try file.read() }
    // What is only watched is a call of the first level.
    let asked = exercise ?? "L\(max(level ?? 1, ScenarioDraw.levels.lowerBound))"
    let id: ScenarioID
    if asked.contains("/") {
      id = try names.id(asked)
    } else {
      let (edition, name) = try names.exercise(asked)
      let setting = TrainingSetting(record, on: wording.today)
      guard seed != nil || !setting.isTested(name, of: edition) else {
        throw Refusal(wording("train.tested"), .badInput)
      }
      id =
        try seed.map { ScenarioID(edition, name, seed: try names.seed($0)) }
        ?? setting.call(name, of: edition)
    }
    // An exercise that there is none of is refused before a screen is opened.
    _ = try names.scenario(id)
    let entry =
      level == Self.watched ? TrainingEntry.watching(record, id) : .alone(record, at: id)
    try FrontEndChoice(options, display).train(entry, TrainingRunner(file, knowing: record))
  }
}
