/// One key press, free of terminal codes.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter typed with Ctrl held, as its lower-case letter.
  case control(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 is 1.
  case function(Int)
  case alt(Character)
}
