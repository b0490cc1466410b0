import Model
package import Wording

/// A screen of training, which may stand at a seat of a class and then hears what is said there.
package protocol SeatScreen: PageScreen, TrainedScreen {
  /// Lets happen what was said to all.
  mutating func meet(_ wording: Wording) -> [Effect]
}

extension SeatScreen where PageLook == MenuForm {
  /// Tells the class where one is now, if that is new.
  mutating func standing(_ response: Response, at page: String) -> Response {
    let before = setting.seat?.record.stand
    let (focus, top, textTop) = form.stand
    let stand = SeatRecord.Stand(page: page, focus: focus, top: top, textTop: textTop)
    guard setting.seat != nil, stand != before else { return response }
    let effects: [Effect]
    switch response {
    case .stays: effects = []
    // What was to be kept is told once, with where one is.
    case .does(let other):
      effects = other.filter { if case .classroom(.keep) = $0 { false } else { true } }
    default: return response
    }
    setting.seat?.record.stand = stand
    return .does(effects + setting.toldSeat)
  }
}

extension MenuForm {
  /// Stands as it does at a seat.
  mutating func stand(as other: SeatRecord.Stand?) {
    guard let other else { return }
    stand(at: other.focus, top: other.top, textTop: other.textTop)
  }
}

extension SeatScreen {
  package mutating func meet(_ wording: Wording) -> [Effect] { [] }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    hear(event, wording)
  }

  /// Takes in what is kept, and what is said in the class.
  mutating func hear(_ event: Event, _ wording: Wording) -> Response {
    if learn(event, wording) { return .stays }
    guard setting.seat != nil, case .classroom(let news) = event else { return .ignored }
    switch news {
    case .said(let room, _):
      setting.seat?.room = room
      let effects = setting.heed() + meet(wording)
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
