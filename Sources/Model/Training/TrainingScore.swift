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
    case secret, retry, minID, noteSecret
  }

  package let points: [Part: Int]
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
    let tally = call.tally
    let own = Self.points(call, best, room)
    let lost = best.acts.contains(where: \.isGiven) ? Self.points(best, best, room) : [:]
    points = own.reduce(into: [:]) { points, entry in
      let missing = lost[entry.key].map { entry.key.most - $0 } ?? 0
      points[entry.key] = min(entry.key.most, entry.value + missing)
    }
    breaches = [
      tally.lures.contains(.readPassword) ? .secret : nil,
      tally.lures.contains(.retry) ? .retry : nil,
      tally.lures.contains(.minIDPassword) ? .minID : nil,
      tally.note.contains(where: \.isGrave) ? .noteSecret : nil,
    ].compactMap(\.self)
  }

  private static func points(_ call: TrainingCall, _ best: TrainingCall, _ room: TrainingRoom)
    -> [Part: Int]
  {
    let tally = call.tally
    return [
      .cause: Self.cause(call, room),
      .repair: Self.repair(call, best),
      .order: Self.order(call, best),
      .unknowns: Self.unknowns(call),
      .talk: (tally.hasReadBack ? 3 : 0) + (call.acts.isEmpty ? 0 : max(0, 4 - 2 * tally.unkind))
        + (tally.hasToldBack ? 3 : 0),
      .note: max(0, tally.note.reduce(0) { $0 + ($1.belongs ? 2 : -2) }),
    ]
  }

  /// How many of the faults were told apart, before they were mended, and no others; those that one fact
  /// shows are one.
  private static func cause(_ call: TrainingCall, _ room: TrainingRoom) -> Int {
    let real = Set(call.scenario.world.faults(room.engine)).union(call.tally.arisen)
    let found = call.tally.established.union(room.diagnosis(call).certainFaults)
    guard !real.isEmpty else { return found.isEmpty && call.tally.passedTo != nil ? 30 : 0 }
    let shown = { (faults: Set<Fault>) in Set(faults.map { room.portal.rule(of: $0)?.shownBy }) }
    let (all, right) = (shown(real), shown(found.intersection(real)))
    return 30 * right.count / (all.count + found.subtracting(real).count)
  }

  private static func repair(_ call: TrainingCall, _ best: TrainingCall) -> Int {
    let advice = call.tally.advice
    guard !advice.isEmpty || call.tally.lures.contains(.allRoles) else { return 0 }
    let done = call.isDone
    let isSmallest =
      advice.allSatisfy(\.isNeeded) && call.tally.lures.isEmpty && call.end == best.end
    let act = done ? (isSmallest ? 10 : 6) : 0
    guard !advice.isEmpty, done else { return act }
    let who = 8 * advice.count { $0.rightWho && $0.isNeeded } / advice.count
    let place = 7 * advice.count { $0.rightPlace && $0.isNeeded } / advice.count
    return act + who + place
  }

  /// Full within a quarter more than the best way takes; two less for each question that could change nothing.
  private static func order(_ call: TrainingCall, _ best: TrainingCall) -> Int {
    guard call.isDone, call.seconds > 0 else { return 0 }
    let share = min(1, 1.25 * best.seconds / call.seconds)
    return max(0, Int(15 * share) - 2 * call.tally.useless)
  }

  /// What a caller does not know must be found out in another way, and never be taken to be in order.
  private static func unknowns(_ call: TrainingCall) -> Int {
    let tally = call.tally
    guard call.symptom != nil || call.hasSucceeded else { return 0 }
    guard !tally.unknowns.isEmpty else { return 10 }
    return 10 * tally.foundOut.count / tally.unknowns.count
  }
}
