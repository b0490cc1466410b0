package import Drawing
import Model
import SafeText
package import Wording

/// A case that was handed over, waits or is somebody else's, to be read before it is taken up: only the key for
/// that changes it.
package struct ReadFirstScreen: PageScreen {
  private let reading: DeskReading
  private let call: CaseID?
  /// What takes it up.
  private let opening: DeskAct?
  package var form = ReadingForm(Page([]))
  /// Whether the page has stood before the person; a key that was pressed for the one before takes nothing up.
  private var isSeen = false
  private var isTooEarly = false
  package var problem: Remark? { isTooEarly ? ("keys.tooEarly", [:]) : nil }

  /// - Parameter call: The call that it is read from, and gone back to.
  init(_ reading: DeskReading, by agent: AgentID, from call: CaseID? = nil) {
    (self.reading, self.call) = (reading, call)
    opening = reading.entry.opening(by: agent)
  }

  private var entry: DeskEntry { reading.entry }
  /// The case that is read.
  var id: CaseID { entry.id }

  private static let receive = "receive"

  /// What the giver wrote stands last among the notes, and says more than the case does by itself.
  package func page(_ wording: Wording) -> Page {
    let isHanded = entry.state == .handed
    let values = ["code": "\(entry.code)", "state": wording(entry.state.textKey)]
    var prose: [Prose] = [
      .heading(wording(isHanded ? "desk.handOver" : "desk.stands", values))
    ]
    if let holder = reading.holder {
      prose.append(.paragraph(wording("desk.owner", ["login": holder])))
    }
    if isHanded, let giver = entry.desk.handedFrom.flatMap({ reading.names[$0] }) {
      prose.append(.paragraph(wording("desk.handedBy", ["login": giver])))
    }
    if !isHanded { prose += wording.standing(entry, reading.last) }
    prose.append(.gap)
    for note in reading.notes.reversed() {
      let who = note.who.flatMap { reading.names[AgentID(rawValue: $0)] }
      let head = [wording.text(note.when), who].compactMap(\.self).joined(separator: ", ")
      prose.append(.toned(head, .muted))
      prose += note.text.split(separator: "\n").map { .paragraph(String($0)) } + [.gap]
    }
    if !isHanded || HandOverText.given(among: reading.notes, wording) == nil {
      let walk = wording.walk(
        Flow.named(reading.found.flow) ?? .findFault,
        resuming: reading.found.content
      )
      let text = HandOverText(walk, entry, isRungBack: reading.isRungBack, wording).plain
      prose += text.split(separator: "\n").map { .paragraph(String($0)) }
    }
    return Page(
      prose,
      [
        .init(id: Self.receive, label: wording(receiveKey)),
        QuestionForm.backOption(wording),
      ]
    )
  }

  private var receiveKey: String {
    if reading.holder != nil { return "button.takeIt" }
    return entry.state == .handed ? "desk.receive" : "desk.takeUp"
  }

  /// Whoever takes it from somebody else is asked first.
  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard id == Self.receive else { return back(wording) }
    return .goes(reading.holder.map { .stealing(entry.id, from: $0) } ?? .call(entry.id, opening))
  }

  /// Goes to what was taken from somebody else.
  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    guard case .desk(.acted(let now, _)) = event, now.id == entry.id else { return .ignored }
    return .goes(.call(now.id, nil))
  }

  package mutating func markDrawn() { isSeen = true }

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    isTooEarly = false
    let response = form.handle(key)
    guard case .takes(let id) = response else { return response }
    isTooEarly = !isSeen
    return isSeen ? take(id, wording: wording) : .stays
  }

  package func back(_ wording: Wording) -> Response {
    .goes(call.map { .call($0, nil) } ?? .queue)
  }

  package mutating func leave(_ wording: Wording) -> Response { .goes(.queue) }

  package func title(_ wording: Wording) -> [String] {
    [wording("desk.title.queue"), "\(entry.code)", wording(entry.state.textKey)]
  }
}
