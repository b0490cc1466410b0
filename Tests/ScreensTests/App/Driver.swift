import Wording
import Drawing
import Model
import Screens
import TestSupport
import Testing

/// The program without a terminal: events in, the screen as text out.
struct Driver {
  private(set) var state: AppState
  private(set) var effects: [Effect] = []
  let content: Content

  init(
    _ language: Language = .bokmal,
    columns: Int = 80,
    rows: Int = 24,
    content: Content = .embedded,
    portal: PortalEdition = .altinn2,
    hasRegister: Bool = false
  ) {
    self.content = content
    state = AppState(
      content: content,
      language: language,
      size: Size(columns: columns, rows: rows),
      home: HomeState(portal),
      hasRegister: hasRegister
    )
  }

  var frame: Frame { state.render() }
  var text: String { frame.text }
  var wording: Wording { Wording(content, state.language) }
  var lines: [String] { frame.lines }

  /// Lets something happen, and gives what the outside is to do.
  ///
  /// - Parameter isAhead: Whether it happens before what there is now has been drawn.
  @discardableResult
  mutating func send(_ event: Event, isAhead: Bool = false) -> [Effect] {
    if !isAhead { state.markDrawn() }
    let asked = state.update(event)
    effects += asked
    return asked
  }

  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] { keys.flatMap { send(.key($0)) } }

  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { send(.key(.character($0))) }
  }

  /// Begins to find a fault, past the message.
  static func pastMessage(
    _ message: String = "",
    _ language: Language = .bokmal,
    columns: Int = 80,
    rows: Int = 24
  ) -> Driver {
    var driver = Driver(language, columns: columns, rows: rows)
    driver.press(.character("1"))
    if !message.isEmpty { driver.send(.pasted(message)) }
    driver.press(.enter)
    driver.passMessage()
    return driver
  }

  /// Goes past what is said of the message; where none is known, without saying what is seen.
  mutating func passMessage() {
    if step == "kept" { press(.enter) }
    if step == "similar" { press(.end, .enter) }
    press(step == "symptom" ? .character(wording("letter.unknown").first ?? "v") : .enter)
  }

  /// Begins to find a fault and pastes the message.
  static func pasted(_ message: String) -> Driver {
    Driver().pressing(.character("1")).hearing(.pasted(message))
  }

  /// Goes from home to the cases left half way, or to the overview of all, and lets the store answer.
  mutating func openCases(
    _ cases: [CaseSummary],
    isOverview: Bool = false,
    hasMore: Bool = false,
    today: Day? = nil
  ) {
    for case .list(let query) in press(isOverview ? Self.overviewKey : Self.casesKey) {
      send(.listed(CasePage(query: query, cases: cases, hasMore: hasMore, today: today)))
    }
  }

  /// The keys of home that lead to the cases left half way, to all of them, and to what is due.
  static let casesKey = Key.character(Character("\(Flow.ids(of: .altinn2).count + 1)"))
  static let overviewKey = Key.character(Character("\(Flow.ids(of: .altinn2).count + 2)"))
  static let dueKey = Key.character(Character("\(Flow.ids(of: .altinn2).count + 3)"))

  /// Opens a saved case at a step.
  mutating func open(
    _ step: StepID,
    _ answers: [(FieldID, String)] = [],
    flow: Flow = .findFault
  ) {
    let content = Self.draft(step, answers, flow: flow)
    for case .open(_, let handle) in state.open(CaseID(rawValue: 1042)) {
      let found = Case(
        id: CaseID(rawValue: 1042),
        revision: 1,
        created: Timestamp(rawValue: 0),
        updated: Timestamp(rawValue: 0),
        content: content
      )
      send(.opened(handle, found))
    }
  }

  /// What is kept of a case at a step.
  static func draft(_ step: StepID, _ answers: [(FieldID, String)], flow: Flow) -> CaseDraft {
    CaseDraft(
      flow: flow.id,
      step: step,
      answers: answers.map { StoredAnswer(field: $0.0, answer: Answer($0.1, source: .told)) }
    )
  }

  /// What the case on the screen is saved as; the first handle outside a flow.
  var handle: CaseHandle {
    state.screen.handle ?? .first
  }

  /// The walk on the screen.
  var walk: Walk? {
    (state.screen as? WalkScreen)?.walk
  }

  /// The name of the step on the screen; empty outside a flow.
  var step: StepID { walk?.current.id ?? "" }

  /// What stands in the main part of the screen, as one line without double blanks.
  var mainText: String { frame.mainText }

  static func squeezed(_ text: String) -> String { text.squeezed }

  /// Whether all of a text stands on the screen, however it is broken into lines.
  func shows(_ text: String) -> Bool { mainText.contains(Driver.squeezed(text)) }
}

/// The same, each giving the driver after it.
extension Driver {
  func pressing(_ keys: Key...) -> Driver {
    changed { driver in for key in keys { driver.press(key) } }
  }

  func typing(_ text: String) -> Driver { changed { $0.type(text) } }

  func hearing(_ event: Event) -> Driver { changed { $0.send(event) } }

  func opening(
    _ step: StepID,
    _ answers: [(FieldID, String)] = [],
    flow: Flow = .findFault
  ) -> Driver {
    changed { $0.open(step, answers, flow: flow) }
  }

  func listing(_ cases: [CaseSummary], isOverview: Bool = false) -> Driver {
    changed { $0.openCases(cases, isOverview: isOverview) }
  }

  private func changed(_ change: (inout Driver) -> Void) -> Driver {
    var driver = self
    change(&driver)
    return driver
  }
}

extension Driver: CustomTestStringConvertible {
  /// The screen, since all that is behind it would fill pages.
  var testDescription: String { "\n\(text)\n" }
}

/// A size the program promises to work in, and a language.
struct Setting: Hashable, Sendable, CustomStringConvertible {
  let language: Language
  let columns: Int
  let rows: Int

  var description: String { "\(language.rawValue) \(columns)x\(rows)" }
  var driver: Driver { Driver(language, columns: columns, rows: rows) }

  static let all: [Setting] = Language.allCases.flatMap { language in
    [(80, 24), (60, 18), (120, 40)].map {
      Setting(language: language, columns: $0.0, rows: $0.1)
    }
  }
  /// In one language, where words do not matter.
  static let sizes = all.filter { $0.language == .nynorsk }
  static let home = all.filter { $0.columns == 80 }
  /// Each language in one size, and each size in one language: where either alone can break a law.
  static let each = all.filter { $0.columns == 80 || $0.language == .nynorsk }
}
