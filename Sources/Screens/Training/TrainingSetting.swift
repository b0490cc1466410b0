package import Model

/// What the screens of training share: what was done so far, and the day it is.
package struct TrainingSetting: Equatable, Sendable {
  package internal(set) var record: TrainingRecord
  package let today: Day?

  package init(_ record: TrainingRecord, on today: Day?) {
    self.record = record
    self.today = today
  }

  /// The next attempt at an exercise: never one that was played before.
  func next(_ name: String, of edition: PortalEdition) -> ScenarioID {
    let taken = Set(record.attempts(at: name, of: edition).map(\.scenario.seed))
    let number = (1...).first { !taken.contains("\($0)") } ?? 1
    return ScenarioID(edition, name, seed: "\(number)")
  }
}
