/// A piece of a text to read; a text is a list of them.
///
/// Prose says what each piece is, never how it looks: the screen draws it in cells
/// and the plain front end prints it line by line.
package enum Prose: Equatable, Sendable {
  case heading(String)
  case paragraph(String)
  case toned(String, Tone)
  case bullet(String)
  case numbered(Int, String)
  /// An empty line.
  case gap

  /// What a piece means besides its words; the words must be clear without it.
  package enum Tone: Equatable, Sendable {
    case plain, heading, good, bad, muted
  }

  /// One row of a wrapped text.
  package struct Line: Equatable, Sendable {
    package let text: String
    package let tone: Tone
  }

  /// The rows of the piece in a width.
  fileprivate func lines(width: Int, bullet: Character) -> [Line] {
    let (text, tone): (String, Tone) =
      switch self {
      case .heading(let text): (text, .heading)
      case .paragraph(let text): (text, .plain)
      case .toned(let text, let tone): (text, tone)
      case .bullet(let text): ("\(bullet) \(text)", .plain)
      case .numbered(let number, let text): ("\(number). \(text)", .plain)
      case .gap: ("", .plain)
      }
    return Wrap.lines(text, width: width).map { Line(text: $0, tone: tone) }
  }
}

extension [Prose] {
  /// The rows of the text.
  ///
  /// - Parameters:
  ///   - width: The longest row, in columns of a terminal.
  ///   - bullet: The sign before a bullet.
  package func lines(width: Int, bullet: Character = "•") -> [Prose.Line] {
    flatMap { $0.lines(width: width, bullet: bullet) }
  }

  /// The text for a file or a mail, with a line break behind each row.
  ///
  /// - Parameter width: The longest row, in columns.
  package func plain(width: Int) -> String {
    lines(width: width, bullet: "*").map(\.text).joined(separator: "\n") + "\n"
  }
}
