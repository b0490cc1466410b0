package import SafeText
package import Model

extension Wording {
  // MARK: - Numbers

  /// The largest number of cases that is told exactly.
  ///
  /// Nobody needs to know it beyond, and a store of any size is then counted in the same time.
  package static let mostTold = 99

  /// A number of cases, such as "12" or "99+".
  package func told(_ count: Int) -> String {
    count > Self.mostTold ? "\(Self.mostTold)+" : "\(count)"
  }

  // MARK: - Names

  /// What a case of a walk is called in the lists: what the flow holds most telling, in words.
  ///
  /// Empty while none of it is known.
  package func title(_ walk: Walk) -> String {
    walk.flow.title.compactMap { id -> String? in
      guard let value = walk.value(id), !["", Fact.otherService].contains(value),
        let field = walk.flow.field(id)
      else { return nil }
      return answer(Answer(value, source: .told), to: field, in: walk)
    }.joined(separator: ", ")
  }

  /// The case of a walk as it is to be saved, with its title.
  package func draft(_ walk: Walk) -> CaseDraft {
    var draft = walk.content
    draft.title = title(walk)
    return draft
  }

  /// A case by kind, number and title, such as "Datasystem 1003: Visma Lønn".
  package func label(_ item: CaseSummary) -> String {
    label(item.flow, item.id, item.title)
  }

  package func label(_ found: Case) -> String { label(found.flow, found.id, found.title) }

  private func label(_ flow: String, _ id: CaseID, _ title: String) -> String {
    let kind = texts.has("flow.\(flow).record") ? texts("flow.\(flow).record") : flow
    let values = ["kind": kind, "number": "\(id.rawValue)", "title": title]
    return texts(title.isEmpty ? "records.untitled" : "records.titled", values)
  }

  /// What a list is narrowed to.
  package func label(_ filter: CaseQuery.Filter) -> String {
    switch filter {
    case .all, .unfinished: texts("records.all")
    case .flow(let id): texts("flow.\(id).records")
    case .due: texts("records.due")
    }
  }

  // MARK: - How it stands

  /// How a case stands and since when, such as "sendt for 3 dager siden".
  package func standing(_ item: CaseSummary, on today: Day?) -> String {
    standing(item.flow, item.status, item.updated.day, today) { item.answers[$0.rawValue] }
  }

  package func standing(_ found: Case, on today: Day?) -> String {
    standing(found.flow, found.status, found.updated.day, today) {
      found.content.answer(in: $0.rawValue)?.value
    }
  }

  private func standing(
    _ flow: String,
    _ status: CaseStatus,
    _ updated: Day?,
    _ today: Day?,
    answer: @escaping (FieldID) -> String?
  ) -> String {
    guard let mark = Flow.named(flow)?.statusRule(answer: answer) else {
      let state = texts("cases.status.\(status.rawValue)")
      guard let updated else { return state }
      return texts("records.standing", ["state": state, "age": age(of: updated, on: today)])
    }
    let since = mark.since.flatMap(answer).flatMap { Day($0) }
    return texts(
      "mark.\(flow).\(mark.name)",
      ["age": since.map { age(of: $0, on: today) } ?? ""]
    ).trimmingBlanks
  }

  /// How long ago a day was, or how far off it is; a day far away is told by its date.
  package func age(of day: Day, on today: Day?) -> String {
    guard let days = today.map({ $0.number - day.number }), abs(days) <= 60 else { return day.text }
    return switch days {
    case 0: texts("age.today")
    case 1: texts("age.yesterday")
    case -1: texts("age.tomorrow")
    case 2...: texts("age.past", ["count": "\(days)"])
    default: texts("age.ahead", ["count": "\(-days)"])
    }
  }

  // MARK: - The whole case

  /// All that a case says: how it stands, what was answered, and what follows from it.
  package func record(_ found: Case, on today: Day?) -> [Prose] {
    let moments = ["created": found.created.local, "updated": found.updated.local]
    var parts: [Prose] = [
      .heading(label(found)),
      .paragraph(texts("records.state", ["state": standing(found, on: today)])),
      .toned(texts("records.moments", moments), .muted),
      .gap,
    ]
    guard let flow = Flow.named(found.flow) else {
      // Saved by a program that knows more flows; what it holds is shown as it is.
      return parts + found.answers.map { .bullet("\($0.field): \($0.answer.value)") }
    }
    let walk = Walk(flow, engine: content.engine, resuming: found.content)
    parts.append(.heading(texts("records.answers")))
    let answers = self.answers(walk)
    parts += answers.isEmpty ? [.paragraph(texts("answer.none"))] : answers.map { .bullet($0) }
    let result = self.result(of: walk, found)
    return result.isEmpty ? parts : parts + [.gap] + result
  }

  /// A case as plain text, for a file or a terminal.
  package func text(of found: Case, on today: Day?) -> String {
    record(found, on: today).plain(width: 78)
  }

  /// Each question with its answer, and whether it counts.
  private func answers(_ walk: Walk) -> [String] {
    walk.answered.map { field, answer in
      let value = self.answer(answer, to: field, in: walk)
      let question = text("\(stem(of: field.id, in: walk)).title", about: walk)
      return question + " "
        + (walk.counts(field.id) ? value : texts("review.setAside", ["answer": value]))
    }
  }

  /// What the flow came to: the steps that compute something, or the receipt of what is done, with the
  /// letter that asks for it.
  private func result(of walk: Walk, _ found: Case) -> [Prose] {
    let computed = walk.flow.steps.filter { $0.kind.tellsResult }
    if !computed.isEmpty { return said(computed, walk, found.id) }
    guard found.status != .open else { return [] }
    let letters = walk.flow.steps.filter { $0.kind == .letter && walk.concerns($0) }
    return receipt(walk, number: "\(found.id.rawValue)")
      + (letters.isEmpty ? [] : [.gap] + said(letters, walk, found.id))
  }

  /// What some steps of a walk say.
  private func said(_ steps: [Step], _ walk: Walk, _ number: CaseID) -> [Prose] {
    let parts = steps.map { step in
      var there = walk
      there.go(to: .step(step.id))
      return self.parts(there, number: number)
    }
    return Array(parts.joined(separator: [Prose.gap]))
  }
}

extension Step.Kind {
  /// Whether the step computes what follows from the answers, so that it tells what a case came to.
  fileprivate var tellsResult: Bool {
    switch self {
    case .conclusion, .rights: true
    case .question, .reading, .program, .recognised, .overview, .tasks, .letter, .messages, .review,
      .receipt:
      false
    }
  }
}

extension String {
  /// The text without the blanks at its end, where a placeholder stood empty.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
