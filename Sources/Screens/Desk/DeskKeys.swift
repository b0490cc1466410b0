package import Drawing
import Model
package import Wording

/// A key of a page, and the name of the text that tells what it does there.
typealias OwnKey = (key: String, text: String)

/// The keys that mean something on a page of the desk as it stands, for its help.
extension QueueScreen {
  package func ownKeys(_ wording: Wording) -> [Hint] {
    // While something is typed all else is a part of it.
    guard !isNoting else { return wording.noting }
    var keys: [String] = entries.isEmpty ? [] : ["Enter"]
    if search == nil {
      if !entries.isEmpty { keys += ["t", "T", "r", "n", "g"] }
      keys += (lastActed == nil ? [] : ["u"]) + ["/", "Tab"]
    }
    return keys.map { Hint(key: $0, text: wording("desk.key.\($0)")) }
  }
}

extension CallScreen {
  package func ownKeys(_ wording: Wording) -> [Hint] {
    let ofPage =
      note.isOpen
      ? wording.noting
      : (pageKeys(wording) + own("!", "flag", if: takesFlag && !isFlagging)).map { key in
        Hint(key: key.key, text: wording("desk.key.\(key.text)"))
      }
    // In a call it is not the language of the program.
    return ofPage + [Hint(key: "F9", text: wording("desk.key.language"))]
  }

  private func own(_ key: String, _ text: String, if isSo: Bool = true) -> [OwnKey] {
    isSo ? [(key: key, text: text)] : []
  }

  private func pageKeys(_ wording: Wording) -> [OwnKey] {
    if isFlagging { return own("0-\(DeskFlag.allCases.count)", "flags") }
    switch stage {
    case .message:
      let hasRows = !rows(wording).isEmpty
      // In what is typed to find a message a digit is a sign like any other.
      guard !isSearching else { return own("Enter", "entry", if: hasRows) }
      return own("1-9", "row", if: hasRows) + own("0", "noMessage")
    case .points where openPoint != nil: return own("1-9", "point")
    case .points:
      let isOpen = walk.diagnosis.verdicts.contains { question(about: $0) != nil }
      return own("1-9", "point", if: isOpen)
        + own("0", "allAnswered", if: !answeredInCall.isEmpty)
    case .answer:
      return own("Enter", "next", if: walk.nextQuestion != nil)
        + own("S", "seesMessage", if: messageToSee != nil)
    case .party: return own("Enter", "number") + lineKeys(wording)
    case .question where editor != nil:
      return own("Enter", "entry", if: enterGoesOn) + own("1-9", "step", if: unsureStep != nil)
        + lineKeys(wording)
    case .symptom, .role, .question: return choiceKeys(wording)
    case .wrapUp: return wrapUp?.keys(matter(wording)) ?? []
    case .park: return own("Enter", "park")
    case .handOver: return handing?.keys(matter(wording)) ?? []
    }
  }

  /// *Vet ikke* beside a line, unless the letter is a part of what is typed.
  private func lineKeys(_ wording: Wording) -> [OwnKey] {
    let letter = wording("letter.\(Fact.unknown)")
    return own(letter, "unsure", if: unsureStep != nil || isLineEmpty)
  }

  /// Where one answers by choosing, and where the steps of *vet ikke* stand in the place of the answers.
  private func choiceKeys(_ wording: Wording) -> [OwnKey] {
    let values = asked?.heardValues ?? []
    let letters = [Fact.yes, Fact.no].filter(values.contains).map { wording("letter.\($0)") }
    return own("1-9", unsureStep == nil ? "answer" : "step")
      + own(letters.joined(separator: " "), "letters", if: !letters.isEmpty)
      + own(wording("letter.\(Fact.unknown)"), "unsure") + own("S", "sees", if: canLook)
  }
}
