package import Model
package import Wording

/// What the screens of training share: what was done so far, and the day it is.
package struct TrainingSetting: Equatable, Sendable {
  package internal(set) var record: TrainingRecord
  package let today: Day?
  /// The seat in a class; `nil` for whoever trains alone.
  package internal(set) var seat: SeatInClass?

  package init(_ record: TrainingRecord, on today: Day?) {
    self.record = record
    self.today = today
  }

  /// Sits down in a class, and notes where, so that one comes back to the same seat.
  mutating func sit(_ seat: SeatInClass) {
    self.seat = seat
    record.seat = TrainingRecord.Seat(word: seat.room.word, number: seat.number)
  }

  /// Tells the class how far a call of its has come.
  mutating func tell(_ call: TrainingCall) -> [Effect] {
    guard var seat, seat.room.place(of: call.scenario.id) != nil else { return [] }
    seat.record.keep(call.scenario.id, call.acts)
    self.seat = seat
    return [.classroom(.keep(seat.record))]
  }

  /// Tells the class that one is at its list of exercises again.
  mutating func leaveCall() -> [Effect] {
    guard seat?.record.stand != nil else { return [] }
    seat?.record.stand = nil
    return seat.map { [.classroom(.keep($0.record))] } ?? []
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
    let acts = record.open.flatMap { $0.scenario == id ? $0.acts : nil } ?? []
    if let id, let call = TrainingScreen(id, playing: acts, self, wording) { return call }
    return TrainingMenu(self, of: edition)
  }

  /// The next attempt at an exercise: never one that was played before.
  package func next(_ name: String, of edition: PortalEdition) -> ScenarioID {
    let taken = Set(record.attempts(at: name, of: edition).map(\.scenario.seed))
    let number = (1...).first { !taken.contains("\($0)") } ?? 1
    return ScenarioID(edition, name, seed: "\(number)")
  }
}
