package import Drawing
package import Model
import SafeText
package import Wording

/// The cases of the desk in parts, of which one is shown.
///
/// No row moves while it is looked at: what has come in meanwhile is announced, and shown on demand.
package struct QueueScreen: Screen, Equatable {
  package private(set) var query: DeskQuery
  private(set) var entries: [DeskEntry] = []
  private var counts: [DeskSection: Int] = [:]
  /// What has come in since the rows were shown.
  private var waiting: QueuePage?
  private(set) var focused: CaseID?
  package var focusedID: CaseID? { focused }
  private let login: String
  private var lastActed: CaseID?
  private var now: Timestamp?
  private var top = 0
  private var room = Size(columns: 0, rows: 0)

  package init(_ desk: DeskRoom, section: DeskSection = .mine) {
    query = DeskQuery(section)
    login = desk.login
    lastActed = desk.lastActed
    now = desk.now
  }

  package static func homeEntries(_ home: HomeState, _ wording: Wording) -> [HomeEntry] {
    home.hasDesk ? [HomeEntry("desk", wording("home.desk"), key: "d", to: .queue)] : []
  }

  private static let new = "new"

  package var scopes: [Scope] { [.queue] }
  package var pageName: String { "queue \(query.section.rawValue)" }

  package func isSame(as other: any Screen) -> Bool { (other as? QueueScreen) == self }

  // MARK: - What the store answers

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    switch event {
    case .desk(.queue(let page)) where page.query.section == query.section:
      counts = page.counts
      if page.isAsked { show(page) } else { look(at: page) }
    case .desk(.acted(let entry)):
      lastActed = entry.id
      return .does([.desk(.list(query))])
    default: return .ignored
    }
    return .stays
  }

  private mutating func show(_ page: QueuePage) {
    entries = page.entries
    waiting = nil
    if !entries.contains(where: { $0.id == focused }) { focused = entries.first?.id }
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
    waiting = page
  }

  /// How many cases are new since the rows were shown.
  private var newCount: Int {
    let shown = Set(entries.map(\.id))
    return waiting?.entries.count { !shown.contains($0.id) } ?? 0
  }

  package mutating func tick(_ moment: Timestamp) { now = moment }
  package mutating func reword(_ wording: Wording) {}

  package mutating func fit(_ size: Size) {
    room = size
    scroll()
  }

  // MARK: - Keys

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    switch key {
    case .tab: return change(by: 1)
    case .backTab: return change(by: -1)
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: move(by: max(1, rowRoom - 1))
    case .pageUp: move(by: -max(1, rowRoom - 1))
    case .home: move(by: -entries.count)
    case .end: move(by: entries.count)
    case .enter: return focused.map { take("\($0.rawValue)", wording: wording) } ?? .stays
    case .character("t"): return act(.take)
    case .character("T"): return act(.steal)
    case .character("r"): return act(.release)
    case .character("g"):
      return focused.map { .goes(.call($0, .reopen)) } ?? .stays
    case .character("u"): return lastActed.map { .does([.desk(.undo($0))]) } ?? .stays
    default: return .ignored
    }
    return .stays
  }

  package mutating func run(_ command: Command, wording: Wording) -> Response {
    guard command == .refresh else { return .ignored }
    if let waiting { show(waiting) }
    return .does([.desk(.list(query))])
  }

  private func act(_ act: DeskAct) -> Response {
    focused.map { .does([.desk(.act(act, $0))]) } ?? .stays
  }

  /// Goes to the case that is drawn, and first makes it the agent's if nobody has it.
  package mutating func take(_ id: String, wording: Wording) -> Response {
    if id == Self.new { return .goes(.newCall) }
    if let section = DeskSection(rawValue: id) { return change(to: section) }
    guard let entry = entries.first(where: { "\($0.id.rawValue)" == id }) else { return .stays }
    let act: DeskAct? =
      switch entry.state {
      case .free: .take
      case .handed: .receive
      case .hold, .parked: .resume
      case .waiting, .due, .closed: .reopen
      case .call: nil
      }
    return .goes(.call(entry.id, act))
  }

  package mutating func back(_ wording: Wording) -> Response {
    .goes(.home(), after: [.desk(.leaveQueue)])
  }

  package mutating func leave(_ wording: Wording) -> Response { back(wording) }

  private mutating func change(by step: Int) -> Response {
    let all = DeskSection.allCases
    let place = all.firstIndex(of: query.section) ?? 0
    return change(to: all[(place + step + all.count) % all.count])
  }

  private mutating func change(to section: DeskSection) -> Response {
    query.section = section
    (entries, waiting, focused, top) = ([], nil, nil, 0)
    return .does([.desk(.list(query))])
  }

  private mutating func move(by step: Int) {
    guard !entries.isEmpty else { return }
    let place = entries.firstIndex { $0.id == focused } ?? 0
    focused = entries[min(max(0, place + step), entries.count - 1)].id
    scroll()
  }

  package mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning,
      let entry = entries.first(where: { "\($0.id.rawValue)" == id })
    else { return nil }
    focused = entry.id
    return .enter
  }

  // MARK: - What is shown

  /// The rows for cases: below the parts and the heads, above what is announced.
  private var rowRoom: Int { max(1, room.rows - 4) }

  private mutating func scroll() {
    let place = entries.firstIndex { $0.id == focused } ?? 0
    top = min(max(top, place - rowRoom + 1), place)
  }

  package func title(_ wording: Wording) -> [String] {
    [wording("desk.title.queue"), login].filter { !$0.isEmpty }
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    now.map { String($0.local.suffix(5)) } ?? ""
  }

  package func hints(_ wording: Wording) -> [Hint] {
    [
      Hint(key: "Enter", text: wording("hint.open"), press: .enter),
      Hint(key: "t", text: wording("desk.hint.take"), press: .character("t")),
      Hint(key: "r", text: wording("desk.hint.release"), press: .character("r")),
      Hint(key: "g", text: wording("desk.hint.reopen"), press: .character("g")),
      Hint(key: "u", text: wording("desk.hint.undo"), press: .character("u")),
      Hint(key: "Tab", text: wording("hint.filter"), press: .tab),
    ] + wording.hints([.call, .back, .help, .quit])
  }

  package func page(_ wording: Wording) -> Page {
    var options = [ChoiceList.Option(id: Self.new, label: wording("key.call"))]
    options += entries.map { entry in
      ChoiceList.Option(
        id: "\(entry.id.rawValue)",
        label: row(entry, wording).filter { !$0.isEmpty }.joined(separator: "  ")
      )
    }
    options += DeskSection.allCases.filter { $0 != query.section }.map {
      ChoiceList.Option(id: $0.rawValue, label: wording($0.textKey))
    }
    return Page([.heading(wording(query.section.textKey))], options)
  }

  /// A case in columns: code, state, age, what it is about, what is next.
  private func row(_ entry: DeskEntry, _ wording: Wording) -> [String] {
    [
      "\(entry.code)", wording(entry.state.textKey), wording.age(of: entry, at: now),
      wording.subject(of: entry), wording.next(of: entry),
    ]
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    drawSections(on: &canvas, wording)
    canvas.hline(row: 1)
    let columns = Self.columns(canvas.size.columns)
    let heads = ["case", "state", "since", "about", "next"].map { wording("desk.head.\($0)") }
    write(heads, columns, row: 2, style: .muted, on: &canvas)
    if entries.isEmpty {
      canvas.write(wording("desk.empty"), row: 3, column: 2, style: .muted)
    }
    for (place, entry) in entries.enumerated().dropFirst(top).prefix(rowRoom) {
      let row = 3 + place - top
      let isHere = entry.id == focused
      if isHere {
        canvas.write(String(canvas.glyphs.pointer), row: row, column: 0, style: .selected)
        canvas.placeCursor(row: row, column: 0)
      }
      write(
        self.row(entry, wording),
        columns,
        row: row,
        style: isHere ? .focus : .normal,
        on: &canvas
      )
      canvas.hitArea(
        Rect(row: row, column: 0, width: canvas.size.columns, height: 1),
        .choice("\(entry.id.rawValue)")
      )
    }
    if newCount > 0 {
      let text = wording("desk.new", ["count": "\(newCount)"])
      canvas.write(text, row: canvas.size.rows - 1, column: 0, style: .warning)
    }
  }

  private func drawSections(on canvas: inout Canvas, _ wording: Wording) {
    var column = 0
    for section in DeskSection.allCases {
      let count = counts[section].map { " \($0)" } ?? ""
      let name = "\(wording(section.textKey))\(count)"
      let isHere = section == query.section
      column += canvas.write(
        isHere ? "[\(name)]" : " \(name) ",
        row: 0,
        column: column,
        style: isHere ? .selected : .muted
      )
    }
  }

  /// Where each column begins: the last two share what is left.
  private static func columns(_ width: Int) -> [Int] {
    width >= 70
      ? [2, 13, 25, 34, 34 + (width - 34) * 3 / 5]
      : [2, 13, 25, 33, width]
  }

  private func write(
    _ texts: [String],
    _ columns: [Int],
    row: Int,
    style: Style,
    on canvas: inout Canvas
  ) {
    for (place, text) in texts.enumerated() where columns[place] < canvas.size.columns {
      let end = place + 1 < columns.count ? columns[place + 1] - 1 : canvas.size.columns
      canvas.region(Rect(row: row, column: columns[place], width: end - columns[place], height: 1))
      {
        $0.write(text, row: 0, column: 0, style: style)
      }
    }
  }
}
