package import Model

/// Something the outside is to do; what comes of it returns as an ``Event``.
package enum Effect: Equatable, Sendable {
  /// Keep the case as it now stands. Saves are done one after another, the last one last.
  case save(CaseDraft)
  /// Stop working on the case at hand; the next save begins a new one.
  case closeCase
  case open(CaseID)
  /// Count the open cases and list those that match the words.
  case list(matching: String)
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
