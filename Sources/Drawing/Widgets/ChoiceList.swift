/// A list to choose from.
///
/// The focus is held by id, so that a change of the options never moves it to another meaning; as
/// long as there are options one of them has it. Nothing wraps around at the ends.
package struct ChoiceList: Equatable, Sendable {
  package struct Option: Equatable, Sendable {
    package let id: String
    package var label: String
    /// A short remark at the right edge, or below the label where there is no room.
    package var hint: String?
    /// An explanation below the label.
    package var detail: String?
    /// The key that takes the option: a digit, or a letter that the footer names.
    package var key: Character?
    /// Whether an empty row stands before the option.
    package var isSetOff: Bool
    /// What stands there instead of label, hint and explanation, in a list that is wide enough.
    package var columns: Columns?

    package init(
      id: String,
      label: String,
      hint: String? = nil,
      detail: String? = nil,
      key: Character? = nil,
      isSetOff: Bool = false,
      columns: Columns? = nil
    ) {
      self.id = id
      self.label = label
      self.hint = hint
      self.detail = detail
      self.key = key
      self.isSetOff = isSetOff
      self.columns = columns
    }
  }

  /// How the list looks, and what taking an option means.
  package enum Look: Equatable, Sendable {
    /// Opens the option at once, by Enter, Space or its key.
    case menu
    /// Keeps one choice: Space or its key chooses, and Enter goes on, with the option that a key has
    /// moved the focus to.
    case radio
    /// Keeps any number: Space or its key turns one on or off, Enter goes on.
    case boxes
  }

  package let look: Look

  package private(set) var options: [Option]

  /// The option that has the focus; `nil` only when there are no options.
  package private(set) var focusedID: String?

  /// The chosen options; at most one of a radio list, and none of a menu.
  package private(set) var chosen: Set<String> = []

  /// Whether a letter that is no option's key moves to the next label that begins with it.
  package var findsByLetter: Bool

  /// Whether the focus of a radio list was moved by a key since an option was chosen; the keys for another page of it are
  /// for reading, and choose nothing.
  private var isAimed = false
  /// The first row that is seen.
  package private(set) var top = 0
  private(set) var viewport = Size(columns: 0, rows: 0)

  package init(
    _ options: [Option],
    look: Look = .menu,
    chosen: Set<String> = [],
    focused: String? = nil,
    findsByLetter: Bool = false
  ) {
    self.look = look
    self.options = []
    self.findsByLetter = findsByLetter
    replace(with: options)
    choose(chosen)
    if let focused { focus(focused) }
  }

  /// Whether the keys stand before the labels, since not all labels begin with theirs.
  var showsKeys: Bool {
    options.contains { option in
      option.key.map { !option.label.lowercased().hasPrefix($0.lowercased()) } ?? false
    }
  }

  /// The only chosen option of a radio list.
  package var choice: String? { look == .radio ? chosen.first : nil }

  /// Whether Enter would go on with an option of a radio list.
  package var hasAnswer: Bool { choice != nil || isAimed }

  /// The options that have the mark of what is chosen: of a radio list the one that Enter goes on with.
  var marked: Set<String> { isAimed ? Set([focusedID].compactMap(\.self)) : chosen }

  /// Changes the options; focus and choices stay with those that are still there.
  package mutating func replace(with options: [Option]) {
    let place = focusedIndex ?? 0
    self.options = options
    chosen.formIntersection(options.map(\.id))
    if focusedIndex == nil {
      focusedID = options.isEmpty ? nil : options[min(place, options.count - 1)].id
    }
    scroll()
  }

  /// Chooses options and puts the focus on the first of them; unknown ones are left out.
  package mutating func choose(_ ids: Set<String>) {
    guard look != .menu else { return }
    let known = options.map(\.id).filter(ids.contains)
    chosen = Set(look == .radio ? known.prefix(1) : known[...])
    if let first = known.first { focus(first) }
  }

  /// Moves the focus to an option; an unknown one changes nothing.
  package mutating func focus(_ id: String) {
    guard options.contains(where: { $0.id == id }) else { return }
    focusedID = id
    scroll()
  }

  /// Whether an option stands in the place the list was fitted to; before it was, all do.
  package func isSeen(_ id: String) -> Bool {
    guard viewport.rows > 0, let index = options.firstIndex(where: { $0.id == id }) else {
      return true
    }
    let label = ChoiceLayout(self, size: viewport, glyphs: .unicode).firstRow(of: index)
    return (top..<top + viewport.rows).contains(label)
  }

  /// Stands as another list of the same options does: at an option, with a row as the first that is seen.
  package mutating func stand(at id: String, top: Int) {
    self.top = top
    focus(id)
  }

  /// Tells the place the list has on the screen, so that a page key moves by what is seen.
  package mutating func fit(_ size: Size) {
    viewport = size
    scroll()
  }

  package mutating func handle(_ key: Key) -> Outcome {
    guard let index = focusedIndex else { return .ignored }
    switch key {
    case .up: return move(to: index - 1)
    case .down: return move(to: index + 1)
    case .home: return move(to: 0)
    case .end: return move(to: options.count - 1)
    case .pageUp: return move(to: page(from: index, step: -1), aims: false)
    case .pageDown: return move(to: page(from: index, step: 1), aims: false)
    case .enter:
      settle()
      return .activated
    case .character(" "): return take(index)
    case .character(let character): return press(character, from: index)
    default: return .ignored
    }
  }

  var focusedIndex: Int? {
    options.firstIndex { $0.id == focusedID }
  }

  private mutating func move(to index: Int, aims: Bool = true) -> Outcome {
    guard let option = options[safe: min(max(0, index), options.count - 1)],
      option.id != focusedID
    else { return .refused }
    focus(option.id)
    isAimed = look == .radio && aims
    return .moved
  }

  /// Chooses the option of a radio list that a key has moved the focus to: whoever goes on has it
  /// before their eyes, with the mark.
  ///
  /// Where no key has moved it, nothing is chosen.
  package mutating func settle() {
    guard isAimed, let focusedID else { return }
    chosen = [focusedID]
    isAimed = false
  }

  /// Takes an option as its look has it.
  private mutating func take(_ index: Int) -> Outcome {
    let id = options[index].id
    focus(id)
    isAimed = false
    switch look {
    case .menu: return .activated
    case .radio: chosen = [id]
    case .boxes: chosen.formSymmetricDifference([id])
    }
    return .changed
  }

  private mutating func press(_ character: Character, from index: Int) -> Outcome {
    let pressed = character.lowercased()
    if let found = options.firstIndex(where: { $0.key?.lowercased() == pressed }) {
      return take(found)
    }
    let hasDigits = options.contains { $0.key?.isNumber ?? false }
    if let digit = character.wholeNumberValue, character.isASCII {
      let isPlace = !hasDigits && digit > 0 && digit <= options.count
      return isPlace ? take(digit - 1) : .ignored
    }
    guard findsByLetter, character.isLetter else { return .ignored }
    let order = options[(index + 1)...] + options[...index]
    guard let found = order.first(where: { $0.label.lowercased().hasPrefix(pressed) }) else {
      return .refused
    }
    guard found.id != focusedID else { return .refused }
    focus(found.id)
    return .moved
  }

  /// The option about one screen away, but at least the next.
  private func page(from index: Int, step: Int) -> Int {
    let layout = ChoiceLayout(self, size: viewport, glyphs: .unicode)
    let wanted = max(1, viewport.rows - 1)
    let start = layout.rows(of: index).lowerBound
    var place = index + step
    while options.indices.contains(place + step),
      abs(layout.rows(of: place + step).lowerBound - start) <= wanted
    {
      place += step
    }
    return place
  }

  private mutating func scroll() {
    guard viewport.rows > 0 else { return }
    top = ChoiceLayout(self, size: viewport, glyphs: .unicode).top
  }

  /// The rows needed to show all options in a width.
  package func height(width: Int) -> Int {
    ChoiceLayout(self, size: Size(columns: width, rows: .max), glyphs: .unicode).total
  }

  /// Draws the list over the canvas; the focused option carries the pointer and the cursor.
  package func draw(on canvas: inout Canvas, focused: Bool) {
    ChoiceLayout(self, size: canvas.size, glyphs: canvas.glyphs).draw(on: &canvas, focused: focused)
  }
}

extension Array {
  /// The element at an index, or `nil` outside.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
