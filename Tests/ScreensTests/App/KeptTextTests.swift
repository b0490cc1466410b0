import Drawing
import Model
import SafeText
import Screens
import TestSupport
import Testing
import Wording

/// The page that shows what is kept of a pasted text before it is, and the key that keeps nothing of it.
@Suite struct KeptTextTests {
  static let message = """
    Lønnskjøringa stoppet hos oss i går kveld
    brukernavn: ola, passord: Vinter2024
    fnr 01810050019 for 310043214
    Hilsen Kari Nordmann
    """
  /// What stands in the message and in no words of the program's own.
  private static let words = ["Lønnskjøringa", "kveld", "310043214", "Vinter2024", "01810050019"]
  private static let known = "Lønnskjøringa stoppet i går kveld: " + SampleMessage.notAuthorised

  private static func drafts(_ effects: [Effect]) -> [CaseDraft] {
    effects.compactMap { if case .save(let draft, _) = $0 { draft } else { nil } }
  }

  /// All that is told of a case outside the screen.
  private static func told(_ draft: CaseDraft, _ wording: Wording) -> String {
    let moment = Timestamp(rawValue: 0)
    let found = Case(
      id: CaseID(rawValue: 1),
      revision: 1,
      created: moment,
      updated: moment,
      content: draft
    )
    var texts = [RecordReport(found).json, RecordText(found, wording, on: nil).plain]
    if let flow = Flow.named(draft.flow) {
      var walk = wording.content.walk(flow, resuming: draft)
      for task in walk.tasks {
        guard let start = task.start, let begun = CaseDraft(for: start, from: walk, numbered: nil),
          let other = Flow.named(begun.flow)
        else { continue }
        let letter = wording.content.walk(other, resuming: begun)
        texts += ["\(begun)", LetterText(letter, wording).text]
      }
      walk.go(toFirst: .receipt)
      texts.append(wording.prose(walk, number: nil).plain(width: 200))
    }
    return texts.joined(separator: "\n")
  }

  @Test(arguments: Setting.all)
  func `of a paste that is longer than the field all is read, and what is cut is told`(
    setting: Setting
  ) {
    let line = "08:15:02 INFO no.firma.app.Sender - alt gikk som det skulle\n"
    // What is taken out makes the lines shorter, and what is left must still be too long to be kept.
    let log = String(repeating: line, count: 2_500)
    var driver = setting.driver
    driver.press(.character("1"))
    driver.send(.pasted(log + "ERROR invalid_altinn_customer_configuration"))
    let hidden = "\((log + "ERROR invalid_altinn_customer_configuration").count - 65_536)"
    let told = driver.wording("paste.hidden", ["shown": "65536", "hidden": hidden])
    #expect(driver.shows(told), "\(driver.text)")
    driver.press(.enter)
    #expect(driver.walk?.answer(.message)?.value == "MP303", "\(driver.text)")
    guard var walk = driver.walk else { return }
    walk.go(to: .step("recognised"))
    let cut = driver.wording("kept.cut", ["count": "\(walk.leftOut ?? 0)"])
    let page = driver.wording.prose(walk, number: nil).plain(width: 2_000)
    #expect((walk.leftOut ?? 0) > 20_000 && page.contains(cut), "\(page.prefix(600))")
  }

  @Test(arguments: Language.allCases)
  func `that the end of a paste was not taken in is told, until the field is empty`(
    language: Language
  ) {
    var driver = Driver(language).pressing(.character("1"))
    driver.send(.pasted(String(repeating: "x", count: Input.pasteLimit)))
    let told = driver.wording("paste.torn", ["limit": "2"])
    #expect(driver.shows(told), "\(driver.text)")
    driver.press(.control("u"))
    #expect(!driver.shows(told), "\(driver.text)")
  }

  @Test(arguments: Setting.all)
  func `shows what is kept, with marks for the rest, and keeps it when one goes on`(
    setting: Setting
  ) {
    var driver = setting.driver
    driver.press(.character("1"))
    driver.send(.pasted(Self.message))
    let first = driver.press(.enter)
    #expect(driver.step == "kept")
    let shown = driver.walk.map { driver.wording.prose($0, number: nil).plain(width: 200) } ?? ""
    #expect(shown.contains("Lønnskjøringa stoppet hos oss"))
    #expect(shown.contains("[***]") && shown.contains("[fnr]"))
    #expect(!shown.contains("Vinter2024") && !shown.contains("01810050019"))
    #expect(driver.shows(driver.wording("kept.title")))
    #expect(driver.text.contains("F7") && driver.shows(driver.wording("button.forgetText")))
    #expect(!Self.drafts(first).contains { $0.answer(in: .messageText) != nil })
    let later = Self.drafts(driver.press(.enter))
    #expect(later.last?.answer(in: .messageText)?.value.contains("Lønnskjøringa") == true)
  }

  @Test(arguments: Setting.all)
  func `the question whether a message is seen repeats it, and nothing that stood beside it`(
    setting: Setting
  ) throws {
    let told = "User is not authorized for submittal of reporting service on behalf of reportee:"
    var driver = setting.driver
    driver.press(.character("1"))
    driver.send(.pasted("Hei, fikk denne i går\n\n\(told) 310043214\n\nHilsen Ola"))
    driver.press(.enter)
    let forgotten = driver.pressing(.function(7), .enter)
    driver.press(.enter)
    #expect(driver.step == "seen" && driver.shows("\(told.prefix(60))"), "\(driver.text)")
    #expect(!driver.shows("Hei, fikk"), "\(driver.text)")
    // Where nothing of the text is kept it is told as the catalogue has it.
    let walk = try #require(forgotten.walk)
    let known = try #require(walk.facts[.message].flatMap(driver.wording.content.message))
    let quote = driver.wording.quote(known)
    #expect(forgotten.step == "seen" && forgotten.shows("\(quote.prefix(30))"))
  }

