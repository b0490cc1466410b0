import Drawing
import Model
import TestSupport
import Testing

@testable import Screens
@testable import Wording

/// What is read aloud at the end of a call can be said as it stands to whoever is on the line.
@Suite struct AloudTests {
  @Test(arguments: Setting.all)
  func `which language is read aloud stands beside what is said, where it is not the agent's`(
    setting: Setting
  ) {
    var driver = DeskDriver(setting).pressing(.answerCall, .character("1"))
    let names = Language.allCases.map { driver.wording("desk.language.\($0.rawValue)") }
    func named() -> [String] {
      let label = driver.lines.compactMap { $0.split(separator: "│").last }
      return names.filter { name in label.contains { $0.drop { $0 == " " }.hasPrefix(name) } }
    }
    #expect(named().isEmpty, "\(driver.text)")
    for _ in 1..<Language.allCases.count {
      driver.press(.function(9))
      let language = driver.call?.caller.language
      #expect(named() == language.map { [driver.wording("desk.language.\($0.rawValue)")] })
    }
    driver.press(.function(9))
    #expect(named().isEmpty, "\(driver.text)")
  }

  @Test func `what the caller is to do stands in the language that is read aloud`() throws {
    var driver = DeskDriver(columns: 120, rows: 40).pressing(.answerCall, .character("1"))
    if driver.call?.stage != .answer { driver.press(.function(5)) }
    for _ in Language.allCases {
      driver.press(.function(9))
      let call = try #require(driver.call)
      let aloud = Wording(.embedded, call.caller.language ?? .bokmal)
      let action = try #require(call.walk.advice.actions.first)
      let shown = Driver.squeezed(call.answerText.plain)
      #expect(shown.contains(Driver.squeezed(aloud(action.titleKey))), "\(shown)")
    }
  }

  @Test func `that the message was seen is told on every page that asks of nothing else`() throws {
    var driver = DeskDriver(columns: 120, rows: 40).pressing(.answerCall, .character("4"))
    if driver.call?.stage != .answer { driver.press(.function(5)) }
    let seen = "· " + driver.wording("desk.seen")
    #expect(!driver.lines[0].contains(seen), "\(driver.text)")
    driver.press(.character("S"))
    for key in [Key.wrapUp, .escape, .control("g"), .escape, .control("p"), .escape] {
      driver.press(key)
      #expect(driver.lines[0].contains(seen), "\(driver.text)")
    }
    for _ in 0..<4 where driver.call?.stage != .message { driver.press(.escape) }
    try #require(driver.call?.stage == .message)
    #expect(driver.lines[0].contains(seen), "\(driver.text)")
    // The same message again, which nobody has taken back.
    driver.press(.character("4"))
    let answer = driver.call?.walk.answer(.message)
    #expect(answer?.source == .seen)
  }

  /// A walk for each message, and one for each fault that a choice shows.
  private static func walks() -> [Walk] {
    var walks: [Walk] = []
    for portal in PortalEdition.allCases {
      for message in Shipped.messages {
        var walk = Content.embedded.walk(.findFault(of: portal))
        walk.give("310043214", to: .reporteeName)
        walk.give(message.id, to: .message)
        walks.append(walk)
      }
      for fault in portal.portal.faults {
        guard case .choices(let choices)? = portal.portal.rule(of: fault.shownBy)?.values else {
          continue
        }
        for choice in choices {
          var walk = Content.embedded.walk(.findFault(of: portal))
          walk.give("310043214", to: .reporteeName)
          walk.give(choice.value, to: fault.shownBy)
          walks.append(walk)
        }
      }
    }
    return walks
  }

