package import Drawing
package import Model
import SafeText
package import Wording

/// The cases of the desk in parts, of which one is shown, or those that a search finds.
///
/// No row moves while it is looked at: what has come in meanwhile is announced, and shown on demand.
package struct QueueScreen: Screen, Equatable {
  package private(set) var query: DeskQuery
  package private(set) var entries: [DeskEntry] = []
  private(set) var counts: [DeskSection: Int] = [:]
  /// What the others who have some of the cases are called.
  private(set) var names: [AgentID: String] = [:]
  /// What has come in since the rows were shown.
  private var waiting: QueuePage?
  private(set) var focused: CaseID?
  /// The case whose last act is being undone, which the pointer then goes to.
  private var undone: CaseID?
  package var focusedID: CaseID? { focused }
  /// The case that a key is about: the one that stood under the pointer when it was drawn, or that the
  /// person has moved to since.
  private var meant: CaseID?
  /// The case that the pointer leaves by what the person has done, if it is no longer there when the rows come.
  private var leaving: CaseID?
  /// What is typed to find cases; `nil` while a part is shown.
  private(set) var search: LineEditor?
  /// What is being noted on a case; `nil` where nothing was begun.
  var noting: QueueNote?
  /// A case that was to be noted on though somebody else has it.
  var theirs: DeskEntry?
  /// What a case is being chosen for, where there is no full screen.
  var picking: QueuePick?
  let agent: AgentID
  /// Whether the program began here, so that the way out leads out of it.
  let isHome: Bool
  let login: String
  private(set) var lastActed: CaseID?
  private(set) var now: Timestamp?
  private(set) var top = 0
  private var room = Size(columns: 0, rows: 0)
  /// Whether a key was pressed for another row than the one that it came to.
  private var isTooEarly = false
  package var problem: Remark? { isTooEarly ? ("keys.tooEarly", [:]) : taken }

  /// - Parameter id: The case that the pointer begins at, where it is in the part that is shown.
  package init(_ desk: DeskRoom, at id: CaseID? = nil) {
    query = DeskQuery(desk.section)
    (focused, leaving) = (id, id)
    agent = desk.agent
    isHome = desk.isBegunWith
    login = desk.login
    lastActed = desk.lastActed
    now = desk.now
  }

  package static func homeEntries(_ home: HomeState, _ wording: Wording) -> [HomeEntry] {
    home.hasDesk ? [HomeEntry("desk", wording("home.desk"), key: "d", to: .queue)] : []
  }

  private static let new = "new"
  private static let more = "more"
  private static let statistics = "statistics"

  package var scopes: [Scope] { [.queue] }
  package var pageName: String { "queue \(query.section.rawValue)" }
  package var takesText: Bool { search != nil || isNoting }

  // MARK: - What the store answers

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    lastActed = event.undoable(after: lastActed)
    switch event {
    case .desk(.queue(let page)) where page.query == query:
      counts = page.counts
      if page.isAsked { show(page) } else { look(at: page) }
    case .desk(.acted(let entry, _)):
      if undone == entry.id { focused = entry.id }
      undone = nil
      if entry.id == focused { leaving = focused }
      return .does([.desk(.list(query))])
    case .desk(.jotted), .desk(.refused), .storeFailed: endNote(after: event)
    case .desk(.read(let reading)):
      return .goes(.screen(ReadFirstScreen(reading, by: agent)), after: [.desk(.leaveQueue)])
    case .desk(.tallied(let counts)):
      let page = StatisticsScreen(counts, wording.content)
      return .goes(.screen(page), after: [.desk(.leaveQueue), .desk(.readShapes)])
    default: return .ignored
    }
    return .stays
  }

  private mutating func show(_ page: QueuePage) {
    (entries, names) = (page.entries, page.names)
    waiting = nil
    if !entries.contains(where: { $0.id == focused }) {
      // Where others have taken the case under the pointer, no key is for the one that comes there.
      focused = focused == leaving || isNoting ? entries.first?.id : nil
    }
    leaving = nil
    scroll()
  }

  /// Keeps the rows where they are, each as it now stands.
  private mutating func look(at page: QueuePage) {
    guard page.entries.map(\.id) != entries.map(\.id) else { return show(page) }
    for place in entries.indices {
      if let now = page.entries.first(where: { $0.id == entries[place].id }) {
        entries[place] = now
      }
    }
    names = page.names
    waiting = page
  }

  /// How many cases are new since the rows were shown.
  var newCount: Int {
    let shown = Set(entries.map(\.id))
    return waiting?.entries.count { !shown.contains($0.id) } ?? 0
  }

  /// Whether there are more cases than are shown.
  var isCut: Bool { entries.count >= query.limit }

  package mutating func markDrawn() { meant = focused }
  package mutating func tick(_ moment: Timestamp) { now = moment }
  package mutating func reword(_ wording: Wording) {}

  package mutating func fit(_ size: Size) {
    room = size
    scroll()
  }

  // MARK: - Keys

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    (isTooEarly, theirs) = (false, nil)
    if isNoting { return handleNote(key) }
    switch key {
    case .tab where search == nil: return change(by: 1)
    case .backTab where search == nil: return change(by: -1)
    case .down: return move(by: 1)
    case .up: return move(by: -1)
    case .pageDown: return move(by: max(1, rowRoom - 1))
    case .pageUp: return move(by: -max(1, rowRoom - 1))
    case .enter: return pointed().map { open($0) } ?? .stays
    case _ where search != nil: return find(key)
    case .home: return move(by: -entries.count)
    case .end: return move(by: entries.count)
    case .character("/"):
      search = LineEditor(limit: Self.longestSearch)
      return .stays
    case .character("t"): return pointed().map { take($0) } ?? .stays
    case .character("T"): return pointed().map { steal($0) } ?? .stays
    case .character("r"): return pointed().map { act(.release, $0) } ?? .stays
    case .character("n"): return pointed().map { note(on: $0) } ?? .stays
    case .character("g"):
      return pointed().map { .goes(.call($0.id, .reopen), after: keepNote()) } ?? .stays
    case .character("u"): return undoLast()
    default: return .ignored
    }
  }

  package mutating func run(_ command: Command, wording: Wording) -> Response {
    switch command {
    case .refresh:
      if let waiting { show(waiting) }
      return .does([.desk(.list(query))])
    case .statistics: return .does(keepNote() + [.desk(.tally(weeks: Self.weeks))])
    default: return .ignored
    }
  }

  private mutating func undoLast() -> Response {
    undone = lastActed
    return lastActed.map { .does([.desk(.undo($0))]) } ?? .stays
  }

  /// The weeks that are counted, this one too.
  private static let weeks = 4
  private static let longestSearch = 60

  /// The case under the pointer, if it is the one that the person meant; another may have come there since.
  private mutating func pointed() -> DeskEntry? {
    isTooEarly = focused != meant || focused == nil && !entries.isEmpty
    guard isTooEarly else { return entries.first { $0.id == focused } }
    focused = focused ?? entries.first?.id
    return nil
  }

  /// Whoever has it already goes to it.
  private mutating func take(_ entry: DeskEntry) -> Response {
    entry.state.isOwned && entry.desk.owner == agent
      ? .goes(.call(entry.id, entry.opening(by: agent)), after: keepNote()) : act(.take, entry)
  }

  /// Asks first where somebody else has it.
  private func steal(_ entry: DeskEntry) -> Response {
    guard let owner = entry.desk.owner, owner != agent else { return act(.steal, entry) }
    return .goes(.stealing(entry.id, from: login(owner)))
  }

  func login(_ owner: AgentID) -> String { names[owner] ?? "\(owner.rawValue)" }

  private func act(_ act: DeskAct, _ entry: DeskEntry) -> Response {
    .does([.desk(.act(act, entry.id))])
  }

  /// Goes to a case, and first makes it the agent's if nobody has it; what was handed over, waits or is somebody
  /// else's is read first.
  private mutating func open(_ entry: DeskEntry) -> Response {
    let kept = keepNote()
    return entry.state.isReadFirst || entry.holder(otherThan: agent) != nil
      ? .does(kept + [.desk(.read(entry.id))])
      : .goes(.call(entry.id, entry.opening(by: agent)), after: kept)
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    if id == Self.stop { return back(wording) }
    if let picking { return take(id, for: picking) }
    if id == Self.undo { return undoLast() }
    picking = QueuePick(rawValue: id)
    if picking != nil { return .stays }
    if id == Self.new { return .goes(.newCall) }
    if id == Self.more { return readMore() }
    if id == Self.statistics { return run(.statistics, wording: wording) }
    if let section = DeskSection(rawValue: id) { return change(to: section) }
    return entries.first { "\($0.id.rawValue)" == id }.map { open($0) } ?? .stays
  }

  /// Escape first puts a note away, and ends the search.
  package mutating func back(_ wording: Wording) -> Response {
    if picking != nil {
      picking = nil
      return .stays
    }
    if isNoting {
      noting?.form.isOpen = false
      return .stays
    }
    guard search == nil else { return change(to: query.section) }
    return isHome ? .goes(.leaving) : leave(wording)
  }

  package mutating func leave(_ wording: Wording) -> Response {
    isHome ? .ignored : .goes(.home(), after: keepNote() + [.desk(.leaveQueue)])
  }

  package mutating func saveTyped(_ wording: Wording) -> [Effect] { keepNote() }

  package mutating func paste(_ text: String, wording: Wording) -> Response {
    if isNoting {
      noting?.form.paste(text, wording)
      return .stays
    }
    guard search?.paste(text) == .changed else { return .stays }
    return searchAgain()
  }

  private mutating func find(_ key: Key) -> Response {
    switch search?.handle(key) {
    case .changed: searchAgain()
    case .ignored, nil: .ignored
    default: .stays
    }
  }

  private mutating func searchAgain() -> Response {
    query.words = search?.text ?? ""
    leaving = focused
    return .does([.desk(.list(query))])
  }

  private mutating func change(by step: Int) -> Response {
    let all = DeskSection.allCases
    let place = all.firstIndex(of: query.section) ?? 0
    return change(to: all[(place + step + all.count) % all.count])
  }

  private mutating func change(to section: DeskSection) -> Response {
    query = DeskQuery(section)
    search = nil
    (entries, waiting, focused, top) = ([], nil, nil, 0)
    return .does([.desk(.list(query))])
  }

  /// At the last row that is shown, more are asked for where there are any.
  private mutating func move(by step: Int) -> Response {
    guard !entries.isEmpty else { return .stays }
    let before = entries.firstIndex { $0.id == focused }
    let place = min(max(0, before.map { $0 + step } ?? 0), entries.count - 1)
    focused = entries[place].id
    meant = focused
    scroll()
    return isCut && step > 0 && place == entries.count - 1 ? readMore() : .stays
  }

  private mutating func readMore() -> Response {
    query.limit += DeskQuery.page
    return .does([.desk(.list(query))])
  }

  package mutating func aim(at area: HitArea) -> Key? {
    // A press keeps no note that is half written.
    guard !isNoting, case .choice(let id) = area.meaning,
      let entry = entries.first(where: { "\($0.id.rawValue)" == id })
    else { return nil }
    (focused, meant) = (entry.id, entry.id)
    return .enter
  }

  /// The rows for cases: below the parts and the heads, above what is announced.
  var rowRoom: Int { max(1, room.rows - 4) }

  private mutating func scroll() {
    let place = entries.firstIndex { $0.id == focused } ?? 0
    top = min(max(top, place - rowRoom + 1), place)
  }

  package func page(_ wording: Wording) -> Page {
    if let page = actPage(wording) { return page }
    var options = [ChoiceList.Option(id: Self.new, label: wording("key.call"))]
    options += entries.map { option($0, wording) }
    if isCut { options.append(.init(id: Self.more, label: wording("plain.more"))) }
    options += DeskSection.allCases.filter { $0 != query.section || search != nil }.map {
      ChoiceList.Option(id: $0.rawValue, label: wording($0.textKey))
    }
    options.append(.init(id: Self.statistics, label: wording("key.statistics")))
    options += actOptions(wording)
    let words = search.map { wording.quoted($0.text) }
    return Page(
      [.heading(words ?? wording(query.section.textKey))]
        + (entries.isEmpty ? [.paragraph(wording("desk.empty"))] : []),
      options,
      writes: .line(wording("desk.plain.find"))
    )
  }

  /// Words that cases are searched for by, where there is no full screen.
  package mutating func write(_ line: String, wording: Wording) -> Response {
    if isNoting { return writeNote(line, wording) }
    search = LineEditor(text: line, limit: Self.longestSearch)
    return searchAgain()
  }
}
