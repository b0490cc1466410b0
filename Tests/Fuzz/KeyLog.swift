import Wording
package import Model
import Screens

/// Moves from the start of the program on, as a file that can be replayed.
package struct KeyLog: Equatable, Sendable {
  /// Whether the moves are made on a terminal.
  package let onTerminal: Bool
  package let language: Language
  package let moves: [Move]

  package init(onTerminal: Bool, language: Language, moves: [Move]) {
    self.onTerminal = onTerminal
    self.language = language
    self.moves = moves
  }

  /// The log that belongs to a number, the same one every time.
  package init(onTerminal: Bool, seed: UInt64, number: Int, count: Int) {
    let seed = seed &* 1_000_003 &+ UInt64(number)
    let all = Language.allCases
    self.init(
      onTerminal: onTerminal,
      language: all[Int(seed % UInt64(all.count))],
      moves: Move.random(seed: seed, count: count)
    )
  }

  // MARK: - As a file

  package var text: String {
    let head = (onTerminal ? "terminal " : "process ") + language.rawValue
    return ([head] + moves.map(\.description)).joined(separator: "\n") + "\n"
  }

  package init?(text: String) {
    var lines = text.split(separator: "\n").map(String.init)
    guard !lines.isEmpty else { return nil }
    let head = lines.removeFirst().split(separator: " ")
    guard head.count == 2, let language = Language(rawValue: String(head[1])) else { return nil }
    let moves = lines.compactMap { Move($0) }
    guard moves.count == lines.count else { return nil }
    self.init(onTerminal: head[0] == "terminal", language: language, moves: moves)
  }

  // MARK: - Playing

  /// The place of the move after which something did not hold, and what.
  package typealias Fault = (index: Int, faults: [String])

  /// Plays the log in this process; `nil` when all is well.
  package func play(_ update: @escaping Game.Update = { $0.update($1) }) -> Fault? {
    var game = Game(language: language, update: update)
    for (index, move) in moves.enumerated() {
      var faults = game.play(move)
      if index == moves.count - 1 { faults += game.ways() }
      if !faults.isEmpty { return (index, faults) }
    }
    return nil
  }

  /// Plays the log on a terminal; `nil` when all is well.
  package func play(program: String) throws -> Fault? {
    try TerminalGame(program, language: language).play(moves)
  }

  /// The shortest log found that still fails.
  ///
  /// - Parameter room: The most moves that are made to find it.
  package func shrunk(room: Int = 40_000, fails: @escaping (KeyLog) -> Bool) -> KeyLog {
    var shrinker = Shrinker(room: room) { fails(with($0)) }
    return with(shrinker.shrink(moves))
  }

  /// The shortest log found that has the same fault in this process.
  package func shrunk(_ update: @escaping Game.Update = { $0.update($1) }) -> KeyLog {
    guard let (index, faults) = play(update) else { return self }
    return with(Array(moves[...index])).shrunk { $0.play(update)?.faults.first == faults.first }
  }

  private func with(_ moves: [Move]) -> KeyLog {
    KeyLog(onTerminal: onTerminal, language: language, moves: moves)
  }
}
