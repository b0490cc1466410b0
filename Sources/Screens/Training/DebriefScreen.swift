import Drawing
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
      attempt.acts.allSatisfy(room.knows), let scenario = room.draw.scenario(attempt.scenario)
    else { return nil }
    let call = TrainingCall(scenario, playing: attempt.acts, in: room)
    guard call.isOver, call.acts == attempt.acts else { return nil }
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
      + (setting.seat.map { [$0.label] } ?? [])
  }

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
      let talk = TrainingText(call, room, wording).talk
      return Page([.heading(wording("train.talk"))] + talk, [QuestionForm.backOption(wording)])
    case .way:
      let steps = text.steps.enumerated().map { place, step in
        ChoiceList.Option(id: "\(place)", label: step.label, detail: step.detail)
      }
      let best = ChoiceList.Option(id: Self.best, label: wording("train.bestWay"))
      return Page(
        [.heading(wording("train.way")), .paragraph(wording("train.wayAbout"))],
        [on(wording), best] + steps
      )
    case .best: return Page([.heading(wording("train.bestWay"))] + text.bestWay, [on(wording)])
    case .next:
      let again = ChoiceList.Option(id: Self.again, label: wording("train.again"))
      let menu = ChoiceList.Option(id: Self.menu, label: wording("train.toMenu"))
      // In a class everybody has one caller of each exercise.
      return Page(
        [.heading(wording("train.nextTime"))] + text.result,
        setting.seat == nil ? [again, menu] : [menu]
      )
    }
  }

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
      guard let place = Int(id) else { return .stays }
      return TrainingScreen.begun(
        call.scenario.id,
        playing: Array(call.acts.prefix(place)),
        setting,
        wording
      )
    case (.next, Self.again):
      let id = call.scenario.id
      return TrainingScreen.begun(setting.next(id.name, of: id.edition), setting, wording)
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
  private static let menu = "menu"
}
