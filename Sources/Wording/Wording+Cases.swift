package import Model

extension Wording {
  // MARK: - Numbers

  /// The largest number of cases that is shown exactly.
  ///
  /// Nobody needs to know more, and a store of any size is then counted in the same time.
  package static let countCap = 99

  /// A number of cases, such as "12" or "99+".
  package func cappedCount(_ count: Int) -> String {
    count > Self.countCap ? "\(Self.countCap)+" : "\(count)"
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

  /// The case of a walk as it is to be saved, with its title, and without what nobody has seen yet of
  /// what would be kept.
  package func draft(_ walk: Walk) -> CaseDraft {
    let walk = walk.withoutUnseenText
    var draft = walk.content
    draft.title = title(walk)
    draft.due = walk.flow.due(draft)
    return draft.withoutUnkeptWriter
  }

  /// A case by kind, number and title, such as "Datasystem 1003: Visma Lønn".
  package func label(_ item: CaseSummary) -> String {
    item.isDamaged
      ? self("records.unreadable", ["number": "\(item.id.rawValue)"])
      : label(
        item.flow,
        item.id,
        [item.title, form(item) ?? ""].filter { !$0.isEmpty }
          .joined(separator: ", ")
      )
  }

  /// The form or service of a case, where a search for a fault is about one.
  private func form(_ item: CaseSummary) -> String? {
    guard let flow = Flow.named(item.flow), flow.findsFaults else { return nil }
    return item.answers[.service].flatMap { content.service($0, of: flow.edition) }.map(name)
  }

  /// What is wrong in a case, in a few words; empty while nothing is known.
  package func gist(_ item: CaseSummary) -> String {
    let marks = CaseMarks(item.marks)
    let wrong =
      marks.faults.first.map { self($0.gistKey) }
      ?? marks.points.first.map {
        self($0.titleKey)
      }
    // What somebody sees without a message has no name that people know.
    let message = marks.message.flatMap { $0.hasPrefix("Y") ? nil : seenName($0) }
    return [message, wrong].compactMap(\.self).joined(separator: " ")
  }

  /// A message as people see it called: its code as it is written, or the id that the official list has; `nil`
  /// for an id that is ours alone.
  private func seenName(_ id: String) -> String? {
    let code = content.message(id)?.texts.first { text in
      text.filter { $0.isLetter || $0.isNumber } == id
    }
    return code ?? (id.contains(where: \.isLowercase) ? nil : id)
  }

  /// What a list says of a case beside its name: what is wrong, and how it stands.
  package func standing(_ item: CaseSummary, on today: Day?) -> String {
    [gist(item), statusText(item, on: today)].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  package func label(_ found: Case) -> String { label(found.flow, found.id, found.title) }

  private func label(_ flow: FlowID, _ id: CaseID, _ title: String) -> String {
    let kind = has("flow.\(flow).record") ? self("flow.\(flow).record") : flow.rawValue
    let values = ["kind": kind, "number": "\(id.rawValue)", "title": title]
    return self(title.isEmpty ? "records.untitled" : "records.titled", values)
  }

  /// What a list is narrowed to.
  package func label(_ filter: CaseQuery.Filter) -> String {
    switch filter {
    case .all, .unfinished: self("records.all")
    case .errand(let id): self("errand.\(id)")
    case .due: self("records.due")
    }
  }

  /// The sentence that another datasystem has the same ID, as the key of a text with its values.
  package func known(_ id: String, _ found: CaseSummary) -> (key: String, values: [String: String])
  {
    ("register.known", ["id": id, "record": label(found)])
  }

  // MARK: - Status

  /// The status of a case and since when, such as "sendt for 3 dager siden".
  package func statusText(_ item: CaseSummary, on today: Day?) -> String {
    guard !item.isDamaged else { return self("records.damaged") }
    let actor = CaseMarks(item.marks).actor
    return statusText(item.flow, item.status, item.updated.day, today, actor) { item.answers[$0] }
  }

  package func statusText(_ found: Case, on today: Day?) -> String {
    statusText(found.flow, found.status, found.updated.day, today) {
      found.content.answer(in: $0)?.value
    }
  }

  private func statusText(
    _ flow: FlowID,
    _ status: CaseStatus,
    _ updated: Day?,
    _ today: Day?,
    _ actor: Actor? = nil,
    answer: @escaping (FieldID) -> String?
  ) -> String {
    guard let rule = Flow.named(flow)?.statusRule(answer: answer) else {
      let state =
        if status == .waiting, let actor {
          self("records.waits", ["actor": self(actor.waitsKey)])
        } else {
          self(status.textKey)
        }
      guard let updated else { return state }
      return self("records.standing", ["state": state, "age": age(of: updated, on: today)])
    }
    let since = rule.since.flatMap(answer).flatMap { Day($0) }
    return self(
      "mark.\(flow).\(rule.name)",
      ["age": since.map { age(of: $0, on: today) } ?? ""]
    ).trimmingBlanks
  }

  /// How long ago a day was, or how far off it is; the date of a day far away.
  package func age(of day: Day, on today: Day?) -> String {
    guard let days = today.map({ $0.number - day.number }), abs(days) <= 60 else {
      return text(day)
    }
    return switch days {
    case 0: self("age.today")
    case 1: self("age.yesterday")
    case -1: self("age.tomorrow")
    case 2...: self("age.past", ["count": "\(days)"])
    default: self("age.ahead", ["count": "\(-days)"])
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
