import SafeText

/// A key and what it does, as the last line of the screen says it.
package struct Hint: Equatable, Sendable {
  package let key: String
  package let text: String
  /// What pressing the hint with the mouse does; `nil` where it names several keys.
  package let press: Key?

  package init(key: String, text: String, press: Key? = nil) {
    self.key = key
    self.text = text
    self.press = press
  }
}

/// The line of key hints.
package enum Footer {
  /// Columns between two hints.
  package static let gap = 3

  /// Picks the hints that fit whole on a line, the first ones first.
  ///
  /// - Parameter hints: In order of need; a long one that does not fit gives way to shorter ones
  ///   after it.
  package static func fitting(_ hints: [Hint], width: Int, gap: Int = gap) -> [Hint] {
    var used = 1
    return hints.filter { hint in
      let columns = self.columns(of: hint) + (used == 1 ? 0 : gap)
      guard used + columns <= width else { return false }
      used += columns
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
