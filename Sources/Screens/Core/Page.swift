package import Drawing
package import SafeText

/// What a screen says and what can be chosen on it, the same in every front end.
package struct Page: Equatable, Sendable {
  package let prose: [Prose]
  /// What can be chosen, the likeliest first.
  package let options: [ChoiceList.Option]
  /// The option that has the focus to begin with, where that is not the first one.
  package let focused: String?

  /// What may be written in the place of a choice; `nil` where nothing may.
  package let writes: Writing?

  /// Letters that are commands, and choose nothing but the option that has one for its own.
  package private(set) var reserved: Set<Character> = []

  /// Something to write where there is no full screen, with what is said of it.
  package enum Writing: Equatable, Sendable {
    /// One line, beside the options.
    case line(String)
    /// A text that ends with an empty line.
    case text(String)
  }

  package init(
    _ prose: [Prose],
    _ options: [ChoiceList.Option] = [],
    focused: String? = nil,
    writes: Writing? = nil
  ) {
    self.prose = prose
    self.options = options
    self.focused = focused
    self.writes = writes
  }

  /// The same page, where some letters are commands.
  package func reserving(_ letters: Set<Character>) -> Page {
    var page = self
    page.reserved = letters
    return page
  }
}
