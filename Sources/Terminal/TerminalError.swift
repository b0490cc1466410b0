/// Why the full screen cannot be used here.
package enum TerminalError: Error, Equatable, Sendable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The system does not know the terminal that TERM names, or TERM is not set.
  case unknownTerminal
  /// The terminal writes line after line only.
  case cannotAddress
}
