import SafeText
package import Drawing

/// A few lines to read and a list of ways to go on.
package struct MenuForm: Equatable, Sendable {
  package private(set) var intro: TextBlock
  package private(set) var list: ChoiceList

  init(_ parts: [Prose], _ options: [ChoiceList.Option], focused: String? = nil) {
    intro = TextBlock(parts)
    list = ChoiceList(options, look: .menu, focused: focused)
  }

  /// Says everything again in another language, or with what has been found since.
  mutating func reword(_ parts: [Prose], _ options: [ChoiceList.Option]) {
    intro.replace(with: parts)
    list.replace(with: options)
  }

  mutating func fit(_ size: Size) {
    let places = self.places(in: size)
    intro.fit(Size(columns: places.intro.width, rows: places.intro.height))
    list.fit(Size(columns: places.list.width, rows: places.list.height))
  }

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    list.focus(id)
    return .enter
  }

  /// - Returns: The option that was taken, if one was; and whether the key meant anything.
  mutating func handle(_ key: Key) -> (taken: String?, isKnown: Bool) {
    let outcome = list.handle(key)
    return (outcome == .activated ? list.focusedID : nil, outcome != .ignored)
  }

  func draw(on canvas: inout Canvas) {
    let places = self.places(in: canvas.size)
    canvas.region(places.intro) { intro.draw(on: &$0, focused: false) }
    canvas.region(places.list) { list.draw(on: &$0, focused: true) }
  }

  /// The list gets what it needs, but leaves the lines above it at least a third.
  private func places(in size: Size) -> (intro: Rect, list: Rect) {
    let wanted = list.height(width: size.columns)
    let lines = intro.height(width: size.columns)
    let introRows = min(lines, max(size.rows - wanted - 1, size.rows / 3))
    let gap = introRows > 0 ? 1 : 0
    return (
      Rect(row: 0, column: 0, width: size.columns, height: introRows),
      Rect(
        row: introRows + gap,
        column: 0,
        width: size.columns,
        height: max(0, size.rows - introRows - gap)
      )
    )
  }
}
