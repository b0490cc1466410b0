import TestSupport

/// What of a screen must stay as it is, whatever is written in its field or list.
struct Standing {
  private let before: PtyScreen
  private let isFree: (_ row: Int, _ column: Int) -> Bool

  /// Everything but the field that has the focus.
  init(aroundTheFieldOf screen: PtyScreen) {
    self.init(screen) { row, column in screen.cells[row][column].isReversed }
  }

  init(_ screen: PtyScreen, isFree: @escaping (_ row: Int, _ column: Int) -> Bool) {
    before = screen
    self.isFree = isFree
  }

  /// The rows of which something is not as it was, as they are now.
  func faults(in screen: PtyScreen) -> [String] {
    guard screen.rows.count == before.rows.count else { return ["another size"] }
    return before.cells.indices.filter { row in
      before.cells[row].indices.contains { column in
        !isFree(row, column) && screen.cells[row][column].text != before.cells[row][column].text
      }
    }.map { "row \($0): \(screen.rows[$0])" }
  }

  func holds(in screen: PtyScreen) -> Bool { faults(in: screen).isEmpty }
}

extension PtySession {
  /// Pastes bytes, whatever they are, as a terminal with bracketed paste does.
  func paste(_ bytes: [UInt8]) {
    send(Array("\u{1B}[200~".utf8) + bytes + Array("\u{1B}[201~".utf8))
  }

  /// Waits for a state of the screen and records what was there instead.
  func expect(
    _ wanted: String,
    of name: String,
    _ standing: Standing,
    _ condition: (PtyScreen) -> Bool
  ) throws {
    do {
      try waitUntil(wanted) { condition($0) && standing.holds(in: $0) }
    } catch PtyError.timedOut(_, let screen) {
      throw Hostility(text: name, faults: standing.faults(in: screen), screen: screen)
    }
  }
}

/// What a text did to the screen.
struct Hostility: Error, CustomStringConvertible {
  let text: String
  let faults: [String]
  let screen: PtyScreen

  var description: String { "\(text): \(faults)\n\(screen)" }
}
