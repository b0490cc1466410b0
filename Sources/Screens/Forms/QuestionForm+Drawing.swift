import Model

extension QuestionForm {
  /// Where everything stands in a place of a size.
  private struct Places {
    var head: Rect
    var labels: [Rect?]
    var remarks: [Rect?] = []
    var widgets: [Rect]
    var look: Rect?
    var buttons: Rect
  }

  /// The question keeps its rows as long as the options have theirs; how to look goes first, since
  /// it is a key away.
  private func places(in size: Size) -> Places {
    let width = size.columns
    let buttonRows = buttons.height(width: width)
    let room = max(0, size.rows - buttonRows - 1)
    let wanted = zip(widgets, remarks).map { widget, remark -> Int in
      switch widget {
      case .choice(let list): list.height(width: width)
      case .service: 7
      case .message: 6
      case .line: remark == nil ? 2 : 3
      }
    }
    let total = wanted.reduce(0, +) + wanted.count - 1
    let lookRows = look.height(width: width)
    let headRows = min(head.height(width: width), max(2, room - total - 1))
    var spare = max(0, room - headRows - 1 - total)
    let isFlexible = widgets.contains {
      switch $0 {
      case .service, .message: true
      case .choice, .line: false
      }
    }
    var row = headRows + 1
    var rects: [Rect] = []
    var remarkRects: [Rect?] = []
    var labels: [Rect?] = []
    for (place, widget) in widgets.enumerated() {
      var rows = wanted[place]
      switch widget {
      case .service, .message:
        // A search or a text takes what is left, less what the instructions need.
        let kept = spare > lookRows + 1 ? lookRows + 1 : 0
        rows += spare - kept
        spare = kept
      case .choice, .line: break
      }
      rows = min(rows, max(0, room - row))
      if case .line = widget {
        labels.append(Rect(row: row, column: 0, width: width, height: 1))
        rects.append(Rect(row: row + 1, column: 0, width: width, height: min(1, rows)))
        remarkRects.append(
          rows > 2 ? Rect(row: row + 2, column: 0, width: width, height: 1) : nil
        )
      } else {
        labels.append(nil)
        remarkRects.append(nil)
        rects.append(Rect(row: row, column: 0, width: width, height: rows))
      }
      row += rows + 1
    }
    let lookFits = lookRows > 0 && (isFlexible ? spare >= lookRows : room - row >= lookRows)
    return Places(
      head: Rect(row: 0, column: 0, width: width, height: headRows),
      labels: labels,
      remarks: remarkRects,
      widgets: rects,
      look: lookFits ? Rect(row: row, column: 0, width: width, height: lookRows) : nil,
      buttons: Rect(row: size.rows - buttonRows, column: 0, width: width, height: buttonRows)
    )
  }

  mutating func fit(_ size: Size) {
    let places = self.places(in: size)
    head.fit(Size(columns: places.head.width, rows: places.head.height))
    for (place, rect) in places.widgets.enumerated() {
      let size = Size(columns: rect.width, rows: rect.height)
      switch widgets[place] {
      case .choice(var list):
        list.fit(size)
        widgets[place] = .choice(list)
      case .service(var search):
        search.fit(size)
        widgets[place] = .service(search)
      case .message(var area):
        area.fit(size)
        widgets[place] = .message(area)
      case .line: break
      }
    }
  }

  func draw(on canvas: inout Canvas, wording: Wording) {
    let places = self.places(in: canvas.size)
    canvas.region(places.head) { head.draw(on: &$0, focused: false) }
    for (place, rect) in places.widgets.enumerated() {
      let isFocused = focus == place
      if let label = places.labels[place] {
        canvas.region(label) {
          $0.write(
            wording("question.\(fields[place].id.rawValue).title"),
            row: 0,
            column: 0,
            style: .muted
          )
        }
      }
      if let rect = places.remarks[place], let remark = remarks[place] {
        canvas.region(rect) { $0.write(remark, row: 0, column: 0, style: .muted) }
      }
      canvas.region(rect) { part in
        switch widgets[place] {
        case .choice(let list): list.draw(on: &part, focused: isFocused)
        case .service(let search):
          search.draw(on: &part, focused: isFocused, nothing: wording("search.nothing"))
        case .message(let area): area.draw(on: &part, focused: isFocused)
        case .line(let line): line.draw(on: &part, focused: isFocused)
        }
      }
    }
    if let rect = places.look { canvas.region(rect) { look.draw(on: &$0, focused: false) } }
    canvas.region(places.buttons) { buttons.draw(on: &$0, focused: focus == widgets.count) }
  }

  /// The keys of the focused field.
  func hints(_ wording: Wording) -> [Hint] {
    guard focus < widgets.count else {
      return [Hint(key: wording("keys.sides"), text: wording("hint.choose"))]
    }
    switch widgets[focus] {
    case .choice(let list):
      let letters = list.options.compactMap { option -> Hint? in
        guard let key = option.key, key.isLetter else { return nil }
        return Hint(key: String(key).uppercased(), text: wording("hint.letter.\(option.id)"))
      }
      return letters.count == list.options.count
        ? letters : [Hint(key: wording("keys.arrows"), text: wording("hint.choose"))]
    case .service:
      return [Hint(key: wording("keys.arrows"), text: wording("hint.search"))]
    case .message: return [Hint(key: "Ctrl-J", text: wording("hint.newLine"))]
    case .line: return []
    }
  }
}
