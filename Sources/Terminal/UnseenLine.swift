internal import CNCurses
import Glibc
package import SafeText

/// A line that is typed unseen where there is no full screen.
package enum UnseenLine {
  /// No password is longer, in bytes; what is typed beyond it is left out.
  private static let most = 4_096

  /// Reads a line while the terminal shows nothing of what is typed.
  ///
  /// Whatever ends or stops the program meanwhile, the terminal is given back as it was.
  ///
  /// - Parameter prompt: Asks for the line; once it has, nothing typed is shown.
  /// - Returns: What was read, `nil` when there is no more, and whether there was a terminal to keep
  ///   quiet.
  package static func read(prompt: () -> Void) -> (line: SecretText?, onTerminal: Bool) {
    // What comes by a file or a pipe shares its buffer with the lines before it.
    guard isatty(STDIN_FILENO) == 1 else {
      prompt()
      return (InputLine.read(most: most).map { SecretText($0.text) }, false)
    }
    cn_echo_off()
    prompt()
    let line = readTyped()
    return (line, cn_echo_on())
  }

  /// Reads from the terminal past all buffers, which would keep what was typed.
  ///
  /// A terminal gives one line at a time, so nothing typed ahead lies in those buffers.
  private static func readTyped() -> SecretText? {
    var line = SecretText()
    var byte: UInt8 = 0
    var count = 0
    while true {
      let got = Glibc.read(STDIN_FILENO, &byte, 1)
      if got < 0, errno == EINTR { continue }
      guard got == 1 else { return line.isEmpty ? nil : line }
      guard byte != UInt8(ascii: "\n") else { return line }
      if count < most { line.append(byte: byte) }
      count += 1
    }
  }
}
