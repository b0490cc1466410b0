import Model
import Wording

extension AppState {
  /// Begins in training, from which no screen leads to a case: alone, at a seat of a class, or in the lead of one.
  package mutating func begin(_ entry: TrainingEntry) {
    show(entry.screen(of: home.portal, wording))
  }

  /// Puts a screen of training before the person.
  mutating func show(_ screen: any Screen) {
    self.screen = screen
    self.screen.reword(wording)
    fit()
  }
}
