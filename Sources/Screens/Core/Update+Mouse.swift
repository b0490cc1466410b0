import Drawing

extension AppState {
  /// Does what is pressed with the mouse: what the keyboard does in two steps, to go there and take it.
  ///
  /// The screen may have changed since the person saw it; what is no longer there is not pressed.
  mutating func press(_ area: HitArea, at position: Position) -> [Effect] {
    guard render().hitArea(at: position) == area else { return [] }
    if case .key(let key) = area.meaning { return handle(key) }
    let key = overlay == nil ? screen.aim(at: area) : overlay?.aim(at: area)
    return key.map { handle($0) } ?? []
  }

  /// Turns the wheel by one notch: a text goes by three lines, a list by one.
  mutating func wheel(_ key: Key) -> [Effect] {
    guard !isTooSmall else { return [] }
    let presses = overlay == nil ? screen.turnWheel(key, wording: wording) : 3
    return (0..<presses).flatMap { _ in handle(key) }
  }
}
