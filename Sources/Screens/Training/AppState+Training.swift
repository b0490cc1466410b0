import Model
import Wording

extension AppState {
  /// Begins in training, from which no screen leads to a case: alone, at a seat of a class, or in the lead of one.
  package mutating func begin(_ entry: TrainingEntry) {
    screen = entry.screen(of: home.portal, wording)
    screen.reword(wording)
    fit()
  }
}
