import Model
import SafeText
import TestSupport
import Testing
import Wording

/// What a conclusion orders, what it lets one say, and what it has found out first.
@Suite struct AdviceWordingTests {
  private typealias Told = KeyValuePairs<FieldID, String>

  /// The beginning of words that name whom or what they are about further on.
  private static func beginning(_ text: String) -> String { String(text.prefix { $0 != "{" }) }

  // MARK: - One of several things

  private static let notOffered: Told = [
    .workFor: "client", .senderActs: "nothing", .programWay: "access", .accessListed: "listed",
    .accessHoldsNeeded: "yes", .clientAdded: "no", .clientOffered: "no",
    .clientRelation: Fact.unknown,
  ]

  @Test(
    arguments: [Fact.unknown, "GLD005", "NavNoAccess", "DialogportenEmpty", "YClient"],
    Language.allCases
  )
  func `why a client is not offered is found out before anybody is told to do or to say anything`(
    message: String,
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    var walk = Walk.concluded(.findFault3, message, Self.notOffered)
    var text = ConclusionText(walk, wording)
    #expect(walk.diagnosis.failing == [.accessContents])
    #expect(text.first?.heading == wording("conclusion.findOut"))
    #expect(text.first?.act == wording.question(.clientRelation, in: walk))
    // What may have to be done is told as such, on each page.
    let ways = ["clientRegistersFirm", "clientGivesPackage", "splitAccess"]
    for page in [text.firstPage, text.page(.steps)] {
      for way in ways {
        #expect(page.contains(.bullet(wording("action.\(way).title"))), "\(page.inWholeLines)")
      }
    }
    // What is done whatever the answer is has its numbers from 1.
    let numbers = text.firstPage.compactMap { line -> Int? in
      guard case .numbered(let number, _) = line else { return nil }
      return number
    }
    #expect(!numbers.isEmpty && numbers == numbers.indices.map { $0 + 1 }, "\(numbers)")
    let said = text.page(.script).inWholeLines + text.page(.steps).inWholeLines
    for way in ways {
      #expect(!said.contains(Self.beginning(wording("action.\(way).tell"))), "\(way)")
    }
    #expect(said.contains(Self.beginning(wording("action.addClient.tell"))))
    let offers = wording.offers(walk)
    #expect(!offers.contains { $0.label == wording("conclusion.letter") })
    #expect(offers.contains { $0.choice == .goOn || $0.choice == .field(.clientRelation) })
    let sms = CallMessage(walk, code: "1042-KFT", wording).text(.sms)
    #expect(!ways.contains { sms.contains(wording("action.\($0).title")) }, "\(sms)")
    // Once it is known the one thing is ordered, and there is a letter that asks for it.
    walk.give("none", to: .clientRelation)
    text = ConclusionText(walk, wording)
    #expect(text.first?.act == wording("action.clientRegistersFirm.title"))
    #expect(wording.offers(walk).contains { $0.label == wording("conclusion.letter") })
  }

