package import SafeText

/// A secret typed twice, of which nothing but its findings is ever shown.
package struct SecretEditor: Equatable, Sendable {
  private(set) var first: SecretLine
  private(set) var second: SecretLine
  private(set) var isSecond = false

  package init(limit: Int = 64) {
    first = SecretLine(limit: limit)
    second = SecretLine(limit: limit)
  }

  /// Whether nothing is typed in either field.
  package var isEmpty: Bool { first.isEmpty && second.isEmpty }
  /// Whether the same is typed twice.
  package var agrees: Bool { first.text == second.text }
  /// What is typed first; for checking alone.
  package var text: SecretText { first.text }

  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .tab, .down, .enter:
      guard !isSecond else { return key == .enter ? .activated : .ignored }
      isSecond = true
      return .moved
    case .backTab, .up:
      guard isSecond else { return .ignored }
      isSecond = false
      return .moved
    default: return isSecond ? second.handle(key) : first.handle(key)
    }
  }

  /// Moves the focus to one of the two fields.
  package mutating func aim(at id: String) { isSecond = id == Self.second }

  private static let first = "first"
  private static let second = "second"

  package mutating func paste(_ text: String) {
    if isSecond { second.paste(text) } else { first.paste(text) }
  }

  /// Draws both fields with their labels, and below them what is to be said of what is typed.
  package func draw(
    on canvas: inout Canvas,
    focused: Bool,
    labels: [String],
    remarks: [(String, Style)]
  ) {
    let width = canvas.size.columns
    for (place, editor) in [first, second].enumerated() {
      canvas.write(labels[place], row: place * 2, column: 0, style: .muted)
      canvas.region(Rect(row: place * 2 + 1, column: 0, width: width, height: 1)) {
        editor.draw(on: &$0, focused: focused && isSecond == (place == 1))
        $0.hitArea(
          Rect(row: 0, column: 0, width: width, height: 1),
          .choice(place == 1 ? Self.second : Self.first)
        )
      }
    }
    var row = 4
    for (text, style) in remarks {
      for line in Wrap.lines(text, width: width) {
        canvas.write(line, row: row, column: 0, style: style)
        row += 1
      }
    }
  }
}
