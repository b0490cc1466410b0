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
  /// Whether a number is kept to ring the caller back on.
  private let isRungBack: Bool
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
    isRungBack: Bool = false,
    name: @escaping @Sendable (AgentID) -> String
  ) {
    self.found = found
    self.entry = entry
    self.notes = notes
    self.last = last
    self.wording = wording
    self.today = today
    self.isRungBack = isRungBack
    self.name = name
    walk = wording.walk(Flow.named(found.flow) ?? .findFault, resuming: found.content)
  }

  /// How it stands, the notes, and all that the case says.
  package var whole: String {
    let values = ["code": "\(entry.code)", "state": wording(entry.state.textKey)]
    var prose: [Prose] =
      [.heading(wording("desk.stands", values))] + wording.standing(entry, last)
    if let owner = entry.desk.owner {
      prose.append(.paragraph(wording("desk.owner", ["login": name(owner)])))
    }
    prose += said(notes)
    return (prose + [.gap]).plain(width: 78) + RecordText(found, wording, on: today).plain
  }

  /// What the receiver is told: situation, background, assessment, what to do; and the notes.
  ///
  /// What the giver wrote stands in the place of what the case says by itself, which it was written from.
  package var handOver: String {
    let given = entry.state == .handed ? HandOverText.given(among: notes, wording) : nil
    let text = given?.text ?? HandOverText(walk, entry, isRungBack: isRungBack, wording).plain
    var prose: [Prose] = [.heading(wording("desk.handOver", ["code": "\(entry.code)"])), .gap]
    if let given { prose.append(.toned(writing(given), .muted)) }
    prose += text.split(separator: "\n").map { .paragraph(String($0)) }
    return (prose + promise + said(notes.filter { $0.text != text })).plain(width: 78)
  }

  /// What is sent to somebody when the call is over.
  package func message(_ form: CallMessage.Form) -> String {
    CallMessage(walk, code: "\(entry.code)", wording).text(form)
  }

  private var promise: [Prose] { wording.waits(entry.desk.promise) }

  private func said(_ notes: [Note]) -> [Prose] {
    guard !notes.isEmpty else { return [] }
    return [.gap, .heading(wording("desk.notes"))]
      + notes.map { .bullet("\(writing($0)): \($0.text)") }
  }

  /// When a note was written and by whom.
  private func writing(_ note: Note) -> String {
    let who = note.who.map { name(AgentID(rawValue: $0)) } ?? ""
    return "\(wording.text(note.when)) \(who)"
  }
}

extension DeskEntry {
  /// How whoever called about the case is reached.
  package func reach(isRungBack: Bool) -> HandOverText.Reach {
    if isRungBack { return .rungBack }
    return switch state {
    case .hold: .waits
    case .closed: .over
    case .free, .call, .parked, .handed, .waiting, .due: .rings
    }
  }
}
