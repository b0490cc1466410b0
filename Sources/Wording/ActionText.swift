import Model
import SafeText

/// An action as somebody is to do it.
struct ActionText {
  let action: Action
  let walk: Walk
  let wording: Wording
  /// Whether it is told who that is by the register at hand.
  private let showsRegister: Bool

  init(_ action: Action, _ walk: Walk, _ wording: Wording, showsRegister: Bool = false) {
    self.action = action
    self.walk = walk
    self.wording = wording
    self.showsRegister = showsRegister
  }

  var title: String { text(action.titleKey) }

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
    whoAndWhere.map { .paragraph("   " + $0) }
      + text(action.stepsKey).split(separator: "\n").map { .paragraph("   " + $0) }
      + [.paragraph("   " + text(action.effectKey))]
      + [isSure ? said : nil, afterwards].compactMap(\.self)
      .map { .paragraph("   " + $0) }
  }

  /// What the sender says to the person who must act.
  ///
  /// Nothing where the words would ask the sender a favour.
  var tell: String? {
    let isForSender = walk.diagnosis.actor(of: action) == .sender
    guard wording.has(action.tellKey), action.by == .sender || !isForSender else { return nil }
    let reportee = wording.reportee(walk, named: walk.answer(.reporteeName)?.value)
    return wording(
      wording.variant(of: action.tellKey, in: walk),
      [
        "reportee": reportee, "service": wording.service(walk),
        "message": wording.pasted(walk) ?? wording("handOver.none"),
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
  private var afterwards: String? { wording.has(action.afterKey) ? text(action.afterKey) : nil }

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
}
