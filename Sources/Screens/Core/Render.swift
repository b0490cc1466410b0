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
      if let overlay { draw(overlay, &canvas) } else { drawPlace(&canvas) }
      drawRemark(&canvas)
      canvas.hline(row: size.rows - 2)
      canvas.region(Rect(row: size.rows - 1, column: 0, width: size.columns, height: 1)) {
        Footer.draw(hints, on: &$0)
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
    let right = headerEnd
    let rightWidth = DisplayWidth.columns(of: right)
    let room = size.columns - rightWidth - 4
    canvas.region(Rect(row: 0, column: 1, width: max(0, room), height: 1)) {
      $0.write(clipped(headerStart, to: room), row: 0, column: 0, style: .title)
    }
    canvas.write(right, row: 0, column: size.columns - rightWidth - 1, style: .muted)
  }

  private func clipped(_ text: String, to width: Int) -> String {
    guard DisplayWidth.columns(of: text) > width else { return text }
    var kept = ""
    for character in text {
      if DisplayWidth.columns(of: kept) + DisplayWidth.columns(of: character) + 1 > width { break }
      kept.append(character)
    }
    return kept + String(glyphs.ellipsis)
  }

  /// Which flow, which case, and whom one acts for: never out of sight.
  private var headerStart: String {
    guard case .walk(let screen) = place else {
      return [wording("header.program"), listTitle].compactMap(\.self).joined(separator: " · ")
    }
    var parts = [wording("flow.\(screen.walk.flow.id).title")]
    if let number = screen.number {
      parts.append(wording("header.case", ["number": "\(number.rawValue)"]))
    }
    if screen.walk.facts[.reporteeKind] != nil || screen.walk.answer("reportee.name") != nil {
      parts.append(wording("header.for", ["reportee": wording.reportee(screen.walk)]))
    }
    return parts.joined(separator: " · ")
  }

  /// Which list one is in.
  private var listTitle: String? {
    switch place {
    case .home, .walk: nil
    case .cases(let cases): wording(cases.isOverview ? "header.records" : "home.resume")
    case .record: wording("header.records")
    }
  }

  private var headerEnd: String {
    guard case .walk(let screen) = place else { return wording("language.name") }
    let kept =
      switch screen.keeping {
      case .nothingYet: ""
      case .underWay: wording("header.saving")
      case .saved: wording("header.saved")
      case .failed: wording("header.unsaved")
      case .overtaken: wording("header.overtaken")
      }
    let hasPoints = screen.walk.flow.findsFaults && size.columns >= 76
    let progress = hasPoints ? PointsText(screen.walk, wording).progress : ""
    return [kept, progress].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func drawPlace(_ canvas: inout Canvas) {
    switch place {
    case .home(let menu): canvas.region(main) { menu.draw(on: &$0) }
    case .cases(let cases): canvas.region(main) { cases.draw(on: &$0, wording: wording) }
    case .record(let record): canvas.region(main) { record.draw(on: &$0, wording: wording) }
    case .walk(let screen):
      if let rail {
        canvas.region(rail) { Rail.draw(screen.walk, wording, on: &$0) }
        canvas.vline(column: rail.column + rail.width, row: rail.row, height: rail.height)
      }
      canvas.region(main) { screen.draw(on: &$0, wording: wording) }
    }
  }

  private func draw(_ overlay: Overlay, _ canvas: inout Canvas) {
    canvas.region(body) { part in
      switch overlay {
      case .help(let text), .why(let text):
        text.draw(on: &part, focused: true)
      case .leave(let buttons): draw("leave", buttons, &part)
      case .conflict(let buttons, let conflict): draw(conflict.kind.stem, buttons, &part)
      case .delete(let buttons, let id):
        draw("delete", buttons, &part, ["number": "\(id.rawValue)"])
      }
    }
    switch overlay {
    case .help(let text), .why(let text):
      // In the row that is kept for remarks.
      guard remark == nil, let place = text.place else { break }
      canvas.write(
        wording("text.place", place),
        row: body.row + body.height,
        column: body.column,
        style: .muted
      )
    case .leave, .conflict, .delete: break
    }
  }

  private func draw(
    _ stem: String,
    _ buttons: ButtonRow,
    _ part: inout Canvas,
    _ values: [String: String] = [:]
  ) {
    let text = TextBlock([
      .heading(wording("\(stem).title", values)), .gap, .paragraph(wording("\(stem).about")),
    ])
    let rows = text.height(width: part.size.columns)
    text.draw(on: &part, focused: false)
    part.region(Rect(row: rows + 1, column: 0, width: part.size.columns, height: 3)) {
      buttons.draw(on: &$0, focused: true)
    }
  }

  /// What was done or went wrong, in words and with what to do; it takes its rows from the screen above
  /// it, so that it covers nothing.
  var remark: (lines: [String], style: Style)? {
    var text: String?
    if let trouble { text = wording(trouble.key, trouble.values) }
    if case .walk(let screen) = place, overlay == nil, let problem = screen.problem {
      text = wording(problem.key, problem.values)
    }
    let done = notice.map { wording($0.key, $0.values) }
    guard let said = text.map({ "\(glyphs.cross) \($0)" }) ?? done.map({ "\(glyphs.tick) \($0)" })
    else { return nil }
    return (
      Array(Wrap.lines(said, width: size.columns - 4).prefix(5)), text == nil ? .success : .error
    )
  }

  private func drawRemark(_ canvas: inout Canvas) {
    guard let (lines, style) = remark else { return }
    for (row, line) in lines.enumerated() {
      canvas.write(line, row: size.rows - 2 - lines.count + row, column: 2, style: style)
    }
  }

  /// The keys that help most here, the most needed first; all of them are real.
  private var hints: [Hint] {
    func hint(_ command: Command) -> Hint? {
      Binding.all.first { $0.command == command }.map {
        Hint(key: $0.label, text: wording("key.\(command.rawValue).short"), press: $0.key)
      }
    }
    func key(_ key: String, _ does: String, press: Key? = nil) -> Hint {
      Hint(key: key, text: wording(does), press: press)
    }
    let moving = key(wording("keys.arrows"), "hint.move")
    let scrolling = key(wording("keys.arrows"), "hint.scroll")
    let choosing = key("Enter", "hint.choose", press: .enter)
    let searching = key(wording("keys.letters"), "hint.search")
    let common = [Command.help, .language, .quit].compactMap(hint)
    let back = [hint(.back)].compactMap(\.self)
    switch overlay {
    case .help, .why: return [scrolling, key("Esc", "hint.close", press: .escape)] + common
    case .conflict: return [moving, choosing] + common
    case .leave, .delete:
      return [moving, choosing, key("Esc", "hint.close", press: .escape)] + common
    case nil: break
    }
    let first: [Hint]
    switch place {
    case .home: return [moving, choosing] + common
    case .cases(let cases) where cases.isOverview:
      return [
        moving, key("Enter", "hint.show", press: .enter), key("Tab", "hint.filter", press: .tab),
      ] + back + [searching]
        + common
    case .cases:
      return [moving, key("Enter", "hint.open", press: .enter), searching] + back + common
    case .record:
      return [scrolling, key("Tab", "hint.move", press: .tab), choosing] + back
        + [hint(.copy)].compactMap(\.self) + common
    case .walk(let screen):
      first =
        switch screen.form {
        case .question(let form): form.hints(wording) + [key("Enter", "hint.next", press: .enter)]
        case .reading(let form):
          (form.text.scrolls ? [scrolling] : []) + [key("Tab", "hint.move", press: .tab), choosing]
        case .menu: [moving, choosing]
        }
    }
    guard case .walk(let screen) = place else { return common }
    // On the answer itself the key that shows it would do nothing.
    let isAnswer = screen.walk.current.kind == .conclusion
    let pointKeys: [Command] =
      !screen.walk.flow.findsFaults ? [] : isAnswer ? [.overview] : [.conclude, .overview]
    return first
      + ([.back, .why, .help] + pointKeys + (isReading ? [.copy] : []) + [.language, .quit])
      .compactMap(hint)
  }
}
