package import Model

/// Something that happened.
package enum Event: Equatable, Sendable {
  case key(Key)
  case pasted(String)
  case resized(Size)
  /// The case has reached the disk.
  case saved(CaseID)
  /// Somebody else changed the case; theirs is what the store holds.
  case changedElsewhere(Case)
  case opened(Case)
  case listed([CaseSummary], open: Int)
  /// The store could not do what was asked: the key of a text, and what it names.
  case storeFailed(key: String, values: [String: String])
  /// The person or the system asks the program to end.
  case interrupted
}
