/// What a call was worth, by rule: the parts as people are told them, and what nobody passes with.
package struct TrainingScore: Equatable, Sendable {
  package enum Part: String, CaseIterable, Sendable {
    case cause, repair, order, unknowns, talk, note

    /// The most it can give.
    package var most: Int {
      switch self {
      case .cause: 30
      case .repair: 25
      case .order: 15
      case .unknowns, .talk, .note: 10
      }
    }
  }

  /// What a call is not passed with, whatever the sum.
  package enum Breach: String, CaseIterable, Sendable {
    case secret, retry, minID, promise, noteSecret
  }

  package let points: [Part: Int]
  /// What points were lost by, of each part that is worth less than it can be, and of no other.
  package let losses: [Part: [ScoreLoss]]
  package let breaches: [Breach]

  /// What the best way is worth.
  static let full = 100
  /// From this on a call is passed.
  package static let passing = 80

  package var sum: Int { Part.allCases.reduce(0) { $0 + points[$1, default: 0] } }
  package var isPassed: Bool { sum >= Self.passing && breaches.isEmpty }

  /// - Parameter best: The same call by the best way. Where something has happened it may get less than there is; what
  ///   it cannot get, nobody loses.
  package init(_ call: TrainingCall, best: TrainingCall, in room: TrainingRoom) {
    // Only where time counts is it worth going through the steps.
    let forgiven = Self.isSlow(call, best) ? CallCheck(of: call, in: room).forgiven : 0
    self.init(call, best: best, in: room, forgiven: forgiven)
  }

  /// - Parameter forgiven: The seconds of steps that were as good as the best; they count where time does.
  init(_ call: TrainingCall, best: TrainingCall, in room: TrainingRoom, forgiven: Int) {
    let tally = call.tally
    let own = Self.marks(call, best, room, forgiven)
    let most = best.acts.contains(where: \.isGiven) ? Self.marks(best, best, room, 0) : [:]
    var (points, losses): ([Part: Int], [Part: [ScoreLoss]]) = ([:], [:])
    for part in Part.allCases {
      let mark = own[part] ?? Mark(0, [])
      let missing = most[part].map { part.most - $0.points } ?? 0
      points[part] = min(part.most, mark.points + missing)
      if mark.points + missing < part.most { losses[part] = mark.losses }
    }
    self.points = points
    self.losses = losses
    breaches = [
      tally.lures.contains(.readPassword) ? .secret : nil,
      tally.lures.contains(.retry) ? .retry : nil,
      tally.lures.contains(.minIDPassword) ? .minID : nil,
      tally.lures.contains(.promise) ? .promise : nil,
      tally.note.union(tally.jotted).contains(where: \.isGrave) ? .noteSecret : nil,
    ].compactMap(\.self)
  }

  /// What a part is worth, and what it lacks; it lacks something exactly where it is not worth all it can be.
  private struct Mark {
    let points: Int
    let losses: [ScoreLoss]

    init(_ points: Int, _ losses: [ScoreLoss]) {
      self.points = points
      self.losses = losses
    }
  }

  private static func marks(
    _ call: TrainingCall,
    _ best: TrainingCall,
    _ room: TrainingRoom,
    _ forgiven: Int
  ) -> [Part: Mark] {
    [
      .cause: cause(call, best, room), .repair: repair(call, best),
      .order: order(call, best, forgiven), .unknowns: unknowns(call, room),
      .talk: talk(call.tally), .note: note(call.tally),
    ]
  }

  /// How many of the faults were found out, before they were mended, and no others; those that one fact shows are one.
  ///
  /// Where the right end is to wait, what would only have been met afterwards counts for nobody.
  private static func cause(_ call: TrainingCall, _ best: TrainingCall, _ room: TrainingRoom)
    -> Mark
  {
    let found = found(call, room)
    var real = Set(call.scenario.world.faults(room.engine)).union(call.tally.arisen)
    if real.isEmpty { return surely(call, room, passedOn(call, found, room)) }
    if best.end == .waiting {
      let met = real.intersection(found.union(Self.found(best, room)))
      if !met.isEmpty { real = met }
    }
    let all = room.portal.facts(showing: real)
    let right = room.portal.facts(showing: found.intersection(real))
    let wrong = found.subtracting(real)
    var losses: [ScoreLoss] = all.subtracting(right).sorted().map { .notFound($0) }
    losses += taken(wrong, room)
    let share = Part.cause.most * right.count / max(1, all.count + wrong.count)
    return surely(call, room, Mark(share, losses))
  }

  /// The same, less where a note says that the cause is confirmed, or that it works, and nobody has seen it.
  private static func surely(_ call: TrainingCall, _ room: TrainingRoom, _ mark: Mark) -> Mark {
    let tally = call.tally
    let isCauseUnseen =
      tally.note.contains(.confirmed)
      && (tally.isUnseen || (!call.isDone && !call.isSeen(in: room)))
    let isSuccessUnseen = tally.note.contains(.works) && !tally.hasSeenReceipt
    guard isCauseUnseen || isSuccessUnseen else { return mark }
    return Mark(max(0, mark.points - tooSure), mark.losses + [.tooSure])
  }

  private static let tooSure = 5

  /// The same where what is wrong lies outside the points: nothing is taken for a fault, and the message is passed on.
  private static func passedOn(_ call: TrainingCall, _ found: Set<Fault>, _ room: TrainingRoom)
    -> Mark
  {
    var losses = taken(found, room)
    if call.symptom == nil { losses.append(.noMessage) }
    if call.tally.passedTo == nil { losses.append(.notPassedOn) }
    return Mark(losses.isEmpty ? Part.cause.most : 0, losses)
  }

  private static func found(_ call: TrainingCall, _ room: TrainingRoom) -> Set<Fault> {
    call.tally.established.union(call.found(in: room))
  }

  private static func taken(_ faults: Set<Fault>, _ room: TrainingRoom) -> [ScoreLoss] {
    room.portal.facts(showing: faults).sorted().map { .takenForFault($0) }
  }

  /// What was done, by whom and where: any of the smallest repairs, and what is too wide for less.
  private static func repair(_ call: TrainingCall, _ best: TrainingCall) -> Mark {
    let (advice, lures) = (call.tally.advice, call.tally.lures)
    guard !advice.isEmpty || lures.contains(.allRoles) else { return Mark(0, [.noAdvice]) }
    guard call.isDone else { return Mark(0, [.notMended]) }
    // Whoever solves what has to wait on the best way has done more than that.
    let isRightEnd = call.end == call.rightEnd && (call.hasSucceeded || call.end == best.end)
    let isSmallest = advice.allSatisfy(\.isNeeded) && lures.isEmpty && isRightEnd
    func share(_ most: Int, _ isRight: (AdviceMark) -> Bool) -> Int {
      advice.isEmpty ? 0 : most * advice.count { isRight($0) && $0.isNeeded } / advice.count
    }
    let needed = advice.filter(\.isNeeded)
    var losses: [ScoreLoss] = Lure.allCases.filter(lures.contains).map { .lure($0) }
    losses += actions(advice.filter { !$0.isNeeded }).map { .needless($0) }
    losses += actions(needed.filter { !$0.rightWho }).map { .wrongWho($0) }
    losses += actions(needed.filter { !$0.rightPlace }).map { .wrongPlace($0) }
    if !isRightEnd { losses.append(.otherEnd) }
    return Mark(
      (isSmallest ? 10 : 6) + share(8, \.rightWho) + share(7, \.rightPlace),
      losses
    )
  }

  /// The actions of some advice, each once, in the order they were given.
  private static func actions(_ advice: [AdviceMark]) -> [String] {
    advice.reduce(into: []) { actions, mark in
      if !actions.contains(mark.action) { actions.append(mark.action) }
    }
  }

  /// The seconds within which nothing is lost.
  private static func longest(_ best: TrainingCall) -> Double { 1.25 * best.seconds }

  private static func isSlow(_ call: TrainingCall, _ best: TrainingCall) -> Bool {
    call.seconds > longest(best)
  }

  /// Full within a quarter more than the best way takes; two less for each question that could change nothing.
  private static func order(_ call: TrainingCall, _ best: TrainingCall, _ forgiven: Int) -> Mark {
    guard call.isDone, call.seconds > 0 else { return Mark(0, [.unfinished]) }
    // What is told to be as good as the best costs nothing either.
    let seconds = call.seconds - (isSlow(call, best) ? Double(forgiven) : 0)
    let share = Int(Double(Part.order.most) * min(1, longest(best) / max(1, seconds)))
    let useless = call.tally.useless
    var losses: [ScoreLoss] = []
    if share < Part.order.most { losses.append(.slow(Int(seconds - best.seconds))) }
    if useless > 0 { losses.append(.useless(useless)) }
    return Mark(max(0, share - 2 * useless), losses)
  }

  /// What a caller does not know must be found out in another way, or left to whoever knows it, and never be taken to be
  /// in order.
  private static func unknowns(_ call: TrainingCall, _ room: TrainingRoom) -> Mark {
    let tally = call.tally
    guard call.symptom != nil || call.hasSucceeded else { return Mark(0, [.noMessage]) }
    guard !tally.unknowns.isEmpty else {
      return call.isDone ? Mark(Part.unknowns.most, []) : Mark(0, [.unfinished])
    }
    let left = tally.unknowns.subtracting(tally.foundOut).filter { !call.isLeft($0, in: room) }
    return Mark(
      Part.unknowns.most * (tally.unknowns.count - left.count) / tally.unknowns.count,
      left.sorted().map { .leftUnknown($0) }
    )
  }

  private static func talk(_ tally: CallTally) -> Mark {
    var losses: [ScoreLoss] = []
    if !tally.hasReadBack { losses.append(.notReadBack) }
    let hasWords = tally.note.union(tally.jotted).contains(.words)
    if !hasWords { losses.append(.noteLacks(.words)) }
    if tally.unkind > 0 { losses.append(.unkind(tally.unkind)) }
    if !tally.hasToldBack { losses.append(.notToldBack) }
    let heard = (tally.hasReadBack ? 3 : 0) + (hasWords ? 2 : 0)
    return Mark(heard + max(0, 2 - tally.unkind) + (tally.hasToldBack ? 3 : 0), losses)
  }

  private static func note(_ tally: CallTally) -> Mark {
    guard !tally.note.isEmpty else { return Mark(0, [.noNote]) }
    guard !tally.isNoteEarly else { return Mark(0, [.earlyNote]) }
    return Mark(
      max(0, tally.note.reduce(0) { $0 + $1.points }),
      NoteLine.allCases.compactMap { line in
        let isWanted = line.points > 0
        guard line.points != 0, isWanted != tally.note.contains(line) else { return nil }
        return isWanted ? .noteLacks(line) : .noteHolds(line)
      }
    )
  }
}

