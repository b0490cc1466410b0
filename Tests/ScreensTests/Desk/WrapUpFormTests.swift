import Drawing
import Model
import Testing
import Wording

@testable import Screens

/// What may be said of how a call ended.
@Suite struct WrapUpFormTests {
  /// A message of either Altinn, at the end of its call.
  private static func ending(_ language: Language, _ portal: PortalEdition) -> DeskDriver {
    DeskDriver(language, portal: portal).pressing(.answerCall, .character("1"), .wrapUp)
  }

  @Test(arguments: Language.allCases, PortalEdition.allCases)
  func `nothing is filled in as seen or told, and what nobody saw is not closed as confirmed`(
    language: Language,
    portal: PortalEdition
  ) throws {
    var driver = Self.ending(language, portal)
    let id = try #require(driver.call?.number)
    for keys in [[Key.character("1")], [.character("m"), .character("1")]] {
      let given: Model.Confirmation = keys.count == 1 ? .no : .told
      for key in keys { driver.press(key) }
      #expect(driver.call?.wrapUp?.wrapUp.confirmed == given)
      driver.press(.enter)
      #expect(driver.call?.stage == .wrapUp)
      #expect(driver.text.contains(driver.wording("desk.unseen").prefix(30)), "\(driver.text)")
      #expect(try driver.store.entry(id).state == .call)
    }
    driver.press(.character("s"), .enter)
    #expect(driver.queue != nil)
    let outcome = try #require(try driver.store.outcomes(of: id).first)
    #expect(outcome.result == .solvedConfirmed && outcome.confirmed == .seen)
  }

  @Test func `what was told to work is solved and not confirmed`() throws {
    var driver = Self.ending(.bokmal, .altinn2)
    let id = try #require(driver.call?.number)
    driver.press(.character("m"), .enter)
    let outcome = try #require(try driver.store.outcomes(of: id).first)
    #expect(outcome.result == .solvedUnconfirmed && outcome.confirmed == .told)
  }

  /// What is typed and left: that it was seen to work, another result.
  @Test(arguments: ["1s", "m", "5"], Language.allCases)
  func `what was chosen before the form was left is asked about before the call ends by it`(
    typed: String,
    language: Language
  ) throws {
    var driver = Self.ending(language, .altinn2)
    let id = try #require(driver.call?.number)
    driver.type(typed)
    driver.press(.escape, .wrapUp, .enter)
    let result = try #require(driver.call?.wrapUp?.wrapUp.result)
    let words = driver.wording
    let asked = words("desk.wrapUp.chosenBefore", ["result": words(result.textKey)])
    #expect(driver.text.contains(asked.prefix(60)), "\(driver.text)")
    #expect(driver.call?.stage == .wrapUp)
    #expect(try driver.store.outcomes(of: id).isEmpty)
    driver.press(.enter)
    #expect(driver.queue != nil)
    #expect(try driver.store.outcomes(of: id).map(\.result) == [result])
  }

