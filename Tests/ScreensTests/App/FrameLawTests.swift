import Wording
import SafeText
import Model
import Synchronization
import TestSupport
import Testing

@testable import Drawing
@testable import Screens

/// What holds of every screen, in all sizes and languages.
@Suite struct FrameLawTests {
  /// A case in which much is wrong, so that conclusion, review and receipt are long.
  static let troubled: [(FieldID, String)] = [
    ("message", "E1"), ("message.text", SampleMessage.notAuthorised),
    ("reportee.kind", "organisation"),
    ("reportee.name", "310043214"), ("service", "rf0002"), ("system.owner", "otherOrganisation"),
    ("system.idCorrect", "no"), ("person.right", "no"), ("person.anyRole", "no"),
    ("owner.right", "no"), ("login.asked", "yes"), ("login.method", "minid"),
  ]

  /// The same in the second portal.
  private static let troubledNow: [(FieldID, String)] = [
    ("message.text", "GLD_005"), (.workFor, "client"), (.reporteeName, "310043214"),
    (.senderActs, "signs"), (.programWay, "access"), (.accessListed, "listed"),
    (.accessHoldsNeeded, "no"), (.approvalNeeded, "yes"), (.approverCanManage, "no"),
    (.approverParty, "wrong"), (.clientAdded, "no"), (.clientOffered, "no"),
    (.clientGivesAll, "no"), (.senderSignRight, "no"), (.loginMeans, "minIDTooLow"),
    (.loginParty, "wrong"),
  ]

  /// What a flow is drawn with beside nothing: the cases in which its screens say more for it.
  private static func troubles(_ flow: Flow) -> [(name: String, answers: [(FieldID, String)])] {
    switch (flow.edition, flow.findsFaults) {
    case (.altinn2, _): [(", troubled", troubled)]
    case (.altinn3, true): [(", troubled", troubledNow)]
    case (.altinn3, false): []
    }
  }

  /// Every screen there is, by name; made once, for all the laws that walk them.
  static func screens(_ setting: Setting) -> [(name: String, driver: Driver)] {
    made.withLock { made in
      if let known = made[setting] { return known }
      let screens = makeScreens(setting)
      made[setting] = screens
      return screens
    }
  }

  private static let made = Mutex<[Setting: [(name: String, driver: Driver)]]>([:])

  private static func makeScreens(_ setting: Setting) -> [(name: String, driver: Driver)] {
    var all: [(String, Driver)] = [("home", setting.driver)]
    for flow in Flow.all {
      for step in flow.steps {
        for (name, answers) in [("", [])] + troubles(flow) {
          var driver = setting.driver
          driver.open(step.id, answers, flow: flow)
          all.append(("\(flow.id) \(step.id.rawValue)\(name)", driver))
          driver.press(.function(4))
          all.append(("why \(flow.id) \(step.id.rawValue)\(name)", driver))
        }
      }
    }
    var driver = setting.driver
    driver.press(.function(1))
    all.append(("help", driver))
    driver.press(.end)
    all.append(("help, end", driver))
    driver = setting.driver
    driver.press(.function(10))
    all.append(("leave", driver))
    all.append(("conflict", conflict(setting.driver)))
    all.append(("gone", gone(setting.driver)))
    driver = setting.driver
    driver.openCases([])
    all.append(("no cases", driver))
    driver = setting.driver
    driver.openCases(cases)
    all.append(("cases", driver))
    driver.press(.end, .pageDown, .pageDown)
    all.append(("cases, further down", driver))
    driver.press(.escape)
    driver.send(.counted(open: 40, due: 2))
    all.append(("home with cases", driver))
    driver.send(.storeFailed(key: "store.failure.busy", values: ["path": "/tmp/x"]))
    all.append(("trouble", driver))
    return all
  }

  /// A case that somebody else has saved, or deleted, while it was on the screen.
  static func conflict(_ driver: Driver) -> Driver {
    let driver = driver.opening("service", troubled)
    return driver.hearing(.changedElsewhere(driver.handle, other, mine: other.content))
  }

