import Drawing
import Model

extension AppState {
  /// The home screen as it is now.
  var home: MenuForm { Self.home(wording, openCases: openCases, due: due) }

  mutating func count(open: Int, due: Int) {
    openCases = open
    self.due = due
    guard case .home(var menu) = place else { return }
    let fresh = home
    menu.reword(fresh.intro.parts, fresh.list.options)
    place = .home(menu)
  }

  mutating func list(_ page: CasePage) {
    guard case .cases(var screen) = place else { return }
    screen.show(page, wording: wording)
    place = .cases(screen)
  }

  /// Shows a case that was asked for from a list; one who has gone on meanwhile is left in peace.
  mutating func show(_ found: Case, on today: Day?) {
    guard case .cases(let list) = place else { return }
    place = .record(RecordScreen(found, on: today, from: list, wording: wording))
  }

  /// Goes back to the list, as it is without a case.
  mutating func forget(_ id: CaseID) -> [Effect] {
    notice = ("cases.deleted", ["number": "\(id.rawValue)"])
    guard case .record(let record) = place, record.found.id == id else { return [] }
    place = .cases(record.list)
    return [.list(record.list.query)]
  }

  mutating func goHome() -> [Effect] {
    let released = letGo()
    place = .home(home)
    return released + [.count]
  }

  mutating func follow(_ outcome: CasesScreen.Outcome) -> [Effect] {
    switch outcome {
    case .stays, .ignored: []
    case .list(let query): [.list(query)]
    case .open(let id): open(id)
    case .show(let id): [.show(id)]
    }
  }

  mutating func follow(_ outcome: RecordScreen.Outcome) -> [Effect] {
    guard case .record(let record) = place else { return [] }
    switch outcome {
    case .stays, .ignored: return []
    case .back:
      var list = record.list
      // The language may be another one by now.
      list.reword(wording)
      place = .cases(list)
      return []
    case .open: return open(record.found.id)
    case .write(let name, let text): return [.write(name: name, text: text)]
    case .delete:
      overlay = .delete(record.found.id, wording)
      return []
    }
  }
}
