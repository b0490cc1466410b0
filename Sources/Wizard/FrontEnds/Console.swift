import SafeText
import Foundation
import Model
import Screens
import Terminal

/// Lines in and out, with no control of the screen.
struct Console {
  /// Says one line; what came from elsewhere can hold no control characters in it.
  func say(_ text: String) {
    Output.line(Sanitiser.text(text))
  }

  /// Asks for one line; `nil` when there is no more to read.
  func ask() -> String? {
    Output.text("> ")
    return readLine(strippingNewline: true).map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
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
  /// so that a pasted text may have empty lines in it.
  ///
  /// - Returns: The text; `nil` when there is no more to read.
  func askForText() -> String? {
    Output.text("> ")
    var lines: [String] = []
    while let line = readLine(strippingNewline: true) {
      if line == "." { return lines.joined(separator: "\n") }
      let isBare = lines.isEmpty && ["<", "?"].contains(line)
      if isBare { return line }
      if line.isEmpty && !hasMore { return lines.joined(separator: "\n") }
      lines.append(line)
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Whether a terminal has more input waiting; a pipe is taken line by line.
  private var hasMore: Bool {
    guard isatty(STDIN_FILENO) == 1 else { return false }
    var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }
}
