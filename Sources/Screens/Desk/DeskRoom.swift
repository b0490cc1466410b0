package import Model

/// The support desk as the program has it: who works there, and the calls that are open.
package struct DeskRoom: Sendable {
  /// Whether a line at home leads there and F2 answers a call.
  package var isOpen: Bool
  /// Whether the program begins in the queue.
  package let isBegunWith: Bool
  package let agent: AgentID
  /// What the agent is called where they see it themselves; never stored.
  package let login: String
  /// The others who share the store, in the order of their logins.
  package private(set) var colleagues: [Colleague]
  /// After so many seconds a caller on hold is to be told something.
  package let holdWarn: Int
  /// Whether a number to ring back on may be kept.
  package let keepsCallbacks: Bool
  /// The part of the queue that was looked at last.
  var section: DeskSection
  /// The calls that are open and not on the screen, the last left last.
  var calls: [CallScreen] = []
  /// What was met in the last four whole weeks.
  var met = Met()
  /// The week in which that was counted.
  var countedIn: Week?
  var sections: [DeskSection: Int] = [:]
  var now: Timestamp?
  /// The case whose last act `u` undoes; none where something else has been done with it since.
  package var lastActed: CaseID?
  /// The agent's callers on hold in the store, as the queue told of them last; those open here are among them.
  var held: [DeskAround.Held] = []
  /// The callers on hold whom others have taken since the queue was looked at.
  var taken: [DeskAround.Taken] = []
  /// A case whose code was read out in a call, so that whoever it is about is on the line, and that call.
  var rung: (about: CaseID, from: CaseHandle)?
  /// What others saved before, and so becomes a case of its own; its code is told as soon as it has one.
  var kept: Set<CaseHandle> = []
  /// What was chosen and written at the ends of calls, for whoever undoes that they ended.
  var ends: [CaseID: CallEnd] = [:]
  /// The case that has come back by undo, and with which nothing else has been done since.
  private(set) var undone: CaseID?

  package init(
    _ agent: AgentID = AgentID(rawValue: 0),
    login: String = "",
    colleagues: [Colleague] = [],
    setup: DeskSetup = DeskSetup(),
    section: DeskSection = .mine,
    isOpen: Bool = false,
    isBegunWith: Bool = false
  ) {
    self.agent = agent
    self.colleagues = colleagues
    self.section = section
    holdWarn = setup.holdWarn
    keepsCallbacks = setup.callback
    self.isBegunWith = isBegunWith
    self.login = login
    self.isOpen = isOpen
  }

  /// Takes in who else has cases; they can be given one though no group names them.
  mutating func meet(_ names: [AgentID: String]) {
    let known = Set(colleagues.map(\.agent) + [agent])
    let new = names.filter { !known.contains($0.key) && $0.value != "\($0.key.rawValue)" }
    guard !new.isEmpty else { return }
    let met = new.map { Colleague($0.key, login: $0.value) }
    colleagues = (colleagues + met).sorted { $0.login < $1.login }
  }

  /// Takes in what can be undone now; a number to ring back on that a store has forgotten is kept no longer than that
  /// the call ended can be undone, and after that only for the case that came back so.
  mutating func look(at event: Event) {
    lastActed = event.undoable(after: lastActed)
    switch event {
    case .desk(.acted(let entry, let done)):
      if done?.isUndo == true { undone = entry.id } else { forgetNumber(of: entry.id) }
    case .desk(.opened(_, let found, _, _, _, let act)) where act != nil && act != .resume:
      forgetNumber(of: found.id)
    case .desk(.jotted(let id)), .desk(.moved(let id, _)), .desk(.lost(_, let id, _, _)):
      forgetNumber(of: id)
    case .desk(.refused(.nothingToUndo, _)):
      for id in ends.keys { forgetNumber(of: id) }
    default: break
    }
    // While a save is told of, nothing can be undone for a moment.
    guard let lastActed else { return }
    for (id, end) in ends where end.callback != nil && id != lastActed && id != undone {
      ends[id]?.callback = nil
    }
  }

  /// Takes what stood at the end of a case that is gone on with.
  ///
  /// - Returns: The end, with a number to ring back on only where the case came back by undo.
  mutating func takeEnd(of id: CaseID) -> CallEnd? {
    var end = ends.removeValue(forKey: id)
    if undone == id { undone = nil } else { end?.callback = nil }
    return end
  }

  private mutating func forgetNumber(of id: CaseID) {
    ends[id]?.callback = nil
    if undone == id { undone = nil }
  }

  /// The call of a case that is open here.
  func place(of id: CaseID) -> Int? { calls.firstIndex { $0.number == id } }

  /// What the bottom line of a call tells of the others.
  var around: DeskAround { around(beside: nil) }

  /// The same beside a call on the screen.
  func around(beside shown: CaseID?) -> DeskAround {
    let waiting = waiting(beside: shown)
    return DeskAround(
      held: waiting,
      taken: taken,
      others: max(0, sections[.mine, default: 0] - waiting.count - 1),
      due: sections[.due, default: 0],
      holdWarn: holdWarn,
      keepsCallbacks: keepsCallbacks,
      colleagues: colleagues,
      agent: agent
    )
  }

  /// The callers on hold, the longest first: in the calls that are open here, and in cases that are not.
  func waiting(beside shown: CaseID? = nil) -> [DeskAround.Held] {
    let open = Set(calls.compactMap(\.number) + [shown].compactMap(\.self))
    let here = calls.filter { $0.holdSince != nil }.map {
      DeskAround.Held(number: $0.number, since: $0.holdSince)
    }
    let elsewhere = held.filter { held in held.number.map { !open.contains($0) } ?? false }
    func order(_ held: DeskAround.Held) -> (Int64, Int64) {
      (held.since?.rawValue ?? .max, held.number?.rawValue ?? .max)
    }
    return (here + elsewhere).sorted { order($0) < order($1) }
  }

  /// The case that one comes back to in the queue: the call whose caller is on the line, or else whoever has been on
  /// hold the longest.
  var next: CaseID? {
    let live = calls.last { $0.holdSince == nil && $0.hasCaller }
    return live?.number ?? waiting().first?.number
  }
}

