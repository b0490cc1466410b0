/// What a program on a terminal did not do.
package enum PtyError: Error, CustomStringConvertible {
  case couldNotStart(String)
  /// It did not show what was waited for, in time; with the screen as it was.
  case timedOut(waitingFor: String, screen: PtyScreen)
  /// It ended before it showed what was waited for.
  case ended(waitingFor: String, PtyEnding, screen: PtyScreen)

  package var description: String {
    switch self {
    case .couldNotStart(let path): "could not start \(path)"
    case .timedOut(let wanted, let screen): "waited in vain for \(wanted)\n\(screen)"
    case .ended(let wanted, let ending, let screen):
      "ended (\(ending)) before \(wanted)\n\(screen)"
    }
  }
}

/// How a program ended.
package enum PtyEnding: Equatable, Sendable {
  case exited(Int32)
  case signalled(Int32)
}
