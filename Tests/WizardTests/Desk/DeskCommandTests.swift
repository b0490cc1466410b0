import Foundation
import Model
import Store
import TestSupport
import Testing

/// The commands of the desk, each on the shipped program.
@Suite struct DeskCommandTests {
  let folder: RecordsFolder

  init() throws { folder = try RecordsFolder() }

  private struct Shown: Decodable {
    struct Record: Decodable {
      struct Round: Decodable { let answers: [String: String] }
      let answers: [String: String]?
      let state: String
      let rounds: [Round]?
    }
    struct Note: Decodable {
      let text: String
      let who: String?
    }
    let code: String
    let state: String
    let owner: String?
    let record: Record
    let due: String?
    let notes: [Note]?
  }

  private func shown(_ number: String) throws -> Shown {
    let run = try folder.run("desk", "show", number, "--json")
    return try JSONDecoder().decode(Shown.self, from: Data(run.output.utf8))
  }

  /// Begins a call with a message.
  private func begin(_ more: String...) throws -> (number: String, code: String) {
    let run = try folder.run(
      ["desk", "new", "--message", "-"] + more,
      input: "Incorrect username/password given for system"
    )
    #expect(run.status == 0, "\(run.complaint)")
    let columns = run.output.split(separator: "\n")[0].split(separator: "\t").map(String.init)
    try #require(columns.count == 2)
    return (columns[0], columns[1])
  }

  @Test(arguments: ["altinn3", "altinn2"])
  func `a message is asked about in today's Altinn unless the call is about the closed one`(
    portal: String
  ) throws {
    let closed = try begin("--portal", portal)
    let text = try folder.run("desk", "show", closed.number).output
    #expect(text.contains("Datasystemer") == (portal == "altinn2"), "\(text)")
    let input = "AUTH-00015"
    let run = try folder.run(
      ["desk", "new", "--message", "-", "--portal", portal],
      input: input
    )
    let number = try #require(run.output.split(separator: "\t").first.map(String.init))
    #expect(try folder.run("desk", "show", number, "--json").output.contains("altinn3"))
  }

  @Test(arguments: [("25.11.2026", "findFault3"), ("19.6.2026", "findFault")])
  func `a message dated after the closed one had closed is asked about in today's Altinn`(
    date: String,
    flow: String
  ) throws {
    let run = try folder.run(
      ["desk", "new", "--message", "-", "--portal", "altinn2"],
      input: "\(date) Incorrect username/password given for system"
    )
    let number = try #require(run.output.split(separator: "\t").first.map(String.init))
    let shown = try folder.run("desk", "show", number, "--json").output
    #expect(shown.contains("\"\(flow)\""), "\(shown)")
  }

