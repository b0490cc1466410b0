import Drawing
import Foundation
import Screens

/// A film of a call as an asciicast, which players of terminal sessions show.
///
/// It is version 2 of the format, a line of JSON for each screen.
struct Asciicast {
  private struct Head: Encodable {
    let version = 2
    let width: Int
    let height: Int
    let title: String
    /// A player stays no longer than so at one screen; a caller who looks something up takes minutes.
    let longestStill: Double

    enum CodingKeys: String, CodingKey {
      case version, width, height, title
      case longestStill = "idle_time_limit"
    }
  }

  let text: String

  /// - Parameter title: What players call it.
  init(_ film: CallFilm, title: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func line(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
    let size = CallFilm.size
    let head = Head(
      width: size.columns,
      height: size.rows,
      title: title,
      longestStill: Self.longest
    )
    var text = try line(head)
    for still in film.stills { text += try line(Event(still.second, Self.drawn(still.frame))) }
    // The last screen stays as long as the others.
    text += try line(Event((film.stills.last?.second ?? 0) + Self.longest, ""))
    self.text = text
  }

  private static let longest = 4.0

  /// Something that is written to the screen at a second: an array in the file.
  private struct Event: Encodable {
    let second: Double
    let output: String

    init(_ second: Double, _ output: String) { (self.second, self.output) = (second, output) }

    func encode(to encoder: any Encoder) throws {
      var array = encoder.unkeyedContainer()
      try array.encode(second)
      try array.encode("o")
      try array.encode(output)
    }
  }

  /// A frame as what a terminal is sent: from the upper left corner, with the cursor hidden.
  private static func drawn(_ frame: Frame) -> String {
    let rows = (0..<frame.size.rows).map { row in
      var (text, style) = ("", Style.normal)
      for cell in frame.row(row) where cell.width > 0 {
        if cell.style != style { text += "\u{1B}[\(rendition(cell.style))m" }
        style = cell.style
        text.append(cell.character)
      }
      return text + "\u{1B}[0m"
    }
    return "\u{1B}[?25l\u{1B}[H" + rows.joined(separator: "\r\n")
  }

  /// How a role looks, as the numbers of its graphic rendition: the same looks as the program's own.
  private static func rendition(_ style: Style) -> String {
    switch style {
    case .normal, .button: "0"
    case .title: "0;1;37;44"
    case .heading, .selected, .key: "0;1"
    case .focus, .inputFocus: "0;7"
    case .buttonFocus: "0;1;7"
    case .error: "0;1;31"
    case .warning: "0;1;35"
    case .success: "0;1;32"
    case .muted, .border: "0;90"
    case .input: "0;4"
    }
  }
}
