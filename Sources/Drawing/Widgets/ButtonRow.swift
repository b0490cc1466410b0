import SafeText

/// Buttons side by side at the right edge, in several rows where there is no room.
package struct ButtonRow: Equatable, Sendable {
  package struct Button: Equatable, Sendable {
    package let id: String
    package var label: String

    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  package private(set) var buttons: [Button]

  /// The button that has the focus; `nil` only when there are no buttons.
  package private(set) var focusedID: String?

  package init(_ buttons: [Button], focused: String? = nil) {
    self.buttons = buttons
    focusedID = buttons.first?.id
    if let focused { focus(focused) }
  }

  /// Moves the focus to a button; an unknown one changes nothing.
  package mutating func focus(_ id: String) {
    if buttons.contains(where: { $0.id == id }) { focusedID = id }
  }

  /// Handles left and right, and Tab until it leaves the row; Enter and Space press.
  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .left: move(-1) ? .moved : .refused
    case .right: move(1) ? .moved : .refused
    case .backTab: move(-1) ? .moved : .ignored
    case .tab: move(1) ? .moved : .ignored
    case .enter, .character(" "): focusedID == nil ? .ignored : .activated
    default: .ignored
    }
  }

  private mutating func move(_ step: Int) -> Bool {
    guard let index = buttons.firstIndex(where: { $0.id == focusedID }),
      buttons.indices.contains(index + step)
    else { return false }
    focusedID = buttons[index + step].id
    return true
  }

  /// The rows the buttons need in a width.
  package func height(width: Int) -> Int {
    arranged(width: width).count
  }

  /// Draws the buttons; the focused one carries the pointer and the cursor.
  package func draw(on canvas: inout Canvas, focused: Bool) {
    for (row, buttons) in arranged(width: canvas.size.columns).enumerated() {
      var column = max(0, canvas.size.columns - columns(of: buttons))
      for button in buttons {
        let isFocused = focused && button.id == focusedID
        let pointer = isFocused ? canvas.glyphs.pointer : " "
        let text = "[\(pointer)\(button.label) ]"
        if isFocused { canvas.placeCursor(row: row, column: column + 1) }
        let style: Style = isFocused ? .buttonFocus : .button
        let taken = canvas.write(text, row: row, column: column, style: style)
        canvas.hitArea(Rect(row: row, column: column, width: taken, height: 1), .choice(button.id))
        column += taken + 2
      }
    }
  }

  /// The buttons row by row: as few rows as it takes, the last one the fullest.
  private func arranged(width: Int) -> [[Button]] {
    var rows: [[Button]] = []
    for button in buttons.reversed() {
      if let row = rows.first, columns(of: [button] + row) <= width {
        rows[0].insert(button, at: 0)
      } else {
        rows.insert([button], at: 0)
      }
    }
    return rows
  }

  private func columns(of buttons: [Button]) -> Int {
    let labels = buttons.map { DisplayWidth.columns(of: Sanitiser.line($0.label)) + 4 }
    return labels.reduce(0, +) + max(0, buttons.count - 1) * 2
  }
}