  @Test func `what is chosen anew, and a form that nobody has changed, is not asked about`() {
    for keys in [[Key.character("5"), .escape, .wrapUp, .character("2")], [.escape, .wrapUp]] {
      var driver = Self.ending(.bokmal, .altinn2)
      for key in keys + [.enter] { driver.press(key) }
      #expect(driver.queue != nil, "\(driver.text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what is done is told as it is ordered, and one of several things as that`(
    language: Language
  ) {
    let driver = DeskDriver(language, portal: .altinn2).pressing(
      .answerCall,
      .character("1"),
      .wrapUp
    )
    let either = driver.wording("conclusion.doEither")
    #expect(driver.text.contains(either), "\(driver.text)")
  }

  @Test func `a call that was broken off sends nothing, unless somebody turns to what is sent`() {
    var driver = Self.ending(.bokmal, .altinn2)
    #expect(driver.call?.wrapUp?.send == .mail)
    driver.press(.character("8"))
    #expect(driver.call?.wrapUp?.send == nil)
    driver.press(.character("3"))
    #expect(driver.call?.wrapUp?.send == .mail)
    driver.press(.character("8"), .tab)
    let turned = driver.call?.wrapUp?.send
    #expect(turned != nil)
    driver.press(.character("6"), .character("8"))
    #expect(driver.call?.wrapUp?.send == turned)
  }

  @Test(arguments: Language.allCases)
  func `what is wrong with a text is said while the call lasts, and stands at its end`(
    language: Language
  ) throws {
    var driver = DeskDriver(language).pressing(.answerCall, .character("1"))
    let (id, words) = (try #require(driver.call?.number), driver.wording)
    driver.press(.character("!"), .character("2"))
    let said = words("desk.flagged", ["what": words(DeskFlag.wording.textKey)])
    #expect(driver.text.contains(said), "\(driver.text)")
    driver.press(.enter, .function(5), .wrapUp)
    #expect(driver.call?.wrapUp?.wrapUp.flag == .wording)
    driver.press(.escape, .character("!"), .character("3"), .enter, .wrapUp)
    #expect(driver.call?.wrapUp?.wrapUp.flag == .advice)
    driver.press(.character("!"), .character("0"), .character("4"), .escape, .character("2"))
    driver.press(.enter)
    #expect(try driver.store.outcomes(of: id).map(\.flag) == [.cause])
  }

  @Test(arguments: [false, true], Language.allCases)
  func `what is written after the key that reports a text is a note, and presses nothing`(
    isEnding: Bool,
    language: Language
  ) throws {
    var driver = DeskDriver(language).pressing(.answerCall, .character("1"))
    if isEnding { driver.press(.wrapUp) }
    let before = try #require(driver.call)
    let id = try #require(before.number)
    driver.type("!menyen i 3 finst ikkje, sjå her")
    #expect(driver.call?.wrapUp == before.wrapUp)
    #expect(driver.call?.walk.content.answers.count == before.walk.content.answers.count)
    driver.press(.enter)
    #expect(try driver.store.notes(for: id).map(\.text) == ["menyen i 3 finst ikkje, sjå her"])
    // Enter leads back first, and what nobody chose is not reported.
    driver.press(.enter)
    #expect(driver.call?.stage == before.stage && driver.call?.flag == nil, "\(driver.text)")
    #expect(try driver.store.outcomes(of: id).isEmpty)
  }

  @Test func `letters of a sentence do not end the call by the next Enter`() throws {
    var driver = Self.ending(.bokmal, .altinn2)
    let id = try #require(driver.call?.number)
    driver.type("menyen mangler")
    driver.press(.enter)
    #expect(driver.call?.stage == .wrapUp)
    #expect(try driver.store.outcomes(of: id).isEmpty)
    driver.press(.enter)
    #expect(driver.queue != nil)
  }

  @Test(arguments: Language.allCases)
  func `a letter alone makes no call confirmed, and says what is missing`(language: Language) {
    let words = DeskDriver(language).wording
    let seen = words("desk.letter.seen")
    var driver = Self.ending(language, .altinn2)
    let before = driver.call?.wrapUp?.wrapUp
    // No digit before the letter reads as a key of its own.
    let later = words("desk.wrapUp.withFirst", ["what": words("desk.confirmed.seen")])
    #expect(driver.text.contains(" \(seen) \(later)"), "\(driver.text)")
    #expect(!driver.text.contains("1 \(seen) "), "\(driver.text)")
    driver.type(seen)
    #expect(driver.call?.wrapUp?.wrapUp == before)
    #expect(driver.text.contains(words("desk.wrapUp.seenFirst")), "\(driver.text)")
    driver.type("1\(seen)")
    #expect(driver.call?.wrapUp?.wrapUp.confirmed == .seen)
  }

  @Test func `what the call ended with stands again when it is undone, and is asked about`() throws
  {
    var driver = Self.ending(.bokmal, .altinn2)
    let id = try #require(driver.call?.number)
    driver.press(.character("!"), .character("1"), .enter, .character("5"), .enter)
    driver.press(.character("u"), .enter, .wrapUp)
    #expect(driver.call?.number == id)
    #expect(driver.call?.wrapUp?.wrapUp.result == .serviceOwner, "\(driver.text)")
    #expect(driver.call?.wrapUp?.wrapUp.flag == .menu)
    driver.press(.enter)
    #expect(driver.call?.stage == .wrapUp)
    #expect(try driver.store.outcomes(of: id).isEmpty)
    driver.press(.enter)
    #expect(try driver.store.outcomes(of: id).map(\.result) == [.serviceOwner])
  }

  @Test(arguments: [[Key.wrapUp, .character("8")], [.control("p")], [.control("g")]])
  func `what was typed to find a message and not entered is kept where the call ends`(
    end: [Key]
  ) throws {
    var driver = DeskDriver().pressing(.answerCall).typing("noe halvskrevet")
    let id = try #require(driver.call?.number)
    for key in end + [.enter] { driver.press(key) }
    #expect(driver.queue != nil, "\(driver.text)")
    #expect(try driver.store.entry(id).desk.caller.words == "noe halvskrevet")
  }

  @Test(arguments: Language.allCases)
  func `the key that changes what is sent stands beside it`(language: Language) {
    let driver = Self.ending(language, .altinn2)
    #expect(driver.text.contains("   Tab "), "\(driver.text)")
  }

  @Test(arguments: Setting.all)
  func `what a row has no room for is never the key that changes it`(setting: Setting) {
    var driver = DeskDriver(setting)
    driver.press(.answerCall, .character("2"), .wrapUp)
    for (text, place) in [("tellBack", "said"), ("sent", "forms"), ("causeFrom", "cause")] {
      let key = Driver.squeezed(driver.wording("desk.wrapUp.\(text)", [place: ""]))
      #expect(Driver.squeezed(driver.text).contains(key), "\(key)\n\(driver.text)")
    }
  }

  @Test func `where a line is written, the key that reports a text is a sign like any other`() {
    let driver = DeskDriver().pressing(.answerCall).typing("!")
    #expect(driver.call?.flag == nil && driver.text.contains("!"))
  }
}
