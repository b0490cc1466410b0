import SafeText

/// A field for one secret, of which neither text nor length is shown.
///
/// It types and deletes only at the end, since anything else would be guesswork behind the mask, and
/// keeps nothing that was deleted.
struct SecretLine: Equatable, Sendable {
  /// The number of signs that stand for any secret.
  private static let maskLength = 8

  private(set) var text = SecretText()
  /// The most characters the field takes.
  let limit: Int

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { text.isEmpty }

  mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): return insert(character)
    case .backspace, .control("h"): return remove { $0.removeLast() }
    case .control("u"): return remove { $0.removeAll() }
    case .control("w"): return remove { Self.removeLastWord(of: &$0) }
    case .control("y"): return .refused
    default: return .ignored
    }
  }

  /// Inserts a pasted block; its line breaks become blanks.
  mutating func paste(_ pasted: String) {
    for character in pasted {
      guard text.count < limit else { return }
      _ = insert(character)
    }
  }

  /// Joins a mark to the letter before it, as the reader sees it.
  private mutating func insert(_ character: Character) -> Outcome {
    let before = text
    var joined = String(character)
    if let last = text.last {
      joined = String(last) + joined
      text.removeLast()
    }
    for clean in Sanitiser.line(joined) { text.append(clean) }
    guard text != before, text.count <= limit else {
      text = before
      return .refused
    }
    return .changed
  }

  private mutating func remove(_ change: (inout SecretText) -> Void) -> Outcome {
    guard !isEmpty else { return .refused }
    change(&text)
    return .changed
  }

  /// Words are runs without blanks.
  private static func removeLastWord(of text: inout SecretText) {
    var kept = 0
    var previous: Character = " "
    for (place, character) in text.enumerated() {
      if previous == " ", character != " " { kept = place }
      previous = character
    }
    for _ in kept..<text.count { text.removeLast() }
  }

  func draw(on canvas: inout Canvas, focused: Bool) {
    let style: Style = focused ? .inputFocus : .input
    let width = canvas.size.columns
    let shown = String(repeating: canvas.glyphs.mask, count: isEmpty ? 0 : Self.maskLength)
    canvas.fill(Rect(row: 0, column: 0, width: width, height: 1), style: style)
    canvas.write(shown, row: 0, column: 0, style: style)
    if focused {
      canvas.placeCursor(row: 0, column: min(width - 1, DisplayWidth.columns(of: shown)))
    }
  }
}
