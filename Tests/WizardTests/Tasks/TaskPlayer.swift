import Wording
import Model
import Screens
import TestSupport
import Testing

/// A task played by keys on the real program.
extension Player {
  /// Begins the task of a script from home.
  func begin(_ script: TaskScript) throws -> Walk {
    let footer = session.screen.rows.last
    session.press(.text(script.home))
    let walk = script.begin()
    try wait(for: walk)
    // A picture is drawn from the top; when the footer is another and the cursor has left it, nothing
    // of home stands there any longer.
    try session.waitUntil("the whole first step") {
      $0.rows.last != footer && $0.cursorRow < $0.rows.count - 1
    }
    try expectTruthfulHeader(walk)
    return walk
  }

  /// Begins a task and goes on until a step, or to the receipt.
  func play(_ script: TaskScript, until step: StepID = "receipt") throws -> Walk {
    var walk = try begin(script)
    try go(on: script, &walk, until: step)
    return walk
  }

  func go(on script: TaskScript, _ walk: inout Walk, until step: StepID = "receipt") throws {
    while walk.current.id != step, walk.current.kind != .receipt { try self.step(script, &walk) }
  }

  /// Waits until the screen shows where a walk stands.
  @discardableResult
  func wait(for walk: Walk) throws -> PtyScreen {
    let sign = TaskScript.sign(of: walk, wording)
    try #require(!sign.isEmpty, "nothing to know \(walk.current.id) by")
    return try session.waitUntil("\(walk.current.id): \(sign)") { screen in
      Reader.matches(sign, in: Reader.words(screen))
    }
  }

  /// Waits until all that is known has reached the disk.
  func waitUntilSaved() throws {
    try session.waitUntil("everything saved") { reader.isSaved($0) }
  }

  /// Holds that the header tells of no save that was not made: a case it names is stored and of the walk's
  /// flow, and one it says is saved is stored at the walk's step.
  func expectTruthfulHeader(_ walk: Walk, at location: SourceLocation = #_sourceLocation) throws {
    session.waitUntilAsleep()
    let screen = session.screen
    let named = reader.caseNumber(screen)
    let isSaved = reader.isSaved(screen)
    guard isSaved || named != nil else { return }
    // A header without room for the number speaks of the case that was saved last.
    let stored = try kept().first { named == nil || $0.id.rawValue == named }
    #expect(stored?.flow == walk.flow.id, "\(screen.rows[0])", sourceLocation: location)
    guard isSaved else { return }
    #expect(stored?.step == walk.current.id, "\(screen.rows[0])", sourceLocation: location)
  }

  /// The revision that is stored of a case.
  func revision(of number: Int64) throws -> Int {
    try #require(try kept().first { $0.id.rawValue == number }).revision
  }

  /// Waits until a save of a case is on the disk, and the program has had time to say so.
  func waitForSave(of number: Int64, after revision: Int) throws {
    var times = 0
    while times < 3 {
      if try self.revision(of: number) > revision { times += 1 }
      // Each time round, what has come from the store is taken in before it is drawn.
      session.press(.function(1))
      try wait(forText: "help.title")
      session.press(.escape)
      try session.waitUntil("no help") { !reader.shows("help.title", $0) }
    }
  }

  /// Answers the step on the screen and the walk beside it, and waits for the next one.
  func step(_ script: TaskScript, _ walk: inout Walk) throws {
    try answer(script, walk)
    script.answer(&walk, wording)
    try wait(for: walk)
    try waitUntilSaved()
    try expectTruthfulHeader(walk)
  }

  /// Presses what answers the step on the screen.
  func answer(_ script: TaskScript, _ walk: Walk) throws {
    guard walk.current.kind == .question else {
      return take(script.choice(at: walk, wording), walk)
    }
    let fields = walk.current.fields
    for (place, field) in fields.enumerated() {
      let answer = script.answer(to: field, in: walk)
      try press(answer, to: field, in: walk, isLast: place == fields.count - 1)
    }
  }

  /// Goes a way that stands as a button or in a list.
  func take(_ choice: WalkChoice, _ walk: Walk) {
    let place = wording.offers(walk).firstIndex { $0.choice == choice } ?? 0
    let isList = [.review, .tasks, .overview].contains(walk.current.kind)
    for _ in 0..<place { session.press(isList ? .down : .left) }
    session.press(.enter)
  }

  /// Answers one field by keys alone.
  private func press(_ value: String, to field: Field, in walk: Walk, isLast: Bool) throws {
    switch field.input {
    case .choice(let choices):
      let values = field.offered(choices)
      if walk.answer(field.id)?.value != value {
        session.press(.home)
        for _ in 0..<(values.firstIndex(of: value) ?? choices.count) { session.press(.down) }
        // Enter would answer the whole step.
        session.press(.text(" "))
        // What is chosen stands there only once the page does, and Enter before that answers nothing.
        try session.waitUntil("what is chosen") { $0.rows[$0.cursorRow].contains("(•)") }
      }
      session.press(isLast ? .enter : .tab)
    case .search(let table): try press(value, in: table, of: field, walk)
    case .line:
      // What stands there already is kept by Enter alone.
      if walk.answer(field.id)?.value != value {
        session.press(.control("u"))
        try type(value)
      }
      session.press(.enter)
    case .secret:
      try typeSecret(value, value)
    case .boxes(let boxes) where boxes.isSearched:
      for id in value.split(separator: ",") {
        try type(String(id))
        session.press(.enter)
        try session.waitFor(String(wording("boxes.search").prefix(20)))
      }
      session.press(.enter)
    case .boxes(let boxes):
      let ticked = value.split(separator: ",").map(String.init)
      let standing = (walk.answer(field.id)?.value ?? "").split(separator: ",").map(String.init)
      session.press(.home)
      for box in wording.boxes(boxes, of: field.id) {
        if ticked.contains(box.id) != standing.contains(box.id) { session.press(.text(" ")) }
        session.press(.down)
      }
      session.press(.enter)
    case .message:
      if !value.isEmpty { session.paste(value) }
      session.press(.enter)
    case .candidates: session.press(.enter)
    }
  }

  private func press(
    _ value: String,
    in table: Field.SearchTable,
    of field: Field,
    _ walk: Walk
  ) throws {
    // What stands there has the focus.
    if walk.answer(field.id)?.value != value {
      // Nothing fits the last of these words, so that only the two answers are left that always do, *not in the list*
      // with the focus.
      try type(wording.entry(value, in: table) ?? TaskScript.nothing)
      if value == Fact.unknown { session.press(.down) }
    }
    session.press(.enter)
  }

  /// Types a line and waits until the end of it stands where the cursor is.
  ///
  /// Enter that comes in one breath with a long line would be a part of what is pasted.
  func type(_ text: String) throws {
    guard !text.isEmpty else { return }
    session.press(.text(text))
    let end = String(text.suffix(12))
    try session.waitUntil("the line \(text)") { $0.rows[$0.cursorRow].contains(end) }
  }

  /// Types a secret twice and goes on.
  func typeSecret(_ first: String, _ second: String) throws {
    try typeMasked(first)
    let row = session.screen.cursorRow
    session.press(.enter)
    try session.waitUntil("the second line") { $0.cursorRow != row }
    try typeMasked(second)
    session.press(.enter)
  }

  private func typeMasked(_ text: String) throws {
    guard !text.isEmpty else { return }
    session.press(.text(text))
    try session.waitUntil("a masked line") { $0.rows[$0.cursorRow].contains("•") }
  }
}
