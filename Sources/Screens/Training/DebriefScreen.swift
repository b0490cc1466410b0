package import Drawing
package import Model
import SafeText
package import Wording

/// What comes after a call in training: how it felt, what was wrong, the way step by step, and only then
/// what it was worth.
package struct DebriefScreen: SeatScreen {
  enum Part: Int, Equatable, Sendable {
    case feeling, truth, talk, way, best, next
  }

  package var form = MenuForm(Page([]))
  private var part: Part
  /// Whether it is read once more, long after the call.
  private let isOld: Bool
  private let call: TrainingCall
  private let debrief: Debrief
  private let room: TrainingRoom
  package var setting: TrainingSetting

  init(
    _ call: TrainingCall,
    _ debrief: Debrief,
    _ room: TrainingRoom,
    _ setting: TrainingSetting,
    isOld: Bool = false
  ) {
    self.call = call
    self.debrief = debrief
    self.room = room
    self.setting = setting
    self.isOld = isOld
    part = isOld ? .truth : .feeling
  }

  /// An attempt that is looked at once more; `nil` where the exercise is not what it was.
  init?(_ attempt: TrainingRecord.Attempt, _ setting: TrainingSetting, _ wording: Wording) {
    guard let room = wording.content.trainingRoom(of: attempt.scenario.edition),
      let call = attempt.replayed(in: room)
    else { return nil }
    self.init(call, Debrief(call, in: room), room, setting, isOld: true)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.form == right.form && left.part == right.part && left.call == right.call
      && left.setting == right.setting
  }

  package var portal: PortalEdition? { call.scenario.edition }
  package var pageName: String { "debrief \(part)" }

  package func title(_ wording: Wording) -> [String] {
    [wording("train.mark"), wording("train.debrief")]
      + (setting.seat.map { [$0.label(wording)] } ?? [])
  }

  package var scopes: [Scope] { part == .next ? [.reading] : [] }

  package func hints(_ wording: Wording) -> [Hint] {
    form.hints(wording) + wording.hints(part == .next ? [.back, .copy] : [.back]) + wording.common
  }

  /// All of it, once the last page has been come to: the points are told last.
  package func readable(_ wording: Wording) -> String? {
    guard part == .next else { return nil }
    let scenario = call.scenario
    let title = "\(wording("train.mark")) \(wording.name(of: scenario)) (\(scenario.id))"
    let text = DebriefText(call, debrief, room, wording)
    let prose: [Prose] = [.heading(title), .gap] + text.whole(room.engine)
    return prose.plain(width: Self.copied)
  }

  private static let copied = 78

  // MARK: - What is shown

  package func page(_ wording: Wording) -> Page {
    content(wording).reserving(TrainingScreen.Act.letters)
  }

  private func content(_ wording: Wording) -> Page {
    let text = DebriefText(call, debrief, room, wording)
    switch part {
    case .feeling:
      return Page(
        [.heading(wording("train.feeling")), .paragraph(wording("train.feelingAbout"))],
        ["good", "mixed", "hard"].map { .init(id: $0, label: wording("train.feeling.\($0)")) }
      )
    case .truth:
      let faults = TrainingText(call, room, wording).faults(room.engine)
      return Page(
        [.heading(wording("train.truth"))] + faults,
        [on(wording), .init(id: Self.talk, label: wording("train.talk"))]
      )
    case .talk:
      let talk = TrainingText(call, room, wording).talk + left(wording)
      return Page([.heading(wording("train.talk"))] + talk, [QuestionForm.backOption(wording)])
    case .way:
      let rows = text.rows
      let steps = text.steps.enumerated().map { place, step in
        ChoiceList.Option(
          id: "\(place)",
          label: step.label,
          detail: step.detail,
          columns: columns(rows[place], wording)
        )
      }
      let best = ChoiceList.Option(id: Self.best, label: wording("train.bestWay"))
      let heading = Prose.heading(wording("train.way"))
      // The test is played once a day, and none of it once more.
      guard !isTested else {
        let told = steps.map { step in
          Prose.bullet(
            [step.label, step.detail ?? ""].filter { !$0.isEmpty }.joined(separator: ". ")
          )
        }
        return Page([heading] + text.divergence + told, [on(wording), best])
      }
      return Page(
        [heading, .paragraph(wording("train.wayAbout"))] + text.divergence,
        [on(wording), best] + steps
      )
    case .best: return Page([.heading(wording("train.bestWay"))] + text.bestWay, [on(wording)])
    case .next:
      let again = ChoiceList.Option(id: Self.again, label: wording("train.again"))
      let write = ChoiceList.Option(id: Self.write, label: wording("train.intent.write"))
      let menu = ChoiceList.Option(id: Self.menu, label: wording("train.toMenu"))
      let prose = [Prose.heading(wording("train.nextTime"))] + text.result + lastSums(wording)
      // In a class everybody has one caller of each exercise, and what one means to do is one's own.
      guard setting.seat == nil else { return Page(prose, [menu]) }
      return Page(prose + setting.intended(wording), (isTested ? [] : [again]) + [write, menu])
    }
  }

  /// A step beside the best way, where the list is wide enough: what was done, what had been best, and why.
  private func columns(_ row: DebriefText.Row, _ wording: Wording) -> ChoiceList.Columns {
    let seconds = wording("train.way.seconds")
    func entry(_ step: DebriefText.Timed) -> ChoiceList.Columns.Entry {
      .init(step.act, end: step.seconds > 0 ? "\(step.seconds)" : "")
    }
    return ChoiceList.Columns(
      heads: [
        .init(wording("train.way.you"), end: seconds),
        .init(wording("train.bestWay"), end: seconds), .init(wording("train.way.why")),
      ],
      cells: [[entry(row.own)], row.best.map(entry), [.init(row.why)]]
    )
  }

  /// Whether it is the test, which has been taken today.
  private var isTested: Bool {
    setting.isTested(call.scenario.id.name, of: call.scenario.id.edition)
  }

  /// The case as the trainee left it: how the call was ended, and what was written.
  private func left(_ wording: Wording) -> [Prose] {
    guard !isOld, let kept = setting.desk[call.scenario.id] else { return [] }
    let ended = wording.ended(kept.outcome, kept.promise).map { [Prose.paragraph($0)] } ?? []
    let notes = kept.notes.flatMap { note in
      note.text.split(separator: "\n").map { Prose.bullet(String($0)) }
    }
    return [.gap, .heading(wording("train.case"))] + ended + notes
  }

  /// How the last attempts at the exercise went, where there are several.
  private func lastSums(_ wording: Wording) -> [Prose] {
    let id = call.scenario.id
    let attempts = setting.record.attempts(at: id.name, of: id.edition).suffix(Self.mostSums)
    guard attempts.count > 1 else { return [] }
    let sums = attempts.map { "\($0.sum)" }.joined(separator: ", ")
    return [.toned(wording("train.lastSums", ["sums": sums]), .muted)]
  }

  private static let mostSums = 5

  private func on(_ wording: Wording) -> ChoiceList.Option {
    .init(id: Self.on, label: wording("button.next"))
  }

  // MARK: - What is chosen

  package mutating func take(_ id: String, wording: Wording) -> Response {
    switch (part, id) {
    case (.feeling, _): return show(.truth, wording)
    case (.truth, Self.on), (.best, Self.on): return show(.way, wording)
    case (.truth, Self.talk): return show(.talk, wording)
    case (.talk, _): return show(.truth, wording)
    case (.way, Self.on): return show(.next, wording)
    case (.way, Self.best): return show(.best, wording)
    case (.way, _):
      guard !isTested, let place = Int(id) else { return .stays }
      // Whoever has read the way goes on as one who was told the step, which counts as one hint; those that were looked
      // at on the way there count no more.
      let told = TrainingAct.hint(TrainingAct.hintTiers.upperBound)
      return TrainingScreen.begun(
        call.scenario.id,
        playing: call.acts.prefix(place).filter { $0.isOwn || $0.isGiven } + [told],
        setting,
        wording
      )
    case (.next, Self.again):
      let id = call.scenario.id
      return TrainingScreen.begun(setting.next(id.name, of: id.edition), setting, wording)
    case (.next, Self.write): return .goes(.screen(IntentScreen(self)))
    default: return leave(wording)
    }
  }

  private mutating func show(_ part: Part, _ wording: Wording) -> Response {
    self.part = part
    form = MenuForm(page(wording))
    return .stays
  }

  package mutating func back(_ wording: Wording) -> Response {
    switch part {
    case .feeling: leave(wording)
    case .truth where isOld:
      .goes(.screen(TrainingMenu(setting, of: call.scenario.edition, .attempts)))
    case .truth: show(.feeling, wording)
    case .talk: show(.truth, wording)
    case .way: show(.truth, wording)
    case .best, .next: show(.way, wording)
    }
  }

  package func leave(_ wording: Wording) -> Response {
    .goes(.screen(setting.menu(of: call.scenario.edition)))
  }

  private static let on = "on"
  private static let best = "best"
  private static let talk = "talk"
  private static let again = "again"
  private static let write = "write"
  private static let menu = "menu"
}
