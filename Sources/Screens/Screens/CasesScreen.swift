package import Wording
package import Drawing
package import Model
import SafeText

/// Cases of the store in a list, narrowed by what is typed: those to go on with, or all there are.
package struct CasesScreen: Screen, Equatable {
  private(set) var search: SearchList
  /// What is shown; the last query that was asked.
  package private(set) var query: CaseQuery
  private var cases: [CaseSummary] = []
  private var hasMore = false
  private var today: Day?
  /// The filter that was pressed with the mouse, which the next Tab goes to.
  private var aimed: Int?

  package init(_ filter: CaseQuery.Filter) {
    query = CaseQuery(filter)
    search = SearchList(results: [])
  }

  /// The cases left half way, all there is, and what is due.
  package static func homeEntries(_ home: HomeState, _ wording: Wording) -> [HomeEntry] {
    func entry(_ id: String, _ filter: CaseQuery.Filter, hint: String? = nil) -> HomeEntry {
      let list = CasesScreen(filter)
      return HomeEntry(
        id,
        wording("home.\(id)"),
        hint: hint,
        to: .screen(list),
        after: [.list(list.query)]
      )
    }
    let open = home.open.map {
      wording.counted("home.open", $0, ["count": wording.cappedCount($0)])
    }
    let due = wording("home.dueCount", ["count": wording.cappedCount(home.due)])
    return [entry(unfinished, .unfinished, hint: open), entry("records", .all)]
      + (home.due > 0 ? [entry("due", .due, hint: due)] : [])
  }

  /// The entry at home for the cases left half way.
  package static let unfinished = "resume"

  /// Whether the list is the overview of everything, where what is shown can be changed.
  var isOverview: Bool { query.filter != .unfinished }

  /// Shows a page that the store found; one that belongs to another search comes too late.
  mutating func show(_ page: CasePage, wording: Wording) {
    guard page.query.isSameList(as: query) else { return }
    if page.query.offset == 0 {
      cases = page.cases
    } else if page.query.offset == cases.count {
      cases += page.cases
    } else {
      return
    }
    hasMore = page.hasMore
    today = page.today
    reword(wording)
  }

  package func page(_ wording: Wording) -> Page {
    Page(
      [.heading(title(wording).last ?? "")],
      cases.map { item in
        .init(
          id: "\(item.id.rawValue)",
          label: wording.label(item),
          hint: wording.standing(item, on: today)
        )
      }
    )
  }

  package var hasLine: Bool { true }
  package mutating func reword(_ wording: Wording) { search.replace(with: page(wording).options) }

  package mutating func fit(_ size: Size) {
    search.fit(Size(columns: size.columns, rows: max(0, size.rows - headRows)))
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    switch event {
    case .listed(let page): show(page, wording: wording)
    case .shown(let found, let today):
      return .goes(.screen(RecordScreen(found, on: today, from: self)))
    default: return .ignored
    }
    return .stays
  }

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    if isOverview, key == .tab || key == .backTab { return change(by: key == .tab ? 1 : -1) }
    switch search.handle(key) {
    case .activated: return search.focusedID.map { take($0, wording: wording) } ?? .stays
    case .changed: return searchAgain()
    case .moved, .refused: return more()
    case .ignored: return .ignored
    }
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard let number = Int64(id) else { return .stays }
    let id = CaseID(rawValue: number)
    return isOverview ? .does([.show(id)]) : .goes(.open(id))
  }

  /// Escape first clears what was searched for.
  package mutating func back(_ wording: Wording) -> Response {
    let response = handle(.escape, wording: wording)
    return response == .ignored ? .goes(.home()) : response
  }

  package mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    if let pressed = Self.filters.indices.first(where: { Self.hitID($0) == id }) {
      aimed = pressed
      return .tab
    }
    search.focus(id)
    return .enter
  }

  package mutating func paste(_ text: String, wording: Wording) -> Response {
    _ = search.paste(text)
    return searchAgain()
  }

  /// The first page of what is searched for.
  private mutating func searchAgain() -> Response {
    query.words = search.query
    query.offset = 0
    return .does([.list(query)])
  }

  /// The next page, once the end of what is here has the focus.
  private mutating func more() -> Response {
    guard hasMore, search.focusedID == cases.last.map({ "\($0.id.rawValue)" }) else {
      return .stays
    }
    var next = query
    next.offset = cases.count
    return .does([.list(next)])
  }

  private mutating func change(by step: Int) -> Response {
    let filters = Self.filters
    let now = filters.firstIndex(of: query.filter) ?? 0
    query.filter = filters[aimed ?? (now + step + filters.count) % filters.count]
    aimed = nil
    return searchAgain()
  }

  /// What the overview can be narrowed to: everything, the cases of each errand, and what is due.
  package static let filters: [CaseQuery.Filter] =
    [.all] + Flow.errands.map { .errand($0) } + [.due]

  package func title(_ wording: Wording) -> [String] {
    [wording("header.program"), wording(isOverview ? "header.records" : "home.resume")]
  }

  package func hints(_ wording: Wording) -> [Hint] {
    let back = search.query.isEmpty ? wording.hints([.back]) : [wording.clearing]
    let does = wording(isOverview ? "hint.show" : "hint.open")
    // Where nothing is found there is nothing to go to; where not all has room, what opens a case is named first.
    let opening: [Hint] =
      search.focusedID == nil
      ? [] : [Hint(key: "Enter", text: does, press: .enter), wording.moving]
    guard isOverview else { return opening + [wording.searching] + back + wording.common }
    let filtering = Hint(key: "Tab", text: wording("hint.filter"), press: .tab, need: .helps)
    return opening + [filtering] + back + [wording.searching] + wording.common
  }

  // MARK: - Drawing

  private var headRows: Int { isOverview ? 2 : 0 }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let size = canvas.size
    if isOverview { drawFilters(on: &canvas, wording) }
    let below = Rect(row: headRows, column: 0, width: size.columns, height: size.rows - headRows)
    canvas.region(below) {
      search.draw(
        on: &$0,
        focused: true,
        hint: wording("cases.search"),
        nothing: wording("cases.none")
      )
    }
  }

  /// All filters where there is room, with the pointer at the one that holds; else that one.
  private func drawFilters(on canvas: inout Canvas, _ wording: Wording) {
    let labels = Self.filters.map { wording.label($0) }
    let width = labels.map { DisplayWidth.columns(of: $0) + 3 }.reduce(0, +)
    let showsAll = width <= canvas.size.columns
    var column = 0
    for (filter, label) in labels.enumerated() {
      let isChosen = Self.filters[filter] == query.filter
      guard showsAll || isChosen else { continue }
      let sign = isChosen ? "\(canvas.glyphs.pointer) " : "  "
      let taken = canvas.write(
        sign + label,
        row: 0,
        column: column,
        style: isChosen ? .selected : .muted
      )
      canvas.hitArea(
        Rect(row: 0, column: column, width: taken, height: 1),
        .choice(Self.hitID(filter))
      )
      column += taken + 1
    }
  }

  private static func hitID(_ filter: Int) -> String { "filter \(filter)" }
}
