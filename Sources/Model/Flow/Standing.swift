/// What follows from the answers of a walk.
struct Standing: Sendable {
  /// What counts of all that was answered.
  let facts: Facts
  let diagnosis: Diagnosis
  let planner: Planner
  /// The planner's choice; `nil` when nothing is left to ask.
  let planned: Planner.Choice?

  init(_ answers: [StoredAnswer], in flow: Flow, guide: Guide) {
    let given = Self.stated(answers, in: flow)
    var facts = Facts()
    for fact in Fact.allCases {
      guard let value = given[fact] else { continue }
      if facts.isRelevant(fact) != false { facts[fact] = value }
    }
    let last = answers.last { $0.answer.source != .derived && $0.field != Fact.message.rawValue }
    let diagnosis = guide.diagnose(facts)
    let planner = Planner(diagnosis, lastAsked: last.flatMap { Fact(rawValue: $0.field) })
    self.facts = facts
    self.diagnosis = diagnosis
    self.planner = planner
    planned = planner.next
  }

  /// What was said, with what it implies, before it is asked what of it counts.
  private static func stated(_ answers: [StoredAnswer], in flow: Flow) -> [Fact: String] {
    var stated: [Fact: String] = [:]
    for stored in answers {
      if let fact = Fact(rawValue: stored.field) { stated[fact] = stored.answer.value }
    }
    for (field, answer) in flow.answered(answers) {
      guard case .choice(let options) = field.input,
        let option = options.first(where: { $0.value == answer.value })
      else { continue }
      for (implied, value) in option.implies {
        guard let fact = implied.fact, stated[fact] ?? Fact.unknown == Fact.unknown else {
          continue
        }
        stated[fact] = value
      }
    }
    return stated
  }
}

extension Flow {
  /// The answers somebody gave, with the fields they were given in.
  func answered(_ answers: [StoredAnswer]) -> [(field: Field, answer: Answer)] {
    answers.compactMap { stored in
      guard stored.answer.source != .derived,
        let field = field(FieldID(rawValue: stored.field))
      else { return nil }
      return (field, stored.answer)
    }
  }
}
