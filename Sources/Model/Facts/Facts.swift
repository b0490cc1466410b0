/// What is known about a troubled submission, and what somebody was asked without knowing.
package struct Facts: Hashable, Sendable {
  /// What is known, by the name of the fact; a portal puts it in order.
  package private(set) var values: [FieldID: String] = [:]
  /// Facts somebody was asked for and could not tell; the planner does not ask for them again.
  package private(set) var declined: Set<FieldID> = []

  /// Facts that somebody recognised or recalled and did not see; nothing is confirmed by them alone.
  package var recalled: Set<FieldID> = []

  /// Facts that a message shows which somebody sees, so that nobody need believe them.
  package var shown: Set<FieldID> = []

  /// Facts that somebody answered of something that nobody can name, so that the answer says nothing yet; they are
  /// declined as well.
  package var idle: Set<FieldID> = []

  /// Other messages that stand in the same text, by their ids; what is concluded must leave room for each.
  package var others: [String] = []

  package init() {}

  package init(_ values: [FieldID: String]) {
    for (fact, value) in values { self[fact] = value }
  }

  /// The value of a fact, or `nil` when it is not known.
  ///
  /// Setting ``Fact/unknown`` says that the fact was asked for without an answer.
  package subscript(fact: FieldID) -> String? {
    get { values[fact] }
    set {
      declined.remove(fact)
      if newValue == Fact.unknown {
        values[fact] = nil
        declined.insert(fact)
      } else {
        values[fact] = newValue
      }
    }
  }

  /// Whether nothing at all is known.
  package var isEmpty: Bool { values.isEmpty }

  /// Whether the fact is known or was asked for in vain, so that asking is no use.
  package func isSettled(_ fact: FieldID) -> Bool {
    values[fact] != nil || declined.contains(fact)
  }

  /// Whether the fact is known to have this value.
  package func holds(_ fact: FieldID, _ value: String = Fact.yes) -> Bool { values[fact] == value }

  /// What is known of a fact, for conditions.
  package func knowing(_ fact: FieldID) -> Knowing {
    if let value = values[fact] { return .known(value) }
    return declined.contains(fact) ? .declined : .unasked
  }
}
