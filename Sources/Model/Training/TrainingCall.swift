/// One call in training: what was done, what was said, and how things have come to stand.
///
/// It follows from the scenario and the acts alone, so it can be played again from any step.
package struct TrainingCall: Equatable, Sendable {
  package let scenario: Scenario
  package private(set) var acts: [TrainingAct] = []
  /// One for each act.
  package private(set) var replies: [Reply] = []
  /// How things were after each act.
  package private(set) var moments: [[FieldID: String]] = []
  /// How many seconds of the caller's time had gone after each act.
  private var clock: [Double] = []
  package internal(set) var world: HiddenWorld
  /// What the trainee has been told.
  package internal(set) var known = Facts()
  /// What was known before the advice that something came of last: what is mended since is no longer known to be wrong.
  var asFound: Facts?
  /// Facts the caller did not know, and nothing was done about it.
  package internal(set) var open: [FieldID] = []
  /// Seconds of the caller's time, those of others left out.
  package internal(set) var seconds = 0.0
  package internal(set) var tally = CallTally()
  /// What the caller is known to meet; `nil` before it was told, and where the submission has succeeded.
  package internal(set) var symptom: String?
  package internal(set) var hasSucceeded = false
  package internal(set) var end: CallEnd?
  /// What was asked last, and so where the caller is.
  var lastAsked: FieldID?
  /// Who cannot be reached.
  package internal(set) var away: Set<Actor> = []
  /// Who is with the caller, and tells what they know.
  package internal(set) var here: Set<Actor> = []
  /// How many seconds the caller has in all; `nil` for one who is in no hurry.
  package internal(set) var patience: Int?

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    world = scenario.world
    known = scenario.told
    away = scenario.away
    patience = scenario.caller.patience
  }

  /// The call after some acts.
  package init(
    _ scenario: Scenario,
    playing acts: some Sequence<TrainingAct>,
    in room: TrainingRoom
  ) {
    self.init(scenario)
    for act in acts { perform(act, in: room) }
  }

  package var isOver: Bool { end != nil }

  /// Whether all is done that can be done now.
  package var isDone: Bool { hasSucceeded || tally.passedTo != nil || tally.awaits != nil }

  /// How a call that is done is ended; waiting is right only for somebody who is away.
  package var rightEnd: CallEnd {
    hasSucceeded ? .solved : tally.passedTo != nil ? .passedOn : .waiting
  }

  /// Whether the caller was in a hurry and has gone.
  package var hasHungUp: Bool { replies.contains(.hungUp) }

  /// Whether the caller was told something that helps, who does it and where.
  var hasHelped: Bool { isDone || tally.advice.contains(where: \.isRight) }

  /// How many seconds an act took, in whole ones that add up to those of the call.
  package func secondsTaken(at place: Int) -> Int {
    Int(clock[place]) - (place > 0 ? Int(clock[place - 1]) : 0)
  }

  /// Before how many steps hints were looked at, and before how many they told the very step.
  package var hints: (opened: Int, told: Int) {
    let tiers = acts.split(whereSeparator: \.isOwn).compactMap { $0.compactMap(\.hintTier).max() }
    return (tiers.count, tiers.count { $0 == TrainingAct.hintTiers.upperBound })
  }

  /// How much hints have told since the trainee did something last; 0 for nothing.
  package var hintTier: Int {
    acts.reversed().prefix { !$0.isOwn }.compactMap(\.hintTier).max() ?? 0
  }

  /// How often the caller has said that time is short: twice at most.
  package var warnings: Int {
    patience.map { min(2, Int(seconds * 3) / max(1, $0)) } ?? 0
  }

  /// Does an act, and gives what the caller says to it.
  ///
  /// - Parameter diagnosis: What follows from what is known, where that has been worked out already.
  @discardableResult
  package mutating func perform(
    _ act: TrainingAct,
    in room: TrainingRoom,
    knowing diagnosis: Diagnosis? = nil
  ) -> Reply {
    guard !isOver else { return .ended }
    let reply = answer(act, in: room, diagnosis)
    acts.append(act)
    replies.append(reply)
    moments.append(world.facts)
    clock.append(seconds)
    if let patience, !isOver, seconds > Double(patience) {
      replies[replies.count - 1] = .hungUp
      end = .unsolved
    }
    return replies.last ?? reply
  }

  private mutating func answer(
    _ act: TrainingAct,
    in room: TrainingRoom,
    _ diagnosis: Diagnosis?
  ) -> Reply {
    switch act {
    case .ask(let fact, let tone): return ask(fact, tone, in: room, diagnosis)
    case .show(let fact, let place): return show(fact, at: place, in: room)
    case .isSeen(let fact): return look(at: fact, in: room)
    case .readBack:
      spend(5)
      guard tally.hasAskedParty else { return .noParty }
      let wasWrong = scenario.caller.tempers.contains(.mishears) && !tally.hasReadBack
      tally.hasReadBack = true
      return wasWrong ? .partyWasWrong(scenario.party) : .partyIsRight
    case .wait(let fact, let actor): return wait(fact, for: actor, in: room)
    case .advise(let action, let who, let place):
      return advise(action, who: who, place: place, in: room, diagnosis)
    case .lure(let lure): return follow(lure, in: room, diagnosis)
    case .tellBack:
      spend(10)
      guard isDone else { return .toldBackNothing }
      tally.hasToldBack = true
      return .toldBack
    case .jot(let lines):
      tally.jotted.formUnion(lines)
      return .unnoticed
    case .note(let lines):
      tally.note = lines
      tally.isNoteEarly = !hasHelped
      return .noted
    case .end(let end):
      self.end = end
      return .ended
    case .event(let happening): return meet(happening, in: room)
    case .hint: return .unnoticed
    }
  }

  mutating func spend(_ seconds: Double) { self.seconds += seconds }
}

