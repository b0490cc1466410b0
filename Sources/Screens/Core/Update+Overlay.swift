import Drawing
import Model

/// What is laid over the screen.
extension AppState {
  mutating func lay(_ new: Overlay) {
    if let overlay, case .conflict = overlay { unsettled.insert(overlay, at: 0) }
    overlay = new
  }

  mutating func close() { overlay = unsettled.isEmpty ? nil : unsettled.removeFirst() }

  mutating func handleOverlay(_ key: Key) -> [Effect] {
    let isDrawn = isDrawn
    guard let asked = overlay, case .takes(let choice)? = overlay?.handle(key), isDrawn else {
      return []
    }
    close()
    switch asked {
    case .help, .why: return []
    case .leave:
      guard choice == Overlay.leave else { return [] }
      return keepAll() + [.quit(screen.handle == nil ? .done : .left)]
    case .conflict(_, let conflict): return settle(conflict, by: choice)
    case .steal(_, let id, _):
      return choice == Overlay.steal ? [.desk(.act(.steal, id))] : []
    case .delete(_, let id): return choice == Overlay.delete ? [.delete(id)] : []
    }
  }
}
