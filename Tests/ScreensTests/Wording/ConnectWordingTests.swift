import Model
import SafeText
import Testing
import Wording

/// What the tasks of the second portal say and offer.
@Suite struct ConnectWordingTests {
  private static let forwarded: [FieldID: String] = [
    "connect.act": "connect", "work.for": "client", "connect.firm": "Fjord Regnskap AS",
    "connect.product": "other", "connect.productName": "Lønn 9", "access.listed": "missing",
    "connect.have": "link", "accessRequest.state": "waiting", "approver.canManage": Fact.no,
    "approver.connected": Fact.yes, "connect.approver": "Kari Nordmann",
    "connect.stands": "waiting", "connect.since": "2026-11-28", "connect.followUp": "2026-12-01",
  ]

  private func walk(_ flow: Flow, _ answers: [FieldID: String]) -> Walk {
    var walk = Walk(flow, engine: Content.embedded.engine(of: flow.edition))
    for (field, value) in answers { walk.give(value, to: field) }
    return walk
  }

  @Test func `a program of which only the ID of the closed Altinn is known is not offered`() {
    let wording = Wording(.embedded, .bokmal)
    let offered = wording.entries(
      matching: "",
      in: .products,
      about: walk(.connectProgram, [:])
    ).map(\.0)
    #expect(offered.contains("periodeOgAar") && !offered.contains("maestro"))
    let old = wording.entries(matching: "", in: .products, about: walk(.registerSystem, [:]))
    #expect(old.map(\.0).contains("maestro"))
  }

  @Test(arguments: Language.allCases)
  func `the receipt of a forwarded request names who approves and the day to look again`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var walk = walk(.connectProgram, Self.forwarded)
    walk.go(toFirst: .receipt)
    let lines = wording.prose(walk, number: nil).lines(width: 76).map(\.text)
    let due = wording.written("2026-12-01", as: .pastDate)
    for word in ["Kari Nordmann", due, "Lønn 9", "Fjord Regnskap AS"] {
      #expect(lines.contains { $0.contains(word) }, "\(word)")
    }
    #expect(wording.title(walk) == "Lønn 9, Fjord Regnskap AS")
    #expect(wording.offers(walk).map(\.choice) == [.end(.waiting), .letter, .end(.closed)])
    // Whoever is named does it, and not whoever could.
    let general = wording("receipt.connectProgram.after").prefix(24)
    #expect(!lines.contains { $0.hasPrefix(general) }, "\(lines)")
    // The receipt tells what was typed, and not that it is in no list.
    let other = wording.option(Fact.otherService, of: Connect.product, in: walk)
    #expect(!lines.contains { $0.contains(other) }, "\(lines)")
  }

  private static let asked: [[FieldID: String]] = [
    [:], ["approver.connected": Fact.no],
    ["connect.have": "list", "work.for": "own", .reporteeName: "NORDLYS AS"],
    ["connect.act": "change", "work.for": "own", .changeWaiting: Fact.yes],
    ["connect.act": "delete"], ["connect.act": "delete", "work.for": "own"],
    ["approver.canManage": Fact.yes, "approver.holdsAll": Fact.no],
  ]

  @Test(arguments: Language.allCases, asked)
  func `whoever is to approve gets a letter that says what, of whom and how, and asks once`(
    language: Language,
    answers: [FieldID: String]
  ) {
    let wording = Wording(.embedded, language)
    for isNamed in [true, false] {
      var given = Self.forwarded.merging(answers) { $1 }
      if !isNamed {
        given[Connect.approver] = ""
        given[Connect.firm] = ""
        given[Connect.productName] = ""
      }
      var walk = walk(.connectProgram, given)
      #expect(walk.asksByLetter)
      walk.go(toFirst: .letter)
      let text = LetterText(walk, wording).text
      #expect(!text.contains("{") && !text.contains("["), "\(text)")
      #expect(text.count { $0 == "?" } == 1, "\(text)")
      let greeted = isNamed ? wording("letter.to", ["who": "Kari Nordmann"]) : nil
      if let greeted { #expect(text.contains(greeted), "\(text)") }
      #expect(text.contains("Lønn 9") == isNamed, "\(text)")
      let subject = text.prefix { $0 != "\n" }
      #expect(isNamed || subject.hasSuffix(wording("approvalLetter.subject.anyProgram")), "\(text)")
    }
  }

  @Test func `a request that was forwarded is found under Requests, any other by its link`() {
    let wording = Wording(.embedded, .bokmal)
    let forwarded = LetterText(walk(.connectProgram, Self.forwarded), wording).text
    let requests = wording.path("accessRequests", of: .altinn3)
    #expect(forwarded.contains(requests) && forwarded.contains("Fjord Regnskap AS"))
    let other = Self.forwarded.merging(["approver.connected": Fact.no]) { $1 }
    let byLink = LetterText(walk(.connectProgram, other), wording).text
    #expect(!byLink.contains(requests))
    #expect(byLink.contains(wording("approvalLetter.step.link")))
    for text in [forwarded, byLink] {
      #expect(text.contains("«Godkjenn systemtilgang», én gang."), "\(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `steps of which nothing is ticked off are not said to be none`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let field = try #require(Flow.requestFullmakt.field("ask.portal"))
    let told = wording.answer(Answer("", source: .told), to: field, in: walk(.requestFullmakt, [:]))
    #expect(told == wording("answer.unticked") && told != wording("answer.none"))
  }

  @Test(arguments: [Flow.connectProgram, .logInToday])
  func `no step leaves a placeholder open, in any language`(flow: Flow) {
    for language in Language.allCases {
      let wording = Wording(.embedded, language)
      var walk = walk(flow, Self.forwarded)
      for step in flow.steps {
        walk.go(to: .step(step.id))
        let said =
          wording.prose(walk, number: nil) + QuestionText(walk, wording).head
          + QuestionText(walk, wording).look
        let lines = said.lines(width: 76).map(\.text)
        #expect(!lines.contains { $0.contains("{") || $0.contains("[") }, "\(step.id) \(language)")
      }
    }
  }

  @Test func `a task that is done is closed first, one with a day to look again waits first`() {
    let wording = Wording(.embedded, .bokmal)
    let login: [FieldID: String] = ["logIn.about": "loggedOut", "logIn.tried": "worked"]
    var done = walk(.logInToday, login)
    done.go(toFirst: .receipt)
    #expect(wording.offers(done).first?.choice == .end(.closed))
    let later: [FieldID: String] = ["logIn.tried": "notYet", "logIn.followUp": "2026-12-01"]
    var waiting = walk(.logInToday, login.merging(later) { $1 })
    waiting.go(toFirst: .receipt)
    #expect(wording.offers(waiting).first?.choice == .end(.waiting))
  }
}
