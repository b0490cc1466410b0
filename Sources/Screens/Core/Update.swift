import Wording
import Drawing
package import Model

extension AppState {
  /// Takes in what happened and says what the outside is to do.
  package mutating func update(_ event: Event) -> [Effect] {
    defer { fit() }
    switch event {
    case .key(let key): return handle(key)
    case .pasted(let text): return paste(text)
    case .pressed(let area, let place): return press(area, at: place)
    case .wheeled(let isUp): return wheel(isUp ? .up : .down)
    case .resized(let size):
      self.size = size
      return []
    case .interrupted: return keepAll() + [.quit(.left)]
    case .saved(let handle, let id): withWalk(handle) { $0.saveEnded(as: id, wording: $1) }
    case .saveFailed(let handle, let key, let values):
      trouble = (key, values)
      withWalk(handle) { screen, _ in screen.saveFailed() }
    case .changedElsewhere(let handle, let theirs, let mine):
      return askAbout(SaveConflict(.changed, handle, theirs.id, mine: mine))
    case .deletedElsewhere(let handle, let id, let mine):
      return askAbout(SaveConflict(.deleted, handle, id, mine: mine))
    case .overtaken(let handle, let id): warn(of: handle, id, "conflict.noticed")
    case .removed(let handle, let id): warn(of: handle, id, "conflict.removed")
    case .opened(let handle, let found): return show(found, as: handle)
    case .known(let id, let found): notice = wording.known(id, found)
    case .counted(let open, let due): count(open: open, due: due)
    case .listed(let page): list(page)
    case .shown(let found, let today): show(found, on: today)
    case .deleted(let id): return forget(id)
    case .copied(let isSent):
      if isSent { notice = ("copy.sent", [:]) } else { trouble = ("copy.failed", [:]) }
    case .written(let path): notice = ("records.written", ["path": path])
    case .storeFailed(let key, let values):
      trouble = (key, values)
    }
    return []
  }

  // MARK: - Keys

  mutating func handle(_ key: Key) -> [Effect] {
    trouble = nil
    notice = nil
    let command = Binding.command(for: key, in: scopes)
    guard !isTooSmall || command?.isSafeUnseen ?? isUnseenText(key) else { return [] }
    if let command, let effects = run(command) { return effects }
    if overlay != nil { return handleOverlay(key) }
    switch place {
    case .home(var menu):
      let (taken, _) = menu.handle(key)
      place = .home(menu)
      return taken.map { take($0) } ?? []
    case .walk(var screen):
      let outcome = screen.handle(key, wording: wording)
      place = .walk(screen)
      if outcome == .ignored, key == .character("?") { return run(.help) ?? [] }
      return follow(outcome)
    case .cases(var cases):
      let outcome = cases.handle(key)
      place = .cases(cases)
      return follow(outcome)
    case .record(var record):
      let outcome = record.handle(key, wording: wording)
      place = .record(record)
      if outcome == .ignored, key == .character("?") { return run(.help) ?? [] }
      return follow(outcome)
    }
  }

  /// Whether a key is typed in a text, and is not lost though the window is too small to show it.
  ///
  /// Keys that would choose an answer have to wait: nothing is chosen unseen.
  private func isUnseenText(_ key: Key) -> Bool {
    guard overlay == nil, case .walk(let screen) = place, screen.takesText else { return false }
    return switch key {
    case .character, .backspace: true
    default: false
    }
  }

  private var scopes: [Scope] {
    [.anywhere] + (isInWalk ? [.walk] : []) + (isReading && overlay == nil ? [.reading] : [])
  }

  /// The text that is there to be read, as it is given to the clipboard.
  private var readText: String? {
    guard overlay == nil else { return nil }
    switch place {
    case .home, .cases: return nil
    case .record(let record): return record.form.text.plain
    case .walk(let screen):
      guard case .reading(let form) = screen.form else { return nil }
      return screen.walk.current.kind == .letter
        ? LetterText(screen.walk, wording).text : form.text.plain
    }
  }

  var isInWalk: Bool {
    if case .walk = place { return overlay == nil }
    return false
  }

