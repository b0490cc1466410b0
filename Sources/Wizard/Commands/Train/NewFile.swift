import Wording

/// A file that a command is told to write what it makes into.
enum NewFile {
  /// - Parameter path: A file that is not there yet, or `-` for standard output.
  static func write(_ text: String, to path: String, _ wording: Wording) throws {
    guard path != "-" else { return Output.text(text) }
    let isNew: Bool
    do {
      isNew = try ExportFile.make(path, text)
    } catch {
      throw Refusal(wording("train.notWritten"), .unusable)
    }
    guard isNew else { throw Refusal(wording("train.fileThere"), .badInput) }
    StandardError.write(wording("train.written"))
  }
}
