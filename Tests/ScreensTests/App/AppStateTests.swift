import Wording
import Drawing
import Model
import Screens
import TestSupport
import Testing

@Suite struct AppStateTests {
  // MARK: - Home and back

  @Test(arguments: Setting.all)
  func `home offers the flow and the cases left half way`(setting: Setting) {
    var driver = setting.driver
    #expect(driver.shows(driver.wording("home.title")))
    #expect(driver.shows(driver.wording("flow.findFault.start")))
    #expect(driver.shows(driver.wording("home.resume")))
    driver.send(.counted(open: 2, due: 0))
    #expect(driver.shows(driver.wording("home.open", ["count": "2"])))
    driver.send(.counted(open: 1, due: 0))
    #expect(driver.shows(driver.wording("home.open.one", ["count": "1"])))
  }

  @Test func `home tells large numbers as more than it counts`() {
    var driver = Driver()
    for (count, told) in [(99, "99"), (100, "99+"), (40_000, "99+")] {
      driver.send(.counted(open: count, due: count))
      #expect(driver.shows(driver.wording("home.open", ["count": told])))
      #expect(driver.shows(driver.wording("home.dueCount", ["count": told])))
    }
  }

  @Test func `a digit or Enter opens the flow, and Escape leads home again`() {
    var driver = Driver()
    #expect(driver.press(.character("1")) == [])
    #expect(driver.step == "message")
    let handle = driver.handle
    #expect(driver.press(.escape) == [.release(handle), .count])
    #expect(driver.step == "")
    #expect(driver.press(.enter) == [])
    #expect(driver.step == "message")
  }

  @Test(arguments: [[Key.escape], [.tab, .left, .enter]])
  func `what is typed is kept where a flow is left at its first step`(keys: [Key]) {
    var driver = Driver()
    driver.press(.character("1"))
    driver.type("Halvveis")
    let handle = driver.handle
    let asked = keys.flatMap { driver.press($0) }
    #expect(driver.step == "")
    guard case .save(let draft, _)? = asked.first else {
      Issue.record("nothing is saved: \(asked)")
      return
    }
    #expect(draft.answer(in: "message.text")?.value == "Halvveis")
    #expect(Array(asked.dropFirst()) == [.release(handle), .count])
  }

  @Test func `what an arrow led to is chosen by going on with Tab, and nothing by Tab alone`() {
    var driver = Driver()
    driver.open("reportee.kind", [("reportee.kind", "self")])
    driver.press(.down, .down, .tab)
    driver.type("Nordlys")
    driver.press(.enter, .enter)
    #expect(driver.walk?.answer("reportee.kind")?.value == "organisation")
    driver.open("reportee.kind")
    driver.press(.tab, .tab, .enter)
    #expect(driver.step == "reportee.kind")
    #expect(driver.shows(driver.wording("problem.choose")))
  }

  @Test func `an Enter too many answers no search with what stands first`() {
    var driver = Driver()
    driver.open("service")
    driver.press(.enter)
    #expect(driver.step == "service")
    #expect(driver.shows(driver.wording("problem.choose")))
    #expect(!driver.mainText.contains("▸ A02"))
    // Nor is it chosen by going past it to the button.
    driver.press(.up, .right, .enter)
    #expect(driver.step == "service")
    #expect(driver.walk?.answer("service") == nil)
    // The first arrow leads to the first of the list; words search, and what was answered stays.
    driver.press(.down)
    #expect(driver.mainText.contains("▸ A02"))
    driver.press(.enter)
    #expect(driver.walk?.answer("service")?.value == "a02")
    driver.press(.escape)
    #expect(driver.mainText.contains("▸ A02"))
    driver.press(.enter)
    #expect(driver.step != "service")
    driver.press(.escape)
    driver.type("rf-0002")
    driver.press(.enter)
    #expect(driver.walk?.answer("service")?.value == "rf0002")
  }

