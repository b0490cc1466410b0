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
    // It leaves for a file or a clipboard, and from there for somebody else's terminal.
    Sanitiser.text(own("letter.subjectLine", ["subject": mail.subject]) + "\n\n" + mail.body)
  }

  /// The same as a mail.
  package var mail: Mail {
    let letter = own.letter(walk)
    // Each answer in it was redacted when it was given.
    let lines = letter.body(own, in: walk.flow.edition)
    return Mail(
      from: letter.writer.name ?? own("letter.sender"),
      subject: letter.subject,
      body: lines.joined(separator: "\n") + "\n"
    )
  }

  /// The words of the language that is chosen for it.
  private var own: Wording {
    let chosen = (walk.value(Request.language) ?? walk.value(Ask.language))
      .flatMap(Language.init(rawValue:))
    return chosen.map { Wording(wording.content, $0, on: wording.today) } ?? wording
  }

  /// The letter as it is shown.
  var prose: [Prose] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? .gap : .paragraph(String($0)) }
  }

  /// The name of the file a letter is saved in.
  ///
  /// - Parameter ending: `txt` for the text, `eml` for a mail.
  package static func fileName(_ number: CaseID?, ending: String) -> String {
    "veiviser-brev" + (number.map { "-\($0.rawValue)" } ?? "") + "." + ending
  }
}
