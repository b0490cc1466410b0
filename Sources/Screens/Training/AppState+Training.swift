package import Model
import Wording

extension AppState {
  /// Begins in training, from which no screen leads to a case.
  package mutating func begin(_ record: TrainingRecord) {
    screen = TrainingMenu(TrainingSetting(record, on: wording.today), of: home.portal)
    screen.reword(wording)
    fit()
  }
}
