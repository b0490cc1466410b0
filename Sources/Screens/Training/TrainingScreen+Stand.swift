import Model
import Wording

/// The pages of a call as words, so that whoever leads the class sees the one that stands at the seat.
extension TrainingScreen.Place {
  /// The page, with what it is about between colons.
  var word: String {
    let words: [String] =
      switch self {
      case .acts: ["acts"]
      case .ask: ["ask"]
      case .tone(let fact): ["tone", fact.rawValue]
      case .show: ["show"]
      case .placeOf(let fact): ["placeOf", fact.rawValue]
      case .see: ["see"]
      case .wait: ["wait"]
      case .waitFor(let fact): ["waitFor", fact.rawValue]
      case .advise: ["advise"]
      case .who(let action): ["who", action]
      case .placeOfAction(let action, let actor): ["placeOfAction", action, actor.rawValue]
      case .handOver: ["handOver"]
      case .end: ["end"]
      case .points: ["points"]
      case .talk: ["talk"]
      case .hint(let tier): ["hint", "\(tier)"]
      case .over: ["over"]
      }
    return words.joined(separator: ":")
  }

  /// Reads what ``word`` wrote; `nil` for anything else, and for what there is not in the portal.
  init?(_ word: String, in room: TrainingRoom) {
    let words = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let (first, last) = (words[0], words[words.count - 1])
    let fact = FieldID(rawValue: last)
    let isQuestion = room.knows(.ask(fact, .clear))
    switch (first, words.count) {
    case ("acts", 1): self = .acts
    case ("ask", 1): self = .ask
    case ("tone", 2) where isQuestion: self = .tone(fact)
    case ("show", 1): self = .show
    case ("placeOf", 2) where isQuestion: self = .placeOf(fact)
    case ("see", 1): self = .see
    case ("wait", 1): self = .wait
    case ("waitFor", 2) where isQuestion: self = .waitFor(fact)
    case ("advise", 1): self = .advise
    case ("who", 2) where room.action(last) != nil: self = .who(last)
    case ("placeOfAction", 3) where room.action(words[1]) != nil:
      self = .placeOfAction(words[1], Actor(rawValue: last))
    case ("handOver", _): self = .handOver
    case ("end", _): self = .end
    case ("points", 1): self = .points
    case ("talk", 1): self = .talk
    case ("over", 1): self = .over
    case ("hint", 2):
      guard let tier = Int(last), TrainingAct.hintTiers.contains(tier) else { return nil }
      self = .hint(tier)
    default: return nil
    }
  }
}

extension TrainingScreen {
  /// Where on its page somebody is, with what is chosen on a form; what is typed is nobody else's.
  var stand: String {
    let chosen: [String] =
      switch place {
      case .handOver: handing?.chosen ?? []
      case .end: wrapUp?.chosen ?? []
      default: []
      }
    return ((note.isOpen ? [Self.noting] : []) + [place.word] + chosen).joined(separator: ":")
  }

  /// Stands as ``stand`` says; at the first page for any other word.
  mutating func stand(at word: String, _ wording: Wording) {
    var words = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    note.isOpen = words.first == Self.noting
    if note.isOpen { words.removeFirst() }
    place = Place(words.joined(separator: ":"), in: room) ?? .acts
    fillIn(wording)
    switch place {
    case .handOver: handing?.choose(words.dropFirst())
    case .end: wrapUp?.choose(words.dropFirst())
    default: break
    }
    reword(wording)
  }

  private static let noting = "noting"
}
