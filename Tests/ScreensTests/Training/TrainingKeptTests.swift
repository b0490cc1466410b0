import Drawing
import Model
import SafeText
import TestSupport
import Testing
import Wording

@testable import Screens

/// Somebody whose training is kept, as the outside would keep it.
private struct Window {
  private(set) var state: AppState
  private(set) var kept: TrainingRecord
  /// What was to be kept last.
  private(set) var change: TrainingChange?

  init(_ record: TrainingRecord = TrainingRecord(), _ language: Language = .bokmal) {
    kept = record
    state = TrainingPages(language, Size(columns: 80, rows: 24)).begun(.alone(record, at: nil))
  }

  var wording: Wording { state.wording }
  var text: String { state.render().text.squeezed }
  var options: [ChoiceList.Option] { state.screen.page(wording).options }

  mutating func send(_ event: Event) {
    for case .keepTraining(let asked) in state.update(event) {
      change = asked
      kept.take(asked)
    }
    state.markDrawn()
  }

  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

  mutating func choose(_ ids: String...) throws {
    for id in ids {
      let all = options.map(\.id)
      let place = try #require(all.firstIndex(of: id), "\(id) is not among \(all)")
      if let keys = DeskForms.keys(for: id, { wording($0) }) {
        for key in keys { press(key) }
        continue
      }
      press(.home)
      for _ in 0..<place { press(.down) }
      press(.enter)
    }
  }

  /// What stands before somebody who asks to leave.
  func leaving() -> String {
    var window = self
    window.press(.function(10))
    return window.text
  }
}

@Suite struct TrainingKeptTests {
  private static func record(_ names: String...) -> TrainingRecord {
    var record = TrainingRecord()
    for name in names {
      let id = ScenarioID(.altinn2, name, seed: "1")
      let acts = TrainingPages.best(id)?.acts ?? []
      record.add(.init(id, on: Day("2026-11-20"), sum: 73, isPassed: false, acts: acts))
    }
    return record
  }

  @Test func `whatever is begun beside a call, the call is there when one comes back`() throws {
    var window = Window()
    try window.choose("list/altinn2", "play/altinn2/6", "readBack", "readBack")
    let before = window.state.render().text
    window.press(.escape)
    for other in ["list/altinn2 play/altinn2/1", "levels play/altinn2/L2"] {
      let ids = other.split(separator: " ").map(String.init)
      try window.choose(ids[0], ids[1], "readBack")
      #expect(window.state.screen is TrainingScreen)
      window.press(.escape)
    }
    #expect(window.kept.openCalls.count == 3 && window.options.map(\.id).contains("open"))
    try window.choose("open")
    #expect(window.options.map(\.id) == ["goOn/2", "goOn/1", "goOn/0", "back"])
    try window.choose("goOn/0")
    #expect(window.state.render().text == before)
    window.press(.escape)
    // The exercise itself leads to the call that was left in it, and a level always to a new one.
    try window.choose("list/altinn2")
    let hint = window.options.first { $0.id == "play/altinn2/6" }?.hint
    #expect(hint == window.wording("class.played"))
    try window.choose("play/altinn2/6")
    #expect(window.state.render().text == before)
    window.press(.escape)
    try window.choose("levels", "play/altinn2/L2", "readBack")
    #expect(window.kept.openCalls.count == 4)
  }

  @Test(arguments: Language.allCases)
  func `whoever leaves is told what is kept, and what is not`(language: Language) throws {
    func expect(_ key: String, _ window: Window) {
      #expect(window.leaving().contains(window.wording(key).prefix(40)), "\(key)")
    }
    var window = Window(TrainingRecord(), language)
    expect("train.leave", window)
    try window.choose("list/altinn2", "play/altinn2/1", "note")
    expect("train.leave", window)
    window.press(.character("x"))
    expect("train.leave.note", window)
    window.press(.enter)
    expect("train.leave", window)
    try window.choose("handOver")
    expect("train.leave", window)
    window.press(.tab, .character("x"))
    expect("train.leave.note", window)
    window.press(.backspace)
    expect("train.leave", window)
    window.press(.escape)
    window.press(.escape)
    try window.choose("levels", "watch/altinn2/L1")
    expect("train.leave.watched", window)
  }

  @Test func `what was forgotten elsewhere is not kept again, and that is told`() throws {
    var window = Window(Self.record("1", "6"))
    try window.choose("attempts")
    #expect(window.options.count == 3)
    let forgotten = Event.trained(TrainingRecord(), isForgotten: true)
    window.send(forgotten)
    #expect(window.text.contains(window.wording("train.forgottenElsewhere").prefix(50)))
    #expect(window.text.contains(window.wording("train.noAttempts")) && window.options.count == 1)
    window.press(.escape)
    try window.choose("list/altinn2", "play/altinn2/1", "readBack")
    let id = ScenarioID(.altinn2, "1", seed: "1")
    #expect(window.change == .call(id, [.readBack]))
    // In the middle of a call, and after it.
    window.send(forgotten)
    #expect(window.text.contains(window.wording("train.forgottenElsewhere").prefix(50)))
    try window.choose("end", "result.6", "close.")
    guard case .attempt(let attempt)? = window.change else {
      Issue.record("no attempt was kept")
      return
    }
    // What was done before it was forgotten is forgotten too.
    #expect(attempt.acts == [.end(.unsolved)])
    window.send(forgotten)
    try window.choose("good", "on", "on", "menu", "attempts")
    #expect(window.options.count == 1)
  }

