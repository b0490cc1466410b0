import Drawing
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// A few whole screens, kept as text.
///
/// With RECORD_FRAMES=1 they are written anew, and the run fails so that nobody takes it for a
/// test.
@Suite struct SnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Frames")

  static let names = [
    "home", "message", "recognised", "reportee", "service", "overview", "conclusion", "review",
    "receipt", "help", "why", "leave", "cases", "small-question", "wide-question", "english-home",
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
      let step: StepID = name == "reportee" ? "reportee.kind" : StepID(rawValue: name)
      driver.open(step, FrameLawTests.troubled)
    case "help": driver.press(.function(1))
    case "why":
      driver.open("owner.right", FrameLawTests.troubled)
      driver.press(.function(4))
    case "leave": driver.press(.function(10))
    case "cases":
      let one = CaseSummary(
        id: CaseID(rawValue: 1001),
        flow: "findFault",
        status: .waiting,
        step: "receipt",
        title: "310043214",
        created: Timestamp(rawValue: 1_795_000_000),
        updated: Timestamp(rawValue: 1_795_000_000)
      )
      driver.openCases([one])
    case "small-question", "wide-question":
      let isSmall = name == "small-question"
      driver = isSmall ? Driver(columns: 60, rows: 18) : Driver(columns: 120, rows: 40)
      driver.open("person.right", FrameLawTests.troubled)
    case "english-home": driver = Driver(.english)
    default: break
    }
    return driver
  }

  @Test(arguments: names)
  func `a screen looks as it did`(name: String) throws {
    let frame = Self.screen(name).frame
    let cursor = frame.cursor.map { "\($0.row),\($0.column)" } ?? "-"
    // The list of cases shows times in the zone of the machine.
    let text = frame.text.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "0000-00-00 00:00")
    let shown = "\(text)\n--- cursor \(cursor)\n"
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
