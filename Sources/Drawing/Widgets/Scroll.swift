/// What every scrolling widget has in common.
enum Scroll {
  /// The first visible row: the old one, moved no more than needed.
  static func top(_ old: Int, showing wanted: Range<Int>, total: Int, height: Int) -> Int {
    guard height > 0 else { return 0 }
    var top = min(max(0, old), max(0, total - height))
    if wanted.upperBound > top + height { top = wanted.upperBound - height }
    if wanted.lowerBound < top { top = wanted.lowerBound }
    return top
  }

  /// Draws arrows in the last column where there is more above or below.
  static func drawArrows(
    on canvas: inout Canvas,
    top: Int,
    total: Int,
    style: Style = .muted
  ) {
    let column = canvas.size.columns - 1
    let height = canvas.size.rows
    if top > 0 {
      canvas.write(String(canvas.glyphs.scrollUp), row: 0, column: column, style: style)
    }
    if top + height < total {
      canvas.write(String(canvas.glyphs.scrollDown), row: height - 1, column: column, style: style)
    }
  }
}
