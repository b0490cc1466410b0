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
  /// As the caller has it: *you* in what is sent to them, and *I* in what they ask of others.
  private let wording: Wording

  /// - Parameters:
  ///   - code: What the caller rings back with.
  ///   - wording: In the language of the receiver.
  package init(_ walk: Walk, code: String, _ wording: Wording) {
    self.walk = walk
    self.code = code
    self.wording = wording.toCaller
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

  /// Whom a letter is to: whoever must act first, or the caller, who alone can find out what is not known.
  private var receiver: Actor { first.map { walk.diagnosis.actor(of: $0) } ?? .sender }

  /// The code, whom it is about and one instruction, as it is said to the caller: what they do themselves, or whom they
  /// ask to do it; of an Altinn that has closed that it has, since there is nothing left to do there.
  private var sms: String {
    let alone = sms(of: wording("desk.sms.case", ["code": code]))
    guard let party = wording.party(of: walk) else { return alone }
    let whole = sms(of: wording("desk.sms.about", ["code": code, "party": party]))
    // Nothing is cut: what has no room for whom it is about does without, since the code tells that as well.
    return whole.count > Self.longestSMS ? alone : whole
  }

  private func sms(of begun: String) -> String {
    if let closing = wording.closingInShort(walk) {
      return wording("desk.sms.closed", ["case": begun, "closing": closing])
    }
    guard let first else { return wording("desk.sms.open", ["case": begun]) }
    return wording("desk.sms", ["case": begun, "act": wording.aloud(first, in: walk)])
  }

  /// What is wrong and what to do.
  private var mail: String {
    let end = wording("desk.mail.end", ["code": code])
    let prose: [Prose] =
      subject + wording.about(walk) + ConclusionText(walk, wording, isSent: true).whole
      + [.gap, .paragraph(end)]
    return prose.plain(width: 76)
  }

  /// The same for paper, to whoever must act first: what the caller asks of them, without what an agent or the caller
  /// goes by.
  private var letter: String {
    let to: [Prose] = [.paragraph(head), .gap]
    guard receiver != .sender else { return to.plain(width: 76) + mail }
    let end = wording("desk.letter.end", ["code": code])
    let prose: [Prose] =
      to + subject + ConclusionText(walk, wording, isSent: true).request(to: receiver)
      + [.paragraph(end), .gap, .paragraph(wording("letter.regards"))]
    return prose.plain(width: 76)
  }

  private var subject: [Prose] {
    [.paragraph(wording("desk.mail.subject", ["code": code])), .gap]
  }

  /// Whom a letter is to, as anybody calls them: the party by name or number where it is somebody there.
  private var head: String {
    let who = wording(wording.variant(of: receiver.waitsKey, in: walk))
    let isForOneself = walk.value(.workFor) == WorkFor.own.rawValue
    guard receiver.isOfReportee(isForOneself: isForOneself), walk.reporteeKind == .organisation,
      let name = walk.answer(.reporteeName)?.value, !name.isEmpty
    else { return wording("desk.letter.to", ["who": who]) }
    let party = wording.reportee(walk, named: name)
    return wording("desk.letter.toThere", ["party": party, "who": who])
  }
}
