import Drawing
import SafeText
import Model

/// The fields of a question step, with the buttons below them.
package struct QuestionForm: Equatable, Sendable {
  /// What came of a key.
  enum Result: Equatable {
    case ignored
    case handled
    case next
    case back
  }

  static let next = "next"
  static let back = "back"

  /// The question and what belongs to it, above the fields.
  private(set) var head: TextBlock
  /// How to see the answer, below the fields where there is room.
  private(set) var look: TextBlock
  private(set) var widgets: [FieldWidget]
  private(set) var buttons: ButtonRow
  /// The place of the focused widget; the number of widgets means the buttons.
  private(set) var focus = 0

  /// Lays out a step with what was answered before.
  init(_ step: Step, walk: Walk, wording: Wording) {
    head = TextBlock(wording.head(of: step, in: walk))
    look = TextBlock(wording.look(at: step, in: walk))
    widgets = step.fields.map { FieldWidget($0, walk: walk, wording: wording) }
    buttons = Self.buttons(wording)
  }

  /// Says everything again in another language; what was typed and chosen stays.
  mutating func reword(walk: Walk, wording: Wording) {
    head = TextBlock(wording.head(of: walk.current, in: walk))
    look = TextBlock(wording.look(at: walk.current, in: walk))
    for place in widgets.indices { widgets[place].reword(walk: walk, wording: wording) }
    buttons = ButtonRow(Self.buttons(wording).buttons, focused: buttons.focusedID)
  }

  /// Whether every letter goes into a text, and chooses nothing.
  var takesText: Bool { focus < widgets.count && widgets[focus].takesText }

  /// Whether a secret is being typed.
  var isTypingSecret: Bool {
    guard focus < widgets.count, case .secret = widgets[focus].body else { return false }
    return true
  }

  /// Whether words are typed in the search that has the focus.
  var isSearching: Bool {
    guard focus < widgets.count else { return false }
    return switch widgets[focus].body {
    case .search(let search): !search.query.isEmpty
    case .roles(let list): !list.query.isEmpty
    case .choice, .message, .line, .secret, .boxes: false
    }
  }

  /// What stands in the fields where something does.
  var given: [(field: Field, value: String)] {
    widgets.compactMap { widget in widget.given.map { (widget.field, $0) } }
  }

  /// Puts the focus on the first field that one cannot go on with, and says why.
  mutating func refuse() -> (key: String, values: [String: String])? {
    guard let place = widgets.firstIndex(where: { $0.problem != nil }) else { return nil }
    focus = place
    return widgets[place].problem
  }

  private static func buttons(_ wording: Wording) -> ButtonRow {
    ButtonRow([
      .init(id: back, label: wording("button.back")),
      .init(id: next, label: wording("button.next")),
    ])
  }

  // MARK: - Keys

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Result {
    guard focus < widgets.count else { return handleButtons(key) }
    if !isTypingSecret && (key == .tab || key == .backTab) {
      widgets[focus].settle()
      move(key == .tab ? 1 : -1)
      return .handled
    }
    switch widgets[focus].handle(key, walk: walk, wording: wording) {
    case .ignored: return .ignored
    case .handled: return .handled
    case .leaves(let step):
      move(step)
      return .handled
    case .done:
      // What is chosen answers the step; what is typed leads on to the next line.
      let isTyped =
        switch widgets[focus].body {
        case .line, .secret: true
        case .choice, .search, .message, .boxes, .roles: false
        }
      guard isTyped && focus < widgets.count - 1 else { return .next }
      move(1)
      return .handled
    }
  }

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key? {
    guard let field = area.field, widgets.indices.contains(field) else {
      guard case .choice(let id) = area.meaning else { return nil }
      focus = widgets.count
      buttons.focus(id)
      return .enter
    }
    focus = field
    guard case .choice(let id) = area.meaning else { return nil }
    return widgets[field].aim(at: id)
  }

  /// Turns the wheel over the fields: what has the focus moves, and keeps it.
  mutating func wheel(_ key: Key, walk: Walk, wording: Wording) {
    guard focus < widgets.count, !widgets[focus].isOneLine else { return }
    _ = widgets[focus].handle(key, walk: walk, wording: wording)
  }

  /// Inserts pasted text in the focused field.
  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    guard focus < widgets.count else { return }
    widgets[focus].paste(text, walk: walk, wording: wording)
  }

  private mutating func handleButtons(_ key: Key) -> Result {
    switch buttons.handle(key) {
    case .activated: return buttons.focusedID == Self.next ? .next : .back
    case .ignored where key == .backTab || key == .up:
      move(-1)
      return .handled
    case .ignored where key == .tab:
      focus = 0
      return .handled
    case .ignored: return .ignored
    case .moved, .changed, .refused: return .handled
    }
  }

  private mutating func move(_ step: Int) {
    let places = widgets.count + 1
    focus = (focus + step + places) % places
    if focus == widgets.count { buttons.focus(step > 0 ? Self.next : Self.back) }
  }
}

