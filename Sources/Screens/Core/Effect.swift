package import Model

/// Something the outside is to do; what comes of it returns as an ``Event``.
package enum Effect: Equatable, Sendable {
  /// Keep the case as it now stands. Saves are done one after another, the last one last.
  case save(CaseDraft)
  /// Stop working on the case at hand; the next save begins a new one.
  case closeCase
  case open(CaseID)
  /// Count what the home screen tells of.
  case count
  /// Look for another datasystem with this ID.
  case lookUp(systemID: String)
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
  case rememberLanguage(Language)
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
