extension Flow {
  /// The keys of the texts that the flow's questions need.
  package var words: [String] {
    ["flow.\(id).title", "flow.\(id).start"]
      + steps.flatMap(\.fields).flatMap { field -> [String] in
        let stem = "question.\(field.id.rawValue)"
        let explained = ["title", "why", "look", "who"].map { "\(stem).\($0)" }
        return switch field.input {
        case .choice(let options): explained + options.map { "\(stem).\($0.value)" }
        case .service: explained + ["\(stem).\(Fact.otherService)"]
        case .message: explained
        case .line: ["\(stem).title"]
        }
      }
  }

  /// The keys that a language has no words for.
  package func missingWords(in texts: Texts) -> [String] { words.filter { !texts.has($0) } }
}
