import Model
import SafeText
import Wording

extension Wording {
  /// What is wrong with an answers file: which key, which line, what was expected.
  ///
  /// - Parameters:
  ///   - keys: The keys it can have.
  ///   - sample: One of them with a value it takes, to show what a file looks like.
  func text(
    of failure: AnswersFile.Failure,
    keys: [FieldID],
    sample: (key: FieldID, value: String)?
  ) -> String {
    let path = self("input.after", ["option": "--answers"]).capitalisedFirst
    let example = sample.map { "{\"\($0.key.rawValue)\": \"\($0.value)\"}" } ?? "{}"
    return switch failure {
    case .notJSON(let line):
      line.map {
        self("answers.notJSONAt", ["path": path, "line": "\($0)", "example": example])
      } ?? self("answers.notJSON", ["path": path, "example": example])
    case .notAnObject: self("answers.notAnObject", ["path": path, "example": example])
    case .unknownKey(let key, let line):
      self(
        Self.isNamed(key) ? "answers.unknownKeyNamed" : "answers.unknownKey",
        [
          "path": path, "line": "\(line)", "key": key,
          "expected": keys.map(\.rawValue).joined(separator: ", "),
        ]
      )
    case .repeatedKey(let key, let line):
      self("answers.repeatedKey", ["path": path, "line": "\(line)", "key": Sanitiser.line(key)])
    case .unknownValue(let key, _, let line, let expected):
      self(
        expected.isEmpty ? "answers.unknownEntry" : "answers.unknownValue",
        [
          "path": path, "line": "\(line)", "key": key,
          "expected": (expected + [Fact.unknown]).joined(separator: ", "),
        ]
      )
    }
  }

  /// Whether a key that is none may be repeated: it is written as keys are, in letters alone, and is no number and no
  /// password.
  private static func isNamed(_ key: String) -> Bool {
    key.count <= 40 && key.first?.isLowercase == true
      && key.allSatisfy { $0.isASCII && ($0.isLetter || $0 == ".") } && Redaction(key).isClean
  }

  /// That a key or an entry belongs to another Altinn than the one asked about, and how to say that it is
  /// meant; `nil` where the failure is none of that.
  func text(of failure: AnswersFile.Failure, belongingTo other: PortalEdition) -> String? {
    let (name, line): (String, Int)
    switch failure {
    case .unknownKey(let key, let place)
    where content.allowed(FieldID(rawValue: key), in: other) != nil:
      (name, line) = (key, place)
    case .unknownValue(let key, let value, let place, [])
    where content.allowed(FieldID(rawValue: key), in: other)?.takes(value) == true:
      (name, line) = (value, place)
    default: return nil
    }
    return self(
      "answers.otherPortal",
      [
        "path": self("input.after", ["option": "--answers"]).capitalisedFirst, "line": "\(line)",
        "name": name, "portal": self.name(other),
        "option": "--portal \(other.rawValue)",
      ]
    )
  }
}
