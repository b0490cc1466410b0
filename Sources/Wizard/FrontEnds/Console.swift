import Wording
import SafeText
import Drawing
import Foundation
import Model
import Screens
import Terminal

/// Lines in and out, with no control of the screen.
struct Console {
  /// The most bytes of a line that are kept; what comes after is read and thrown away.
  private static let mostOfLine = 262_144
  /// The same of a text, whose letters have two bytes at most.
  private static let mostOfText = Input.pasteLimit * 2
  /// The milliseconds in which more of what is pasted comes over a slow line, and nobody types anything.
  private static let pause: Int32 = 100

  let tongue: PlainTongue

  /// Says that the end of an answer was thrown away.
  func sayCut() { say(tongue.wording("plain.cut")) }

  /// Says one line; what came from elsewhere can hold no control characters in it.
  func say(_ text: String) {
    Output.line(Sanitiser.text(text))
  }

  /// Asks for one line; `nil` when there is no more to read.
  func ask() -> String? {
    Output.text("> ")
    guard let line = InputLine.read(most: Self.mostOfLine) else { return nil }
    if line.isCut { sayCut() }
    return line.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Asks for one line that is not shown while it is typed.
  func askSecret() -> SecretText? {
    let (line, onTerminal) = UnseenLine.read { Output.text("> ") }
    // The line break typed was not shown either.
    if onTerminal { say("") }
    return line
  }

  /// Asks for a text of any number of lines, such as a pasted message.
  ///
  /// It ends at a line with a single full stop, or at an empty line when nothing more lies waiting,
  /// so that a pasted text may have empty lines in it, and none of it answers what is asked next.
  ///
  /// - Parameter isCommand: Whether a first line is no text, and ends it.
  /// - Returns: The text; `nil` when there is no more to read.
  func askForText(isCommand: (String) -> Bool) -> String? {
    Output.text("> ")
    var lines: [String] = []
    var left = Self.mostOfText
    var isCut = false
    defer { if isCut { sayCut() } }
    // However much has come, the line that ends it is still known.
    while let read = InputLine.read(most: max(left, 2)) {
      let line = read.text
      if line == ".", !read.isCut { return lines.joined(separator: "\n") }
      if lines.isEmpty, isCommand(line) { return line }
      if line.isEmpty, isOver(after: lines) { return lines.joined(separator: "\n") }
      isCut = isCut || read.isCut || left == 0
      guard left > 0 else { continue }
      lines.append(line)
      left -= min(left, line.utf8.count + 1)
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Whether an empty line ends a text.
  ///
  /// A file or a pipe says by one at the very beginning that there is no text.
  private func isOver(after lines: [String]) -> Bool {
    if lines.isEmpty, isatty(STDIN_FILENO) != 1 { return true }
    return !InputLine.isMoreWaiting(milliseconds: Self.pause)
  }
}
