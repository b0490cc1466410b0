/// The one who writes a letter: asked for once, and kept with the case only by leave.
package enum Writer {
  package static let name: FieldID = "writer.name"
  package static let firm: FieldID = "writer.firm"
  package static let phone: FieldID = "writer.phone"
  package static let keep: FieldID = "writer.keep"

  /// What is left out of what is saved, unless the person has said that it may be kept.
  package static let fields: [FieldID] = [name, firm, phone]

  /// The steps of a letter: who writes, in which language, and the letter.
  ///
  /// - Parameters:
  ///   - condition: When there is a letter.
  ///   - language: The question which language it is in.
  ///   - next: The step after it.
  static func steps(when condition: Condition, in language: FieldID, before next: StepID) -> [Step]
  {
    let isNamed = Condition.any(fields.map(Condition.known))
    return [
      Step(
        "writer",
        .question,
        fields: [.name(name), .name(firm)],
        condition: condition,
        routes: [Route(.step("callBack"))]
      ),
      Step(
        "callBack",
        .question,
        fields: [Field(phone, .line(.phone, limit: 24))],
        condition: condition,
        routes: [Route(.step("keepWriter"), when: isNamed), Route(.step("language"))]
      ),
      Step(
        "keepWriter",
        .question,
        fields: [Field(keep, .yesNo, isDecision: true)],
        condition: .all([condition, isNamed]),
        routes: [Route(.step("language"))]
      ),
      Step(
        "language",
        .question,
        fields: [Field(language, .choices(of: Language.self))],
        condition: condition,
        routes: [Route(.step("letter"))]
      ),
      Step("letter", .letter, condition: condition, routes: [Route(.step(next))]),
    ]
  }
}

extension CaseDraft {
  /// Leaves out who writes, where nobody has said that it may be kept.
  package var withoutUnkeptWriter: CaseDraft {
    guard answer(in: Writer.keep)?.value != Fact.yes else { return self }
    var kept = self
    kept.answers.removeAll { Writer.fields.contains($0.field) }
    return kept
  }
}

extension Walk {
  /// Who writes, as was said in this case.
  package var writer: [FieldID: String] {
    Writer.fields.reduce(into: [:]) { found, field in
      if let value = value(field), !value.isEmpty { found[field] = value }
    }
  }

  /// Fills in who writes where the case has nobody, so that the program asks once while it runs.
  package mutating func fillIn(writer known: [FieldID: String]) {
    guard writer.isEmpty, known.keys.allSatisfy({ flow.field($0) != nil }) else { return }
    for (field, value) in known { give(value, to: field, from: .derived) }
  }
}
