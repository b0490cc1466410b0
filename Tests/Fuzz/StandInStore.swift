import Model
import Screens

/// A store in memory that does what the real one does, when it is told to.
struct StandInStore {
  private(set) var cases: [Case] = []
  /// The open cases as they were last saved or read here.
  private(set) var open: [CaseHandle: Case] = [:]
  private var day = 0
  private var waiting: [Effect] = []

  /// Takes on something to do.
  mutating func ask(_ effect: Effect) { waiting.append(effect) }

  var isIdle: Bool { waiting.isEmpty }

  /// Does the oldest thing it was asked for.
  mutating func answer() -> Event? {
    guard !waiting.isEmpty else { return nil }
    switch waiting.removeFirst() {
    case .save(let draft, let handle): return save(draft, handle)
    case .release(let handle):
      open[handle] = nil
      return nil
    case .open(let id, let handle):
      guard let found = cases.first(where: { $0.id == id }) else { return Self.missing(id) }
      open[handle] = found
      return .opened(handle, found)
    case .count:
      let due = due.count
      return .counted(open: cases.filter { $0.status != .closed }.count, due: due)
    case .lookUp(let systemID, let handle):
      let other = cases.last { item in
        item.id != open[handle]?.id && item.flow == Flow.registerSystem.id
          && item.content.answer(in: Flow.systemID)?.value == systemID
      }
      return other.map { .known(systemID: systemID, Self.summary($0)) }
    case .list(let query): return .listed(page(query))
    case .show(let id):
      return cases.first { $0.id == id }.map { .shown($0, today: today) } ?? Self.missing(id)
    case .delete(let id):
      guard let place = cases.firstIndex(where: { $0.id == id }) else { return Self.missing(id) }
      cases.remove(at: place)
      return .deleted(id)
    case .copy: return .copied(day.isMultiple(of: 2))
    case .write(let name, _): return .written(path: "/home/kari/\(name)")
    case .rememberLanguage, .quit, .suspend, .redraw: return nil
    }
  }

  /// Fails to do the oldest thing it was asked for.
  mutating func fail() -> Event? {
    guard !waiting.isEmpty else { return nil }
    let (key, values) = ("store.failure.busy", ["path": "/home/kari/veiviser.db"])
    switch waiting.removeFirst() {
    case .release(let handle):
      open[handle] = nil
      return nil
    case .quit, .suspend, .redraw, .lookUp: return nil
    case .save(_, let handle): return .saveFailed(handle, key: key, values: values)
    default: return .storeFailed(key: key, values: values)
    }
  }

  /// Does all it was asked for and forgets what is open, as when the program ends.
  mutating func finish() {
    while !isIdle { _ = answer() }
    open = [:]
  }

  /// Saves the open cases behind the back of the person.
  mutating func meddle() {
    let numbers = Set(open.values.map(\.id))
    for place in cases.indices where numbers.contains(cases[place].id) {
      cases[place] = Self.next(cases[place], cases[place].content)
    }
  }

  mutating func midnight() { day += 1 }

  /// Puts a case there.
  mutating func put(_ seed: UInt64) -> CaseID {
    let number = 1_001 + Int64(cases.count) * 7
    let id = CaseID(rawValue: (cases.map(\.id.rawValue).max() ?? number) + 1)
    cases.append(.leftBehind(id, seed: seed))
    if cases.count > 90 { cases.removeFirst(60) }
    return id
  }

  private mutating func save(_ draft: CaseDraft, _ handle: CaseHandle) -> Event {
    guard let before = open[handle] else {
      let id = CaseID(rawValue: (cases.map(\.id.rawValue).max() ?? 1_000) + 1)
      let made = Case(
        id: id,
        revision: 1,
        created: Timestamp(rawValue: 1_795_000_000),
        updated: Timestamp(rawValue: 1_795_000_000),
        content: draft
      )
      cases.append(made)
      open[handle] = made
      return .saved(handle, id)
    }
    guard let place = cases.firstIndex(where: { $0.id == before.id }) else {
      return .deletedElsewhere(handle, before.id, mine: draft)
    }
    guard cases[place].revision == before.revision else {
      return .changedElsewhere(handle, cases[place], mine: draft)
    }
    cases[place] = Self.next(before, draft)
    open[handle] = cases[place]
    return .saved(handle, before.id)
  }

  private static func next(_ old: Case, _ content: CaseDraft) -> Case {
    Case(
      id: old.id,
      revision: old.revision + 1,
      created: old.created,
      updated: old.updated,
      content: content
    )
  }

  private static func missing(_ id: CaseID) -> Event {
    .storeFailed(key: "store.failure.noSuchCase", values: ["number": "\(id.rawValue)"])
  }

  // MARK: - Lists

  private var today: Day? { Day("2026-11-\(23 + min(day, 7))") }

  private var due: [Case] {
    cases.filter { $0.flow == "requestAccess" && $0.status == .waiting }
  }

  private func page(_ query: CaseQuery) -> CasePage {
    let all: [Case] =
      switch query.filter {
      case .unfinished: cases.filter { $0.status != .closed }
      case .all: cases
      case .flow(let flow): cases.filter { $0.flow == flow }
      case .due: due
      }
    let words = query.words.lowercased().split(separator: " ")
    let fitting = all.reversed().filter { item in
      words.allSatisfy { item.title.lowercased().contains($0) || "\(item.id.rawValue)" == $0 }
    }
    let page = fitting.dropFirst(query.offset).prefix(query.limit).map(Self.summary)
    return CasePage(
      query: query,
      cases: page,
      hasMore: fitting.count > query.offset + query.limit,
      today: today
    )
  }

  private static func summary(_ item: Case) -> CaseSummary {
    CaseSummary(
      id: item.id,
      flow: item.flow,
      status: item.status,
      step: item.step,
      title: item.title,
      created: item.created,
      updated: item.updated,
      answers: Dictionary(
        uniqueKeysWithValues: Flow.statusFields.compactMap { field in
          item.content.answer(in: field).map { (field, $0.value) }
        }
      )
    )
  }
}
