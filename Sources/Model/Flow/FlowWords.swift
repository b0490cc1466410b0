extension Flow {
  /// The keys of the texts that the flow's questions need.
  package var words: [String] {
    ["title", "start", "record", "records"].map { "flow.\(id).\($0)" }
      + marks.map { "mark.\(id).\($0.name)" }
      + steps.filter { $0.kind == .reading }.map { "step.\(id).\($0.id.rawValue)" }
      + steps.flatMap(\.fields).flatMap { field -> [String] in
        let stem = "question.\(field.id.rawValue)"
        let explained = ["title", "why", "look", "who"].map { "\(stem).\($0)" }
        return switch field.input {
        case .choice(let options): explained + options.map { "\(stem).\($0.value)" }
        case .search: explained + ["\(stem).\(Fact.otherService)"]
        case .boxes(.steps(let steps)): explained + steps.map { "\(stem).\($0)" }
        case .boxes(.roles), .boxes(.clientRoles), .secret: explained
        case .message: explained
        case .line: ["\(stem).title"]
        }
      }
  }

  /// The keys that a language has no words for.
  package func missingWords(in texts: Texts) -> [String] { words.filter { !texts.has($0) } }
}
