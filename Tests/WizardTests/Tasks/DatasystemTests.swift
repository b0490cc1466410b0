import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// What is special to a datasystem: its ID, its password, and what happens to it later.
@Suite struct DatasystemTests {
  @Test(arguments: Language.allCases)
  func `an ID that another datasystem has is pointed out`(language: Language) throws {
    let player = try Player(language)
    _ = try player.play(.register)
    player.session.press(.enter)
    try player.wait(for: .home)
    let other = try #require(try player.kept().first)
    #expect(other.content.answer(in: "register.id")?.value == "4711")
    let values = ["id": "4711", "record": player.wording.label(other)]
    let words = player.wording("register.known", values)
    _ = try player.play(TaskScript.changePassword.with(["register.id": "4711"]), until: "program")
    try player.session.waitUntil("the other datasystem") {
      Reader.squeezed($0.text).contains(words)
    }
  }

  @Test func `line by line an ID that another datasystem has is pointed out`() throws {
    let wording = Wording(.embedded, .bokmal)
    let folder = try TemporaryFolder()
    var output = ""
    for _ in 1...2 {
      #expect(!output.contains(wording("register.known").prefix { $0 != "{" } + "4711"))
      var walk = TaskScript.register.begin()
      var lines = [TaskScript.register.home]
      while walk.current.kind != .receipt {
        lines += TaskScript.register.lines(at: walk, wording)
        TaskScript.register.answer(&walk, wording)
      }
      output = try Run(
        ["--plain", "--language", "nb", "--store", folder.file("store")],
        input: (lines + ["1", "q"]).map { $0 + "\n" }.joined()
      ).output
    }
    let other = try #require(try folder.kept().last)
    let values = ["id": "4711", "record": wording.label(other)]
    #expect(output.contains(wording("register.known", values)))
  }

  /// What each program refuses or wants in a password, and the finding that says so.
  static let warnings: [(product: String, password: String, finding: SystemPassword.Finding)] = [
    ("sparebank1", "vinter24#", .refusedByProgram), ("sparebank1", "vinter24", .needsBothCases),
    ("maestro", "Vinter24!", .refusedByProgram), ("dnb", "Vinter24ø", .refusedByProgram),
    ("visma", "Vinter24#", .specialCharacters),
  ]

  @Test(arguments: warnings.indices, Language.allCases)
  func `what the chosen program refuses in a password is said, and one may go on`(
    place: Int,
    language: Language
  ) throws {
    let (id, password, finding) = Self.warnings[place]
    let player = try Player(language)
    let script = TaskScript.register.with([
      "register.product": id, "register.password": password,
    ])
    var walk = try player.play(script, until: "password")
    player.session.press(.text(password))
    let product = try #require(player.wording.content.products[id])
    let words = Reader.squeezed(player.wording.remark(finding, for: product))
    try player.session.waitUntil(words) { Reader.words($0).contains(words) }
    player.session.press(.control("u"))
    try player.session.waitFor(String(player.wording("secret.skip").prefix(20)))
    try player.step(script, &walk)
  }

  @Test(arguments: ["passwordChanged", "retired"], Language.allCases)
  func `what happens to it later is kept with it and told in the lists`(
    what: String,
    language: Language
  ) throws {
    let player = try Player(language)
    let wording = player.wording
    var walk = try player.play(.register)
    player.session.press(.enter)
    try player.wait(for: .home)
    try player.showRecord()
    // Open is what has the focus.
    player.session.press(.enter)
    try player.wait(for: .review)
    _ = walk.back()
    let field = FieldID(rawValue: "register.\(what)")
    player.take(.field(field), walk)
    _ = walk.take(.field(field))
    try player.wait(for: walk)
    let script = TaskScript.register.with([field: "24.12.2025"])
    try player.go(on: script, &walk)
    player.session.press(.enter)
    try player.wait(for: .home)
    let found = try player.keptOnceEnded(.end(.closed))
    #expect(found.content.answer(in: field)?.value == "2025-12-24")
    #expect(found.status == .closed)
    player.session.press(.text("\(Flow.ids(of: .altinn2).count + 2)"))
    try player.session.waitFor(
      wording("mark.registerSystem.\(what)", ["age": wording.written("2025-12-24", as: .pastDate)])
    )
  }

  @Test func `it is deleted from its record, and nothing of it is left`() throws {
    let player = try Player()
    _ = try player.play(.register)
    player.session.press(.enter)
    try player.wait(for: .home)
    try player.showRecord()
    player.session.press(.right, .right, .right, .right)
    for _ in 1...3 { player.session.press(.left) }
    player.session.press(.enter)
    try player.session.waitFor(player.wording("delete.title", ["number": "1001"]))
    player.session.press(.right, .enter)
    try player.session.waitFor(player.wording("cases.none"))
    #expect(try player.kept().isEmpty)
    for (name, bytes) in player.folder.contents {
      #expect(bytes?.range(of: Data("NORDLYS".utf8)) == nil, "\(name)")
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `a signal at a password typed line by line leaves a terminal that shows what is typed`(
    signal: Int32
  ) throws {
    let script = TaskScript.register
    let player = try PlainPlayer()
    var walk = script.begin()
    try player.answer(script.home)
    while walk.current.id != "password" {
      for line in script.lines(at: walk, player.wording) { try player.answer(line) }
      script.answer(&walk, player.wording)
    }
    #expect(player.session.flags?.echoes == false)
    player.session.signal(signal)
    #expect(try player.session.waitForExit() == .signalled(signal))
    #expect(player.session.notGivenBack() == [])
  }
}

extension Player {
  /// Shows the first case of the overview.
  fileprivate func showRecord() throws {
    session.press(.text("\(Flow.ids(of: .altinn2).count + 2)"))
    try session.waitFor(wording("flow.registerSystem.record") + " 1001")
    session.press(.enter)
    try wait(forText: "records.answers")
  }
}
