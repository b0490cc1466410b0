import Drawing
import Model
import SafeText
package import Wording

/// A case that was handed over, to be read before it is received.
package struct HandedScreen: PageScreen {
  private let found: Case
  private let entry: DeskEntry
  private let notes: [Note]
  package var form = ReadingForm(Page([]))

  init(_ found: Case, _ entry: DeskEntry, _ notes: [Note]) {
    (self.found, self.entry, self.notes) = (found, entry, notes)
  }

  private static let receive = "receive"

  /// What the giver wrote stands last among the notes, and says more than the case does by itself.
  package func page(_ wording: Wording) -> Page {
    let code = ["code": "\(entry.code)"]
    var prose: [Prose] = [.heading(wording("desk.handOver", code)), .gap]
    for note in notes.reversed() {
      prose.append(.toned(wording.text(note.when), .muted))
      prose += note.text.split(separator: "\n").map { .paragraph(String($0)) } + [.gap]
    }
    if notes.isEmpty {
      let walk = wording.content.walk(Flow.named(found.flow) ?? .findFault, resuming: found.content)
      let text = HandOverText(walk, entry.desk.caller, wording).plain
      prose += text.split(separator: "\n").map { .paragraph(String($0)) }
    }
    return Page(
      prose,
      [
        .init(id: Self.receive, label: wording("desk.receive")),
        QuestionForm.backOption(wording),
      ]
    )
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    .goes(id == Self.receive ? .call(entry.id, .receive) : .queue)
  }

  package func back(_ wording: Wording) -> Response { .goes(.queue) }
  package mutating func leave(_ wording: Wording) -> Response { .goes(.queue) }

  package func title(_ wording: Wording) -> [String] {
    [wording("desk.title.queue"), "\(entry.code)", wording(entry.state.textKey)]
  }
}
