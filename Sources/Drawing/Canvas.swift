import SafeText

/// Writes into one rectangle of a frame.
///
/// Rows and columns are counted from the top left of the region. What falls outside is dropped, so
/// a screen can be drawn in any size. All text passes the sanitiser on its way to the cells.
package struct Canvas: Sendable {
  package private(set) var frame: Frame

  /// The signs that the terminal can show.
  package let glyphs: Glyphs

  /// The size of the region, never negative.
  package private(set) var size: Size

  /// The field of a question that is being drawn, for the places that can be pressed in it.
  package var field: Int?

  private var origin = Position(row: 0, column: 0)
  private var clipRows: Range<Int>
  private var clipColumns: Range<Int>

  package init(size: Size, glyphs: Glyphs = .unicode) {
    let frame = Frame(size: size)
    self.frame = frame
    self.glyphs = glyphs
    self.size = frame.size
    self.clipRows = 0..<frame.size.rows
    self.clipColumns = 0..<frame.size.columns
  }

  /// Draws in a part of the region; the part sees only itself.
  @discardableResult
  package mutating func region<Result>(
    _ rect: Rect,
    _ draw: (inout Canvas) -> Result
  ) -> Result {
    let outer = (size, origin, clipRows, clipColumns)
    defer { (size, origin, clipRows, clipColumns) = outer }
    origin = Position(
      row: Rect.sum(origin.row, rect.row),
      column: Rect.sum(origin.column, rect.column)
    )
    let place = Rect(row: origin.row, column: origin.column, width: rect.width, height: rect.height)
    clipRows = place.rows.clamped(to: clipRows)
    clipColumns = place.columns.clamped(to: clipColumns)
    size = Size(columns: max(0, rect.width), rows: max(0, rect.height))
    return draw(&self)
  }

  /// Writes text on one row.
  ///
  /// - Returns: The number of columns the text takes, whether or not all of them could be seen.
  @discardableResult
  package mutating func write(
    _ text: String,
    row: Int,
    column: Int,
    style: Style = .normal
  ) -> Int {
    let row = Rect.sum(origin.row, row)
    let start = Rect.sum(origin.column, column)
    let visible = clipRows.contains(row)
    // Plain text, which our own is, needs no cleaning and no measuring.
    if let columns = Plain.columns(of: text) {
      guard visible else { return columns }
      var place = start
      for scalar in text.unicodeScalars {
        put(glyphs.shown(Character(scalar)), width: 1, row: row, column: place, style: style)
        place = Rect.sum(place, 1)
      }
      return columns
    }
    var used = 0
    for written in Sanitiser.line(text) {
      let character = glyphs.shown(written)
      let width = DisplayWidth.columns(of: character)
      if visible {
        show(character, width: width, row: row, column: Rect.sum(start, used), style: style)
      }
      used += width
    }
    return used
  }

  /// Puts a character in its cells, or a mark where the terminal might take other cells for it.
  private mutating func show(
    _ character: Character,
    width: Int,
    row: Int,
    column: Int,
    style: Style
  ) {
    if let agreed = DisplayWidth.agreed(character), DisplayWidth.columns(of: agreed) == width {
      put(agreed, width: width, row: row, column: column, style: style)
      return
    }
    put(glyphs.shown(Sanitiser.mark), width: 1, row: row, column: column, style: style)
    guard width == 2 else { return }
    put(" ", width: 1, row: row, column: Rect.sum(column, 1), style: style)
  }

  /// Fills a rectangle of the region with one character, which must be one column wide.
  package mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .normal)
  {
    region(rect) { part in
      let character = part.oneColumn(character)
      for row in part.clipRows {
        for column in part.clipColumns {
          part.put(character, width: 1, row: row, column: column, style: style)
        }
      }
    }
  }

  /// Fills the whole region.
  package mutating func fill(with character: Character = " ", style: Style = .normal) {
    fill(
      Rect(row: 0, column: 0, width: size.columns, height: size.rows),
      with: character,
      style: style
    )
  }

  /// Draws a horizontal line; without a width it runs to the right edge.
  package mutating func hline(
    row: Int,
    column: Int = 0,
    width: Int? = nil,
    style: Style = .border
  ) {
    let width = width ?? Rect.sum(size.columns, column == .min ? .max : -column)
    let rect = Rect(row: row, column: column, width: width, height: 1)
    fill(rect, with: glyphs.horizontal, style: style)
  }

  /// Draws a vertical line; without a height it runs to the lower edge.
  package mutating func vline(
    column: Int,
    row: Int = 0,
    height: Int? = nil,
    style: Style = .border
  ) {
    let height = height ?? Rect.sum(size.rows, row == .min ? .max : -row)
    let rect = Rect(row: row, column: column, width: 1, height: height)
    fill(rect, with: glyphs.vertical, style: style)
  }

  /// Puts the hardware cursor on a cell of the region; outside it nothing happens.
  package mutating func placeCursor(row: Int, column: Int) {
    let row = Rect.sum(origin.row, row)
    let column = Rect.sum(origin.column, column)
    guard clipRows.contains(row), clipColumns.contains(column) else { return }
    frame.cursor = Position(row: row, column: column)
  }

  /// Lets a rectangle of the region be pressed.
  package mutating func hitArea(_ rect: Rect, _ meaning: HitArea.Meaning) {
    region(rect) { part in
      guard !part.clipRows.isEmpty, !part.clipColumns.isEmpty else { return }
      part.frame.hitAreas.append(
        HitArea(
          meaning: meaning,
          field: part.field,
          rows: part.clipRows,
          columns: part.clipColumns
        )
      )
    }
  }

  private func oneColumn(_ character: Character) -> Character {
    let clean = Sanitiser.line(String(character))
    guard clean.count == 1, let only = clean.first, DisplayWidth.columns(of: only) == 1 else {
      return Sanitiser.mark
    }
    return only
  }

  /// Puts a character in its cells, blanking what is left of wide ones that it cuts.
  private mutating func put(
    _ character: Character,
    width: Int,
    row: Int,
    column: Int,
    style: Style
  ) {
    let last = Rect.sum(column, width - 1)
    guard width > 0, clipColumns.contains(column) || clipColumns.contains(last) else { return }
    guard width == 1 || (clipColumns.contains(column) && clipColumns.contains(last)) else {
      // Half of it is outside: the half inside becomes a blank.
      let inside = clipColumns.contains(column) ? column : last
      put(" ", width: 1, row: row, column: inside, style: style)
      return
    }
    if frame[row, column].width == 0 {
      frame[row, column - 1] = Cell(" ", width: 1, style: frame[row, column - 1].style)
    }
    if frame[row, last].width == 2 {
      frame[row, last + 1] = Cell(" ", width: 1, style: frame[row, last + 1].style)
    }
    frame[row, column] = Cell(character, width: width, style: style)
    if width == 2 { frame[row, last] = Cell(" ", width: 0, style: style) }
  }
}
