import Wording
import Drawing
import SafeText
import ArgumentParser
import Model
import Screens

/// Facts in; verdicts, repairs and the next question out.
///
/// No store is touched.
struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Tell what is wrong from a file of facts, without asking anything."
  )

  @Option(help: ArgumentHelp("A JSON object of facts, or - for standard input.", valueName: "file"))
  var answers: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let content = context.content
    let wording = context.wording()
    let text = try InputFile.text(
      of: answers,
      after: "--answers",
      limit: 1,
      .isRefused,
      wording
    )
    let facts: Facts
    do {
      facts = try AnswersFile.facts(in: text) { content.allowed($0, in: context.portal) }
    } catch {
      throw Refusal(
        wording.text(of: error, belongingTo: context.portal.other)
          ?? wording.text(
            of: error,
            keys: context.portal.portal.facts.map(\.fact),
            sample: context.portal.portal.sample
          ),
        .badInput
      )
    }
    let walk = wording.walk(.findFault(of: context.portal), given: facts)
    if json {
      try Output.json(DiagnosisReport(walk, wording))
      return
    }
    let parts = PointsText(walk, wording).prose + [.gap] + ConclusionText(walk, wording).whole
    for line in parts.lines(width: 78) { Output.line(line.text) }
    if let next = walk.nextQuestion {
      Output.line("")
      Output.line(
        wording(
          "diagnose.next",
          ["question": wording.question(next, in: walk)]
        )
      )
    }
  }
}

extension Portal {
  /// A fact with a value it takes.
  fileprivate var sample: (key: FieldID, value: String)? {
    facts.lazy.compactMap { row in row.values.words?.first.map { (key: row.fact, value: $0) } }
      .first
  }
}

extension Content {
  /// What a key of an answers file may be answered with; `nil` for a key that is no fact.
  func allowed(_ fact: FieldID, in edition: PortalEdition) -> AnswersFile.Allowed? {
    switch edition.portal.rule(of: fact)?.values {
    case .choices(let choices)?: .oneOf(choices.map(\.value))
    case .entry(of: .messages, _)?: .entry { message($0) != nil }
    case .entry(of: .services, _)?:
      .entry { $0 == Fact.otherService || service($0, of: edition) != nil }
    case nil: nil
    }
  }
}
