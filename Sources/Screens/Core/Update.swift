import Model

extension AppState {
  /// Takes in what happened and says what the outside is to do.
  package mutating func update(_ event: Event) -> [Effect] {
    defer { fit() }
    switch event {
    case .key(let key): return handle(key)
    case .pasted(let text): return paste(text)
    case .resized(let size):
      self.size = size
      return []
    case .interrupted: return keepTyped() + [.quit(.left)]
    case .saved(let id):
      withWalk { screen, _ in
        screen.number = id
        screen.keeping = .saved
      }
    case .changedElsewhere: overlay = .conflict(wording)
    case .opened(let found): open(found)
    case .listed(let cases, let open): list(cases, open: open)
    case .storeFailed(let key, let values):
      trouble = (key, values)
      withWalk { screen, _ in screen.keeping = .failed }
    }
    return []
  }

  // MARK: - Keys

  private mutating func handle(_ key: Key) -> [Effect] {
    trouble = nil
    if let command = Binding.command(for: key, inWalk: isInWalk), let effects = run(command) {
      return effects
    }
    if overlay != nil { return handleOverlay(key) }
    guard !isTooSmall else { return [] }
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
    }
  }

  private var isInWalk: Bool {
    if case .walk = place { return overlay == nil }
    return false
  }

  /// Does what a key asks for everywhere; `nil` when this screen has its own use for the key.
  private mutating func run(_ command: Command) -> [Effect]? {
    switch command {
    case .help: toggle { .help($0) }
    case .why:
      guard case .walk(let screen) = place else { return nil }
      overlay = .why(TextBlock(wording.why(screen.walk.current, in: screen.walk)))
    case .overview: return onWalk { $0.showOverview(wording: $1) }
    case .conclude: return onWalk { $0.conclude(wording: $1) }
    case .language: return [switchLanguage()]
    case .quit: overlay = .leave(wording)
    case .interrupt:
      // Asked twice, it means it.
      if case .leave = overlay { return keepTyped() + [.quit(.left)] }
      overlay = .leave(wording)
    case .back: return back()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  private mutating func toggle(_ make: (Wording) -> Overlay) {
    if case .help = overlay { overlay = nil } else { overlay = make(wording) }
  }

  private mutating func back() -> [Effect]? {
    if let overlay {
      if case .conflict = overlay { return [] }
      self.overlay = nil
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
    case .walk(var screen):
      let outcome = screen.back(wording: wording)
      place = .walk(screen)
      return outcome == .ignored ? goHome() : follow(outcome)
    }
  }

  private mutating func handleOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .help(var text):
      _ = text.handle(key)
      overlay = key == .enter ? nil : .help(text)
    case .why(var text):
      _ = text.handle(key)
      overlay = key == .enter ? nil : .why(text)
    case .leave(var buttons):
      let outcome = buttons.handle(key)
      overlay = .leave(buttons)
      guard outcome == .activated else { return [] }
      if buttons.focusedID == Overlay.leave {
        if case .walk = place { return keepTyped() + [.quit(.left)] }
        return [.quit(.done)]
      }
      overlay = nil
    case .conflict(var buttons):
      let outcome = buttons.handle(key)
      overlay = .conflict(buttons)
      guard outcome == .activated, case .walk(let screen) = place, let id = screen.number else {
        return []
      }
      overlay = nil
      return [.open(id)]
    case nil: break
    }
    return []
  }

  private mutating func paste(_ text: String) -> [Effect] {
    guard overlay == nil, !isTooSmall else { return [] }
    switch place {
    case .home: break
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
    if option == Self.resume {
      place = .cases(CasesScreen([], wording: wording))
      return [.list(matching: "")]
    }
    guard let flow = Flow.named(option) else { return [] }
    place = .walk(WalkScreen(Walk(flow, guide: content.guide), wording: wording))
    return [.closeCase]
  }

  private mutating func open(_ found: Case) {
    guard let flow = Flow.named(found.flow) else { return }
    let walk = Walk(flow, guide: content.guide, resuming: found.content)
    place = .walk(WalkScreen(walk, number: found.id, wording: wording))
  }

  private mutating func list(_ cases: [CaseSummary], open: Int) {
    openCases = open
    switch place {
    case .home(var menu):
      let fresh = Self.home(wording, openCases: open)
      menu.reword(fresh.intro.parts, fresh.list.options)
      place = .home(menu)
    case .cases(var screen):
      screen.show(cases, wording: wording)
      place = .cases(screen)
    case .walk: break
    }
  }

  private mutating func goHome() -> [Effect] {
    place = .home(Self.home(wording, openCases: openCases))
    return [.closeCase, .list(matching: "")]
  }

  private mutating func follow(_ outcome: CasesScreen.Outcome) -> [Effect] {
    switch outcome {
    case .stays, .ignored: []
    case .search(let words): [.list(matching: words)]
    case .open(let id): [.open(id)]
    }
  }

  private mutating func follow(_ outcome: WalkScreen.Outcome) -> [Effect] {
    guard case .walk(var screen) = place else { return [] }
    switch outcome {
    case .stays, .ignored: return []
    case .save:
      screen.keeping = .underWay
      place = .walk(screen)
      return [.save(screen.content)]
    case .ends(let status):
      var content = screen.content
      content.status = status
      // A task leads back to the case it was begun from, to be checked again there.
      if let origin = screen.walk.originCase { return [.save(content), .open(origin)] }
      return [.save(content)] + goHome()
    case .begins(let draft):
      guard let flow = Flow.named(draft.flow) else { return [] }
      let walk = Walk(flow, guide: content.guide, resuming: draft)
      place = .walk(WalkScreen(walk, wording: wording))
      return [.save(screen.content), .closeCase]
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

  /// Keeps what is typed on the screen, though nobody has said that it is the answer.
  private mutating func keepTyped() -> [Effect] {
    guard case .walk(var screen) = place, screen.keepTyped(wording) else { return [] }
    place = .walk(screen)
    return [.save(screen.content)]
  }

  private mutating func withWalk(_ change: (inout WalkScreen, Wording) -> Void) {
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
      let fresh = Self.home(wording, openCases: openCases)
      menu.reword(fresh.intro.parts, fresh.list.options)
      place = .home(menu)
    case .walk: withWalk { $0.reword($1) }
    case .cases(var cases):
      cases.reword(wording)
      place = .cases(cases)
    }
    switch overlay {
    case .help(var text):
      if case .help(let fresh) = Overlay.help(wording) { text.replace(with: fresh.parts) }
      overlay = .help(text)
    case .why(var text):
      if case .walk(let screen) = place {
        text.replace(with: wording.why(screen.walk.current, in: screen.walk))
      }
      overlay = .why(text)
    case .leave: overlay = .leave(wording)
    case .conflict: overlay = .conflict(wording)
    case nil: break
    }
    return .rememberLanguage(language)
  }
}