/// What is counted in a call.
package struct CallTally: Equatable, Sendable {
  package internal(set) var hasAskedParty = false
  package internal(set) var hasReadBack = false
  package internal(set) var hasToldBack = false
  /// Whether the caller has looked at the receipt, and not only said that it came.
  package internal(set) var hasSeenReceipt = false
  /// What was asked of how it was before.
  package internal(set) var past: Set<Past> = []
  package internal(set) var note: Set<NoteLine> = []
  /// What was written in notes while the call went on.
  package internal(set) var jotted: Set<NoteLine> = []
  /// Whether the note was written before there was anything to hand on: no advice that helps had been given.
  package internal(set) var isNoteEarly = false
  /// Questions put otherwise than clearly.
  package internal(set) var unkind = 0
  /// Questions that could change nothing.
  package internal(set) var useless = 0
  /// Facts the caller did not know, and those of them that were found out in another way.
  package internal(set) var unknowns: Set<FieldID> = []
  package internal(set) var foundOut: Set<FieldID> = []
  /// Advice given, with how much of it was right.
  package internal(set) var advice: [AdviceMark] = []
  package internal(set) var lures: [Lure] = []
  /// Faults that were found out before they were mended.
  package internal(set) var established: Set<Fault> = []
  /// What nobody had found out when it was mended, or laid on somebody: the facts that would have shown it.
  package internal(set) var guessed: Set<FieldID> = []
  /// Whether something was mended, or laid on somebody, of which nobody had seen that it was the cause.
  package internal(set) var isUnseen = false
  /// Faults that came with what happened.
  package internal(set) var arisen: Set<Fault> = []
  /// Who took over what lies outside the points.
  package internal(set) var passedTo: Actor?
  /// Who is to mend it, and is away.
  package internal(set) var awaits: Actor?
}

/// How right one piece of advice was.
package struct AdviceMark: Equatable, Sendable {
  package let action: String
  /// Whom it was laid on.
  package let who: Actor
  /// Whether it is part of a smallest repair of how things were.
  package let isNeeded: Bool
  package let rightWho: Bool
  package let rightPlace: Bool

  var isRight: Bool { isNeeded && rightWho && rightPlace }
}
