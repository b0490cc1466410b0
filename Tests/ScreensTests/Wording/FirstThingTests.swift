import Wording
import Drawing
import Model
import SafeText
import Screens
import Testing

/// What is said at once, and what the ends of a case offer first.
@Suite struct FirstThingTests {
  private static let impossible = "912345678"

  @Test(arguments: Language.allCases)
  func `a number in a message that cannot exist is said where it is read, and mended first`(
    language: Language
  ) {
    let pasted =
      "User is not authorized for submittal of reporting service on behalf of reportee: \(Self.impossible)"
    var driver = Driver(language)
    driver.press(.character("1"))
    driver.send(.pasted(pasted))
    driver.press(.enter)
    let said = driver.wording("conclusion.impossible", ["number": Self.impossible])
    #expect(driver.step == "recognised" && driver.shows(said), "\(driver.text)")
    driver.press(.function(5))
    #expect(driver.shows(said) && driver.shows(driver.wording("action.correctNumber.title")))
  }

  @Test(arguments: Language.allCases)
  func `a vendor is told the message alone, of the mail that it stood in`(language: Language) {
    let wording = Wording(.embedded, language)
    let message =
      "User is not authorized for submittal of reporting service on behalf of reportee: 310043214"
    let mail = "Hei, fikk denne i går fra kunden\n\n\(message)\n\nHar dere en anelse?\nMvh fra oss"
    var walk = wording.content.walk(.findFault)
    walk.read(mail, with: wording.content.recogniser)
    let told = wording.pasted(walk) ?? ""
    #expect(told.contains("on behalf of reportee: 310043214"), "\(told)")
    #expect(!told.contains("Hei") && !told.contains("anelse") && !told.contains("Mvh"), "\(told)")
    // Of a code that stands in a sentence only the code.
    var coded = wording.content.walk(.findFault3)
    coded.read("Hei, fikk denne i går: GLD_005. Mvh fra oss", with: wording.content.recogniser)
    #expect(wording.pasted(coded)?.contains("GLD_005") == true)
    #expect(wording.pasted(coded)?.contains("Hei") == false, "\(wording.pasted(coded) ?? "")")
    // What is not known stands as it was pasted.
    var unknown = wording.content.walk(.findFault3)
    unknown.read("Noe helt annet gikk galt her", with: wording.content.recogniser)
    #expect(wording.pasted(unknown)?.contains("helt annet") == true)
  }

  @Test(arguments: Language.allCases)
  func `what a cause means points to no list, since other words may stand between`(
    language: Language
  ) {
    let texts = Content.embedded.texts(language)
    for cause in Cause.outside {
      #expect(!texts(cause.aboutKey).hasSuffix(":"), "\(cause)")
    }
  }

