import Foundation
import Model
import TestSupport
import Testing
import Wording

/// Whoever calls today is not sent to menus that are closed.
@Suite struct PortalTrials {
  @Test func `the program begins in the Altinn that is in use`() throws {
    let folder = try TemporaryFolder()
    let session = try PtySession(
      Executables.veiviser,
      ["--language", "nn", "--store", folder.file("store")],
      environment: PtySession.environment.filter { $0.key != "VEIVISER_PORTAL" }
    )
    let wording = Wording(.embedded, .nynorsk)
    let screen = try session.waitFor(wording("home.portal.altinn2"))
    #expect(screen.rows[0].contains(wording("edition.altinn3.name")))
  }

  @Test(
    arguments: zip(
      Language.allCases,
      [
        "Denne forespørselen har utløpt", "Denne førespurnaden er allereie avvist",
        "Systemtilgang-forespørsel for valgt aktør finnes ikke. Er du sikker på at du har valgt riktig aktør?",
      ]
    )
  )
  func `a message of the new Altinn leads there from the old, and to nothing that is closed`(
    language: Language,
    message: String
  ) throws {
    let player = try Player(language)
    let on = player.wording("recognised.change.altinn3")
    let page = try player.tell(message, to: on)
    #expect(page.contains("▸" + on))
    player.session.press(.enter)
    let name = player.wording("edition.altinn3.name")
    try player.session.waitUntil("the other Altinn") { $0.rows[0].contains(name) }
    player.session.waitUntilAsleep()
    let words = try player.go(.function(5), to: player.wording("button.next"))
    for path in ["datasystems", "loginInformation", "othersWithRightsEnterprise"] {
      let closed = player.wording.path(path, of: .altinn2)
      #expect(!words.contains(closed), "\(closed)")
    }
  }

  @Test(arguments: [
    "The EndUserSystem System with ID: 4711 is locked out",
    "Incorrect username/password given for system",
    "Pin session time has time out for user. Request new",
  ])
  func `an old message in the new Altinn is said to be old before anything is ordered`(
    message: String
  ) throws {
    let player = try Player(in: .altinn3)
    let old = player.wording("recognised.from.altinn2").prefix { $0 != "." }
    let page = try player.tell(message, to: String(old))
    #expect(page.contains(player.wording("recognised.now")))
    #expect(!page.contains("▸" + player.wording("recognised.change.altinn2")))
    #expect(!page.contains(player.wording("action.registerNewID.title")))
  }

  @Test(
    arguments: zip([Situation.wrongPassword, .personLacksRight, .lockedOut], Language.allCases)
  )
  func `in the old Altinn a conclusion begins with the closing, in sight before its orders`(
    situation: Situation,
    language: Language
  ) throws {
    let player = try Player(language)
    try player.play(situation)
    let words = try player.see(player.wording("conclusion.do") + ":")
    let closing = try #require(words.firstRange(of: player.wording("edition.altinn2.short")))
    let order = try #require(words.firstRange(of: player.wording("conclusion.do") + ":"))
    #expect(closing.lowerBound < order.lowerBound)
  }

  @Test(arguments: 2...5)
  func `every task of the old Altinn says on its first page that its menus are gone`(task: Int)
    throws
  {
    let player = try Player(.bokmal)
    try player.go(.text("\(task)"), to: player.wording("edition.altinn2.notice"))
  }

  @Test
  func `what to do in the closed Altinn is not said without that it is closed`()
    throws
  {
    let message = "Incorrect username/password given for system"
    let player = try Player()
    let meaning = player.wording("message.E2.meaning")
    let remedy = player.wording("message.E2.remedy")
    let undated = try player.tell(message, to: meaning)
    #expect(Reader.matches(remedy, in: undated))
    #expect(Reader.matches(player.wording("edition.altinn2.short"), in: undated))
    try player.goHome()
    // It can only come from a program that still tries.
    let late = try player.tell("25.11.2026 08:14 " + message, to: meaning)
    #expect(!Reader.matches(remedy, in: late))
  }
}
