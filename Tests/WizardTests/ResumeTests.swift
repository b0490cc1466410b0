import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// Nothing that the program has said is saved is ever lost.
@Suite struct ResumeTests {
  /// The scenes of one whole journey, from the first question to the receipt; a pasted text is kept only
  /// when what is kept of it has been seen.
  private static let scenes = 1..<9

  @Test(arguments: scenes)
  func `loses no answer to kill -9`(steps: Int) throws {
    let situation = Situation.ownerLacksRight
    let player = try Player()
    try player.begin(situation)
    for _ in 0..<steps where player.scene != .receipt { try player.step(situation) }
    let before = try #require(player.scene)
    let kept = try player.cases()
    let words = Reader.words(player.session.screen)

    try player.killAndStartAgain()
    #expect(try player.cases() == kept)
    try player.resume()
    try player.session.waitUntil("the same as before the kill") { Reader.words($0) == words }
    #expect(player.scene == before)
    #expect(try player.cases() == kept)
  }

  @Test func `goes on to the end though it is killed after each answer`() throws {
    let situation = Situation.ownerLacksRight
    let player = try Player()
    try player.begin(situation)
    while let now = player.scene, now != .receipt {
      try player.killAndStartAgain()
      try player.resume()
      try player.wait(for: now)
      try player.step(situation)
    }
    let words = try player.everything(upTo: "receipt.check")
    #expect(Reader.matches(player.wording("action.giveOwnerRight.title"), in: words))
  }

  @Test func `shows the answers given before the kill for review`() throws {
    let situation = Situation.personLacksRight
    let player = try Player()
    try player.play(situation)
    try player.killAndStartAgain()
    try player.resume()
    try player.wait(for: .conclusion)
    while player.scene != .review { try player.step(situation) }
    let words = try player.everything(upTo: "question.person.right.title")
    for key in [
      "message.E1.meaning", "question.reportee.kind.organisation", "question.person.right.no",
    ] {
      #expect(Reader.matches(player.wording(key), in: words), "\(key)")
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `keeps a text that is only half typed when it is told to end`(signal: Int32) throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    player.session.send("Noe helt ann")
    try player.session.waitFor("Noe helt ann")
    player.session.signal(signal)
    #expect(try player.session.waitForExit() == .signalled(signal))
    try player.startAgain()
    try player.resume()
    try player.session.waitFor("Noe helt ann")
    #expect(player.scene == .question("message"))
  }

  @Test func `keeps a half typed text when the line breaks`() throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    player.session.send("Noe helt ann")
    try player.session.waitFor("Noe helt ann")
    player.session.hangUp()
    try player.session.waitForExit(timeout: .seconds(2))
    try player.startAgain()
    try player.resume()
    try player.session.waitFor("Noe helt ann")
  }

  @Test func `never keeps an identity number, not even of a half typed text`() throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    player.session.send("reportee 41814061033")
    try player.session.waitFor("41814061033")
    player.session.signal(SIGTERM)
    try player.session.waitForExit()
    let bytes = try Data(contentsOf: URL(filePath: player.store + "/veiviser.sqlite"))
    #expect(bytes.range(of: Data("41814061033".utf8)) == nil)
  }
}

extension Player {
  /// Every case as the command line shows it.
  func cases() throws -> [String] {
    let list = try Run(["case", "list", "--store", store]).output
    return try list.split(separator: "\n").compactMap { line in
      // An empty list is said in words.
      let number = line.prefix { $0.isNumber }
      guard !number.isEmpty else { return nil }
      return try Run(["case", "show", String(number), "--json", "--store", store]).output
    }
  }
}
