import Model
import SafeText

/// An action as somebody is to do it.
struct ActionText {
  let action: Action
  let walk: Walk
  let wording: Wording
  /// Whether it is told who that is by the register at hand.
  private let showsRegister: Bool
  /// Whether it is sent to somebody, who reads of what others do as such.
  private let isSent: Bool

  init(
    _ action: Action,
    _ walk: Walk,
    _ wording: Wording,
    showsRegister: Bool = false,
    isSent: Bool = false
  ) {
    self.action = action
    self.walk = walk
    self.wording = wording
    self.showsRegister = showsRegister
    self.isSent = isSent
  }

  /// What is done; where it is sent, whom to ask for what the reader does not do.
  var title: String {
    guard isForOthers else { return text(action.titleKey) }
    let asked = wording.aloud(action, in: walk)
    return asked.last == "." ? String(asked.dropLast()) : asked
  }

  private var isForOthers: Bool { isSent && beginner != .sender }

  /// A line that names who does it: where the vendor or the agency is to mend it, whoever turns to them.
  var who: String { wording("conclusion.who", ["who": wording.named(beginner, walk)]) }

  /// A line that names where it is done; nothing where that is the very one who is turned to.
  var place: String? {
    let actor = wording.actor(walk.diagnosis.actor(of: action), walk)
    return path.lowercased() == actor.lowercased()
      ? nil : wording("conclusion.where", ["path": path])
  }

  /// Who that is by the register at hand.
  var registered: String? {
    showsRegister ? wording.registered(beginner, walk) : nil
  }

  var whoAndWhere: [String] { [who] + [registered, place].compactMap(\.self) }

  /// What is done, by whom and where, in one line.
  var line: String { ([title + "."] + whoAndWhere).joined(separator: " ") }

  /// Who does it, where, how, and what to say to them.
  ///
  /// - Parameter isSure: Whether it is known to be needed; of what only may be nobody else is told.
  func prose(isSure: Bool) -> [Prose] {
    let told = isSure ? said : nil
    if isForOthers {
      let toReader = whoAndWhere + [toDoer(action.effectKey)] + [told].compactMap(\.self)
      let toThem = [wording("conclusion.forDoer")] + stepsForDoer + [afterwards].compactMap(\.self)
      return (toReader + toThem).map { .paragraph("   " + $0) }
    }
    let steps = toDoer(action.stepsKey).split(separator: "\n").map(String.init)
    let how = steps + [toDoer(action.effectKey)]
    // In a call *you* would be the agent, so all that is said to whoever does it stands below that it is.
    let rest =
      wording.isToAgent(walk)
      ? [wording("desk.saidSo")] + how + [afterwards, told].compactMap(\.self)
      : how + [told, afterwards].compactMap(\.self)
    return (whoAndWhere + rest).map { .paragraph("   " + $0) }
  }

  /// What the sender says to the person who must act.
  ///
  /// Nothing where the words would ask the sender a favour.
  var tell: String? {
    let isForSender = walk.diagnosis.actor(of: action) == .sender
    guard wording.has(action.tellKey), action.by == .sender || !isForSender else { return nil }
    let reportee = wording.reportee(walk, named: walk.answer(.reporteeName)?.value)
    return wording(
      wording.variant(of: wording.unnamed(action.tellKey, in: walk), in: walk),
      [
        "reportee": reportee, "service": wording.service(walk),
        "message": wording.told(messageOf: walk), "likely": wording.hedge(in: walk.diagnosis),
      ]
    )
  }

  /// The same as one reads it: with whom it is said to where that is another than who begins.
  private var said: String? {
    tell.map { words in
      hearer == beginner
        ? wording("conclusion.say", ["words": words])
        : wording("conclusion.sayTo", ["words": words, "who": listener])
    }
  }

  /// What whoever does it is asked for, in the words that are said to them, and how it is done; to those whom somebody
  /// turns to nobody says how.
  func asked(of receiver: Actor) -> [Prose] {
    let words = (hearer == receiver ? tell : nil) ?? (text(action.titleKey) + ".")
    guard !Actor.turnedTo.contains(receiver) else { return [.paragraph(words)] }
    let head = [words] + [place].compactMap(\.self) + [wording("letter.how.register")]
    return (head + stepsForDoer).map { .paragraph($0) }
  }

  /// How it is done, as whoever does it reads it, who is not the one who sends.
  private var stepsForDoer: [String] {
    let own = wording.variant(of: action.doerStepsKey, in: walk)
    let key = wording.has(own) ? own : wording.variant(of: action.stepsKey, in: walk)
    let party = LetterParty(walk, named: walk.answer(.reporteeName)?.value, wording)
    let values = ["reportee": party.values["whom"] ?? "", "service": wording.service(walk)]
    return wording(key, values).split(separator: "\n").map(String.init)
  }

  /// Whom those words are said to: the one who must act beside a sender who begins, and the vendor or the agency that
  /// somebody turns to.
  var hearer: Actor {
    if action.by == .sender { return action.alsoBy ?? .sender }
    return action.alsoBy.flatMap { Actor.turnedTo.contains($0) ? $0 : nil }
      ?? walk.diagnosis.actor(of: action)
  }

  /// The same, as people call them.
  var listener: String { wording.named(hearer, walk) }

  /// What to look after when it is done.
  private var afterwards: String? { wording.has(action.afterKey) ? toDoer(action.afterKey) : nil }

  /// Who must do something first.
  private var beginner: Actor {
    let actor = walk.diagnosis.actor(of: action)
    guard Actor.turnedTo.contains(actor) else { return actor }
    return action.alsoBy.flatMap { Actor.turnedTo.contains($0) ? nil : $0 } ?? .sender
  }

  private var path: String {
    wording.path(walk.diagnosis.menuPath(of: action), of: walk.flow.edition)
  }

  private func text(_ key: String) -> String { wording.text(key, about: walk) }

  /// What whoever does it is told, who is no agent in a call.
  private func toDoer(_ key: String) -> String { wording.toCaller.text(key, about: walk) }
}
