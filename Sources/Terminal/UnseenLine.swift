internal import CNCurses

/// A line that is typed unseen where there is no full screen.
package enum UnseenLine {
  /// Reads something while the terminal shows nothing of what is typed.
  ///
  /// Whatever ends or stops the program meanwhile, the terminal is given back as it was.
  ///
  /// - Returns: What was read, and whether there was a terminal to keep quiet.
  package static func read(_ line: () -> String?) -> (line: String?, onTerminal: Bool) {
    cn_echo_off()
    let read = line()
    return (read, cn_echo_on())
  }
}
