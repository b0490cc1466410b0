/// A part of the screen that can be pressed with the mouse, and what that means.
package struct HitArea: Equatable, Sendable {
  package enum Meaning: Equatable, Sendable {
    /// An option of a list or a button, by its id.
    case choice(String)
    /// A field that is typed in.
    case field
    /// The same as a key.
    case key(Key)
  }

  package let meaning: Meaning

  /// The field of a question it belongs to, counted from 0; `nil` outside the fields.
  package let field: Int?

  let rows: Range<Int>
  let columns: Range<Int>

  func contains(_ position: Position) -> Bool {
    rows.contains(position.row) && columns.contains(position.column)
  }
}

extension Frame {
  /// What is pressed at a place; `nil` where nothing can be.
  package func hitArea(at position: Position) -> HitArea? {
    // What was drawn last lies on top.
    hitAreas.last { $0.contains(position) }
  }
}
