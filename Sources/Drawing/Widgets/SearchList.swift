import SafeText

/// A list that is narrowed by what is typed above it.
///
/// It does not search by itself: after each `changed` the owner hands it the results.
package struct SearchList: Equatable, Sendable {
  package private(set) var field: LineEditor
  package private(set) var list: ChoiceList
  /// Whether the person moved to the result that has the focus.
  package private(set) var hasMoved = false
  /// Whether the result that has the focus was come to by a key that shows another page.
  private var isPaged = false
  /// Whether some result is meant, though nobody has moved or searched.
  private let isOpen: Bool
  /// The result that was the answer before.
  private let answer: String?

  /// - Parameters:
  ///   - isAnswer: Whether taking a result answers something. Then none is meant until the person has
  ///     moved to it or searched for it: an Enter too many is not to answer with whatever stands first.
  ///   - answer: The result that was the answer before.
  package init(
    query: String = "",
    limit: Int = 80,
    results: [ChoiceList.Option],
    isAnswer: Bool = false,
    answer: String? = nil
  ) {
    field = LineEditor(text: query, limit: limit)
    list = ChoiceList(results)
    self.answer = answer
    if let answer { list.focus(answer) }
    isOpen = !isAnswer || list.focusedID == answer
  }

  package var query: String { field.text }

  /// The result that has the focus; `nil` only when there are no results.
  package var focusedID: String? { list.focusedID }

  /// The result that Enter takes; `nil` while none is meant.
  package var meantID: String? { isOpen || hasMoved || !query.isEmpty ? focusedID : nil }

  /// Shows other results; the focus stays on its result while that is there.
  package mutating func replace(with results: [ChoiceList.Option]) {
    list.replace(with: results)
  }

  /// Moves the focus to a result; an unknown one changes nothing.
  package mutating func focus(_ id: String) {
    list.focus(id)
  }

  /// Moves the focus to a result that was pressed; it stays there while more is typed.
  package mutating func aim(at id: String) {
    list.focus(id)
    (hasMoved, isPaged) = (true, false)
  }

  /// Is left for something beside it: to have looked at another page of the list answers nothing.
  package mutating func settle() {
    guard isPaged else { return }
    (hasMoved, isPaged) = (false, false)
    if let id = query.isEmpty ? answer : list.options.first?.id { list.focus(id) }
  }

  /// Tells the place the search has on the screen, field and results together.
  package mutating func fit(_ size: Size) {
    list.fit(Size(columns: size.columns, rows: max(0, size.rows - SearchList.listRow)))
  }

  /// Edits the query or moves in the results.
  ///
  /// - Returns: `changed` when the query changed, `activated` when Enter takes the focused result.
  ///   Escape clears the query and is ignored when there is none.
  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .down where meantID == nil && focusedID != nil,
      .home where meantID == nil && focusedID != nil:
      hasMoved = true
      return .moved
    case .up, .down, .pageUp, .pageDown: return move(key)
    // With nothing to move in above, they lead to the ends of the list.
    case .home where field.isEmpty, .end where field.isEmpty: return move(key)
    case .enter: return list.focusedID == nil ? .refused : .activated
    case .escape:
      guard !field.isEmpty else { return .ignored }
      field.wipe()
      return .changed
    default: return field.handle(key)
    }
  }

  /// Moves in the results; a key that leads out of them has moved to none.
  private mutating func move(_ key: Key) -> Outcome {
    let outcome = list.handle(key)
    if outcome == .moved { (hasMoved, isPaged) = (true, key == .pageUp || key == .pageDown) }
    return outcome
  }

  /// Edits the query and searches at once.
  ///
  /// The best result gets the focus, unless the person moved to another one that still fits.
  package mutating func handle(
    _ key: Key,
    search: (String) -> [ChoiceList.Option]
  ) -> Outcome {
    let outcome = handle(key)
    if outcome == .changed { find(search) }
    return outcome
  }

  private mutating func find(_ search: (String) -> [ChoiceList.Option]) {
    let before = focusedID
    replace(with: search(query))
    if hasMoved && focusedID == before { return }
    (hasMoved, isPaged) = (false, false)
    if let best = list.options.first { focus(best.id) }
  }

  /// Inserts a pasted block in the query and searches at once.
  package mutating func paste(_ text: String, search: (String) -> [ChoiceList.Option]) {
    if paste(text) == .changed { find(search) }
  }

  /// Inserts a pasted block in the query; its line breaks become blanks.
  package mutating func paste(_ text: String) -> Outcome {
    field.paste(text)
  }

  /// Draws the field, an empty row and the results.
  ///
  /// - Parameters:
  ///   - hint: What to say while nothing is typed.
  ///   - nothing: What to say when there are no results.
  package func draw(on canvas: inout Canvas, focused: Bool, hint: String, nothing: String) {
    let size = canvas.size
    let below = Rect(
      row: SearchList.listRow,
      column: 0,
      width: size.columns,
      height: size.rows - SearchList.listRow
    )
    canvas.region(below) { part in
      if list.options.isEmpty {
        TextBlock([.toned(nothing, .muted)]).draw(on: &part, focused: false)
      } else {
        list.draw(on: &part, focused: focused && meantID != nil)
      }
    }
    // Last, so that the cursor stays where the typing goes.
    canvas.region(Rect(row: 0, column: 0, width: size.columns, height: 1)) { part in
      field.draw(on: &part, focused: focused)
      if field.isEmpty { part.write(hint, row: 0, column: 0, style: .muted) }
    }
  }

  private static let listRow = 2
}
