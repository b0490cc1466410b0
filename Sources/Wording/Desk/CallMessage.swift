package import Model
import SafeText

/// What is sent to whoever called, or to the one who must act, when a call is over.
package struct CallMessage: Sendable {
  package enum Form: String, CaseIterable, Sendable {
    case sms, mail, letter

    package var titleKey: String { "desk.send.\(rawValue)" }
  }

  /// As many characters as two messages of a phone take.
  package static let longestSMS = 320

  private let walk: Walk
  private let code: String
  private let wording: Wording

  /// - Parameters:
  ///   - code: What the caller rings back with.
  ///   - wording: In the language of the receiver.
  package init(_ walk: Walk, code: String, _ wording: Wording) {
    self.walk = walk
    self.code = code
    self.wording = wording
  }

  /// The text, with nothing in it that must not be sent.
  package func text(_ form: Form) -> String {
    let text =
      switch form {
      case .sms: sms
      case .mail: mail
      case .letter: letter
      }
    // It leaves for a clipboard, and from there for somebody else's screen.
    return Sanitiser.text(text)
  }

  /// What is to be done first; nothing where it is only one of several things.
  private var first: Action? {
    let advice = walk.advice
    return advice.actions.first.flatMap { advice.isChoice($0) ? nil : $0 }
  }

  private var who: String? {
    first.map { wording.actor(walk.diagnosis.actor(of: $0), walk) }
  }

  /// The code, one instruction, and who is to do it; of an Altinn that has closed that it has, since there is
  /// nothing left to do there.
  private var sms: String {
    if let closing = wording.closingInShort(walk) {
      let whole = wording("desk.sms.closed", ["code": code, "closing": closing])
      return String(whole.prefix(Self.longestSMS))
    }
    let act = first.map { wording.text($0.titleKey, about: walk) }
    let values = ["code": code, "act": act ?? "", "who": who ?? ""]
    let whole = wording(act == nil ? "desk.sms.open" : "desk.sms", values)
    guard whole.count > Self.longestSMS else { return whole }
    return String(wording("desk.sms.short", values).prefix(Self.longestSMS))
  }

  /// What is wrong and what to do.
  private var mail: String {
    let values = ["code": code]
    let prose: [Prose] =
      [.paragraph(wording("desk.mail.subject", values)), .gap]
      + ConclusionText(walk, wording).whole + [.gap, .paragraph(wording("desk.mail.end", values))]
    return prose.plain(width: 76)
  }

  /// The same for paper, to whoever must act first: what is wrong and what they do, without what an agent or the caller
  /// goes by.
  private var letter: String {
    let actor = walk.advice.actions.first.map { walk.diagnosis.actor(of: $0) }
    let receiver = actor.flatMap { $0 == .sender ? nil : wording.actor($0, walk) }
    let to: [Prose] = [
      .paragraph(wording("desk.letter.to", ["who": receiver ?? wording.reportee(walk)])), .gap,
    ]
    guard let actor else { return to.plain(width: 76) + mail }
    let values = ["code": code]
    var prose = to
    prose += [.paragraph(wording("desk.mail.subject", values)), .gap]
    prose += wording.notice(above: walk) + reasons
    prose += [.gap] + acts(of: actor)
    prose += [.gap, .paragraph(wording("desk.mail.end", values))]
    return prose.plain(width: 76)
  }

  /// Why it is written, in sentences without the numbers of points.
  private var reasons: [Prose] {
    let failing = walk.diagnosis.verdicts.filter { $0.state == .failing }
    let outside = walk.diagnosis.conclusion.causes.filter { $0.point == nil }
    let conclusion = ConclusionText(walk, wording)
    return failing.flatMap { PointsText(walk, wording).reasons($0).map(Prose.paragraph) }
      + outside.flatMap { cause -> [Prose] in
        [.heading(wording(cause.titleKey)), conclusion.about(cause)]
      }
  }

  /// What is to be done: of what the receiver does how, and of all else by whom.
  private func acts(of receiver: Actor) -> [Prose] {
    ConclusionText(walk, wording).listed(as: "conclusion.do") { action in
      let title = wording.text(action.titleKey, about: walk)
      let actor = walk.diagnosis.actor(of: action)
      guard actor == receiver else {
        let who = wording("desk.letter.other", ["who": wording.actor(actor, walk)])
        return (title, [.paragraph("   " + who)])
      }
      let steps = wording.text(action.stepsKey, about: walk).split(separator: "\n")
      let effect = wording.text(action.effectKey, about: walk)
      return (title, (steps.map(String.init) + [effect]).map { .paragraph("   " + $0) })
    }
  }
}
