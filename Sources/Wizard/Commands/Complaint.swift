import ArgumentParser

/// What is wrong with a command line, in the words of the argument parser.
enum Complaint {
  /// Leaves out of a message what was given.
  ///
  /// It may be anything, a number or a password that was pasted in the wrong place, and what the program
  /// complains of ends up in logs. What the program itself has a name for stays.
  ///
  /// - Parameters:
  ///   - message: The parser's words, and how to do it right. It quotes what was given, whole or in part.
  ///   - given: The arguments.
  static func text(_ message: String, given: some Sequence<String>) -> String {
    var text = message
    for piece in pieces(of: given) {
      text = text.replacing("'\(piece)'", with: "'…'")
      // A short piece may be a part of any word; the parser puts what it quotes between quotes.
      if piece.count > 3 { text = text.replacing(piece, with: "…") }
    }
    return text
  }

  /// All that the parser may quote of what was given, the longest first.
  private static func pieces(of given: some Sequence<String>) -> [String] {
    var pieces: Set<String> = []
    for argument in given {
      pieces.insert(argument)
      // An option with its value; a value may have such a sign in it too.
      for (index, sign) in zip(argument.indices, argument) where sign == "=" {
        pieces.insert(String(argument[..<index]))
        pieces.insert(String(argument[argument.index(after: index)...]))
      }
      guard argument.hasPrefix("-") else { continue }
      // Of an option the parser may leave the hyphens out, or take each letter for one.
      pieces.insert(String(argument.drop { $0 == "-" }))
      pieces.formUnion(argument.drop { $0 == "-" }.map { "-\($0)" })
    }
    return pieces.subtracting(ours).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// The options, commands and words that the program itself has.
  private static let ours: Set<String> = {
    var texts = [Veiviser.helpMessage(includeHidden: true, columns: 200)]
    func add(_ command: any ParsableCommand.Type) {
      texts.append(Veiviser.helpMessage(for: command, includeHidden: true, columns: 200))
      command.configuration.subcommands.forEach(add)
    }
    Veiviser.configuration.subcommands.forEach(add)
    return Set(
      texts.flatMap { text in
        text.split { $0.isWhitespace || "<>[],()|=.".contains($0) }.map(String.init)
      }
    )
  }()
}
