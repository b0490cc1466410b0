import SafeText
package import Drawing

/// Text to read, with buttons below it that say what comes next.
package struct ReadingForm: Equatable, Sendable {
  package private(set) var text: TextBlock
  package private(set) var buttons: ButtonRow

  init(_ parts: [Prose], buttons: [ButtonRow.Button], focused: String) {
    text = TextBlock(parts)
    self.buttons = ButtonRow(buttons, focused: focused)
  }

  /// Says everything again in another language.
  mutating func reword(_ parts: [Prose], buttons: [ButtonRow.Button]) {
    text.replace(with: parts)
    self.buttons = ButtonRow(buttons, focused: self.buttons.focusedID)
  }

  /// Tells the place the text has on the screen.
  mutating func fit(_ size: Size) { text.fit(size) }

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    buttons.focus(id)
    return .enter
  }

  /// Scrolls the text or moves among the buttons.
  ///
  /// - Returns: The button that was pressed, if one was; and whether the key meant anything.
  mutating func handle(_ key: Key) -> (pressed: String?, isKnown: Bool) {
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end:
      return (nil, text.handle(key) != .ignored)
    case .tab, .backTab:
      // The buttons are all there is to walk, so the walk begins anew at the end.
      if buttons.handle(key) == .ignored {
        let ends = key == .tab ? buttons.buttons.first : buttons.buttons.last
        if let id = ends?.id { buttons.focus(id) }
      }
      return (nil, true)
    default:
      let outcome = buttons.handle(key)
      return (outcome == .activated ? buttons.focusedID : nil, outcome != .ignored)
    }
  }

  func draw(on canvas: inout Canvas, wording: Wording) {
    let size = canvas.size
    let height = buttons.height(width: size.columns)
    if let place = text.place {
      canvas.write(
        wording("text.place", place),
        row: size.rows - height - 1,
        column: 0,
        style: .muted
      )
    }
    canvas.region(Rect(row: 0, column: 0, width: size.columns, height: size.rows - height - 1)) {
      text.draw(on: &$0, focused: false)
    }
    canvas.region(
      Rect(row: size.rows - height, column: 0, width: size.columns, height: height)
    ) { buttons.draw(on: &$0, focused: true) }
  }

  /// The place the text gets of the place the form gets.
  func textSize(in size: Size) -> Size {
    Size(
      columns: size.columns,
      rows: max(0, size.rows - buttons.height(width: size.columns) - 1)
    )
  }
}
