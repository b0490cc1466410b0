package import Drawing
import Model
import SafeText
package import Wording

/// What the queue shows: its parts, and a row for each case.
extension QueueScreen {
  package func title(_ wording: Wording) -> [String] {
    [wording("desk.title.queue"), login, now?.day.map { wording.short($0) } ?? ""]
      .filter { !$0.isEmpty }
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    now.map { String($0.local.suffix(5)) } ?? ""
  }

  package func hints(_ wording: Wording) -> [Hint] {
    let enter = Hint(key: "Enter", text: wording("hint.open"), press: .enter)
    guard !isNoting else { return wording.noting + wording.hints([.call]) }
    guard search == nil else {
      return [wording.moving, enter, wording.closing]
        + wording.hints([.call, .help, .quit], isKnown: true)
    }
    func letter(_ sign: Character, _ does: String) -> Hint {
      Hint(key: "\(sign)", text: wording(does), press: .character(sign))
    }
    // Where there is no room for all, what a call needs stands first.
    let way = Hint(
      key: "Esc",
      text: wording(isHome ? "key.quit.short" : "desk.hint.home"),
      press: .escape
    )
    // Where there is no case, the keys for one do nothing.
    let hasCase = !entries.isEmpty
    var hints: [Hint] = hasCase ? [enter] : []
    hints += wording.hints([.call])
    if hasCase { hints.append(letter("t", "desk.hint.take")) }
    hints += [letter("/", "hint.search"), way]
    if let lastActed {
      let undo = wording("desk.hint.undo", ["number": "\(lastActed.rawValue)"])
      hints.append(Hint(key: "u", text: undo, press: .character("u")))
    }
    if hasCase {
      hints += [
        letter("r", "desk.hint.release"), letter("n", "key.note.short"),
        letter("g", "desk.hint.reopen"),
      ]
    }
    hints.append(Hint(key: "Tab", text: wording("hint.filter"), press: .tab))
    return hints + wording.hints([.statistics, .help, .quit], isKnown: true)
  }

  /// A case in columns: code, state, age, what it is about, what is next.
  func row(_ entry: DeskEntry, _ wording: Wording) -> [String] {
    [
      "\(entry.code)", wording(entry.state.textKey), wording.age(of: entry, at: now),
      wording.subject(of: entry),
      entry.desk.owner.flatMap { names[$0] }.map { wording("desk.next.with", ["login": $0]) }
        ?? wording.next(of: entry),
    ]
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    if let search {
      drawSearch(search, on: &canvas, wording)
    } else {
      drawSections(on: &canvas, wording)
    }
    canvas.hline(row: 1)
    let columns = Self.columns(canvas.size.columns)
    let heads = ["case", "state", "since", "about", "next"].map { wording("desk.head.\($0)") }
    write(heads, columns, row: 2, style: .muted, on: &canvas)
    if entries.isEmpty {
      canvas.write(wording("desk.empty"), row: 3, column: 2, style: .muted)
    }
    for (place, entry) in entries.enumerated().dropFirst(top).prefix(rowRoom) {
      let row = 3 + place - top
      let isHere = entry.id == focused
      if isHere {
        canvas.write(String(canvas.glyphs.pointer), row: row, column: 0, style: .selected)
        if !takesText { canvas.placeCursor(row: row, column: 0) }
      }
      write(
        self.row(entry, wording),
        columns,
        row: row,
        style: isHere ? .focus : .normal,
        on: &canvas
      )
      canvas.hitArea(
        Rect(row: row, column: 0, width: canvas.size.columns, height: 1),
        .choice("\(entry.id.rawValue)")
      )
    }
    if let noting, isNoting { return drawNote(noting, on: &canvas, wording) }
    let remark =
      newCount > 0
      ? wording("desk.new", ["count": "\(newCount)"])
      : isCut ? wording("desk.cut", ["count": "\(entries.count)"]) : ""
    canvas.write(remark, row: canvas.size.rows - 1, column: 0, style: .warning)
  }

  private func drawSearch(_ search: LineEditor, on canvas: inout Canvas, _ wording: Wording) {
    canvas.write("/", row: 0, column: 0, style: .key)
    canvas.region(Rect(row: 0, column: 2, width: canvas.size.columns - 2, height: 1)) {
      search.draw(on: &$0, focused: true)
      if search.isEmpty { $0.write(wording("desk.find"), row: 0, column: 0, style: .muted) }
    }
  }

  private func drawSections(on canvas: inout Canvas, _ wording: Wording) {
    func names(counting isCounted: (DeskSection) -> Bool) -> [String] {
      DeskSection.allCases.map { section in
        let count = counts[section].flatMap { isCounted(section) ? " \($0)" : nil } ?? ""
        return wording(section.textKey) + count
      }
    }
    func width(_ names: [String], _ between: Int) -> Int {
      names.reduce(2) { $0 + DisplayWidth.columns(of: $1) + between } - between
    }
    // Every part can be seen to be there: first the blanks go, then the counts of those not looked at.
    var shown = names { _ in true }
    let between = width(shown, 2) <= canvas.size.columns ? 2 : 1
    if width(shown, between) > canvas.size.columns { shown = names { $0 == query.section } }
    var column = 0
    for (section, name) in zip(DeskSection.allCases, shown) {
      let isHere = section == query.section
      let blank = between == 2 ? " " : ""
      column += canvas.write(
        isHere ? "[\(name)]" : blank + name + blank,
        row: 0,
        column: column,
        style: isHere ? .selected : .muted
      )
      if between == 1 { column += 1 }
    }
  }

  /// Where each column begins: the last two share what is left, and the day a case waits for has room everywhere.
  private static func columns(_ width: Int) -> [Int] {
    width >= 70
      ? [2, 13, 25, 34, 34 + (width - 34) * 3 / 5]
      : [2, 11, 22, 29, width - 12]
  }

  private func write(
    _ texts: [String],
    _ columns: [Int],
    row: Int,
    style: Style,
    on canvas: inout Canvas
  ) {
    for (place, text) in texts.enumerated() where columns[place] < canvas.size.columns {
      let end = place + 1 < columns.count ? columns[place + 1] - 1 : canvas.size.columns
      let kept = canvas.glyphs.clipped(text, to: end - columns[place])
      canvas.write(kept, row: row, column: columns[place], style: style)
    }
  }
}
