import Foundation
import Wording
import Model
import Testing

@testable import Drawing
@testable import Screens

/// The overview and a case in it, as plain frames.
@Suite struct RecordsTests {
  private static let today = Day("2026-11-23")
  private static let moment = Timestamp(rawValue: 1_795_179_600)  // Three days before.

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

  /// Goes to the overview from home and lets the store answer.
  private static func overview(_ setting: Setting = home) -> Driver {
    var driver = setting.driver
    driver.send(.counted(open: 2, due: 1))
    driver.openCases(cases, isOverview: true, today: today)
    return driver
  }

  private static let home = Setting(language: .bokmal, columns: 80, rows: 24)

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

  private static func record(_ setting: Setting = home) -> Driver {
    overview(setting).pressing(.end).hearing(.shown(found(), today: today))
  }

  // MARK: - Home

  @Test(arguments: Setting.all)
  func `home leads to the overview, and tells what is due`(setting: Setting) {
    var driver = setting.driver
    let wording = driver.wording
    #expect(driver.text.contains(wording("home.records")))
    #expect(!driver.text.contains(wording("home.due")))
    driver.send(.counted(open: 2, due: 3))
    #expect(driver.press(Driver.dueKey) == [.list(CaseQuery(.due))])
    #expect(driver.text.contains(wording("records.due")))
  }

  // MARK: - The list

  @Test(arguments: Setting.all)
  func `the overview shows each case by kind, number and title, and how it stands`(setting: Setting)
  {
    let driver = Self.overview(setting)
    let text = driver.text
    for item in Self.cases {
      #expect(text.contains(driver.wording.label(item)), "\(text)")
      #expect(text.contains(driver.wording.statusText(item, on: Self.today)), "\(text)")
    }
    #expect(text.contains(driver.wording("header.records")))
  }

  /// Answers that a title is made of, for every flow whose titles have words of a language.
  private static let titled: [(flow: Flow, answers: [FieldID: String])] = Flow.all.flatMap { flow in
    flow.wordedTitle.flatMap { id -> [(flow: Flow, answers: [FieldID: String])] in
      let values: [String]
      switch flow.field(id)?.input {
      case .choice(let choices): values = choices.map(\.value)
      case .search(let table):
        let all = Wording(.embedded, .bokmal).entries(matching: "", in: table)
        values = all.prefix(12).map(\.0)
      default: values = []
      }
      return values.map { (flow, [id: $0, .reporteeName: "NORDLYS AS"]) }
    }
  }

  private static func title(of answers: [FieldID: String], _ flow: Flow, _ language: Language)
    -> String
  {
    var draft = CaseDraft(flow: flow.id)
    for (field, value) in answers.sorted(by: { $0.key < $1.key }) {
      draft.give(Answer(value, source: .told), in: field)
    }
    let content = Content.embedded
    return Wording(content, language).title(content.walk(flow, resuming: draft))
  }

  @Test(arguments: Language.allCases)
  func `a title reads in the language it is read in, whichever it was made in`(made: Language) {
    var changed = 0
    for (flow, answers) in Self.titled {
      let kept = Self.title(of: answers, flow, made)
      guard !kept.isEmpty else { continue }
      let item = CaseSummary(
        id: CaseID(rawValue: 1001),
        flow: flow.id,
        status: .open,
        step: nil,
        title: kept,
        created: Self.moment,
        updated: Self.moment,
        answers: answers.filter { Flow.statusFields.contains($0.key) }
      )
      for language in Language.allCases {
        let wanted = Self.title(of: answers, flow, language)
        #expect(Wording(.embedded, language).title(item) == wanted, "\(flow.id): \(kept)")
        changed += wanted == kept ? 0 : 1
      }
    }
    #expect(changed > 10)
  }

