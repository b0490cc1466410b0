import Drawing
import Model
import Wording

/// A note on a case of the queue, which is not opened for it.
struct QueueNote: Equatable, Sendable {
  let id: CaseID
  /// What was put away is there when the same case is noted on again.
  var form = NoteForm(isOpen: true)
  /// Whether it is being kept; until it is, what was written stands.
  var isUnderWay = false
}

extension QueueScreen {
  /// Whether a note is being written.
  var isNoting: Bool { noting?.form.isOpen == true }

  /// Begins a note on a case, or goes on with it; whoever has the case writes in it, and nobody else.
  mutating func note(on entry: DeskEntry) -> Response {
    guard entry.holder(otherThan: agent) == nil else {
      theirs = entry
      return .stays
    }
    // What was put away on another case is kept there.
    let kept = noting?.id == entry.id ? [] : keepNote()
    if noting?.id != entry.id { noting = QueueNote(id: entry.id) }
    noting?.form.isOpen = true
    return kept.isEmpty ? .stays : .does(kept)
  }

  /// That somebody else has the case that was to be noted on.
  var taken: Remark? {
    guard let theirs, let owner = theirs.desk.owner else { return nil }
    return ("desk.taken", ["number": "\(theirs.id.rawValue)", "login": login(owner)])
  }

  mutating func handleNote(_ key: Key) -> Response {
    guard noting?.isUnderWay == false else { return .stays }
    guard let response = noting?.form.handle(key) else { return .ignored }
    return response == .takes(NoteForm.keep) ? .does(keepNote()) : response
  }

  /// Has what is written kept, also when the queue is left in the middle of it or with it put away.
  mutating func keepNote() -> [Effect] {
    guard let note = noting, !note.isUnderWay else { return [] }
    guard note.form.text.contains(where: { !$0.isWhitespace }) else {
      noting = nil
      return []
    }
    noting?.isUnderWay = true
    return [.desk(.jot(note.form.text, note.id))]
  }

  /// Takes the line away once the note is kept; where it was not, it stands to be copied.
  mutating func endNote(after event: Event) {
    if case .desk(.jotted(let id)) = event, noting?.id == id {
      noting = nil
    } else {
      noting?.isUnderWay = false
    }
  }

  /// The line of a note, at the bottom, where nothing moves for it.
  func drawNote(_ note: QueueNote, on canvas: inout Canvas, _ wording: Wording) {
    let label = wording("desk.noteOn", ["number": "\(note.id.rawValue)"])
    note.form.draw(on: &canvas, row: canvas.size.rows - 1, label: label, wording)
  }
}
