package import Model
package import SafeText

/// What surrounds the fields of a step: the question, where to look, and why it is asked.
package struct QuestionText: Sendable {
  let step: Step
  let walk: Walk
  let wording: Wording

  package init(_ walk: Walk, _ wording: Wording) {
    step = walk.current
    self.walk = walk
    self.wording = wording
  }

  /// What is shown above the fields: the question, the roles or packages it asks about, where to look.
  package var head: [Prose] {
    guard let field = step.fields.first else { return [] }
    var prose: [Prose] = [.heading(wording.question(field.id, in: walk))] + message
    prose += carried + notice
    prose += wording.registerNote(field, in: walk)
    let held = roles(field)
    // Many roles leave no room for more than the rows it takes to say where.
    let isTight = held.count > 5
    prose += isTight ? held.filter { $0 != .gap } : held
    if let path = wording.path(to: field, in: walk) {
      let see = wording("question.see")
      prose +=
        isTight
        ? [.toned("\(see) \(path)", .muted)] : [.gap, .toned(see, .muted), .toned(path, .muted)]
    }
    return prose
  }

  /// The message that is asked about, as it was pasted; where nothing is kept of that, as the catalogue has it.
  private var message: [Prose] {
    guard step.fields.first?.id == .messageSeen,
      let known = walk.facts[.message].flatMap(wording.content.message)
    else { return [] }
    // Two lines of the home size are enough to know it by, and leave room for the answers in the least.
    return [.paragraph(wording.pasted(walk, upTo: 88) ?? wording.quote(known))]
  }

  /// How to see the answer, step by step.
  package var look: [Prose] {
    guard let field = step.fields.first else { return [] }
    let key = "\(wording.stem(of: field.id, in: walk)).look"
    guard wording.has(key) else { return [] }
    return wording.text(key, about: walk).split(separator: "\n").map { .paragraph(String($0)) }
  }

  /// Why the step is asked, how to see the answer, and who can find it out.
  ///
  /// Where nothing is asked it shows what the conclusion rests on.
  package var why: [Prose] {
    guard let field = step.fields.first else { return grounds }
    let stem = wording.stem(of: field.id, in: walk)
    var prose: [Prose] = [.heading(asked(field))] + carried + notice + [.gap]
    prose.append(.paragraph(wording.text("\(stem).why", about: walk)))
    if let reason = plannedReason { prose.append(.paragraph(reason)) }
    // On a small screen the question may leave no room for them.
    prose += roles(field, isDated: true).filter { $0 != .gap } + deadline(field)
    if let place = wording.place(of: field, in: walk) {
      let edition = walk.flow.edition
      let path = wording.path(place, of: edition)
      let see = wording.text("question.see", about: walk)
      prose += [.gap, .heading(see), .paragraph(path)]
      prose += wording.lastChecked(path: place, of: edition)
    }
    guard let spoken = spoken(field) else {
      prose += look + [.gap, .heading(wording("question.who"))]
      return prose + [.paragraph(wording.text("\(stem).who", about: walk))]
    }
    prose.append(.paragraph(wording("desk.saidSo")))
    prose += spoken.unsure.enumerated().map { .numbered($0 + 1, $1) }
    prose += [.gap, .heading(wording("desk.unsureWho"))]
    return prose + [.paragraph(spoken.whoKnows)]
  }

  /// A question as it is put to the caller, where *you* would be the agent; `nil` anywhere else.
  private func spoken(_ field: Field) -> SpokenText? {
    guard wording.isToAgent(walk), wording.has(field.id.sayKey) else { return nil }
    return SpokenText(field, wording, isForClient: walk.isForClient)
  }

  /// A question as whoever reads it knows it.
  private func asked(_ field: Field) -> String {
    spoken(field)?.say ?? wording.question(field.id, in: walk)
  }

  /// The planner's one line, when it is the planner that asks.
  package var plannedReason: String? {
    guard let planned = walk.planned, let field = step.fields.first?.id,
      planned.fact == field
    else { return nil }
    let last = walk.answered.last { $0.field.id != walk.flow.edition.portal.message }
    // Whoever did not know has not been where it is seen.
    let isThere = last?.answer.value != Fact.unknown
    guard isThere || planned.reason != .sameVantage else { return nil }
    return wording.text(planned.reason.textKey, about: walk)
  }

  /// That an answer stands there already because it is known from the case that the task was begun in.
  private var carried: [Prose] {
    step.fields.contains { walk.carried.contains($0.id) }
      ? [.toned(wording("question.fromCase"), .muted)] : []
  }

  /// That the portal has closed, right below the first question: a small window keeps the question and the
  /// beginning of this.
  private var notice: [Prose] {
    guard walk.current.id == walk.flow.steps.first?.id else { return [] }
    let notice = walk.beginsTask ? wording.closing(walk) : wording.closedAtHome(walk.flow.edition)
    return [notice].compactMap(\.self)
  }

  private func roles(_ field: Field, isDated: Bool = false) -> [Prose] {
    let held =
      wording.roles(askedFor: field.id, in: walk).map(Prose.bullet)
      + wording.packages(askedFor: field.id, in: walk, isDated: isDated)
    return held.isEmpty ? [] : [.gap] + held
  }

  /// Until when old roles count, below the question whether one still does.
  private func deadline(_ field: Field) -> [Prose] {
    guard field.id == .senderRoleCounts else { return [] }
    let services = wording.content.fullmakter.services.entries
    return services.compactMap(\.access).flatMap { wording.ends($0, isDated: true) }
  }

  /// The answers that count, as what the conclusion rests on.
  private var grounds: [Prose] {
    let said = walk.answered.filter { walk.counts($0.field.id) }.map { field, answer -> Prose in
      .bullet(
        asked(field) + " "
          + wording.answer(answer, to: field, in: walk)
      )
    }
    return [.heading(wording("why.grounds")), .gap] + said + byRegister + told
  }

  /// What a page without a question tells of Altinn, with when each was last held against its source.
  private var told: [Prose] {
    guard walk.flow.edition == .current else { return [] }
    switch walk.current.kind {
    case .conclusion:
      let text = ConclusionText(walk, wording)
      return text.rules + named(in: text.firstPage + text.parts.flatMap(text.page))
    case .rights: return wording.rights(of: walk).rules + named(in: page)
    default: return named(in: page)
    }
  }

  private var page: [Prose] { wording.prose(walk, number: nil) }

  private func named(in page: [Prose]) -> [Prose] {
    wording.paths(namedIn: page, of: walk.flow.edition)
  }

  /// What the register answered, where nobody has.
  private var byRegister: [Prose] {
    let isAnswered = walk.flow.steps.flatMap(\.fields).contains {
      $0.inRegister != nil && walk.answer($0.id)?.source == .derived
    }
    let note = isAnswered ? wording.firmNote(walk.firmReview) : nil
    return note.map { [.bullet($0)] } ?? []
  }
}

extension Wording {
  /// The roles that give the right a question asks about, where the catalogue knows; one is enough.
  package func roles(askedFor field: FieldID, in walk: Walk) -> [String] {
    let right: ServiceRight? =
      switch field {
      case .personRight, .ownerRight: .write
      case .personSignRight: .sign
      default: nil
      }
    guard let right, let service = walk.facts[.service].flatMap({ content.service($0) }),
      let codes = service.asked(for: right)
    else { return [] }
    let containing = content.rights.roles.entries.map(\.id).filter {
      !codes.contains($0) && content.rights.suffices($0, as: codes)
    }
    return (codes + containing).map(name)
  }
}
