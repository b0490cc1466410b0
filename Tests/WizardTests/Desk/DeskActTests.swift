import Foundation
import Model
import Store
import TestSupport
import Testing

/// What a command of the desk does is what the key for it does.
@Suite struct DeskActTests {
  let folder: RecordsFolder

  init() throws { folder = try RecordsFolder() }

  private static let own = AgentID(rawValue: getuid())
  private static let other = AgentID(rawValue: getuid() + 1)

  private func begin(by agent: AgentID = own) throws -> CaseID {
    try folder.store.begin(CaseDraft(flow: "findFault", title: "Nordlys"), Caller(), by: agent).id
  }

  /// An act, whose the case is, what was done with it before, and the command for it.
  private struct Act {
    let kind: DeskActKind
    var owner = DeskActTests.own
    var before: [DeskAct] = []
    let command: [String]
    let leads: DeskState
  }

  private static let ended = DeskAct.close(
    Closing(
      CallOutcome(edition: .altinn2, result: .notFound),
      Likeness(edition: .altinn2, message: nil)
    )
  )

  private static let acts: [Act] = [
    Act(kind: .take, before: [.release], command: ["take"], leads: .call),
    Act(kind: .steal, owner: other, command: ["take", "--steal"], leads: .call),
    Act(kind: .release, command: ["release"], leads: .free),
    Act(kind: .hold, command: ["hold"], leads: .hold),
    Act(kind: .resume, before: [.hold], command: ["take"], leads: .call),
    Act(kind: .park, command: ["park"], leads: .parked),
    Act(kind: .hand, command: ["hand", "--to", "free"], leads: .handed),
    Act(kind: .receive, before: [.hand(to: .free)], command: ["take"], leads: .call),
    Act(kind: .close, command: ["close", "--result", "6"], leads: .closed),
    Act(kind: .reopen, before: [ended], command: ["reopen"], leads: .call),
  ]

  /// Runs a command on a case.
  private func run(_ command: [String], on id: CaseID, _ more: [String] = []) throws -> Run {
    var arguments = ["desk", command[0], "\(id.rawValue)"]
    arguments += command.dropFirst()
    arguments += more
    return try folder.run(arguments)
  }

  @Test func `every act of the desk has a command`() throws {
    #expect(Set(Self.acts.map(\.kind)) == Set(DeskActKind.allCases))
    for act in Self.acts {
      let id = try begin(by: act.owner)
      for before in act.before { _ = try folder.store.perform(before, on: id, by: act.owner) }
      let done = try run(act.command, on: id)
      #expect(done.status == 0, "\(act.command): \(done.complaint)")
      #expect(try folder.store.entry(id).state == act.leads, "\(act.command)")
    }
  }

  @Test func `what was done last is undone by command, until somebody touches the case`() throws {
    let id = try begin()
    #expect(try run(["close", "--result", "6"], on: id).status == 0)
    #expect(try run(["undo"], on: id).status == 0)
    #expect(try folder.store.entry(id).state == .call)
    #expect(try folder.store.outcomes(of: id).isEmpty)
    #expect(try run(["undo"], on: id).status == 65)
    #expect(try run(["park"], on: id).status == 0)
    #expect(try run(["note", "ringt"], on: id).status == 0)
    let late = try run(["undo"], on: id)
    #expect(late.status == 65 && late.output.isEmpty && !late.complaint.isEmpty)
    #expect(try folder.store.entry(id).state == .parked)
  }

  @Test(arguments: Language.allCases)
  func `every command that writes leaves a colleague's case alone, and says whose it is`(
    language: Language
  ) throws {
    let file = folder.path + "/store/desk.json"
    try #"{"callback": true}"#.write(toFile: file, atomically: false, encoding: .utf8)
    #expect(chmod(file, 0o640) == 0)
    let id = try begin(by: Self.other)
    let today = try #require(Timestamp.now().day)
    let callback = Callback(try PhoneNumber(checking: "400 00 017"), due: today, on: today)
    try folder.store.keep(callback, of: id)
    let before = try folder.store.entry(id)
    for command in [
      ["take"], ["release"], ["hold"], ["park"], ["hand", "--to", "second", "--note", "ringt"],
      ["note", "ringt"], ["close", "--result", "6"], ["reopen"], ["callback"],
      ["callback", "--forget"],
    ] {
      let refused = try run(command, on: id, ["--language", language.rawValue])
      #expect(refused.status == 75 && refused.output.isEmpty, "\(command): \(refused.complaint)")
      #expect(refused.complaint.contains("\(id.rawValue)"), "\(refused.complaint)")
    }
    #expect(try folder.store.entry(id) == before)
    #expect(try folder.store.notes(for: id).isEmpty)
    #expect(try folder.store.callback(of: id) == callback)
  }

  @Test func `a list gives all there is`() throws {
    let count = 1_001
    for _ in 0..<count { _ = try begin() }
    for command in [["queue"], ["find", "nordlys"]] {
      let list = try folder.run(["desk"] + command)
      #expect(list.output.split(separator: "\n").count == count, "\(command)")
    }
  }

  @Test(.enabled(if: geteuid() == 0, "not tested: only root can make somebody else's file"))
  func `the file of the desk does not count where somebody else owns it`() throws {
    let file = folder.path + "/store/desk.json"
    try "{}".write(toFile: file, atomically: false, encoding: .utf8)
    #expect(chmod(file, 0o640) == 0 && chown(file, 65_534, 65_534) == 0)
    for language in Language.allCases {
      let run = try folder.run("desk", "check", "--language", language.rawValue)
      #expect(run.status == 69 && run.complaint.contains("desk.json"), "\(run.complaint)")
    }
  }
}
