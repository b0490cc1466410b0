import SafeText

/// A key and what it does, as the last line of the screen says it.
package struct Hint: Equatable, Sendable {
  package let key: String
  package let text: String
  /// What pressing the hint with the mouse does; `nil` where it names several keys.
  package let press: Key?
  /// What others make room for.
  package let need: Need

  /// How much somebody needs to see a hint where not all have room, the most first.
  package enum Need: Int, Sendable {
    /// It goes on from the page.
    case goesOn
    /// It leads out of the program, or ends a call.
    case leaves
    /// It leads back, as Escape always does.
    case returns
    /// Nobody may miss it, as what keeps a text from being stored, or the one key that ticks a box.
    case kept
    /// It says how to find the answer, what the keys are, or what shows another choice of a list.
    case helps
    case other
  }

  package init(key: String, text: String, press: Key? = nil, need: Need = .other) {
    self.key = key
    self.text = text
    self.press = press
    self.need = press == .escape ? .returns : need
  }
}

/// The line of key hints.
package enum Footer {
  /// Columns between two hints.
  package static let gap = 3

  /// Columns between two hints where there is little room.
  package static let narrowGap = 2

  /// Picks the hints that fit whole on a line: those that are needed most, and of those needed alike the first ones.
  ///
  /// - Parameter hints: In the order they are shown in; a long one that does not fit gives way to shorter ones.
  package static func fitting(_ hints: [Hint], width: Int, gap: Int = gap) -> [Hint] {
    // Behind the last one no gap is needed.
    var room = width - 1 + gap
    var shown: Set<Int> = []
    let order = hints.indices.sorted { one, other in
      (hints[one].need.rawValue, one) < (hints[other].need.rawValue, other)
    }
    for index in order {
      let taken = columns(of: hints[index]) + gap
      guard taken <= room else { continue }
      room -= taken
      shown.insert(index)
    }
    return hints.indices.filter(shown.contains).map { hints[$0] }
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
