import SafeText

/// A long list to tick in, narrowed by what is typed above it.
///
/// What is ticked stays ticked while the list is narrowed. It does not search by itself: the owner
/// gives the options that fit what is typed.
package struct TickList: Equatable, Sendable {
  package private(set) var field: LineEditor
  package private(set) var list: ChoiceList
  /// The options that are ticked, in the order of the whole list.
  package private(set) var ticked: [String]
  private var order: [String]
  /// Whether something was ticked since the query last changed.
  private var hasTicked = false
  private var viewport = Size(columns: 0, rows: 0)

  /// Makes a list of all there is to tick.
  package init(_ options: [ChoiceList.Option], ticked: Set<String> = []) {
    field = LineEditor(limit: 60)
    order = options.map(\.id)
    self.ticked = order.filter(ticked.contains)
    list = ChoiceList(options, look: .boxes, chosen: ticked)
    if let first = order.first { list.focus(first) }
  }

  package var query: String { field.text }

  /// Shows other options; the focus stays on its option while that is there.
  package mutating func replace(with options: [ChoiceList.Option]) {
    let focused = list.focusedID
    list = ChoiceList(options, look: .boxes, chosen: Set(ticked))
    if let first = options.first { list.focus(first.id) }
    if let focused { list.focus(focused) }
    list.fit(viewport)
  }

  /// Moves the focus to an option; an unknown one changes nothing.
  package mutating func focus(_ id: String) { list.focus(id) }

  /// Tells the place it has on the screen, field and options together.
  package mutating func fit(_ size: Size) {
    viewport = Size(columns: size.columns, rows: max(0, size.rows - Self.listRow))
    list.fit(viewport)
  }

  /// Edits the query, moves in the list, or ticks.
  ///
  /// Space ticks and unticks. Escape clears what is typed. Enter goes on when nothing is typed; else it ticks the option that has the
  /// focus, unless one was ticked for these words already, and shows the whole list again.
  ///
  /// - Parameter search: The options that fit some words; all of them for none.
  package mutating func handle(_ key: Key, search: (String) -> [ChoiceList.Option]) -> Outcome {
    switch key {
    case .up, .down, .pageUp, .pageDown: return list.handle(key)
    case .escape where !field.isEmpty:
      field.wipe()
      hasTicked = false
      replace(with: search(""))
      return .changed
    case .character(" "):
      guard let focused = list.focusedID else { return .refused }
      toggle(focused)
      return .changed
    case .enter where field.isEmpty: return .activated
    case .enter:
      guard let focused = list.focusedID else { return .refused }
      if !hasTicked && !ticked.contains(focused) { toggle(focused) }
      field.wipe()
      hasTicked = false
      replace(with: search(""))
      list.focus(focused)
      return .changed
    default:
      let outcome = field.handle(key)
      if outcome == .changed {
        hasTicked = false
        replace(with: search(query))
        // The best one is at the top of what is found.
        if let first = list.options.first, !field.isEmpty { list.focus(first.id) }
      }
      return outcome
    }
  }

  /// Inserts a pasted block in the query and searches at once.
  package mutating func paste(_ text: String, search: (String) -> [ChoiceList.Option]) {
    _ = field.paste(text)
    replace(with: search(query))
  }

  private mutating func toggle(_ id: String) {
    _ = list.handle(.character(" "))
    let chosen = Set(ticked).symmetricDifference([id])
    ticked = order.filter(chosen.contains)
    hasTicked = true
  }

  /// Draws the field, what is ticked, and the list.
  ///
  /// - Parameters:
  ///   - count: How many are ticked, and which.
  ///   - hint: What to say while nothing is typed.
  ///   - nothing: What to say when no option fits.
  package func draw(
    on canvas: inout Canvas,
    focused: Bool,
    count: String,
    hint: String,
    nothing: String
  ) {
    let size = canvas.size
    canvas.region(Rect(row: 1, column: 0, width: size.columns, height: 1)) { part in
      part.write(count, row: 0, column: 0, style: ticked.isEmpty ? .muted : .selected)
    }
    let below = Rect(
      row: Self.listRow,
      column: 0,
      width: size.columns,
      height: max(0, size.rows - Self.listRow)
    )
    canvas.region(below) { part in
      if list.options.isEmpty {
        TextBlock([.toned(nothing, .muted)]).draw(on: &part, focused: false)
      } else {
        list.draw(on: &part, focused: focused)
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
