package import Model
import SafeText

/// A case of the desk in words: for who works on it, who receives it, and who is written to.
package struct DeskText: Sendable {
  private let found: Case
  private let entry: DeskEntry
  private let notes: [Note]
  private let wording: Wording
  private let today: Day?
  /// What somebody is called; only shown, never kept.
  private let name: @Sendable (AgentID) -> String
  private let walk: Walk

  package init(
    _ found: Case,
    _ entry: DeskEntry,
    _ notes: [Note],
    _ wording: Wording,
    on today: Day?,
    name: @escaping @Sendable (AgentID) -> String
  ) {
    self.found = found
    self.entry = entry
    self.notes = notes
    self.wording = wording
    self.today = today
    self.name = name
    walk = wording.content.walk(Flow.named(found.flow) ?? .findFault, resuming: found.content)
  }

  /// How it stands, the notes, and all that the case says.
  package var whole: String {
    let values = ["code": "\(entry.code)", "state": wording(entry.state.textKey)]
    var prose: [Prose] = [.heading(wording("desk.stands", values))] + caller
    if let owner = entry.desk.owner {
      prose.append(.paragraph(wording("desk.owner", ["login": name(owner)])))
    }
    prose += promise + said
    return (prose + [.gap]).plain(width: 78) + RecordText(found, wording, on: today).plain
  }

  /// What the receiver is told: situation, background, assessment, what to do.
  package var handOver: String {
    let answers = walk.answered.map { field, answer in
      Prose.bullet(
        wording.question(field.id, in: walk) + " " + wording.reviewed(answer, to: field, in: walk)
      )
    }
    var prose: [Prose] = [.heading(wording("desk.handOver", ["code": "\(entry.code)"]))] + caller
    prose += promise
    prose += [.gap, .heading(wording("desk.background"))] + answers
    prose += [.gap, .heading(wording("desk.assessment"))] + ConclusionText(walk, wording).prose
    prose += said
    if !walk.answered.isEmpty {
      let asked = walk.answered.map { wording.question($0.field.id, in: walk) }
      prose += [
        .gap, .paragraph(wording("desk.asked", ["questions": asked.joined(separator: " ")])),
      ]
    }
    return prose.plain(width: 78)
  }

  /// A text of one message to a telephone: the code, one instruction, and who is to do it.
  package var sms: String {
    let action = walk.repairs.first?.actions.first
    let who = action.map { wording.actor(walk.diagnosis.actor(of: $0), walk) }
    let act = action.map { wording.text($0.titleKey, about: walk) }
    let values = ["code": "\(entry.code)", "act": act ?? "", "who": who ?? ""]
    let whole = wording(act == nil ? "desk.sms.open" : "desk.sms", values)
    guard whole.count > Self.longestSMS else { return whole }
    return wording("desk.sms.short", values).prefix(Self.longestSMS).description
  }

  private static let longestSMS = 320

  /// A mail that says what is wrong and what to do.
  package var mail: String {
    let values = ["code": "\(entry.code)"]
    let prose: [Prose] =
      [.paragraph(wording("desk.mail.subject", values)), .gap]
      + ConclusionText(walk, wording).prose + [.gap, .paragraph(wording("desk.mail.end", values))]
    return prose.plain(width: 78)
  }

  /// The same for paper, to whoever must act.
  package var letter: String {
    let who = walk.repairs.first?.actions.first.map {
      wording.actor(walk.diagnosis.actor(of: $0), walk)
    }
    let values = ["who": who ?? wording.reportee(walk)]
    return [Prose.paragraph(wording("desk.letter.to", values)), .gap].plain(width: 78) + mail
  }

  private var caller: [Prose] {
    let caller = entry.desk.caller
    var prose: [Prose] = []
    if let role = caller.role {
      prose.append(.paragraph(wording("desk.caller", ["role": wording(role.textKey)])))
    }
    if !caller.words.isEmpty {
      prose.append(.paragraph(wording("desk.words", ["words": caller.words])))
    }
    return prose
  }

  private var promise: [Prose] {
    let promise = entry.desk.promise
    var prose: [Prose] = []
    if let actor = promise.by {
      let values = ["actor": wording(actor.waitsKey)]
      prose.append(.paragraph(wording("records.waits", values)))
    }
    if let due = promise.due {
      let values = ["day": wording.text(due)]
      prose.append(.paragraph(wording("desk.until", values)))
    }
    return prose
  }

  private var said: [Prose] {
    guard !notes.isEmpty else { return [] }
    return [.gap, .heading(wording("desk.notes"))]
      + notes.map { note in
        let who = note.who.map { name(AgentID(rawValue: $0)) } ?? ""
        return .bullet("\(note.when.local) \(who): \(note.text)")
      }
  }
}
