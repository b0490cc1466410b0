package import SafeText
package import Model

extension Wording {
  /// The four points as they stand, each with its reasons.
  package func points(_ walk: Walk) -> [Prose] {
    walk.diagnosis.verdicts.flatMap { verdict -> [Prose] in
      let reasons = reasons(verdict, in: walk)
      return [
        .toned(
          texts(
            "overview.point",
            [
              "number": "\(verdict.number)",
              "point": texts("point.\(verdict.point.rawValue).title"),
              "state": texts("state.\(verdict.state.rawValue)"),
            ]
          ),
          tone(of: verdict.state)
        )
      ] + reasons.map { .paragraph("   " + $0) }
    }
  }

  /// What a state means besides its word, which always stands beside it.
  package func tone(of state: PointState) -> Prose.Tone {
    switch state {
    case .ok: .good
    case .failing: .bad
    case .notApplicable, .blocked: .muted
    case .unknown: .plain
    }
  }

  /// How many points are settled, such as "2 av 4 punkter sjekket".
  package func progress(_ walk: Walk) -> String {
    let settled = walk.diagnosis.verdicts.filter { ![.unknown, .blocked].contains($0.state) }
    let all = walk.diagnosis.verdicts.count
    return texts("header.progress", ["done": "\(settled.count)", "all": "\(all)"])
  }

  /// What stands above the fields of a step: the question, the roles it asks about, where to look.
  package func head(of step: Step, in walk: Walk) -> [Prose] {
    guard let field = step.fields.first else { return [] }
    var parts: [Prose] = [
      .heading(text("\(stem(of: field.id, in: walk)).title", about: walk))
    ]
    let roles = roles(askedFor: field.id, in: walk)
    if !roles.isEmpty { parts += [.gap] + roles.map(Prose.bullet) }
    if let place = place(of: field, in: walk) {
      parts += [.gap, .toned(texts("question.see"), .muted), .toned(path(place), .muted)]
    }
    return parts
  }

  /// Where the answer is seen, which may differ when one submits for a person.
  private func place(of field: Field, in walk: Walk) -> String? {
    let isOrganisation =
      walk.facts[.reporteeKind] ?? ReporteeKind.organisation.rawValue
      == ReporteeKind.organisation.rawValue
    return isOrganisation ? field.place : field.placeForPerson ?? field.place
  }

  /// The roles of which any one gives the right that is asked about, where the catalogue knows.
  package func roles(askedFor field: FieldID, in walk: Walk) -> [String] {
    let right: ServiceRight? =
      switch field {
      case .personRight, .ownerRight: .write
      case .personSignRight: .sign
      default: nil
      }
    guard let right, let service = walk.facts[.service].flatMap(content.service),
      let codes = service.asked(for: right)
    else { return [] }
    return codes.map { content.rights.name(of: $0, in: language) }
  }

  /// How to see the answer, step by step.
  package func look(at step: Step, in walk: Walk) -> [Prose] {
    guard let field = step.fields.first else { return [] }
    let key = "\(stem(of: field.id, in: walk)).look"
    guard texts.has(key) else { return [] }
    return text(key, about: walk).split(separator: "\n").map { .paragraph(String($0)) }
  }

  /// Why the step is asked, how to see the answer, and who can find it out.
  ///
  /// Where nothing is asked it tells what the conclusion rests on.
  package func why(_ step: Step, in walk: Walk) -> [Prose] {
    guard let field = step.fields.first else { return grounds(walk) }
    let stem = stem(of: field.id, in: walk)
    var parts: [Prose] = [.heading(text("\(stem).title", about: walk)), .gap]
    parts.append(.paragraph(text("\(stem).why", about: walk)))
    if let reason = plannedReason(for: field.id, in: walk) { parts.append(.paragraph(reason)) }
    // On a small screen the question may leave no room for them.
    let roles = roles(askedFor: field.id, in: walk)
    if !roles.isEmpty { parts += [.gap] + roles.map(Prose.bullet) }
    if let place = place(of: field, in: walk) {
      parts += [.gap, .heading(texts("question.see")), .paragraph(path(place))]
    }
    parts += look(at: step, in: walk)
    parts += [.gap, .heading(texts("question.who")), .paragraph(text("\(stem).who", about: walk))]
    return parts
  }

  /// The answers that count, as what the conclusion rests on.
  private func grounds(_ walk: Walk) -> [Prose] {
    [.heading(texts("why.grounds")), .gap]
      + walk.answered.filter { walk.counts($0.field.id) }.map { field, answer in
        .bullet(
          text("question.\(field.id.rawValue).title", about: walk) + " "
            + self.answer(answer, to: field, in: walk)
        )
      }
  }

  /// The planner's one line, when it is the planner that asks.
  package func plannedReason(for field: FieldID, in walk: Walk) -> String? {
    guard let planned = walk.planned, planned.fact == field else { return nil }
    return texts("planned.\(planned.reason.rawValue)")
  }
}
