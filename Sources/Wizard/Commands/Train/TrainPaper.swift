import ArgumentParser
import Model
import SafeText
import Screens
import Store
import Terminal
import Wording

/// Where a text for paper goes: to standard output as text, or into a new file as a page to print.
struct PaperOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write a page to print into this new file, or - for it.", valueName: "file")
  )
  var html: String?

  func write(_ printed: PrintedText, _ wording: Wording) throws {
    guard let html else { return Output.text(printed.plain) }
    try NewFile.write(printed.html, to: html, saying: "train.written", wording)
  }
}

/// Exercises for paper.
struct TrainHandOut: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract: "Write exercises for paper, or with --key their answers."
  )

  @Option(help: ArgumentHelp("The word they are drawn with.", valueName: "word"))
  var seed: String

  @Option(
    help: ArgumentHelp("Such as 1,6,S2,L3: exercises and levels.", valueName: "list")
  )
  var exercises: String

  @Flag(help: "Write the answers instead, and what the caller says.")
  var key = false

  @OptionGroup var paper: PaperOptions
  @OptionGroup var options: SharedOptions

  /// More than anybody does in a day.
  private static let most = 50

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let names = TrainingNames(context, wording)
    let word = try names.seed(seed)
    let found = try names.exercises(exercises, most: Self.most).map {
      try names.scenario(ScenarioID($0.edition, $0.name, seed: word))
    }
    let sheet = HandOutSheet(found, wording)
    try paper.write(key ? sheet.answers : sheet.questions, wording)
  }
}

/// What somebody has passed; whose it is is asked for, and kept nowhere.
struct TrainCertificate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: "Write what was passed, for paper. The name is asked for, and not kept."
  )

  @OptionGroup var paper: PaperOptions
  @OptionGroup var options: SharedOptions

  /// The longest name, in bytes.
  private static let most = 120

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let file = try context.trainingFile()
    let record = try context.tryStore { try file.read() }.scored(context.content.trainingRoom)
    guard !record.learnt.isEmpty else {
      throw Refusal(wording("train.nothingPassed"), .badInput)
    }
    StandardError.write(wording("train.certificate.name"))
    let line = InputLine.read(most: Self.most)
    let name = Sanitiser.line(line?.text ?? "").split(separator: " ").joined(separator: " ")
    // A number in it would be one that must not stand on paper.
    guard line?.isCut != true, !name.contains(where: \.isNumber),
      let printed = CertificateText(record, wording).printed(for: name)
    else { throw Refusal(wording("train.certificate.badName"), .badInput) }
    try paper.write(printed, wording)
  }
}
