package import Model
import SafeText

/// A case of the desk in words: for who works on it, who receives it, and who is written to.
package struct DeskText: Sendable {
  private let found: Case
  private let entry: DeskEntry
  private let notes: [Note]
  private let last: CallOutcome?
  private let wording: Wording
  private let today: Day?
  /// What somebody is called; only shown, never kept.
  private let name: @Sendable (AgentID) -> String
  private let walk: Walk

  package init(
    _ found: Case,
    _ entry: DeskEntry,
    _ notes: [Note],
    last: CallOutcome? = nil,
    _ wording: Wording,
    on today: Day?,
    name: @escaping @Sendable (AgentID) -> String
  ) {
    self.found = found
    self.entry = entry
    self.notes = notes
    self.last = last
    self.wording = wording
    self.today = today
    self.name = name
    walk = wording.content.walk(Flow.named(found.flow) ?? .findFault, resuming: found.content)
  }

  /// How it stands, the notes, and all that the case says.
  package var whole: String {
    let values = ["code": "\(entry.code)", "state": wording(entry.state.textKey)]
    var prose: [Prose] =
      [.heading(wording("desk.stands", values))] + wording.standing(entry, last)
    if let owner = entry.desk.owner {
      prose.append(.paragraph(wording("desk.owner", ["login": name(owner)])))
    }
    prose += said
    return (prose + [.gap]).plain(width: 78) + RecordText(found, wording, on: today).plain
  }

  /// What the receiver is told: situation, background, assessment, what to do; and the notes.
  package var handOver: String {
    let text = HandOverText(walk, entry.desk.caller, wording)
    var prose: [Prose] = [.heading(wording("desk.handOver", ["code": "\(entry.code)"])), .gap]
    prose += HandOverText.Part.allCases.map {
      .paragraph(wording($0.titleKey) + ": " + text.text($0))
    }
    return (prose + promise + said).plain(width: 78)
  }

  /// What is sent to somebody when the call is over.
  package func message(_ form: CallMessage.Form) -> String {
    CallMessage(walk, code: "\(entry.code)", wording).text(form)
  }

  private var promise: [Prose] { wording.waits(entry.desk.promise) }

  private var said: [Prose] {
    guard !notes.isEmpty else { return [] }
    return [.gap, .heading(wording("desk.notes"))]
      + notes.map { note in
        let who = note.who.map { name(AgentID(rawValue: $0)) } ?? ""
        return .bullet("\(wording.text(note.when)) \(who): \(note.text)")
      }
  }
}
