import SafeText

/// Where the options of a list stand in a given size.
struct ChoiceLayout {
  private enum Part {
    case gap
    /// What stands above columns.
    case heads(String)
    case first(String, hint: String?)
    case label(String)
    case detail(String)
  }

  private let list: ChoiceList
  private let glyphs: Glyphs
  private var rows: [(option: Int, part: Part)] = []
  private var starts: [Int] = []
  private let size: Size

  /// The columns before the labels.
  private let margin: Int

  /// The column where all hints end: in a wide window not so far from their labels that the eye loses the row.
  private var hintEnd = 0

  /// Where they end when no label needs more.
  private static let usualHintEnd = 76

  /// Lays the options out; where they do not fit, two columns are left for the arrows.
  init(_ list: ChoiceList, size: Size, glyphs: Glyphs) {
    self.list = list
    self.glyphs = glyphs
    self.size = size
    margin =
      switch list.look {
      case .menu: list.options.contains { $0.key != nil } ? 5 : 2
      case .radio: list.showsKeys ? 8 : 6
      case .boxes: 6
      }
    let hasRoomForArrows = size.columns > margin + 6
    lay(width: size.columns, upTo: hasRoomForArrows ? size.rows : .max)
    if total > size.rows, hasRoomForArrows { lay(width: size.columns - 2, upTo: .max) }
  }

  var total: Int { rows.count }

  /// The first visible row.
  var top: Int {
    guard let focused = list.focusedIndex else { return 0 }
    return Scroll.top(list.top, showing: rows(of: focused), total: total, height: size.rows)
  }

  /// The rows of one option, with the empty one before it.
  func rows(of option: Int) -> Range<Int> {
    guard starts.indices.contains(option) else { return 0..<0 }
    return starts[option]..<(starts[safe: option + 1] ?? rows.count)
  }

  /// The row in which an option has its key and the beginning of its label.
  func firstRow(of option: Int) -> Int {
    rows(of: option).first { if case .first = rows[$0].part { true } else { false } } ?? 0
  }

  /// Lays out as many options as it takes to pass a number of rows.
  private mutating func lay(width: Int, upTo limit: Int) {
    rows = []
    starts = []
    hintEnd = min(width, Self.usualHintEnd)
    let labelWidth = max(1, width - margin)
    for (index, option) in list.options.enumerated() where rows.count <= limit {
      starts.append(rows.count)
      if let columns = self.columns(of: index) {
        lay(columns, of: index, width: labelWidth)
        continue
      }
      if option.isSetOff { rows.append((index, .gap)) }
      let labels = Wrap.lines(option.label, width: labelWidth)
      let hint = option.hint.map { Sanitiser.line($0) }
      let end = hint.flatMap { nearestEnd(of: $0, behind: labels) }
      let fits = end.map { $0 <= width } ?? false
      if let end, fits { hintEnd = max(hintEnd, end) }
      rows.append((index, .first(labels.first ?? "", hint: fits ? hint : nil)))
      rows += labels.dropFirst().map { (index, .label($0)) }
      if let hint, !fits {
        rows += Wrap.lines(hint, width: labelWidth).map { (index, .detail($0)) }
      }
      if let detail = option.detail {
        rows += Wrap.lines(detail, width: labelWidth).map { (index, .detail($0)) }
      }
    }
  }

  /// The columns of an option, where there is room for them.
  private func columns(of option: Int) -> ChoiceList.Columns? {
    size.columns >= ChoiceList.Columns.least ? list.options[safe: option]?.columns : nil
  }

  /// Lays out the columns of an option, below their heads where it is the first that has some.
  private mutating func lay(_ columns: ChoiceList.Columns, of option: Int, width: Int) {
    if self.columns(of: option - 1) == nil, !columns.heads.isEmpty {
      if option > 0 { rows.append((option, .gap)) }
      rows.append((option, .heads(columns.headRow(width: width))))
    }
    let lines = columns.rows(width: width)
    rows.append((option, .first(lines.first ?? "", hint: nil)))
    rows += lines.dropFirst().map { (option, .label($0)) }
  }

  /// The first column behind a hint that stands as near its label as it can; `nil` behind several rows.
  private func nearestEnd(of hint: String, behind labels: [String]) -> Int? {
    guard labels.count <= 1 else { return nil }
    let label = DisplayWidth.columns(of: labels.first ?? "")
    return margin + label + 2 + DisplayWidth.columns(of: hint)
  }

  func draw(on canvas: inout Canvas, focused: Bool) {
    let top = top
    let width = total > size.rows ? size.columns - 2 : size.columns
    for (row, (index, part)) in rows.dropFirst(top).prefix(size.rows).enumerated() {
      let option = list.options[index]
      let hasFocus = focused && option.id == list.focusedID
      let style: Style = list.marked.contains(option.id) ? .selected : .normal
      switch part {
      case .gap: continue
      case .heads(let text):
        canvas.write(text, row: row, column: margin, style: .muted)
        continue
      case .label(let text): canvas.write(text, row: row, column: margin, style: style)
      case .detail(let text): canvas.write(text, row: row, column: margin, style: .muted)
      case .first(let text, let hint):
        drawMark(of: option, row: row, hasFocus: hasFocus, style: style, on: &canvas)
        canvas.write(text, row: row, column: margin, style: style)
        if let hint {
          let column = hintEnd - DisplayWidth.columns(of: hint)
          canvas.write(hint, row: row, column: column, style: .muted)
        }
      }
      canvas.hitArea(Rect(row: row, column: 0, width: width, height: 1), .choice(option.id))
    }
    Scroll.drawArrows(on: &canvas, top: top, total: total)
  }

  /// Draws what stands before the label.
  ///
  /// That alone shows the focus: a label that changed with it would be sent anew with every key, twice.
  private func drawMark(
    of option: ChoiceList.Option,
    row: Int,
    hasFocus: Bool,
    style: Style,
    on canvas: inout Canvas
  ) {
    let isChosen = list.marked.contains(option.id)
    let (mark, look): (String, Style) =
      switch list.look {
      case .menu: (option.key.map(String.init) ?? "", .key)
      case .radio: (isChosen ? glyphs.radioOn : glyphs.radioOff, style)
      case .boxes: (isChosen ? glyphs.boxOn : glyphs.boxOff, style)
      }
    // In a column of keys an option without one would look as if it had none.
    if list.look == .radio, list.showsKeys, let key = option.key {
      canvas.write(String(key), row: row, column: 6, style: .key)
    }
    guard hasFocus else {
      canvas.write(mark, row: row, column: 2, style: look)
      return
    }
    let pointed = mark.isEmpty ? String(glyphs.pointer) : "\(glyphs.pointer) \(mark)"
    canvas.write(pointed, row: row, column: 0, style: .focus)
    canvas.placeCursor(row: row, column: list.look == .menu ? 0 : 3)
  }
}
