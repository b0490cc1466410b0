/// What came from the terminal.
package enum Input: Equatable, Sendable {
  case key(Key)
  /// Text pasted as a whole, with `\n` for line breaks; it never presses a button.
  case paste(String)
  /// The mouse was pressed at a place, which may lie outside the screen.
  case press(Position)
  /// The wheel of the mouse was turned by a notch.
  case wheel(up: Bool)
  /// The screen has this size now and must be drawn afresh.
  case resize(Size)
  /// A signal that can be waited for: interrupt, terminate, hang up, quit, stop or continue.
  case signal(Int32)
  /// The terminal is gone: save and leave.
  case hangup
  /// Another thread has left something to see to.
  case wake

  /// The most a paste may hold, in bytes of UTF-8; as much as a command reads of a message in a file.
  ///
  /// A whole log file is read; many pasted by mistake must not fill the memory.
  package static let pasteLimit = 2 << 20
}