// MARK: - Drawing

extension QuestionForm {
  private struct Places {
    var head: Rect
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
    let wanted = widgets.map { $0.rows(width: width) }
    let total = wanted.reduce(0, +) + wanted.count - 1
    let headRows = min(head.height(width: width), max(2, room - total - 1))
    let lookRows = look.height(width: width)
    let spare = max(0, room - headRows - 1 - total)
    // A search or a text takes what is left, less what the instructions need.
    let kept = spare > lookRows + 1 ? lookRows + 1 : 0
    let isFlexible = widgets.contains(where: \.isFlexible)
    var row = headRows + 1
    var rects: [Rect] = []
    for (widget, wanted) in zip(widgets, wanted) {
      let rows = min(wanted + (widget.isFlexible ? spare - kept : 0), max(0, room - row))
      rects.append(Rect(row: row, column: 0, width: width, height: rows))
      row += rows + 1
    }
    let lookFits = lookRows > 0 && (isFlexible ? kept : room - row) >= lookRows
    return Places(
      head: Rect(row: 0, column: 0, width: width, height: headRows),
      widgets: rects,
      look: lookFits ? Rect(row: row, column: 0, width: width, height: lookRows) : nil,
      buttons: Rect(row: size.rows - buttonRows, column: 0, width: width, height: buttonRows)
    )
  }

  mutating func fit(_ size: Size) {
    let places = self.places(in: size)
    head.fit(Size(columns: places.head.width, rows: places.head.height))
    for (place, rect) in places.widgets.enumerated() {
      widgets[place].fit(Size(columns: rect.width, rows: rect.height))
    }
  }

  func draw(on canvas: inout Canvas, wording: Wording) {
    let places = self.places(in: canvas.size)
    canvas.region(places.head) {
      head.draw(on: &$0, focused: false)
      guard head.scrolls else { return }
      let more = "\(wording("head.more")) \($0.glyphs.ellipsis)"
      let column = $0.size.columns - DisplayWidth.columns(of: more)
      $0.fill(Rect(row: $0.size.rows - 1, column: column - 1, width: $0.size.columns, height: 1))
      $0.write(more, row: $0.size.rows - 1, column: column, style: .muted)
    }
    for (place, rect) in places.widgets.enumerated() {
      canvas.field = place
      canvas.region(rect) {
        widgets[place].draw(on: &$0, focused: focus == place, wording: wording)
      }
    }
    canvas.field = nil
    if let rect = places.look { canvas.region(rect) { look.draw(on: &$0, focused: false) } }
    canvas.region(places.buttons) { buttons.draw(on: &$0, focused: focus == widgets.count) }
  }

  /// The keys of the focused field.
  func hints(_ wording: Wording) -> [Hint] {
    focus < widgets.count
      ? widgets[focus].hints(wording)
      : [Hint(key: wording("keys.sides"), text: wording("hint.choose"))]
  }
}
