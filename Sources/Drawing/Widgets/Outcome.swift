/// What a widget did with a key.
package enum Outcome: Equatable, Sendable {
  /// The key means nothing here; somebody else may use it.
  case ignored
  /// Only the focus, the cursor or the scrolling changed.
  case moved
  /// The value changed.
  case changed
  /// The key was understood but nothing could be done: at an end, or at the limit.
  case refused
  /// The focused choice or button was taken.
  case activated
}
