import ArgumentParser
import Model
import Screens
import Store
import Terminal
import Wording

/// Training: calls that never were.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Practises answering calls, on cases that never were.",
    subcommands: [
      TrainPlay.self, TrainGenerate.self, TrainCheck.self, TrainReplay.self, TrainProgress.self,
      TrainForget.self, TrainHandOut.self, TrainCertificate.self, TrainClass.self,
    ]
  )

  @OptionGroup var options: SharedOptions
  @OptionGroup var display: DisplayOptions

  /// Without a command of its own it shows what there is to practise.
  func run() throws {
    let context = try CommandContext(options)
    let file = try context.trainingFile()
    let record = try context.tryStore { try file.read() }
    let entry = TrainingEntry.alone(record, at: nil)
    try FrontEndChoice(options, display).train(entry, TrainingRunner(file, knowing: record))
  }
}

/// What was played, and how it went.
struct TrainProgress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "List the exercises that were played, and how each went."
  )

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: SharedOptions

  private struct Report: Encodable {
    struct Attempt: Encodable {
      let number: Int
      let day: String?
      let id: String
      let sum: Int
      let isPassed: Bool
    }
    /// That it is training.
    let mark: String
    let attempts: [Attempt]
    /// The exercises that were passed with two callers on two days.
    let learnt: [String]
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let file = try context.trainingFile()
    let record = try context.tryStore { try file.read() }.scored(context.content.trainingRoom)
    guard !json else {
      let attempts = record.attempts.enumerated().map { place, attempt in
        Report.Attempt(
          number: place + 1,
          day: attempt.day?.text,
          id: "\(attempt.scenario)",
          sum: attempt.sum,
          isPassed: attempt.isPassed
        )
      }
      let learnt = record.learnt.map { "\($0[0].scenario.edition.rawValue)/\($0[0].scenario.name)" }
      let mark = wording("train.mark")
      return try Output.json(Report(mark: mark, attempts: attempts, learnt: learnt))
    }
    Output.line("\(wording("train.mark")) \(wording("train.attempts"))")
    if record.attempts.isEmpty { Output.line(wording("train.noAttempts")) }
    for (place, attempt) in record.attempts.enumerated() {
      let result = wording(attempt.isPassed ? "train.passed" : "train.notPassed")
      let day = attempt.day?.text ?? "-"
      Output.line("\(place + 1)\t\(day)\t\(attempt.scenario)\t\(attempt.sum)\t\(result)")
    }
  }
}

/// Deletes what training has kept.
struct TrainForget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Delete all that training has kept; asks first on a terminal."
  )

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let file = try context.trainingFile()
    try consent.ask("train.forget.ask", context.wording())
    try context.tryStore { try file.forget() }
    Output.receipt(context.wording()("train.forgotten"))
  }
}
