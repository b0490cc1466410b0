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

  /// What was typed to find a message and never entered is what the caller said, and no end of the call loses it.
  var callerAsTyped: Caller {
    let isOfMessage =
      walk.answer(walk.flow.edition.portal.message) == nil || behind.last?.stage == .message
    guard isOfMessage, !query.isEmpty, !query.text.hasPrefix("#") else { return caller }
    var said = caller
    let words = [caller.words, query.text].filter { !$0.isEmpty }.joined(separator: "; ")
    said.words = String(words.prefix(Caller.longestWords))
    return said
  }

  /// Keeps all that is written and not entered, where the call ends.
  mutating func keepWritten(_ wording: Wording) -> [Effect] {
    let said = callerAsTyped
    guard said != caller else { return keepNote() }
    caller = said
    caller.words = wording.content.kept(said.words, in: nil)
    return keepNote() + [.desk(.describe(caller, openCase))]
  }

  package mutating func savePaused(_ wording: Wording) -> [Effect] {
    let before = walk.answer(.noteDraft)
    keepDraft()
    return walk.answer(.noteDraft) == before ? [] : save(wording)
  }

  package mutating func saveTyped(_ wording: Wording) -> [Effect] { savePaused(wording) }
}
