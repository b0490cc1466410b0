package import Model
import Wording

extension AppState {
  /// Begins in training, from which no screen leads to a case.
  ///
  /// - Parameter id: The exercise that is begun with, if one was asked for.
  package mutating func begin(_ record: TrainingRecord, at id: ScenarioID? = nil) {
    begin(.alone(record, at: id))
  }

  /// Begins in training: alone, at a seat of a class, or in the lead of one.
  package mutating func begin(_ entry: TrainingEntry) {
    screen = entry.screen(of: home.portal, wording)
    screen.reword(wording)
    fit()
  }
}
