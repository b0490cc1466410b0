import SafeText

/// The signs a screen is built of, in one set for each kind of terminal.
///
/// Every sign is one column wide in both sets, so that the layout is the same.
package struct Glyphs: Equatable, Sendable {
  package let horizontal: Character
  package let vertical: Character
  package let pointer: Character
  package let tick: Character
  package let cross: Character
  package let dot: Character
  package let dash: Character
  package let arrow: Character
  package let bullet: Character
  package let scrollUp: Character
  package let scrollDown: Character
  package let ellipsis: Character
  /// What stands for a typed secret.
  package let mask: Character
  package let radioOn: String
  package let radioOff: String
  package let boxOn: String
  package let boxOff: String

  package static let unicode = Glyphs(
    horizontal: "─",
    vertical: "│",
    pointer: "▸",
    tick: "✓",
    cross: "✗",
    dot: "·",
    dash: "–",
    arrow: "→",
    bullet: "•",
    scrollUp: "↑",
    scrollDown: "↓",
    ellipsis: "…",
    mask: "•",
    radioOn: "(•)",
    radioOff: "( )",
    boxOn: "[✓]",
    boxOff: "[ ]"
  )

  package static let ascii = Glyphs(
    horizontal: "-",
    vertical: "|",
    pointer: ">",
    tick: "v",
    cross: "x",
    dot: ".",
    dash: "-",
    arrow: ">",
    bullet: "*",
    scrollUp: "^",
    scrollDown: "v",
    ellipsis: "~",
    mask: "*",
    radioOn: "(*)",
    radioOff: "( )",
    boxOn: "[x]",
    boxOff: "[ ]"
  )

  /// A sign of a text as this set has it: arrows, quotes and dashes have plain ones, letters stay.
  package func shown(_ character: Character) -> Character {
    guard !character.isASCII, horizontal.isASCII else { return character }
    return switch character {
    case "→", "›", "▸": ">"
    case "←": "<"
    case "«", "»", "“", "”": "\""
    case "‘", "’": "'"
    case "·", "…": "."
    case "–", "—": "-"
    case "•": "*"
    default: character
    }
  }
}

extension Glyphs {
  /// As much of a text as there is room for; what is left out is seen to be.
  package func clipped(_ text: String, to width: Int) -> String {
    guard DisplayWidth.columns(of: text) > width else { return text }
    var (kept, used) = ("", 1)
    for character in text {
      used += DisplayWidth.columns(of: character)
      if used > width { break }
      kept.append(character)
    }
    return kept + String(ellipsis)
  }
}
