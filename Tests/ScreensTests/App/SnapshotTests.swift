import Drawing
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// A few whole screens, kept as text with the style of each cell.
///
/// With RECORD_FRAMES=1 they are written anew, and the run fails so that nobody takes it for a
/// test.
@Suite struct SnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Frames")

  static let names = [
    "home", "message", "recognised", "reportee", "service", "overview", "conclusion", "review",
    "receipt", "help", "why", "leave", "cases", "small-question", "wide-question", "english-home",
    "found", "password", "boxes", "program", "tasks", "rights", "letter", "request-receipt",
    "task-receipt", "record",
  ]

  private static func screen(_ name: String) -> Driver {
    var driver = Driver()
    switch name {
    case "message":
      driver.press(.character("1"))
    case "recognised":
      driver.press(.character("1"))
      driver.send(.pasted(SampleMessage.notAuthorised))
      driver.press(.enter)
    case "reportee", "service", "overview", "conclusion", "review", "receipt":
      let step = name == "reportee" ? "reportee.kind" : name
      driver.open(step, FrameLawTests.troubled)
    case "help": driver.press(.function(1))
    case "why":
      driver.open("owner.right", FrameLawTests.troubled)
      driver.press(.function(4))
    case "leave": driver.press(.function(10))
    case "cases":
      driver.openCases([one])
    case "small-question", "wide-question":
      let isSmall = name == "small-question"
      driver = isSmall ? Driver(columns: 60, rows: 18) : Driver(columns: 120, rows: 40)
      driver.open("person.right", FrameLawTests.troubled)
    case "english-home": driver = Driver(.english)
    case "found":
      driver.open("service")
      driver.type("lønn")
    case "password", "boxes", "program", "task-receipt":
      let steps = ["boxes": "typed", "task-receipt": "receipt"]
      driver.open(steps[name] ?? name, [("register.product", "altinn")], flow: .registerSystem)
      if name == "boxes" { driver.press(.character(" "), .down) }
    case "tasks": driver.open("tasks", FrameLawTests.troubled)
    case "rights":
      let answers = [
        ("reportee.kind", "organisation"), ("reportee.name", "NORDLYS AS"), ("service", "rf0002"),
        ("rights.known", "no"),
      ]
      driver.open("rights", answers, flow: .checkRights)
    case "letter", "request-receipt":
      let answers = [
        (Request.side.rawValue, "asks"), ("reportee.kind", "organisation"),
        ("reportee.name", "NORDLYS AS"), ("service", "rf0002"), (Request.what.rawValue, "both"),
        (Request.act.rawValue, "send"), (Request.to.rawValue, "person"),
      ]
      driver.open(name == "letter" ? name : "receipt", answers, flow: .requestAccess)
    case "record":
      driver.openCases([one])
      driver.press(.enter)
      driver.send(.shown(record, today: nil))
    default: break
    }
    return driver
  }

  private static let one = CaseSummary(
    id: CaseID(rawValue: 1001),
    flow: "findFault",
    status: .waiting,
    step: "receipt",
    title: "310043214",
    created: Timestamp(rawValue: 1_795_000_000),
    updated: Timestamp(rawValue: 1_795_000_000)
  )

  private static var record: Case {
    var draft = CaseDraft(flow: "findFault", status: .waiting, step: "receipt", title: "310043214")
    for (field, value) in FrameLawTests.troubled {
      draft.give(Answer(value, source: .told), in: field)
    }
    return Case(
      id: one.id,
      revision: 1,
      created: one.created,
      updated: one.updated,
      content: draft
    )
  }

  @Test(arguments: names)
  func `a screen looks as it did`(name: String) throws {
    // The list of cases shows times in the zone of the machine.
    let shown =
      Self.screen(name).frame.annotated
      .replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "0000-00-00 00:00") + "\n"
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
    #expect(Set(files.filter { $0.hasSuffix(".txt") }) == Set(Self.names.map { "\($0).txt" }))
  }
}
