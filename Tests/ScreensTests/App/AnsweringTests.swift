import Wording
import Drawing
import Model
import Screens
import TestSupport
import Testing

/// A key answers the question that stands on the screen, and only when something is chosen.
@Suite struct AnsweringTests {
  @Test func `a letter or digit answers at once, and Space only chooses`() {
    var driver = Driver().opening("system.owner")
    #expect(driver.press(.down, .character(" ")) == [])
    #expect(driver.step == "system.owner")
    #expect(driver.walk?.answer("system.owner") == nil)
    #expect(driver.press(.character("3")).count == 1)
    #expect(driver.walk?.answer("system.owner")?.value == "otherOrganisation")
    #expect(driver.step != "system.owner")
  }

  @Test func `Enter on a list in which nothing was chosen answers nothing`() {
    for (flow, step) in Flow.all.flatMap({ flow in flow.steps.map { (flow, $0) } }) {
      guard step.kind == .question, case .choice? = step.fields.first?.input else { continue }
      var driver = Driver()
      driver.open(step.id, flow: flow)
      let isRefused = driver.press(.enter, .enter) == []
      #expect(isRefused && driver.step == step.id, "\(flow.id) \(step.id)")
    }
  }

  @Test(arguments: [Flow.requestAccess, .requestFullmakt])
  func `whoever is asked for leave says yes or no`(flow: Flow) {
    var driver = Driver()
    driver.open("keepWriter", flow: flow)
    #expect(driver.text.contains(driver.wording("question.writer.keep.no")))
    #expect(!driver.text.contains(driver.wording("answer.unknown")))
    driver.press(.character(driver.wording("letter.unknown").first ?? "v"))
    #expect(driver.step == "keepWriter" && driver.walk?.answer(Writer.keep) == nil)
    driver.press(.enter)
    #expect(driver.text.contains(driver.wording("problem.chooseYesNo")))
  }

  @Test func `no case of which nothing was said is ended by Enter alone, nor waits for anybody`() {
    for flow in Flow.all {
      for kind in [Step.Kind.receipt, .conclusion] {
        guard let step = flow.steps.first(where: { $0.kind == kind }) else { continue }
        var driver = Driver()
        driver.open(step.id, flow: flow)
        for _ in 0..<6 where driver.walk != nil { driver.press(.enter) }
        // Where a question is to be answered first, Enter leads to it and chooses nothing there.
        let isAsked = driver.walk?.current.kind == .question
        #expect(driver.walk == nil || kind == .conclusion && isAsked, "\(flow.id) does not end")
        for case .save(let draft, _) in driver.effects {
          #expect(draft.status == .open, "\(flow.id) from the \(kind)")
        }
      }
    }
  }

  /// The steps that ask for an answer and, beside it, for a line.
  private static let withLines = Flow.all.flatMap { flow in
    flow.steps.filter { step in
      guard case .choice? = step.fields.first?.input else { return false }
      return step.fields.contains(where: \.isLine)
    }
    .map { (flow, $0) }
  }

