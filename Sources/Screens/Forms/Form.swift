package import Wording
package import Drawing
package import Model

/// The part of a step that the keys go to.
package protocol Form: Equatable, Sendable {
  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response
  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key?
  /// Takes the wheel in.
  ///
  /// - Returns: How many presses of the key are left to do.
  mutating func turnWheel(_ key: Key, walk: Walk, wording: Wording) -> Int
  /// Says everything again in another language, or with what is known since.
  mutating func reword(_ page: Page, walk: Walk, wording: Wording)
  mutating func fit(_ size: Size)
  func draw(on canvas: inout Canvas, wording: Wording)
  func hints(_ wording: Wording) -> [Hint]
}

extension Form {
  func isSame(as other: any Form) -> Bool { (other as? Self) == self }
}

/// A form of a page, which needs no walk to know what a key does.
package protocol PageForm: Form {
  init(_ page: Page)
  /// Shows another page, or the same one in another language; what has the focus keeps it.
  mutating func show(_ page: Page)
  /// `takes` the option that was chosen.
  mutating func handle(_ key: Key) -> Response
  /// How many presses of a key a notch of the wheel is.
  var pressesOfWheel: Int { get }
}

extension PageForm {
  package mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response { handle(key) }

  package func turnWheel(_ key: Key, walk: Walk, wording: Wording) -> Int { pressesOfWheel }

  package mutating func reword(_ page: Page, walk: Walk, wording: Wording) { show(page) }
}
