import Model
package import Wording

/// A screen of training, which may stand at a seat of a class and then hears what is said there.
package protocol SeatScreen: PageScreen {
  var setting: TrainingSetting { get set }
  /// Lets happen what was said to all.
  mutating func meet(_ wording: Wording) -> [Effect]
}

extension SeatScreen {
  package mutating func meet(_ wording: Wording) -> [Effect] { [] }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    guard setting.seat != nil, case .classroom(let news) = event else { return .ignored }
    switch news {
    case .said(let room, _):
      setting.seat?.room = room
      let effects = meet(wording)
      reword(wording)
      return room.isPaused ? .goes(.screen(PausedScreen(self)), after: effects) : .does(effects)
    case .ended:
      // What was begun goes on as training of one's own.
      setting.seat = nil
      reword(wording)
      return .stays
    case .joined, .seats: return .ignored
    }
  }
}
