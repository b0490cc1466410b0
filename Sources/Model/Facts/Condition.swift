/// When something counts, is asked or is taken: a small closed language, the same for every front end.
package indirect enum Condition: Equatable, Sendable {
  case always
  /// The answer is one of these.
  case isOne(of: [String], FieldID)
  case known(FieldID)
  case not(Condition)
  case all([Condition])
  case any([Condition])
  /// Something about the walk as a whole.
  case circumstance(Circumstance)

  /// What can be true of a walk, beside its answers.
  package enum Circumstance: String, Equatable, Sendable {
    /// The message says that the fault lies outside the points.
    case liesOutside
    /// The answer just given made a point fail that did not fail before.
    case newFault
    /// A text was pasted that is no known message.
    case hasUnknownText
    /// No message is known, but some are like what was pasted.
    case hasCandidates
    /// A message is known that was pasted among other words.
    case isAmongWords
    /// No message is known, nor what is seen.
    case isSilent
    /// Nothing is left to ask.
    case nothingToAsk
    /// Some way out is a task that can be begun.
    case hasTasks
    /// Nobody can send without logging in, so that no system access serves.
    case needsLogin
  }

  package static let liesOutside = Condition.circumstance(.liesOutside)
  package static let newFault = Condition.circumstance(.newFault)
  package static let hasUnknownText = Condition.circumstance(.hasUnknownText)
  package static let hasCandidates = Condition.circumstance(.hasCandidates)
  package static let isAmongWords = Condition.circumstance(.isAmongWords)
  package static let isSilent = Condition.circumstance(.isSilent)
  package static let nothingToAsk = Condition.circumstance(.nothingToAsk)
  package static let hasTasks = Condition.circumstance(.hasTasks)
  package static let needsLogin = Condition.circumstance(.needsLogin)

  package static func `is`(_ field: FieldID, _ value: String) -> Condition {
    .isOne(of: [value], field)
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
    case .all(let conditions): Self.first(false, among: conditions, in: view)
    case .any(let conditions): Self.first(true, among: conditions, in: view)
    case .circumstance(let circumstance): view.circumstance(circumstance)
    }
  }

  /// The value that settles a list of conditions as soon as one of them has it; else the opposite,
  /// unless one is open.
  private static func first(
    _ settling: Bool,
    among conditions: [Condition],
    in view: ConditionView
  ) -> Bool? {
    var isOpen = false
    for condition in conditions {
      let held = condition.holds(in: view)
      if held == settling { return settling }
      if held == nil { isOpen = true }
    }
    return isOpen ? nil : !settling
  }

  /// The questions the condition asks about, with the values it names.
  package var mentions: [(field: FieldID, values: [String])] {
    switch self {
    case .isOne(let values, let field): [(field, values)]
    case .known(let field): [(field, [])]
    case .not(let condition): condition.mentions
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.mentions)
    case .always, .circumstance: []
    }
  }
}
