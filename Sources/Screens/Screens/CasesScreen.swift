import Model

/// The open cases, narrowed by what is typed.
package struct CasesScreen: Equatable, Sendable {
  private(set) var search: SearchList
  private var cases: [CaseSummary]

  init(_ cases: [CaseSummary], wording: Wording) {
    self.cases = cases
    search = SearchList(results: Self.options(cases, wording))
  }

  /// Shows what the store found.
  mutating func show(_ cases: [CaseSummary], wording: Wording) {
    self.cases = cases
    search.replace(with: Self.options(cases, wording))
  }

  mutating func reword(_ wording: Wording) {
    search.replace(with: Self.options(cases, wording))
  }

  mutating func fit(_ size: Size) { search.fit(size) }

  /// What a key led to.
  enum Outcome: Equatable {
    case stays
    case ignored
    case search(String)
    case open(CaseID)
  }

  mutating func handle(_ key: Key) -> Outcome {
    switch search.handle(key) {
    case .activated:
      guard let id = search.focusedID.flatMap({ Int64($0) }) else { return .stays }
      return .open(CaseID(rawValue: id))
    case .changed: return .search(search.query)
    case .moved, .refused: return .stays
    case .ignored: return .ignored
    }
  }

  mutating func paste(_ text: String) -> Outcome {
    _ = search.paste(text)
    return .search(search.query)
  }

  func draw(on canvas: inout Canvas, wording: Wording) {
    search.draw(on: &canvas, focused: true, nothing: wording("cases.none"))
  }

  private static func options(_ cases: [CaseSummary], _ wording: Wording) -> [ChoiceList.Option] {
    cases.map { item in
      ChoiceList.Option(
        id: "\(item.id.rawValue)",
        label: wording(
          "cases.case",
          [
            "number": "\(item.id.rawValue)",
            "title": item.title.isEmpty ? wording("flow.\(item.flow).title") : item.title,
          ]
        ),
        hint: item.updated.local,
        detail: wording("cases.status.\(item.status.rawValue)")
      )
    }
  }
}
