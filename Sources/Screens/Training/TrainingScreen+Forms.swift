import Drawing
import Model
import SafeText
package import Wording

/// The desk's own forms in a call of training, on a case in memory: what is chosen on them becomes acts.
extension TrainingScreen {
  /// Whether one of them takes the keys.
  var isForm: Bool { note.isOpen || place == .handOver || place == .end }

  /// What they are filled in from: what the trainee has found out, as at the desk.
  private func found(_ wording: Wording) -> CallMatter {
    var walk = call.walk(in: room)
    if call.tally.hasToldBack { walk.give(Fact.yes, to: .toldBack, from: .derived) }
    return CallMatter(
      walk: walk,
      code: wording("train.code", ["name": call.scenario.id.name]),
      isExercise: true,
      works: call.tally.hasSeenReceipt ? .seen : call.hasSucceeded ? .told : .no,
      found: (call.causes(in: room), advised),
      wording: wording,
      aloud: wording
    )
  }

  /// The advice that was right, with whom it was given for.
  private var advised: [(action: Action, who: Actor)] {
    call.advised.compactMap { told in
      room.action(told.action).map { (action: $0, who: told.who) }
    }
  }

  /// Fills in the form on the screen, but for what is chosen and written on it.
  mutating func fillIn(_ wording: Wording) {
    matter = place == .end || place == .handOver ? found(wording) : nil
    guard let matter else { return }
    if place == .end {
      let filledIn = WrapUpForm(matter)
      wrapUp = wrapUp?.asLeft(filledIn) ?? filledIn
    } else {
      let filledIn = HandOverForm(matter)
      handing = handing?.asLeft(filledIn) ?? filledIn
    }
  }

  package mutating func reword(_ wording: Wording) {
    fillIn(wording)
    form.show(placePage(wording))
  }

  // MARK: - What becomes of them

  mutating func press(_ key: Key, _ wording: Wording) -> Response {
    if note.isOpen { return pressNote(key, wording) }
    return place == .end ? pressEnd(key, wording) : pressHandOver(key, wording)
  }

  mutating func openNote() -> Response {
    note.isOpen = true
    return .stays
  }

  /// A note is kept on the case in memory; of what it says no word is among the acts.
  private mutating func pressNote(_ key: Key, _ wording: Wording) -> Response {
    let response = note.handle(key)
    guard response == .takes(NoteForm.keep) else { return response }
    note.isOpen = false
    return keepNote(wording)
  }

  /// Keeps what is written as a note, also when the call ends in the middle of it.
  private mutating func keepNote(_ wording: Wording) -> Response {
    let text = wording.content.kept(note.text, in: nil)
    note.wipe()
    guard text.contains(where: { !$0.isWhitespace }) else { return .stays }
    keepCase(wording, noting: text)
    let lines: Set<NoteLine> =
      TrainingText(call, room, wording).isOfCaller(text) ? [.words] : []
    return jot(Self.secrets(in: text).union(lines), wording)
  }

  private mutating func pressEnd(_ key: Key, _ wording: Wording) -> Response {
    // What is wrong with what Veiviser says is reported to nobody from here.
    guard var form = wrapUp, key != .character("!") else { return .ignored }
    let response = form.handle(key, wording)
    wrapUp = form
    // Here it is known whether anybody has looked, and no key makes what was only told into what was seen.
    let unseen: Remark? = call.tally.hasSeenReceipt ? nil : ("train.unseen", [:])
    if response == .takes(WrapUpForm.seenFirst) {
      problem = unseen ?? ("desk.wrapUp.seenFirst", [:])
      return .stays
    }
    guard response == .takes(WrapUpForm.close) else { return response }
    if let wrong = form.problem {
      problem = unseen ?? wrong
      return .stays
    }
    _ = keepNote(wording)
    let (ended, seconds) = (form.wrapUp, Int(call.seconds))
    var walk = call.walk(in: room)
    if form.isToldBack { walk.give(Fact.yes, to: .toldBack, from: .derived) }
    let closing = ended.closing(of: walk, secondsToVerdict: nil, seconds: seconds)
    keepCase(wording, doing: .close(closing))
    let end = call.end(with: ended.result, in: room)
    var lines = call.carried(in: room)
    // It is looked at again on a day, or somebody has said that there is nothing left to look at.
    let isLookedAt = ended.result.waits ? ended.promise.due != nil : ended.confirmed != .no
    if isLookedAt || end == .passedOn { lines.insert(.followUp) }
    if ended.result == .solvedConfirmed { lines.insert(call.hasSucceeded ? .works : .confirmed) }
    let isToldNow = form.isToldBack && !call.tally.hasToldBack
    let told: [TrainingAct] = isToldNow ? [.tellBack] : []
    return perform(noting(lines) + told + [.end(end)], wording)
  }

  private mutating func pressHandOver(_ key: Key, _ wording: Wording) -> Response {
    guard var form = handing else { return .ignored }
    let response = form.handle(key, [])
    handing = form
    problem = form.problem(after: key, [])
    guard response == .takes(WrapUpForm.close) else { return response }
    guard let recipient = form.recipient(among: []) else { return .stays }
    _ = keepNote(wording)
    let text = wording.content.kept(form.plain(wording), in: nil)
    keepCase(wording, noting: text, doing: .hand(to: recipient))
    var lines = call.carried(in: room)
    if !lines.isEmpty { lines.insert(.followUp) }
    let given = Set(form.given.compactMap(\.line))
    let jotted = call.tally.jotted
    lines = lines.filter { given.contains($0) || jotted.contains($0) }
    lines.formUnion(Self.secrets(in: text))
    return perform(noting(lines) + [.end(.passedOn)], wording)
  }

  private func noting(_ lines: Set<NoteLine>) -> [TrainingAct] {
    lines.isEmpty ? [] : [.note(lines)]
  }

  /// What must not stand in a text that is kept, as the marks in it tell.
  private static func secrets(in text: String) -> Set<NoteLine> {
    text.contains(Redaction.numberMarker) ? [.identity] : []
  }

  // MARK: - The case in memory

  /// Keeps the case as it stands, and then what is done with it.
  private mutating func keepCase(
    _ wording: Wording,
    noting text: String? = nil,
    doing act: DeskAct? = nil
  ) {
    let (id, moment) = (call.scenario.id, now)
    var kept = setting.desk[id] ?? MemoryCall()
    kept.save(wording.draft(call.walk(in: room)), at: moment)
    if let text { kept.note(text, at: moment) }
    if let act { kept.perform(act, at: moment) }
    setting.desk[id] = kept
  }

  /// Keeps a note that is begun and what stands on the forms, to be there when one comes back to the call.
  mutating func keepDraft() {
    guard !call.isOver else { return }
    setting.forms[call.scenario.id] = LeftForms(note: note, wrapUp: wrapUp, handing: handing)
  }

  /// Lets go of the case of a call that is over, where nothing else has been done with it.
  mutating func letGo() {
    let (id, moment) = (call.scenario.id, now)
    setting.desk[id]?.perform(.release, at: moment)
    setting.forms[id] = nil
  }

  /// A call has no other time than that of its caller.
  private var now: Timestamp { Timestamp(rawValue: Int64(call.seconds)) }
}

extension HandOverText.Part {
  /// What of a case it carries, where that counts.
  fileprivate var line: NoteLine? {
    switch self {
    case .situation: .message
    case .assessment: .cause
    case .action: .who
    case .urgency: .followUp
    case .settled: .answered
    case .background, .otherwise, .caller: nil
    }
  }
}
