package import Model
package import SafeText
package import Wording

/// What the screens of training share: what was done so far, and the day it is.
package struct TrainingSetting: Equatable, Sendable {
  package internal(set) var record: TrainingRecord
  package let today: Day?
  /// The seat in a class; `nil` for whoever trains alone.
  package internal(set) var seat: SeatInClass?
  /// The cases of the calls of this session, in memory.
  var desk: [ScenarioID: MemoryCall] = [:]
  /// What was chosen and written on the desk's own forms in calls that were left in this session.
  var forms: [ScenarioID: LeftForms] = [:]

  package init(_ record: TrainingRecord, on today: Day?) {
    self.record = record
    self.today = today
  }

  /// Sits down in a class.
  mutating func sit(_ seat: SeatInClass) {
    self.seat = seat
    _ = heed()
  }

  /// Goes on with the case of a call; one that was left begins anew.
  mutating func takeUp(_ id: ScenarioID) {
    if desk[id]?.isLeft == true { desk[id] = nil }
  }

  /// Takes in what was done.
  ///
  /// - Returns: What keeps it.
  mutating func keep(_ change: TrainingChange) -> [Effect] {
    record.take(change)
    return [.keepTraining(change)]
  }

  /// What one means to do next time; nothing where nothing was written.
  func intended(_ wording: Wording) -> [Prose] {
    record.intent.map { text in
      [
        .paragraph(
          wording("train.intended", ["text": wording.quoted(wording.content.kept(text, in: nil))])
        )
      ]
    } ?? []
  }

  /// Takes the hand down where whoever leads the class has done so.
  mutating func heed() -> [Effect] {
    guard var seat, seat.record.heed(seat.room, at: seat.number) else { return [] }
    self.seat = seat
    return toldSeat
  }

  /// Tells the class what is done at the seat.
  var toldSeat: [Effect] { seat.map { [.classroom(.keep($0.record))] } ?? [] }

  /// The key of the text that tells somebody who leaves what is kept.
  var leavingKey: String { seat == nil ? "train.leave" : "class.leave.seat" }

  /// Tells the class how far a call of its has come.
  mutating func tell(_ call: TrainingCall) -> [Effect] {
    guard var seat, seat.room.place(of: call.scenario.id) != nil else { return [] }
    seat.record.keep(call.scenario.id, call.acts)
    self.seat = seat
    return toldSeat
  }

  /// Tells the class that one is at its list of exercises again.
  mutating func leaveCall() -> [Effect] {
    guard seat?.record.stand != nil else { return [] }
    seat?.record.stand = nil
    return toldSeat
  }

  /// What there is to practise, alone or in the class.
  func menu(of edition: PortalEdition) -> any Screen {
    guard let seat else { return TrainingMenu(self, of: edition) }
    let menu = ClassMenu(self, of: edition)
    return seat.room.isPaused ? PausedScreen(menu) : menu
  }

  /// Where training begins: in a call, gone on with where it was broken off, or at what there is to practise.
  package func start(at id: ScenarioID?, of edition: PortalEdition, _ wording: Wording)
    -> any Screen
  {
    let acts = id.flatMap(record.acts(of:)) ?? []
    if let id, let call = TrainingScreen(id, playing: acts, self, wording) { return call }
    return TrainingMenu(self, of: edition)
  }

  /// The call that an exercise is: the one that was left in it, or the next; a level is always a new one.
  package func call(_ name: String, of edition: PortalEdition) -> ScenarioID {
    left(in: name, of: edition) ?? next(name, of: edition)
  }

  /// The call that was left in an exercise; of a level none is gone on with.
  func left(in name: String, of edition: PortalEdition) -> ScenarioID? {
    record.openCalls.map(\.scenario).last {
      $0.name == name && $0.edition == edition && $0.drawnLevel == nil && $0.isCurrent
    }
  }

  /// Whether it is the test, the highest level, and that has been taken today.
  package func isTested(_ name: String, of edition: PortalEdition) -> Bool {
    guard let today, name == "L\(ScenarioDraw.levels.upperBound)" else { return false }
    return record.attempts(at: name, of: edition).contains { $0.day == today }
  }

  /// The next attempt at an exercise: never a call that was played before, or is being played.
  package func next(_ name: String, of edition: PortalEdition) -> ScenarioID {
    let known = record.attempts.map(\.scenario) + record.openCalls.map(\.scenario)
    let taken = Set(known.filter { $0.name == name && $0.edition == edition }.map(\.seed))
    let number = (1...).first { !taken.contains("\($0)") } ?? 1
    return ScenarioID(edition, name, seed: "\(number)")
  }
}

/// The desk's own forms as somebody left them in a call of training.
struct LeftForms: Equatable, Sendable {
  let note: NoteForm
  let wrapUp: WrapUpForm?
  let handing: HandOverForm?
}

/// A screen of training, which knows what was done.
package protocol TrainedScreen: Screen {
  var setting: TrainingSetting { get set }
}

extension TrainedScreen {
  /// Takes in what is kept, where others have had a hand in it.
  ///
  /// - Returns: Whether that is what happened.
  mutating func learn(_ event: Event, _ wording: Wording) -> Bool {
    guard case .trained(let record, _) = event else { return false }
    setting.record = record
    reword(wording)
    return true
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    learn(event, wording) ? .stays : .ignored
  }

  package func help(_ wording: Wording) -> [Prose]? {
    TrainingHelp(self, isSeat: setting.seat != nil, wording).prose
  }
  package var leavingKey: String { setting.leavingKey }
}