  @Test(arguments: Language.allCases)
  func `a call of another version is not gone on with, and an attempt at one says so`(
    language: Language
  ) throws {
    var record = TrainingRecord()
    let old = ScenarioID(.altinn2, "6", seed: "1", version: 1)
    record.keep(old, [.readBack])
    record.add(.init(old, on: nil, sum: 90, isPassed: true, acts: [.readBack, .end(.solved)]))
    record.keep(old, [.readBack])
    var window = Window(record, language)
    #expect(!window.options.contains { $0.id.hasPrefix("goOn") || $0.id == "open" })
    try window.choose("attempts", "attempt/0")
    #expect(window.text.contains(window.wording("train.attemptGone").prefix(40)))
    window.press(.escape)
    try window.choose("list/altinn2", "play/altinn2/6")
    #expect(window.state.screen is TrainingScreen)
    try window.choose("readBack")
    guard case .call(let id, _)? = window.change else {
      Issue.record("no call was kept")
      return
    }
    #expect(id.isCurrent && id.name == "6")
  }

  @Test func `what another window has kept is there, and nothing is said of it`() throws {
    var window = Window()
    window.send(.trained(Self.record("1", "6"), isForgotten: false))
    try window.choose("attempts")
    #expect(window.options.count == 3 && window.state.trouble == nil)
  }

  @Test(arguments: Language.allCases)
  func `an attempt is opened by its number, with its conversation`(language: Language) throws {
    var record = Self.record("1")
    record.add(.init(ScenarioID(.altinn2, "2", seed: "1"), on: nil, sum: 12, isPassed: false))
    record.add(Self.record("6").attempts[0])
    var window = Window(record, language)
    try window.choose("attempts")
    let wording = window.wording
    #expect(window.options.map(\.id) == ["attempt/2", "attempt/0", "back"])
    // The number is the one that `train replay` takes.
    #expect(window.options[0].label.contains(" 3,") && window.options[1].label.contains(" 1,"))
    #expect(window.text.contains(wording("train.olderAttempts", ["count": "1"])))
    try window.choose("attempt/2")
    #expect(window.text.contains(wording("train.truth")))
    try window.choose("talk")
    for key in ["train.talk", "train.you"] { #expect(window.text.contains(wording(key))) }
    window.press(.escape)
    try window.choose("on")
    #expect(window.text.contains(wording("train.way")))
    window.press(.escape, .escape)
    #expect(window.options.map(\.id).contains("attempt/0") && window.change == nil)
    // What the exercise has no longer cannot be played.
    var old = TrainingRecord()
    let acts: [TrainingAct] = [.show("no.such.fact", at: "nowhere"), .end(.solved)]
    let id = ScenarioID(.altinn2, "1", seed: "1")
    old.add(.init(id, on: nil, sum: 90, isPassed: true, acts: acts))
    var other = Window(old, language)
    try other.choose("attempts", "attempt/0")
    #expect(other.text.contains(other.wording("train.attemptGone").prefix(40)))
  }

  @Test(arguments: Language.allCases)
  func `beside the points stand one's own last five, and where one first left the best way`(
    language: Language
  ) throws {
    var record = TrainingRecord()
    for (place, sum) in [31, 42, 53, 64, 75].enumerated() {
      let id = ScenarioID(.altinn2, "1", seed: "\(place + 1)")
      record.add(.init(id, on: Day("2026-11-20"), sum: sum, isPassed: false))
    }
    var window = Window(record, language)
    try window.choose("list/altinn2", "play/altinn2/1", "tellBack")
    try window.choose("end", "result.6", "close.", "good", "on")
    let wording = window.wording
    let left = wording("train.diverged", ["act": wording("train.act.tellBack")])
    #expect("\(window.state.screen.page(wording).prose)".contains(left))
    try window.choose("on")
    let sum = try #require(window.kept.attempts.last?.sum)
    let told = wording("train.lastSums", ["sums": "42, 53, 64, 75, \(sum)"])
    #expect("\(window.state.screen.page(wording).prose)".contains(told))
    // All of it can be copied, marked as training, once the points are told.
    var state = window.state
    guard case .copy(let text)? = state.update(.key(.function(6))).first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("[ØVING]") && text.squeezed.contains(left))
    window.press(.escape)
    state = window.state
    #expect(state.update(.key(.function(6))).isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `what one writes for next time stands on the first page, without what must not be kept`(
    language: Language
  ) throws {
    var window = Window(TrainingRecord(), language)
    try window.choose("list/altinn2", "play/altinn2/1", "end", "result.6", "close.")
    try window.choose("good", "on", "on")
    let wording = window.wording
    func page() -> [Prose.Line] { window.state.screen.page(wording).prose.lines(width: 400) }
    try window.choose("write")
    for sign in "Les tilbake 01810050019" { window.press(.character(sign)) }
    #expect(window.leaving().contains(wording("train.leave.intent").prefix(40)))
    window.press(.enter)
    #expect(window.kept.intent == "Les tilbake [fnr]", "\(window.kept.intent ?? "")")
    let told = wording("train.intended", ["text": wording.quoted("Les tilbake [fnr]")])
    #expect(page().contains { $0.text.contains(told) })
    // Whoever looks at it again and goes back has changed nothing.
    try window.choose("write")
    #expect(window.text.contains("Les tilbake [fnr]"))
    window.press(.escape)
    #expect(window.kept.intent == "Les tilbake [fnr]")
    // What is changed is kept, whichever way one goes from it.
    for (sign, key) in [("x", Key.escape), ("y", .function(8))] {
      try window.choose("write")
      window.press(.character(Character(sign)), key)
      #expect(window.kept.intent == "Les tilbake [fnr]\(sign)")
      guard key == .escape else { continue }
      try window.choose("write")
      window.press(.backspace, .enter)
    }
    let last = wording("train.intended", ["text": wording.quoted("Les tilbake [fnr]y")])
    #expect(page().contains { $0.text.contains(last) })
    // In a class, where others see the screen, it is neither told nor asked for.
    let group = try #require(TrainingPages.group("1"))
    var seat = TrainingPages(language, Size(columns: 80, rows: 24))
      .begun(.seat(SeatInClass(1, in: group, SeatRecord()), window.kept))
    for id in ["play/0", "end", "result.6", "close.", "good", "on", "on"] {
      seat = try #require(TrainingPages.chosen(id, seat), "\(id)")
      #expect(!"\(seat.screen.page(wording).prose)".contains("[fnr]"), "\(id)")
    }
    #expect(seat.screen.page(wording).options.map(\.id) == ["menu"])
  }

