import Model

/// What somebody else has done to an open case.
extension AppState {
  /// Says that the case on the screen was saved or deleted by somebody else.
  mutating func warn(of handle: CaseHandle, _ id: CaseID, _ key: String, _ event: Event)
    -> [Effect]
  {
    guard screen.handle == handle else { return [] }
    trouble = (key, ["number": "\(id.rawValue)"])
    return follow(screen.receive(event, wording: wording))
  }

  /// Has the person choose between what somebody else did and what was to be saved, unless the case
  /// on the screen goes on as one of its own already.
  mutating func askAbout(_ conflict: SaveConflict, _ event: Event) -> [Effect] {
    let response = screen.receive(event, wording: wording)
    if case .does = response { return follow(response) }
    unsettled.removeAll { $0.isConflict(of: conflict.handle) }
    let question = Overlay.conflict(wording, conflict)
    if let overlay, case .conflict = overlay, !overlay.isConflict(of: conflict.handle) {
      unsettled.append(question)
    } else {
      overlay = question
    }
    return []
  }

  /// Does what was chosen in a conflict; another case on the screen is not touched.
  mutating func settle(_ conflict: SaveConflict, by choice: String) -> [Effect] {
    let isHere = screen.handle == conflict.handle
    switch choice {
    case Overlay.takeTheirs: return open(conflict.id)
    case Overlay.dropMine: return isHere ? follow(.goes(.home())) : []
    default: return keepMine(conflict) + (screen.handle == nil ? [.count] : [])
    }
  }

  /// Saves what was to be saved as a case of its own.
  private mutating func keepMine(_ conflict: SaveConflict) -> [Effect] {
    let new = newHandle()
    if var walk = screen as? WalkScreen, walk.openCase == conflict.handle {
      let saved = walk.goOn(as: new, with: conflict.mine, wording: wording)
      screen = walk
      return [.release(conflict.handle)] + saved
    }
    // A call goes on as one, with a code that whoever is on the line is told.
    guard conflict.mine.answer(in: .call) != nil else {
      return [.save(conflict.mine, new), .release(new)]
    }
    desk.kept.insert(new)
    if var call = screen as? CallScreen, call.openCase == conflict.handle {
      let begun = call.goOn(as: new, with: conflict.mine)
      screen = call
      return [.release(conflict.handle)] + begun
    }
    if let place = desk.calls.firstIndex(where: { $0.openCase == conflict.handle }) {
      let begun = desk.calls[place].goOn(as: new, with: conflict.mine)
      return [.release(conflict.handle)] + begun
    }
    return [.desk(.begin(conflict.mine, Caller(), new)), .release(new)]
  }

  /// Keeps what is typed on the screen, though nobody has said that it is the answer.
  mutating func keepTyped() -> [Effect] { screen.saveTyped(wording) }

  /// Whether keys go into a text that is no secret.
  var isTyping: Bool {
    overlay == nil && screen.handle != nil && screen.takesText && !isTypingSecret
  }

  /// Keeps what is typed while the person thinks, so that a power cut does not take it.
  mutating func keepPaused() -> [Effect] {
    awaitsPause = false
    return screen.savePaused(wording)
  }

  /// Keeps what is typed, and what conflicts that nobody has settled would lose.
  mutating func keepAll() -> [Effect] {
    let kept = (unsettled + [overlay].compactMap(\.self)).flatMap { overlay -> [Effect] in
      guard case .conflict(_, let conflict) = overlay else { return [] }
      return keepMine(conflict)
    }
    return kept + keepTyped()
  }
}