  @Test func `the receipt of a case that nobody could answer tells who can`() {
    var driver = Driver()
    driver.open("receipt", [("message", "unknown"), ("reportee.kind", "unknown")])
    #expect(driver.shows(driver.wording("receipt.unasked")))
    #expect(driver.shows(driver.wording("conclusion.unchecked")))
    #expect(!driver.shows(driver.wording("receipt.next")))
    driver.press(.end)
    #expect(driver.shows(driver.wording("receipt.ask")))
    let ends = driver.press(.enter)
    guard case .save(let draft, _)? = ends.first else {
      Issue.record("nothing is saved: \(ends)")
      return
    }
    // Nothing was said, so nobody is waited for.
    #expect(draft.status == .open)
  }

  // MARK: - The way of one case

  @Test func `a message is recognised and its meaning shown before anything is asked`() {
    var driver = Driver()
    driver.press(.character("1"))
    #expect(driver.send(.pasted(SampleMessage.notAuthorised)) == [])
    let asked = driver.press(.enter)
    #expect(asked.count == 1)
    #expect(driver.step == "recognised")
    #expect(driver.shows(driver.wording("message.E1.meaning")))
    #expect(driver.text.contains("310043214"))
    guard case .save(let draft, _)? = asked.first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(draft.answer(in: "message")?.value == "E1")
    #expect(draft.step == "recognised")
    // What the text says is kept when it has been seen.
    #expect(draft.title == "")
    guard case .save(let later, _)? = driver.press(.enter).first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(later.title == "310043214")
  }

  @Test func `each accepted answer is saved at once, with the step that follows`() {
    var driver = Driver.pastMessage()
    for _ in 0..<12 where driver.walk?.current.kind == .question {
      let step = driver.step
      let field = FieldID(rawValue: step.rawValue)
      #expect(driver.press(.enter) == [], "nothing is chosen yet")
      let asked = driver.press(.character(" "), .enter)
      guard case .save(let draft, _)? = asked.first, asked.count == 1 else {
        Issue.record("\(step) is not saved")
        continue
      }
      #expect(draft.answer(in: field) != nil, "\(step)")
      #expect(draft.step == driver.step)
      #expect(draft == driver.walk?.content.titled)
    }
  }

  @Test func `what is typed while the window is too small is kept, and nothing is chosen`() {
    var driver = Driver()
    driver.press(.character("1"))
    for size in [(40, 10), (1, 1), (0, 0)] {
      driver.send(.resized(Size(columns: size.0, rows: size.1)))
      driver.type("Fei\(size.0)x")
      driver.press(.backspace, .enter, .tab, .backTab, .down, .escape, .function(3), .function(5))
      driver.send(.pasted(" æøå "))
      #expect(driver.step == "message")
    }
    driver.send(.resized(Size(columns: 80, rows: 24)))
    #expect(driver.shows("Fei40 æøå Fei1 æøå Fei0 æøå"))
  }

  @Test func `nothing is answered in a window too small, but Ctrl-C twice leaves`() {
    var driver = Driver()
    driver.press(.function(10), .right)
    driver.send(.resized(Size(columns: 40, rows: 10)))
    #expect(driver.press(.enter, .character(" "), .escape) == [])
    driver.send(.resized(Size(columns: 80, rows: 24)))
    #expect(driver.shows(driver.wording("leave.title")))
    driver.press(.escape)
    driver.send(.resized(Size(columns: 40, rows: 10)))
    #expect(driver.press(.control("c")) == [])
    #expect(driver.press(.control("c")).last == .quit(.left))
  }

  @Test func `moving about saves nothing`() {
    var driver = Driver.pastMessage()
    let keys: [Key] = [
      .down, .down, .up, .end, .home, .pageDown, .tab, .tab, .backTab, .backTab, .left, .right,
      .function(1), .pageDown, .escape, .function(4), .down, .escape, .function(10), .right, .left,
      .escape, .insert, .control("x"), .alt("b"), .function(7),
    ]
    for key in keys {
      let place = driver.step
      #expect(driver.press(key) == [], "\(key)")
      #expect(driver.step == place)
    }
  }

