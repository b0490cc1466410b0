import CTerminalKit
import Glibc

/// The settings of a terminal's line, to be compared before and after.
package struct TerminalFlags: Equatable, Sendable, CustomStringConvertible {
  private let input: UInt32
  private let output: UInt32
  private let control: UInt32
  private let local: UInt32
  private let characters: [UInt8]

  init?(terminal: Int32) {
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else { return nil }
    input = settings.c_iflag
    output = settings.c_oflag
    control = settings.c_cflag
    local = settings.c_lflag
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  /// Whether what is typed is shown by the terminal itself.
  package var echoes: Bool { local & UInt32(ECHO) != 0 }

  /// Whether the terminal hands on whole lines.
  package var isCanonical: Bool { local & UInt32(ICANON) != 0 }

  package var description: String {
    "i\(String(input, radix: 16)) o\(String(output, radix: 16)) c\(String(control, radix: 16)) "
      + "l\(String(local, radix: 16)) \(characters)"
  }
}
