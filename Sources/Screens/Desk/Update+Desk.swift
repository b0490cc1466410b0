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
    return call.holdSince != nil || !desk.waiting(beside: call.number).isEmpty ? 10 : nil
  }

  /// The key of the text that tells somebody who leaves what is kept, and that callers are left behind.
  var leavingKey: String {
    let call = screen as? CallScreen
    let isOnLine = call.map { !$0.isOver && !$0.isLost && $0.hasCaller } ?? false
    let hasCallers = isOnLine || desk.calls.contains(where: \.hasCaller) || !desk.held.isEmpty
    return hasCallers ? "desk.leave.callers" : screen.leavingKey
  }

  /// Answers a call at once; the one on the screen waits.
  mutating func answerCall() -> [Effect] {
    let left = leaveCall(holding: true) + holdOthers()
    overlay = nil
    // Whoever is on the line now has not rung about the case that was read before.
    desk.rung = nil
    var walk = wording.walk(.findFault(of: first))
    walk.experience = desk.met.experience
    var call = CallScreen(
      walk,
      as: newHandle(),
      at: desk.now,
      commonest: content.commonest(of: first, counts: desk.met.counts)
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
    if holding, call.hasCaller, call.holdSince == nil {
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
    if isOver {
      desk.lastActed = call?.number
      // Only what was done last can be undone, so no other number is still wanted.
      for ended in desk.ends.keys { desk.ends[ended]?.callback = nil }
      if let call, let id = call.number { desk.ends[id] = CallEnd(call) }
    }
    // Whoever rang about a case is gone with the call that ends.
    if isOver, desk.rung?.from == call?.openCase { desk.rung = nil }
    let isLeft = call != nil && !isOver && call?.isLost != true
    let left = isOver || call?.isLost == true ? letGo() : leaveCall(holding: false)
    // One comes back to the call that one has left or the case that one has read, and from a call that is over to
    // whoever has waited the longest.
    let read = (screen as? ReadFirstScreen)?.id
    let next = isLeft ? call?.number : read ?? desk.next
    if call != nil, next != nil { desk.section = .mine }
    desk.taken = []
    let queue = QueueScreen(desk, at: next)
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
    where desk.calls[place].number != id && desk.calls[place].holdSince == nil
      && desk.calls[place].hasCaller
    {
      desk.calls[place].holdSince = desk.now
      effects.append(.desk(.perform(.hold, desk.calls[place].openCase)))
    }
    return effects
  }

  /// Goes to a case of the queue: back to an open call, or to one that the store holds.
  mutating func openCall(_ id: CaseID, _ act: DeskAct?) -> [Effect] {
    var effects: [Effect] = []
    // From a call one goes by the queue, where one stays if the case cannot be had.
    if let call = screen as? CallScreen {
      effects = showQueue()
      desk.rung = (id, call.openCase)
    }
    effects += dropUntold(for: id) + holdOthers(than: id)
    desk.held.removeAll { $0.number == id }
    if let place = desk.place(of: id) {
      var call = desk.calls.remove(at: place)
      if call.holdSince != nil { effects.append(.desk(.perform(.resume, call.openCase))) }
      call.holdSince = nil
      call.hasCaller = call.hasCaller || desk.rung?.about == id
      // Whoever goes back to the call that somebody rang in has only read the case that it was about.
      if desk.rung?.from != call.openCase { desk.rung = nil }
      if let now = desk.now { call.tick(now) }
      call.reword(wording)
      screen = call
      return effects
    }
    let handle = newHandle()
    awaited = handle
    return effects + [.desk(.open(id, act, as: handle))]
  }

  /// Takes away the call of somebody who has told nothing in it, and whose own case is gone to.
  private mutating func dropUntold(for id: CaseID) -> [Effect] {
    guard let rung = desk.rung, rung.about == id,
      let place = desk.calls.firstIndex(where: { $0.openCase == rung.from && $0.isUntouched })
    else { return [] }
    let call = desk.calls.remove(at: place)
    let dropped = call.number.map { [Effect.desk(.drop($0))] } ?? []
    return dropped + [.release(call.openCase)]
  }

  /// Takes in what the store answered the desk.
  mutating func take(_ event: DeskEvent) -> [Effect] {
    var released: [Effect] = []
    switch event {
    case .opened(let handle, let found, let entry, let notes, let before, let act):
      guard handle == awaited, let flow = Flow.named(found.flow), flow.findsFaults else {
        return [.release(handle)]
      }
      awaited = nil
      let left = leaveCall(holding: true)
      var walk = wording.walk(flow, resuming: found.content)
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
      // A case that is taken up anew ends in its own way.
      let end = desk.takeEnd(of: found.id)
      let isGoneOnWith = act == nil || act == .resume
      if let end, isGoneOnWith { call.take(end) }
      if desk.rung?.about == found.id { call.hasCaller = true }
      desk.rung = nil
      defer { screen = call }
      let number = isGoneOnWith ? end?.callback : nil
      let kept = number.map { [Effect.desk(.keepCallback($0, handle))] } ?? []
      return left + kept + call.goOn(after: act, wording)
    case .lost(let handle, let id, let login, _):
      trouble = Event.desk(event).trouble
      if let ended = drop({ $0.openCase == handle }) {
        released.append(ended)
        tell(taken: id, by: login)
      }
    case .moved(let id, let login):
      desk.held.removeAll { $0.number == id }
      if let login { tell(taken: id, by: login) }
    case .noSuchCode: trouble = Event.desk(event).trouble
    case .refused:
      trouble = Event.desk(event).trouble
      // Whoever would have gone on from the queue goes on looking at it.
      if let queue = screen as? QueueScreen {
        return follow(screen.receive(.desk(event), wording: wording)) + [.desk(.list(queue.query))]
      }
    case .met(let met): desk.met = met
    case .queue(let page):
      desk.sections = page.counts
      desk.meet(page.names)
      if let held = page.held(by: desk.agent) {
        desk.held = held.map { .init(number: $0.id, since: $0.summary.updated) }
      }
    case .acted(let entry, let done):
      notice = done?.told(wording) ?? notice
      // Nobody talks with two callers.
      if entry.state == .call, entry.desk.owner == desk.agent {
        return holdCalls(than: entry.id) + follow(screen.receive(.desk(event), wording: wording))
      }
      // What is let go of in the queue is open here no more.
      if !entry.state.isOwned, let ended = drop({ $0.number == entry.id }) {
        released.append(ended)
      }
    case .noted(let handle, _):
      // A note that a hand-over carries is told of by what has become of the case.
      if (screen as? CallScreen)?.openCase == handle { notice = ("desk.noteKept", [:]) }
    case .jotted, .similar: notice = Event.desk(event).notice(wording)
    // What was asked for on the screen is for no call beside it.
    case .found, .read:
      if case .read(let reading) = event, let call = screen as? CallScreen {
        desk.rung = (reading.entry.id, call.openCase)
      }
      return follow(screen.receive(.desk(event), wording: wording))
    case .entry(_, _, let done): notice = done?.told(wording) ?? notice
    case .begun(let handle, let entry):
      if desk.kept.remove(handle) != nil {
        notice = ("desk.keptAsNew", ["code": "\(entry.code)"])
      }
    case .earlier, .tallied, .shapes, .callback: break
    }
    for place in desk.calls.indices {
      _ = desk.calls[place].receive(.desk(event), wording: wording)
    }
    defer { desk.section = (screen as? QueueScreen)?.query.section ?? desk.section }
    return released + follow(screen.receive(.desk(event), wording: wording))
  }

  /// Closes a call that is open and not on the screen, and forgets whoever rang in it about another case.
  ///
  /// - Returns: What lets go of it; `nil` where there is no such call.
  private mutating func drop(_ isEnded: (CallScreen) -> Bool) -> Effect? {
    guard let place = desk.calls.firstIndex(where: isEnded) else { return nil }
    let handle = desk.calls.remove(at: place).openCase
    if desk.rung?.from == handle { desk.rung = nil }
    return .release(handle)
  }

  /// Tells at once that somebody else has taken a caller who was on hold, and goes on telling it below the call.
  private mutating func tell(taken id: CaseID, by login: String) {
    desk.held.removeAll { $0.number == id }
    desk.taken.append(DeskAround.Taken(number: id, login: login))
    trouble = ("desk.lostHeld", ["number": "\(id.rawValue)", "login": login])
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
    call.around = desk.around(beside: call.number)
    screen = call
  }
}
