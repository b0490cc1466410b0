import Model
import Wording

/// What a question takes for an answer where nobody is asked.
struct ExpectedAnswer: Equatable, Encodable {
  enum Kind: String, Encodable {
    /// One of the values.
    case oneOf
    /// Any number of the values, with commas between; none is an empty text.
    case anyOf
    /// The message as it came, or an empty text where there is none.
    case message
    /// One line of text, or an empty one.
    case line
    /// That it is skipped: a password is never written in a file.
    case skipped
  }

  let kind: Kind
  /// The values it can have; none where any text will do.
  let values: [String]
  /// What a line must be.
  let rule: LineRule?

  static let message = ExpectedAnswer(.message)

  /// The key of the text that says what it is; a line that must be more than text has its own.
  var textKey: String {
    guard let rule, ![.free, .name, .unit, .program].contains(rule) else {
      return "walk.expected.\(kind.rawValue)"
    }
    return "walk.expected.line.\(rule.rawValue)"
  }

  private init(_ kind: Kind, _ values: [String] = [], _ rule: LineRule? = nil) {
    self.kind = kind
    self.values = values
    self.rule = rule
  }

  /// What a field takes at the step where a walk is.
  init(_ field: Field, in walk: Walk, _ wording: Wording) {
    switch field.input {
    case .message: self = .message
    case .choice(let choices): self.init(.oneOf, field.offered(choices))
    case .candidates(let source):
      self.init(.oneOf, walk.candidates(in: source).map(\.value) + [Fact.unknown])
    case .search(let table):
      let entries = wording.answers(matching: "", in: table, to: field.id, about: walk)
      self.init(.oneOf, entries.map(\.id))
    case .boxes(let boxes):
      self.init(.anyOf, wording.boxes(boxes, of: field.id).map(\.id))
    case .line(let rule, _): self.init(.line, [], rule)
    case .secret: self.init(.skipped, [LineRule.skipped])
    }
  }
}

extension LineRule: Encodable {}
