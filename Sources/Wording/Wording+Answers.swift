package import Model
import SafeText

/// The words of questions and of their answers.
extension Wording {
  /// What the keys of a question begin with: the flow's own words where it has some.
  package func stem(of field: FieldID, in walk: Walk) -> String {
    walk.flow.stem(of: field, in: texts)
  }

  /// The question itself.
  package func question(_ field: FieldID, in walk: Walk) -> String {
    text("\(stem(of: field, in: walk)).title", about: walk)
  }

  /// The label beside a line; shorter than the question where the line has no question of its own.
  package func label(of field: FieldID) -> String {
    self(hasLabel(field) ? "question.\(field.rawValue).label" : "question.\(field.rawValue).title")
  }

  /// Whether a line has words of its own beside the question.
  package func hasLabel(_ field: FieldID) -> Bool {
    has("question.\(field.rawValue).label")
  }

  /// The words of one option of a question; *vet ikke* is the same everywhere.
  package func option(_ value: String, of field: FieldID, in walk: Walk) -> String {
    value == Fact.unknown
      ? self("answer.unknown") : text("\(stem(of: field, in: walk)).\(value)", about: walk)
  }

  /// The words of one option of a field: of an entry of the catalogue how it reads.
  package func option(_ value: String, of field: Field, in walk: Walk) -> String {
    guard case .candidates = field.input else { return option(value, of: field.id, in: walk) }
    return content.message(value).map(quote) ?? self("question.\(field.id).\(Fact.unknown)")
  }

  /// What stands below an option: of an entry of the catalogue what it means.
  package func detail(_ value: String, of field: Field) -> String? {
    guard case .candidates = field.input else { return hint(value, of: field.id) }
    return content.message(value).flatMap { $0.texts.isEmpty ? nil : self($0.meaningKey) }
  }

  /// A remark on an option, or on a whole field, where there is one.
  package func hint(_ value: String?, of field: FieldID) -> String? {
    let key = (["question", field.rawValue, value, "hint"] as [String?]).compactMap(\.self)
      .joined(separator: ".")
    return has(key) ? self(key) : nil
  }

  /// An answer as a person reads it.
  package func answer(_ answer: Answer, to field: Field, in walk: Walk) -> String {
    guard answer.value != Fact.unknown else { return unknown(field, in: walk) }
    switch field.input {
    case .candidates: return option(answer.value, of: field, in: walk)
    case .choice: return option(answer.value, of: field.id, in: walk)
    case .search(let table):
      return entry(answer.value, in: table) ?? option(Fact.otherService, of: field.id, in: walk)
    case .message:
      return content.message(answer.value).map { self($0.meaningKey) } ?? answer.value
    case .line(.mobileNumber, _), .secret: return self("answer.\(answer.value)")
    case .line(let rule, _): return written(answer.value, as: rule)
    case .boxes(let boxes):
      let ticked = answer.value.split(separator: ",").map(String.init)
      // Of steps to do nothing is said by whoever ticks nothing off, and somebody may have no role.
      let isStep = if case .steps = boxes { true } else { false }
      return ticked.isEmpty
        ? self(isStep ? "answer.unticked" : "answer.none")
        : ticked.map { box($0, of: boxes, field.id) }.joined(separator: ", ")
    }
  }

  /// What was said by somebody who does not know: of a message that nobody knows what was pasted.
  private func unknown(_ field: Field, in walk: Walk) -> String {
    switch field.input {
    case .candidates: return option(Fact.unknown, of: field, in: walk)
    case .message:
      guard let text = walk.answer(.messageText)?.value else { return self("answer.unknown") }
      let line = Sanitiser.text(text).inOneLine
      return quoted(line.count > 160 ? line.prefix(159) + "…" : line)
    default: return self("answer.unknown")
    }
  }

  /// An answer as the review shows it: whether it counts is said as well.
  func reviewed(_ answer: Answer, to field: Field, in walk: Walk) -> String {
    let value = self.answer(answer, to: field, in: walk)
    return walk.counts(field.id) ? value : self("review.setAside", ["answer": value])
  }

  /// What there is to tick.
  package func boxes(_ boxes: Field.Boxes, of field: FieldID) -> [(id: String, label: String)] {
    let ids =
      switch boxes {
      case .steps(let steps): steps
      case .roles:
        content.rights.registerRoles.entries.map(\.id.rawValue)
          + content.rights.roles.entries.map(\.id.rawValue)
      case .clientRoles:
        content.rights.roles.entries.filter { $0.clientRole != nil }.map(\.id.rawValue)
      case .packages: content.fullmakter.packages.entries.map(\.id)
      case .clientPackages:
        content.fullmakter.packages.entries.filter { $0.kind == .client }.map(\.id)
      }
    return ids.map { ($0, box($0, of: boxes, field)) }
  }

  /// What there is to tick that fits some words.
  package func boxes(_ boxes: Field.Boxes, of field: FieldID, matching words: String)
    -> [(id: String, label: String)]
  {
    self.boxes(boxes, of: field).filter { Self.fits(words, $0.label, $0.id) }
  }

  private func box(_ id: String, of boxes: Field.Boxes, _ field: FieldID) -> String {
    switch boxes {
    case .steps: self("question.\(field.rawValue).\(id)")
    case .roles, .clientRoles: name(RoleCode(rawValue: id))
    case .packages, .clientPackages: name(ofPackage: id)
    }
  }

  /// The steps of a task that nobody has ticked off yet nor said to be done, in their own words.
  package func remaining(_ walk: Walk) -> [String] { unticked(walk).flatMap(\.steps) }

  /// The steps of a task that nobody has ticked off, by where they are done: what one is to open is named above what
  /// is to be done there.
  ///
  /// - Parameter isSaidDone: Whether those that another answer says are done, and that were left so on their page; else
  ///   those that remain.
  func unticked(_ walk: Walk, saidDone isSaidDone: Bool = false)
    -> [(path: String?, steps: [String])]
  {
    walk.flow.steps.filter(walk.concerns).flatMap { step in
      step.fields.compactMap { field -> (path: String?, steps: [String])? in
        guard case .boxes(.steps(let names)) = field.input else { return nil }
        let answer = walk.answer(field.id)
        guard answer != nil || !isSaidDone else { return nil }
        let ticked = answer?.value.split(separator: ",").map(String.init) ?? []
        let left = boxes(.steps(names), of: field.id).filter {
          !ticked.contains($0.id) && walk.isSaidDone($0.id, at: step) == isSaidDone
        }
        guard !left.isEmpty else { return nil }
        return (path: path(to: field, in: walk), steps: left.map(\.label))
      }
    }
  }

  /// Where an answer is seen, or something is done, as the id of a menu path, which may differ for a private person.
  func place(of field: Field, in walk: Walk) -> String? {
    let forPerson = walk.reporteeKind == .organisation ? nil : field.placeForPerson
    return forPerson ?? field.place
  }

  /// The same as one finds it.
  func path(to field: Field, in walk: Walk) -> String? {
    place(of: field, in: walk).map { path($0, of: walk.flow.edition) }
  }
}