  /// Does what a key asks for everywhere; `nil` when this screen has its own use for the key.
  private mutating func run(_ command: Command) -> [Effect]? {
    switch command {
    case .help: toggle { .help($0) }
    case .why:
      guard case .walk(let screen) = place else { return nil }
      overlay = .why(TextBlock(QuestionText(screen.walk, wording).why))
    case .overview: return onWalk { $0.showOverview(wording: $1) }
    case .conclude: return onWalk { $0.conclude(wording: $1) }
    case .copy: return readText.map { [.copy($0)] }
    case .language: return [switchLanguage()]
    case .quit: lay(.leave(wording))
    case .interrupt:
      // Asked twice, it means it.
      if case .leave = overlay { return keepAll() + [.quit(.left)] }
      lay(.leave(wording))
    case .back: return back()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  private mutating func toggle(_ make: (Wording) -> Overlay) {
    if case .help = overlay { close() } else { lay(make(wording)) }
  }

  private mutating func lay(_ new: Overlay) {
    if let overlay, case .conflict = overlay { unsettled.insert(overlay, at: 0) }
    overlay = new
  }

  mutating func close() { overlay = unsettled.isEmpty ? nil : unsettled.removeFirst() }

  private mutating func back() -> [Effect]? {
    if let overlay {
      if case .conflict = overlay { return [] }
      close()
      return []
    }
    switch place {
    case .home:
      overlay = .leave(wording)
      return []
    case .cases(var cases):
      // Escape first clears what was searched for.
      let outcome = cases.handle(.escape)
      place = .cases(cases)
      return outcome == .ignored ? goHome() : follow(outcome)
    case .record: return follow(RecordScreen.Outcome.back)
    case .walk(var screen):
      let outcome = screen.clearSearch(wording: wording) ? .stays : screen.back(wording: wording)
      place = .walk(screen)
      return follow(outcome)
    }
  }

  private mutating func handleOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .help(var text):
      _ = text.handle(key)
      overlay = .help(text)
      if key == .enter { close() }
    case .why(var text):
      _ = text.handle(key)
      overlay = .why(text)
      if key == .enter { close() }
    case .leave(var buttons):
      let outcome = buttons.handle(key)
      overlay = .leave(buttons)
      guard outcome == .activated else { return [] }
      if buttons.focusedID == Overlay.leave {
        if case .walk = place { return keepAll() + [.quit(.left)] }
        return keepAll() + [.quit(.done)]
      }
      close()
    case .conflict(var buttons, let conflict):
      let outcome = buttons.handle(key)
      overlay = .conflict(buttons, conflict)
      guard outcome == .activated else { return [] }
      close()
      return settle(conflict, by: buttons.focusedID)
    case .delete(var buttons, let id):
      let outcome = buttons.handle(key)
      overlay = .delete(buttons, id)
      guard outcome == .activated else { return [] }
      close()
      return buttons.focusedID == Overlay.delete ? [.delete(id)] : []
    case nil: break
    }
    return []
  }

  private mutating func paste(_ text: String) -> [Effect] {
    guard overlay == nil else { return [] }
    switch place {
    case .home, .record: break
    case .walk(var screen):
      screen.paste(text, wording: wording)
      place = .walk(screen)
    case .cases(var cases):
      let outcome = cases.paste(text)
      place = .cases(cases)
      return follow(outcome)
    }
    return []
  }

  // MARK: - Going from screen to screen

  private mutating func take(_ option: String) -> [Effect] {
    let filter: CaseQuery.Filter? =
      switch option {
      case Self.resume: .unfinished
      case Self.records: .all
      case Self.followUp: .due
      default: nil
      }
    if let filter {
      let screen = CasesScreen(filter)
      place = .cases(screen)
      return [.list(screen.query)]
    }
    guard let flow = Flow.named(option) else { return [] }
    let released = letGo()
    let walk = Walk(flow, engine: content.engine)
    place = .walk(WalkScreen(walk, as: newHandle(), wording: wording))
    return released
  }

  /// Asks for a case, which goes on the screen when the store has read it.
  package mutating func open(_ id: CaseID) -> [Effect] {
    let handle = newHandle()
    defer { awaited = handle }
    return (awaited.map { [.release($0)] } ?? []) + [.open(id, as: handle)]
  }

  /// Shows a case that the store has read, unless the person has gone on meanwhile.
  private mutating func show(_ found: Case, as handle: CaseHandle) -> [Effect] {
    guard handle == awaited, let flow = Flow.named(found.flow) else { return [] }
    awaited = nil
    // What is typed in another case is kept; what is typed in this one is given up for the newest.
    let left = (walkNumber == found.id ? [] : keepTyped()) + letGo()
    var walk = Walk(flow, engine: content.engine, resuming: found.content)
    // From the overview a finished case is opened to be changed, and not to be ended once more.
    if case .record = place { walk.goToReviewIfOver() }
    place = .walk(WalkScreen(walk, as: handle, number: found.id, wording: wording))
    // It told of the step that was there before.
    if case .why = overlay { close() }
    return left
  }