/// What points were lost by.
package enum ScoreLoss: Hashable, Sendable {
  /// A fault was not found out before it was mended, by the fact that shows it; something was taken for one that is none.
  case notFound(FieldID), takenForFault(FieldID)
  /// The note says that the cause is confirmed, or that it works, and nobody has seen it.
  case tooSure
  /// Nobody was given what lies outside the points.
  case notPassedOn
  /// There was no advice, or none that mended all there was.
  case noAdvice, notMended
  /// Advice that must not be given, and an action that nothing needed.
  case lure(Lure), needless(String)
  /// An action was laid on somebody who cannot do it, or sought where it is not done.
  case wrongWho(String), wrongPlace(String)
  /// The call was ended otherwise than it stood.
  case otherEnd
  /// The call was over before it was done.
  case unfinished
  /// It took so many seconds more than the best way; so many questions could change nothing.
  case slow(Int), useless(Int)
  /// The message was not asked for.
  case noMessage
  /// A fact the caller did not know, and nothing came of it.
  case leftUnknown(FieldID)
  case notReadBack, notToldBack
  /// So many questions were put otherwise than clearly.
  case unkind(Int)
  /// There is no note, or it was written before anybody could know what belongs there.
  case noNote, earlyNote
  case noteLacks(NoteLine), noteHolds(NoteLine)
}

extension TrainingCall {
  /// Whether a fact is left to somebody who knows it: who has taken over the whole, or is waited for.
  func isLeft(_ fact: FieldID, in room: TrainingRoom) -> Bool {
    if tally.passedTo != nil { return true }
    guard let awaited = tally.awaits, case .cannot(let knower) = scenario.caller.grasp(of: fact)
    else { return false }
    return room.stands(awaited, for: knower, in: self)
  }
}
