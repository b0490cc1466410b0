import Drawing
import Screens

/// Makes a list of moves that fails as short and plain as it can.
///
/// Parts of halving size are left out as long as what is left fails (Zeller's delta debugging); then
/// each move is made plainer. Of what is short then every part is tried.
package struct Shrinker {
  /// The most moves that are made in all.
  private var room: Int
  private let fails: ([Move]) -> Bool

  package init(room: Int = 40_000, fails: @escaping ([Move]) -> Bool) {
    self.room = room
    self.fails = fails
  }

  package mutating func shrink(_ moves: [Move]) -> [Move] {
    var moves = moves
    var before: [Move]
    repeat {
      before = moves
      moves = shorten(moves)
      moves = simplify(moves)
    } while moves != before && room > 0
    return shortest(of: moves)
  }

  /// Of how many moves every part is tried.
  private static let few = 10

  /// The shortest part that fails: of moves that undo one another, or that stand in the way of one another's shorter
  /// way, none can be left out alone.
  private mutating func shortest(of moves: [Move]) -> [Move] {
    guard moves.count <= Self.few else { return moves }
    let parts = (0..<(1 << moves.count)).sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
    for part in parts.dropLast() {
      let rest = moves.indices.filter { part >> $0 & 1 == 1 }.map { moves[$0] }
      if stillFails(rest) { return rest }
    }
    return moves
  }

  private mutating func stillFails(_ moves: [Move]) -> Bool {
    guard room > 0 else { return false }
    room -= moves.count + 1
    return fails(moves)
  }

  private mutating func shorten(_ moves: [Move]) -> [Move] {
    var moves = moves
    var part = moves.count / 2
    while part > 0 {
      var start = moves.count
      while start > 0 {
        let end = start
        start = max(0, start - part)
        let rest = Array(moves[..<start] + moves[end...])
        if stillFails(rest) { moves = rest }
      }
      part = part > 1 ? (part + 1) / 2 : 0
    }
    return moves
  }

  private mutating func simplify(_ moves: [Move]) -> [Move] {
    var moves = moves
    for index in moves.indices {
      for plainer in Self.plainer(moves[index]) {
        var changed = moves
        changed[index] = plainer
        if stillFails(changed) {
          moves = changed
          break
        }
      }
    }
    return moves
  }

  /// What might do the same, the plainest first.
  private static func plainer(_ move: Move) -> [Move] {
    switch move {
    case .paste(let text):
      let half = text.count / 2
      return text.count < 2
        ? [] : [.paste(String(text.prefix(half))), .paste(String(text.dropFirst(half)))]
    case .resize(let size):
      return [Size(columns: 80, rows: 24), Size(columns: 60, rows: 18), Size(columns: 1, rows: 1)]
        .filter { $0 != size && $0.columns * $0.rows < size.columns * size.rows }.map {
          .resize($0)
        }
    default: return []
    }
  }
}