  @Test func `a case that is opened again is no surer than what is asked anew`() throws {
    let call = try begin()
    let id = CaseID(rawValue: try #require(Int64(call.number)))
    var seen = try folder.store.load(id)
    var walk = Content.embedded.walk(.findFault3)
    walk.beginCall()
    walk.read("AUTH-00016", with: Content.embedded.recogniser)
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
    seen.content = walk.content
    _ = try folder.store.save(seen)
    #expect(try folder.run("desk", "close", call.number, "--result", "6").status == 0)
    #expect(try folder.run("desk", "reopen", call.number).status == 0)
    for told in [["show", call.number, "--handover"], ["send", call.number, "--form", "mail"]] {
      let output = try folder.run(["desk"] + told + ["--language", "en"]).output
      #expect(!output.contains("(confirmed)") && !output.contains("This is confirmed"), "\(output)")
    }
    let again = try folder.store.load(id).content
    #expect(again.rounds.count == 1 && again.answers.allSatisfy { $0.field != .message })
  }

  @Test(arguments: ["AUTH-00016", "System user not found", "MP-303"])
  func `what was only told is not called confirmed, whoever began the call`(text: String) throws {
    let run = try folder.run(["desk", "new", "--message", "-"], input: text)
    let number = try #require(run.output.split(separator: "\t").first.map(String.init))
    let told = [
      try folder.run("desk", "show", number, "--handover", "--language", "en"),
      try folder.run("desk", "send", number, "--form", "mail", "--language", "en"),
      try folder.run("case", "show", number, "--language", "en"),
    ]
    for run in told { #expect(!run.output.contains("confirmed"), "\(run.output)") }
  }

  @Test func `a call from ring to close, taken up again, and all of it is there`() throws {
    let call = try begin("--org", "310043214", "--words", "lønna stopper")
    #expect(call.code.hasPrefix("\(call.number)-"))
    var found = try shown(call.code)
    #expect(found.state == "call")
    #expect(found.record.answers?["message"] == "E2")
    #expect(try folder.run("desk", "note", call.number, "ringt hit").status == 0)
    #expect(try folder.run("desk", "park", call.number, "--who", "giver").status == 0)
    #expect(try folder.run("desk", "close", call.number, "--result", "1").status == 65)
    #expect(try folder.run("desk", "queue", "--mine").output.contains(call.code))
    let find = try folder.run("desk", "find", "lønn", "--org", "310 043 214", "--message", "E2")
    #expect(find.output.hasPrefix("\(call.number)\t"))

    let other = try begin()
    let close = try folder.run(
      "desk",
      "close",
      other.number,
      "--result",
      "3",
      "--until",
      "2199-12-01"
    )
    #expect(close.status == 0, "\(close.complaint)")
    #expect(try folder.store.outcomes(of: CaseID(rawValue: 1002)).map(\.message) == ["E2"])
    found = try shown(other.number)
    // The first of December is a Sunday then.
    #expect(found.state == "waiting" && found.due == "2199-12-02")
    #expect(try folder.run("desk", "reopen", other.code).status == 0)
    found = try shown(other.number)
    #expect(found.state == "call")
    #expect(found.record.rounds?.first?.answers["message"] == "E2")
    #expect(try shown(call.number).notes?.map(\.text) == ["ringt hit"])
  }

  @Test(arguments: ["2199-12-01", "2199-12-02"])
  func `a case is put away to a working day, which is told with its name`(day: String) throws {
    let call = try begin()
    let park = ["desk", "park", call.number, "--until", day, "--language", "nb"]
    let run = try folder.run(park)
    #expect(run.status == 0 && run.output.contains("mandag 02.12."), "\(run.complaint)")
    #expect(run.output.contains("søndag 01.12.") == (day == "2199-12-01"), "\(run.output)")
    #expect(try shown(call.number).due == "2199-12-02")
  }

  @Test func `a call on hold and one that is parked are taken up by command`() throws {
    for act in [DeskAct.hold, .park(Promise())] {
      let call = try begin()
      let id = try #require(Int64(call.number).map(CaseID.init(rawValue:)))
      _ = try folder.store.perform(act, on: id, by: AgentID(rawValue: getuid()))
      let refused = try folder.run("desk", "release", call.number, "--language", "nb")
      #expect(refused.status == 65 && refused.complaint.contains("først"), "\(refused.complaint)")
      #expect(try folder.run("desk", "take", call.number).status == 0)
      #expect(try shown(call.number).state == "call")
      #expect(try folder.run("desk", "close", call.number, "--result", "6").status == 0)
    }
  }

  @Test func `a call is ended as on the screen, waiting for whoever can know what nobody knew`()
    throws
  {
    let asked = StoredAnswer(
      field: "system.registered",
      answer: Answer(Fact.unknown, source: .told)
    )
    let entry = try folder.store.begin(
      CaseDraft(flow: "findFault", answers: [asked]),
      Caller(role: .staff),
      by: AgentID(rawValue: getuid())
    )
    let run = try folder.run("desk", "close", "\(entry.id.rawValue)", "--result", "3")
    #expect(run.status == 0, "\(run.complaint)")
    #expect(try folder.store.entry(entry.id).desk.promise.by == .ownerManager)
  }

  @Test func `what somebody else has is theirs, and the status says so`() throws {
    let other = AgentID(rawValue: getuid() + 1)
    let entry = try folder.store.begin(CaseDraft(flow: "findFault"), Caller(), by: other)
    for command in [["take"], ["release"], ["park"], ["close", "--result", "1"]] {
      let run = try folder.run(["desk", command[0], entry.code.description] + command.dropFirst())
      #expect(run.status == 75, "\(command): \(run.complaint)")
      #expect(!run.complaint.isEmpty && !run.trapped)
    }
    #expect(try folder.run("desk", "take", "\(entry.id.rawValue)", "--steal").status == 0)
    #expect(try folder.run("desk", "hand", "\(entry.id.rawValue)", "--to", "second").status == 0)
    #expect(try folder.run("desk", "queue", "--second").output.contains(entry.code.description))
    #expect(try folder.run("desk", "take", "\(entry.id.rawValue)").status == 0)
  }

  @Test(arguments: Language.allCases)
  func `only what was seen is closed as confirmed`(language: Language) throws {
    let call = try begin()
    let id = try #require(Int64(call.number).map(CaseID.init(rawValue:)))
    let close = ["desk", "close", call.number, "--language", language.rawValue, "--result"]
    for how in [["1"], ["1", "--confirmed", "told"], ["1", "--confirmed", "no"]] {
      let run = try folder.run(close + how)
      #expect(run.status == 65 && run.output.isEmpty, "\(how): \(run.complaint)")
      #expect(run.complaint.contains("1") && !run.complaint.contains("["), "\(run.complaint)")
    }
    #expect(try folder.store.outcomes(of: id).isEmpty)
    #expect(try folder.run(close + ["2", "--confirmed", "told"]).status == 0)
    #expect(try folder.run("desk", "reopen", call.number).status == 0)
    #expect(try folder.run(close + ["1", "--confirmed", "seen"]).status == 0)
    let kept = try folder.store.outcomes(of: id)
    #expect(kept.map(\.result) == [.solvedUnconfirmed, .solvedConfirmed])
    #expect(kept.map(\.confirmed) == [.told, .seen])
  }

  @Test func `a call that is undone back to is on hold while another is on the line`() throws {
    let first = try begin()
    let id = CaseID(rawValue: try #require(Int64(first.number)))
    #expect(try folder.run("desk", "park", first.number).status == 0)
    #expect(try folder.run("desk", "undo", first.number).status == 0)
    #expect(try folder.store.entry(id).state == .call)
    #expect(try folder.run("desk", "park", first.number).status == 0)
    _ = try begin()
    #expect(try folder.run("desk", "undo", first.number).status == 0)
    #expect(try folder.store.entry(id).state == .hold)
  }

  @Test(arguments: Language.allCases)
  func `what is wrong is one plain message`(language: Language) throws {
    let call = try begin()
    let letters = call.code.hasSuffix("BBB") ? "CCC" : "BBB"
    for arguments in [
      ["show", "\(call.number)-\(letters)"], ["show", "hvem"], ["show", "9999"],
      ["park", call.number, "--until", "2020-01-01"], ["park", call.number, "--until", "i dag"],
      ["park", call.number, "--who", "ingen"], ["hand", call.number, "--to", "no-such-login"],
      // Whom the machine knows and who cannot read the store.
      ["hand", call.number, "--to", "nobody"],
      ["note", call.number, "  "], ["take", call.number + "0000000000000000000"],
      ["new", "--org", "310043215"], ["find"], ["find", "--org", "123"],
      ["find", "--org", "310043215"], ["find", "--message", "XX"],
    ] {
      let run = try folder.run(["desk"] + arguments + ["--language", language.rawValue])
      #expect(run.status == 65 || run.status == 75, "\(arguments): \(run.status)")
      #expect(!run.complaint.contains("[") && run.output.isEmpty, "\(run.complaint)")
    }
    #expect(try folder.run("desk", "close", call.number, "--result", "9").status == 64)
    let flag = ["desk", "close", call.number, "--result", "6", "--flag", "cause", "--told-back"]
    #expect(try folder.run(flag + ["--language", language.rawValue]).status == 0)
    #expect(try folder.run("desk", "knowledge", "list", "--json").output.contains("\"cause\""))
    #expect(try folder.store.outcomes(of: CaseID(rawValue: 1001)).map(\.toldBack) == [true])
    let seen = ["desk", "close", call.number, "--result", "3", "--confirmed", "seen"]
    #expect(try folder.run(seen).status == 64)
    let told = ["desk", "close", call.number, "--result", "3", "--confirmed", "told"]
    #expect(try folder.run(told).status == 64)
    for form in ["sms", "mail", "letter"] {
      let arguments = ["desk", "send", call.number, "--form", form]
      let run = try folder.run(arguments + ["--language", language.rawValue])
      #expect(run.output.contains(call.code) && !run.output.contains("["), "\(run.output)")
      if form == "sms" { #expect(run.output.count <= 321) }
    }
    let arguments = ["desk", "show", call.number, "--handover", "--language", language.rawValue]
    let handOver = try folder.run(arguments)
    #expect(handOver.output.contains(call.code) && !handOver.output.contains("["))
  }

  @Test func `the file of the desk counts only as its owner wrote it`() throws {
    let file = folder.path + "/store/desk.json"
    func write(_ text: String, mode: mode_t = 0o640) throws {
      try text.write(toFile: file, atomically: false, encoding: .utf8)
      #expect(chmod(file, mode) == 0)
    }
    #expect(try folder.run("desk", "check", "--json").status == 0)
    try write(#"{"second": [], "lead": [], "callback": false, "holdWarn": 60}"#)
    #expect(try folder.run("desk", "check").status == 0)
    try write(#"{"lead": ["no-such-group-here"]}"#)
    let missing = try folder.run("desk", "check")
    #expect(missing.status == 69 && missing.output.contains("no-such-group-here"))
    for broken in ["", "{", "[]", #"{"lead": 1}"#, #"{"boss": []}"#, #"{"holdWarn": 1}"#] {
      try write(broken)
      let run = try folder.run("desk", "check")
      #expect(run.status == 69 && run.complaint.contains("desk.json"), "\(broken)")
    }
    try write("{}", mode: 0o660)
    #expect(try folder.run("desk", "check").status == 69)
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/etc/passwd")
    #expect(try folder.run("desk", "check").status == 69)
  }

  @Test func `a number to ring back on is kept only where the desk says so, and told on its day`()
    throws
  {
    let call = try begin()
    let park = ["desk", "park", call.number, "--callback", "-"]
    let refused = try folder.run(park, input: "400 00 017")
    #expect(refused.status == 69 && refused.complaint.contains("desk.json"))
    #expect(try shown(call.number).state == "call")
    let file = folder.path + "/store/desk.json"
    try #"{"callback": true}"#.write(toFile: file, atomically: false, encoding: .utf8)
    #expect(chmod(file, 0o640) == 0)
    #expect(try folder.run("desk", "callback", call.number).status == 65)
    for wrong in ["4000001", "41810021827"] {
      let run = try folder.run(park, input: wrong)
      #expect(run.status == 65 && !run.complaint.contains(wrong))
    }
    #expect(try folder.run(park, input: "400 00 017").status == 0)
    #expect(try folder.run("desk", "callback", call.number).output.contains("400 00 017"))
    #expect(try !folder.run("desk", "show", call.number, "--json").output.contains("00 017"))
    #expect(try !folder.run("case", "show", call.number, "--json").output.contains("00 017"))
    #expect(try folder.run("desk", "callback", call.number, "--forget").status == 0)
    #expect(try folder.run("desk", "callback", call.number).status == 65)
    #expect(try folder.run("desk", "take", call.number, "--steal").status == 0)
    let coming = ["--until", "2099-01-01"]
    #expect(try folder.run(park + coming, input: "40000017").status == 0)
    #expect(try folder.run("desk", "callback", call.number).output.contains("••••••17"))
  }

  @Test func `statistics are counts, and leave the desk by its lead alone`() throws {
    for _ in 0..<6 {
      let id = try folder.store.begin(
        CaseDraft(flow: "findFault"),
        Caller(),
        by: AgentID(rawValue: 7)
      ).id
      let closing = Closing(
        CallOutcome(edition: .altinn2, message: "E2", result: .vendor),
        Likeness(edition: .altinn2, message: "E2")
      )
      _ = try folder.store.perform(.close(closing), on: id, by: AgentID(rawValue: 7))
    }
    let text = try folder.run("desk", "stats", "--language", "en")
    #expect(text.status == 0 && text.output.contains("6 calls."), "\(text.complaint)")
    let csv = try folder.run("desk", "stats", "--format", "csv", "--weeks", "1")
    #expect(csv.output.contains("messages,\"E2\",") && csv.output.contains("results,\"4\","))
    #expect(try folder.run("desk", "stats", "--format", "json").output.contains("\"calls\" : 6"))
    #expect(try folder.run("desk", "stats", "--format", "html").output.hasPrefix("<!DOCTYPE html>"))
    for wrong in [["--weeks", "0"], ["--weeks", "54"], ["--format", "pdf"]] {
      #expect(try folder.run(["desk", "stats"] + wrong).status == 64)
    }
    let file = folder.path + "/store/desk.json"
    try #"{"lead": ["no-such-group-here"]}"#.write(toFile: file, atomically: false, encoding: .utf8)
    #expect(chmod(file, 0o640) == 0)
    let refused = try folder.run("desk", "stats", "--format", "csv")
    #expect(refused.status == 69 && refused.output.isEmpty && !refused.complaint.isEmpty)
    #expect(try folder.run("desk", "stats").status == 0)
  }

  @Test func `the shapes of unknown messages are listed from three cases on`() throws {
    func begin(_ text: String) throws {
      let run = try folder.run(["desk", "new", "--message", "-"], input: text)
      #expect(run.status == 0, "\(run.complaint)")
    }
    for number in 1...3 { try begin("Sesjonen gikk ned i kvern \(number)7 hos oss") }
    try begin("Noe helt annet skjedde med pumpa")
    let list = try folder.run("desk", "knowledge", "list")
    #expect(list.status == 0 && list.output.hasPrefix("3\t"), "\(list.output) \(list.complaint)")
    #expect(list.output.contains("kvern #") && !list.output.contains("pumpa"))
    let json = try folder.run("desk", "knowledge", "list", "--json")
    #expect(json.output.contains("\"cases\" : 3"))
    let shape = try #require(list.output.split(separator: "\t").dropFirst().first.map(String.init))
    #expect(try folder.run("desk", "knowledge", "show", shape).output.contains("kvern #"))
    let patch = try folder.run("desk", "knowledge", "export", shape)
    #expect(patch.status == 0 && patch.output.contains("{value1}"), "\(patch.complaint)")
    let unwritten = try folder.run(["desk", "knowledge", "check", "-"], input: patch.output)
    #expect(unwritten.status == 65 && unwritten.complaint.contains(".meaning"))
    for wrong in [["show", "0"], ["export", "0"], ["check", "/no/such/file"]] {
      #expect(try folder.run(["desk", "knowledge"] + wrong).status == 65)
    }
    #expect(try folder.run(["desk", "knowledge", "check", "-"], input: "[]").status == 65)
  }
}
