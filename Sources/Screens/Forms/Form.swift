import Wording
import Drawing
import Model

/// The part of a step that the keys go to.
protocol Form: Equatable, Sendable {
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
  ///
  /// - Parameter fresh: The form of the same step as it begins.
  mutating func reword(like fresh: any Form, walk: Walk, wording: Wording)
  mutating func fit(_ size: Size)
  func draw(on canvas: inout Canvas, wording: Wording)
  func hints(_ wording: Wording) -> [Hint]
}

extension Form {
  func isSame(as other: any Form) -> Bool { (other as? Self) == self }
}
