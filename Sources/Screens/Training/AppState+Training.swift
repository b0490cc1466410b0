package import Model
import Wording

extension AppState {
  /// Begins in training, from which no screen leads to a case.
  ///
  /// - Parameter id: The exercise that is begun with, if one was asked for.
  package mutating func begin(_ record: TrainingRecord, at id: ScenarioID? = nil) {
    let setting = TrainingSetting(record, on: wording.today)
    screen = setting.start(at: id, of: home.portal, wording)
    screen.reword(wording)
    fit()
  }
}
