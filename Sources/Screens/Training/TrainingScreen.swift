package import Drawing
package import Model
import SafeText
package import Wording

/// One call in training: what was said last, and what the trainee can do now.
///
/// Each thing done is kept at once, so that a call that was broken off is gone on with at the same step.
package struct TrainingScreen: SeatScreen {
  /// What is being chosen.
  enum Place: Equatable, Sendable {
    case acts
    case ask, tone(FieldID), show, placeOf(FieldID), see
    case wait, waitFor(FieldID)
    case advise, who(String), placeOfAction(String, Actor)
    case note(Set<NoteLine>)
    case end
    case points, talk, hint(Int)
    /// The caller has hung up.
    case over
  }

  package var form = MenuForm(Page([]))
  var place = Place.acts
  private(set) var call: TrainingCall
  package var setting: TrainingSetting
  let room: TrainingRoom
  /// What comes of the call, once it is over.
  private var debrief: Debrief?

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
    self.init(TrainingCall(scenario, playing: acts, in: room), in: room, setting)
  }

  /// A call as it stands.
  init(_ call: TrainingCall, in room: TrainingRoom, _ setting: TrainingSetting) {
    self.room = room
    self.setting = setting
    self.call = call
  }

  /// Goes to a call, after some acts; stays where there is no such exercise.
  static func begun(
    _ id: ScenarioID,
    playing acts: [TrainingAct] = [],
    _ setting: TrainingSetting,
    _ wording: Wording
  ) -> Response {
    guard var begun = TrainingScreen(id, playing: acts, setting, wording) else { return .stays }
    begun.setting.seat?.record.stand = .first
    let effects = begun.setting.tell(begun.call) + begun.meet(wording)
    return .goes(.screen(begun), after: effects)
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
    ] + (setting.seat.map { [$0.label] } ?? [])
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    let (minutes, seconds) = Int(call.seconds).quotientAndRemainder(dividingBy: 60)
    return "\(minutes):\(seconds < 10 ? "0" : "")\(seconds)"
  }

  // MARK: - Going

  /// Does an act, keeps it, and goes to what comes of the call when it is over.
  mutating func perform(_ act: TrainingAct, _ wording: Wording) -> Response {
    call.perform(act, in: room)
    let effects = keep()
    guard call.isOver, !call.hasHungUp else {
      _ = go(to: call.isOver ? .over : .acts, wording)
      return .does(effects)
    }
    return goes(after: effects)
  }

  /// Keeps what was done, and what the call was worth where it is over.
  private mutating func keep() -> [Effect] {
    guard call.isOver else {
      return setting.keep(.call(call.scenario.id, call.acts)) + setting.tell(call)
    }
    let debrief = Debrief(call, in: room)
    self.debrief = debrief
    let attempt = TrainingRecord.Attempt(
      call.scenario.id,
      on: setting.today,
      sum: debrief.score.sum,
      isPassed: debrief.score.isPassed,
      acts: call.acts
    )
    return setting.keep(.attempt(attempt)) + setting.tell(call)
  }

  /// Shows a hint, which is kept as what is done is, once for each step it is read before.
  mutating func open(hint tier: Int, _ wording: Wording) -> Response {
    _ = go(to: .hint(tier), wording)
    guard call.hintTier < tier else { return .stays }
    call.perform(.hint(tier), in: room)
    return .does(keep())
  }

  /// Goes to what comes of the call, which is over.
  func goes(after effects: [Effect] = []) -> Response {
    guard let debrief else { return .stays }
    return .goes(.screen(DebriefScreen(call, debrief, room, setting)), after: effects)
  }

  /// Goes on from where the caller has hung up; of what comes after a call the class is told nothing.
  mutating func goOn() -> Response {
    setting.seat?.record.stand = .first
    return goes(after: setting.seat.map { [.classroom(.keep($0.record))] } ?? [])
  }

  /// Lets happen what whoever leads the class has let happen in this exercise.
  package mutating func meet(_ wording: Wording) -> [Effect] {
    guard let seat = setting.seat, !call.isOver else { return [] }
    let happened = call.acts.count(where: \.isGiven)
    let left = seat.room.events(in: call.scenario.id).dropFirst(happened)
    guard !left.isEmpty else { return [] }
    for happening in left { call.perform(.event(happening), in: room) }
    if call.isOver { _ = go(to: .over, wording) }
    return keep()
  }

  /// Of what happens in the class it is told what happens in this call.
  package func notice(of event: Event, _ wording: Wording) -> Remark? {
    guard case .classroom(let news) = event else { return event.notice(wording) }
    return news.notice(wording, in: call.isOver ? nil : call.scenario.id)
  }

  package var leavingKey: String {
    if case .note(let lines) = place, lines != call.tally.note { return "train.leave.note" }
    return setting.leavingKey
  }

  /// How much whoever leads the class has told this seat, where the call stands.
  var toldTier: Int? {
    setting.seat.flatMap {
      $0.room.hint(for: $0.number, in: call.scenario.id, after: call.acts.count(where: \.isOwn))
    }
  }

  /// Raises the hand in the class, or takes it down.
  mutating func raiseHand(_ wording: Wording) -> Response {
    setting.seat?.record.isHandUp.toggle()
    _ = go(to: .acts, wording)
    return .does(setting.seat.map { [.classroom(.keep($0.record))] } ?? [])
  }

  mutating func go(to place: Place, _ wording: Wording) -> Response {
    self.place = place
    // A page of its own begins at its first option.
    form = MenuForm(page(wording))
    return .stays
  }

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    let response = form.handle(key)
    guard case .takes(let id) = response else { return standing(response, at: place.word) }
    return take(id, wording: wording)
  }

  package mutating func back(_ wording: Wording) -> Response {
    let response = goBack(wording)
    return standing(response, at: place.word)
  }

  mutating func goBack(_ wording: Wording) -> Response {
    switch place {
    case .acts: leave(wording)
    case .tone: go(to: .ask, wording)
    case .placeOf: go(to: .show, wording)
    case .waitFor: go(to: .wait, wording)
    case .who: go(to: .advise, wording)
    case .placeOfAction(let action, _): go(to: .who(action), wording)
    case .over: goOn()
    default: go(to: .acts, wording)
    }
  }

  package mutating func leave(_ wording: Wording) -> Response {
    let effects = setting.leaveCall()
    return .goes(.screen(setting.menu(of: call.scenario.edition)), after: effects)
  }
}
