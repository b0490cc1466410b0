package import Model

/// Puts what the model knows into words of one language; shared by every front end.
package struct Wording: Sendable {
  package let content: Content
  package let language: Language
  package let texts: Texts

  package init(_ content: Content, _ language: Language) {
    self.content = content
    self.language = language
    texts = content.texts(language)
  }

  /// A text by its key, with placeholders filled in.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    texts(key, values)
  }

  /// A text in which whom one sends for and what one sends are named.
  package func text(_ key: String, about walk: Walk) -> String {
    texts(key, ["reportee": reportee(walk), "service": service(walk)])
  }

  /// Whom one sends for: by name where it is known.
  package func reportee(_ walk: Walk) -> String {
    if let name = walk.answer("reportee.name")?.value, !name.isEmpty { return name }
    let kind = walk.facts[.reporteeKind] ?? ReporteeKind.organisation.rawValue
    let own = "party.\(walk.flow.id).\(kind)"
    return texts(texts.has(own) ? own : "party.\(kind)")
  }

  /// Who does an action, as it is called when one sends for a private person or for an enterprise.
  package func actor(_ actor: Actor, _ walk: Walk) -> String {
    let key = "actor.\(actor.rawValue)"
    let forPerson = "\(key).person"
    let isPerson = walk.facts.holds(.reporteeKind, ReporteeKind.person.rawValue)
    return text(isPerson && texts.has(forPerson) ? forPerson : key, about: walk)
  }

  /// What the sender says to whoever must act, in the sender's own voice; for what the sender does
  /// alone, what to see to afterwards.
  ///
  /// Nothing where the words would ask the sender a favour.
  package func tell(_ action: Action, _ walk: Walk) -> String? {
    let isForSender = walk.diagnosis.actor(of: action) == .sender
    guard action.by == .sender || !isForSender else { return nil }
    let name = walk.answer("reportee.name")?.value ?? ""
    let kind = walk.facts[.reporteeKind] ?? ReporteeKind.organisation.rawValue
    let words = texts(
      "action.\(action.id).tell",
      ["reportee": name.isEmpty ? texts("party.\(kind).tell") : name, "service": service(walk)]
    )
    return isForSender ? words : texts("conclusion.say", ["words": words])
  }

  /// What one sends, as people call it.
  package func service(_ walk: Walk) -> String {
    walk.facts[.service].flatMap(content.service).map(name) ?? walk.value(Request.serviceName)
      ?? texts("service.any")
  }

  /// An entry of a catalogue as people call it; `nil` when the catalogue does not have it.
  package func entry(_ id: String, in table: Field.SearchTable) -> String? {
    switch table {
    case .services: content.service(id).map(name)
    case .products: content.products[id].map(name)
    case .registerRoles: content.rights.registerRoles[RoleCode(rawValue: id)]?.names[language]
    case .roles: content.rights.roles[RoleCode(rawValue: id)]?.names[language]
    }
  }

  /// The entries of a catalogue that fit some words, best first.
  ///
  /// - Parameter walk: What the answer is for; the roles that cover its service come first.
  package func entries(
    matching words: String,
    in table: Field.SearchTable,
    about walk: Walk? = nil
  ) -> [(String, String)] {
    switch table {
    case .services: content.services.search(words, language).map { ($0.id, name($0)) }
    case .products:
      content.products.entries.map { ($0.id, name($0)) }
        .filter { words.isEmpty || $0.1.lowercased().contains(words.lowercased()) }
    case .registerRoles:
      // A private person is registered for nobody but oneself.
      content.rights.registerRoles.entries.filter { $0.id != .privatePerson }
        .map { ($0.id.rawValue, $0.names[language]) }
        .filter { Self.fits(words, $0.1, $0.0) }
    case .roles: roles(for: walk).filter { Self.fits(words, $0.1, $0.0) }
    }
  }

  /// A program by vendor and product.
  package func name(_ product: Product) -> String {
    product.product.hasPrefix(product.vendor)
      ? product.product : "\(product.vendor) \(product.product)"
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
      }
    return ids.map { ($0, box($0, of: boxes, field)) }
  }

  /// What there is to tick that fits some words.
  package func boxes(_ boxes: Field.Boxes, of field: FieldID, matching words: String)
    -> [(id: String, label: String)]
  {
    self.boxes(boxes, of: field).filter { Self.fits(words, $0.label, $0.id) }
  }

  /// Whether each of some words begins a word of a name, or is the code itself.
  private static func fits(_ words: String, _ name: String, _ code: String) -> Bool {
    let names = ServiceSearch.words(name) + ServiceSearch.words(code)
    return ServiceSearch.words(words).allSatisfy { word in names.contains { $0.hasPrefix(word) } }
  }

  private func box(_ id: String, of boxes: Field.Boxes, _ field: FieldID) -> String {
    switch boxes {
    case .steps: texts("question.\(field.rawValue).\(id)")
    case .roles, .clientRoles: content.rights.name(of: RoleCode(rawValue: id), in: language)
    }
  }

  /// A service by form number and name.
  package func name(_ service: Service) -> String {
    [service.form, service.names[language]].compactMap { $0 }.joined(separator: " ")
  }

  /// A menu path on one line, such as "Profil › Avanserte innstillinger".
  package func path(_ place: String) -> String {
    content.path(place, in: language).joined(separator: " › ")
  }

  /// What the keys of a question begin with: the flow's own words where it has some.
  func stem(of field: FieldID, in walk: Walk) -> String {
    let own = "question.\(walk.flow.id).\(field.rawValue)"
    return texts.has("\(own).title") ? own : "question.\(field.rawValue)"
  }

  /// What stands beside a line: shorter than the question where the line stands alone.
  package func label(of field: FieldID) -> String {
    texts(hasLabel(field) ? "question.\(field.rawValue).label" : "question.\(field.rawValue).title")
  }

  /// Whether a line has words of its own beside the question.
  package func hasLabel(_ field: FieldID) -> Bool {
    texts.has("question.\(field.rawValue).label")
  }

  /// The words of one option of a question; *vet ikke* is the same everywhere.
  package func option(_ value: String, of field: FieldID, in walk: Walk) -> String {
    value == Fact.unknown
      ? texts("answer.unknown") : text("\(stem(of: field, in: walk)).\(value)", about: walk)
  }

  /// A remark on an option, or on a whole field, where there is one.
  package func hint(_ value: String?, of field: FieldID) -> String? {
    let key = (["question", field.rawValue, value, "hint"] as [String?]).compactMap(\.self)
      .joined(separator: ".")
    return texts.has(key) ? texts(key) : nil
  }

  /// An answer as a person reads it.
  package func answer(_ answer: Answer, to field: Field, in walk: Walk) -> String {
    guard answer.value != Fact.unknown else { return texts("answer.unknown") }
    switch field.input {
    case .choice: return option(answer.value, of: field.id, in: walk)
    case .search(let table):
      return entry(answer.value, in: table) ?? option(Fact.otherService, of: field.id, in: walk)
    case .message:
      return content.message(answer.value).map { texts($0.meaningKey) } ?? answer.value
    case .line(.mobileNumber, _), .secret: return texts("answer.\(answer.value)")
    case .line: return answer.value
    case .boxes(let boxes):
      let ticked = answer.value.split(separator: ",").map(String.init)
      return ticked.isEmpty
        ? texts("answer.none") : ticked.map { box($0, of: boxes, field.id) }.joined(separator: ", ")
    }
  }

  /// Why a point stands as it does, one sentence a reason.
  package func reasons(_ verdict: Verdict, in walk: Walk) -> [String] {
    switch verdict.state {
    case .unknown: return []
    case _ where verdict.reasons.isEmpty:
      return [texts("verdict.oneOf")]
        + verdict.alternatives.map { "- " + text(key($0), about: walk) }
    default:
      return verdict.reasons.map { text(key($0), about: walk) }
    }
  }

  private func key(_ reason: Reason) -> String {
    switch reason {
    case .fault: "fault.\(reason.name)"
    case .ground: "ground.\(reason.name)"
    }
  }
}
