import Drawing
import Model
import SafeText
import Wording

/// What is done with a case of the queue where there is no full screen, once somebody has said with which.
enum QueuePick: String, CaseIterable, Sendable {
  case noteOn, letGo

  fileprivate var labelKey: String {
    switch self {
    case .noteOn: "desk.plain.noteOn"
    case .letGo: "desk.plain.letGo"
    }
  }

  fileprivate var asksKey: String {
    switch self {
    case .noteOn: "desk.plain.whichNote"
    case .letGo: "desk.plain.whichLetGo"
    }
  }

  /// Whether it can be done with a case.
  fileprivate func takes(_ entry: DeskEntry, by agent: AgentID) -> Bool {
    switch self {
    case .noteOn: entry.holder(otherThan: agent) == nil
    case .letGo: [.call, .hold].contains(entry.state) && entry.desk.owner == agent
    }
  }
}

/// The keys `u`, `n` and `r` of the queue where there is no full screen: options, of which two ask for a case.
extension QueueScreen {
  static let undo = "undo"
  static let stop = "stop"

  /// What can be done with some case as things stand.
  func actOptions(_ wording: Wording) -> [ChoiceList.Option] {
    let undoes = lastActed.map { id in
      ChoiceList.Option(
        id: Self.undo,
        label: wording("desk.plain.undo", ["number": "\(id.rawValue)"])
      )
    }
    let picks = QueuePick.allCases.filter { pick in
      entries.contains { pick.takes($0, by: agent) }
    }
    return [undoes].compactMap(\.self)
      + picks.map { ChoiceList.Option(id: $0.rawValue, label: wording($0.labelKey)) }
  }

  /// The page on which a note is written or a case is chosen; `nil` while the queue is read.
  func actPage(_ wording: Wording) -> Page? {
    let back = ChoiceList.Option(id: Self.stop, label: wording("button.back"), isSetOff: true)
    if let noting, isNoting {
      let title = wording("desk.noteOn", ["number": "\(noting.id.rawValue)"])
      return NoteForm.page([.heading(title)], wording, back: back)
    }
    guard let picking else { return nil }
    let fitting = entries.filter { picking.takes($0, by: agent) }
    return Page([.heading(wording(picking.asksKey))], fitting.map { option($0, wording) } + [back])
  }

  /// A case as one of several.
  func option(_ entry: DeskEntry, _ wording: Wording) -> ChoiceList.Option {
    ChoiceList.Option(
      id: "\(entry.id.rawValue)",
      label: row(entry, wording).filter { !$0.isEmpty }.joined(separator: "  ")
    )
  }

  /// Does what was chosen with the case that was chosen for it.
  mutating func take(_ id: String, for pick: QueuePick) -> Response {
    picking = nil
    guard let entry = entries.first(where: { "\($0.id.rawValue)" == id }) else { return .stays }
    switch pick {
    case .noteOn: return note(on: entry)
    case .letGo:
      // Whoever was on the line waits while the queue is read, and from hold no case is let go of.
      let resumed: [Effect] = entry.state == .hold ? [.desk(.act(.resume, entry.id))] : []
      return .does(resumed + [.desk(.act(.release, entry.id))])
    }
  }

  /// Keeps a line that was written as the note.
  mutating func writeNote(_ line: String, _ wording: Wording) -> Response {
    noting?.form.write(line, wording)
    return .does(keepNote())
  }
}
