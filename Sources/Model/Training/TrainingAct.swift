/// How a question is put.
package enum AskingTone: String, CaseIterable, Sendable {
  /// As the desk says it.
  case clear
  /// In words of the trade.
  case jargon
  /// As if the caller were to blame.
  case blaming
}

/// Advice that a support desk must not give; each is offered among the others.
package enum Lure: String, CaseIterable, Sendable {
  /// Send once more with nothing changed.
  case retry
  /// Read the password out.
  case readPassword
  /// Type the password of MinID in the program.
  case minIDPassword
  /// Give all roles there are.
  case allRoles
  /// Promise to do for them what only they can do.
  case promise

  /// Whether nobody passes who has said it.
  package var isGrave: Bool { self != .allRoles }
}

/// How a call ends.
package enum CallEnd: String, CaseIterable, Sendable {
  case solved, waiting, passedOn, unsolved
}

/// What a case can carry when a call is over.
package enum NoteLine: String, CaseIterable, Sendable {
  case message, cause, who, followUp, answered
  /// What the caller said, in their own words.
  case words
  /// That the cause is confirmed, as nobody may say who has not seen it.
  case confirmed
  /// That somebody has seen it work, as nobody may say of what the caller has only told.
  case works
  case identity

  /// Points for it as a part of the note; the caller's words count as talk, and how sure one is with the cause.
  var points: Int {
    switch self {
    case .message, .cause, .who, .followUp, .answered: 2
    case .words, .confirmed, .works: 0
    case .identity: -2
    }
  }

  /// Whether it belongs there, however the call went.
  package var belongs: Bool { points > 0 || self == .words }
  /// Whether nobody passes who writes it.
  package var isGrave: Bool { self == .identity }
}

/// One thing a trainee does in a call.
package enum TrainingAct: Hashable, Sendable {
  case ask(FieldID, AskingTone)
  /// Shows where a fact is seen: the name of a menu path.
  case show(FieldID, at: String)
  /// Asks whether the caller sees it on the screen now; once it works, of the message whether the receipt is seen.
  case isSeen(FieldID)
  /// Reads the number back in groups.
  case readBack
  /// Waits until somebody else has been asked for a fact.
  case wait(FieldID, for: Actor)
  /// Has somebody do an action somewhere.
  case advise(String, who: Actor, place: String)
  case lure(Lure)
  /// Lets the caller say what they will do now.
  case tellBack
  /// Writes a note while the call goes on: that there is one, and what must not stand in it, but no word of it.
  case jot(Set<NoteLine>)
  /// Leaves a case that carries so much for whoever has it next.
  case note(Set<NoteLine>)
  case end(CallEnd)
  /// Nothing that the trainee does: something happens, as whoever leads a class lets it.
  case event(Happening)
  /// Looks at a hint, which tells so much (``hintTiers``); the caller hears nothing of it.
  case hint(Int)

  /// How much a hint can tell: what is lacking, what it is about, and the very next step.
  package static let hintTiers = 1...3

  /// Whether it happens to the trainee.
  package var isGiven: Bool { if case .event = self { true } else { false } }
  /// How much a hint tells; `nil` for what is none.
  var hintTier: Int? { if case .hint(let tier) = self { tier } else { nil } }
  /// Whether it tells the very next step.
  var tellsStep: Bool { hintTier == Self.hintTiers.upperBound }
  /// Whether it is a step of the trainee's in the call.
  package var isOwn: Bool {
    switch self {
    case .event, .hint: false
    default: true
    }
  }

  /// Whether it is the same step as another, however it is asked or written, with whomever and wherever.
  func isSameStep(as other: TrainingAct) -> Bool {
    switch (self, other) {
    case (.ask(let fact, _), .ask(let another, _)), (.show(let fact, _), .show(let another, _)),
      (.wait(let fact, _), .wait(let another, _)):
      fact == another
    case (.advise(let action, _, _), .advise(let another, _, _)): action == another
    case (.jot, .jot), (.note, .note), (.end, .end): true
    default: self == other
    }
  }
}

// MARK: - In a file

extension TrainingAct: CustomStringConvertible {
  /// The act as a word with its arguments between colons, without blanks.
  package var description: String {
    let words: [String] =
      switch self {
      case .ask(let fact, let tone): ["ask", fact.rawValue, tone.rawValue]
      case .show(let fact, let place): ["show", fact.rawValue, place]
      case .isSeen(let fact): ["seen", fact.rawValue]
      case .readBack: ["readBack"]
      case .wait(let fact, let actor): ["wait", fact.rawValue, actor.rawValue]
      case .advise(let action, let who, let place): ["advise", action, who.rawValue, place]
      case .lure(let lure): ["lure", lure.rawValue]
      case .tellBack: ["tellBack"]
      case .jot(let lines): ["jot"] + lines.map(\.rawValue).sorted()
      case .note(let lines): ["note"] + lines.map(\.rawValue).sorted()
      case .end(let end): ["end", end.rawValue]
      case .event(let happening): ["event", happening.description]
      case .hint(let tier): ["hint", "\(tier)"]
      }
    return words.joined(separator: ":")
  }

  /// Reads what ``description`` wrote; `nil` for anything else.
  package init?(_ text: String) {
    let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let fact = FieldID(rawValue: words.count > 1 ? words[1] : "")
    let last = words.last ?? ""
    switch (words.first, words.count) {
    case ("ask", 3):
      guard let tone = AskingTone(rawValue: last) else { return nil }
      self = .ask(fact, tone)
    case ("show", 3): self = .show(fact, at: last)
    case ("seen", 2): self = .isSeen(fact)
    case ("readBack", 1): self = .readBack
    case ("wait", 3): self = .wait(fact, for: Actor(rawValue: last))
    case ("advise", 4): self = .advise(words[1], who: Actor(rawValue: words[2]), place: last)
    case ("lure", 2):
      guard let lure = Lure(rawValue: last) else { return nil }
      self = .lure(lure)
    case ("tellBack", 1): self = .tellBack
    case ("jot", _), ("note", _):
      let lines = words.dropFirst().map(NoteLine.init(rawValue:))
      guard lines.allSatisfy({ $0 != nil }) else { return nil }
      let written = Set(lines.compactMap(\.self))
      self = words[0] == "jot" ? .jot(written) : .note(written)
    case ("end", 2):
      guard let end = CallEnd(rawValue: last) else { return nil }
      self = .end(end)
    case ("event", _):
      guard let happening = Happening(words.dropFirst()) else { return nil }
      self = .event(happening)
    case ("hint", 2):
      guard let tier = Int(last), Self.hintTiers.contains(tier) else { return nil }
      self = .hint(tier)
    default: return nil
    }
  }

  /// Reads some; `nil` where one is none.
  static func list(_ words: some Sequence<String>) -> [TrainingAct]? {
    let acts = words.map(TrainingAct.init)
    return acts.contains(nil) ? nil : acts.compactMap(\.self)
  }
}
