import Drawing
package import Model
package import Screens

/// The program without a terminal, with a store in memory, and what must hold of it.
package struct Game {
  /// How an event changes the program; the real way unless a test plants a fault.
  package typealias Update = @Sendable (inout AppState, Event) -> [Effect]

  private let update: Update
  private let content: Content
  private var store = SlowStore()
  package private(set) var state: AppState
  private var count = 0
  /// The page that stood there when the move before was made.
  private var pageBefore: String?
  /// What each open case was last to be saved as.
  private var sent: [CaseHandle: CaseDraft] = [:]

  package init(
    language: Language,
    content: Content = .embedded,
    update: @escaping Update = { $0.update($1) }
  ) {
    self.update = update
    self.content = content
    state = Self.begin(content, language, Size(columns: 80, rows: 24))
    store.ask(.count)
  }

  private static func begin(_ content: Content, _ language: Language, _ size: Size) -> AppState {
    AppState(content: content, language: language, size: size, home: HomeState(.altinn2))
  }

  /// Makes a move.
  ///
  /// - Returns: What does not hold any longer; empty when all is well.
  package mutating func play(_ move: Move) -> [String] {
    count += 1
    // What is typed ahead comes before the page that the move before it led to has been drawn.
    if case .ahead = move {} else { state.markDrawn() }
    let before = state
    var effects: [Effect] = []
    switch move {
    case .key(let key), .ahead(let key): effects = update(&state, .key(key))
    case .paste(let text): effects = update(&state, .pasted(text))
    case .resize(let size): effects = update(&state, .resized(size))
    case .press(let position):
      if let area = state.render().hitArea(at: position) {
        effects = update(&state, .pressed(area, at: position))
      }
    case .wheel(let isUp): effects = update(&state, .wheeled(up: isUp))
    case .answer: if let event = store.answer() { effects = update(&state, event) }
    case .fail: if let event = store.fail() { effects = update(&state, event) }
    case .meddle: store.meddle()
    case .midnight: store.midnight()
    case .appear(let seed): effects = state.open(store.put(seed))
    }
    var faults = shown() + kept(effects)
    if case .resize = move, !isSame(before, state) {
      faults.append("a resize changed more than the size")
    }
    if case .ahead(let key) = move, isPlain(key), !before.isDrawn, answers(effects) {
      faults.append("\(key) was pressed for another page and answered this one")
    }
    if move == .key(.enter), before.overlay == nil, pageBefore != before.screen.pageName {
      faults += endedUnsaid(effects)
    }
    pageBefore = before.screen.pageName
    if move == .key(.function(9)) { faults += reworded(from: before) }
    if state.awaitsPause, count.isMultiple(of: 3) {
      let kept = update(&state, .paused)
      faults += self.kept(kept)
      effects += kept
    }
    if count.isMultiple(of: 25) { faults += ways() }
    for effect in effects {
      if case .quit = effect {
        store.finish()
        sent = [:]
        state = Self.begin(content, state.language, state.size)
        store.ask(.count)
      } else {
        ask(effect)
      }
    }
    return faults + said()
  }

  private mutating func ask(_ effect: Effect) {
    if case .save(let draft, let handle) = effect { sent[handle] = draft }
    store.ask(effect)
  }

  // MARK: - What must hold

  /// Whether a key is one that can answer; commands keep what is typed, wherever one is.
  private func isPlain(_ key: Key) -> Bool {
    switch key {
    case .character, .enter, .tab, .down, .up: true
    default: false
    }
  }

  /// Whether something is kept or deleted by effects that an answer alone has.
  private func answers(_ effects: [Effect]) -> Bool {
    effects.contains { effect in
      switch effect {
      case .save(let draft, let handle): draft.answers != (sent[handle]?.answers ?? [])
      case .delete: true
      default: false
      }
    }
  }

  /// Enter as the first key on a page lets a case of which nothing was said wait for nobody.
  private func endedUnsaid(_ effects: [Effect]) -> [String] {
    effects.flatMap { effect -> [String] in
      guard case .save(let draft, _) = effect, draft.status != .open else { return [] }
      let isSilent = draft.answers.allSatisfy { ["", Fact.unknown].contains($0.answer.value) }
      return isSilent ? ["Enter had a case of which nothing was said be \(draft.status)"] : []
    }
  }

  /// The screen is whole, clean and of the right size, and the cursor is on it.
  private func shown() -> [String] {
    let frame = state.render()
    var faults = frame.checkInvariants()
    if frame.size != state.size { faults.append("a frame of \(frame.size) for \(state.size)") }
    if frame.cursor == nil, state.size.columns > 0, state.size.rows > 0 {
      faults.append("no focus")
    }
    let isClean = frame.text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        && !Self.turns.contains(scalar.value) || scalar == "\n"
    }
    if !isClean { faults.append("a control sign on the screen") }
    return faults
  }

  /// The signs that turn the direction of text about.
  private static let turns: Set<UInt32> = Set(0x202A...0x202E).union(0x2066...0x2069)

  /// The header has a case number only if that very case is on the disk, and tells of a save only if
  /// what the case was last to be saved as is.
  private func said() -> [String] {
    guard let screen = state.screen as? WalkScreen else { return [] }
    let kept = store.open[screen.openCase]
    var faults: [String] = []
    if let number = screen.number, number != kept?.id {
      faults.append("the number of a case that is not the one on the screen")
    }
    if screen.keeping == .saved {
      if screen.number == nil { faults.append("saved, and no number") }
      if var last = sent[screen.openCase] {
        last = last.storable { text, _ in MemoryCaseStore.clean(text) }
        // The store adds the round that is left when a closed case is taken up.
        last.rounds = kept?.content.rounds ?? []
        if last != kept?.content { faults.append("saved, and the last answers are not") }
      }
    }
    return faults
  }

  /// What is saved or sent out has no secret in it, and one answer to a field.
  private func kept(_ effects: [Effect]) -> [String] {
    effects.flatMap { effect -> [String] in
      var faults: [String] = []
      switch effect {
      case .save, .write, .copy:
        faults += Secret.allCases.filter { $0.isFound(in: "\(effect)") }.map { "\($0) let out" }
      default: break
      }
      guard case .save(let draft, _) = effect else { return faults }
      let fields = draft.answers.map(\.field)
      if Set(fields).count != fields.count { faults.append("two answers in a field") }
      return faults
    }
  }

  /// Another language changes no answer, and twice more brings back what was there.
  private func reworded(from before: AppState) -> [String] {
    var faults: [String] = []
    var now = state
    if typed(before) != typed(now) { faults.append("a change of language changed an answer") }
    for _ in 1..<Language.allCases.count { _ = update(&now, .key(.function(9))) }
    if !isSame(before, now) { faults.append("changes of language changed more than the words") }
    return faults
  }

  /// What must hold of the ways from here, which takes many keys to find out.
  package func ways() -> [String] {
    // Where nothing can be seen there is one way, which asks nothing.
    state.isTooSmall ? wayOut([interrupts]) : wayOut([interrupts, leave]) + wayBack() + comesBack()
  }

  private var interrupts: [Key] { [.control("c"), .control("c")] }
  private var leave: [Key] { [.function(10), .tab, .enter] }

  /// From anywhere the ways of leaving lead out, and keep what is typed.
  private func wayOut(_ ways: [[Key]]) -> [String] {
    ways.compactMap { keys in
      var copy = state
      let effects = keys.flatMap { key in
        copy.markDrawn()
        return update(&copy, .key(key))
      }
      return effects.contains { if case .quit = $0 { true } else { false } }
        ? nil : "no way out by \(keys)"
    }
  }

  /// Escape leads home from anywhere, with an answer to what is asked on the way.
  private func wayBack() -> [String] {
    var copy = self
    let before = store.disk
    defer { store.disk = before }
    for _ in 0..<300 {
      if copy.state.screen is HomeScreen, copy.state.overlay == nil { return [] }
      if case .conflict = copy.state.overlay {
        copy.take(.key(.enter))
      } else {
        copy.take(.key(.escape))
      }
      // Not all that is asked for is answered.
      while !copy.store.isIdle { if let event = copy.store.answer() { copy.take(event) } }
    }
    return ["no way home by Escape"]
  }

  private mutating func take(_ event: Event) {
    state.markDrawn()
    for effect in update(&state, event) { ask(effect) }
  }

  /// What is laid over a screen leaves it as it was.
  private func comesBack() -> [String] {
    switch state.overlay {
    case nil, .conflict: break
    default: return []
    }
    return [Key.function(1), .function(4), .function(10)].compactMap { key in
      if key == .function(4) {
        guard state.overlay == nil, state.screen is WalkScreen else { return nil }
      }
      var copy = state
      _ = update(&copy, .key(key))
      _ = update(&copy, .key(.escape))
      return isSame(state, copy) ? nil : "\(key) and Escape changed something"
    }
  }

  /// What would be saved if the program were ended now.
  private func typed(_ state: AppState) -> [StoredAnswer] {
    var copy = state
    return update(&copy, .interrupted).flatMap { effect -> [StoredAnswer] in
      if case .save(let draft, _) = effect { return draft.answers }
      return []
    }
  }

  /// Whether two states are the same but for size, scrolling, and a remark that any key takes away.
  private func isSame(_ one: AppState, _ other: AppState) -> Bool {
    var (one, other) = (one, other)
    // A remark of several lines leaves less room to the rest.
    _ = one.update(.key(.control("l")))
    _ = other.update(.key(.control("l")))
    // On a screen where everything has room nothing is scrolled.
    _ = one.update(.resized(Frame.largest))
    _ = other.update(.resized(Frame.largest))
    return one.overlay == other.overlay && one.screen.isSame(as: other.screen)
  }
}
