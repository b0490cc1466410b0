import Drawing
import Model
import Wording

/// The desk: calls that come in, wait and are gone back to.
extension AppState {
  /// Whether the front end is to tell what time it is, and how often: a caller on hold is told of.
  package var wantsClock: Bool { desk.isOpen }
  package var ticks: Bool {
    (screen as? CallScreen)?.holdSince != nil || !desk.around.held.isEmpty && screen is CallScreen
  }

  /// Answers a call at once; the one on the screen waits.
  mutating func answerCall() -> [Effect] {
    let left = leaveCall(holding: true) + holdOthers()
    overlay = nil
    let flow = Flow.findFault(of: home.portal)
    var call = CallScreen(
      content.walk(flow),
      as: newHandle(),
      at: desk.now,
      commonest: Commonest.of(home.portal, counts: desk.counts)
    )
    let begun = call.begin(wording)
    screen = call
    return left + begun
  }

  /// Takes the call off the screen and keeps it open; any other case is let go.
  ///
  /// - Parameter holding: Whether the caller is left waiting.
  mutating func leaveCall(holding: Bool) -> [Effect] {
    guard var call = screen as? CallScreen else { return keepTyped() + letGo() }
    var effects: [Effect] = []
    if holding, call.holdSince == nil {
      call.holdSince = desk.now
      effects = [.desk(.perform(.hold, call.openCase))]
    }
    desk.calls.append(call)
    return effects
  }

  /// Shows the queue; a call stays as it is until another is gone to.
  package mutating func showQueue() -> [Effect] {
    let call = screen as? CallScreen
    let isOver = call?.isOver == true
    if isOver { desk.lastActed = call?.number }
    let left = isOver ? letGo() : leaveCall(holding: false)
    let queue = QueueScreen(desk)
    screen = queue
    screen.reword(wording)
    return left + [.desk(.list(queue.query))]
  }

  /// Leaves the queue, where the caller who is left for another one waits.
  private mutating func holdOthers(than id: CaseID? = nil) -> [Effect] {
    var effects: [Effect] = [.desk(.leaveQueue)]
    for place in desk.calls.indices
    where desk.calls[place].number != id && desk.calls[place].holdSince == nil {
      desk.calls[place].holdSince = desk.now
      effects.append(.desk(.perform(.hold, desk.calls[place].openCase)))
    }
    return effects
  }

  /// Goes to a case of the queue: back to an open call, or to one that the store holds.
  mutating func openCall(_ id: CaseID, _ act: DeskAct?) -> [Effect] {
    var effects = holdOthers(than: id)
    if let place = desk.place(of: id) {
      var call = desk.calls.remove(at: place)
      if call.holdSince != nil { effects.append(.desk(.perform(.resume, call.openCase))) }
      call.holdSince = nil
      if let now = desk.now { call.tick(now) }
      call.reword(wording)
      screen = call
      return effects
    }
    desk.lastActed = act == nil ? desk.lastActed : id
    let handle = newHandle()
    awaited = handle
    return effects + [.desk(.open(id, act, as: handle))]
  }

  /// Takes in what the store answered the desk.
  mutating func take(_ event: DeskEvent) -> [Effect] {
    switch event {
    case .opened(let handle, let found, let entry, _):
      guard handle == awaited, let flow = Flow.named(found.flow), flow.findsFaults else {
        return [.release(handle)]
      }
      awaited = nil
      let left = leaveCall(holding: true)
      screen = CallScreen(
        resuming: content.walk(flow, resuming: found.content),
        entry,
        as: handle,
        at: desk.now,
        commonest: Commonest.of(flow.edition, counts: desk.counts),
        wording: wording
      )
      return left
    case .found(let id):
      return openCall(id, nil)
    case .noSuchCode: trouble = ("desk.wrongLetters", [:])
    case .refused(let refusal, let who): trouble = wording.text(refusal, by: who)
    case .queue(let page): desk.sections = page.counts
    case .acted(let entry): desk.lastActed = entry.id
    case .noted: notice = ("desk.noteKept", [:])
    case .begun, .entry, .similar: break
    }
    for place in desk.calls.indices {
      _ = desk.calls[place].receive(.desk(event), wording: wording)
    }
    return follow(screen.receive(.desk(event), wording: wording))
  }

  /// Takes in what time it is.
  mutating func tick(_ now: Timestamp) {
    desk.now = now
    screen.tick(now)
  }

  /// Tells a call of the others.
  mutating func lookAround() {
    guard var call = screen as? CallScreen else { return }
    call.around = desk.around
    screen = call
  }
}
