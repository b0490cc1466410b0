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
    /// A value the key cannot have, with those it can; empty when a catalogue decides.
    case unknownValue(key: String, value: String, line: Int, expected: [String])
  }

  /// Reads the facts of a file.
  ///
  /// A key left out is not known; `null` and `"unknown"` say that somebody was asked and did not know.
  /// `true` and `false` are taken for yes and no.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - isMessage: Whether the catalogue has a message of that id.
  ///   - isService: Whether the catalogue has a service of that id.
  package static func facts(
    in text: String,
    isMessage: (String) -> Bool,
    isService: (String) -> Bool
  ) throws(Failure) -> Facts {
    let object: Any
    do {
      object = try JSONSerialization.jsonObject(
        with: Data(text.utf8),
        options: [.fragmentsAllowed]
      )
    } catch {
      throw .notJSON(line: line(of: error))
    }
    guard let entries = object as? [String: Any] else { throw .notAnObject }
    let flags = (try? JSONDecoder().decode([String: Flag].self, from: Data(text.utf8))) ?? [:]
    var facts = Facts()
    // In the order of the file, so that the first mistake is the one told.
    for (key, value) in entries.sorted(by: {
      line(of: $0.key, in: text) < line(of: $1.key, in: text)
    }) {
      let line = line(of: key, in: text)
      guard let fact = Fact(rawValue: key) else { throw .unknownKey(key, line: line) }
      let word = flags[key]?.word ?? word(value)
      let isKnown: Bool =
        switch fact {
        case .message: isMessage(word)
        case .service: word == Fact.otherService || isService(word)
        default: fact.values?.contains(word) ?? false
        }
      guard isKnown || word == Fact.unknown else {
        throw .unknownValue(key: key, value: word, line: line, expected: fact.values ?? [])
      }
      facts[fact] = word
    }
    return facts
  }

  /// A value that is `true` or `false`; the untyped reading above does not tell them from 1 and 0.
  private struct Flag: Decodable {
    let word: String?

    init(from decoder: any Decoder) throws {
      let flag = try? decoder.singleValueContainer().decode(Bool.self)
      word = flag.map { $0 ? Fact.yes : Fact.no }
    }
  }

  private static func word(_ value: Any) -> String {
    switch value {
    case is NSNull: Fact.unknown
    case let text as String: text
    default: "\(value)"
    }
  }

  /// The line a key stands on, counted from 1.
  private static func line(of key: String, in text: String) -> Int {
    guard let place = text.range(of: "\"\(key)\"") else { return 1 }
    return text[..<place.lowerBound].count { $0.isNewline } + 1
  }

  private static func line(of error: any Error) -> Int? {
    let words = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
    guard let match = words.firstMatch(of: /line (\d+)/) else { return nil }
    return Int(match.1)
  }
}
