import Wording
import SafeText
import Model
import Screens

/// The overview line by line: choose what to see, then a case by its number, then what to do with it.
struct PlainLists {
  let console: Console
  let questions: PlainQuestions
  let tongue: PlainTongue
  var wording: Wording { tongue.wording }
  let store: PlainStore
  let pages: PlainPages

  /// Shows lists until a case is to be opened or the person goes back.
  ///
  /// - Returns: Where the person goes then; `nil` when there is no more to read.
  func run(_ first: CaseQuery.Filter) -> Destination? {
    var query: CaseQuery? = first == .due ? CaseQuery(.due, limit: 9) : nil
    while true {
      console.say("")
      guard var asked = query else {
        switch choose() {
        case .answer(let filter): query = filter
        case .back: return .home()
        case .quit: return nil
        }
        continue
      }
      switch list(&asked) {
      case .answer(let id):
        query = asked
        let list = CasesScreen(asked.filter)
        guard let destination = show(id, from: list) else { return nil }
        if destination != .screen(list) { return destination }
      case .back: query = nil
      case .quit: return nil
      }
    }
  }

  private enum Turn<Value> {
    case answer(Value)
    case back
    case quit
  }

  private func choose() -> Turn<CaseQuery> {
    console.say(wording("header.records"))
    let filters = CasesScreen.filters
    let options = filters.enumerated().map { ("\($0)", wording.label($1)) }
    switch questions.choose(options, standing: nil) {
    case .answer(let id):
      guard let index = Int(id), filters.indices.contains(index) else { return .back }
      return .answer(CaseQuery(filters[index], limit: 9))
    case .why:
      questions.explain()
      return choose()
    case .command: return choose()
    case .back, .written: return .back
    case .quit: return .quit
    }
  }

  /// Shows pages, or what is searched for, until a case is chosen.
  private func list(_ query: inout CaseQuery) -> Turn<CaseID> {
    while true {
      var page: CasePage?
      for case .listed(let found) in store.settle(.list(query)) { page = found }
      guard let page else { return .back }
      if page.cases.isEmpty { console.say(wording("cases.none")) }
      let cases = page.cases.map {
        ("\($0.id.rawValue)", "\(wording.label($0)): \(wording.standing($0, on: page.today))")
      }
      let choices =
        (page.hasMore ? [("more", wording("plain.more"))] : [])
        + (query.filter == .due ? [] : [("search", wording("plain.searchCases"))])
        + [("back", wording("button.back"))]
      switch questions.choose(cases + choices, standing: nil) {
      case .answer("more"): query.offset += query.limit
      case .answer("search"):
        questions.say(wording("plain.words"))
        query.words = Sanitiser.line(console.ask() ?? "")
        query.offset = 0
      case .why: questions.explain()
      case .command: continue
      case .answer("back"), .back, .written: return .back
      case .answer(let id):
        if let number = Int64(id) { return .answer(CaseID(rawValue: number)) }
      case .quit: return .quit
      }
    }
  }

  /// - Returns: Where the person goes then, such as to the list again; `nil` when there is no more to
  ///   read.
  private func show(_ id: CaseID, from list: CasesScreen) -> Destination? {
    var list = list
    for event in store.settle(.show(id)) {
      if case .goes(.screen(let record), _) = list.receive(event, wording: wording) {
        return pages.show(record.screen)?.destination
      }
    }
    return .screen(list)
  }
}
