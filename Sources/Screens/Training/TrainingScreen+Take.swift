import Model
package import Wording

extension TrainingScreen {
  /// What the first page of a call offers, in this order.
  enum Act: String, CaseIterable {
    case ask, show, see, readBack, wait, advise, tellBack, note, end
    case points, talk, hint, hand

    /// The key of what has no digit.
    var letter: Character? {
      switch self {
      case .points: "p"
      case .talk: "s"
      case .hint: "h"
      case .hand: "r"
      default: nil
      }
    }

    /// Letters that choose nothing else in training.
    static let letters = Set(allCases.compactMap(\.letter))
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    let response = choose(id, wording)
    return standing(response, at: place.word)
  }

  private mutating func choose(_ id: String, _ wording: Wording) -> Response {
    if id == QuestionForm.back { return goBack(wording) }
    let fact = FieldID(rawValue: id)
    switch place {
    case .acts: return take(Act(rawValue: id), wording)
    case .ask:
      let tones = tones(for: fact)
      return tones.count > 1
        ? go(to: .tone(fact), wording) : perform(.ask(fact, .clear), wording)
    case .tone(let fact):
      return AskingTone(rawValue: id).map { perform(.ask(fact, $0), wording) } ?? .stays
    case .show: return go(to: .placeOf(fact), wording)
    case .placeOf(let fact): return perform(.show(fact, at: id), wording)
    case .see: return perform(.isSeen(fact), wording)
    case .wait: return go(to: .waitFor(fact), wording)
    case .waitFor(let fact):
      return perform(.wait(fact, for: Actor(rawValue: id)), wording)
    case .advise:
      if let lure = Lure(rawValue: id) { return perform(.lure(lure), wording) }
      return go(to: .who(id), wording)
    case .who(let action):
      return go(to: .placeOfAction(action, Actor(rawValue: id)), wording)
    case .placeOfAction(let action, let who):
      return perform(.advise(action, who: who, place: id), wording)
    case .note(let chosen): return take(noted: id, chosen, wording)
    case .end: return CallEnd(rawValue: id).map { perform(.end($0), wording) } ?? .stays
    case .hint(let tier): return id == "more" ? open(hint: tier + 1, wording) : .stays
    case .points, .talk: return .stays
    case .over: return goOn()
    }
  }

  private mutating func take(_ act: Act?, _ wording: Wording) -> Response {
    switch act {
    case .ask: go(to: .ask, wording)
    case .show: go(to: .show, wording)
    case .see: go(to: .see, wording)
    case .readBack: perform(.readBack, wording)
    case .wait: go(to: .wait, wording)
    case .advise: go(to: .advise, wording)
    case .tellBack: perform(.tellBack, wording)
    case .note: go(to: .note(call.tally.note), wording)
    case .end: go(to: .end, wording)
    case .points: go(to: .points, wording)
    case .talk: go(to: .talk, wording)
    case .hint: open(hint: TrainingAct.hintTiers.lowerBound, wording)
    case .hand: raiseHand(wording)
    case nil: .stays
    }
  }

  private mutating func take(noted id: String, _ chosen: Set<NoteLine>, _ wording: Wording)
    -> Response
  {
    guard let line = NoteLine(rawValue: id) else {
      return id == "done" ? perform(.note(chosen), wording) : .stays
    }
    place = .note(chosen.symmetricDifference([line]))
    reword(wording)
    return .stays
  }
}
