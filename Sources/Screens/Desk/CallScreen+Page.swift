import Drawing
import Model
import SafeText
package import Wording

/// A call where there is no full screen: what is said, and what can be done, by number.
extension CallScreen {
  private static let noMessage = "noMessage"
  private static let next = "next"
  private static let end = "end"
  private static let hold = "hold"
  private static let close = "close"

  package func page(_ wording: Wording) -> Page {
    let aloud = spoken(wording)
    let head =
      [Prose.heading(title(wording).joined(separator: " · "))]
      + (callbackText(wording).map { [.paragraph($0)] } ?? []) + partyProse(wording)
    switch stage {
    case .message:
      var options = rows(wording).map {
        ChoiceList.Option(id: $0, label: wording.callerMessage($0))
      }
      options.append(ChoiceList.Option(id: Self.noMessage, label: wording("desk.noMessage")))
      return Page(
        head + said(aloud) + [.paragraph(wording("desk.never"))],
        options + leaving(wording)
      )
    case .answer:
      return Page(
        head + [.paragraph(aloud.spokenConclusion(walk) ?? aloud("desk.nothingYet")), .gap]
          + answerProse(wording),
        next(wording) + leaving(wording)
      )
    case .wrapUp:
      let results = DeskResult.allCases.map { result in
        ChoiceList.Option(id: "result.\(result.rawValue)", label: wording(result.textKey))
      }
      let chosen = wrapUp.map { wording($0.wrapUp.result.textKey) } ?? ""
      return Page(
        head + [.paragraph(wording("desk.wrapUp.result") + ": " + chosen)],
        [.init(id: Self.close, label: wording("desk.hint.close"))] + results
      )
    default:
      guard let asked else { return Page(head, leaving(wording)) }
      let spoken = SpokenText(asked, aloud)
      return Page(
        head + said(aloud) + (unsureStep == nil ? [] : steps(spoken)),
        options(spoken, wording) + leaving(wording)
      )
    }
  }

  private func said(_ aloud: Wording) -> [Prose] {
    asked.map { [.paragraph(aloud("desk.say") + " " + SpokenText($0, aloud).say)] } ?? []
  }

  private func steps(_ spoken: SpokenText) -> [Prose] {
    spoken.unsure.enumerated().map { .numbered($0 + 1, $1) } + [.paragraph(spoken.whoKnows)]
  }

  private func options(_ spoken: SpokenText, _ wording: Wording) -> [ChoiceList.Option] {
    spoken.heard.map { heard in
      let words = heard.phrases.map { wording.quoted($0) }.joined(separator: ", ")
      let name =
        switch stage {
        case .role where heard.value != Fact.unknown:
          wording(CallerRole(rawValue: heard.value)?.textKey ?? "answer.unknown")
        default: wording.option(heard.value, of: spoken.field.id, in: walk)
        }
      return ChoiceList.Option(id: "value.\(heard.value)", label: name, detail: words)
    }
  }

  private func next(_ wording: Wording) -> [ChoiceList.Option] {
    guard walk.planned != nil else { return [] }
    return [ChoiceList.Option(id: Self.next, label: wording("button.checkRest"))]
  }

  private func leaving(_ wording: Wording) -> [ChoiceList.Option] {
    [
      .init(id: Self.hold, label: wording("key.hold"), isSetOff: true),
      .init(id: Self.end, label: wording("key.end")),
    ]
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    switch id {
    case Self.noMessage: return handle(.character("0"), wording: wording)
    case Self.next: return handle(.enter, wording: wording)
    case Self.end: return run(.end, wording: wording)
    case Self.hold: return run(.hold, wording: wording)
    case Self.close: return handle(.enter, wording: wording)
    case _ where id.hasPrefix("result."):
      return handle(.character(id.last ?? "0"), wording: wording)
    case _ where id.hasPrefix("value."): return answer(String(id.dropFirst(6)), wording)
    default: return stage == .message ? hear(id, wording) : .stays
    }
  }
}
