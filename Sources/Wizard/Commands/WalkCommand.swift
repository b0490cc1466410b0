import ArgumentParser
import Model
import Screens
import Wording

/// Walks a flow by a file of answers, with nobody to ask, and keeps the case.
struct WalkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk",
    abstract: "Walk a flow by a file of answers, without asking anything, and keep the case."
  )

  @Argument(help: "The id of the flow, as `flow list` gives it.")
  var flow: String

  @Option(
    help: ArgumentHelp("A JSON object of answers, or - for standard input.", valueName: "file")
  )
  var answers: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let flow = try Flow.named(flow, wording)
    let facts = try given(to: flow, wording)
    var unattended = UnattendedWalk(wording.walk(flow), given: facts, wording)
    let stop: UnattendedWalk.Stop?
    var draft: CaseDraft?
    do throws(UnattendedWalk.Stop) {
      (draft, stop) = (try unattended.go(), nil)
    } catch {
      (draft, stop) = (unattended.unfinished(), error)
    }
    let kept = try draft.map { draft in
      let store = try context.openStore()
      return try context.tryStore { try store.create(draft) }
    }
    let report = WalkReport(
      kept,
      stop,
      notAsked: unattended.notAsked,
      doubted: unattended.doubts.map { $0.field }
    )
    let done = kept.map { wording("output.kept", ["number": "\($0.id.rawValue)"]) }
    if json {
      try Output.json(report, done: done)
    } else if let kept {
      Output.text(RecordText(kept, wording, on: Timestamp.now().day).plain, done: done)
      if !report.notAsked.isEmpty {
        let keys = report.notAsked.map(\.rawValue).joined(separator: ", ")
        StandardError.write(wording("walk.notAsked", ["keys": keys]))
      }
      for (field, finding) in unattended.doubts {
        let remark = wording(finding.key, finding.values)
        StandardError.write(wording("walk.doubted", ["field": field.rawValue, "remark": remark]))
      }
    }
    if let stop { throw Refusal(wording.text(of: stop), .badInput) }
  }

  /// Reads the answers; what a value must be is known only where it is asked for.
  private func given(to flow: Flow, _ wording: Wording) throws -> Facts {
    let text = try InputFile.text(of: answers, after: "--answers", limit: 1, .isRefused, wording)
    do {
      return try AnswersFile.facts(in: text) { flow.field($0).map { _ in .entry { _ in true } } }
    } catch {
      let keys = flow.steps.flatMap(\.fields).map(\.id)
      throw Refusal(wording.text(of: error, keys: keys, sample: flow.sample), .badInput)
    }
  }
}

/// The shape of `walk --json`.
struct WalkReport: Encodable {
  struct StopReport: Encodable {
    let step: StepID
    let field: FieldID
    let problem: UnattendedWalk.Stop.Problem
    let expected: ExpectedAnswer
  }

  /// The case as `case show --json` gives it.
  private let record: RecordReport?
  /// Where the walk stopped before the end of the flow.
  private let stopped: StopReport?
  /// What was written down and not asked for.
  let notAsked: [FieldID]
  /// What was taken though a person would have been asked to look at it once more.
  private let doubted: [FieldID]

  private enum CodingKeys: String, CodingKey { case record, stopped, notAsked, doubted }

  init(
    _ kept: Case?,
    _ stop: UnattendedWalk.Stop?,
    notAsked: Set<FieldID>,
    doubted: [FieldID]
  ) {
    record = kept.map { RecordReport($0) }
    stopped = stop.map {
      StopReport(step: $0.step, field: $0.field, problem: $0.problem, expected: $0.expected)
    }
    self.notAsked = notAsked.sorted()
    self.doubted = doubted
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    // What there is none of is said as null, not by leaving the key out.
    try values.encode(record, forKey: .record)
    try values.encode(stopped, forKey: .stopped)
    try values.encode(notAsked, forKey: .notAsked)
    try values.encode(doubted, forKey: .doubted)
  }
}

extension Wording {
  /// Where an unattended walk stopped, and what was expected there; never what was given.
  fileprivate func text(of stop: UnattendedWalk.Stop) -> String {
    var words = ["step": stop.step.rawValue, "field": stop.field.rawValue]
    if let finding = stop.finding {
      words["expected"] = self(finding.key, finding.values)
      return self("walk.refused", words)
    }
    let values = stop.expected.values
    let few = values.prefix(12) + (values.count > 12 ? ["…"] : [])
    words["expected"] = self(stop.expected.textKey, ["values": few.joined(separator: ", ")])
    return self("walk.\(stop.problem.rawValue)", words)
  }
}

extension Flow {
  /// A field with a value it takes; a fact of the portal where one is asked for.
  fileprivate var sample: (key: FieldID, value: String)? {
    let samples = steps.flatMap(\.fields).compactMap { field -> (key: FieldID, value: String)? in
      guard case .choice(let choices) = field.input else { return nil }
      return choices.first.map { (key: field.id, value: $0.value) }
    }
    return samples.first { edition.portal.rule(of: $0.key) != nil } ?? samples.first
  }

  /// The flow of an id that was given.
  ///
  /// - Throws: ``Refusal`` with those there are.
  static func named(_ id: String, _ wording: Wording) throws -> Flow {
    guard let flow = named(FlowID(rawValue: id)) else {
      let known = ids.map(\.rawValue).joined(separator: ", ")
      throw Refusal(wording("flow.unknown", ["known": known]), .badInput)
    }
    return flow
  }
}