  @Test func `an identity number typed as a name never reaches an effect`() {
    var driver = Driver.pastMessage()
    driver.press(.tab)
    driver.type("Kari 41814061033")
    driver.press(.function(5))
    driver.press(.escape)
    driver.send(.interrupted)
    for effect in driver.effects {
      #expect(!"\(effect)".contains("41814061033"))
    }
  }

  @Test func `secrets in a pasted message never reach an effect`() {
    var driver = Driver()
    driver.press(.character("1"))
    driver.send(.pasted("41814061033 password=hemmelig1 \(SampleMessage.notAuthorised)"))
    driver.press(.enter, .enter, .escape, .escape)
    driver.send(.interrupted)
    #expect(driver.effects.contains { if case .save = $0 { true } else { false } })
    for effect in driver.effects {
      #expect(!"\(effect)".contains("41814061033") && !"\(effect)".contains("hemmelig1"))
    }
    #expect(!driver.text.contains("41814061033"))
  }

  @Test func `pasting at home or over a screen does nothing`() {
    var driver = Driver()
    let before = driver.text
    #expect(driver.send(.pasted("1\n")) == [])
    #expect(driver.text == before)
    driver.press(.function(10))
    let leave = driver.text
    #expect(driver.send(.pasted("\n\n")) == [])
    #expect(driver.text == leave)
  }

  // MARK: - Points, conclusion, review, receipt

  @Test func `the points, the conclusion, the review and the receipt follow one another`() {
    var driver = Driver()
    driver.open("system.locked", [("message", "unknown"), ("reportee.kind", "self")])
    driver.press(.character("j"))
    #expect(driver.step == "overview")
    #expect(driver.shows(driver.wording("fault.systemLocked")))
    driver.press(.enter)
    #expect(driver.step == "conclusion")
    #expect(driver.shows(driver.wording("action.stopAutomaticSendingAndWait.title")))
    driver.press(.enter)
    if driver.step == "tasks" { driver.press(.end, .enter) }
    #expect(driver.step == "review")
    #expect(driver.shows(driver.wording("question.system.locked.yes")))
    driver.press(.enter)
    #expect(driver.step == "receipt")
    #expect(driver.shows("1042"))
    let handle = driver.handle
    let asked = driver.press(.enter)
    guard case .save(let draft, handle)? = asked.first else {
      Issue.record("the case is not saved as it ends")
      return
    }
    // All that is left is one's own.
    #expect(draft.status == .open)
    #expect(Array(asked.dropFirst()) == [.release(handle), .count])
    #expect(driver.step == "")
  }

  @Test func `F3 shows the points and leads back to where one was`() {
    var driver = Driver.pastMessage()
    driver.press(.function(3))
    #expect(driver.step == "overview")
    driver.press(.function(3))
    #expect(driver.step == "reportee.kind")
  }

  @Test func `F5 shows what follows so far, and Back leads to the question again`() {
    var driver = Driver.pastMessage(SampleMessage.notAuthorised)
    let step = driver.step
    driver.press(.function(5))
    #expect(driver.step == "conclusion")
    #expect(driver.press(.function(5)) == [])
    driver.press(.escape)
    #expect(driver.step == step)
  }

  @Test func `an answer is changed from the review`() {
    var driver = Driver()
    driver.open("review", [("message", "unknown"), ("login.asked", "yes")])
    driver.press(.end, .enter)
    #expect(driver.step == "login.asked")
    driver.press(.character("n"))
    #expect(driver.walk?.facts[.loginAsked] == "no")
  }

  // MARK: - Over the screen

