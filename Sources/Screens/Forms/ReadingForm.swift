package import Wording
package import Drawing
import Model
import SafeText

/// Text to read, with buttons below it that say what comes next.
package struct ReadingForm: PageForm {
  private(set) var text: TextBlock
  private(set) var buttons: ButtonRow
  /// The options that have a key of their own.
  private var keys: [Character: String]

  package init(_ page: Page) {
    text = TextBlock(page.prose)
    buttons = Self.buttons(page, focused: nil)
    keys = Self.keys(page)
  }

  package mutating func show(_ page: Page) {
    text.replace(with: page.prose)
    buttons = Self.buttons(page, focused: buttons.focusedID)
    keys = Self.keys(page)
  }

  private static func keys(_ page: Page) -> [Character: String] {
    Dictionary(page.options.compactMap { option in option.key.map { ($0, option.id) } }) {
      first,
      _ in
      first
    }
  }

  /// The likeliest option is the last button, next to the edge, and has the focus.
  private static func buttons(_ page: Page, focused: String?) -> ButtonRow {
    ButtonRow(
      page.options.reversed().map { .init(id: $0.id, label: $0.label) },
      focused: focused ?? page.focused ?? page.options.first?.id
    )
  }

  /// Puts the focus on a button.
  mutating func focus(_ id: String) { buttons.focus(id) }

  package mutating func fit(_ size: Size) { text.fit(textSize(in: size)) }

  package mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    buttons.focus(id)
    return .enter
  }

  /// A text goes by three lines.
  package var pressesOfWheel: Int { 3 }

  /// Scrolls the text or moves among the buttons.
  package mutating func handle(_ key: Key) -> Response {
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end:
      return text.handle(key) == .ignored ? .ignored : .stays
    case .tab, .backTab:
      // The buttons are all there is to walk, so the walk begins anew at the end.
      if buttons.handle(key) == .ignored {
        let ends = key == .tab ? buttons.buttons.first : buttons.buttons.last
        if let id = ends?.id { buttons.focus(id) }
      }
      return .stays
    case .character(let character) where keys[character] != nil:
      return keys[character].map { .takes($0) } ?? .ignored
    default:
      let outcome = buttons.handle(key)
      if outcome == .activated, let id = buttons.focusedID { return .takes(id) }
      return outcome == .ignored ? .ignored : .stays
    }
  }

  package func hints(_ wording: Wording) -> [Hint] {
    [wording.tabbing, wording.choosing]
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let size = canvas.size
    let height = buttons.height(width: size.columns)
    if let place = text.place {
      canvas.write(
        wording.place(place, wording.scrolling),
        row: size.rows - height - 1,
        column: 0,
        style: .muted
      )
    }
    canvas.region(Rect(row: 0, column: 0, width: size.columns, height: textSize(in: size).rows)) {
      text.draw(on: &$0, focused: false)
    }
    canvas.region(
      Rect(row: size.rows - height, column: 0, width: size.columns, height: height)
    ) { buttons.draw(on: &$0, focused: true) }
  }

  /// The place the text gets of the place the form gets: less a row that tells its place, unless that is all it lacks.
  private func textSize(in size: Size) -> Size {
    let rows = max(0, size.rows - buttons.height(width: size.columns))
    let isJustWhole = text.height(width: size.columns) == rows
    return Size(columns: size.columns, rows: isJustWhole ? rows : max(0, rows - 1))
  }
}
