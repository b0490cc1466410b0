/// What a key does in a field that is typed in.
package enum EditCommand: String, CaseIterable, Sendable {
  case left, right, wordLeft, wordRight, start, end
  case deleteBefore, deleteAfter, cutWordBefore, cutWordAfter, cutToStart, cutToEnd, restore
}

/// The keys of the fields that are typed in.
///
/// Fields look their keys up here, and the help and the manual are made from it.
package struct EditBinding: Equatable, Sendable {
  package let command: EditCommand
  package let keys: [Key]
  /// The keys as they are named to people.
  package let label: String

  package static let all: [EditBinding] = [
    EditBinding(command: .left, keys: [.left, .control("b")], label: "←, Ctrl-B"),
    EditBinding(command: .right, keys: [.right, .control("f")], label: "→, Ctrl-F"),
    EditBinding(command: .wordLeft, keys: [.alt("b")], label: "Ctrl-←, Alt-B"),
    EditBinding(command: .wordRight, keys: [.alt("f")], label: "Ctrl-→, Alt-F"),
    EditBinding(command: .start, keys: [.home, .control("a")], label: "Home, Ctrl-A"),
    EditBinding(command: .end, keys: [.end, .control("e")], label: "End, Ctrl-E"),
    EditBinding(command: .deleteBefore, keys: [.backspace, .control("h")], label: "Backspace"),
    EditBinding(command: .deleteAfter, keys: [.delete, .control("d")], label: "Delete, Ctrl-D"),
    EditBinding(command: .cutWordBefore, keys: [.control("w")], label: "Ctrl-W"),
    EditBinding(command: .cutWordAfter, keys: [.alt("d")], label: "Alt-D, Ctrl-Delete"),
    EditBinding(command: .cutToStart, keys: [.control("u")], label: "Ctrl-U"),
    EditBinding(command: .cutToEnd, keys: [.control("k")], label: "Ctrl-K"),
    EditBinding(command: .restore, keys: [.control("y")], label: "Ctrl-Y"),
  ]

  /// The command of a key, if it has one.
  package static func command(for key: Key) -> EditCommand? {
    all.first { $0.keys.contains(key) }?.command
  }
}