  @Test(arguments: Setting.home)
  func `help tells the points and every key of the page, and closes where it opened`(
    setting: Setting
  ) {
    var driver = setting.driver
    driver.open("system.owner")
    let before = driver.text
    driver.press(.function(1))
    var seen = driver.mainText
    for _ in 0..<80 {
      driver.press(.down)
      seen += " " + driver.mainText
    }
    let here: Set<Command> = [
      .help, .back, .why, .overview, .conclude, .portal, .home, .language, .quit, .interrupt,
      .redraw, .suspend,
    ]
    for command in Command.allCases {
      let text = Driver.squeezed(driver.wording("key.\(command.rawValue)")).prefix(30)
      #expect(seen.contains(text) == here.contains(command), "\(command)")
    }
    for point in Portal.altinn2.points.map(\.point) {
      #expect(seen.contains(driver.wording("point.\(point.rawValue).title")))
    }
    driver.press(.escape)
    #expect(driver.text == before)
  }

  @Test func `why tells why it is asked and who can find it out`() {
    var driver = Driver()
    driver.open("owner.right", FrameLawTests.troubled)
    driver.press(.function(4))
    guard let walk = driver.walk else { return }
    #expect(driver.shows(driver.wording.text("question.owner.right.why", about: walk)))
    // With the roles that give the right the page is longer than the window, and who can see it stands last.
    driver.press(.end)
    #expect(driver.shows(driver.wording.text("question.owner.right.who", about: walk)))
    driver.press(.enter)
    #expect(!driver.shows(driver.wording.text("question.owner.right.why", about: walk)))
  }

  @Test func `leaving is asked about, and staying is what Enter does`() {
    var driver = Driver.pastMessage()
    let before = driver.text
    driver.press(.function(10))
    #expect(driver.shows(driver.wording("leave.title")))
    #expect(driver.press(.enter) == [])
    #expect(driver.text == before)
    driver.press(.function(10), .right)
    #expect(driver.press(.enter) == [.quit(.left)])
  }

  @Test func `leaving from home is done, and Ctrl-C twice means it`() {
    var driver = Driver()
    driver.press(.escape, .right)
    #expect(driver.press(.enter) == [.quit(.done)])
    driver = Driver.pastMessage()
    #expect(driver.press(.control("c")) == [])
    #expect(driver.press(.control("c")) == [.quit(.left)])
  }

  @Test func `what is typed is saved when the program is interrupted`() {
    var driver = Driver.pastMessage()
    driver.press(.tab)
    driver.type("Nordlys")
    let asked = driver.send(.interrupted)
    #expect(asked.last == .quit(.left))
    guard case .save(let draft, _)? = asked.first, asked.count == 2 else {
      Issue.record("not saved: \(asked)")
      return
    }
    #expect(draft.answer(in: "reportee.name")?.value == "Nordlys")
  }

  @Test func `a store that fails is told until the next key`() {
    var driver = Driver.pastMessage()
    let values = ["path": "/tmp/x"]
    driver.send(.saveFailed(driver.handle, key: "store.failure.full", values: values))
    let words = driver.wording("store.failure.full", ["path": "/tmp/x"])
    #expect(Driver.squeezed(driver.text).contains(Driver.squeezed(words)))
    #expect(driver.text.contains(driver.wording("header.unsaved")))
    driver.press(.down)
    #expect(!Driver.squeezed(driver.text).contains(Driver.squeezed(words)))
  }

  @Test func `saved is said only once the store has said it`() {
    var driver = Driver.pastMessage()
    #expect(driver.text.contains(driver.wording("header.saving")))
    // Two saves are under way; the first of them says nothing of the second.
    driver.send(.saved(driver.handle, CaseID(rawValue: 1007)))
    #expect(driver.text.contains(driver.wording("header.saving")))
    // Nor does another case, or something else that failed.
    driver.send(.saved(driver.handle.next, CaseID(rawValue: 1008)))
    driver.send(.storeFailed(key: "store.failure.busy", values: ["path": "/tmp/x"]))
    #expect(driver.text.contains(driver.wording("header.saving")))
    driver.send(.saved(driver.handle, CaseID(rawValue: 1007)))
    #expect(driver.text.contains(driver.wording("header.saved")))
    #expect(driver.text.contains("1007"))
  }

  // MARK: - Cases

