import Drawing
package import Model
import SafeText
package import Wording

/// One call in training: what was said last, and what the trainee can do now.
///
/// Each thing done is kept at once, so that a call that was broken off is gone on with at the same step.
package struct TrainingScreen: PageScreen {
  /// What is being chosen.
  enum Place: Equatable, Sendable {
    case acts
    case ask, tone(FieldID), show, placeOf(FieldID), see
    case wait, waitFor(FieldID)
    case advise, who(String), placeOfAction(String, Actor)
    case note(Set<NoteLine>)
    case end
    case points, talk, hint(Int)
  }

  package var form = MenuForm(Page([]))
  var place = Place.acts
  private(set) var call: TrainingCall
  private(set) var setting: TrainingSetting
  let room: TrainingRoom

  /// - Returns: `nil` where there is no such exercise.
  init?(
    _ id: ScenarioID,
    playing acts: [TrainingAct],
    _ setting: TrainingSetting,
    _ wording: Wording
  ) {
    guard let room = wording.content.trainingRoom(of: id.edition),
      let scenario = room.draw.scenario(id)
    else { return nil }
    self.room = room
    self.setting = setting
    call = TrainingCall(scenario, playing: acts, in: room)
  }

  /// Goes to a call, after some acts; stays where there is no such exercise.
  static func begun(
    _ id: ScenarioID,
    playing acts: [TrainingAct] = [],
    _ setting: TrainingSetting,
    _ wording: Wording
  ) -> Response {
    TrainingScreen(id, playing: acts, setting, wording).map { .goes(.screen($0)) } ?? .stays
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.form == right.form && left.place == right.place && left.call == right.call
      && left.setting == right.setting
  }

  package var portal: PortalEdition? { call.scenario.edition }
  package var pageName: String { "training call \(call.acts.count) \(place)" }

  package func title(_ wording: Wording) -> [String] {
    let name = "exercise.\(call.scenario.id.name).name"
    return [
      wording("train.mark"),
      wording.has(name) ? wording(name) : wording("train.level.\(call.scenario.level)"),
    ]
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    let (minutes, seconds) = Int(call.seconds).quotientAndRemainder(dividingBy: 60)
    return "\(minutes):\(seconds < 10 ? "0" : "")\(seconds)"
  }

  // MARK: - Going

  /// Does an act, keeps it, and goes to what comes of the call when it is over.
  mutating func perform(_ act: TrainingAct, _ wording: Wording) -> Response {
    call.perform(act, in: room)
    guard call.isOver else {
      setting.record.open = (call.scenario.id, call.acts)
      _ = go(to: .acts, wording)
      return .does([.keepTraining(setting.record)])
    }
    let debrief = Debrief(call, in: room)
    setting.record.add(
      TrainingRecord.Attempt(
        call.scenario.id,
        on: setting.today,
        sum: debrief.score.sum,
        isPassed: debrief.score.isPassed,
        acts: call.acts
      )
    )
    return .goes(
      .screen(DebriefScreen(call, debrief, room, setting)),
      after: [.keepTraining(setting.record)]
    )
  }

  mutating func go(to place: Place, _ wording: Wording) -> Response {
    self.place = place
    // A page of its own begins at its first option.
    form = MenuForm(page(wording))
    return .stays
  }

  package mutating func back(_ wording: Wording) -> Response {
    switch place {
    case .acts: .goes(.screen(TrainingMenu(setting, of: call.scenario.edition)))
    case .tone: go(to: .ask, wording)
    case .placeOf: go(to: .show, wording)
    case .waitFor: go(to: .wait, wording)
    case .who: go(to: .advise, wording)
    case .placeOfAction(let action, _): go(to: .who(action), wording)
    default: go(to: .acts, wording)
    }
  }

  package mutating func leave(_ wording: Wording) -> Response {
    .goes(.screen(TrainingMenu(setting, of: call.scenario.edition)))
  }
}
