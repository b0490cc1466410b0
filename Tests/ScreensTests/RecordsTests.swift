import Wording
import Model
import Testing

@testable import Drawing
@testable import Screens

/// The overview and a case in it, as plain frames.
@Suite struct RecordsTests {
  private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 60, rows: 18), Size(columns: 120, rows: 40),
  ]

  private static let today = Day("2026-11-23")
  private static let moment = Timestamp(rawValue: 1_795_179_600)  // Three days before.

  private static func state(_ size: Size, _ language: Language = .bokmal) -> AppState {
    AppState(content: .embedded, language: language, size: size)
  }

  private static func summary(
    _ number: Int64,
    _ flow: FlowID,
    _ title: String,
    _ status: CaseStatus = .open
  ) -> CaseSummary {
    CaseSummary(
      id: CaseID(rawValue: number),
      flow: flow,
      status: status,
      step: nil,
      title: title,
      created: moment,
      updated: moment
    )
  }

  private static let cases = [
    summary(1003, "requestAccess", "Utfyller/Innsender, Kari Nordmann", .waiting),
    summary(1002, "registerSystem", "Visma Lønn 100200", .closed),
    summary(1001, "findFault", "NORDLYS REGNSKAP AS"),
  ]

  private static func page(_ query: CaseQuery, _ cases: [CaseSummary], hasMore: Bool = false)
    -> CasePage
  {
    CasePage(query: query, cases: cases, hasMore: hasMore, today: today)
  }

  /// Goes to the overview from home and lets the store answer.
  private static func overview(_ size: Size, _ language: Language = .bokmal) -> AppState {
    var state = state(size, language)
    _ = state.update(.counted(open: 2, due: 1))
    let effects = state.update(.key(overviewKey))
    for case .list(let query) in effects { _ = state.update(.listed(page(query, cases))) }
    return state
  }

  private static var overviewKey: Key {
    .character(Character("\(Flow.all.count + 2)"))
  }

  private static func found(_ status: CaseStatus = .open) -> Case {
    var draft = CaseDraft(
      flow: "findFault",
      status: status,
      step: "receipt",
      title: "NORDLYS REGNSKAP AS"
    )
    let answers: KeyValuePairs<FieldID, String> = [
      .message: "E2", .reporteeKind: "organisation", .reporteeName: "NORDLYS REGNSKAP AS",
      .systemRegistered: "no",
    ]
    for (field, value) in answers { draft.give(Answer(value, source: .told), in: field) }
    return Case(
      id: CaseID(rawValue: 1001),
      revision: 1,
      created: moment,
      updated: moment,
      content: draft
    )
  }

  private static func record(_ size: Size, _ language: Language = .bokmal) -> AppState {
    var state = overview(size, language)
    _ = state.update(.key(.end))
    _ = state.update(.shown(found(), today: today))
    return state
  }

  // MARK: - Home

  @Test(arguments: sizes, Language.allCases)
  func `home leads to the overview, and tells what is due`(size: Size, language: Language) {
    var state = Self.state(size, language)
    let wording = state.wording
    #expect(state.render().text.contains(wording("home.records")))
    #expect(!state.render().text.contains(wording("home.due")))
    _ = state.update(.counted(open: 2, due: 3))
    let due = Character("\(Flow.all.count + 3)")
    #expect(state.update(.key(.character(due))) == [.list(CaseQuery(.due))])
    #expect(state.render().text.contains(wording("records.due")))
  }

  // MARK: - The list

  @Test(arguments: sizes, Language.allCases)
  func `the overview shows each case by kind, number and title, and how it stands`(
    size: Size,
    language: Language
  ) {
    let state = Self.overview(size, language)
    let text = state.render().text
    for item in Self.cases {
      #expect(text.contains(state.wording.label(item)), "\(text)")
      #expect(text.contains(state.wording.statusText(item, on: Self.today)), "\(text)")
    }
    #expect(text.contains(state.wording("header.records")))
  }

  @Test func `ages are told from the day that is given`() {
    let wording = Wording(.embedded, .bokmal)
    let ages = ["2026-11-23", "2026-11-22", "2026-11-20", "2026-11-24", "2026-12-01", "2025-01-01"]
      .compactMap { Day($0) }.map { wording.age(of: $0, on: Self.today) }
    #expect(
      ages == ["i dag", "i går", "for 3 dager siden", "i morgen", "om 8 dager", "2025-01-01"]
    )
  }

  @Test func `Tab goes round the filters, and a search keeps the filter`() {
    var state = Self.overview(Self.sizes[0])
    var filters: [CaseQuery.Filter] = []
    for _ in CasesScreen.filters {
      for case .list(let query) in state.update(.key(.tab)) { filters.append(query.filter) }
    }
    #expect(filters == Array(CasesScreen.filters.dropFirst()) + [.all])
    _ = state.update(.key(.tab))
    let searched = state.update(.key(.character("n")))
    #expect(searched == [.list(CaseQuery(CasesScreen.filters[1], words: "n"))])
    let back = state.update(.key(.backTab))
    #expect(back == [.list(CaseQuery(.all, words: "n"))])
  }

  @Test func `the next page is read when the end has the focus, and joined to what is there`() {
    var state = Self.state(Self.sizes[0])
    guard case .list(let query)? = state.update(.key(Self.overviewKey)).first else { return }
    let first = (1...50).map { Self.summary(Int64($0), "findFault", "Firma") }
    _ = state.update(.listed(Self.page(query, first, hasMore: true)))
    var asked: [Effect] = []
    for _ in 1...49 { asked += state.update(.key(.down)) }
    var next = query
    next.offset = 50
    #expect(asked == [.list(next)])
    let second = [Self.summary(51, "findFault", "Firma")]
    _ = state.update(.listed(Self.page(next, second)))
    // A page that comes twice is not shown twice.
    _ = state.update(.listed(Self.page(next, second)))
    _ = state.update(.key(.down))
    #expect(state.update(.key(.down)).isEmpty)
    #expect(state.update(.key(.enter)) == [.show(CaseID(rawValue: 51))])
  }

  @Test func `an answer to an older search is not shown`() {
    var state = Self.overview(Self.sizes[0])
    _ = state.update(.key(.character("x")))
    _ = state.update(.listed(Self.page(CaseQuery(.all), [])))
    #expect(state.render().text.contains("1001"))
  }

  // MARK: - One case

  @Test(arguments: sizes, Language.allCases)
  func `a case can be read whole, and every button is there`(size: Size, language: Language) {
    var state = Self.record(size, language)
    let wording = state.wording
    var seen = state.render().text
    for button in ["back", "open", "text", "json", "delete"] {
      #expect(seen.contains(wording("button.\(button)")), "\(seen)")
    }
    for _ in 1...40 {
      _ = state.update(.key(.down))
      seen += state.render().text
    }
    #expect(seen.contains(wording.label(Self.found())))
    #expect(seen.contains(wording("records.answers")))
    #expect(seen.contains(wording("point.registration.title")))
  }

  @Test func `a case is opened, or written to a file as text and as JSON`() throws {
    var state = Self.record(Self.sizes[0])
    #expect(state.update(.key(.enter)) == [.open(CaseID(rawValue: 1001), as: .first)])
    _ = state.update(.key(.left))
    let text = state.update(.key(.enter))
    guard case .write("veiviser-1001.txt", let words)? = text.first else {
      Issue.record("no text: \(text)")
      return
    }
    #expect(words.contains("NORDLYS REGNSKAP AS"))
    #expect(words.split(separator: "\n").allSatisfy { $0.count <= 78 })
    _ = state.update(.key(.left))
    let json = state.update(.key(.enter))
    #expect(json == [.write(name: "veiviser-1001.json", text: RecordReport(Self.found()).json)])
    _ = state.update(.written(path: "/tmp/veiviser-1001.json"))
    #expect(state.render().text.contains("/tmp/veiviser-1001.json"))
  }

  @Test(arguments: Language.allCases)
  func `deleting asks first, and keeping is what Enter does`(language: Language) {
    var state = Self.record(Self.sizes[1], language)
    for _ in 1...3 { _ = state.update(.key(.left)) }
    #expect(state.update(.key(.enter)) == [])
    #expect(state.render().text.contains(state.wording("delete.title", ["number": "1001"])))
    #expect(state.update(.key(.enter)) == [])
    #expect(state.render().text.contains(state.wording("records.answers")))
    _ = state.update(.key(.enter))
    _ = state.update(.key(.right))
    #expect(state.update(.key(.enter)) == [.delete(CaseID(rawValue: 1001))])
    #expect(state.update(.deleted(CaseID(rawValue: 1001))) == [.list(CaseQuery(.all))])
    #expect(state.render().text.contains(state.wording("cases.deleted", ["number": "1001"])))
  }

  @Test func `going back leads to the list as it was, and from there home`() {
    var state = Self.record(Self.sizes[0])
    #expect(state.update(.key(.escape)) == [])
    #expect(state.render().text.contains("Visma Lønn 100200"))
    #expect(state.update(.key(.escape)) == [.count])
  }

  @Test func `a closed case opened from the overview comes to its review`() {
    var state = Self.record(Self.sizes[0])
    _ = state.update(.key(.enter))
    _ = state.update(.opened(.first, Self.found(.closed)))
    guard let screen = state.screen as? WalkScreen else {
      Issue.record("no walk")
      return
    }
    #expect(screen.walk.current.kind == .review)
    #expect(screen.walk.content.status == .closed)
  }

  @Test(arguments: sizes)
  func `a case of a flow this program does not have is shown as it is`(size: Size) {
    var state = Self.overview(size)
    var found = Self.found()
    found.content = CaseDraft(flow: "later")
    found.content.give(Answer("blue", source: .told), in: "later.colour")
    _ = state.update(.shown(found, today: nil))
    let text = state.render().text
    #expect(text.contains("later.colour: blue"))
    #expect(!text.contains(state.wording("button.open")))
  }
}
