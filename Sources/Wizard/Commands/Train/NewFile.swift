import Wording

/// A file that a command is told to write what it makes into.
enum NewFile {
  /// - Parameters:
  ///   - path: A file that is not there yet, or `-` for standard output.
  ///   - key: The key of what is said once it is written.
  static func write(
    _ text: String,
    to path: String,
    saying key: String,
    _ wording: Wording
  ) throws {
    guard path != "-" else { return Output.text(text) }
    let isNew: Bool
    do {
      isNew = try ExportFile.make(path, text)
    } catch {
      throw Refusal(wording("train.notWritten"), .unusable)
    }
    guard isNew else { throw Refusal(wording("train.fileThere"), .badInput) }
    StandardError.write(wording(key))
  }
}
