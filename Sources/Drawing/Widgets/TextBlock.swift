package import SafeText

/// Text to read: headings, paragraphs and lists, wrapped, and scrolled where it is long.
package struct TextBlock: Equatable, Sendable {
  package private(set) var parts: [Prose]
  /// The first row that is seen.
  package private(set) var top = 0
  private var viewport = Size(columns: 0, rows: 0)
  /// The lines in the viewport: a long text is wrapped once for each size, and not with every key.
  private var lines: [Prose.Line] = []
  /// The rows of all of it in the width of the viewport, without room for arrows.
  private var whole = 0

  package init(_ parts: [Prose]) {
    self.parts = parts
  }

  /// Changes the text and keeps the place in it as far as it goes.
  package mutating func replace(with parts: [Prose]) {
    self.parts = parts
    lines = []
    // Before it has a place nobody can tell how far it goes.
    guard viewport.columns > 0 else { return }
    fit(viewport)
  }

  /// All of it as lines that fit a letter or a mail.
  package var plain: String { parts.plain(width: 76) }

  /// The rows needed to show all in a width; in the one that it was fitted to they are known.
  package func height(width: Int) -> Int {
    width == viewport.columns && !lines.isEmpty ? whole : parts.lines(width: width).count
  }

  /// Tells the place the text has on the screen, so that a page key moves by what is seen.
  package mutating func fit(_ size: Size) {
    if size != viewport || lines.isEmpty {
      viewport = size
      (lines, whole) = wrapped(size, glyphs: .unicode)
    }
    top = min(top, lastTop)
  }

  /// Stands as another block of the same text does: with a row as the first that is seen.
  package mutating func stand(at top: Int) { self.top = max(0, top) }

  /// Whether there is more than the place it was fitted to can show.
  package var scrolls: Bool { lastTop > 0 }

  /// Which rows of how many are seen, as the values of a text; `nil` while all of them are.
  package var place: [String: String]? {
    guard scrolls else { return nil }
    let total = lines.count
    return [
      "first": "\(top + 1)", "last": "\(min(total, top + viewport.rows))", "total": "\(total)",
    ]
  }

  /// Scrolls; keys mean nothing while all is visible.
  package mutating func handle(_ key: Key) -> Outcome {
    let last = lastTop
    guard last > 0 else { return .ignored }
    let page = max(1, viewport.rows - 1)
    let target: Int
    switch key {
    case .up: target = top - 1
    case .down: target = top + 1
    case .pageUp: target = top - page
    case .pageDown, .character(" "): target = top + page
    case .home: target = 0
    case .end: target = last
    default: return .ignored
    }
    let old = top
    top = min(max(0, target), last)
    return top == old ? .refused : .moved
  }

  /// Draws the text; with the focus the cursor stands at its first visible row.
  package func draw(on canvas: inout Canvas, focused: Bool) {
    let size = canvas.size
    let isFitted = size == viewport && canvas.glyphs.bullet == Glyphs.unicode.bullet
    let lines = isFitted ? self.lines : wrapped(size, glyphs: canvas.glyphs).lines
    let first = min(top, max(0, lines.count - size.rows))
    for (row, line) in lines.dropFirst(first).prefix(size.rows).enumerated() {
      canvas.write(line.text, row: row, column: 0, style: Style(line.tone))
    }
    Scroll.drawArrows(on: &canvas, top: first, total: lines.count)
    if focused { canvas.placeCursor(row: 0, column: 0) }
  }

  /// The lines in a place, and how many there are in all of its width; where those do not fit, two columns are left for
  /// the arrows.
  private func wrapped(_ size: Size, glyphs: Glyphs) -> (lines: [Prose.Line], whole: Int) {
    let lines = parts.lines(width: size.columns, bullet: glyphs.bullet)
    guard lines.count > size.rows, size.columns > 4 else { return (lines, lines.count) }
    return (parts.lines(width: size.columns - 2, bullet: glyphs.bullet), lines.count)
  }

  private var lastTop: Int { max(0, lines.count - max(0, viewport.rows)) }
}
