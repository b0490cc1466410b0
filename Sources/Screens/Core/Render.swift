import Wording
package import Drawing
import SafeText
import Model

extension AppState {
  /// Draws the whole screen; the terminal sends only what differs from what it shows.
  package func render() -> Frame {
    var canvas = Canvas(size: size, glyphs: glyphs)
    if isTooSmall {
      drawTooSmall(&canvas)
    } else {
      drawHeader(&canvas)
      canvas.hline(row: 1)
      if let overlay { draw(overlay, &canvas) } else { drawScreen(&canvas) }
      drawRemark(&canvas)
      canvas.hline(row: size.rows - 2)
      canvas.region(Rect(row: size.rows - 1, column: 0, width: size.columns, height: 1)) {
        let isNarrow = size.columns < 80 || screen.isSteady && overlay == nil
        Footer.draw(hints, on: &$0, gap: isNarrow ? Footer.narrowGap : Footer.gap)
      }
    }
    return canvas.frame
  }

  private func drawTooSmall(_ canvas: inout Canvas) {
    let text = wording(
      "small.enlarge",
      ["columns": "\(Self.smallest.columns)", "rows": "\(Self.smallest.rows)"]
    )
    for (row, line) in Wrap.lines(text, width: size.columns).prefix(size.rows).enumerated() {
      canvas.write(line, row: row, column: 0)
    }
    canvas.placeCursor(row: 0, column: 0)
  }

  private func drawHeader(_ canvas: inout Canvas) {
    let right = screen.status(wording, columns: size.columns)
    let rightWidth = DisplayWidth.columns(of: right)
    let room = size.columns - rightWidth - 4
    let left = screen.title(wording, room: room).joined(separator: " · ")
    canvas.region(Rect(row: 0, column: 1, width: max(0, room), height: 1)) {
      $0.write(glyphs.clipped(left, to: room), row: 0, column: 0, style: .title)
    }
    canvas.write(right, row: 0, column: size.columns - rightWidth - 1, style: .muted)
  }

  private func drawScreen(_ canvas: inout Canvas) {
    if let rail {
      canvas.region(rail) { screen.drawRail(on: &$0, wording: wording) }
      canvas.vline(column: rail.column + rail.width, row: rail.row, height: rail.height)
    }
    canvas.region(main) { screen.draw(on: &$0, wording: wording) }
  }

  private func draw(_ overlay: Overlay, _ canvas: inout Canvas) {
    canvas.region(over) { overlay.draw(on: &$0, wording: wording) }
    // In the row that is kept for remarks.
    guard remark == nil, let scrolled = overlay.text?.place else { return }
    canvas.write(
      wording("text.place", scrolled),
      row: body.row + body.height,
      column: body.column,
      style: .muted
    )
  }

  /// What was done or went wrong, in words and with what to do; it takes its rows from the screen above
  /// it, so that it covers nothing.
  var remark: (lines: [String], style: Style)? {
    var text: String?
    if let trouble { text = wording(trouble.key, trouble.values) }
    if overlay == nil, let problem = screen.problem {
      text = wording(problem.key, problem.values)
    }
    let told = overlay == nil ? screen.success ?? notice : notice
    let done = told.map { wording($0.key, $0.values) }
    guard let said = text.map({ "\(glyphs.cross) \($0)" }) ?? done.map({ "\(glyphs.tick) \($0)" })
    else { return nil }
    let width = size.columns - 4
    return (
      screen.isSteady
        ? [glyphs.clipped(said, to: width)] : Array(Wrap.lines(said, width: width).prefix(5)),
      text == nil ? .success : .error
    )
  }

  private func drawRemark(_ canvas: inout Canvas) {
    guard let (lines, style) = remark else { return }
    for (row, line) in lines.enumerated() {
      canvas.write(line, row: size.rows - 2 - lines.count + row, column: 2, style: style)
    }
  }

  /// The keys that help most here, the most needed first; all of them are real, and each is named once: what a page
  /// does with a key comes before what it does elsewhere.
  private var hints: [Hint] {
    var pressed: Set<Key> = []
    let named = (overlay?.hints(wording) ?? screen.hints(wording)).filter { hint in
      hint.press.map { pressed.insert($0).inserted } ?? true
    }
    guard desk.isOpen, let portal = wording.hints([.portal]).first else { return named }
    // Where the desk is, F2 answers a call on every screen.
    let call = Hint(key: portal.key, text: wording("desk.hint.phone"), press: portal.press)
    return named.map { $0 == portal ? call : $0 }
  }
}
