import Drawing
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// A screen of each kind, kept as text with the style of every cell.
///
/// With RECORD_FRAMES=1 they are written anew, and the run fails so that nobody takes it for a
/// test.
@Suite struct SnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Frames")

  private static let screens: [(name: String, driver: @Sendable () -> Driver)] = [
    ("home", { Driver() }),
    ("english-home", { Driver(.english) }),
    ("message", { Driver().pressing(.character("1")) }),
    ("recognised", { Driver.pasted(SampleMessage.notAuthorised).pressing(.enter) }),
    ("kept", { Driver.pasted(KeptTextTests.message).pressing(.enter) }),
    (
      "small-kept",
      {
        Driver(.nynorsk, columns: 60, rows: 18).pressing(.character("1"))
          .hearing(.pasted(KeptTextTests.message)).pressing(.enter)
      }
    ),
    ("forgotten", { Driver.pasted(KeptTextTests.message).pressing(.enter, .function(7)) }),
    ("reportee", { troubled("reportee.kind") }),
    ("service", { troubled("service") }),
    ("found", { troubled("service").typing("mva") }),
    ("small-question", { troubled("person.right", Driver(columns: 60, rows: 18)) }),
    ("wide-question", { troubled("person.right", Driver(columns: 120, rows: 40)) }),
    ("refused", { Driver.pastMessage().pressing(.tab, .tab, .enter) }),
    ("overview", { troubled("overview") }),
    ("conclusion", { troubled("conclusion") }),
    ("tasks", { troubled("tasks") }),
    ("review", { troubled("review") }),
    ("receipt", { troubled("receipt") }),
    ("password", { registering("password") }),
    ("remark", { registering("id").typing("12") }),
    ("boxes", { registering("typed").pressing(.character(" "), .down) }),
    ("program", { registering("program") }),
    ("task-receipt", { registering("receipt") }),
    ("rights", { Driver().opening("rights", rights, flow: .checkRights) }),
    ("letter", { Driver().opening("letter", request, flow: .requestAccess) }),
    ("help", { Driver().pressing(.function(1)) }),
    ("why", { troubled("owner.right").pressing(.function(4)) }),
    ("leave", { Driver().pressing(.function(10)) }),
    ("cases", { Driver().listing([one]) }),
    ("records", { Driver().listing([one], isOverview: true) }),
    ("record", { recorded }),
    ("delete", { recorded.pressing(.left, .left, .left, .enter) }),
    ("conflict", { FrameLawTests.conflict(Driver()) }),
    ("gone", { FrameLawTests.gone(Driver()) }),
    (
      "trouble",
      { Driver().hearing(.storeFailed(key: "store.failure.busy", values: ["path": "/x"])) }
    ),
    ("too-small", { Driver(columns: 40, rows: 10) }),
    ("register-number", { registered("310012343") }),
    ("register-subunit", { registered("311234560") }),
    ("register-bankrupt", { registered("310505056") }),
    ("register-not-listed", { registered("310000035") }),
    ("register-small", { registered("311234560", columns: 60, rows: 18) }),
    ("register-search", { RegisterScreenTests.searched("eksempel").pressing(.down) }),
    (
      "register-search-small",
      { RegisterScreenTests.searched("eksempel", columns: 60, rows: 18) }
    ),
    ("register-conclusion", { RegisterScreenTests.answered(RegisterScreenTests.concluded()) }),
    (
      "register-conclusion-small",
      { RegisterScreenTests.answered(RegisterScreenTests.concluded(columns: 60, rows: 18)) }
    ),
  ]

  /// A number that the register at hand has told of.
  private static func registered(_ number: String, columns: Int = 80, rows: Int = 24) -> Driver {
    RegisterScreenTests.answered(
      RegisterScreenTests.asking(columns: columns, rows: rows).pressing(.tab).typing(number)
    )
  }

  /// The same of the support desk.
  private static let desk: [(name: String, frame: @Sendable () -> Frame)] = [
    ("desk-home", { DeskDriver().frame }),
    ("call-message", { DeskDriver().pressing(.answerCall).frame }),
    ("call-search", { DeskDriver().pressing(.answerCall).typing("inc user").frame }),
    ("call-question", { DeskDriver.asking().frame }),
    ("call-unsure", { DeskDriver.asking().pressing(.character("v")).frame }),
    ("call-note", { DeskDriver.asking().pressing(.function(7)).typing("ringer").frame }),
    ("call-answer", { DeskDriver.asking().pressing(.character("n")).frame }),
    ("call-end", { DeskDriver.asking().pressing(.character("n"), .wrapUp).frame }),
    ("call-hand", { DeskDriver.asking().pressing(.character("n"), .control("g")).frame }),
    ("call-park", { DeskDriver.asking().pressing(.control("p")).frame }),
    ("call-points", { DeskDriver.asking().pressing(.function(3)).frame }),
    ("call-today", { DeskDriver(portal: .altinn3).pressing(.answerCall, .character("1")).frame }),
    ("call-small", { DeskDriver.asking(columns: 60, rows: 18).frame }),
    ("call-small-end", { DeskDriver.asking(columns: 60, rows: 18).pressing(.wrapUp).frame }),
    ("call-wide", { DeskDriver.asking(columns: 120, rows: 40).frame }),
    ("register-call", { RegisterScreenTests.calling().frame }),
    ("register-call-small", { RegisterScreenTests.calling(columns: 60, rows: 18).frame }),
    ("queue", { DeskDriver.asking().pressing(.answerCall, .character("4"), .queue).frame }),
  ]

  private static let frames =
    screens.map { screen in
      (screen.name, { @Sendable in screen.driver().frame })
    } + desk.map { ($0.name, $0.frame) }

  private static func troubled(_ step: StepID, _ driver: Driver = Driver()) -> Driver {
    driver.opening(step, FrameLawTests.troubled)
  }

  private static func registering(_ step: StepID) -> Driver {
    Driver().opening(step, [("register.product", "tripletex")], flow: .registerSystem)
  }

  private static let rights: [(FieldID, String)] = [
    ("reportee.kind", "organisation"), ("reportee.name", "NORDLYS AS"), ("service", "rf0002"),
    ("rights.known", "page"), ("rights.roles", "REGNA"),
  ]

  private static let request: [(FieldID, String)] = [
    ("request.side", "asks"), ("reportee.kind", "organisation"), ("reportee.name", "NORDLYS AS"),
    ("service", "rf0002"), ("request.what", "both"), ("request.act", "send"),
    ("request.to", "person"),
  ]

  private static let moment = Timestamp(rawValue: 1_795_000_000)

  private static let one = CaseSummary(
    id: CaseID(rawValue: 1001),
    flow: "findFault",
    status: .waiting,
    step: "receipt",
    title: "310043214",
    created: moment,
    updated: moment
  )

  private static var recorded: Driver {
    var content = Driver.draft("receipt", FrameLawTests.troubled, flow: .findFault)
    (content.status, content.title) = (one.status, one.title)
    let found = Case(id: one.id, revision: 1, created: moment, updated: moment, content: content)
    return Driver().listing([one], isOverview: true).pressing(.enter)
      .hearing(.shown(found, today: Day("2026-11-23")))
  }

  @Test(arguments: frames.map(\.0))
  func `a screen looks as it did`(name: String) throws {
    let frame = try #require(Self.frames.first { $0.0 == name }).1()
    // Some screens show times in the zone of the machine.
    let shown =
      frame.annotated
      .replacing(/\d+\. \w+ \d{4} kl\. \d\d\.\d\d/, with: "0. november 0000 kl. 00.00") + "\n"
    let file = Self.folder.appending(path: "\(name).txt")
    guard ProcessInfo.processInfo.environment["RECORD_FRAMES"] != "1" else {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(shown.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(shown == kept, "\(name) is now\n\(shown)")
  }

  @Test func `every kept screen belongs to a test`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(
      Set(files.filter { $0.hasSuffix(".txt") }) == Set(Self.frames.map { "\($0.0).txt" })
    )
  }

  /// A style that no screen here shows could look like any other.
  @Test func `every style is on some screen`() {
    let shown = Self.screens.reduce(into: Set<Style>()) { styles, screen in
      styles.formUnion(screen.driver().frame.cells.map(\.style))
    }
    #expect(Set(Style.allCases).subtracting(shown) == [])
  }
}
