/// Facts written down beforehand: a JSON object of fact keys with their values.
package enum AnswersFile {
  /// What is wrong with a file; the words are in the texts under `answers.`.
  package enum Failure: Error, Equatable {
    /// Not JSON; with the line where reading stopped, when that is known.
    case notJSON(line: Int?)
    /// JSON, but no object.
    case notAnObject
    case unknownKey(String, line: Int)
    /// A key that stands twice; with the line of the second.
    case repeatedKey(String, line: Int)
    /// A value the key cannot have, with those it can; empty when a catalogue decides.
    case unknownValue(key: String, value: String, line: Int, expected: [String])
  }

  /// What a key may be answered with.
  package enum Allowed {
    case oneOf([String])
    /// What a catalogue has; asked for with the value.
    case entry((String) -> Bool)

    /// Whether a value is one of them.
    package func takes(_ value: String) -> Bool {
      switch self {
      case .oneOf(let words): words.contains(value)
      case .entry(let isEntry): isEntry(value)
      }
    }
  }

  /// Reads the facts of a file.
  ///
  /// A key left out is not known; `null` and `"unknown"` say that somebody was asked and did not know.
  /// `true` and `false` are taken for yes and no.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - allowed: What a key may be answered with; `nil` for a key that is no fact.
  package static func facts(
    in text: String,
    allowed: (FieldID) -> Allowed?
  ) throws(Failure) -> Facts {
    let entries: [FlatJSON.Entry]?
    do throws(FlatJSON.Broken) {
      entries = try FlatJSON.entries(in: text)
    } catch {
      throw .notJSON(line: text.isEmpty ? nil : error.line)
    }
    guard let entries else { throw .notAnObject }
    var facts = Facts()
    var seen: Set<String> = []
    // In the order of the file, so that the first mistake is the one told.
    for entry in entries {
      let (key, line) = (entry.key, entry.line)
      let fact = FieldID(rawValue: key)
      guard let allowed = allowed(fact) else { throw .unknownKey(key, line: line) }
      guard seen.insert(key).inserted else { throw .repeatedKey(key, line: line) }
      let word = word(of: entry.value)
      let expected: [String] = if case .oneOf(let words) = allowed { words } else { [] }
      guard allowed.takes(word) || word == Fact.unknown else {
        throw .unknownValue(key: key, value: word, line: line, expected: expected)
      }
      facts[fact] = word
    }
    return facts
  }

  /// What a value is as an answer; of anything nested only that it is.
  private static func word(of value: FlatJSON.Value) -> String {
    switch value {
    case .null: Fact.unknown
    case .flag(let flag): flag ? Fact.yes : Fact.no
    case .text(let text), .number(let text): text
    case .object: "{…}"
    case .array: "[…]"
    }
  }
}
