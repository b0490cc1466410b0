import Wording
import Drawing
import Model

extension AppState {
  /// Takes in what happened and says what the outside is to do.
  package mutating func update(_ event: Event) -> [Effect] {
    defer { fit() }
    let below = screen.pageName
    let effects = take(event)
    // What the store answers may bring another page below the help, with keys of its own.
    if case .help = overlay, screen.pageName != below { overlay = help }
    return effects + askRegister()
  }

  private mutating func take(_ event: Event) -> [Effect] {
    desk.look(at: event)
    switch event {
    case .key(let key):
      let effects = handle(key)
      awaitsPause = isTyping
      return effects
    case .paused: return keepPaused()
    case .pasted(let text):
      awaitsPause = isTyping
      return overlay == nil ? follow(screen.paste(text, wording: wording)) : []
    case .pressed(let area, let position): return press(area, at: position)
    case .wheeled(let isUp): return wheel(isUp ? .up : .down)
    case .resized(let size):
      self.size = size
      return []
    case .interrupted: return keepAll() + [.quit(.left)]
    case .changedElsewhere(let handle, let theirs, let mine):
      return askAbout(SaveConflict(.changed, handle, theirs.id, mine: mine), event)
    case .deletedElsewhere(let handle, let id, let mine):
      return askAbout(SaveConflict(.deleted, handle, id, mine: mine), event)
    case .overtaken(let handle, let id): return warn(of: handle, id, "conflict.noticed", event)
    case .removed(let handle, let id): return warn(of: handle, id, "conflict.removed", event)
    case .opened(let handle, let found): return show(found, as: handle)
    case .counted(let open, let due): (home.open, home.due) = (open, due)
    case .desk(let event): return take(event)
    case .clock(let now): return tick(now)
    case .storeFailed where awaited != nil && screen.handle != nil:
      // The case that one goes back to cannot be read; home is always there.
      trouble = event.trouble
      return follow(.goes(.home()))
    case .saved, .listed, .shown, .known, .deleted, .copied, .written, .storeFailed, .saveFailed,
      .trained, .classroom, .registered, .foundInRegister:
      break
    }
    for place in desk.calls.indices { _ = desk.calls[place].receive(event, wording: wording) }
    if let done = screen.notice(of: event, wording) { notice = done }
    if let wrong = event.trouble { trouble = wrong }
    return follow(screen.receive(event, wording: wording))
  }

  // MARK: - Keys

  mutating func handle(_ key: Key) -> [Effect] {
    trouble = nil
    notice = nil
    let command = Binding.command(for: key, in: scopes)
    guard !isTooSmall || command?.isSafeUnseen ?? isUnseenText(key) else { return [] }
    if let command, let effects = run(command) { return effects }
    if overlay != nil { return handleOverlay(key) }
    let response = give(key)
    if response == .ignored, key == .character("?") { return run(.help) ?? [] }
    return follow(response)
  }

  /// Whether a key is typed in a text, and is not lost though the window is too small to show it.
  ///
  /// Keys that would choose an answer have to wait: nothing is chosen unseen.
  private func isUnseenText(_ key: Key) -> Bool {
    guard overlay == nil, screen.takesText else { return false }
    return switch key {
    case .character, .backspace: true
    default: false
    }
  }

  private var scopes: [Scope] {
    guard overlay != nil else { return screen.held(atDesk: desk.isOpen) }
    return [.anywhere] + (desk.isOpen ? [.desk] : [])
  }

  private var help: Overlay {
    .help(wording, screen.portal ?? home.portal, helpKeys(wording))
  }

  private func helpKeys(_ wording: Wording) -> HelpKeys {
    HelpKeys(screen, atDesk: desk.isOpen, wording)
  }

  /// Does what a key asks for everywhere; `nil` when this screen has its own use for the key.
  private mutating func run(_ command: Command) -> [Effect]? {
    switch command {
    case .help:
      if case .help = overlay {
        close()
      } else {
        lay(help)
      }
    case .why: overlay = screen.why(wording).map { .why(TextBlock($0)) }
    case .overview, .conclude, .forgetText, .note, .hold, .park, .handOver, .end, .similar,
      .refresh, .statistics:
      return overlay == nil ? follow(screen.run(command, wording: wording)) : []
    case .call: return answerCall()
    case .portal:
      let effects = follow(screen.run(command, wording: wording))
      // Whoever changes in a case finds that Altinn at home as well.
      home.portal = screen.portal ?? home.portal
      return effects
    case .home, .queue:
      guard overlay == nil else { return [] }
      return follow(screen.leave(wording))
    case .copy: return screen.readable(wording).map { [.copy($0)] }
    case .language:
      // In a call it is the language one reads aloud in.
      let response = overlay == nil ? screen.run(command, wording: wording) : .ignored
      return response == .ignored ? [switchLanguage()] : follow(response)
    case .quit: lay(.leave(wording, about: leavingKey))
    case .interrupt:
      // Asked twice, it means it.
      if case .leave = overlay { return keepAll() + [.quit(.left)] }
      lay(.leave(wording, about: leavingKey))
    case .back:
      switch overlay {
      case nil: return goBack()
      case .conflict: return []
      default: close()
      }
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  /// Goes back; whoever takes back that a case is about the other Altinn finds that at home as well.
  private mutating func goBack() -> [Effect] {
    let before = screen.portal
    let effects = follow(screen.back(wording))
    if before != nil, let portal = screen.portal, portal != before { home.portal = portal }
    return effects
  }

  /// Goes on to the next language; what was typed and chosen stays.
  private mutating func switchLanguage() -> Effect {
    let all = Language.allCases
    let next = ((all.firstIndex(of: language) ?? 0) + 1) % all.count
    language = all[next]
    screen.reword(wording)
    guard overlay != nil || !unsettled.isEmpty else { return .rememberLanguage(language) }
    let (words, why) = (wording, screen.why(wording))
    let keys = helpKeys(words)
    overlay?.reword(words, why: why, keys)
    for index in unsettled.indices { unsettled[index].reword(words, why: why, keys) }
    return .rememberLanguage(language)
  }
}
