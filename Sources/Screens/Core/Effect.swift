package import Wording
package import Model

/// Something the outside is to do; what comes of it returns as an ``Event``.
package enum Effect: Equatable, Sendable {
  /// Keep an open case as it now is. Saves are done one after another, the last one last.
  ///
  /// The first save of a handle that nothing was opened as makes a new case.
  case save(CaseDraft, CaseHandle)
  /// Read a case to go on with it.
  case open(CaseID, as: CaseHandle)
  /// Nothing more is saved under the handle.
  case release(CaseHandle)
  /// Count what the home screen tells of.
  case count
  /// Look for a datasystem with this ID, other than an open case.
  case lookUp(systemID: String, except: CaseHandle)
  /// Read one page of a list.
  case list(CaseQuery)
  /// Read a case to look at; nothing is begun.
  case show(CaseID)
  /// Delete a case for good.
  case delete(CaseID)
  /// Offer text to the terminal's clipboard.
  case copy(String)
  /// Write a new file of this name, never over another one.
  case write(name: String, text: String)
  /// Write a mail to a new file of this name, with the moment it is written.
  case writeMail(name: String, Mail)
  case rememberLanguage(Language)
  /// What the desk asks of the store.
  case desk(DeskEffect)
  /// Ask the register at hand for a number.
  case askRegister(OrganisationNumber)
  /// Look for units in the register at hand.
  case searchRegister(RegisterQuery)
  /// Keep what was done in training, in a file of its own; outside a class nothing else of it leaves the screen.
  case keepTraining(TrainingChange)
  /// What training in a class asks of its folder.
  case classroom(ClassEffect)
  /// Leave; saves under way are finished first.
  case quit(ExitReason)
  case suspend
  case redraw
}

/// Why the program ends.
package enum ExitReason: Equatable, Sendable {
  case done
  /// The person left in the middle.
  case left
}