  @Test func `of what is pasted for next time no number is kept that the line cuts off`() throws {
    var window = Window()
    try window.choose("list/altinn2", "play/altinn2/1", "end", "result.6", "close.")
    try window.choose("good", "on", "on", "write")
    let filler = String(repeating: "les ", count: 28)
    // The line has room for eight of its eleven digits.
    window.send(.pasted(filler + "01810050019"))
    window.press(.enter)
    #expect(window.kept.intent == filler + "[fnr]", "\(window.kept.intent ?? "")")
  }

  @Test(arguments: Language.allCases)
  func `the highest level is a test, once a day`(language: Language) throws {
    for (day, isLeft) in [("2026-11-30", true), ("2026-12-01", false)] {
      var record = TrainingRecord()
      let id = ScenarioID(.altinn2, "L5", seed: "1")
      record.add(.init(id, on: Day(day), sum: 73, isPassed: false))
      var window = Window(record, language)
      try window.choose("levels")
      let ids = window.options.map(\.id)
      #expect(ids.contains("play/altinn2/L5") == isLeft && ids.contains("play/altinn2/L4"))
      #expect(window.text.contains(window.wording("train.tested")) != isLeft)
      // That of the other Altinn is another one.
      let setting = TrainingSetting(record, on: Day("2026-12-01"))
      #expect(setting.isTested("L5", of: .altinn2) != isLeft)
      #expect(!setting.isTested("L5", of: .altinn3) && !setting.isTested("L4", of: .altinn2))
      guard isLeft else { continue }
      try window.choose("play/altinn2/L5", "end", "result.6", "close.", "good", "on")
      // Nor can it be gone on with from one of its steps.
      #expect(window.options.map(\.id) == ["on", "best"])
      try window.choose("on")
      #expect(window.options.map(\.id) == ["write", "menu"])
    }
  }

  @Test(arguments: Language.allCases)
  func `a caller who hangs up is heard, and then comes what is to be said of it`(language: Language)
    throws
  {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let scenarios = (1...200).lazy.compactMap {
      room.draw.scenario(ScenarioID(.altinn2, "L3", seed: "\($0)"))
    }
    var call = TrainingCall(try #require(scenarios.first { $0.caller.patience != nil }))
    while !call.isOver, call.acts.count < 2_000 { call.perform(.readBack, in: room) }
    #expect(call.hasHungUp)
    for leaving: Key in [.enter, .escape, .character("1")] {
      var record = TrainingRecord()
      record.keep(call.scenario.id, Array(call.acts.dropLast()))
      var window = Window(record, language)
      try window.choose("goOn/0", "readBack")
      let wording = window.wording
      #expect(window.text.contains(wording("train.reply.hungUp")), "\(window.text)")
      #expect(window.text.contains(wording("train.hungUp")))
      #expect(window.kept.attempts.count == 1 && window.kept.openCalls.isEmpty)
      window.press(leaving)
      #expect(window.text.contains(wording("train.feeling")), "\(leaving)")
      #expect(window.kept.attempts.count == 1)
    }
  }
}