  @Test(arguments: Language.allCases)
  func `whoever does it is named where the caller does not, and no field of a form is read`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let label = wording("conclusion.who").prefix { $0 != "{" }
    var count = 0
    for walk in Self.walks() {
      guard let said = wording.spokenConclusion(walk) else { continue }
      #expect(!said.contains(label) && !said.contains("{"), "\(said)")
      #expect(!said.contains("310043214"), "\(said)")
      for action in walk.repairs.flatMap(\.actions) {
        let actor = walk.diagnosis.actor(of: action)
        let act = wording.aloud(action, in: walk)
        #expect(act.hasSuffix(".") && !act.contains("{"), "\(act)")
        guard actor != .sender else { continue }
        #expect(act.lowercased().contains(wording.asked(actor, walk).lowercased()), "\(act)")
        count += 1
      }
      guard let first = walk.repairs.first?.actions.first else { continue }
      #expect(said.contains(wording.aloud(first, in: walk).dropLast()), "\(said)")
    }
    #expect(count > 20)
  }

  @Test func `every action of somebody else has words for a caller`() {
    for action in Shipped.actions where action.by != .sender {
      for language in Language.allCases {
        let words = Content.embedded.texts(language).entries[action.aloudKey]
        #expect(words?.contains("{who}") == true, "\(action.id)")
      }
    }
  }

  @Test func `of several that it may be none is told as the answer`() {
    let wording = Wording(.embedded, .bokmal)
    var walk = Content.embedded.walk(.findFault)
    walk.give("E2", to: .message)
    let said = wording.spokenConclusion(walk) ?? ""
    #expect(said.contains("Noe er galt med registreringen av datasystemet."), "\(said)")
    #expect(said.contains(wording("conclusion.doEither")) && said.contains("Eller: "), "\(said)")
    for action in walk.advice.actions {
      #expect(said.contains(wording.aloud(action, in: walk).dropLast()), "\(said)")
    }
  }

  @Test(arguments: Language.allCases)
  func `whoever has chosen the wrong party hears that, and what they may lack is told after it`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    var walk = Content.embedded.walk(.findFault3)
    walk.beginCall()
    walk.give("rf0002", to: .service)
    walk.give(SenderRight.none.rawValue, to: .senderRight)
    walk.give(PartyChosen.wrong.rawValue, to: .loginParty)
    let said = try #require(wording.spokenConclusion(walk))
    #expect(said.contains(wording("action.chooseParty.title")), "\(said)")
    #expect(said.contains(wording("fault.loginPartyWrong").prefix(20)), "\(said)")
  }

  @Test(arguments: Language.allCases)
  func `whoever is asked for fullmakter of a service hears which`(language: Language) throws {
    let wording = Wording(.embedded, language)
    var walk = Content.embedded.walk(.findFault3)
    walk.beginCall()
    walk.give("a02", to: .service)
    let field = try #require(walk.flow.field(.accessHoldsNeeded))
    let package = try #require(Content.embedded.fullmakter.packages["a-ordning"]?.names[language])
    let steps = SpokenText(field, wording, in: walk).unsure
    #expect(steps.first?.contains(package) == true, "\(steps)")
    #expect(steps.count > SpokenText(field, wording).unsure.count)
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `the agent is not spoken to as the caller`(portal: PortalEdition, language: Language) {
    let wording = Wording(.embedded, language)
    let meant: Set<String> = ["du", "deg", "din", "ditt", "dine", "you", "your"]
    func addresses(_ text: String) -> Bool {
      !meant.isDisjoint(with: text.lowercased().split { !$0.isLetter }.map { String($0) })
    }
    for field in Flow.findFault(of: portal).spokenFields {
      let who = wording(field.id.whoKnowsKey)
      #expect(!addresses(who), "\(who)")
    }
    for kind in [WorkFor.own, .client] {
      var walk = Content.embedded.walk(.findFault(of: portal))
      walk.beginCall()
      if portal == .altinn3 { walk.give(kind.rawValue, to: .workFor) }
      for row in portal.portal.points {
        #expect(!addresses(wording.title(of: row.point, in: walk)), "\(row.point)")
      }
      for rule in portal.portal.actors {
        let who = wording.named(rule.actor, walk)
        #expect(!addresses(who), "\(who)")
      }
    }
    #expect(!addresses(wording("desk.unsureWho")))
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `the same is said at the end in every window, and all of it stands there`(
    portal: PortalEdition,
    language: Language
  ) throws {
    for row in 1...9 {
      let key = Key.character(Character("\(row)"))
      var said: Set<String> = []
      for (columns, rows) in [(60, 18), (72, 24), (80, 24), (120, 40)] {
        var driver = DeskDriver(language, portal: portal, columns: columns, rows: rows)
          .pressing(.answerCall, key)
        let call = try #require(driver.call)
        // Where the window has no room for a row, its number chooses nothing.
        guard call.walk.answer(call.walk.flow.edition.portal.message) != nil else { continue }
        if call.stage != .answer { driver.press(.function(5)) }
        guard let call = driver.call else { continue }
        #expect(call.stage == .answer)
        said.insert(call.conclusion)
        let words = driver.lines.compactMap { $0.split(separator: "│").last.map { String($0) } }
          .joined(separator: " ")
        #expect(Driver.squeezed(words).contains(Driver.squeezed(call.conclusion)), "\(driver.text)")
      }
      #expect(said.count == 1)
    }
  }

  @Test(arguments: Language.allCases)
  func `that an Altinn has closed is said before all else`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let closing = wording("edition.altinn2.aloud")
    for walk in Self.walks() where walk.flow.edition == .altinn2 {
      guard let said = wording.spokenConclusion(walk) else { continue }
      #expect(said.dropFirst().hasPrefix(closing), "\(said)")
    }
  }

  @Test(arguments: Language.allCases, [60, 80])
  func `the code is told where a call ends, and no frame has a placeholder`(
    language: Language,
    columns: Int
  ) throws {
    for key in [Key.wrapUp, .control("p"), .control("g")] {
      var driver = DeskDriver(language, columns: columns, rows: columns == 60 ? 18 : 24)
      driver.press(.answerCall, .character("2"), key)
      let code = try #require(driver.call?.code)
      let said = driver.wording.aloud(code)
      #expect(Driver.squeezed(driver.text).contains(Driver.squeezed(said)), "\(driver.text)")
      #expect(!driver.text.contains("{"), "\(driver.text)")
    }
  }

  @Test(arguments: Language.allCases, Language.allCases)
  func `what is read aloud as a call ends is whole in the smallest window, in any language`(
    agent: Language,
    caller: Language
  ) throws {
    var driver = DeskDriver(agent, columns: 60, rows: 18).pressing(.answerCall, .character("2"))
    for _ in 0..<3 where driver.call?.caller.language != (caller == agent ? nil : caller) {
      driver.press(.function(9))
    }
    driver.press(.wrapUp)
    let aloud = Wording(driver.wording.content, caller, on: driver.wording.today)
    let code = try #require(driver.call?.code)
    let shown = Driver.squeezed(driver.text)
    for said in [aloud.aloud(code), aloud.quoted(aloud("desk.aloud.tellBack"))] {
      #expect(shown.contains(Driver.squeezed(said)), "\(driver.text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a question whether to take somebody's case names them in all it says`(language: Language) {
    var driver = DeskDriver(language)
    driver.show { $0.follow(.goes(.stealing(CaseID(rawValue: 1001), from: "ola"))) }
    #expect(driver.text.contains("ola") && !driver.text.contains("{"), "\(driver.text)")
  }
}