  @Test func `cases are listed, searched and opened`() {
    var driver = Driver()
    driver.openCases(FrameLawTests.cases)
    #expect(driver.effects == [.list(CaseQuery(.unfinished))])
    #expect(driver.text.contains("1001"))
    #expect(driver.type("n") == [.list(CaseQuery(.unfinished, words: "n"))])
    driver.press(.down)
    #expect(driver.press(.enter) == [.open(CaseID(rawValue: 1002), as: .first)])
    #expect(driver.press(.escape) == [.list(CaseQuery(.unfinished))])
    // Whoever goes home has given up the case that was asked for.
    #expect(driver.press(.escape) == [.release(.first), .count])
    driver.send(.opened(.first, FrameLawTests.other))
    #expect(driver.shows(driver.wording("home.title")))
  }

  @Test func `a case that only a newer version knows is told of, and nothing is begun`() {
    var driver = Driver()
    driver.openCases(FrameLawTests.cases)
    driver.press(.enter)
    let newer = Case(
      id: CaseID(rawValue: 1042),
      revision: 1,
      created: Timestamp(rawValue: 0),
      updated: Timestamp(rawValue: 0),
      content: CaseDraft(flow: "findFault9")
    )
    #expect(driver.send(.opened(.first, newer)) == [.release(.first)])
    #expect(driver.walk == nil)
    #expect(driver.shows(driver.wording("records.unknownKind", ["number": "1042"])))
  }

  // MARK: - Language

  @Test func `the language is changed in the middle, and nothing typed or chosen is lost`() {
    var driver = Driver.pastMessage()
    driver.press(.down, .character(" "), .tab)
    driver.type("Nordlys")
    for language in [Language.nynorsk, .english, .bokmal] {
      #expect(driver.press(.function(9)) == [.rememberLanguage(language)])
      #expect(driver.state.language == language)
      #expect(driver.text.contains("Nordlys"))
      #expect(driver.text.contains("(•)"))
      #expect(driver.shows(driver.wording("question.reportee.kind.title")))
    }
    driver.type(" AS")
    #expect(driver.text.contains("Nordlys AS"))
  }

  @Test func `a message half typed and a search survive the change of language`() {
    var driver = Driver()
    driver.press(.character("1"))
    driver.type("User is not")
    driver.press(.function(9))
    #expect(driver.text.contains("User is not"))
    driver.open("service")
    driver.type("rf-0002")
    driver.press(.function(9))
    #expect(driver.text.contains("rf-0002"))
    #expect(driver.press(.enter).count == 1)
    #expect(driver.walk?.answer("service")?.value == "rf0002")
  }

  @Test func `what a search has the focus on keeps it where its name is another`() {
    var driver = Driver(.english)
    driver.open("service")
    driver.type("VAT return – reverse")
    let name = driver.frame.text
    // In Norwegian nothing is called so; round again, and the screen is as it was.
    driver.press(.function(9))
    #expect(!driver.shows(driver.wording("search.nothing")))
    driver.press(.function(9), .function(9))
    #expect(driver.frame.text == name)
    driver.press(.function(9), .enter)
    #expect(driver.walk?.answer("service")?.value.hasPrefix("rf") == true)
  }

  @Test func `a screen in another language is the one that was made in it`() {
    let screens = FrameLawTests.screens(Setting(language: .bokmal, columns: 80, rows: 24))
    let wanted = FrameLawTests.screens(Setting(language: .nynorsk, columns: 80, rows: 24))
    for (screen, other) in zip(screens, wanted) {
      // What went wrong is told until the next key.
      guard screen.name != "trouble" else { continue }
      var driver = screen.driver
      driver.press(.function(9))
      let (now, made) = (driver.text, other.driver.text)
      #expect(now == made, "\(screen.name)")
    }
  }
}

extension CaseDraft {
  /// The case as the screen hands it over, with the name as its title.
  var titled: CaseDraft {
    var draft = self
    draft.title = answer(in: "reportee.name")?.value ?? ""
    return draft
  }
}
