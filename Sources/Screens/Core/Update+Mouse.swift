import Drawing

extension AppState {
  /// Does what is pressed with the mouse: what the keyboard does in two steps, to go there and take it.
  ///
  /// The screen may have changed since the person saw it; what no longer stands there is not pressed.
  mutating func press(_ area: HitArea, at place: Position) -> [Effect] {
    guard render().hitArea(at: place) == area else { return [] }
    if case .key(let key) = area.meaning { return handle(key) }
    return aim(at: area).map { handle($0) } ?? []
  }

  /// Moves the focus there.
  ///
  /// - Returns: The key that then does what the press means.
  private mutating func aim(at area: HitArea) -> Key? {
    if overlay != nil { return overlay?.aim(at: area) }
    switch place {
    case .home(var menu):
      let key = menu.aim(at: area)
      place = .home(menu)
      return key
    case .walk(var screen):
      let key = screen.aim(at: area)
      place = .walk(screen)
      return key
    case .cases(var cases):
      let key = cases.aim(at: area)
      place = .cases(cases)
      return key
    case .record(var record):
      let key = record.aim(at: area)
      place = .record(record)
      return key
    }
  }

  /// Turns the wheel by one notch: a text goes by three lines, a list by one.
  mutating func wheel(_ key: Key) -> [Effect] {
    guard !isTooSmall else { return [] }
    guard overlay == nil else { return wheelText(key) }
    switch place {
    case .record: return wheelText(key)
    case .home, .cases: return handle(key)
    case .walk(var screen):
      let isTaken = screen.wheel(key, wording: wording)
      place = .walk(screen)
      if isTaken { return [] }
      if case .menu = screen.form { return handle(key) }
      return wheelText(key)
    }
  }

  private mutating func wheelText(_ key: Key) -> [Effect] {
    (0..<3).flatMap { _ in handle(key) }
  }
}
