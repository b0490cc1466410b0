import Drawing
import Model
import Wording

/// The desk: calls that come in, wait and are gone back to.
extension AppState {
  /// Whether the front end is to tell what time it is.
  package var wantsClock: Bool { desk.isOpen || screen.secondsToTick != nil }

  /// After how many seconds without a key it is to tell it again; `nil` where nothing waits for it.
  ///
  /// A caller on hold is told of, and a number that stands in clear is hidden.
  package var secondsToTick: Int32? {
    guard let call = screen as? CallScreen else { return screen.secondsToTick }
    if call.showsNumber { return Int32(Callback.secondsShown) / 3 }
    return call.holdSince != nil || !desk.around.held.isEmpty ? 10 : nil
  }

  /// Answers a call at once; the one on the screen waits.
  mutating func answerCall() -> [Effect] {
    let left = leaveCall(holding: true) + holdOthers()
    overlay = nil
    let flow = Flow.findFault(of: home.portal)
    var walk = content.walk(flow)
    walk.experience = desk.met.experience
    var call = CallScreen(
      walk,
      as: newHandle(),
      at: desk.now,
      commonest: content.commonest(of: home.portal, counts: desk.met.counts)
    )
    let begun = call.begin(wording)
    screen = call
    return left + begun
  }

  /// Takes the call off the screen and keeps it open; any other case is let go.
  ///
  /// - Parameter holding: Whether the caller is left waiting.
  mutating func leaveCall(holding: Bool) -> [Effect] {
    var effects = keepTyped()
    guard var call = screen as? CallScreen, !call.isLost else { return effects + letGo() }
    if holding, call.holdSince == nil {
      call.holdSince = desk.now
      effects.append(.desk(.perform(.hold, call.openCase)))
    }
    desk.calls.append(call)
    return effects
  }

  /// Shows the queue; a call stays as it is until another is gone to.
  package mutating func showQueue() -> [Effect] {
    let call = screen as? CallScreen
    let isOver = call?.isOver == true
    if isOver { desk.lastActed = call?.number }
    let left = isOver || call?.isLost == true ? letGo() : leaveCall(holding: false)
    let queue = QueueScreen(desk)
    screen = queue
    screen.reword(wording)
    return left + [.desk(.list(queue.query))]
  }

  /// Leaves the queue, where the caller who is left for another one waits.
  private mutating func holdOthers(than id: CaseID? = nil) -> [Effect] {
    [.desk(.leaveQueue)] + holdCalls(than: id)
  }

  /// Lets the callers of all other calls wait.
  private mutating func holdCalls(than id: CaseID?) -> [Effect] {
    var effects: [Effect] = []
    for place in desk.calls.indices
    where desk.calls[place].number != id && desk.calls[place].holdSince == nil {
      desk.calls[place].holdSince = desk.now
      effects.append(.desk(.perform(.hold, desk.calls[place].openCase)))
    }
    return effects
  }

  /// Goes to a case of the queue: back to an open call, or to one that the store holds.
  mutating func openCall(_ id: CaseID, _ act: DeskAct?) -> [Effect] {
    // From a call one goes by the queue, where one stays if the case cannot be had.
    var effects = (screen is CallScreen ? showQueue() : []) + holdOthers(than: id)
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
    case .opened(let handle, let found, let entry, let notes, let before, let act):
      guard handle == awaited, let flow = Flow.named(found.flow), flow.findsFaults else {
        return [.release(handle)]
      }
      awaited = nil
      let left = leaveCall(holding: true)
      var walk = content.walk(flow, resuming: found.content)
      walk.experience = desk.met.experience
      var call = CallScreen(
        resuming: walk,
        entry,
        notes: notes,
        before: before,
        as: handle,
        at: desk.now,
        commonest: content.commonest(of: flow.edition, counts: desk.met.counts),
        wording: wording
      )
      defer { screen = call }
      return left + call.goOn(after: act, wording)
    case .lost(let handle, _, _, _):
      trouble = Event.desk(event).trouble
      desk.calls.removeAll { $0.openCase == handle }
    case .noSuchCode: trouble = Event.desk(event).trouble
    case .refused:
      trouble = Event.desk(event).trouble
      // Whoever would have gone on from the queue goes on looking at it.
      if let queue = screen as? QueueScreen { return [.desk(.list(queue.query))] }
    case .met(let met): desk.met = met
    case .queue(let page): desk.sections = page.counts
    case .acted(let entry, let done):
      desk.lastActed = entry.id
      notice = done?.told(wording) ?? notice
      // Nobody talks with two callers.
      if entry.state == .call, entry.desk.owner == desk.agent {
        return holdCalls(than: entry.id) + follow(screen.receive(.desk(event), wording: wording))
      }
    case .noted(let handle, _):
      // A note that a hand-over carries is told of by what has become of the case.
      if (screen as? CallScreen)?.openCase == handle { notice = ("desk.noteKept", [:]) }
    case .similar: notice = Event.desk(event).notice(wording)
    // What was asked for on the screen is for no call beside it.
    case .found, .read: return follow(screen.receive(.desk(event), wording: wording))
    case .entry(_, _, let done): notice = done?.told(wording) ?? notice
    case .begun, .earlier, .tallied, .shapes, .callback: break
    }
    for place in desk.calls.indices {
      _ = desk.calls[place].receive(.desk(event), wording: wording)
    }
    defer { desk.section = (screen as? QueueScreen)?.query.section ?? desk.section }
    return follow(screen.receive(.desk(event), wording: wording))
  }

  /// Takes in what time it is; with each new week it is counted anew what callers say.
  mutating func tick(_ now: Timestamp) -> [Effect] {
    desk.now = now
    screen.tick(now)
    guard desk.isOpen, let day = now.day, desk.countedIn != Week(of: day) else { return [] }
    desk.countedIn = Week(of: day)
    return [.desk(.countMet(before: day))]
  }

  /// Tells a call of the others.
  mutating func lookAround() {
    guard var call = screen as? CallScreen else { return }
    call.around = desk.around
    screen = call
  }
}
