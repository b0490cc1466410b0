extension Flow {
  /// What the keys of a question begin with: the flow's own words where it has some.
  package func stem(of field: FieldID, in texts: Texts) -> String {
    let own = "question.\(id).\(field.rawValue)"
    return texts.has("\(own).title") ? own : "question.\(field.rawValue)"
  }

  /// The keys of the texts that the flow's questions need.
  ///
  /// A flow that asks a question in its own words has its own words for the answers too.
  package func words(in texts: Texts) -> [String] {
    ["title", "start", "record", "records"].map { "flow.\(id).\($0)" }
      + statusRules.map { "mark.\(id).\($0.name)" }
      + steps.flatMap(readWords) + spokenWords
      + steps.flatMap { step in step.fields.map { (step, $0) } }.flatMap {
        step,
        field -> [String] in
        let stem = stem(of: field.id, in: texts)
        let explained = ["title", "why", "look", "who"].map { "\(stem).\($0)" }
        return switch field.input {
        case .choice(let options): explained + options.map { "\(stem).\($0.value)" }
        case .search: explained + ["\(stem).\(Fact.otherService)"]
        case .boxes(.steps(let steps)):
          explained + steps.map { "question.\(field.id.rawValue).\($0)" }
        case .boxes, .secret: explained
        case .message: explained
        case .candidates: explained + ["\(stem).\(Fact.unknown)"]
        // A line that stands alone is explained; one that stands below a question goes with it.
        case .line: field == step.fields.first ? explained : ["\(stem).title"]
        }
      }
  }

  /// The keys of what a step says that asks nothing.
  private func readWords(_ step: Step) -> [String] {
    switch step.kind {
    case .reading, .program, .messages: ["step.\(id).\(step.id.rawValue)"]
    case .receipt where !findsFaults: ["receipt.\(id)", "receipt.\(id).after"]
    default: []
    }
  }

  /// The keys that a language has no words for.
  package func missingWords(in texts: Texts) -> [String] {
    words(in: texts).filter { !texts.has($0) }
  }
}