  @Test func `what is only typed in a title stays, though it reads like an answer`() {
    let typed = "Lønn, A02 A-melding, innsending fra system AS"
    let title = "A02 A-melding, innsending fra system, \(typed)"
    let item = CaseSummary(
      id: CaseID(rawValue: 1001),
      flow: "checkFullmakt",
      status: .open,
      step: nil,
      title: title,
      created: Self.moment,
      updated: Self.moment,
      answers: [.service: "a02"]
    )
    let read = Wording(.embedded, .english).title(item)
    #expect(read == "A02 A-melding, submission from a system, \(typed)")
    #expect(Wording(.embedded, .bokmal).title(item) == title)
  }

  @Test func `ages are told from the day that is given`() {
    let wording = Wording(.embedded, .bokmal)
    let ages = ["2026-11-23", "2026-11-22", "2026-11-20", "2026-11-24", "2026-12-01", "2025-01-01"]
      .compactMap { Day($0) }.map { wording.age(of: $0, on: Self.today) }
    #expect(
      ages == ["i dag", "i går", "for 3 dager siden", "i morgen", "om 8 dager", "1. januar 2025"]
    )
  }

  @Test func `Tab goes round the filters, and a search keeps the filter`() {
    var driver = Self.overview()
    var filters: [CaseQuery.Filter] = []
    for _ in CasesScreen.filters {
      for case .list(let query) in driver.press(.tab) { filters.append(query.filter) }
    }
    #expect(filters == Array(CasesScreen.filters.dropFirst()) + [.all])
    driver.press(.tab)
    let searched = driver.press(.character("n"))
    #expect(searched == [.list(CaseQuery(CasesScreen.filters[1], words: "n"))])
    let back = driver.press(.backTab)
    #expect(back == [.list(CaseQuery(.all, words: "n"))])
  }

  @Test func `the next page is read when the end has the focus, and joined to what is there`() {
    var driver = Driver()
    let first = (1...50).map { Self.summary(Int64($0), "findFault", "Firma") }
    driver.openCases(first, isOverview: true, hasMore: true, today: Self.today)
    var asked: [Effect] = []
    for _ in 1...49 { asked += driver.press(.down) }
    var next = CaseQuery(.all)
    next.offset = 50
    #expect(asked == [.list(next)])
    let second = [Self.summary(51, "findFault", "Firma")]
    let page = CasePage(query: next, cases: second, hasMore: false, today: Self.today)
    driver.send(.listed(page))
    // A page that comes twice is not shown twice.
    driver.send(.listed(page))
    driver.press(.down)
    #expect(driver.press(.down).isEmpty)
    #expect(driver.press(.enter) == [.show(CaseID(rawValue: 51))])
  }

  @Test func `an answer to an older search is not shown`() {
    var driver = Self.overview()
    driver.press(.character("x"))
    let none = CasePage(query: CaseQuery(.all), cases: [], hasMore: false, today: Self.today)
    driver.send(.listed(none))
    #expect(driver.text.contains("1001"))
  }

  // MARK: - One case

  @Test(arguments: Setting.all)
  func `a case can be read whole, and every button is there`(setting: Setting) {
    var driver = Self.record(setting)
    let wording = driver.wording
    var seen = driver.text
    for button in ["back", "open", "text", "json", "delete"] {
      #expect(seen.contains(wording("button.\(button)")), "\(seen)")
    }
    for _ in 1...40 {
      driver.press(.down)
      seen += driver.text
    }
    #expect(seen.contains(wording.label(Self.found())))
    #expect(seen.contains(wording("records.answers")))
    #expect(seen.contains(wording("point.registration.title")))
  }

  @Test func `a case is opened, or written to a file as text and as JSON`() throws {
    var driver = Self.record()
    #expect(driver.press(.enter) == [.open(CaseID(rawValue: 1001), as: .first)])
    driver.press(.left)
    let text = driver.press(.enter)
    guard case .write("veiviser-1001.txt", let words)? = text.first else {
      Issue.record("no text: \(text)")
      return
    }
    #expect(words.contains("NORDLYS REGNSKAP AS"))
    #expect(words.split(separator: "\n").allSatisfy { $0.count <= 78 })
    driver.press(.left)
    let json = driver.press(.enter)
    #expect(json == [.write(name: "veiviser-1001.json", text: RecordReport(Self.found()).json)])
    driver.send(.written(path: "/tmp/veiviser-1001.json"))
    #expect(driver.text.contains("/tmp/veiviser-1001.json"))
  }

  @Test(arguments: Setting.all)
  func `deleting asks first, and keeping is what Enter does`(setting: Setting) {
    var driver = Self.record(setting)
    for _ in 1...3 { driver.press(.left) }
    #expect(driver.press(.enter) == [])
    #expect(driver.text.contains(driver.wording("delete.title", ["number": "1001"])))
    #expect(driver.press(.enter) == [])
    #expect(driver.text.contains(driver.wording("records.answers")))
    driver.press(.enter)
    driver.press(.right)
    #expect(driver.press(.enter) == [.delete(CaseID(rawValue: 1001))])
    #expect(driver.send(.deleted(CaseID(rawValue: 1001))) == [.list(CaseQuery(.all))])
    #expect(driver.text.contains(driver.wording("cases.deleted", ["number": "1001"])))
  }

  @Test func `going back leads to the list as it was, and from there home`() {
    var driver = Self.record()
    #expect(driver.press(.escape) == [])
    #expect(driver.text.contains("Visma Lønn 100200"))
    #expect(driver.press(.escape) == [.count])
  }

  @Test func `help that stands open while a case comes tells of the keys there`() {
    var driver = Self.record()
    driver.press(.enter)
    driver.press(.function(1))
    let before = driver.text
    driver.send(.opened(.first, Self.found()))
    let help = driver.text
    driver.press(.function(1))
    driver.press(.function(1))
    #expect(help == driver.text && help != before, "\(help)")
  }

  @Test func `a closed case opened from the overview comes to its review`() {
    var driver = Self.record()
    driver.press(.enter)
    driver.send(.opened(.first, Self.found(.closed)))
    guard let screen = driver.state.screen as? WalkScreen else {
      Issue.record("no walk")
      return
    }
    #expect(screen.walk.current.kind == .review)
    #expect(screen.walk.content.status == .closed)
  }

  @Test(arguments: Setting.sizes)
  func `a case of a flow this program does not have is shown as it is`(setting: Setting) {
    var driver = Self.overview(setting)
    var found = Self.found()
    found.content = CaseDraft(flow: "later")
    found.content.give(Answer("blue", source: .told), in: "later.colour")
    driver.send(.shown(found, today: nil))
    let text = driver.text
    #expect(text.contains("later.colour: blue"))
    #expect(!text.contains(driver.wording("button.open")))
  }

  @Test(arguments: Language.allCases)
  func `a round is shown as it was left, in words and as JSON`(language: Language) throws {
    var kept = Self.found()
    kept.content.beginRound()
    kept.content.rounds[0].closed = Self.today
    for field in [.message, .systemRegistered] as [FieldID] { kept.content.withdraw(field) }
    let wording = Wording(.embedded, language)
    let text = RecordText(kept, wording, on: Self.today).plain
    let round = try #require(text.range(of: wording("fault.notRegistered")))
    #expect(text[..<round.lowerBound].contains("1, "))
    let before = Case(
      id: kept.id,
      revision: 1,
      created: kept.created,
      updated: kept.updated,
      content: Self.found().content
    )
    let answers = RecordReport(before).answers
    #expect(RecordReport(kept).rounds?.map(\.closed) == ["2026-11-23"])
    #expect(RecordReport(kept).rounds?.first?.answers == answers)
    #expect(RecordReport(kept).answers?[.message] == nil)
    #expect(RecordReport(before).rounds == nil)
  }
}
