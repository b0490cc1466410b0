package import Wording
package import Drawing
import Model
import SafeText

/// A few lines to read and a list of ways to go on.
package struct MenuForm: PageForm {
  private(set) var intro: TextBlock
  private(set) var list: ChoiceList
  /// The lines to read as the page has them; a low window leaves out what is empty.
  private var prose: [Prose]
  /// The letters that options have for their own, as the footer or the help names them.
  private var letters: Set<Character>

  package init(_ page: Page) {
    intro = TextBlock(page.prose)
    prose = page.prose
    list = ChoiceList(Self.options(page), look: .menu, focused: page.focused)
    letters = Self.letters(page)
  }

  package mutating func show(_ page: Page) {
    intro.replace(with: page.prose)
    prose = page.prose
    list.replace(with: Self.options(page))
    letters = Self.letters(page)
  }

  private static func options(_ page: Page) -> [ChoiceList.Option] {
    ChoiceList.numbered(page.options, besides: page.reserved)
  }

  private static func letters(_ page: Page) -> Set<Character> {
    Set(page.options.compactMap { $0.key?.lowercased().first })
  }

  /// Where on the page somebody is: the option, empty for the first, and the first rows that are seen of the options
  /// and of the text above them.
  var stand: (focus: String, top: Int, textTop: Int) {
    let focus = list.focusedID ?? ""
    return (focus == list.options.first?.id ? "" : focus, list.top, intro.top)
  }

  /// Stands as it does for somebody else.
  mutating func stand(at focus: String, top: Int, textTop: Int) {
    list.stand(at: focus.isEmpty ? list.options.first?.id ?? "" : focus, top: top)
    intro.stand(at: textTop)
  }

  package mutating func fit(_ size: Size) {
    let rows = size.rows - list.height(width: size.columns)
    let close = prose.filter { $0 != .gap }
    let isClose =
      TextBlock(prose).height(width: size.columns) > rows
      && TextBlock(close).height(width: size.columns) <= rows
    let lines = isClose ? close : prose
    if intro.parts != lines { intro.replace(with: lines) }
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

  /// Moves among the options and takes one; where the text above them is cut, the page keys scroll it.
  package mutating func handle(_ key: Key) -> Response {
    if intro.scrolls, key == .pageUp || key == .pageDown {
      _ = intro.handle(key)
      return .stays
    }
    if let unseen = unseenOption(of: key) {
      list.focus(unseen)
      return .stays
    }
    let outcome = list.handle(key)
    if outcome == .activated, let id = list.focusedID { return .takes(id) }
    return outcome == .ignored ? .ignored : .stays
  }

  /// The option that a letter would take though nobody sees it; the letter then only leads there.
  private func unseenOption(of key: Key) -> String? {
    guard case .character(let sign) = key, sign.isLetter, let letter = sign.lowercased().first,
      !letters.contains(letter)
    else { return nil }
    let option = list.options.first { $0.key == letter }
    return option.flatMap { list.isSeen($0.id) ? nil : $0.id }
  }

  package func hints(_ wording: Wording) -> [Hint] {
    [wording.moving, wording.choosing]
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let places = self.places(in: canvas.size)
    canvas.region(places.intro) { intro.draw(on: &$0, focused: false) }
    if places.intro.height > 0, let place = intro.place {
      let row = places.intro.height
      let told = wording.place(place, wording.paging)
      canvas.write(told, row: row, column: 0, style: .muted)
    }
    canvas.region(places.list) { list.draw(on: &$0, focused: true) }
  }

  /// The list gets what it needs, but leaves the lines above it at least a third.
  ///
  /// Between them is a row that tells how much of the lines is seen, unless that row is all that either lacks.
  private func places(in size: Size) -> (intro: Rect, list: Rect) {
    let wanted = list.height(width: size.columns)
    let lines = intro.height(width: size.columns)
    let least = min(lines, max(size.rows - wanted - 1, size.rows / 3))
    let introRows = least == lines - 1 ? lines : least
    let isJustWhole = introRows == lines && (least < lines || lines + wanted == size.rows)
    let gap = introRows > 0 && !isJustWhole ? 1 : 0
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