  /// Lets go of the case on the screen, and of one that has been asked for.
  mutating func letGo() -> [Effect] {
    defer { awaited = nil }
    return [walkHandle, awaited].compactMap { $0.map { .release($0) } }
  }

  private mutating func follow(_ outcome: WalkScreen.Outcome) -> [Effect] {
    guard case .walk(var screen) = place else { return [] }
    switch outcome {
    case .stays, .ignored: return []
    case .save:
      screen.saveBegan()
      place = .walk(screen)
      return [.save(wording.draft(screen.walk), screen.handle)]
    case .saveAndLookUp(let id):
      return follow(.save) + [.lookUp(systemID: id, except: screen.handle)]
    case .ends(let status):
      var content = wording.draft(screen.walk)
      content.status = status
      // A task leads back to the case it was begun from, to be checked again there.
      let saved = Effect.save(content, screen.handle)
      return [saved] + (screen.walk.originCase.map { open($0) } ?? goHome())
    case .leaves(let hasTyped): return (hasTyped ? follow(.save) : []) + goHome()
    case .copies(let text): return [.copy(text)]
    case .writes(let name, let text): return [.write(name: name, text: text)]
    case .begins(let draft):
      guard let flow = Flow.named(draft.flow) else { return [] }
      let walk = Walk(flow, engine: content.engine, resuming: draft)
      let left = [.save(wording.draft(screen.walk), screen.handle)] + letGo()
      place = .walk(WalkScreen(walk, as: newHandle(), wording: wording))
      return left
    }
  }

  private mutating func onWalk(
    _ act: (inout WalkScreen, Wording) -> WalkScreen.Outcome
  ) -> [Effect]? {
    guard case .walk(var screen) = place else { return nil }
    let outcome = act(&screen, wording)
    place = .walk(screen)
    return follow(outcome)
  }

  /// The handle of the case on the screen, if one is there.
  var walkHandle: CaseHandle? {
    if case .walk(let screen) = place { screen.handle } else { nil }
  }

  /// The number of the case on the screen, if one is there and has been saved.
  var walkNumber: CaseID? {
    if case .walk(let screen) = place { screen.number } else { nil }
  }

  /// Keeps what is typed on the screen, though nobody has said that it is the answer.
  mutating func keepTyped() -> [Effect] {
    guard case .walk(var screen) = place, screen.keepTyped(wording) else { return [] }
    screen.saveBegan()
    place = .walk(screen)
    return [.save(wording.draft(screen.walk), screen.handle)]
  }

  /// Changes the walk on the screen, if it is the one of an open case.
  mutating func withWalk(_ handle: CaseHandle, _ change: (inout WalkScreen, Wording) -> Void) {
    if walkHandle == handle { withWalk(change) }
  }

  mutating func withWalk(_ change: (inout WalkScreen, Wording) -> Void) {
    guard case .walk(var screen) = place else { return }
    change(&screen, wording)
    place = .walk(screen)
  }

  /// Goes on to the next language; what was typed and chosen stays.
  private mutating func switchLanguage() -> Effect {
    let all = Language.allCases
    let next = ((all.firstIndex(of: language) ?? 0) + 1) % all.count
    language = all[next]
    switch place {
    case .home(var menu):
      let fresh = home
      menu.reword(fresh.intro.parts, fresh.list.options)
      place = .home(menu)
    case .walk: withWalk { $0.reword($1) }
    case .cases(var cases):
      cases.reword(wording)
      place = .cases(cases)
    case .record(var record):
      record.reword(wording)
      place = .record(record)
    }
    overlay = overlay.map { reworded($0) }
    unsettled = unsettled.map { reworded($0) }
    return .rememberLanguage(language)
  }

  /// The same in the language of now, with the same focus.
  private func reworded(_ overlay: Overlay) -> Overlay {
    switch overlay {
    case .help(var text):
      if case .help(let fresh) = Overlay.help(wording) { text.replace(with: fresh.parts) }
      return .help(text)
    case .why(var text):
      if case .walk(let screen) = place {
        text.replace(with: QuestionText(screen.walk, wording).why)
      }
      return .why(text)
    case .leave(let buttons): return .leave(wording, focused: buttons.focusedID)
    case .conflict(let buttons, let conflict):
      return .conflict(wording, conflict, focused: buttons.focusedID)
    case .delete(let buttons, let id):
      return .delete(id, wording, focused: buttons.focusedID)
    }
  }
}
