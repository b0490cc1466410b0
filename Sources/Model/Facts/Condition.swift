/// The name of a question; for questions about facts it is the fact's key.
package struct FieldID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(stringLiteral value: String) { rawValue = value }
  package init(_ fact: Fact) { rawValue = fact.rawValue }

  /// The fact the question is about, if it is about one.
  package var fact: Fact? { Fact(rawValue: rawValue) }
}

/// What is known about one question while a condition is held against it.
package enum Knowing: Equatable, Sendable {
  case known(String)
  /// Asked, and the person does not know.
  case declined
  case unasked
}

/// When something counts, is asked or is taken: a small closed language, the same for every front end.
package indirect enum Condition: Equatable, Sendable {
  case always
  /// The answer is one of these.
  case isOne(of: [String], FieldID)
  case known(FieldID)
  case not(Condition)
  case all([Condition])
  /// The message says that the fault lies outside the four points.
  case liesOutside
  /// The answer just given made a point fail that did not fail before.
  case newFault
  /// Nothing is left to ask.
  case nothingToAsk
  /// Some way out is a task that can be begun.
  case hasTasks

  package static func `is`(_ field: FieldID, _ value: String) -> Condition {
    .isOne(of: [value], field)
  }
}

/// What conditions are held against.
package struct ConditionView {
  package let answer: (FieldID) -> Knowing
  package let liesOutside: Bool
  package let newFault: Bool
  package let nothingToAsk: Bool
  package let hasTasks: Bool

  package init(
    answer: @escaping (FieldID) -> Knowing,
    liesOutside: Bool = false,
    newFault: Bool = false,
    nothingToAsk: Bool = false,
    hasTasks: Bool = false
  ) {
    self.answer = answer
    self.liesOutside = liesOutside
    self.newFault = newFault
    self.nothingToAsk = nothingToAsk
    self.hasTasks = hasTasks
  }
}

extension Condition {
  /// Whether the condition holds; `nil` while a question that decides it has not been asked.
  ///
  /// Somebody who does not know an answer has not given any of its values.
  package func holds(in view: ConditionView) -> Bool? {
    switch self {
    case .always: true
    case .isOne(let values, let field):
      switch view.answer(field) {
      case .known(let value): values.contains(value)
      case .declined: false
      case .unasked: nil
      }
    case .known(let field):
      switch view.answer(field) {
      case .known: true
      case .declined: false
      case .unasked: nil
      }
    case .not(let condition): condition.holds(in: view).map { !$0 }
    case .all(let conditions): Self.conjunction(conditions.map { $0.holds(in: view) })
    case .liesOutside: view.liesOutside
    case .newFault: view.newFault
    case .nothingToAsk: view.nothingToAsk
    case .hasTasks: view.hasTasks
    }
  }

  private static func conjunction(_ parts: [Bool?]) -> Bool? {
    if parts.contains(false) { return false }
    return parts.contains(nil) ? nil : true
  }

  /// The questions the condition asks about, with the values it names.
  package var mentions: [(field: FieldID, values: [String])] {
    switch self {
    case .isOne(let values, let field): [(field, values)]
    case .known(let field): [(field, [])]
    case .not(let condition): condition.mentions
    case .all(let conditions): conditions.flatMap(\.mentions)
    case .always, .liesOutside, .newFault, .nothingToAsk, .hasTasks: []
    }
  }
}