  @Test(arguments: [message, known], Language.allCases)
  func `after the key nothing of the text is in what is saved, exported or written`(
    message: String,
    language: Language
  ) {
    var driver = Driver(language)
    driver.press(.character("1"))
    driver.send(.pasted(message))
    driver.press(.enter, .function(7))
    #expect(driver.shows(driver.wording("kept.none")))
    driver.passMessage()
    driver.press(.function(5), .enter, .function(8))
    let drafts = Self.drafts(driver.effects)
    #expect(drafts.count > 2)
    for draft in drafts {
      let told = Self.told(draft, driver.wording)
      #expect(Self.words.allSatisfy { !"\(draft)".contains($0) && !told.contains($0) })
    }
  }

  @Test func `the key does nothing where no text is shown`() {
    var driver = Driver()
    driver.press(.character("1"))
    driver.send(.pasted(Self.message))
    let before = driver.frame
    #expect(driver.press(.function(7)) == [])
    #expect(driver.frame == before)
  }

  @Test(arguments: [Key.function(3), .function(5)])
  func `whoever goes elsewhere from the field sees it first`(key: Key) {
    var driver = Driver()
    driver.press(.character("1"))
    driver.send(.pasted(Self.message))
    let saved = Self.drafts(driver.press(key))
    #expect(driver.step == "kept")
    #expect(!saved.contains { $0.answer(in: .messageText) != nil })
    driver.press(key)
    #expect(driver.step == (key == .function(3) ? "overview" : "conclusion"))
  }

  @Test(arguments: [true, false])
  func `whoever leaves loses nothing of it`(hasSeen: Bool) {
    var driver = Driver()
    driver.press(.character("1"))
    driver.send(.pasted(Self.message))
    if hasSeen { driver.press(.enter) }
    let saved = Self.drafts(driver.press(.function(8)))
    #expect(saved.last?.answer(in: .messageText)?.value.contains("Lønnskjøringa") == true)
  }

  @Test func `what is typed and not entered is kept when the typing pauses, once`() {
    var driver = Driver()
    driver.press(.character("1"))
    #expect(!driver.state.awaitsPause || driver.send(.paused) == [])
    driver.type("Lonnen stoppet i gaar, passord: Vinter2024")
    #expect(driver.state.awaitsPause)
    let saved = Self.drafts(driver.send(.paused))
    let text = saved.last?.answer(in: .messageText)?.value
    #expect(saved.count == 1 && text?.contains("stoppet") == true)
    #expect(!"\(saved)".contains("Vinter2024"))
    #expect(saved.last?.step == "message" && driver.step == "message")
    #expect(!driver.state.awaitsPause && driver.send(.paused) == [])
    // Whoever goes on sees first what is kept, and can still have nothing of it kept.
    driver.press(.enter)
    #expect(driver.step == "kept")
    let later = Self.drafts(driver.press(.function(7)))
    #expect(later.last.map { $0.answer(in: .messageText) == nil } == true)
  }

  @Test func `a line half typed is kept as well, but no part of an identity number`() {
    var driver = Driver.pastMessage().pressing(.tab)
    driver.type("Vik Bygg")
    let saved = Self.drafts(driver.send(.paused))
    #expect(saved.last?.answer(in: .reporteeName)?.value == "Vik Bygg")
    for _ in 0..<8 { driver.press(.backspace) }
    driver.type("4181406103")
    #expect(driver.send(.paused) == [])
    driver.type("3")
    let whole = Self.drafts(driver.send(.paused))
    #expect(!"\(whole)".contains("4181406103"))
  }

  @Test(arguments: Language.allCases)
  func `a code is told to whom it is for as it was typed`(language: Language) throws {
    let wording = Wording(.embedded, language)
    var count = 0
    for id in ["MP303", "MP250", "GLD005", "AUTHSetup", "AUTHRegister", "DAS003", "BROProgram"] {
      let message = try #require(wording.content.message(id))
      let code = try #require(message.texts.first { $0.contains(/^[A-Z.]+[-_][0-9]+$/) })
      for typed in [code, code.lowercased(), code.lowercased().replacing(/[-_]/, with: " ")] {
        for text in [typed, "Vi får \(typed) fra programmet"] {
          var walk = wording.content.walk(.findFault3)
          walk.read(text, with: wording.content.recogniser)
          #expect(walk.answer(.messageText)?.value == text)
          walk.go(toFirst: .recognised)
          let page = wording.prose(walk, number: nil).plain(width: 200)
          #expect(page.contains(wording("handOver.code", ["code": typed])), "\(page)")
          count += 1
        }
      }
    }
    #expect(count > 40)
  }

  @Test func `a password is no text to keep`() {
    var driver = Driver()
    let secret = Flow.registerSystem.steps.first { step in
      step.fields.contains { if case .secret = $0.input { true } else { false } }
    }
    driver.open(secret?.id ?? "", flow: .registerSystem)
    driver.type("Vinter2024")
    #expect(!driver.state.awaitsPause && driver.state.isTypingSecret)
  }
}
