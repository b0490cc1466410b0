import Drawing
import TestSupport

/// Draws into a frame of a size.
func drawn(_ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode, _ draw: (inout Canvas) -> Void)
  -> Frame
{
  var canvas = Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
  draw(&canvas)
  return canvas.frame
}

extension Size {
  /// Nothing at all, the smallest, odd ones, home, and the largest we promise.
  static let promised: [Size] =
    (0...12).flatMap { columns in (0...6).map { Size(columns: columns, rows: $0) } } + [
      Size(columns: 30, rows: 30), Size(columns: 60, rows: 18), Size(columns: 80, rows: 24),
      Size(columns: 500, rows: 200),
    ]
}

extension Seeded {
  /// Any key that a terminal can send, most of them ones that edit and move.
  mutating func key() -> Key {
    switch int(0...13) {
    case 0...4: .character(pick(Array("ab æ漢-.Z9\u{301}🇳 ")))
    case 5: pick([.left, .right, .home, .end])
    case 6: pick([.up, .down, .pageUp, .pageDown])
    case 7: pick([.backspace, .delete, .backspace])
    case 8: .control(pick(Array("abdefhkuwy")))
    case 9: .alt(pick(["b", "d", "f"]))
    case 10: pick([.enter, .tab, .backTab, .escape, .insert, .function(1)])
    default: pick([.left, .right, .up, .down])
    }
  }
}
