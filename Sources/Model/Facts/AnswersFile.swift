import Foundation

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
    let value: Value
    do {
      value = try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw .notJSON(line: brokenLine(in: text))
    }
    guard case .object(let entries) = value else { throw .notAnObject }
    var facts = Facts()
    // In the order of the file, so that the first mistake is the one told.
    let lines = keyLines(in: text)
    for (key, value) in entries.sorted(by: {
      (lines[$0.key]?.first ?? 1, $0.key) < (lines[$1.key]?.first ?? 1, $1.key)
    }) {
      let line = lines[key]?.first ?? 1
      let fact = FieldID(rawValue: key)
      guard let allowed = allowed(fact) else { throw .unknownKey(key, line: line) }
      if let second = lines[key]?.dropFirst().first { throw .repeatedKey(key, line: second) }
      let word = value.word
      let expected: [String] = if case .oneOf(let words) = allowed { words } else { [] }
      guard allowed.takes(word) || word == Fact.unknown else {
        throw .unknownValue(key: key, value: word, line: line, expected: expected)
      }
      facts[fact] = word
    }
    return facts
  }

  /// A value as the file has it; anything nested only says that it is.
  private enum Value: Decodable {
    case object([String: Value])
    case word(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .word(Fact.unknown)
      } else if let flag = try? value.decode(Bool.self) {
        self = .word(flag ? Fact.yes : Fact.no)
      } else if let text = try? value.decode(String.self) {
        self = .word(text)
      } else if let number = try? value.decode(Int.self) {
        self = .word("\(number)")
      } else if let number = try? value.decode(Double.self) {
        self = .word("\(number)")
      } else if let object = try? value.decode([String: Value].self) {
        self = .object(object)
      } else {
        self = .word("[…]")
      }
    }

    var word: String {
      if case .word(let word) = self { word } else { "{…}" }
    }
  }

  /// The lines each key stands on, counted from 1.
  private static func keyLines(in text: String) -> [String: [Int]] {
    var lines: [String: [Int]] = [:]
    for match in text.matches(of: /"((?:[^"\\]|\\.)*)"(\s*:)?/) where match.2 != nil {
      let line = text[..<match.range.lowerBound].count { $0.isNewline } + 1
      lines[String(match.1), default: []].append(line)
    }
    return lines
  }

  /// The line where reading stops, as far as the parser tells.
  private static func brokenLine(in text: String) -> Int? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
      return nil
    } catch {
      let words = String(describing: (error as NSError).userInfo)
      if let line = words.firstMatch(of: /line (\d+)/) { return Int(line.1) }
      let place = words.firstMatch(of: /character (\d+)/).flatMap { Int($0.1) }
      return place.map { text.utf8.prefix($0).count { $0 == UInt8(ascii: "\n") } + 1 }
    }
  }
}
