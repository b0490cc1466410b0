import Drawing
import Model
package import Wording

extension TrainingScreen {
  /// What the first page of a call offers, in this order.
  enum Act: String, CaseIterable {
    case ask, show, see, readBack, wait, advise, tellBack, handOver, end
    case points, talk, note, hint, hand

    /// The key of what has no digit.
    var letter: Character? {
      switch self {
      case .points: "p"
      case .talk: "s"
      case .note: "n"
      case .hint: "h"
      case .hand: "r"
      default: nil
      }
    }

    /// Letters that choose nothing else in training.
    static let letters = Set(allCases.compactMap(\.letter))
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    problem = nil
    let response = choose(id, wording)
    return standing(response, at: stand)
  }

  private mutating func choose(_ id: String, _ wording: Wording) -> Response {
    if id == QuestionForm.back { return goBack(wording) }
    if isForm { return take(inForm: id, wording) }
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
    case .hint(let tier): return id == "more" ? open(hint: tier + 1, wording) : .stays
    case .points, .talk, .handOver, .end: return .stays
    case .over: return goOn()
    }
  }

  /// Takes what stands on a form where there is no full screen.
  private mutating func take(inForm id: String, _ wording: Wording) -> Response {
    guard let (choice, value) = CallChoice.read(id) else { return .stays }
    switch choice {
    case .call: return goBack(wording)
    case .line:
      handing?.rewrite(value)
      return .stays
    default: break
    }
    if let recipient = choice.recipient(value) {
      handing?.give(to: recipient)
      return press(.enter, wording)
    }
    var response = Response.stays
    for key in choice.keys(value, wording) { response = press(key, wording) }
    return response
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
    case .handOver: go(to: .handOver, wording)
    case .end: go(to: .end, wording)
    case .note: openNote()
    case .points: go(to: .points, wording)
    case .talk: go(to: .talk, wording)
    case .hint: open(hint: TrainingAct.hintTiers.lowerBound, wording)
    case .hand: raiseHand(wording)
    case nil: .stays
    }
  }

  // MARK: - Commands, and what is written

  package mutating func run(_ command: Command, wording: Wording) -> Response {
    guard place != .over else { return .ignored }
    problem = nil
    let response: Response
    switch command {
    case .overview: response = place == .points ? goBack(wording) : lead(to: .points, wording)
    case .note: response = note.isOpen ? goBack(wording) : openNote()
    case .handOver where place != .handOver: response = lead(to: .handOver, wording)
    case .end where place != .end: response = lead(to: .end, wording)
    default: return .ignored
    }
    return standing(response, at: stand)
  }

  /// Goes to a page that one comes back from to where one was.
  private mutating func lead(to new: Place, _ wording: Wording) -> Response {
    if ![.points, .handOver, .end].contains(place) { origin = place }
    return go(to: new, wording)
  }

  package mutating func paste(_ text: String, wording: Wording) -> Response {
    problem = nil
    if note.isOpen {
      note.paste(text, wording)
    } else if place == .handOver {
      handing?.paste(text) { wording.content.kept($0, in: nil) }
    }
    return .stays
  }

  package mutating func write(_ line: String, wording: Wording) -> Response {
    problem = nil
    if note.isOpen {
      note.write(line, wording)
      return handle(.enter, wording: wording)
    }
    if place == .handOver { handing?.write(line, wording) }
    return .stays
  }
}
