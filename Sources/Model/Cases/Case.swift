/// Where a case stands.
package enum CaseStatus: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
  /// Somebody works on it, or left it half way.
  case open
  /// Nothing to do here until somebody else has acted.
  case waiting
  case closed

  /// The key of the word for it.
  package var textKey: String { "cases.status.\(rawValue)" }
}

/// A case that has no number yet.
package struct CaseDraft: Hashable, Codable, Sendable {
  /// The flow the case is a walk through.
  package var flow: FlowID
  package var status: CaseStatus
  /// The step where the person stands, or `nil` before the first.
  package var step: StepID?
  /// What the lists call the case.
  package var title: String
  /// The day to ask about the case again, as its flow says; `nil` when there is nothing to ask.
  package var due: Day?
  /// The answers in the order they were given, at most one for each field.
  package var answers: [StoredAnswer]
  /// What was answered in the rounds before this one, the first round first.
  ///
  /// A store only ever adds to them.
  package var rounds: [Round]

  package init(
    flow: FlowID,
    status: CaseStatus = .open,
    step: StepID? = nil,
    title: String = "",
    due: Day? = nil,
    answers: [StoredAnswer] = [],
    rounds: [Round] = []
  ) {
    self.flow = flow
    self.status = status
    self.step = step
    self.title = title
    self.due = due
    self.answers = answers
    self.rounds = rounds
  }
}

/// One troubled submission or one task, with everything answered so far.
///
/// The members of its content can be used as its own: `case.title`.
@dynamicMemberLookup
package struct Case: Hashable, Codable, Sendable, Identifiable {
  package let id: CaseID
  /// How many times the case has been saved; a save from an older revision is a conflict.
  package let revision: Int
  package let created: Timestamp
  package let updated: Timestamp
  /// What the person can change.
  package var content: CaseDraft

  package init(
    id: CaseID,
    revision: Int,
    created: Timestamp,
    updated: Timestamp,
    content: CaseDraft
  ) {
    self.id = id
    self.revision = revision
    self.created = created
    self.updated = updated
    self.content = content
  }

  package subscript<Value>(dynamicMember path: WritableKeyPath<CaseDraft, Value>) -> Value {
    get { content[keyPath: path] }
    set { content[keyPath: path] = newValue }
  }
}

extension CaseDraft {
  /// The answer that stands in a field.
  package func answer(in field: FieldID) -> Answer? {
    answers.last { $0.field == field }?.answer
  }

  /// Puts an answer last; one that stood in the field before gives way.
  ///
  /// Giving the same answer again changes nothing, not even the order.
  package mutating func give(_ answer: Answer, in field: FieldID) {
    guard self.answer(in: field) != answer else { return }
    withdraw(field)
    answers.append(StoredAnswer(field: field, answer: answer))
  }

  /// Takes the answer in a field back.
  package mutating func withdraw(_ field: FieldID) {
    answers.removeAll { $0.field == field }
  }

  /// The draft as a store may keep it: every text cleaned, a title of at most 500 characters, and
  /// one answer for each field.
  package func storable(_ clean: (String, FieldID?) -> String) -> CaseDraft {
    var result = self
    result.title = String(clean(title, .caseTitle).unicodeScalars.prefix(500))
    result.answers = Round(answers: answers).storable(clean).answers
    result.rounds = rounds.map { $0.storable(clean) }
    return result
  }
}

extension Case {
  /// The case as it may be shown: an older version may have kept what is taken out today.
  package func shown(_ clean: (String, FieldID?) -> String) -> Case {
    var result = self
    result.content = content.storable(clean)
    return result
  }
}

extension FieldID {
  /// Stands for the title of a case where a store asks what may be kept; no question has this name.
  package static let caseTitle: FieldID = "case.title"
}

/// What a list shows of a case.
package struct CaseSummary: Hashable, Codable, Sendable, Identifiable {
  package let id: CaseID
  package let flow: FlowID
  package let status: CaseStatus
  package let step: StepID?
  package let title: String
  package let created: Timestamp
  package let updated: Timestamp
  /// The answers the list asked for, by field; those that were not given are left out.
  package let answers: [FieldID: String]
  /// What the case holds that the catalogues have words for, as `CaseWords` writes it; only where the list
  /// asked for answers.
  package let marks: [String]
  /// Whether the store is damaged where the case stands: then only its number is known.
  package let isDamaged: Bool

  package init(
    id: CaseID,
    flow: FlowID,
    status: CaseStatus,
    step: StepID?,
    title: String,
    created: Timestamp,
    updated: Timestamp,
    answers: [FieldID: String] = [:],
    marks: [String] = [],
    isDamaged: Bool = false
  ) {
    self.id = id
    self.flow = flow
    self.status = status
    self.step = step
    self.title = title
    self.created = created
    self.updated = updated
    self.answers = answers
    self.marks = marks
    self.isDamaged = isDamaged
  }

  /// What may be shown of it, as of the case itself.
  package func shown(_ clean: (String, FieldID?) -> String) -> CaseSummary {
    CaseSummary(
      id: id,
      flow: flow,
      status: status,
      step: step,
      title: clean(title, .caseTitle),
      created: created,
      updated: updated,
      answers: Dictionary(uniqueKeysWithValues: answers.map { ($0, clean($1, $0)) }),
      marks: marks,
      isDamaged: isDamaged
    )
  }

  /// A case of which a list can show its number alone.
  package static func unreadable(_ id: CaseID) -> CaseSummary {
    CaseSummary(
      id: id,
      flow: "",
      status: .open,
      step: nil,
      title: "",
      created: Timestamp(rawValue: 0),
      updated: Timestamp(rawValue: 0),
      isDamaged: true
    )
  }
}
