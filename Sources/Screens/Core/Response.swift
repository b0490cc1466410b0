import Model

/// What came of a key, from a field of a form up to the whole program.
package enum Response: Equatable, Sendable {
  /// The key means nothing here; somebody else may use it.
  case ignored
  /// The key was used, and nothing more is to be done.
  case stays
  /// The focus goes this many fields on, or back.
  case leaves(by: Int)
  /// An option or a button was taken.
  case takes(String)
  /// The outside has something to do.
  case does([Effect])
  /// Another screen is wanted, after the outside has done something.
  case goes(Destination, after: [Effect] = [])
}
