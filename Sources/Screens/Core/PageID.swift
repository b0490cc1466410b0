import Drawing
import Model

/// Which page stands on the screen, whatever is typed or aimed at on it.
struct PageID: Equatable, Sendable {
  let screen: String
  let overlay: String?
}

extension AppState {
  var page: PageID { PageID(screen: screen.pageName, overlay: overlay?.name) }

  /// Notes that what there is now stands before the person: keys read from here on are meant for it.
  package mutating func markDrawn() {
    drawn = page
    screen.markDrawn()
  }

  /// Whether a key that is read now may answer what is asked now.
  ///
  /// A key typed ahead was pressed for another page: it may move and type, but answers nothing.
  package var isDrawn: Bool { drawn == page }

  /// Lets the screen have a key, and takes it back if it would have answered a page of a case that has
  /// not been seen yet.
  mutating func give(_ key: Key) -> Response {
    guard !isDrawn, screen.handle != nil, !screen.takesKeysAhead else {
      return screen.handle(key, wording: wording)
    }
    let before = screen
    let response = screen.handle(key, wording: wording)
    switch response {
    case .ignored, .stays, .leaves: return response
    case .takes, .does, .goes:
      screen = before
      trouble = ("keys.tooEarly", [:])
      return .stays
    }
  }
}
