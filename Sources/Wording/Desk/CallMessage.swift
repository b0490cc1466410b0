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

  private var first: Action? { walk.repairs.first?.actions.first }

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

  /// The same for paper, to whoever must act.
  private var letter: String {
    let values = ["who": who ?? wording.reportee(walk)]
    return [Prose.paragraph(wording("desk.letter.to", values)), .gap].plain(width: 76) + mail
  }
}
