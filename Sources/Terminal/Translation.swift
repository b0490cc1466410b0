import CNCurses
import Drawing

extension Key {
  /// The key of an event; `nil` when the event is none.
  init?(_ event: CNEvent) {
    switch event.kind {
    case .key:
      guard let key = CNKey(rawValue: event.value) else { return nil }
      self.init(key)
    case .function: self = .function(Int(event.value))
    case .control:
      guard let scalar = Unicode.Scalar(event.value) else { return nil }
      self = .control(Character(scalar))
    case .alt:
      guard let scalar = Unicode.Scalar(event.value) else { return nil }
      self = .alt(Character(scalar))
    case .none, .character, .press, .wheelUp, .wheelDown, .pasteStart, .pasteEnd, .resize, .signal,
      .wake, .hangup:
      return nil
    }
  }

  private init(_ key: CNKey) {
    switch key {
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .home: self = .home
    case .end: self = .end
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .insert: self = .insert
    case .delete: self = .delete
    case .backspace: self = .backspace
    case .enter: self = .enter
    case .escape: self = .escape
    case .tab: self = .tab
    case .backTab: self = .backTab
    }
  }
}

extension CNStyle {
  init(_ style: Style) {
    switch style {
    case .normal: self = .normal
    case .title: self = .title
    case .heading: self = .heading
    case .focus: self = .focus
    case .selected: self = .selected
    case .muted: self = .muted
    case .error: self = .error
    case .warning: self = .warning
    case .success: self = .success
    case .border: self = .border
    case .key: self = .key
    case .input: self = .input
    case .inputFocus: self = .inputFocus
    case .button: self = .button
    case .buttonFocus: self = .buttonFocus
    }
  }
}