  static func gone(_ driver: Driver) -> Driver {
    let driver = driver.opening("service", troubled)
    return driver.hearing(.deletedElsewhere(driver.handle, other.id, mine: other.content))
  }

  static let other = Case(
    id: CaseID(rawValue: 1042),
    revision: 7,
    created: Timestamp(rawValue: 0),
    updated: Timestamp(rawValue: 0),
    content: CaseDraft(flow: "findFault")
  )

  static let cases = (0..<40).map { number in
    CaseSummary(
      id: CaseID(rawValue: Int64(1001 + number)),
      flow: "findFault",
      status: CaseStatus.allCases[number % 3],
      step: "message",
      title: number.isMultiple(of: 2)
        ? "" : "Et navn som er så langt at det går over flere linjer på en liten skjerm \(number)",
      created: Timestamp(rawValue: 1_795_000_000),
      updated: Timestamp(rawValue: 1_795_000_000)
    )
  }

  @Test(arguments: Setting.all)
  func `a screen is filled exactly, nothing is without words, and the cursor stands somewhere`(
    setting: Setting
  ) {
    for (name, driver) in Self.screens(setting) {
      let frame = driver.frame
      #expect(frame.checkInvariants() == [], "\(name)")
      #expect(frame.size == Size(columns: setting.columns, rows: setting.rows))
      #expect(frame.cursor != nil, "\(name) has no cursor")
      let text = frame.text
      for line in frame.lines {
        #expect(DisplayWidth.columns(of: line) <= setting.columns, "\(name)")
      }
      #expect(!text.contains("{"), "\(name) leaves a place for a value open")
      let bracket = text.firstMatch(of: /\[[a-z]\w*(\.\w+)+\]/)
      #expect(bracket == nil, "\(name) lacks words for \(bracket.map { String($0.0) } ?? "")")
    }
  }

  @Test(arguments: Setting.all)
  func `every hint of the footer is whole`(setting: Setting) {
    let texts = setting.driver.wording.texts.entries
    let known = Set(
      texts.filter { key, _ in
        key.hasPrefix("hint.") || (key.hasPrefix("key.") && key.hasSuffix(".short"))
      }.values
    )
    for (name, driver) in Self.screens(setting) {
      let hints = (driver.lines.last ?? "").split(separator: "  ").map {
        Driver.squeezed(String($0))
      }
      #expect(!hints.isEmpty, "\(name)")
      for hint in hints {
        // A hint is the name of a key and what it does.
        let words = hint.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
        #expect(known.contains(words), "\(name): \(hint)")
      }
    }
  }

  @Test(arguments: Setting.all)
  func `the footer names the way out on every screen, and no key twice`(setting: Setting) {
    for (name, driver) in Self.screens(setting) {
      let keys = (driver.lines.last ?? "").split(separator: "  ").compactMap {
        $0.split(separator: " ").first.map(String.init)
      }
      #expect(keys.contains("F10"), "\(name): \(keys)")
      // Arrows may move among answers and scroll what stands above them.
      let arrows = driver.wording("keys.arrows")
      let others = keys.filter { $0 != arrows }
      #expect(Set(others).count == others.count, "\(name): \(keys)")
      let goesBack = driver.walk != nil && driver.state.overlay == nil
      #expect(!goesBack || keys.contains("Esc"), "\(name): \(keys)")
    }
  }

