import ArgumentParser
import Model
import SafeText
import Screens
import Store
import Wording

/// Shows a call in training once more: what was said, and each step held against the best way.
struct TrainReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Show a call once more, with each step held against the best way."
  )

  @Argument(
    help: ArgumentHelp(
      "The number that `train progress` lists it by, or a file with its line.",
      valueName: "attempt"
    )
  )
  var attempt: String

  @Option(
    help: ArgumentHelp(
      "Write the screens of the call into this new file as an asciicast, or - for it.",
      valueName: "file"
    )
  )
  var cast: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let (id, acts) = try played(context, wording)
    let (scenario, room) = try TrainingNames(context, wording).scenario(id)
    guard acts.allSatisfy(room.knows) else {
      throw Refusal(wording("train.badAttempt"), .badInput)
    }
    let call = TrainingCall(scenario, playing: acts, in: room)
    // Whatever comes after the end of a call was not done in it.
    guard call.acts.count == acts.count else {
      throw Refusal(wording("train.badAttempt"), .badInput)
    }
    let title = "\(wording("train.mark")) \(wording.name(of: scenario)) (\(id))"
    if let cast {
      guard let film = CallFilm(id, playing: acts, context.content, wording.language) else {
        throw Refusal(wording("train.badAttempt"), .badInput)
      }
      let text = try Asciicast(film, title: title).text
      return try NewFile.write(text, to: cast, saying: "train.filmed", wording)
    }
    var prose: [Prose] = [.heading(title), .gap] + TrainingText(call, room, wording).talk
    if call.isOver {
      let debrief = Debrief(call, in: room)
      prose += [.gap] + DebriefText(call, debrief, room, wording).whole(room.engine)
    } else {
      prose += [.gap, .paragraph(wording("train.notOver"))]
    }
    Output.text(prose.plain(width: 78))
  }

  /// What was played: by the number of an attempt, or from a file.
  private func played(_ context: CommandContext, _ wording: Wording) throws
    -> (ScenarioID, [TrainingAct])
  {
    if !attempt.isEmpty, attempt.allSatisfy(\.isNumber) {
      let file = try context.trainingFile()
      let attempts = try context.tryStore { try file.read() }.attempts
      guard let number = Int(attempt), attempts.indices.contains(number - 1) else {
        throw Refusal(wording("train.noAttempt"), .badInput)
      }
      let found = attempts[number - 1]
      guard found.isSeen else { throw Refusal(wording("train.noActs"), .badInput) }
      return (found.scenario, found.acts)
    }
    let line = try InputFile.text(of: attempt, limit: 1, .isRefused, wording)
    guard !TrainingRecord.mark.isOfOther(line) else {
      throw Refusal(wording("train.otherForm"), .badInput)
    }
    let lines = line.split(separator: "\n").filter { $0 != TrainingRecord.mark.text }
    guard lines.count == 1 else { throw Refusal(wording("train.badAttempt"), .badInput) }
    let record = TrainingRecord("\(TrainingRecord.mark.text)\n\(lines[0])")
    let calls =
      (record?.attempts ?? []).map { ($0.scenario, $0.acts) }
      + (record?.openCalls ?? []).map { ($0.scenario, $0.acts) }
    guard calls.count == 1, !calls[0].1.isEmpty else {
      throw Refusal(wording("train.badAttempt"), .badInput)
    }
    return calls[0]
  }
}
