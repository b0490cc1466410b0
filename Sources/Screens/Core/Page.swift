package import Drawing
package import SafeText

/// What a screen says and what can be chosen on it, the same in every front end.
package struct Page: Equatable, Sendable {
  package let prose: [Prose]
  /// What can be chosen, the likeliest first.
  package let options: [ChoiceList.Option]
  /// The option that has the focus to begin with, where that is not the first one.
  package let focused: String?

  package init(_ prose: [Prose], _ options: [ChoiceList.Option] = [], focused: String? = nil) {
    self.prose = prose
    self.options = options
    self.focused = focused
  }
}
