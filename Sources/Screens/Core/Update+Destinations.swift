package import Model
import Wording

/// Going from screen to screen.
extension AppState {
  /// Does what a screen answered a key with.
  mutating func follow(_ response: Response) -> [Effect] {
    switch response {
    case .ignored, .stays, .leaves, .takes: []
    case .does(let effects): effects
    case .goes(let destination, let effects): effects + go(to: destination)
    }
  }

  private mutating func go(to destination: Destination) -> [Effect] {
    switch destination {
    case .home(let portal):
      if let portal { home.portal = portal }
      let released = letGo()
      put(HomeScreen(home))
      return released + [.count]
    case .flow(let id): return Flow.named(id).map { begin(wording.walk($0)) } ?? []
    case .task(let draft):
      return Flow.named(draft.flow)
        .map { flow in
          let walk = wording.walk(flow, resuming: draft)
          return begin(walk, from: walk.originCase)
        } ?? []
    case .open(let id): return open(id)
    case .screen(let shown):
      // A call that is left to read something stays open.
      let isCall = (screen as? CallScreen)?.isOver == false
      let released = isCall ? leaveCall(holding: false) : letGo()
      put(shown.screen)
      return released
    case .queue: return showQueue()
    case .newCall: return answerCall()
    case .call(let id, let act): return openCall(id, act)
    case .deletion(let id): overlay = .delete(id, wording)
    case .stealing(let id, let login): overlay = .steal(id, from: login, wording)
    case .leaving: overlay = .leave(wording, about: leavingKey)
    }
    return []
  }

  /// Shows a screen in the language that holds now.
  private mutating func put(_ new: any Screen) {
    screen = new
    screen.reword(wording)
  }

  /// Shows a case that is not stored yet.
  ///
  /// - Parameter before: The case on the screen, for whom it is a task.
  private mutating func begin(_ walk: Walk, from before: CaseID? = nil) -> [Effect] {
    let released = letGo()
    var walk = walk
    walk.fillIn(writer: writer)
    var begun = WalkScreen(walk, as: newHandle(), wording: wording)
    begun.begunFrom = before
    screen = begun
    return released
  }

  /// Asks for a case, which goes on the screen when the store has read it.
  package mutating func open(_ id: CaseID) -> [Effect] {
    let handle = newHandle()
    defer { awaited = handle }
    return (awaited.map { [.release($0)] } ?? []) + [.open(id, as: handle)]
  }

  /// Shows a case that the store has read, unless the person has gone on meanwhile.
  mutating func show(_ found: Case, as handle: CaseHandle) -> [Effect] {
    guard handle == awaited else { return [] }
    awaited = nil
    guard let flow = Flow.named(found.flow) else {
      // A newer version has kept it, perhaps of an Altinn that this one does not know.
      trouble = ("records.unknownKind", ["number": "\(found.id.rawValue)"])
      return [.release(handle)]
    }
    // What is typed in another case is kept; what is typed in this one is given up for the newest.
    let isSame = (screen as? WalkScreen)?.number == found.id
    let left = (isSame ? [] : keepTyped()) + letGo()
    var walk = wording.walk(flow, resuming: found.content)
    // From the overview a finished case is opened to be changed, and not to be ended once more.
    if screen is RecordScreen { walk.goToReviewIfOver() }
    walk.fillIn(writer: writer)
    let isFromTask = (screen as? WalkScreen)?.walk.originCase == found.id
    var shown = WalkScreen(walk, as: handle, number: found.id, wording: wording)
    if isFromTask { shown.lookPastTask() }
    screen = shown
    // It was about the step that was there before.
    if case .why = overlay { close() }
    return left
  }

  /// Lets go of the case on the screen, and of one that has been asked for.
  mutating func letGo() -> [Effect] {
    defer { awaited = nil }
    if let known = (screen as? WalkScreen)?.walk.writer, !known.isEmpty { writer = known }
    return [screen.handle, awaited].compactMap { $0.map { .release($0) } }
  }
}
