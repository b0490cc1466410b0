import SafeText

/// A field for text of several lines, such as a pasted error message.
///
/// Moves by the rows on the screen and keeps the column on the way over shorter ones.
package struct AreaEditor: Equatable, Sendable {
  private var area: AreaText
  private var cursor = AreaText.Place(line: 0, index: 0)
  private var wantedColumn: Int?
  private var cut = ""
  private var top = 0
  private var viewport = Size(columns: 80, rows: 10)

  /// Whether the last insertion lost something because the limit was reached.
  package private(set) var wasCut = false

  /// The most characters of a field that nothing else is said of.
  package static let usualLimit = 65_536

  /// Creates a field that takes at most `limit` characters, line breaks counted.
  package init(text: String = "", limit: Int = usualLimit) {
    area = AreaText(width: 79, limit: limit)
    replace(with: text)
  }

  package var text: String { area.text }

  /// The number of characters, line breaks counted.
  package var count: Int { area.count }

  package var limit: Int { area.limit }

  package var isEmpty: Bool { area.count == 0 }

  /// The number of rows the text takes in the present width.
  package var rowCount: Int { area.rowCount }

  /// Sets the text and puts the cursor behind it.
  package mutating func replace(with text: String) {
    area = AreaText(width: area.width, limit: area.limit)
    cursor = area.end
    _ = insert(text)
  }

  /// Wraps to the place the field has on the screen, so that keys move as the eye does.
  package mutating func fit(_ size: Size) {
    viewport = size
    area.wrap(width: size.columns - 1)
    wantedColumn = nil
    scroll()
  }

  /// Inserts a pasted block with its line breaks.
  package mutating func paste(_ text: String) -> Outcome {
    insert(text)
  }

  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .up: moveRows(-1)
    case .down: moveRows(1)
    case .pageUp: moveRows(1 - max(2, viewport.rows))
    case .pageDown: moveRows(max(2, viewport.rows) - 1)
    default: handleInLine(key)
    }
  }

  private mutating func handleInLine(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): return insert(String(character))
    case .enter: return insert("\n")
    default: break
    }
    guard let command = EditBinding.command(for: key) else { return .ignored }
    // The keys for the ends go by the rows that are seen, their twins by the lines of the text.
    let isRow = key == .home || key == .end
    return switch command {
    case .left: move(to: area.place(cursor, movedBy: -1))
    case .right: move(to: area.place(cursor, movedBy: 1))
    case .wordLeft: move(to: at(line.wordStart(before: cursor.index)))
    case .wordRight: move(to: at(line.wordEnd(after: cursor.index)))
    case .start: move(to: isRow ? area.rowEnds(cursor).start : at(0))
    case .end: move(to: isRow ? area.rowEnds(cursor).end : at(line.count))
    case .deleteBefore: remove(from: area.place(cursor, movedBy: -1), to: cursor)
    case .deleteAfter: remove(from: cursor, to: area.place(cursor, movedBy: 1))
    case .cutWordBefore:
      remove(from: at(line.blankWordStart(before: cursor.index)), to: cursor, keep: true)
    case .cutWordAfter:
      remove(from: cursor, to: at(line.wordEnd(after: cursor.index)), keep: true)
    case .cutToStart: remove(from: at(0), to: cursor, keep: true)
    case .cutToEnd: remove(from: cursor, to: at(line.count), keep: true)
    case .restore: cut.isEmpty ? .refused : insert(cut)
    }
  }

  /// The line of the cursor; not kept while it is edited, since that would copy it.
  private var line: Graphemes { area.line(cursor) }

  private func at(_ index: Int) -> AreaText.Place {
    AreaText.Place(line: cursor.line, index: index)
  }

  private mutating func move(to place: AreaText.Place?) -> Outcome {
    guard let place, place != cursor else { return .refused }
    cursor = place
    wantedColumn = nil
    scroll()
    return .moved
  }

  private mutating func moveRows(_ step: Int) -> Outcome {
    let row = area.row(of: cursor)
    let target = min(max(0, row + step), area.rowCount - 1)
    guard target != row else { return .refused }
    let column = wantedColumn ?? area.column(of: cursor)
    cursor = area.place(row: target, column: column)
    wantedColumn = column
    scroll()
    return .moved
  }

  private mutating func insert(_ text: String) -> Outcome {
    // A full field is left alone at once, however many keys come; only a mark can still join a letter.
    if area.count >= area.limit, let first = text.unicodeScalars.first,
      DisplayWidth.columns(of: first) > 0
    {
      wasCut = true
      return .refused
    }
    let before = (area.count, cursor)
    let (place, whole) = area.insert(text, at: cursor)
    cursor = place
    wasCut = !whole
    wantedColumn = nil
    scroll()
    // A mark joins the letter before it: nothing is counted, but the text changed.
    let changed = before.0 != area.count || before.1 != cursor || (whole && !text.isEmpty)
    return changed ? .changed : .refused
  }

  private mutating func remove(
    from start: AreaText.Place?,
    to end: AreaText.Place?,
    keep: Bool = false
  ) -> Outcome {
    guard let start, let end, start != end else { return .refused }
    if keep { cut = String(area.line(start).characters[start.index..<end.index]) }
    cursor = area.remove(from: start, to: end)
    wasCut = false
    wantedColumn = nil
    scroll()
    return .changed
  }

  private mutating func scroll() {
    top = visibleTop(height: viewport.rows)
  }

  private func visibleTop(height: Int) -> Int {
    let row = area.row(of: cursor)
    return Scroll.top(top, showing: row..<row + 1, total: area.rowCount, height: height)
  }

  /// Draws the field over the whole canvas.
  package func draw(on canvas: inout Canvas, focused: Bool) {
    guard max(1, canvas.size.columns - 1) == area.width else {
      var fitted = self
      fitted.fit(canvas.size)
      fitted.draw(on: &canvas, focused: focused)
      return
    }
    let style: Style = focused ? .inputFocus : .input
    let height = canvas.size.rows
    let top = visibleTop(height: height)
    canvas.fill(style: style)
    canvas.hitArea(Rect(row: 0, column: 0, width: canvas.size.columns, height: height), .field)
    for (row, text) in area.rows(top..<top + height).enumerated() {
      canvas.region(Rect(row: row, column: 0, width: area.width, height: 1)) { line in
        line.write(text, row: 0, column: 0, style: style)
      }
    }
    Scroll.drawArrows(on: &canvas, top: top, total: area.rowCount, style: style)
    if focused {
      let column = min(area.column(of: cursor), canvas.size.columns - 1)
      canvas.placeCursor(row: area.row(of: cursor) - top, column: column)
    }
  }
}
