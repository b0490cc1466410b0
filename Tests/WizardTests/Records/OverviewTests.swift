import Wording
import Foundation
import Model
import Screens
import Store
import Testing
import TestSupport

/// The overview on a terminal: from a case that is made there to its deletion.
@Suite struct OverviewTests {
  let folder: RecordsFolder

  init() throws { folder = try RecordsFolder() }

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: folder.files + "/" + file, encoding: .utf8)
  }

  /// The digit of the way to the overview at home.
  private var overview: PtyKey { .text("\(Flow.ids(of: .altinn2).count + 2)") }

  @Test(arguments: Language.allCases, [(80, 24), (60, 18)])
  func `a case is made, seen, written to files, and deleted`(
    language: Language,
    size: (columns: Int, rows: Int)
  ) throws {
    let wording = Wording(.embedded, language)
    let session = try folder.session(
      ["--language", language.rawValue],
      columns: size.columns,
      rows: size.rows
    )
    try session.waitFor(wording("home.records"))
    session.press(.text("1"))
    try session.waitFor(wording("question.message.title"))
    session.paste("Incorrect username/password given for system")
    session.press(.enter)
    try session.waitFor("1001")
    session.press(.escape)
    try session.waitFor(wording("button.next"))
    session.press(.escape)
    try session.waitFor(wording("home.records"))
    session.press(overview)
    let label = wording("flow.findFault.record") + " 1001"
    try session.waitFor(label)
    session.press(.enter)
    try session.waitFor(wording("button.json"))
    session.press(.backTab, .enter)
    try session.waitFor("veiviser-1001.txt")
    session.press(.backTab, .enter)
    try session.waitFor("veiviser-1001.json")
    #expect(try text("veiviser-1001.txt").contains(label))
    #expect(try text("veiviser-1001.json").contains("\"message\" : \"E2\""))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.files + "/veiviser-1001.json"
    )
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    // Once more: the first file stays, and the second gets a name of its own.
    session.press(.enter)
    try session.waitFor("veiviser-1001-2.json")
    session.press(.backTab, .enter)
    try session.waitFor(wording("delete.title", ["number": "1001"]))
    session.press(.right, .enter)
    try session.waitFor(wording("cases.none"))
    #expect(try folder.store.count() == 0)
    session.press(.escape)
    try session.waitFor(wording("home.records"))
    session.press(.escape)
    try session.waitFor(wording("leave.title"))
    session.press(.right, .enter)
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.notGivenBack().isEmpty)
  }

  @Test func `a folder that cannot be written in is said, and the case stays`() throws {
    try folder.fill()
    // A folder that is gone cannot be written in, not even by the superuser.
    let session = try folder.session()
    try session.waitFor("1 ")
    try FileManager.default.removeItem(atPath: folder.files)
    session.press(overview)
    try session.waitFor("1001")
    session.press(.text("1001"))
    try session.waitUntil { !$0.contains("1003") }
    session.press(.enter)
    try session.waitFor("JSON")
    session.press(.backTab, .enter)
    try session.waitFor("Kan ikke skrive")
  }

  @Test func `what is due stands on the home screen and leads to the requests`() throws {
    try folder.fill()
    let session = try folder.session(["--language", "nb"])
    try session.waitFor("Forespørsler å følge opp")
    session.press(.text("\(Flow.ids(of: .altinn2).count + 3)"))
    try session.waitFor("Forespørsel 1003")
    #expect(!session.screen.contains("1001"))
  }

  @Test(arguments: Language.allCases)
  func `line by line the overview is numbered, and a case is written and deleted`(
    language: Language
  ) throws {
    try folder.fill()
    let wording = Wording(.embedded, language)
    // Three cases go on at home, and then the overview; all; the oldest; JSON; delete; yes; back.
    let overview = Flow.ids(of: .altinn2).count + 3 + 1
    let known = 1
    let input = [
      "\(overview)", "1", "3", "\(known + 2)", "\(known + 3)", "2", "<", "<", "q", "q",
    ]
    let run = try folder.run(
      "--plain",
      "--language",
      language.rawValue,
      input: input.joined(separator: "\n") + "\n"
    )
    #expect(run.output.contains(wording.label(.due)))
    #expect(run.output.contains("1001: NORDLYS REGNSKAP AS"))
    #expect(run.output.contains("veiviser-1001.json"), "\(run.output)")
    #expect(try text("veiviser-1001.json").contains("\"number\" : 1001"))
    #expect(run.output.contains(wording("cases.deleted", ["number": "1001"])), "\(run.output)")
    #expect(try folder.store.count() == 2)
  }
}
