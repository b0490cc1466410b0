import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// What is special to a request: its letter, its day to ask again, and how it stands.
@Suite struct RequestTests {
  @Test func `a request that waits is due on its day`() throws {
    let player = try Player()
    let today = try #require(Timestamp.now().day?.text)
    let walk = try player.play(TaskScript.ask.with([Request.followUp: today]))
    #expect(player.wording.offers(walk)[0].choice == .end(.waiting))
    player.session.press(.enter)
    try player.wait(for: .home)
    // The way to what is to be followed up stands behind the overview.
    try player.session.waitFor(player.wording("home.due"))
    player.session.press(.text("\(Flow.ids(of: .altinn2).count + 3)"))
    try player.session.waitFor(player.wording("flow.requestAccess.record") + " 1001")
  }

  @Test(arguments: Language.allCases)
  func `the letter is saved for its owner alone and offered to the clipboard`(language: Language)
    throws
  {
    let player = try Player(language)
    var walk = try player.play(.ask, until: "letter")
    player.session.mark()
    player.session.press(.left, .enter)
    try player.session.waitFor("✓")
    let stream = String(decoding: player.session.rawBytes, as: UTF8.self)
    player.session.press(.left, .enter)
    try player.session.waitFor("veiviser-brev-1001.txt")
    let path = player.files + "/veiviser-brev-1001.txt"
    let letter = try String(contentsOfFile: path, encoding: .utf8)
    #expect(letter.contains("NORDLYS AS") && letter.contains("Kari Nordmann"))
    #expect(stream.contains("\u{1B}]52;c;" + Data(letter.utf8).base64EncodedString()))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    player.session.press(.enter)
    try player.session.waitFor("veiviser-brev-1001-2.txt")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == letter)
    player.session.press(.right, .right)
    try player.step(.ask, &walk)
  }

  @Test(arguments: Language.allCases)
  func `line by line the letter is written, and nothing is offered to a clipboard`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let folder = try RecordsFolder()
    var walk = TaskScript.ask.begin()
    var lines = [TaskScript.ask.home]
    while walk.current.kind != .letter {
      lines += TaskScript.ask.lines(at: walk, wording)
      TaskScript.ask.answer(&walk, wording)
    }
    let input = (lines + ["2", "q"]).map { $0 + "\n" }.joined()
    let run = try folder.run("--plain", "--language", language.rawValue, input: input)
    #expect(!run.output.contains(wording("letter.copy") + "\n"))
    let path = folder.files + "/veiviser-brev-1001.txt"
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("NORDLYS AS"))
  }

  @Test(arguments: Language.allCases)
  func `a request that is granted later is closed`(language: Language) throws {
    let player = try Player(language)
    var walk = try player.play(.ask)
    player.take(.field(Request.state), walk)
    _ = walk.take(.field(Request.state))
    try player.wait(for: walk)
    let granted = TaskScript.ask.with([Request.state: "granted", Request.stateDate: "2025-11-30"])
    try player.go(on: granted, &walk)
    #expect(player.wording.offers(walk)[0].choice == .end(.closed))
    player.session.press(.enter)
    try player.wait(for: .home)
    #expect(try player.keptOnceEnded(.end(.closed)).status == .closed)
  }
}
