import Drawing
import Model
import SafeText
import Wording

// The forms that end a call: what their keys are, and the same line by line.

extension WrapUpForm {
  func hints(_ matter: CallMatter) -> [Hint] {
    let wording = matter.wording
    return [
      Hint(key: "Enter", text: closeLabel(matter), press: .enter),
      Hint(key: "1-8", text: wording("desk.hint.result")),
    ] + wording.hints(send == nil ? [.note] : [.copy, .note]) + [
      Hint(key: "Esc", text: wording("desk.hint.call"), press: .escape)
    ]
  }

  func keys(_ matter: CallMatter) -> [OwnKey] {
    let wording = matter.wording
    let confirmed = Confirmation.allCases.map { wording("desk.letter.\($0.rawValue)") }
    let close = matter.isExercise ? "closeCall" : "close"
    let toldBack: [OwnKey] = wasHeard ? [] : [(wording("desk.letter.toldBack"), "toldBack")]
    let keys: [OwnKey] = [
      ("Enter", close), ("1-8", "result"), (confirmed.joined(separator: " "), "confirmed"),
    ]
    let send: [OwnKey] = [("Tab", "send")]
    return keys + toldBack + send
  }

  private func closeLabel(_ matter: CallMatter) -> String {
    matter.wording(matter.isExercise ? "desk.hint.closeCall" : "desk.hint.close")
  }

  /// The same where there is no full screen.
  ///
  /// - Parameter code: How the caller is told the code of the case, where there is one.
  func page(_ head: [Prose], _ matter: CallMatter, _ code: [Prose] = []) -> Page {
    Page(head + prose(matter) + code, options(matter) + [.toCall(matter.wording)])
  }

  /// All that is filled in of how the call ends.
  private func prose(_ matter: CallMatter) -> [Prose] {
    let wording = matter.wording
    let none = wording("desk.wrapUp.none")
    let acts = matter.acts
    let rows: [(title: String, text: String)] = [
      ("result", wording(wrapUp.result.textKey)),
      ("cause", matter.cause ?? none),
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

  private func options(_ matter: CallMatter) -> [ChoiceList.Option] {
    let wording = matter.wording
    let works = wording("desk.wrapUp.confirmed") + ": "
    var options = [ChoiceList.Option(.close, closeLabel(matter))]
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

  /// The same where there is no full screen, or the line of it that is being written anew.
  ///
  /// - Parameter code: How the caller is told the code of the case, where there is one.
  func page(_ head: [Prose], _ matter: CallMatter, _ code: [Prose] = []) -> Page {
    let wording = matter.wording
    if let page = linePage(head, wording) { return page }
    let options = Self.options(matter) + Self.lineOptions(wording)
    return Page(head + prose(wording) + code, options + [.toCall(wording)])
  }

  private func prose(_ wording: Wording) -> [Prose] {
    plain(wording).split(separator: "\n").map { .paragraph(String($0)) }
  }

  private static func options(_ matter: CallMatter) -> [ChoiceList.Option] {
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
