import Drawing
import SafeText
import Model

/// Cases of the store in a list, narrowed by what is typed: those to go on with, or all there are.
package struct CasesScreen: Equatable, Sendable {
  private(set) var search: SearchList
  /// What is shown; the last query that was asked.
  private(set) var query: CaseQuery
  private var cases: [CaseSummary] = []
  private var hasMore = false
  private var today: Day?

  init(_ filter: CaseQuery.Filter) {
    query = CaseQuery(filter)
    search = SearchList(results: [])
  }

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

  mutating func reword(_ wording: Wording) {
    search.replace(
      with: cases.map { item in
        ChoiceList.Option(
          id: "\(item.id.rawValue)",
          label: wording.label(item),
          hint: wording.standing(item, on: today)
        )
      }
    )
  }

  mutating func fit(_ size: Size) {
    search.fit(Size(columns: size.columns, rows: max(0, size.rows - headRows)))
  }

  /// What a key led to.
  enum Outcome: Equatable {
    case stays
    case ignored
    /// The page of a query is wanted.
    case list(CaseQuery)
    /// A case is to be gone on with.
    case open(CaseID)
    /// A case is to be looked at.
    case show(CaseID)
  }

  mutating func handle(_ key: Key) -> Outcome {
    if isOverview, let step = [Key.tab: 1, .backTab: -1][key] { return change(by: step) }
    switch search.handle(key) {
    case .activated:
      guard let number = search.focusedID.flatMap({ Int64($0) }) else { return .stays }
      let id = CaseID(rawValue: number)
      return isOverview ? .show(id) : .open(id)
    case .changed: return searchAgain()
    case .moved, .refused: return more()
    case .ignored: return .ignored
    }
  }

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    if let place = Self.filters.indices.first(where: { Self.hitID($0) == id }) {
      // From the one before it, Tab leads there.
      query.filter = Self.filters[(place + Self.filters.count - 1) % Self.filters.count]
      return .tab
    }
    search.focus(id)
    return .enter
  }

  mutating func paste(_ text: String) -> Outcome {
    _ = search.paste(text)
    return searchAgain()
  }

  /// The first page of what is searched for.
  private mutating func searchAgain() -> Outcome {
    query.words = search.query
    query.offset = 0
    return .list(query)
  }

  /// The next page, once the end of what is here has the focus.
  private mutating func more() -> Outcome {
    guard hasMore, search.focusedID == cases.last.map({ "\($0.id.rawValue)" }) else {
      return .stays
    }
    var next = query
    next.offset = cases.count
    return .list(next)
  }

  private mutating func change(by step: Int) -> Outcome {
    let filters = Self.filters
    let place = filters.firstIndex(of: query.filter) ?? 0
    query.filter = filters[(place + step + filters.count) % filters.count]
    return searchAgain()
  }

  /// What the overview can be narrowed to: everything, each flow's cases, and what is due.
  static let filters: [CaseQuery.Filter] = [.all] + Flow.ids.map { .flow($0) } + [.due]

  // MARK: - Drawing

  private var headRows: Int { isOverview ? 2 : 0 }

  func draw(on canvas: inout Canvas, wording: Wording) {
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
    for (place, label) in labels.enumerated() {
      let isChosen = Self.filters[place] == query.filter
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
        .choice(Self.hitID(place))
      )
      column += taken + 1
    }
  }

  private static func hitID(_ filter: Int) -> String { "filter \(filter)" }
}
