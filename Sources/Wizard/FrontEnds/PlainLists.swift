import Wording
import SafeText
import Model
import Screens

/// The overview line by line: choose what to see, then a case by its number, then what to do with it.
struct PlainLists {
  /// What the person wants after the lists.
  enum Ending {
    case home
    case open(CaseID)
    case quit
  }

  let console: Console
  let questions: PlainQuestions
  let wording: Wording
  /// Does something with the store and waits for it; failures have been said aloud.
  let settle: (Effect) -> [Event]

  /// Shows lists until a case is to be opened or the person goes back.
  func run(_ first: CaseQuery.Filter) -> Ending {
    var query: CaseQuery? = first == .due ? CaseQuery(.due, limit: 9) : nil
    while true {
      console.say("")
      guard var asked = query else {
        switch choose() {
        case .answer(let filter): query = filter
        case .back: return .home
        case .quit: return .quit
        }
        continue
      }
      switch list(&asked) {
      case .answer(let id):
        query = asked
        if let ending = show(id) { return ending }
      case .back: query = nil
      case .quit: return .quit
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
      guard let place = Int(id), filters.indices.contains(place) else { return .back }
      return .answer(CaseQuery(filters[place], limit: 9))
    case .back, .why: return .back
    case .quit: return .quit
    }
  }

  /// Shows pages, or what is searched for, until a case is chosen.
  private func list(_ query: inout CaseQuery) -> Turn<CaseID> {
    while true {
      var page: CasePage?
      for case .listed(let found) in settle(.list(query)) { page = found }
      guard let page else { return .back }
      if page.cases.isEmpty { console.say(wording("cases.none")) }
      let cases = page.cases.map {
        ("\($0.id.rawValue)", "\(wording.label($0)): \(wording.statusText($0, on: page.today))")
      }
      let choices =
        (page.hasMore ? [("more", wording("plain.more"))] : [])
        + (query.filter == .due ? [] : [("search", wording("plain.searchCases"))])
        + [("back", wording("button.back"))]
      switch questions.choose(cases + choices, standing: nil) {
      case .answer("more"): query.offset += query.limit
      case .answer("search"):
        console.say(wording("plain.words"))
        query.words = Sanitiser.line(console.ask() ?? "")
        query.offset = 0
      case .answer("back"), .back, .why: return .back
      case .answer(let id):
        if let number = Int64(id) { return .answer(CaseID(rawValue: number)) }
      case .quit: return .quit
      }
    }
  }

  /// - Returns: What the person wants then; `nil` to see the list again.
  private func show(_ id: CaseID) -> Ending? {
    for case .shown(let found, let today) in settle(.show(id)) {
      questions.read(RecordText(found, wording, on: today).prose)
      let choices =
        (Flow.named(found.flow) == nil ? [] : ["open"]) + ["text", "json", "delete", "back"]
      while true {
        console.say("")
        switch questions.choose(choices.map { ($0, wording("button.\($0)")) }, standing: nil) {
        case .answer("open"): return .open(id)
        case .answer("delete"): if delete(id) { return nil }
        case .quit: return .quit
        case .answer(let way):
          guard let file = RecordFile(rawValue: way) else { return nil }
          write(file.write(found, on: today, wording))
        case .back, .why: return nil
        }
      }
    }
    return nil
  }

  private func write(_ effect: Effect) {
    for case .written(let path) in settle(effect) {
      console.say(wording("records.written", ["path": path]))
    }
  }

  private func delete(_ id: CaseID) -> Bool {
    let number = ["number": "\(id.rawValue)"]
    console.say(wording("delete.title", number))
    console.say(wording("delete.about", number))
    let choices = [("keep", wording("button.keep")), ("delete", wording("button.deleteForGood"))]
    guard case .answer("delete") = questions.choose(choices, standing: "keep") else { return false }
    for case .deleted in settle(.delete(id)) { console.say(wording("cases.deleted", number)) }
    return true
  }
}
