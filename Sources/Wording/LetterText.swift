package import Model
import SafeText

/// The letter of a request, in the language chosen for it.
package struct LetterText: Sendable {
  let walk: Walk
  let wording: Wording

  package init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
  }

  /// The whole letter, with nothing in it that must not be sent.
  package var text: String {
    let chosen = (walk.value(Request.language) ?? walk.value(Ask.language))
      .flatMap(Language.init(rawValue:))
    let own = chosen.map { Wording(wording.content, $0, on: wording.today) } ?? wording
    // Each answer in it was redacted when it was given.
    let text = own.letter(walk).lines(own).joined(separator: "\n") + "\n"
    // It leaves for a file or a clipboard, and from there for somebody else's terminal.
    return Sanitiser.text(text)
  }

  /// The letter as it is shown.
  var prose: [Prose] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? .gap : .paragraph(String($0)) }
  }

  /// The name of the file a letter is saved in.
  package static func fileName(_ number: CaseID?) -> String {
    "veiviser-brev" + (number.map { "-\($0.rawValue)" } ?? "") + ".txt"
  }
}
