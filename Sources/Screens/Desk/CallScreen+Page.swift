import Drawing
import Model
import SafeText
package import Wording

/// A call where there is no full screen: what is said, and what can be done, by number or in words.
extension CallScreen {
  package func page(_ wording: Wording) -> Page {
    if isNoting {
      return Page(
        title(on: wording),
        [option(.call, wording("desk.plain.call"))],
        writes: .line(wording("desk.plain.note"))
      )
    }
    switch stage {
    case .message where isPasting: return Page([], writes: .text(wording("plain.message")))
    case .answer, .wrapUp, .park, .handOver: return ending(wording)
    case .message, .symptom, .role, .party, .question, .points: return question(wording)
    }
  }

  private func title(on wording: Wording) -> [Prose] {
    [Prose.heading(title(wording).joined(separator: " · "))]
      + (callbackText(wording).map { [.paragraph($0)] } ?? []) + partyProse(wording)
      + othersProse(wording)
  }

  /// - Parameter value: What tells it from others that do the same.
  private func option(
    _ choice: CallChoice,
    of value: String = "",
    _ label: String,
    isSetOff: Bool = false
  ) -> ChoiceList.Option {
    ChoiceList.Option(id: choice.id(value), label: label, isSetOff: isSetOff)
  }

  // MARK: - What is asked

  private func question(_ wording: Wording) -> Page {
    let aloud = spoken(wording)
    let head = title(on: wording)
    switch stage {
    case .message:
      return Page(
        head + said(aloud) + unknown(wording) + [.paragraph(wording("desk.never"))],
        rows(wording).map { option(.hear, of: $0, wording.callerMessage($0)) }
          + [
            option(.noMessage, noneLabel(wording)),
            option(.paste, wording("desk.plain.paste")),
          ] + leaving(wording),
        writes: .line(wording("desk.plain.message"))
      )
    case .points:
      let points = walk.diagnosis.verdicts.map {
        option(
          .point,
          of: "\($0.number)",
          wording($0.point.titleKey) + ": " + wording($0.state.textKey)
        )
      }
      return Page(
        head + [.paragraph(wording("desk.points"))],
        points + [option(.call, wording("desk.plain.call"))]
      )
    default:
      guard let text = spokenText(aloud) else { return Page(head, leaving(wording)) }
      return Page(
        head + said(aloud) + (stage == .symptom ? unknown(wording) : [])
          + (unsureStep == nil ? [] : steps(text)),
        answers(text, wording) + [option(.points, wording("key.overview"))] + leaving(wording),
        writes: writes(wording).map { .line($0) }
      )
    }
  }

  private func said(_ aloud: Wording) -> [Prose] {
    spokenText(aloud).map { [.paragraph(aloud("desk.say") + " " + $0.say)] } ?? []
  }

  private func unknown(_ wording: Wording) -> [Prose] {
    unknownText(wording).map { [.paragraph($0)] } ?? []
  }

  /// How the caller finds out, and who else can know.
  func steps(_ text: SpokenText) -> [Prose] {
    text.unsure.enumerated().map { .numbered($0 + 1, $1) } + [.paragraph(text.whoKnows)]
  }

  /// What may be written of what is asked; `nil` where it is only chosen.
  private func writes(_ wording: Wording) -> String? {
    guard editor != nil else { return nil }
    return wording(stage == .party ? "desk.plain.party" : "desk.plain.search")
  }

  private func answers(_ text: SpokenText, _ wording: Wording) -> [ChoiceList.Option] {
    guard let editor, let asked else { return heard(text, wording) }
    let unknown = option(.answer, of: Fact.unknown, wording("answer.unknown"))
    if case .search(let table) = asked.input {
      let found = wording.answers(
        matching: query.text,
        in: table,
        to: asked.id,
        about: walk,
        most: Commonest.rows
      )
      return found.map { option(.answer, of: $0.id, $0.label) }
    }
    let units = editor.found.map {
      option(.party, of: $0.number.number, "\($0.number.formatted) \($0.name)")
    }
    let typed = editor.given.flatMap { $0.isEmpty || editor.problem != nil ? nil : $0 }
    return units
      + (typed.map { [option(.typed, wording("register.asTyped", ["text": $0]))] } ?? [])
      + [unknown]
  }

