/// The first line of a file of training: what kind of file it is, and the form of what follows.
///
/// The number is the next one whenever what follows can hold something that the form before had not.
package struct FileMark: Equatable, Sendable {
  /// Such as `VEIT`, by which the file is told from a store of cases and from anything else.
  let kind: String
  let form: Int

  package var text: String { "\(kind) \(form)" }

  /// Whether a text begins as another version of the program begins this kind of file.
  package func isOfOther(_ text: String) -> Bool {
    let words = text.prefix { $0 != "\n" }.split(separator: " ", omittingEmptySubsequences: false)
    return words.count == 2 && words[0] == kind && (Int(words[1]) ?? form) != form
  }
}