  @Test func `what is said to a vendor is whole sentences`() {
    for language in Language.allCases {
      let texts = Content.embedded.texts(language)
      for (key, text) in texts.entries where key.hasSuffix(".tell") && text.contains("{message}") {
        #expect(text.contains("{message}. "), "\(key)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `whoever turns to the vendor or the agency is named as who does it, never they themselves`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    for (flow, message, actor) in [
      (Flow.findFault, "E5", Actor.sender), (.findFault, "E14", .sender),
      (.findFault3, "GLD004", .sender), (.findFault3, "S19", .sender),
      (.findFault3, "SChangeExpired", .approver),
    ] {
      var walk = wording.content.walk(flow)
      walk.give(message, to: .message)
      let text = ConclusionText(walk, wording)
      let first = try #require(text.first, "\(message)")
      let who = wording("conclusion.who", ["who": wording.actor(actor, walk)])
      #expect(first.who == who, "\(message)")
      for other in Actor.turnedTo {
        #expect(!first.who.contains(wording.actor(other, walk)), "\(message)")
      }
      walk.go(toFirst: .conclusion)
      #expect(wording.offers(walk).contains { $0.choice == .saveMail }, "\(message)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the reasons of a conclusion tell when the path to what is done was last checked`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    var walk = wording.content.walk(.findFault3)
    walk.give("client", to: .workFor)
    walk.give("nothing", to: .senderActs)
    walk.give("listed", to: .accessListed)
    walk.give("no", to: .clientAdded)
    walk.go(toFirst: .conclusion)
    let action = try #require(walk.advice.actions.first)
    let path = walk.diagnosis.menuPath(of: action)
    let day = try #require(wording.content.checked(path: path, edition: .altinn3))
    let why = QuestionText(walk, wording).why
    #expect(why.contains(.paragraph(wording.path(path, of: .altinn3))))
    let checked = wording("fullmakt.checked", ["day": wording.text(day)])
    #expect(why.contains(.toned(checked, .muted)))
  }

  @Test(arguments: [Flow.findFault, .findFault3], Language.allCases)
  func `a number typed here that cannot exist is told, and is no fault of the program yet`(
    flow: Flow,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var walk = wording.content.walk(flow)
    walk.give("918234567", to: .reporteeName)
    let page = { (walk: Walk) in
      ConclusionText(walk, wording).firstPage.lines(width: 400).map(\.text).joined(separator: " ")
    }
    let told = wording("conclusion.doubted", ["number": "918234567"])
    #expect(page(walk).contains(told))
    let impossible = wording("conclusion.impossible", ["number": "918234567"])
    #expect(!page(walk).contains(impossible))
    #expect(walk.action(against: .input).map { page(walk).contains(wording($0.titleKey)) } == false)
    walk.give("person", to: flow.edition == .altinn2 ? .reporteeKind : .workFor)
    #expect(!page(walk).contains(told))
    walk.give("310043214", to: .reporteeName)
    // A number that can exist may be named, and is not doubted.
    let sound = ["number": "310043214"]
    #expect(!page(walk).contains(wording("conclusion.doubted", sound)))
    #expect(!page(walk).contains(wording("conclusion.impossible", sound)))
  }

  @Test(arguments: [
    ("reportee: 912345678", "912345678"), ("orgnr 912 345 678.", "912345678"),
    ("organisasjonsnummer: 912345678, MVA", "912345678"), ("reportee: 310043214", nil),
    ("reportee: 418140610 33", nil), ("reportee: 41814061033", nil), ("ring 912345678", nil),
    ("reportee: 91234567", nil),
  ])
  func `only nine digits that are named as an organisation's can be one that is not there`(
    text: String,
    number: String?
  ) {
    let recognition = Content.embedded.recogniser.recognise(text)
    #expect(recognition.impossibleNumber == number)
    #expect(
      number == nil
        || Content.embedded.recogniser.recognise(recognition.redacted).impossibleNumber == number
    )
    for part in ["41814061033", "418140610"] { #expect(!recognition.redacted.contains(part)) }
  }

  // MARK: - Rights that come with roles

  @Test func `a role that contains one that is enough is named with it`() {
    let wording = Wording(.embedded, .bokmal)
    var walk = wording.content.walk(.findFault)
    walk.give("rf0002", to: .service)
    let roles = wording.roles(askedFor: .personRight, in: walk)
    #expect(
      roles == [
        "Regnskapsfører uten signeringsrettighet", "Regnskapsmedarbeider",
        "Regnskapsfører med signeringsrettighet",
      ]
    )
    let kari = Party(id: "kari", kind: .person, name: "Kari")
    let firm = Party(id: "310043214", kind: .organisation, name: "NORDLYS AS")
    let model = RightsModel(
      wording.content.rights,
      holdings: [Holding(kari, for: firm, .role("A0239"))]
    )
    #expect(model.permission(to: .send, service: "rf0002", holder: kari, for: firm).isGranted)
  }

  // MARK: - The ends

  @Test func `nobody is waited for where all that is left is one's own`() {
    let wording = Wording(.embedded, .bokmal)
    var walk = wording.content.walk(.findFault)
    walk.give("E4", to: .message)
    walk.go(toFirst: .receipt)
    #expect(wording.offers(walk).map(\.choice) == [.end(.open), .end(.closed), .checkAgain])
    walk.give("E2", to: .message)
    walk.go(toFirst: .receipt)
    #expect(wording.offers(walk).first?.choice == .end(.waiting))
  }

  @Test(arguments: Language.allCases)
  func `whoever closes a task before its end is told how much remains`(language: Language) {
    let wording = Wording(.embedded, language)
    var walk = wording.content.walk(.registerSystem)
    walk.give("new", to: "register.act")
    walk.go(toFirst: .receipt)
    let count = wording.remaining(walk).count
    let close = wording.offers(walk).first { $0.choice == .end(.closed) }
    #expect(count > 0 && close?.label.contains("\(count)") == true, "\(close?.label ?? "")")
    #expect(wording.offers(walk).first?.label == wording("button.keepOpen"))
  }
}
