import ArgumentParser
import Glibc
import SafeText
import Terminal
import Wording

/// Whether somebody is asked before something is deleted that cannot be brought back.
struct ConsentOptions: ParsableArguments {
  @Flag(help: "Do not ask first.")
  var yes = false

  /// The longest answer, in bytes.
  private static let most = 40

  /// Asks whoever sits at a terminal; a script has said what it wants.
  ///
  /// - Parameter key: The key of the question.
  /// - Throws: ``Refusal`` where the answer is anything but yes.
  func ask(_ key: String, _ wording: Wording) throws {
    guard !yes, isatty(STDIN_FILENO) == 1 else { return }
    let agreed = wording("letter.yes")
    // A terminal breaks what is longer in the middle of a word.
    let question = [Prose.paragraph(wording(key))].plain(width: 78)
    StandardError.write(question + wording("usage.ask", ["yes": agreed]))
    let answer = InputLine.read(most: Self.most)?.text.lowercased() ?? ""
    let words = answer.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, words[0].hasPrefix(agreed) else {
      throw Refusal(wording("usage.declined"), .left)
    }
  }
}
