/// What is known about a troubled submission, and what somebody was asked without knowing.
package struct Facts: Equatable, Sendable {
  private var values: [Fact: String] = [:]
  /// Facts somebody was asked for and could not tell; the planner does not ask for them again.
  package private(set) var declined: Set<Fact> = []

  package init() {}

  package init(_ values: [Fact: String]) {
    for (fact, value) in values { self[fact] = value }
  }

  /// The value of a fact, or `nil` when it is not known.
  ///
  /// Setting ``Fact/unknown`` says that the fact was asked for without an answer.
  package subscript(fact: Fact) -> String? {
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
  package func isSettled(_ fact: Fact) -> Bool { values[fact] != nil || declined.contains(fact) }

  /// Whether the fact is known to have this value.
  package func holds(_ fact: Fact, _ value: String = Fact.yes) -> Bool { values[fact] == value }

  /// The known facts in the order of ``Fact``.
  package var known: [(fact: Fact, value: String)] {
    Fact.allCases.compactMap { fact in values[fact].map { (fact, $0) } }
  }
}
