package import Wording
package import Drawing
import Model
import SafeText

/// A few lines to read and a list of ways to go on.
package struct MenuForm: PageForm {
  private(set) var intro: TextBlock
  private(set) var list: ChoiceList

  package init(_ page: Page) {
    intro = TextBlock(page.prose)
    list = ChoiceList(ChoiceList.numbered(page.options), look: .menu, focused: page.focused)
  }

  package mutating func show(_ page: Page) {
    intro.replace(with: page.prose)
    list.replace(with: ChoiceList.numbered(page.options))
  }

  /// Where on the page somebody is: the option, empty for the first, and the first row of the options that is seen.
  var stand: (focus: String, top: Int) {
    let focus = list.focusedID ?? ""
    return (focus == list.options.first?.id ? "" : focus, list.top)
  }

  /// Stands as it does for somebody else.
  mutating func stand(at focus: String, top: Int) {
    list.stand(at: focus.isEmpty ? list.options.first?.id ?? "" : focus, top: top)
  }

  package mutating func fit(_ size: Size) {
    let places = self.places(in: size)
    intro.fit(Size(columns: places.intro.width, rows: places.intro.height))
    list.fit(Size(columns: places.list.width, rows: places.list.height))
  }

  package mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    list.focus(id)
    return .enter
  }

  /// A list goes by one option.
  package var pressesOfWheel: Int { 1 }

  package mutating func handle(_ key: Key) -> Response {
    let outcome = list.handle(key)
    if outcome == .activated, let id = list.focusedID { return .takes(id) }
    return outcome == .ignored ? .ignored : .stays
  }

  package func hints(_ wording: Wording) -> [Hint] { [wording.moving, wording.choosing] }

  package func draw(on canvas: inout Canvas, wording: Wording) {
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
