package import Model
package import Wording

/// What the screens of training share: what was done so far, and the day it is.
package struct TrainingSetting: Equatable, Sendable {
  package internal(set) var record: TrainingRecord
  package let today: Day?

  package init(_ record: TrainingRecord, on today: Day?) {
    self.record = record
    self.today = today
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