  private func heard(_ text: SpokenText, _ wording: Wording) -> [ChoiceList.Option] {
    text.heard.map { heard in
      let words = heard.phrases.map { spoken(wording).quoted($0) }.joined(separator: ", ")
      let name =
        switch stage {
        case .role where heard.value != Fact.unknown:
          wording(CallerRole(rawValue: heard.value)?.textKey ?? "answer.unknown")
        default: wording.option(heard.value, of: text.field.id, in: walk)
        }
      return ChoiceList.Option(id: CallChoice.answer.id(heard.value), label: name, detail: words)
    }
  }

  private func leaving(_ wording: Wording) -> [ChoiceList.Option] {
    [
      option(.note, wording("key.note"), isSetOff: true), option(.hold, wording("key.hold")),
      option(.park, wording("key.park")), option(.handOver, wording("key.handOver")),
      option(.end, wording("key.end")), option(.similar, wording("key.similar")),
    ]
  }

  // MARK: - What ends the talk

  private func ending(_ wording: Wording) -> Page {
    let aloud = spoken(wording)
    let code = code.map { [Prose.paragraph(aloud("desk.say") + " " + aloud.aloud($0))] } ?? []
    let head = title(on: wording)
    let back = option(.call, wording("desk.plain.call"))
    switch stage {
    case .wrapUp:
      let chosen = wrapUp?.wrapUp
      let result = chosen.map { wording($0.result.textKey) } ?? ""
      let confirmed = chosen.map { wording($0.confirmed.textKey) } ?? ""
      return Page(
        head + [
          .paragraph(wording("desk.wrapUp.result") + ": " + result),
          .paragraph(wording("desk.wrapUp.confirmed") + ": " + confirmed),
        ] + code,
        [option(.close, wording("desk.hint.close"))]
          + DeskResult.allCases.map { option(.result, of: "\($0.rawValue)", wording($0.textKey)) }
          + Confirmation.allCases.map {
            option(
              .confirm,
              of: $0.rawValue,
              wording("desk.wrapUp.confirmed") + ": " + wording($0.textKey)
            )
          } + [back]
      )
    case .park:
      let until = parking?.promise.due.map { wording.short($0) } ?? "–"
      let actors = ParkForm.actors(walk).map {
        option(
          .waits,
          of: $0?.rawValue ?? "",
          $0.map { wording($0.waitsKey) } ?? wording("desk.park.nobody")
        )
      }
      return Page(
        head + [
          .paragraph(wording("desk.park.title")),
          .paragraph(wording("desk.plain.until", ["day": until])),
        ] + code,
        actors + [
          option(.later, wording("desk.plain.later"), isSetOff: true),
          option(.sooner, wording("desk.plain.sooner")), back,
        ]
      )
    case .handOver:
      let lines = (handing?.plain(wording) ?? "").split(separator: "\n").map {
        Prose.paragraph(String($0))
      }
      let colleagues = around.colleagues.map {
        option(
          .give,
          of: "\($0.agent.rawValue)",
          wording("desk.handOver.to.colleague", ["login": $0.login])
        )
      }
      return Page(
        head + lines + code,
        [
          option(.giveSecond, wording("desk.handOver.to.second")),
          option(.giveFree, wording("desk.handOver.to.free")),
        ] + colleagues + [back]
      )
    default:
      let conclusion = aloud.spokenConclusion(walk) ?? aloud.quoted(aloud("desk.nothingYet"))
      return Page(
        head + [.paragraph(aloud("desk.say") + " " + conclusion), .gap] + answerProse(wording),
        (walk.planned == nil ? [] : [option(.next, wording("button.checkRest"))])
          + [option(.points, wording("key.overview"))] + leaving(wording)
      )
    }
  }
}
