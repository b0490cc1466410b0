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
    /// The desk's own forms.
    case handOver, end
    case points, talk, hint(Int)
    /// The caller has hung up.
    case over
  }

  package var form = MenuForm(Page([]))
  var place = Place.acts
  /// Where a command was given that led to another page, and where one goes back to from there.
  var origin = Place.acts
  private(set) var call: TrainingCall
  package var setting: TrainingSetting
  let room: TrainingRoom
  /// All questions in the order of their keys, which stays as it is for the whole call.
  let numbered: [FieldID]
  /// What is written and chosen on the desk's own forms, which stands there when one comes back to them.
  var note = NoteForm()
  var wrapUp: WrapUpForm?
  var handing: HandOverForm?
  /// What the form on the screen is filled in from; `nil` where none of the two that end the call stands there.
  var matter: CallMatter?
  package internal(set) var problem: Remark?
  /// That a note was kept last, of which the caller says nothing; whoever follows the seat sees it too.
  package var success: Remark? {
    guard place == .acts, !note.isOpen, case .jot? = call.acts.last else { return nil }
    return ("train.noted", [:])
  }
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
    numbered = Self.numbered(in: call.scenario, room)
    self.setting.takeUp(call.scenario.id)
    guard let left = setting.forms[call.scenario.id] else { return }
    (note, wrapUp, handing) = (left.note, left.wrapUp, left.handing)
    note.isOpen = false
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
    left.form == right.form && left.place == right.place && left.origin == right.origin
      && left.call == right.call
      && left.setting == right.setting && left.note == right.note && left.wrapUp == right.wrapUp
      && left.handing == right.handing
  }

  package var portal: PortalEdition? { call.scenario.edition }
  package var pageName: String {
    "training call \(call.acts.count) \(note.isOpen ? "noting" : place.word)"
  }

  package func title(_ wording: Wording) -> [String] {
    let seat = setting.seat.map { [$0.label(wording)] } ?? []
    return [wording("train.mark")] + formTitle(wording) + [wording.name(of: call.scenario)] + seat
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    let (minutes, seconds) = Int(call.seconds).quotientAndRemainder(dividingBy: 60)
    return "\(minutes):\(seconds < 10 ? "0" : "")\(seconds)"
  }

  // MARK: - Going

  mutating func perform(_ act: TrainingAct, _ wording: Wording) -> Response {
    perform([act], wording)
  }

  /// Does some acts, keeps them, and goes to what comes of the call when it is over.
  mutating func perform(_ acts: [TrainingAct], _ wording: Wording) -> Response {
    for act in acts { call.perform(act, in: room) }
    let effects = keep()
    guard call.isOver, !call.hasHungUp else {
      origin = .acts
      _ = go(to: call.isOver ? .over : .acts, wording)
      return .does(effects)
    }
    return goes(after: effects)
  }

  /// Notes something, of which the caller hears nothing: what is on the screen stays there.
  mutating func jot(_ lines: Set<NoteLine>, _ wording: Wording) -> Response {
    call.perform(.jot(lines), in: room)
    reword(wording)
    return .does(keep())
  }

  /// Keeps what was done, and what the call was worth where it is over.
  private mutating func keep() -> [Effect] {
    guard call.isOver else {
      return setting.keep(.call(call.scenario.id, call.acts)) + setting.tell(call)
    }
    letGo()
    let debrief = Debrief(call, in: room)
    self.debrief = debrief
    let attempt = TrainingRecord.Attempt(
      call.scenario.id,
      on: setting.today,
      sum: debrief.score.sum,
      isPassed: debrief.score.isPassed,
      of: call.scenario.world.faults(room.engine),
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
    return goes(after: setting.toldSeat)
  }

  /// Lets happen what whoever leads the class has let happen in this exercise, and notes the hint they gave: it is
  /// read here as one's own is.
  package mutating func meet(_ wording: Wording) -> [Effect] {
    guard let seat = setting.seat, !call.isOver else { return [] }
    let before = call.acts.count
    let happened = call.acts.count(where: \.isGiven)
    for happening in seat.room.events(in: call.scenario.id).dropFirst(happened) {
      call.perform(.event(happening), in: room)
    }
    if let tier = toldTier, tier > call.hintTier { call.perform(.hint(tier), in: room) }
    guard call.acts.count > before else { return [] }
    if call.isOver { _ = go(to: .over, wording) }
    return keep()
  }

  /// Of what happens in the class it is told what happens in this call.
  package func notice(of event: Event, _ wording: Wording) -> Remark? {
    guard case .classroom(let news) = event else { return event.notice(wording) }
    return news.notice(wording, in: call.isOver ? nil : call.scenario.id)
  }

  /// A call that was begun before all was deleted begins anew, since nothing that was done in it is kept.
  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    guard case .trained(let record, isForgotten: true) = event else {
      return hear(event, wording)
    }
    let id = call.scenario.id
    setting.record = record
    let isKept = record.acts(of: id).map { call.acts.starts(with: $0) } ?? call.acts.isEmpty
    guard !isKept, !call.isOver else {
      reword(wording)
      return .stays
    }
    (setting.desk[id], setting.forms[id]) = (nil, nil)
    return Self.begun(id, setting, wording)
  }

  package var leavingKey: String {
    let isWritten = !note.isEmpty || handing?.isChanged == true
    return isWritten ? "train.leave.note" : setting.leavingKey
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
    return .does(setting.toldSeat)
  }

  mutating func go(to place: Place, _ wording: Wording) -> Response {
    self.place = place
    if call.isOver { note.isOpen = false }
    fillIn(wording)
    // A page of its own begins at its first option.
    form = MenuForm(placePage(wording))
    return .stays
  }

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    problem = nil
    guard !isForm else {
      let response = press(key, wording)
      return standing(response, at: stand)
    }
    let response = form.handle(key)
    guard case .takes(let id) = response else { return standing(response, at: stand) }
    return take(id, wording: wording)
  }

  package mutating func back(_ wording: Wording) -> Response {
    problem = nil
    let response = goBack(wording)
    return standing(response, at: stand)
  }

  mutating func goBack(_ wording: Wording) -> Response {
    guard !note.isOpen else {
      // What is written stays as a draft.
      note.isOpen = false
      return .stays
    }
    if place == .handOver, handing?.isRewriting == true {
      handing?.leaveLine()
      return .stays
    }
    switch place {
    case .acts: return leave(wording)
    case .tone: return go(to: .ask, wording)
    case .placeOf: return go(to: .show, wording)
    case .waitFor: return go(to: .wait, wording)
    case .who: return go(to: .advise, wording)
    case .placeOfAction(let action, _): return go(to: .who(action), wording)
    case .over: return goOn()
    case .points, .handOver, .end:
      let before = origin
      origin = .acts
      return go(to: before, wording)
    default: return go(to: .acts, wording)
    }
  }

  package mutating func leave(_ wording: Wording) -> Response {
    keepDraft()
    let effects = setting.leaveCall()
    return .goes(.screen(setting.menu(of: call.scenario.edition)), after: effects)
  }
}
