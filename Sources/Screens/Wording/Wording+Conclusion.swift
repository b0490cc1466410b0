package import SafeText
package import Model

extension Wording {
  /// What is wrong, what to do about it, who and where; the whole text of the conclusion.
  package func conclusion(_ walk: Walk) -> [Prose] {
    let diagnosis = walk.diagnosis
    let repairs = walk.repairs
    var parts: [Prose] = []
    parts += causes(diagnosis, walk)
    if let best = repairs.first {
      parts += [.gap, .heading(texts("conclusion.do"))]
      parts += steps(of: best, walk)
    }
    parts += others(Array(repairs.dropFirst().prefix(4)), walk)
    parts += unchecked(diagnosis, walk)
    parts += [.gap, .paragraph(texts("edition.altinn2.notice"))]
    return parts
  }

  private func causes(_ diagnosis: Diagnosis, _ walk: Walk) -> [Prose] {
    var parts: [Prose] = []
    for verdict in diagnosis.verdicts where verdict.state == .failing {
      parts.append(
        .toned(
          texts(
            "conclusion.fails",
            [
              "number": "\(verdict.number)",
              "point": texts("point.\(verdict.point.rawValue).title"),
            ]
          ),
          .bad
        )
      )
      parts += reasons(verdict, in: walk).map(Prose.paragraph)
    }
    for cause in diagnosis.conclusion.causes where cause.point == nil {
      parts.append(.heading(texts("cause.\(cause.rawValue).title")))
      parts.append(.paragraph(texts("cause.\(cause.rawValue).about")))
    }
    if let id = walk.facts[.message], let message = content.message(id), diagnosis.liesOutside {
      parts.append(.paragraph(texts(message.meaningKey)))
      if texts.has(message.remedyKey) { parts.append(.paragraph(texts(message.remedyKey))) }
    }
    if diagnosis.contradictsMessage { parts.append(.paragraph(texts("conclusion.contradicts"))) }
    return parts + [.paragraph(texts("certainty.\(diagnosis.conclusion.certainty.rawValue)"))]
  }

  /// A repair as it is to be done: each act with who, where, how, and what to say to them.
  private func steps(of repair: Repair, _ walk: Walk) -> [Prose] {
    let diagnosis = walk.diagnosis
    return repair.actions.enumerated().flatMap { place, action -> [Prose] in
      let actor = diagnosis.actor(of: action)
      let path = path(diagnosis.menuPath(of: action))
      return [
        .numbered(place + 1, text("action.\(action.id).title", about: walk)),
        .paragraph(texts("conclusion.who", ["who": self.actor(actor, walk)])),
        .paragraph(texts("conclusion.where", ["path": path])),
      ]
        + text("action.\(action.id).steps", about: walk).split(separator: "\n")
        .map { .paragraph("   " + $0) }
        + [.paragraph(text("action.\(action.id).effect", about: walk))]
        + [tell(action, walk)].compactMap { $0.map(Prose.paragraph) }
    }
  }

  /// The other ways out, in a line or two each.
  private func others(_ repairs: [Repair], _ walk: Walk) -> [Prose] {
    guard !repairs.isEmpty else { return [] }
    let diagnosis = walk.diagnosis
    return [.gap, .heading(texts("conclusion.others"))]
      + repairs.map { repair in
        .bullet(
          repair.actions.map { action in
            texts(
              "conclusion.other",
              [
                "act": text("action.\(action.id).title", about: walk),
                "who": actor(diagnosis.actor(of: action), walk),
                "path": path(diagnosis.menuPath(of: action)),
              ]
            )
          }.joined(separator: " ")
        )
      }
  }

  /// The points that nobody could settle, and who can.
  func unchecked(_ diagnosis: Diagnosis, _ walk: Walk) -> [Prose] {
    guard !diagnosis.liesOutside else { return [] }
    let open = diagnosis.verdicts.filter { [.unknown, .blocked].contains($0.state) }
    guard !open.isEmpty else { return [] }
    return [.gap, .heading(texts("conclusion.unchecked"))]
      + open.flatMap { verdict -> [Prose] in
        let asked = verdict.missing.first { diagnosis.facts.declined.contains($0) }
        let who = asked.map { text("question.\($0.rawValue).who", about: walk) }
        return [
          .bullet(
            ["\(verdict.number) " + texts("point.\(verdict.point.rawValue).title"), who]
              .compactMap { $0 }.joined(separator: ". ")
          )
        ]
      }
  }

  /// What a recognised message means.
  package func recognised(_ walk: Walk) -> [Prose] {
    guard let id = walk.facts[.message], let message = content.message(id) else {
      let pasted = walk.answer("message.text")?.value ?? ""
      return [.paragraph(texts(pasted.isEmpty ? "recognised.none" : "recognised.unknown"))]
    }
    var parts: [Prose] = [.paragraph(texts(message.meaningKey))]
    if texts.has(message.remedyKey) { parts += [.gap, .paragraph(texts(message.remedyKey))] }
    let causes = message.causes.map { texts("cause.\($0.rawValue).title") }
    parts += [
      .gap, .paragraph(texts("recognised.causes", ["causes": causes.joined(separator: ", ")])),
    ]
    return parts
  }

  /// A step that is only read, with what was answered put in.
  package func reading(_ walk: Walk) -> [Prose] {
    paragraphs("step.\(walk.flow.id).\(walk.current.id.rawValue)", walk)
  }

  /// A text of several paragraphs; placeholders are fields of the flow, and whom and what it is about.
  func paragraphs(_ key: String, _ walk: Walk, _ more: [String: String] = [:])
    -> [Prose]
  {
    var values = ["reportee": reportee(walk), "service": service(walk)]
    for (field, answer) in walk.answered where walk.counts(field.id) {
      values[field.id.rawValue] = self.answer(answer, to: field, in: walk)
    }
    let open = walk.flow.steps.flatMap(\.fields).map(\.id.rawValue)
      .filter { values[$0] == nil && more[$0] == nil }
    // A line about what nobody has answered is left out.
    let lines = texts(key).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !open.contains { line.contains("{\($0)}") } }
    let filled = texts.filled(
      lines.joined(separator: "\n"),
      values.merging(more) { $1 }
    )
    return filled.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? .gap : .paragraph(String($0)) }
  }

  /// What was done, what remains, who does it, and where to find it again.
  package func receipt(_ walk: Walk, number: String) -> [Prose] {
    guard walk.flow.findsFaults else { return taskReceipt(walk, number: number) }
    let diagnosis = walk.diagnosis
    var parts: [Prose] = [
      .toned(texts("receipt.number", ["number": number]), .good), .gap,
    ]
    let best = walk.repairs.first?.actions ?? []
    guard !best.isEmpty else {
      let open = unchecked(walk.diagnosis, walk)
      return parts + [.paragraph(texts("receipt.nothing"))] + open
        + (open.isEmpty ? [] : [.gap, .paragraph(texts("receipt.ask"))])
    }
    parts.append(.heading(texts("receipt.next")))
    for (place, action) in best.enumerated() {
      parts.append(
        .numbered(
          place + 1,
          texts(
            "conclusion.other",
            [
              "act": text("action.\(action.id).title", about: walk),
              "who": actor(diagnosis.actor(of: action), walk),
              "path": path(diagnosis.menuPath(of: action)),
            ]
          )
        )
      )
    }
    return parts + [.gap, .paragraph(texts("receipt.check"))]
  }
}