/// What was chosen and written at the end of a call, to stand there again when that it ended is undone.
struct CallEnd: Sendable {
  let wrapUp: WrapUpForm?
  let handing: HandOverForm?
  let flag: DeskFlag?
  /// The number to ring back on, which a store forgets when the case is closed; none where the case waits, since the
  /// store has it still.
  var callback: Callback?

  init(_ call: CallScreen) {
    (wrapUp, handing, flag) = (call.wrapUp, call.handing, call.flag)
    let isClosed = call.stage == .wrapUp && call.wrapUp?.wrapUp.result.waits == false
    callback = isClosed ? call.callback : nil
  }
}

/// Somebody else at the desk, as they are called on this machine; never stored.
package struct Colleague: Hashable, Sendable {
  package let agent: AgentID
  package let login: String

  package init(_ agent: AgentID, login: String) {
    self.agent = agent
    self.login = login
  }
}

/// What else there is to do at the desk, for the bottom line of a call.
package struct DeskAround: Equatable, Sendable {
  /// The calls on hold, with since when; the longest first.
  package var held: [Held] = []
  /// Those that others have taken.
  package var taken: [Taken] = []
  /// The agent's other cases, which are not open here.
  package var others = 0
  package var due = 0
  /// After so many seconds a caller on hold is to be told something.
  package var holdWarn = DeskSetup().holdWarn
  /// Whether a number to ring back on may be kept.
  package var keepsCallbacks = DeskSetup().callback
  /// Whom a case can be given to.
  package var colleagues: [Colleague] = []
  /// Whose calls they are.
  package var agent = AgentID(rawValue: 0)

  package struct Held: Equatable, Sendable {
    package let number: CaseID?
    package let since: Timestamp?
  }

  /// A case that somebody else has taken, by what they are called.
  package struct Taken: Equatable, Sendable {
    package let number: CaseID
    package let login: String
  }
}