  @Test(arguments: Setting.all)
  func `the footer names what goes on from the page, and a key of the help`(setting: Setting) {
    for (name, driver) in Self.screens(setting) where driver.state.overlay == nil {
      let hints = driver.state.screen.hints(driver.wording)
      let footer = driver.lines.last ?? ""
      for hint in hints where hint.need == .goesOn || hint.need == .kept {
        #expect(footer.contains("\(hint.key) \(hint.text)"), "\(name): \(footer)")
      }
      // In the least window what nobody may miss takes the room of the help: the key that keeps a text from being
      // stored, or that ticks a box.
      let isKept = setting.columns < 80 && hints.contains { $0.need == .kept }
      #expect(
        footer.contains("F1 ") || footer.contains("F4 ") || isKept,
        "\(name): \(footer)"
      )
    }
  }

  @Test(arguments: Setting.all)
  func `where words of a search stand, Escape is named for what it does to them`(setting: Setting) {
    let clear = "Esc \(setting.driver.wording("hint.clear"))"
    let back = "Esc \(setting.driver.wording("key.back.short"))"
    var searches: [Driver] = []
    for flow in Flow.all {
      for step in flow.steps {
        let isSearch = step.fields.contains { field in
          switch field.input {
          case .search: true
          case .boxes(let boxes): boxes.isSearched
          default: false
          }
        }
        guard isSearch else { continue }
        var driver = setting.driver
        driver.open(step.id, flow: flow)
        searches.append(driver)
      }
    }
    var cases = setting.driver
    cases.openCases(Self.cases)
    searches.append(cases)
    var overview = setting.driver
    overview.openCases(Self.cases, isOverview: true)
    searches.append(overview)
    #expect(searches.count > 6)
    for var driver in searches {
      #expect(driver.lines.last?.contains(back) == true, "\(driver.text)")
      driver.type("a")
      let line = driver.lines.last ?? ""
      #expect(line.contains(clear) && !line.contains(back), "\(driver.text)")
      driver.press(.escape)
      #expect(driver.lines.last?.contains(back) == true, "\(driver.text)")
    }
  }

  @Test(arguments: Setting.home)
  func `a question and all its answers stand whole on the home size`(setting: Setting) {
    for (flow, step) in Self.questions {
      for answers in [[], Self.troubled] {
        var driver = setting.driver
        driver.open(step.id, answers, flow: flow)
        let shown = driver.mainText
        for words in Self.needed(driver, step) {
          let isShown = shown.contains(words.squeezed)
          #expect(isShown, "\(step.id.rawValue) does not show: \(words)\n\(driver.text)")
        }
      }
    }
  }

  @Test(arguments: Setting.home)
  func `where a right is seen stands on the home size, however many roles there are`(
    setting: Setting
  ) {
    for service in Content.embedded.rights.services.entries where service.fillIn != nil {
      for step: StepID in ["person.right", "person.signRight", "owner.right"] {
        let answers: [(FieldID, String)] = [
          (.reporteeKind, "organisation"), (.reporteeName, "310043214"), (.service, service.id),
        ]
        let driver = setting.driver.opening(step, answers)
        guard let field = driver.walk?.current.fields.first, let place = field.place else {
          continue
        }
        let path = driver.wording.path(place, of: .altinn2)
        #expect(driver.shows(path), "\(service.id) \(step)\n\(driver.text)")
      }
    }
  }

  private static let questions = Flow.all.flatMap { flow in
    flow.steps.filter { $0.kind == .question }.map { (flow, $0) }
  }

  /// What somebody must see to answer a step: the question, its roles, all answers, the buttons.
  private static func needed(_ driver: Driver, _ step: Step) -> [String] {
    guard let walk = driver.walk, let field = step.fields.first else { return [] }
    let wording = driver.wording
    var words = [wording.text("\(wording.stem(of: field.id, in: walk)).title", about: walk)]
    words += wording.roles(askedFor: field.id, in: walk).map { "• \($0)" }
    if case .choice(let choices) = field.input {
      for value in field.offered(choices) {
        words.append(wording.option(value, of: field.id, in: walk))
        if let hint = wording.hint(value, of: field.id) { words.append(hint) }
      }
    }
    words += step.fields.dropFirst().map { wording("question.\($0.id.rawValue).title") }
    return words + [wording("button.back"), wording("button.next")]
  }

  @Test(arguments: Setting.all)
  func `what a question has no room for stands behind the key that tells why`(setting: Setting) {
    for (flow, step) in Self.questions {
      var driver = setting.driver
      driver.open(step.id, Self.troubled, flow: flow)
      guard let walk = driver.walk, let field = step.fields.first else { continue }
      let wording = driver.wording
      var words = wording.roles(askedFor: field.id, in: walk).map { "• \($0)" }
      if let place = field.place { words.append(wording.path(place, of: walk.flow.edition)) }
      words += wording.text("\(wording.stem(of: field.id, in: walk)).look", about: walk)
        .split(separator: "\n").map(String.init)
      var seen = driver.mainText
      driver.press(.function(4))
      for _ in 0..<40 {
        seen += " " + driver.mainText.replacing("↓", with: "").replacing("↑", with: "")
        let before = driver.text
        driver.press(.down)
        // At its end nothing moves any more.
        if driver.text == before { break }
      }
      for text in words.flatMap({ $0.split(separator: " ") }) where !seen.contains(text) {
        Issue.record("\(step.id.rawValue) does not show: \(text)")
      }
    }
  }

  @Test(arguments: Setting.all)
  func `every line of a long text can be scrolled to, in its order`(setting: Setting) throws {
    for (flow, step, answers) in Self.longTexts {
      var driver = setting.driver
      driver.open(step, answers, flow: flow)
      let walk = try #require(driver.walk)
      var seen = try Self.textRows(driver)
      // With each page the rows that were not seen before.
      while true {
        driver.press(.pageDown)
        let last = try Self.lastRow(driver)
        guard last > seen.count else { break }
        seen += try Self.textRows(driver).suffix(last - seen.count)
      }
      let prose = driver.wording.prose(walk, number: CaseID(rawValue: 1042))
      // However long the lines are, the words are the same.
      let words = Driver.squeezed(prose.lines(width: 50).map(\.text).joined(separator: " "))
      #expect(Driver.squeezed(seen.joined(separator: " ")) == words, "\(flow.id) \(step)")
    }
  }

  private static let longTexts: [(Flow, StepID, [(FieldID, String)])] =
    [
      (.findFault, troubled), (.findFault3, troubledNow),
    ].flatMap { flow, answers in
      (["conclusion", "receipt"] as [StepID]).map { (flow, $0, answers) }
    }

  private static func reading(_ driver: Driver) throws -> ReadingForm {
    try #require((driver.state.screen as? WalkScreen)?.form as? ReadingForm)
  }

  /// The number of the last row of the text that is seen; 0 where the text does not scroll.
  private static func lastRow(_ driver: Driver) throws -> Int {
    try reading(driver).text.place?["last"].flatMap { Int($0) } ?? 0
  }

  /// The rows of the text at hand, without the arrows beside it.
  private static func textRows(_ driver: Driver) throws -> [String] {
    let form = try reading(driver)
    let rows = driver.lines.dropFirst(2).dropLast(2).map { line in
      line.split(separator: "│", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
    // Below the text are a row that tells how far it is scrolled, and the buttons.
    let place = form.text.place.map { driver.wording("text.place", $0) }
    let button = driver.wording("button.back")
    let end = try #require(rows.firstIndex { $0.contains(place ?? "[ \(button)") })
    return rows.prefix(end).map { $0.last == "↑" || $0.last == "↓" ? String($0.dropLast()) : $0 }
  }

  @Test(arguments: [(59, 24), (80, 17), (20, 5), (1, 1), (0, 0), (500, 3)])
  func `a window that is too small says so and loses nothing`(columns: Int, rows: Int) {
    var driver = Driver.pastMessage()
    let before = driver.text
    driver.send(.resized(Size(columns: columns, rows: rows)))
    #expect(driver.frame.checkInvariants() == [])
    let words = driver.wording("small.enlarge", ["columns": "60", "rows": "18"])
    if columns >= 20, rows >= 5 {
      #expect(Driver.squeezed(driver.text).hasPrefix(String(words.prefix(20))))
    }
    let asked = driver.press(.character("1"), .enter, .down)
    #expect(asked == [])
    driver.send(.resized(Size(columns: 80, rows: 24)))
    #expect(driver.text == before)
  }
}
