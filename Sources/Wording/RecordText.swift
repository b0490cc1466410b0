package import Model
package import SafeText

/// All that a case says: its status, what was answered, and what follows from it.
package struct RecordText: Sendable {
  let found: Case
  let wording: Wording
  let today: Day?

  package init(_ found: Case, _ wording: Wording, on today: Day?) {
    self.found = found
    self.wording = wording
    self.today = today
  }

  package var prose: [Prose] {
    let moments = ["created": wording.text(found.created), "updated": wording.text(found.updated)]
    let status = wording.statusText(found, on: today)
    var prose: [Prose] = [
      .heading(wording.label(found)),
      .paragraph(wording("records.state", ["state": status])),
      .toned(wording("records.moments", moments), .muted),
      .gap,
    ]
    guard let flow = Flow.named(found.flow) else {
      // Saved by a program that knows more flows; what it holds is shown as it is.
      return prose + found.answers.map { .bullet("\($0.field): \($0.answer.value)") }
    }
    // Which Altinn it is about, above what was answered there.
    prose += [
      .paragraph(wording.name(flow.edition).capitalisedFirst), .gap,
      .heading(wording("records.answers")),
    ]
    prose += on(found.status == .closed ? found.updated.day : today).said(found.content, flow)
    for (index, round) in found.rounds.enumerated().reversed() {
      let values = ["number": "\(index + 1)", "day": round.closed.map { wording.text($0) } ?? ""]
      prose += [.gap, .heading(wording("records.round", values))]
      var content = found.content
      content.answers = round.answers
      prose += on(round.closed).said(content, flow)
    }
    return prose
  }

  /// The same in words of the day that something was left, since what followed then is not changed by what ends later.
  private func on(_ day: Day?) -> RecordText { RecordText(found, wording.on(day), on: today) }

  /// The answers of a case or of a round of it, and what followed from them.
  private func said(_ content: CaseDraft, _ flow: Flow) -> [Prose] {
    let walk = wording.walk(flow, resuming: content)
    let said = walk.answered.isEmpty ? [.paragraph(wording("answer.none"))] : answers(walk)
    let result = self.result(of: walk)
    return result.isEmpty ? said : said + [.gap] + result
  }

  /// The case as plain text, for a file or a terminal.
  package var plain: String { prose.plain(width: 78) }

  /// Each question with its answer, and whether it counts.
  private func answers(_ walk: Walk) -> [Prose] {
    walk.answered.filter { !isUnasked($0.field.id, in: walk) }.map { field, answer in
      .bullet(
        wording.question(field.id, in: walk) + " " + wording.reviewed(answer, to: field, in: walk)
      )
    }
  }

  /// Whether it is the message of a caller who told what happens instead, so that nobody asked how it reads.
  private func isUnasked(_ field: FieldID, in walk: Walk) -> Bool {
    guard field == walk.flow.edition.portal.message, walk.answer(.call) != nil,
      walk.answer(field)?.value == Fact.unknown
    else { return false }
    return [FieldID.messageSymptom, .messageLike].contains { other in
      walk.answer(other).map { $0.value != Fact.unknown } ?? false
    }
  }

  /// What the flow came to: the steps that compute something, or the receipt of what is done, with the
  /// letter that asks for it.
  private func result(of walk: Walk) -> [Prose] {
    let computed = walk.flow.steps.filter(\.kind.showsResult)
    if !computed.isEmpty { return prose(of: computed, walk) }
    guard found.status != .open else { return [] }
    let letters = walk.flow.steps.filter { $0.kind == .letter && walk.concerns($0) }
    return ReceiptText(walk, wording, found.id).prose
      + (letters.isEmpty ? [] : [.gap] + prose(of: letters, walk))
  }

  /// What some steps of a walk say.
  private func prose(of steps: [Step], _ walk: Walk) -> [Prose] {
    let parts = steps.map { step in
      var there = walk
      there.go(to: .step(step.id))
      guard step.kind != .conclusion else { return ConclusionText(there, wording).whole }
      return wording.prose(there, number: found.id)
    }
    return Array(parts.joined(separator: [Prose.gap]))
  }
}

extension Step.Kind {
  /// Whether the step computes what follows from the answers, so that it shows what a case came to.
  fileprivate var showsResult: Bool {
    switch self {
    case .conclusion, .rights: true
    case .question, .reading, .program, .kept, .recognised, .overview, .tasks, .letter, .messages,
      .review, .receipt:
      false
    }
  }
}
