package import Drawing
package import Model

/// Something that happened.
package enum Event: Equatable, Sendable {
  case key(Key)
  case pasted(String)
  /// What the person saw at a place was pressed with the mouse.
  case pressed(HitArea, at: Position)
  /// The wheel of the mouse was turned by a notch.
  case wheeled(up: Bool)
  case resized(Size)
  /// The case has reached the disk.
  case saved(CaseID)
  /// Somebody else saved the case first: theirs is what the store holds, mine is kept nowhere.
  case changedElsewhere(Case, mine: CaseDraft)
  /// Somebody else has deleted the case: mine is kept nowhere.
  case deletedElsewhere(CaseID, mine: CaseDraft)
  /// Somebody else has just saved the case at hand.
  case overtaken(CaseID)
  /// Somebody else has just deleted the case at hand.
  case removed(CaseID)
  case opened(Case)
  /// Another datasystem has the ID already.
  case known(systemID: String, CaseSummary)
  /// How many cases are open or waiting, and how many requests are to be followed up today; counted no further than
  /// `Wording.mostTold` and one more.
  case counted(open: Int, due: Int)
  case listed(CasePage)
  /// A case to look at, as it stands on a day.
  case shown(Case, today: Day?)
  case deleted(CaseID)
  /// Text was offered to the terminal's clipboard; whether it was sent.
  case copied(Bool)
  /// The file is on the disk.
  case written(path: String)
  /// The store could not do what was asked: the key of a text, and what it names.
  case storeFailed(key: String, values: [String: String])
  /// The person or the system asks the program to end.
  case interrupted
}
