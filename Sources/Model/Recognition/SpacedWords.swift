/// Words that an asset writes as one text, with blanks between.
@propertyWrapper struct SpacedWords: Decodable, Sendable {
  var wrappedValue: Set<String>

  init(wrappedValue: Set<String>) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    wrappedValue = Set(Self.split(try decoder.singleValueContainer().decode(String.self)))
  }

  fileprivate static func split(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init)
  }
}

/// What is said in one word or more, each a text of its own in an asset.
@propertyWrapper struct Sayings: Decodable, Sendable {
  var wrappedValue: [[String]]

  init(wrappedValue: [[String]]) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    let lines = try decoder.singleValueContainer().decode([String].self)
    wrappedValue = lines.map(SpacedWords.split)
  }
}
