import ArgumentParser

/// What is wrong with a command line, in the words of the argument parser.
enum Complaint {
  /// Leaves out of a message what was given.
  ///
  /// It may be anything, a number or a password that was pasted in the wrong place, and what the program
  /// complains of ends up in logs. What the program itself has a name for stays.
  ///
  /// - Parameters:
  ///   - message: The parser's words; it puts what was given between quotes.
  ///   - given: The arguments.
  static func text(_ message: String, given: some Sequence<String>) -> String {
    let pieces = given.flatMap { [$0] + $0.split(separator: "=").map(String.init) }
    return pieces.sorted { $0.count > $1.count }.reduce(message) { text, piece in
      guard !piece.isEmpty, !isOurs(piece) else { return text }
      return text.replacing("'\(piece)'", with: "'…'")
    }
  }

  /// Whether a piece is an option or a command of the program.
  private static func isOurs(_ piece: String) -> Bool {
    names.contains(piece)
  }

  private static let names: Set<String> = {
    let text =
      Veiviser.helpMessage(includeHidden: true, columns: 200)
      + Veiviser.configuration.subcommands.map { $0.helpMessage(columns: 200) }.joined()
    return Set(
      text.split { $0.isWhitespace || "<>[],()|=".contains($0) }.map(String.init)
        .filter { $0.hasPrefix("--") }
    )
  }()
}
