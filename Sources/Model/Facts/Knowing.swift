/// What is known about one question while a condition is held against it.
package enum Knowing: Equatable, Sendable {
  case known(String)
  /// Asked, and the person does not know.
  case declined
  case unasked
}