  @Test func `beside a line an answer has the key that it has elsewhere, and the line comes next`()
    throws
  {
    #expect(Self.withLines.count > 3)
    for (flow, step) in Self.withLines {
      let field = try #require(step.fields.first)
      guard case .choice(let choices) = field.input else { continue }
      for (place, value) in (choices.map(\.value) + [Fact.unknown]).enumerated() {
        var driver = Driver(portal: flow.edition)
        driver.open(step.id, flow: flow)
        let isWord = [Fact.yes, Fact.no, Fact.unknown].contains(value)
        let key = isWord ? driver.wording("letter.\(value)").first : "\(place + 1)".first
        driver.press(.character(try #require(key)))
        #expect(driver.step == step.id, "\(flow.id) \(step.id) \(value)")
        #expect(driver.text.matches(of: /\(•\)/).count == 1, "\(driver.text)")
        // What is typed now is text, whatever answer its letters have; a letter would be its beginning.
        if !isWord {
          driver.type("v1x")
          #expect(driver.text.contains("v1x"), "\(driver.text)")
          for _ in 0..<3 { driver.press(.backspace) }
        }
        driver.press(.enter)
        #expect(driver.walk?.answer(field.id)?.value == value, "\(flow.id) \(step.id)")
      }
    }
  }

  @Test func `a letter or digit that is no answer's goes into the line, wherever the focus is`() {
    for typed in ["918234567", "Nordlys AS", "Æ"] {
      for places in [0, 2] {
        var driver = Driver.pastMessage()
        for _ in 0..<places { driver.press(.tab) }
        driver.type(typed)
        #expect(driver.step == "reportee.kind" && driver.text.contains(typed), "\(typed)")
        #expect(!driver.text.contains("(•)"))
      }
    }
  }

  @Test func `after a task that a page offers Enter goes on, and does not begin it once more`() {
    var driver = Driver(portal: .altinn3).opening("notOffered", flow: .connectProgram)
    driver.press(.enter)
    #expect(driver.walk?.flow.id == Flow.requestFullmakt.id)
    driver.open("notOffered", flow: .connectProgram)
    driver.press(.enter)
    #expect(driver.walk?.flow.id == Flow.connectProgram.id)
    #expect(driver.step != "notOffered")
  }

  @Test func `what is typed on the buttons goes into the line, and changes no answer above it`() {
    for typed in ["310043214", "Vestby Bygg AS", "2x"] {
      var driver = Driver(portal: .altinn3)
      driver.open("work.for", flow: .findFault3)
      driver.press(.character("2"), .tab)
      driver.type(typed)
      #expect(driver.step == "work.for" && driver.text.contains(typed), "\(driver.text)")
      driver.press(.enter, .enter)
      #expect(driver.walk?.answer(.workFor)?.value == "client", "\(typed)")
    }
  }

  @Test func `what is typed in a line stays there, and a number says what it is`() {
    for typed in ["310043214", "918234567", "Vik AS", "Ja", "vet", "1", "v"] {
      var driver = Driver.pastMessage().pressing(.tab)
      driver.type(typed)
      #expect(driver.step == "reportee.kind")
      #expect(driver.text.contains(typed))
      let isNumber = (try? OrganisationNumber(checking: typed)) != nil
      #expect(driver.text.contains("(•)") == isNumber, "\(typed)")
      driver.press(.enter)
      driver.press(.enter)
      let kind = driver.walk?.answer("reportee.kind")?.value
      #expect(kind == (isNumber ? "organisation" : nil), "\(typed)")
      if isNumber { #expect(driver.walk?.answer("reportee.name")?.value == typed) }
    }
  }

  @Test func `a number that cannot exist is said so, and an identity number is refused`() {
    for (typed, key) in [
      ("918234567", "line.party.impossible"), ("41814061033", "line.party.identityNumber"),
      ("3100432141", "line.party.wrongLength"),
      ("31004321", "line.party.wrongLength"),
      ("2", "line.party.wrongLength"),
      ("310-043-214", "line.party.digits"), ("Kari 41814061033", "line.party.identityNumber"),
    ] {
      var driver = Driver.pastMessage().pressing(.tab)
      driver.type(typed)
      let count = "\(typed.filter(\.isNumber).count)"
      let said = driver.wording(key, ["count": count])
      #expect(driver.shows(said), "\(typed)")
      // Enter says it again, and nothing that is typed is lost.
      var chosen = Driver.pastMessage()
      chosen.press(.down, .character(" "), .tab)
      chosen.type(typed)
      #expect(chosen.press(.enter) == [], "\(typed)")
      #expect(chosen.step == "reportee.kind" && chosen.shows(said), "\(typed)")
      #expect(chosen.text.contains(typed))
    }
  }

  @Test func `a name that is not kept whole is told of while it is typed`() {
    var driver = Driver.pastMessage().pressing(.tab)
    driver.type("24SevenOffice")
    // The first words of it, which stand on one row.
    let told = driver.wording("line.party.masked").prefix { $0 != "." }
    #expect(driver.shows(String(told)))
    driver.type(" AS")
    #expect(!driver.shows(String(told)))
    #expect(driver.text.contains("24SevenOffice AS"))
  }

  @Test func `a key pressed before a question is seen does not answer it`() {
    for key in [Key.character("j"), .character("n"), .character("v"), .character("1"), .enter] {
      var driver = Driver().opening("login.asked", [("message", Fact.unknown)])
      driver.press(.character("j"))
      let step = driver.step
      driver.send(.key(key), isAhead: true)
      #expect(driver.step == step, "\(key)")
      driver.press(.character("v"))
      #expect(driver.step != step, "\(key)")
    }
  }

  @Test func `going on without an answer is refused in words and saves nothing`() {
    var driver = Driver.pastMessage()
    // The button Next: past the choice and the name.
    #expect(driver.press(.tab, .tab, .enter) == [])
    #expect(driver.step == "reportee.kind")
    #expect(Driver.squeezed(driver.text).contains(driver.wording("problem.choose")))
    driver.press(.backTab)
    #expect(!driver.text.contains(driver.wording("problem.choose")))
  }

  @Test(arguments: [3, 5])
  func `what was wrong with a question is not said over another page`(key: Int) {
    var driver = Driver.pastMessage()
    driver.press(.tab, .tab, .enter)
    #expect(Driver.squeezed(driver.text).contains(driver.wording("problem.choose")))
    driver.press(.function(key))
    #expect(driver.step != "reportee.kind")
    #expect(!Driver.squeezed(driver.text).contains(driver.wording("problem.choose")))
  }

  @Test func `back keeps what was chosen, and forward leads to the same place`() {
    var driver = Driver.pastMessage()
    driver.press(.end, .up, .enter)
    let step = driver.step
    driver.press(.escape)
    #expect(driver.step == "reportee.kind")
    let chosen = driver.wording("question.reportee.kind.organisation")
    #expect(driver.text.contains("(•) 3 \(chosen)"))
    #expect(driver.text.matches(of: /\(•\)/).count == 1)
    driver.press(.enter)
    #expect(driver.step == step)
  }

  @Test func `a case left by Escape all the way, or by the key home, is where it was`() {
    for way in [[Key](repeating: .escape, count: 6), [.function(8)]] {
      var driver = Driver.pastMessage(SampleMessage.notAuthorised)
      driver.press(.end, .up, .enter)
      let step = driver.step
      for key in way where driver.walk != nil { driver.press(key) }
      #expect(driver.walk == nil)
      let saved = driver.effects.compactMap { effect -> CaseDraft? in
        if case .save(let draft, _) = effect { draft } else { nil }
      }
      #expect(saved.last?.step == step, "\(way.count)")
    }
  }

  @Test func `a name typed and not sent is kept by going back`() {
    var driver = Driver.pastMessage()
    driver.press(.tab)
    driver.type("Nordlys AS")
    let asked = driver.press(.escape)
    guard case .save(let draft, _)? = asked.first else {
      Issue.record("the name is not saved")
      return
    }
    #expect(draft.answer(in: "reportee.name")?.value == "Nordlys AS")
    driver.press(.enter)
    #expect(driver.text.contains("Nordlys AS"))
  }

  @Test(arguments: [("h", false), ("øy", false), ("E2:", true)])
  func `a letter or two that are left make no case`(text: String, isKept: Bool) {
    for way in [Event.paused, .key(.escape), .key(.function(8))] {
      var driver = Driver().pressing(.character("1")).typing(text)
      let saves = driver.send(way).contains { if case .save = $0 { true } else { false } }
      #expect(saves == isKept, "\(way)")
    }
  }

  @Test func `where nothing was asked, nobody is told that nothing is wrong`() {
    let driver = Driver().pressing(
      .character("1"),
      .enter,
      .function(5),
      .character("2"),
      .character("1")
    )
    #expect(driver.walk?.current.kind == .receipt)
    #expect(driver.shows(driver.wording("receipt.unasked")))
    #expect(!driver.shows(driver.wording("receipt.nothing")))
  }

  @Test(arguments: Setting.all)
  func `where no entry fits, Enter takes the row that is marked and says so`(setting: Setting) {
    var driver = setting.driver
    driver.open("service")
    driver.type("zzz")
    driver.press(.enter)
    #expect(driver.step != "service" && driver.walk?.answer(.service)?.value == Fact.otherService)
  }

  @Test(arguments: Language.allCases)
  func `what is typed and stands in no list begins the line that asks what it is called`(
    language: Language
  ) {
    var asked: Set<String> = []
    for flow in Flow.all {
      for step in flow.steps {
        guard let field = step.fields.first, case .search = field.input else { continue }
        var driver = Driver(language, portal: flow.edition).opening(step.id, flow: flow)
        driver.type("Zzfiken")
        driver.press(.enter)
        #expect(driver.walk?.answer(field.id)?.value == Fact.otherService)
        guard driver.step.rawValue.hasSuffix("Name") else { continue }
        asked.insert("\(flow.id) \(step.id)")
        #expect(driver.text.contains("Zzfiken"), "\(driver.text)")
        // It is only the beginning.
        driver.type(" AS")
        driver.press(.enter)
        let names = driver.walk?.content.answers.map(\.answer.value) ?? []
        #expect(names.contains("Zzfiken AS"), "\(names)")
      }
    }
    #expect(asked.isSuperset(of: ["registerSystem product", "requestFullmakt service"]))
  }

  @Test func `to look at another page of a search and go on with Tab answers nothing`() throws {
    var driver = Driver()
    let first = try #require(driver.wording.entries(matching: "", in: .services).first?.0)
    driver.open("service", [(.service, first)])
    driver.press(.pageDown, .tab, .enter)
    #expect(driver.step != "service" && driver.walk?.answer(.service)?.value == first)
    driver.open("service")
    driver.press(.pageDown, .tab, .enter)
    #expect(driver.step == "service" && driver.walk?.answer(.service) == nil)
  }

  @Test func `an empty name leaves no answer behind`() {
    var driver = Driver.pastMessage()
    driver.press(.escape)
    #expect(driver.walk?.answer("reportee.name") == nil)
  }

  @Test func `pasting into a choice does nothing`() {
    var driver = Driver().opening("login.asked")
    let before = driver.text
    #expect(driver.send(.pasted("3\n1\nja\n")) == [])
    #expect(driver.text == before)
  }
}
