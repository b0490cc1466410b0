import Wording
import Drawing
import Model
import SafeText

/// A few lines to read and a list of ways to go on.
struct MenuForm: Form {
  private(set) var intro: TextBlock
  private(set) var list: ChoiceList

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

  mutating func reword(like fresh: any Form, walk: Walk, wording: Wording) {
    guard let fresh = fresh as? MenuForm else { return }
    reword(fresh.intro.parts, fresh.list.options)
  }

  mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    list.focus(id)
    return .enter
  }

  /// A list goes by one option.
  func turnWheel(_ key: Key, walk: Walk, wording: Wording) -> Int { 1 }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response { handle(key) }

  mutating func handle(_ key: Key) -> Response {
    let outcome = list.handle(key)
    if outcome == .activated, let id = list.focusedID { return .takes(id) }
    return outcome == .ignored ? .ignored : .stays
  }

  func hints(_ wording: Wording) -> [Hint] { [wording.moving, wording.choosing] }

  func draw(on canvas: inout Canvas, wording: Wording) {
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
