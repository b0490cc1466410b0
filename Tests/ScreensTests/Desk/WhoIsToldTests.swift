import Drawing
import Model
import SafeText
import TestSupport
import Testing

@testable import Screens
@testable import Wording

/// Whom something is said to, and how whoever called is reached.
@Suite struct WhoIsToldTests {
  /// A walk for each answer that shows a fault, for each that one sends for.
  private static func walks(for kind: WorkFor? = nil) -> [Walk] {
    PortalEdition.allCases.filter { kind == nil || $0 == .altinn3 }.flatMap { portal in
      portal.portal.faults.flatMap { fault -> [Walk] in
        guard case .choices(let choices)? = portal.portal.rule(of: fault.shownBy)?.values else {
          return []
        }
        return choices.compactMap { choice -> Walk? in
          var walk = Content.embedded.walk(.findFault(of: portal))
          walk.beginCall()
          if let kind { walk.give(kind.rawValue, to: .workFor) }
          walk.give(choice.value, to: fault.shownBy)
          return walk.repairs.isEmpty ? nil : walk
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `of whoever sends for a client it is said whose manager is meant`(language: Language) {
    let wording = Wording(.embedded, language)
    let actors: [Actor] = [.approver, .accessManager, .mainAdministrator, .registerSigner]
    var walk = Content.embedded.walk(.findFault3)
    let own = actors.map { wording.asked($0, walk) }
    walk.give(WorkFor.client.rawValue, to: .workFor)
    for (place, actor) in actors.enumerated() {
      let client = wording.asked(actor, walk)
      #expect(client != own[place], "\(client)")
      // The firm has the system access; what is signed is signed for the client.
      let isClients = actor == .registerSigner
      let whose = isClients ? ["klient", "client"] : ["firma", "firm"]
      for text in [client, wording.actor(actor, walk), wording(actor.waitsKey + ".client")] {
        #expect(whose.contains { text.contains($0) }, "\(text)")
      }
    }
    walk.give(WorkFor.own.rawValue, to: .workFor)
    #expect(actors.map { wording.asked($0, walk) } == own)
  }

  @Test(arguments: Language.allCases)
  func `what only the vendor can do is said to the vendor`(language: Language) {
    let wording = Wording(.embedded, language)
    var count = 0
    for walk in Self.walks() + Self.walks(for: .client) {
      let actions = Content.embedded.engine(of: walk.flow.edition).actions
      for action in actions where action.alsoBy == .vendor {
        let text = ActionText(action, walk, wording)
        guard let tell = text.tell else { continue }
        let vendor = wording.named(.vendor, walk)
        let said = wording("conclusion.sayTo", ["who": vendor, "words": tell])
        #expect(text.prose(isSure: true).contains(.paragraph("   " + said)), "\(action.id)")
        #expect(text.listener == vendor)
        count += 1
      }
    }
    #expect(count > 0)
  }

  @Test(arguments: Language.allCases)
  func `nobody who can approve is asked to find out who can`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let action = try #require(Shipped.actions.first { $0.id == "findApprover" })
    let walk = Content.embedded.walk(.findFault3)
    let text = ActionText(action, walk, wording)
    let words = try #require(text.tell).lowercased()
    #expect(text.hearer == .accessManager)
    for name in ["tilgangsstyr", "access manager"] { #expect(!words.contains(name), "\(words)") }
  }

  @Test(arguments: Language.allCases)
  func `a letter to whoever must act has no line that is for an agent or the caller`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    func stem(_ key: String) -> String { String(wording(key).prefix { $0 != "{" }) }
    for walk in Self.walks() + Self.walks(for: .client) {
      guard let first = walk.advice.actions.first, !walk.advice.isChoice(first) else { continue }
      let actor = walk.diagnosis.actor(of: first)
      let letter = CallMessage(walk, code: "1042-KFT", wording).text(.letter)
      #expect(letter.contains("1042-KFT"))
      for verdict in walk.diagnosis.verdicts where verdict.state == .failing {
        let values = [
          "number": "\(verdict.number)", "point": wording.title(of: verdict.point, in: walk),
        ]
        #expect(!letter.contains(wording("conclusion.fails", values)), "\(letter)")
      }
      guard actor != .sender else { continue }
      for key in ["conclusion.who", "conclusion.say"] {
        #expect(!letter.contains(stem(key)), "\(letter)")
      }
      let told = ActionText(first, walk, wording.toCaller).asked(of: actor)
      let words = told.lines(width: 400).map(\.text).joined(separator: " ")
      #expect(letter.contains(words.prefix(20)), "\(letter)")
      let who = wording("desk.letter.to", ["who": wording.named(actor, walk)])
      #expect(letter.hasPrefix(who + "\n"), "\(letter)")
    }
  }

  // MARK: - How the caller is reached

  @Test(arguments: Language.allCases)
  func `a hand-over says that the caller rings with the code only where that is so`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    func line(_ reach: HandOverText.Reach) -> String {
      HandOverText(Content.embedded.walk(.findFault3), Caller(), wording, reach).text(.caller)
    }
    #expect(Set(HandOverText.Reach.allCases.map(line)).count == HandOverText.Reach.allCases.count)
    var driver = DeskDriver(language).pressing(.answerCall, .character("1"))
    #expect(driver.pressing(.control("g")).text.contains(line(.rings)))
    driver.press(.hold)
    let held = driver.pressing(.control("g"))
    #expect(held.text.contains(line(.waits)) && !held.text.contains(line(.rings)))
    let id = try #require(driver.call?.number)
    for (state, reach) in [(DeskState.hold, line(.waits)), (.closed, line(.over))] {
      if state == .closed { driver.press(.hold, .wrapUp, .character("2"), .enter) }
      let entry = try driver.store.entry(id)
      try #require(entry.state == state)
      let text = DeskText(
        try driver.store.load(id),
        entry,
        [],
        wording,
        on: DeskDriver.start.day
      ) { _ in "kari" }
      #expect(text.handOver.contains(reach), "\(text.handOver)")
    }
  }

  @Test(arguments: Language.allCases)
  func `where a number is kept the caller is rung back`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let rung = wording("desk.handOver.rungBack")
    var driver = DeskDriver(language, setup: .keepingCallbacks)
      .pressing(.answerCall, .character("1"), .control("p")).typing("40000017")
    let id = try #require(driver.call?.number)
    driver.press(.enter)
    let text = DeskText(
      try driver.store.load(id),
      try driver.store.entry(id),
      [],
      wording,
      on: DeskDriver.start.day,
      isRungBack: true
    ) { _ in "kari" }
    #expect(text.handOver.contains(rung), "\(text.handOver)")
    // Read before it is taken up, and when it is given on.
    driver.press(.enter)
    let read = driver.text + driver.pressing(.pageDown).text
    #expect(Driver.squeezed(read).contains(rung.prefix(20)), "\(read)")
    driver.press(.enter, .control("g"))
    #expect(driver.call?.number == id && driver.text.contains(rung), "\(driver.text)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `nothing is sent where nothing is found and nobody is named who can tell`(
    portal: PortalEdition
  ) throws {
    for keys in [[Key.character("0")], []] {
      var driver = DeskDriver(portal: portal).pressing(.answerCall)
      for key in keys + [.wrapUp] { driver.press(key) }
      let form = try #require(driver.call?.wrapUp)
      #expect(form.wrapUp.result == .notFound && form.send == nil, "\(driver.text)")
      #expect(driver.pressing(.tab).call?.wrapUp?.send != nil)
    }
    // Who can tell what the caller could not is named, and written to.
    var driver = DeskDriver(portal: portal).pressing(.answerCall)
    driver.press(.character("0"))
    for _ in 0..<12 where driver.call?.stage != .answer { driver.type("v") }
    driver.press(.wrapUp)
    let wrapUp = try #require(driver.call?.wrapUp?.wrapUp)
    #expect(wrapUp.result.waits == (wrapUp.promise.by != nil), "\(driver.text)")
  }
}
