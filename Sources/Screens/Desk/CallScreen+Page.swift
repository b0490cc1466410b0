import Drawing
import Model
import SafeText
package import Wording

/// A call where there is no full screen: what is said, and what can be done, by number or in words.
extension CallScreen {
  private typealias Option = ChoiceList.Option

  package func page(_ wording: Wording) -> Page {
    if note.isOpen { return NoteForm.page(title(on: wording), wording) }
    if isFlagging { return flagPage(title(on: wording), wording) }
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

  // MARK: - What is asked

  private func question(_ wording: Wording) -> Page {
    let aloud = spoken(wording)
    let head = title(on: wording)
    switch stage {
    case .message:
      return Page(
        head + said(aloud) + unknown(wording) + [.paragraph(wording("desk.never"))],
        rows(wording).map { Option(.hear, of: $0, aloud.callerMessage($0)) }
          + [
            Option(.noMessage, noneLabel(wording)),
            Option(.paste, wording("desk.plain.paste")),
          ] + leaving(wording),
        writes: .line(wording("desk.plain.message"))
      )
    case .points where openPoint != nil:
      let rows = openRows(wording).enumerated().map { Option(.row, of: "\($0)", $1.text) }
      return Page(head + [.paragraph(wording("desk.pointOpen"))], rows + [.toCall(wording)])
    case .points:
      let points = walk.diagnosis.verdicts.map {
        Option(
          .point,
          of: "\($0.number)",
          wording($0.point.shortKey) + ": " + wording.state(of: $0, in: walk.diagnosis)
        )
      }
      let all = answeredInCall.isEmpty ? [] : [Option(.point, of: "0", wording("desk.allAnswered"))]
      return Page(
        head + [.paragraph(wording("desk.points"))],
        points + all + [.toCall(wording)]
      )
    default:
      guard let text = spokenText(aloud) else { return Page(head, leaving(wording)) }
      return Page(
        head + said(aloud) + (stage == .symptom ? unknown(wording) : [])
          + (sees ? [.paragraph(wording("desk.looks"))] : [])
          + (unsureStep == nil ? [] : steps(text)),
        answers(text, wording) + [Option(.points, wording("key.overview"))] + leaving(wording),
        writes: writes(wording).map { .line($0) }
      )
    }
  }

  private func said(_ aloud: Wording) -> [Prose] {
    spokenText(aloud).map { [.paragraph(sayLabel(aloud) + " " + $0.say)] } ?? []
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

  private func answers(_ text: SpokenText, _ wording: Wording) -> [Option] {
    guard let editor, let asked else { return heard(text, wording) }
    let unknown = Option(.answer, of: Fact.unknown, wording("answer.unknown"))
    if case .search(let table) = asked.input {
      let found = wording.answers(
        matching: query.text,
        in: table,
        to: asked.id,
        about: walk,
        most: Commonest.rows
      )
      return found.map { Option(.answer, of: $0.id, $0.label) }
    }
    let units = editor.found.map {
      Option(.party, of: $0.number.number, "\($0.number.formatted) \($0.name)")
    }
    let typed = editor.given.flatMap { $0.isEmpty || editor.problem != nil ? nil : $0 }
    return units
      + (typed.map { [Option(.typed, wording("register.asTyped", ["text": $0]))] } ?? [])
      + [unknown]
  }

  private func heard(_ text: SpokenText, _ wording: Wording) -> [Option] {
    text.heard.map { heard in
      let words = heard.phrases.map { spoken(wording).quoted($0) }.joined(separator: ", ")
      let name =
        switch stage {
        case .role where heard.value != Fact.unknown:
          wording(CallerRole(rawValue: heard.value)?.textKey ?? "answer.unknown")
        default: wording.option(heard.value, of: text.field.id, in: walk)
        }
      return Option(id: CallChoice.answer.id(heard.value), label: name, detail: words)
    }
  }

  private func leaving(_ wording: Wording) -> [Option] {
    let ways: [Option] = [
      Option(.note, wording("key.note"), isSetOff: true), Option(.hold, wording("key.hold")),
      Option(.park, wording("key.park")), Option(.handOver, wording("key.handOver")),
      Option(.end, wording("key.end")), Option(.similar, wording("key.similar")),
    ]
    return ways + seeing(wording) + [Option(.queue, wording("key.queue"))]
      + (takesFlag ? [Option(.flag, wording("desk.key.flag"))] : [])
  }

  /// That the caller looks at what is asked about, or at the message, now.
  private func seeing(_ wording: Wording) -> [Option] {
    switch stage {
    case .question where canLook: [Option(.sees, wording("desk.key.sees"))]
    case .answer where messageToSee != nil: [Option(.sees, wording("desk.key.seesMessage"))]
    default: []
    }
  }

  // MARK: - What ends the talk

  private func ending(_ wording: Wording) -> Page {
    let aloud = spoken(wording)
    let code = code.map { [Prose.paragraph(sayLabel(aloud) + " " + aloud.aloud($0))] } ?? []
    let head = title(on: wording)
    switch stage {
    case .wrapUp: return wrapUp?.page(head, matter(wording), code) ?? Page(head)
    case .handOver: return handing?.page(head, matter(wording), code) ?? Page(head)
    case .park:
      let until = parking?.promise.due.map { wording.weekday($0) } ?? "–"
      let actors = ParkForm.actors(walk).map {
        Option(
          .waits,
          of: $0?.rawValue ?? "",
          $0.map { wording($0.waitsKey) } ?? wording("desk.park.nobody")
        )
      }
      return Page(
        head + [
          .paragraph(wording("desk.park.title")),
          .paragraph(wording("desk.plain.until", ["day": until])),
        ] + numberProse(wording) + code,
        actors + Option.moving(wording, isSetOff: true) + [.toCall(wording)],
        writes: parking?.takesNumber == true ? .line(wording("desk.plain.number")) : nil
      )
    default:
      return Page(
        head + [.paragraph(sayLabel(aloud) + " " + conclusion), .gap] + answerProse(wording),
        (walk.nextQuestion == nil ? [] : [Option(.next, wording("button.checkRest"))])
          + [Option(.points, wording("key.overview"))] + leaving(wording)
      )
    }
  }

  /// The number to ring back on as it was written, hidden but for its end.
  private func numberProse(_ wording: Wording) -> [Prose] {
    guard let kept = parking?.callback(on: wording.today) else { return [] }
    let values = ["number": kept.masked, "day": wording.short(kept.due)]
    return [.paragraph(wording("desk.callback", values))]
  }
}
