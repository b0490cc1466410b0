extension PortalEdition {
  /// The catalogue of its services.
  var services: Field.SearchTable {
    switch self {
    case .altinn2: .services
    case .altinn3: .accessServices
    }
  }
}

/// What several flows ask for in the same way, so that a task begins with what is known already.
extension Field {
  /// Who the reportee is, by name or number; it may be left empty.
  static let reporteeName = Field(
    .reporteeName,
    .line(.party, limit: 60),
    impliedByNumber: [.reporteeKind: ReporteeKind.organisation.rawValue]
  )

  /// The form or service.
  static let service = Field(.service, .search(.services))

  /// The service, of those of the second portal.
  static let accessService = Field(.service, .search(.accessServices))

  /// The day something happened, which may be left empty.
  static func past(_ id: FieldID) -> Field { Field(id, .line(.pastDate, limit: 24)) }

  /// The day something is to happen, which may be left empty.
  static func coming(_ id: FieldID) -> Field { Field(id, .line(.comingDate, limit: 24)) }

  /// What a person or an enterprise is called, which may be left empty.
  static func name(_ id: FieldID) -> Field { Field(id, .line(.name, limit: 60)) }

  /// What a program is called, which may be left empty.
  static func program(_ id: FieldID) -> Field { Field(id, .line(.program, limit: 60)) }

  /// A few words that may be left empty.
  static func words(_ id: FieldID) -> Field { Field(id, .line(.free, limit: 60)) }
}

extension Field.Input {
  /// *Ja* or *nei*.
  static let yesNo = Field.Input.choice([Choice(Fact.yes), Choice(Fact.no)])

  /// One of some values that only the flow knows.
  static func choices(_ values: [String]) -> Field.Input { .choice(values.map { Choice($0) }) }

  /// One of the values of a type, in its order.
  ///
  /// - Parameter implies: What else is true of somebody who answers with a value.
  static func choices<Value: CaseIterable & RawRepresentable<String>>(
    of _: Value.Type,
    implies: (Value) -> [FieldID: String] = { _ in [:] }
  ) -> Field.Input {
    .choice(Value.allCases.map { Choice($0.rawValue, implies: implies($0)) })
  }
}

extension Step {
  /// The step that asks whom the submission is for.
  ///
  /// - Parameter implies: What else is true for a kind of reportee.
  static func reportee(
    implies: (ReporteeKind) -> [FieldID: String] = { _ in [:] },
    routes: [Route]
  ) -> Step {
    Step(
      "reportee",
      .question,
      fields: [
        Field(.reporteeKind, .choices(of: ReporteeKind.self, implies: implies)),
        .reporteeName,
      ],
      routes: routes
    )
  }

  /// Steps to do outside, ticked off on the way.
  ///
  /// - Parameters:
  ///   - field: The question; the step is called by the last part of its name.
  ///   - place: Where it is done, as the id of a menu path.
  ///   - done: What says that they are done.
  static func boxes(
    _ field: FieldID,
    _ steps: [String],
    at place: String,
    when condition: Condition,
    routes: [Route],
    done: [DoneRule] = []
  ) -> Step {
    Step(
      StepID(rawValue: String(field.rawValue.split(separator: ".").last ?? "")),
      .question,
      fields: [Field(field, .boxes(.steps(steps)), place: place)],
      condition: condition,
      routes: routes,
      done: done
    )
  }

  /// The step of the second portal that asks whom the submission is for.
  static let party = Step(
    "party",
    .question,
    fields: [Field(.workFor, .choices(of: WorkFor.self)), .reporteeName],
    routes: [Route(.step("service"))]
  )

  /// The step of the second portal that asks how one sends; not put where only one answer can be true.
  ///
  /// - Parameters:
  ///   - condition: When it matters at all.
  static func acts(when condition: Condition = .always, routes: [Route] = []) -> Step {
    Step(
      "acts",
      .question,
      fields: [Field(.senderActs, .choices(of: SenderActs.self), place: "inProgram")],
      condition: .all([condition, .mayBeSentAlone]),
      routes: routes
    )
  }

  /// The step that shows all answers, and after it the receipt that ends the flow.
  static let closing = [
    Step("review", .review, routes: [Route(.step("receipt"))]),
    Step("receipt", .receipt, routes: [Route(.end)]),
  ]

  /// Each step leads to the next one that has a meaning, and the last one out.
  static func chained(_ steps: [Step]) -> [Step] {
    steps.enumerated().map { place, step in
      var routes: [Route] = []
      for next in steps.dropFirst(place + 1) {
        routes.append(Route(.step(next.id), when: next.condition))
        if next.condition == .always { break }
      }
      return Step(
        step.id,
        step.kind,
        fields: step.fields,
        condition: step.condition,
        routes: routes.isEmpty ? [Route(.end)] : routes,
        begins: step.begins,
        done: step.done,
        saidOf: step.saidOf
      )
    }
  }
}

extension Condition {
  /// A system access can send it, as far as anybody knows.
  static let mayBeSentAlone = Condition.not(.needsLogin)
  /// A system access sends it, and nobody looks at the sender (G3, G5).
  static let isSentAlone = Condition.all([
    .mayBeSentAlone, .is(.senderActs, SenderActs.nothing.rawValue),
  ])
  /// Somebody submits for themselves.
  static let isForSelf = Condition.is(.reporteeKind, ReporteeKind.oneself.rawValue)
}
