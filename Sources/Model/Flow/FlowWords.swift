extension Flow {
  /// The keys of the texts that the flow's questions need.
  package var words: [String] {
    ["title", "start", "record", "records"].map { "flow.\(id).\($0)" }
      + statusRules.map { "mark.\(id).\($0.name)" }
      + steps.flatMap(spoken)
      + steps.flatMap { step in step.fields.map { (step, $0) } }.flatMap {
        step,
        field -> [String] in
        let stem = "question.\(field.id.rawValue)"
        let explained = ["title", "why", "look", "who"].map { "\(stem).\($0)" }
        return switch field.input {
        case .choice(let options): explained + options.map { "\(stem).\($0.value)" }
        case .search: explained + ["\(stem).\(Fact.otherService)"]
        case .boxes(.steps(let steps)): explained + steps.map { "\(stem).\($0)" }
        case .boxes, .secret: explained
        case .message: explained
        case .candidates: explained + ["\(stem).\(Fact.unknown)"]
        // A line that stands alone is explained; one that stands below a question goes with it.
        case .line: field == step.fields.first ? explained : ["\(stem).title"]
        }
      }
  }

  /// The keys of what a step says that asks nothing.
  private func spoken(_ step: Step) -> [String] {
    switch step.kind {
    case .reading, .program, .messages: ["step.\(id).\(step.id.rawValue)"]
    case .receipt where !findsFaults: ["receipt.\(id)", "receipt.\(id).after"]
    default: []
    }
  }

  /// The keys that a language has no words for.
  package func missingWords(in texts: Texts) -> [String] { words.filter { !texts.has($0) } }
}
