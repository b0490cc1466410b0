package import Model
package import SafeText

extension Wording {
  /// What a step that asks nothing says; nothing for a question.
  ///
  /// - Parameter number: The number of the case, once it has one.
  package func prose(_ walk: Walk, number: CaseID?) -> [Prose] {
    StepText(walk, self, number).prose
  }
}

/// What the step that a walk is at says.
struct StepText {
  let walk: Walk
  let wording: Wording
  let number: CaseID?

  init(_ walk: Walk, _ wording: Wording, _ number: CaseID? = nil) {
    self.walk = walk
    self.wording = wording
    self.number = number
  }

  var prose: [Prose] {
    switch walk.current.kind {
    case .question: []
    case .reading: reading
    case .program(let field): reading + program(field)
    case .kept: forgotten + [.paragraph(wording("kept.unknown"))] + kept
    case .recognised where walk.showsKept: forgotten + recognised + named + kept
    case .recognised: recognised + named
    case .overview: PointsText(walk, wording).prose
    case .conclusion: ConclusionText(walk, wording, showsRegister: true).firstPage
    case .tasks: [.paragraph(wording("tasks.about"))]
    case .rights: wording.rights(of: walk).prose
    case .letter: LetterText(walk, wording).prose
    case .messages(let ids): reading + messages(ids)
    case .review: [.paragraph(wording("review.about"))]
    case .receipt: ReceiptText(walk, wording, number).prose
    }
  }

  /// A step that is only read, with what was answered put in.
  private var reading: [Prose] {
    (walk.beginsTask ? wording.notice(above: walk) : [])
      + paragraphs("step.\(walk.flow.id).\(walk.current.id.rawValue)")
  }

  /// What a recognised message means.
  private var recognised: [Prose] {
    let number = wording.impossibleNumber(walk)
    return
      (number.map {
        [.toned(wording("conclusion.impossible", ["number": $0]), .bad), .gap]
      } ?? []) + meaning
  }

  /// Whom the message names, read back.
  private var named: [Prose] {
    guard walk.answer(.reporteeName)?.source == .message, let number = walk.reporteeNumber,
      let field = walk.flow.field(.reporteeName)
    else { return [] }
    let lines = wording.readBack(number, in: field, of: walk)
    return lines.isEmpty ? [] : [.gap] + lines
  }

  private var meaning: [Prose] {
    guard let id = walk.facts[.message], let message = wording.content.message(id) else {
      return [.paragraph(wording(walk.hasText ? "recognised.unknown" : "recognised.none"))]
        + (wording.origin(of: walk).map { [.gap, $0] } ?? [])
    }
    var prose: [Prose] = [.paragraph(wording(message.meaningKey))]
    if let origin = wording.origin(of: walk) {
      prose += [.gap, origin]
      // What is to be done about it stands in pages that are gone.
      if message.edition != walk.flow.edition || wording.comesLate(walk) { return prose }
    }
    if wording.has(message.remedyKey) {
      prose += [.gap] + (wording.closingInShort(walk).map { [Prose.toned($0, .bad)] } ?? [])
      prose.append(.paragraph(wording(message.remedyKey)))
    }
    prose += wording.handOver(message, in: walk)
    let named = wording.pointed(at: message.causes, in: message.edition)
    return prose + (named.map { [.gap, .paragraph($0)] } ?? []) + also
  }

  /// Another message in the same text, which nothing else here tells of.
  private var also: [Prose] {
    guard let other = walk.otherMessages.first else { return [] }
    let named = wording("recognised.also", ["message": wording.callerMessage(other)])
    return [.gap, .paragraph(named)]
  }

  /// That nothing is kept of the pasted text, where the person chose so; it stands first, to be seen at once.
  private var forgotten: [Prose] {
    walk.hasText ? [] : [.paragraph(wording("kept.none")), .gap]
  }

  /// What is kept of the pasted text, with marks where something was taken out.
  private var kept: [Prose] {
    guard walk.hasText, let text = walk.answer(.messageText)?.value else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let cut = walk.leftOut.map { Prose.paragraph(wording.counted("kept.cut", $0)) }
    let about = [cut, .paragraph(wording("kept.about"))].compactMap(\.self)
    return [.gap, .heading(wording("kept.title"))] + about + [.gap]
      + lines.map { $0.allSatisfy(\.isWhitespace) ? .gap : .toned(String($0), .muted) }
  }

  /// Messages with what they mean and what to do, for those who may meet them.
  private func messages(_ ids: [String]) -> [Prose] {
    ids.compactMap(wording.content.message).flatMap { message -> [Prose] in
      let texts = wording.wordings(of: message)
      return [.gap] + texts.map { .heading(wording("request.message", ["text": $0])) }
        + [message.meaningKey, message.remedyKey].filter(wording.has)
        .map { .paragraph(wording($0)) }
    }
  }

  /// What the vendor of the program answered in a field says: what it calls the ID, where it is
  /// typed, and what to look out for; whom to ask where nothing is known (P4).
  private func program(_ field: FieldID) -> [Prose] {
    guard let product = wording.product(field, in: walk) else {
      return [.gap, .paragraph(wording("program.unknown"))]
    }
    let name = wording.name(product)
    let called = product.idName.map { wording("program.idName", ["program": name, "id": $0]) }
    let typed = product.place.map { wording($0) } ?? wording("program.unknown")
    return [.gap, .heading(name)]
      + [called, typed].compactMap { $0.map(Prose.paragraph) }
      + product.warnings.map { .bullet(wording($0)) }
  }

  /// A text of several paragraphs.
  ///
  /// Its placeholders are the fields of the flow, the reportee and the service. A line about what
  /// nobody has answered or knows, or has left empty, is left out.
  func paragraphs(_ key: String) -> [Prose] {
    var values = ["reportee": wording.reportee(walk), "service": wording.service(walk)]
    for (field, answer) in walk.answered
    where walk.counts(field.id) && answer.value != Fact.unknown {
      let words = told(answer, to: field)
      if words.contains(where: { !$0.isWhitespace }) { values[field.id.rawValue] = words }
    }
    nameReceivers(in: &values)
    let open = walk.flow.steps.flatMap(\.fields).map(\.id.rawValue)
      .filter { values[$0] == nil }
    let lines = wording(wording.variant(of: key, in: walk))
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !open.contains { line.contains("{\($0)}") } }
    guard lines.contains(where: { !$0.isEmpty }) else { return [] }
    let filled = wording.texts.filled(lines.joined(separator: "\n"), values)
    return filled.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? .gap : .paragraph(String($0)) }
  }

  /// An answer as it is told: of what no catalogue has, what was written for it and not the name of the choice.
  private func told(_ answer: Answer, to field: Field) -> String {
    guard case .search = field.input, answer.value == Fact.otherService else {
      return wording.answer(answer, to: field, in: walk)
    }
    return walk.flow.line(naming: field.id).flatMap(walk.line) ?? ""
  }

  /// Whoever is to have what is asked for is called by name, where all of them are named.
  private func nameReceivers(in values: inout [String: String]) {
    let receivers: [(to: FieldID, names: [FieldID])] = [
      (Ask.to, [Ask.person, Ask.firm]), (Request.to, [Request.person, Request.owner]),
    ]
    for (to, fields) in receivers {
      guard let chosen = walk.value(to) else { continue }
      let names = fields.compactMap { values[$0.rawValue] }.filter { !$0.isEmpty }
      let count = chosen == Request.Receiver.both.rawValue ? 2 : 1
      if names.count == count { values[to.rawValue] = names.joined(separator: ", ") }
    }
  }
}
