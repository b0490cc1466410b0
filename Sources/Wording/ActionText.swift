import Model
import SafeText

/// An action as somebody is to do it.
struct ActionText {
  let action: Action
  let walk: Walk
  let wording: Wording

  init(_ action: Action, _ walk: Walk, _ wording: Wording) {
    self.action = action
    self.walk = walk
    self.wording = wording
  }

  var title: String { text(action.titleKey) }

  /// A line that names who does it.
  var who: String { wording("conclusion.who", ["who": actor]) }

  /// What is done, by whom and where, in one line.
  var line: String {
    wording("conclusion.other", ["act": title, "who": actor, "path": path])
  }

  /// Who does it, where, how, and what to say to them.
  var prose: [Prose] {
    [.paragraph(who), .paragraph(wording("conclusion.where", ["path": path]))]
      + text(action.stepsKey).split(separator: "\n").map { .paragraph("   " + $0) }
      + [.paragraph(text(action.effectKey))] + (tell.map { [.paragraph($0)] } ?? [])
  }

  /// What the sender says to the person who must act; for what the sender does alone, what to look
  /// after when it is done.
  ///
  /// Nothing where the words would ask the sender a favour.
  var tell: String? {
    let isForSender = walk.diagnosis.actor(of: action) == .sender
    guard action.by == .sender || !isForSender else { return nil }
    let reportee = wording.reportee(walk, named: walk.answer("reportee.name")?.value)
    let words = wording(
      action.tellKey,
      ["reportee": reportee, "service": wording.service(walk)]
    )
    return isForSender ? words : wording("conclusion.say", ["words": words])
  }

  private var actor: String { wording.actor(walk.diagnosis.actor(of: action), walk) }

  private var path: String {
    wording.path(walk.diagnosis.menuPath(of: action), of: walk.flow.edition)
  }

  private func text(_ key: String) -> String { wording.text(key, about: walk) }
}
