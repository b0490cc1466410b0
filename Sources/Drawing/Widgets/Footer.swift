import SafeText

/// A key and what it does, as the last line of the screen says it.
package struct Hint: Equatable, Sendable {
  package let key: String
  package let text: String
  /// What pressing the hint with the mouse does; `nil` where it names several keys.
  package let press: Key?
  /// Whether others make room for it, as they do for the way out; Escape always is one.
  package let isKept: Bool

  package init(key: String, text: String, press: Key? = nil, isKept: Bool = false) {
    self.key = key
    self.text = text
    self.press = press
    self.isKept = isKept || press == .escape
  }
}

/// The line of key hints.
package enum Footer {
  /// Columns between two hints.
  package static let gap = 3

  /// Picks the hints that fit whole on a line: those that are kept, and of the others the first ones first.
  ///
  /// - Parameter hints: In order of need; a long one that does not fit gives way to shorter ones
  ///   after it.
  package static func fitting(_ hints: [Hint], width: Int, gap: Int = gap) -> [Hint] {
    // Behind the last one no gap is needed.
    var room = width - 1 + gap
    func columns(_ hint: Hint) -> Int { self.columns(of: hint) + gap }
    var awaited = hints.filter(\.isKept).map(columns).reduce(0, +)
    return hints.filter { hint in
      if hint.isKept { awaited -= columns(hint) }
      guard columns(hint) + awaited <= room else { return false }
      room -= columns(hint)
      return true
    }
  }

  /// Draws the hints that fit on the first row of the canvas.
  package static func draw(_ hints: [Hint], on canvas: inout Canvas, gap: Int = gap) {
    var column = 1
    for hint in fitting(hints, width: canvas.size.columns, gap: gap) {
      let start = column
      column += canvas.write(hint.key, row: 0, column: column, style: .key)
      column += canvas.write(" \(hint.text)", row: 0, column: column, style: .muted)
      if let press = hint.press {
        canvas.hitArea(Rect(row: 0, column: start, width: column - start, height: 1), .key(press))
      }
      column += gap
    }
  }

  private static func columns(of hint: Hint) -> Int {
    DisplayWidth.columns(of: Sanitiser.line("\(hint.key) \(hint.text)"))
  }
}
