package import SafeText

/// What a cell means on the screen.
///
/// Screens name the role and the terminal decides how it looks, so that a terminal without colour
/// can underline or reverse instead.
package enum Style: UInt8, CaseIterable, Sendable {
  case normal
  case title
  case heading
  case focus
  case selected
  case muted
  case error
  case warning
  case success
  case border
  case key
  case input
  case inputFocus
  case button
  case buttonFocus

  /// The letter that stands for the role in a style map; plain text and blanks are a dot.
  package var mark: Character {
    switch self {
    case .normal: "."
    case .title: "t"
    case .heading: "h"
    case .focus: "f"
    case .selected: "s"
    case .muted: "m"
    case .error: "e"
    case .warning: "w"
    case .success: "c"
    case .border: "b"
    case .key: "k"
    case .input: "i"
    case .inputFocus: "I"
    case .button: "u"
    case .buttonFocus: "U"
    }
  }
}

extension Style {
  /// How a tone of a text looks.
  package init(_ tone: Prose.Tone) {
    self =
      switch tone {
      case .plain: .normal
      case .heading: .heading
      case .good: .success
      case .bad: .error
      case .muted: .muted
      }
  }
}
