import Drawing
import Model
import SafeText
import Wording

// The forms that end a call: what their keys are, and the same line by line.

/// A key of a page, and the name of the text that tells what it does there.
typealias OwnKey = (key: String, text: String)

extension ChoiceList.Option {
  /// - Parameter value: What tells it from others that do the same.
  init(
    _ choice: CallChoice,
    of value: String = "",
    _ label: String,
    isSetOff: Bool = false
  ) {
    self.init(id: choice.id(value), label: label, isSetOff: isSetOff)
  }

  /// A day sooner or later for what is waited for.
  static func moving(_ wording: Wording, isSetOff: Bool = false) -> [ChoiceList.Option] {
    [
      Self(.later, wording("desk.plain.later"), isSetOff: isSetOff),
      Self(.sooner, wording("desk.plain.sooner")),
    ]
  }
}

extension CallChoice {
  /// The key that does the same on a form; `nil` where none does.
  func key(_ value: String, _ wording: Wording) -> Key? {
    switch self {
    case .close: .enter
    case .later: .right
    case .sooner: .left
    case .result: value.first.map { .character($0) }
    case .confirm: wording("desk.letter.\(value)").first.map { .character($0) }
    case .toldBack: wording("desk.letter.toldBack").first.map { .character($0) }
    case .flag: .character("!")
    default: nil
    }
  }

  /// Whom a case is given to by it; `nil` where it gives none.
  func recipient(_ value: String) -> Recipient? {
    switch self {
    case .give: UInt32(value).map { .colleague(AgentID(rawValue: $0)) }
    case .giveSecond: .second
    case .giveFree: .free
    default: nil
    }
  }
}

extension WrapUpForm {
  func hints(_ matter: CallMatter) -> [Hint] {
    let wording = matter.wording
    let close = wording(matter.isExercise ? "desk.hint.closeCall" : "desk.hint.close")
    return [
      Hint(key: "Enter", text: close, press: .enter),
      Hint(key: "1-8", text: wording("desk.hint.result")),
    ] + wording.hints(send == nil ? [.note] : [.copy, .note]) + [
      Hint(key: "Esc", text: wording("desk.hint.call"), press: .escape)
    ]
  }

  func keys(_ matter: CallMatter) -> [OwnKey] {
    let wording = matter.wording
    let confirmed = Confirmation.allCases.map { wording("desk.letter.\($0.rawValue)") }
    let close = matter.isExercise ? "closeCall" : "close"
    let flag: [OwnKey] = matter.isExercise ? [] : [("!", "flag")]
    let toldBack: [OwnKey] = wasHeard ? [] : [(wording("desk.letter.toldBack"), "toldBack")]
    let keys: [OwnKey] = [
      ("Enter", close), ("1-8", "result"), (confirmed.joined(separator: " "), "confirmed"),
    ]
    let send: [OwnKey] = [("Tab", "send")]
    return keys + toldBack + flag + send
  }

  /// All that is filled in of how the call ends.
  func prose(_ matter: CallMatter) -> [Prose] {
    let (walk, wording) = (matter.walk, matter.wording)
    let none = wording("desk.wrapUp.none")
    let acts = wording.callActs(walk)
    let rows: [(title: String, text: String)] = [
      ("result", wording(wrapUp.result.textKey)),
      ("cause", wording.callCause(walk) ?? none),
      ("act", acts.isEmpty ? none : acts.joined(separator: ". ")),
      ("confirmed", wording(wrapUp.confirmed.textKey)),
      ("followUp", wording.text(wrapUp.promise)),
      ("last", isToldBack ? wording("desk.wrapUp.toldBack") : ""),
      ("flag", wrapUp.flag.map { wording($0.textKey) } ?? ""),
    ]
    let prose = rows.filter { !$0.text.isEmpty }.map { row in
      Prose.paragraph(wording("desk.wrapUp.\(row.title)") + ": " + row.text)
    }
    guard let number = matter.number, let send else { return prose }
    let values = ["number": "\(number.rawValue)", "form": send.rawValue]
    return prose + [.paragraph(wording("desk.plain.send", values))]
  }

  func options(_ matter: CallMatter) -> [ChoiceList.Option] {
    let wording = matter.wording
    let close = wording(matter.isExercise ? "desk.hint.closeCall" : "desk.hint.close")
    let works = wording("desk.wrapUp.confirmed") + ": "
    var options = [ChoiceList.Option(.close, close)]
    options += DeskResult.allCases.map { result in
      ChoiceList.Option(.result, of: "\(result.rawValue)", wording(result.textKey))
    }
    options += Confirmation.allCases.map { confirmation in
      ChoiceList.Option(.confirm, of: confirmation.rawValue, works + wording(confirmation.textKey))
    }
    if !wasHeard { options.append(ChoiceList.Option(.toldBack, wording("desk.key.toldBack"))) }
    // From an exercise nobody is told what is wrong.
    if !matter.isExercise {
      options.append(ChoiceList.Option(.flag, wording("desk.key.flag")))
    }
    return options + (wrapUp.result.waits ? ChoiceList.Option.moving(wording) : [])
  }

  /// What is sent when the call is over; `nil` where nothing is.
  func message(_ matter: CallMatter) -> String? {
    send.map { CallMessage(matter.walk, code: matter.code, matter.aloud).text($0) }
  }
}

extension HandOverForm {
  func hints(_ matter: CallMatter) -> [Hint] {
    let wording = matter.wording
    return [
      Hint(key: "Enter", text: wording("desk.hint.give"), press: .enter),
      Hint(key: "Tab", text: wording("desk.hint.line"), press: .tab),
    ] + hints(matter.colleagues, wording) + [
      Hint(key: "Esc", text: wording("desk.hint.call"), press: .escape)
    ]
  }

  func keys(_ matter: CallMatter) -> [OwnKey] {
    let digits = matter.colleagues.isEmpty ? "1 2" : "1 2 3"
    let keys: [OwnKey] = [("Enter", "give"), (digits, "recipient"), ("Tab", "line")]
    // In a line that is written a digit is a sign like any other.
    return keys.filter { !isTyping || $0.text != "recipient" }
  }

  func prose(_ wording: Wording) -> [Prose] {
    plain(wording).split(separator: "\n").map { .paragraph(String($0)) }
  }

  static func options(_ matter: CallMatter) -> [ChoiceList.Option] {
    let wording = matter.wording
    let colleagues = matter.colleagues.map { colleague in
      ChoiceList.Option(
        .give,
        of: "\(colleague.agent.rawValue)",
        wording("desk.handOver.to.colleague", ["login": colleague.login])
      )
    }
    return [
      ChoiceList.Option(.giveSecond, wording("desk.handOver.to.second")),
      ChoiceList.Option(.giveFree, wording("desk.handOver.to.free")),
    ] + colleagues
  }
}
