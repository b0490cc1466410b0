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
    if isDone(walk) { draft.status = .closed }
    return draft.withoutUnkeptWriter
  }

  /// Whether a task has come to a receipt by which nothing remains of it: then it is done however it is left, also
  /// by whoever goes back from there and changes nothing.
  private func isDone(_ walk: Walk) -> Bool {
    guard !walk.flow.findsFaults else { return false }
    var end = walk
    _ = end.goAhead()
    return end.current.kind == .receipt && offers(end).first?.choice == .end(.closed)
  }

  /// A case by kind, number and title, such as "Datasystem 1003: Visma Lønn".
  package func label(_ item: CaseSummary) -> String {
    item.isDamaged
      ? self("records.unreadable", ["number": "\(item.id.rawValue)"])
      : label(
        item.flow,
        item.id,
        [title(item), form(item) ?? ""].filter { !$0.isEmpty }
          .joined(separator: ", ")
      )
  }

  /// The form or service of a case, where a search for a fault is about one.
  private func form(_ item: CaseSummary) -> String? {
    guard let flow = Flow.named(item.flow), flow.findsFaults else { return nil }
    return item.answers[.service].flatMap { content.service($0, of: flow.edition) }.map(name)
  }

  /// What is wrong in a case, in a few words, with the code of the message; empty while nothing is known.
  ///
  /// A number of the official list stands in no message, so it tells nobody which case it is.
  package func gist(_ item: CaseSummary) -> String {
    let marks = CaseMarks(item.marks)
    let found =
      marks.faults.first.map { self($0.gistKey) }
      ?? marks.points.first.map {
        self($0.titleKey)
      }
    let wrong = found.map { marks.isLikely ? self("hedge.gist", ["what": $0]) : $0 }
    let code = marks.message.flatMap(seenName).flatMap { $0 == marks.message ? nil : $0 }
    return [code, wrong].compactMap(\.self).joined(separator: " ")
  }

  /// A message as people see it called: the number that the official list has, or its code as it is written; `nil`
  /// where its id is ours alone.
  package func seenName(_ id: String) -> String? {
    guard let message = content.message(id) else { return nil }
    if Message.isOfficialNumber(id) { return id }
    let code = message.texts.first { text in text.filter { $0.isLetter || $0.isNumber } == id }
    // A range of codes, or a number of one or two digits, is nothing that somebody has seen alone.
    let number = message.codes.count == 1 ? message.codes.first : nil
    return code ?? number.flatMap { $0.count > 2 && $0.allSatisfy(\.isNumber) ? $0 : nil }
  }

  /// What a list says of a case beside its name: what is wrong, and how it stands.
  package func standing(_ item: CaseSummary, on today: Day?) -> String {
    [gist(item), statusText(item, on: today)].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  package func label(_ found: Case) -> String {
    let title = reworded(found.title, of: found.flow) { found.content.answer(in: $0)?.value }
    return label(found.flow, found.id, title)
  }

  /// The title of a case in the words of this language, whichever it was made in.
  package func title(_ item: CaseSummary) -> String {
    reworded(item.title, of: item.flow) { item.answers[$0] }
  }

  /// A title with the answers in it that have words of another language said in this one.
  private func reworded(_ title: String, of id: FlowID, answer: (FieldID) -> String?) -> String {
    guard !title.isEmpty, let flow = Flow.named(id) else { return title }
    var title = title
    for id in flow.wordedTitle {
      guard let value = answer(id), let field = flow.field(id),
        let mine = words(for: value, in: field, of: flow)
      else { continue }
      for other in Language.allCases where other != language {
        let theirs = Wording(content, other).words(for: value, in: field, of: flow)
        if let theirs, theirs != mine { title = title.replacing(part: theirs, with: mine) }
      }
    }
    return title
  }

  /// How an answer reads in a title: an option, or an entry of a catalogue.
  private func words(for value: String, in field: Field, of flow: Flow) -> String? {
    switch field.input {
    case .choice:
      let key = "\(flow.stem(of: field.id, in: texts)).\(value)"
      return has(key) ? self(key) : nil
    case .search(let table): return entry(value, in: table)
    default: return nil
    }
  }

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
    ).trimmedAtEnd
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
  /// The text with what stands between its commas, or at its ends, in other words.
  fileprivate func replacing(part: String, with words: String) -> String {
    let parts = ", \(self), ".replacing(", \(part), ", with: ", \(words), ")
    return String(parts.dropFirst(2).dropLast(2))
  }
}
