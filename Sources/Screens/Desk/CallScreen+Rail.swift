import Drawing
import Model
import SafeText
import Wording

/// What stands beside and below every page of a call.
extension CallScreen {
  /// The points, who calls and what they say.
  func drawCallRail(on canvas: inout Canvas, _ wording: Wording) {
    let width = max(1, canvas.size.columns - 1)
    let here =
      stage == .question
      ? walk.current.fields.first.flatMap { walk.flow.edition.portal.rule(of: $0.id) } : nil
    var row = 0
    func write(_ text: String, _ style: Style, most: Int = 2) {
      for line in Self.wrapped(text, width: width, most: most, canvas.glyphs) {
        canvas.write(line, row: row, column: 0, style: style)
        row += 1
      }
    }
    func writeShort(_ text: String, _ style: Style, indent: Int = 0) {
      let short = canvas.glyphs.clipped(text, to: width - indent)
      canvas.write(short, row: row, column: indent, style: style)
      row += 1
    }
    for verdict in walk.diagnosis.verdicts {
      let isHere = here?.points.first == verdict.point
      let sign = isHere ? canvas.glyphs.pointer : canvas.glyphs.sign(of: verdict.state)
      let style: Style = isHere ? .selected : Style(verdict.state.tone)
      writeShort("\(sign) \(verdict.number) \(wording(verdict.point.shortKey))", style)
      // Its word stands beside every sign that says something.
      if verdict.state != .unknown {
        writeShort(
          wording.state(of: verdict, in: walk.diagnosis),
          verdict.state == .failing ? .error : .muted,
          indent: 3
        )
      }
    }
    row += 1
    let service = walk.value(.service) == nil ? nil : wording.service(walk)
    let about = [caller.role.map { wording($0.textKey) }, service].compactMap(\.self)
    if !about.isEmpty { write(about.joined(separator: " · "), .normal) }
    for line in partyProse(wording).lines(width: width) { write(line.text, Style(line.tone)) }
    if let said = wording.said(walk, caller) { write(said, .muted, most: 4) }
    if let similar {
      row += 1
      write(wording("desk.similar", ["count": "\(similar.total)"]), .normal)
      for line in wording.alike(similar) { writeShort(line, .muted) }
    }
    drawBefore(from: row, on: &canvas, width: width, wording)
  }

  /// What is never asked for, and the other calls; or the line of a note.
  func drawBottom(on canvas: inout Canvas, _ wording: Wording) {
    canvas.hline(row: 0)
    if note.isOpen {
      note.draw(on: &canvas, row: 1, label: wording("desk.note"), wording)
    } else {
      let never = Wrap.lines(wording("desk.never"), width: canvas.size.columns)
      for (place, line) in never.enumerated() {
        canvas.write(line, row: 1 + place, column: 0, style: .warning)
      }
    }
    canvas.write(
      aroundText(wording, width: canvas.size.columns, canvas.glyphs),
      row: canvas.size.rows - 1,
      column: 0,
      style: waitsLong || !around.taken.isEmpty ? .warning : .muted
    )
  }

  /// Whether a caller has waited so long that they are to be told something.
  private var waitsLong: Bool {
    (around.held.map(\.since) + [holdSince]).contains {
      $0 != nil && Self.seconds(from: $0, to: now) >= around.holdWarn
    }
  }

  /// What is to be done stands first, and of those on hold as many as there is room for, with how many more there are.
  private func aroundText(_ wording: Wording, width: Int, _ glyphs: Glyphs) -> String {
    let held = around.held.map { held in
      let minutes = Self.clock(Self.seconds(from: held.since, to: now))
      return wording(
        "desk.around.hold",
        ["number": held.number.map { "\($0.rawValue)" } ?? "–", "time": minutes]
      )
    }
    let (before, after) = (aroundFirst(wording), aroundLast(wording))
    func text(_ count: Int) -> String {
      let rest = held.count - count
      let more = rest == 0 ? [] : [wording("desk.around.more", ["count": "\(rest)"])]
      return (before + Array(held.prefix(count)) + more + after).joined(separator: " · ")
    }
    let ways = (0...held.count).reversed().map(text)
    let fitting = ways.first { DisplayWidth.columns(of: $0) <= width }
    return fitting ?? glyphs.clipped(ways.last ?? "", to: width)
  }

  private func aroundFirst(_ wording: Wording) -> [String] {
    let taken = around.taken.map {
      wording("desk.around.taken", ["number": "\($0.number.rawValue)", "login": $0.login])
    }
    let waits = holdSince.map {
      wording("desk.around.waits", ["time": Self.clock(Self.seconds(from: $0, to: now))])
    }
    let tell = waitsLong ? wording("desk.around.tell") : nil
    // The number is what the agent rings now, and stands in clear for a short while: nothing pushes it out.
    return [callbackText(wording), tell].compactMap(\.self) + taken + [waits].compactMap(\.self)
  }

  private func aroundLast(_ wording: Wording) -> [String] {
    let counts = [("desk.around.others", around.others), ("desk.around.due", around.due)]
    return counts.filter { $0.1 > 0 }.map { wording.counted($0.0, $0.1) }
  }
}
