package import Model

/// One way to go on from a step that asks nothing, in the words of a language.
///
/// Every front end shows the same offers and leaves the walking to ``Walk/take(_:)``.
package struct Offer: Equatable, Sendable {
  package let choice: WalkChoice
  package let label: String
  package let detail: String?

  init(_ choice: WalkChoice, _ label: String, detail: String? = nil) {
    self.choice = choice
    self.label = label
    self.detail = detail
  }

  /// A name that stays the same in every language.
  package var id: String { choice.id }
}

extension Wording {
  /// The offers of the step a walk is at, the most likely one first; none for a question.
  package func offers(_ walk: Walk) -> [Offer] { Offers(walk, self).all }
}
