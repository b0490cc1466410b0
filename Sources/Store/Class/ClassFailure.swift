import Model

/// Why something could not be done in the folder of a class.
///
/// The words for it are in `texts/*/common/class.json`.
package enum ClassFailure: Error, CaseIterable, Equatable, Sendable {
  /// There is no class, or no longer.
  case noClass
  /// There is a class, of another word.
  case otherWord
  /// There is a class already.
  case isThere
  /// Somebody sits there.
  case taken
  /// Every seat is taken.
  case full
  /// What was done at the seat cannot be read.
  case seatBroken
  /// Somebody else leads the class.
  case led
  /// What says which class it is cannot be read.
  case broken
  /// Another version of the program made the class.
  case otherForm
  /// Cases are kept there, or training of one's own, which a class never touches.
  case otherwiseUsed
  /// The folder is none that can be used for a class.
  case unusable
  /// Nothing can be written.
  case notKept

  init(_ failure: StoreFailure) {
    self =
      switch failure {
      case .full, .inputOutput, .held: .notKept
      default: .unusable
      }
  }

  /// The key of the text that says what happened and what to do.
  package var textKey: String { "class.failure.\(self)" }
}
