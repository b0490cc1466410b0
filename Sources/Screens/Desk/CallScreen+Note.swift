import Drawing
import Model
package import Wording

/// The line of a note, written without leaving the question.
extension CallScreen {
  mutating func handleNote(_ key: Key, _ wording: Wording) -> Response {
    let response = note.handle(key)
    guard response == .takes(NoteForm.keep) else { return response }
    note.isOpen = false
    return .does(keepNote() + save(wording))
  }

  /// Keeps what is written as a note, also when the call ends in the middle of it.
  mutating func keepNote() -> [Effect] {
    defer { note.wipe() }
    return note.isEmpty ? [] : [.desk(.note(note.text, openCase))]
  }

  /// Puts what is written so far among the answers, to be there again after a power cut.
  mutating func keepDraft() {
    // A number that is half typed may become one that must not be kept.
    guard !note.text.endsInTornNumber else { return }
    walk.give(note.isEmpty ? nil : note.text, to: .noteDraft, from: .derived)
  }

  package mutating func savePaused(_ wording: Wording) -> [Effect] {
    let before = walk.answer(.noteDraft)
    keepDraft()
    return walk.answer(.noteDraft) == before ? [] : save(wording)
  }

  package mutating func saveTyped(_ wording: Wording) -> [Effect] { savePaused(wording) }
}