  @Test(arguments: Language.allCases)
  func `a link that is not found has the party looked at first, and other faults tell of either`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var walk = Walk.concluded(
      .findFault3,
      "SRequestNotFound",
      [.workFor: "own", .approverParty: Fact.unknown, .accessListed: "missing"]
    )
    var text = ConclusionText(walk, wording)
    #expect(text.first?.act == wording.question(.approverParty, in: walk))
    for way in ["openLinkAgain", "askForNewLink"] {
      #expect(text.firstPage.contains(.bullet(wording("action.\(way).title"))))
    }
    walk.give("right", to: .approverParty)
    #expect(ConclusionText(walk, wording).first?.act == wording("action.askForNewLink.title"))
    // No system user for the party: it is missing, of another kind, or another party's.
    walk = Walk.concluded(
      .findFault3,
      "AUTHNoAccess",
      [.workFor: "own", .accessListed: Fact.unknown]
    )
    text = ConclusionText(walk, wording)
    #expect(text.first?.heading == wording("conclusion.doEither"))
    #expect(!text.parts.contains(.script))
    #expect(wording.spokenConclusion(walk)?.contains(wording("conclusion.doEither")) == true)
  }

  @Test(arguments: Language.allCases)
  func `what is not known to fail is not mended before what is`(language: Language) {
    let wording = Wording(.embedded, language)
    let walk = Walk.concluded(
      .findFault,
      "E1",
      [
        .reporteeKind: "organisation", .service: "a02", .personRight: "yes", .loginAsked: "yes",
        .loginMethod: "sms", .loginCodeExpired: "yes",
      ]
    )
    #expect(walk.diagnosis.failing == [.login])
    let text = ConclusionText(walk, wording)
    #expect(text.first?.act == wording("action.orderNewCode.title"))
    let whole = (text.firstPage + text.whole).inWholeLines
    for way in ["registerOnSelf", "registerOnReportee", "giveOwnerRight"] {
      #expect(!whole.contains(wording("action.\(way).title")), "\(way)")
      #expect(!walk.tasks.contains { $0.id == way })
    }
    #expect(!text.parts.contains(.others))
  }

  // MARK: - Causes outside the points

  @Test(arguments: Language.allCases)
  func `that nobody need change an access is said where nobody need, and nowhere else`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var counts = [true: 0, false: 0]
    for message in Shipped.messages {
      for origin in ["byHand", "request"] {
        let flow = Flow.findFault(of: message.edition)
        let walk = Walk.concluded(
          flow,
          message.id,
          [
            .workFor: "own", .accessListed: "listed", .accessHoldsNeeded: "yes",
            .accessOrigin: origin,
          ]
        )
        let text = ConclusionText(walk, wording)
        guard walk.diagnosis.conclusion.causes == [.vendor] else { continue }
        let unchanged = wording(wording.key("conclusion.unchanged", in: message.edition))
        let changes = walk.advice.actions.contains { $0.power > 0 }
        counts[changes, default: 0] += 1
        for page in [text.firstPage, text.page(.steps)] {
          let says = page.inWholeLines.contains(unchanged)
          #expect(says == !changes, "\(message.id) \(origin)")
        }
      }
    }
    #expect(counts.values.allSatisfy { $0 > 0 })
  }

  @Test(arguments: Language.allCases)
  func `beside a login that fails nobody is told that no password need be changed`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let walk = Walk.concluded(
      .findFault,
      "E5",
      [.reporteeKind: "organisation", .loginAsked: "yes", .loginLocked: "yes"]
    )
    #expect(walk.diagnosis.conclusion.causes == [.login, .vendor])
    let text = ConclusionText(walk, wording)
    for page in [text.firstPage, text.page(.steps)].map(\.inWholeLines) {
      #expect(!page.contains(wording("conclusion.unchanged")), "\(page)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a program that does not find its access is not said to send what is not accepted`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let answers: Told = [.workFor: "own", .accessListed: "listed", .accessOrigin: "byHand"]
    let text = ConclusionText(Walk.concluded(.findFault3, "MP303", answers), wording)
    let (own, other) = (wording("cause.vendor.about.MP303"), wording("cause.vendor.about"))
    let page = text.firstPage.inWholeLines
    #expect(own.split(separator: "\n").allSatisfy(page.contains))
    #expect(!page.contains(other.split(separator: "\n")[0]))
    #expect(text.first?.act == wording("action.replaceHandMade.title"))
  }

  // MARK: - What is not found

  private static let loggedIn: Told = [
    .senderActs: "logsIn", .senderRight: "fullmakt", .loginMeans: "high", .loginParty: "right",
    .loginWindow: "fresh",
  ]

  @Test(arguments: [Fact.unknown, "YAccess", "AppNoRight"], Language.allCases)
  func `nobody holds what it takes for a service that nobody has named`(
    message: String,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var walk = Walk.concluded(.findFault3, message)
    walk.give(Fact.unknown, to: .service)
    for (fact, value) in Self.loggedIn { walk.give(value, to: fact) }
    #expect(walk.diagnosis[.senderRights]?.state == .unknown)
    #expect(walk.diagnosis.conclusion.causes.isEmpty)
    #expect(ConclusionText(walk, wording).first?.act == wording.question(.service, in: walk))
    let all = "\(Portal.altinn3.points.count)"
    let whole = wording("header.progress", ["done": all, "all": all])
    #expect(PointsText(walk, wording).progress != whole)
    walk.give("rf0002", to: .service)
    #expect(walk.diagnosis[.senderRights]?.state == .ok)
    // The same of what a system access holds.
    walk = Walk.concluded(
      .findFault3,
      Fact.unknown,
      [
        .workFor: "own", .programWay: "access", .accessListed: "listed", .service: Fact.unknown,
        .accessHoldsNeeded: "yes",
      ]
    )
    #expect(walk.diagnosis[.accessContents]?.state == .unknown)
    walk.give("a02", to: .service)
    #expect(walk.diagnosis[.accessContents]?.state == .ok)
  }

  @Test(arguments: Language.allCases)
  func `that the cause is not found is said when all that can be asked has been`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var walk = Walk.concluded(.findFault3, "YAccess", [.service: "rf0002"])
    for (fact, value) in Self.loggedIn { walk.give(value, to: fact) }
    #expect(walk.diagnosis.conclusion.causes == [.unknown] && walk.planned == nil)
    var page = ConclusionText(walk, wording).firstPage.inWholeLines
    #expect(!page.contains(wording("cause.unknown.title")))
    #expect(!page.contains(wording("action.askAltinnAboutAccess.title")))
    #expect(page.contains(wording.question(.workFor, in: walk)))
    #expect(!page.contains(wording(Certainty.open.textKey)))
    #expect(wording.offers(walk).contains { $0.choice == .goOn })
    _ = walk.take(.goOn)
    #expect(walk.current.fields.first?.id == .workFor)
    for answer in ["own", Fact.unknown] {
      walk.give(answer, to: .workFor)
      walk.advance()
      #expect(walk.current.kind == .conclusion)
      page = ConclusionText(walk, wording).firstPage.inWholeLines
      #expect(page.contains(wording("cause.unknown.title")))
      #expect(page.contains(wording("action.askAltinnAboutAccess.title")))
      for check in wording("cause.unknown.checks.altinn3").split(separator: "\n") {
        #expect(page.contains(check), "\(check)")
      }
      #expect(!page.contains(wording(Certainty.open.textKey)))
      walk.go(to: .step("work.for"))
    }
  }

  @Test func `a number to call is told with where it stood and when`() {
    for language in Language.allCases {
      let texts = Content.embedded.texts(language).entries
      for (key, text) in texts where text.contains("75 00 60 00") {
        #expect(text.contains("ssb.no") && text.contains("2026"), "\(key)")
      }
    }
  }

  // MARK: - What is to be found out

  @Test func `what nobody was asked, and what nobody could tell, can be answered from there`() {
    var walk = Walk.concluded(.findFault3, "YAccess", [.service: "rf0002"])
    let wording = Wording(.embedded, .bokmal)
    for fact in [FieldID.senderRight, .loginMeans, .loginParty, .loginWindow] {
      walk.give(Fact.unknown, to: fact)
    }
    #expect(walk.planned == nil && walk.unasked == .workFor)
    _ = walk.take(.goOn)
    #expect(walk.current.fields.first?.id == .workFor)
    walk.give(Fact.unknown, to: .workFor)
    walk.go(toFirst: .conclusion)
    #expect(walk.unasked == nil)
    #expect(wording.offers(walk).contains { $0.choice == .field(.senderRight) })
    _ = walk.take(.field(.senderRight))
    walk.give("fullmakt", to: .senderRight)
    walk.advance()
    #expect(walk.current.kind == .conclusion)
    #expect(!walk.toFindOut.contains(.senderRight))
  }

  @Test(arguments: PortalEdition.allCases, UInt64(0)..<30)
  func `whatever is to be found out there is a way to answer it`(
    edition: PortalEdition,
    seed: UInt64
  ) {
    let wording = Wording(.embedded, .bokmal)
    var random = Seeded(seed)
    let messages = Shipped.messages.filter { $0.edition == edition }.map(\.id)
    for _ in 0..<10 {
      var walk = Walk.concluded(.findFault(of: edition), random.pick(messages + [Fact.unknown]))
      for row in edition.portal.facts where row.fact != edition.portal.message {
        guard random.int(0...2) > 0 else { continue }
        let words = row.values.words ?? [Fact.otherService]
        walk.give(random.pick(words + [Fact.unknown, Fact.unknown]), to: row.fact)
      }
      let text = ConclusionText(walk, wording)
      let isAsked = text.first?.heading == wording("conclusion.findOut")
      #expect(isAsked || walk.diagnosis.toFindOut.isEmpty)
      guard isAsked else { continue }
      let ways = wording.offers(walk).map(\.choice)
      #expect(ways.contains(.goOn) || walk.toFindOut.contains { ways.contains(.field($0)) })
    }
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `what is to be found out first is the next question wherever it is named, and Enter asks it`(
    edition: PortalEdition,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var random = Seeded(17)
    let messages = Shipped.messages.filter { $0.edition == edition }.map(\.id)
    var count = 0
    for _ in 0..<200 {
      var walk = Walk.concluded(.findFault(of: edition), random.pick(messages + [Fact.unknown]))
      if random.int(0...9) == 0 { walk.give(nil, to: edition.portal.message) }
      for row in edition.portal.facts where row.fact != edition.portal.message {
        guard random.int(0...2) == 0 else { continue }
        walk.give(random.pick((row.values.words ?? []) + [Fact.unknown]), to: row.fact)
      }
      guard let asked = ConclusionText(walk, wording).first?.asked,
        !walk.diagnosis.facts.isSettled(asked)
      else { continue }
      count += 1
      #expect(walk.nextQuestion == asked)
      #expect(wording.offers(walk).first?.choice == .goOn)
      var points = walk
      points.go(toFirst: .overview)
      let next = wording.offers(points).first { $0.choice == .goOn }
      #expect(next?.detail == wording.question(asked, in: walk))
      _ = walk.take(.goOn)
      #expect(walk.current.fields.first?.id == asked)
    }
    #expect(count > 10)
  }

  @Test func `why a client is not added is asked for in the order of the point`() {
    let walk = Walk.concluded(
      .findFault3,
      "YClient",
      [
        .workFor: "client", .senderActs: "nothing", .programWay: "access", .accessListed: "listed",
        .accessHoldsNeeded: "yes", .clientAdded: "no",
      ]
    )
    #expect(walk.planned?.fact == walk.nextQuestion)
  }

  // MARK: - Other ways, and where a reason is known from

  @Test(arguments: Language.allCases)
  func `of several things to do besides what all ways share, the best way's is among them`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let told: Told = [
      .workFor: "own", .senderActs: "nothing", .programWay: "access", .accessListed: "listed",
      .accessHoldsNeeded: "no", .changeWaiting: "yes", .approverCanManage: "no",
    ]
    let text = ConclusionText(Walk.concluded(.findFault3, Fact.unknown, told), wording)
    let page = text.page(.others).inWholeLines
    #expect(page.contains(wording("conclusion.oneOf")), "\(page)")
    for way in ["approveChange", "askForChange"] {
      #expect(page.contains(wording("action.\(way).title")), "\(page)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what follows from the service alone is said of the service`(language: Language) {
    let wording = Wording(.embedded, language)
    let points: [Point] = [.senderRights, .idPortenLogin]
    for (acts, isByService) in [(nil, true), ("nothing", false)] as [(String?, Bool)] {
      var walk = Walk.concluded(.findFault3, Fact.unknown, [.service: "a02"])
      if let acts { walk.give(acts, to: .senderActs) }
      let said = points.compactMap { walk.diagnosis[$0] }
        .flatMap { PointsText(walk, wording).reasons($0) }
      #expect(said.count == points.count)
      for reason in said {
        #expect(reason.contains(wording.service(walk)) == isByService, "\(reason)")
      }
    }
  }
}
