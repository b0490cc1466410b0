/// How sure a conclusion is.
package enum Certainty: String, Codable, Sendable {
  /// Somebody saw it, or the message itself says so.
  case confirmed
  /// It follows from what else is known, or from what somebody believes.
  case likely
  /// Nothing is established yet.
  case open
}

/// What is wrong, as far as it can be told.
package struct Conclusion: Equatable, Sendable {
  /// The failing points in their order, then causes outside the points.
  package let causes: [Cause]
  package let certainty: Certainty
}

/// What follows from the facts of a case: a verdict on each point, and a conclusion.
///
/// A verdict is only given when it holds for every way of filling in what is unknown, and then it is
/// always given.
package struct Diagnosis: Sendable {
  package let facts: Facts
  /// One verdict a point, in their order.
  package let verdicts: [Verdict]
  package let conclusion: Conclusion
  /// Whether what is known leaves no room for what the message says; the message is then set aside.
  package let contradictsMessage: Bool
  /// Whether what is wrong is not what the message is about, so that there may be more behind that.
  package let isBesideMessage: Bool
  /// Whether what is known does not fit what the row of the service says of it; nothing is then confirmed.
  package let contradictsService: Bool
  /// What is still to be done though nothing of it is wrong, such as an approval that is awaited.
  package let waiting: [Cause]
  package let portal: Portal
  /// In the order of the engine's groups.
  let possibilities: [Possibilities]
  let testimony: Knowledge.Testimony?
  /// What somebody saw of what is known.
  private let seen: Facts

  init(_ facts: Facts, engine: Engine) {
    let portal = engine.portal
    let possibilities = engine.groups.map { Possibilities(of: $0, facts: facts, engine: engine) }
    let verdicts = portal.points.enumerated().compactMap { index, row in
      engine.group(of: row.point).map {
        possibilities[$0].verdict(on: row.point, number: index + 1).waiting(by: row, facts, portal)
      }
    }
    let told = engine.testimony(in: facts)
    let idle = portal.points.filter { row in
      verdicts.contains { $0.point == row.point && $0.state == .notApplicable }
    }
    let testimony = told?.without(idle)
    self.facts = facts
    self.portal = portal
    self.possibilities = possibilities
    self.verdicts = verdicts
    self.testimony = testimony
    let contradicted =
      possibilities.contains(where: \.contradictsMessage) || engine.isRefuted(by: facts)
    let disputed = engine.isDisputed(by: facts)
    contradictsService = disputed
    var seen = portal.seen(of: facts)
    // Nobody has seen of these facts what a message says of others.
    let shown = told?.evidence.compactMap(portal.rule) ?? []
    if shown.contains(where: { $0.isOfAnother(by: facts) }) { seen[portal.message] = nil }
    self.seen = seen
    let waiting = Waiting(facts, portal, verdicts, testimony)
    self.waiting = waiting.all
    let conclusion = Self.conclude(
      verdicts,
      testimony,
      others: facts.others.compactMap(engine.knowledge.testimony),
      forRepair: portal.points.filter(\.isForRepair).map(\.point),
      waiting: waiting,
      contradicted: contradicted,
      disputed: disputed,
      isRecalled: facts.recalled.contains(portal.message)
    ) { verdict in
      Self.isSeen(verdict, testimony, seen, facts, portal)
        && (seen == facts || Self.holds(verdict, by: seen, engine))
    }
    self.conclusion = conclusion
    let isFailing = verdicts.contains { $0.state == .failing }
    isBesideMessage =
      isFailing && !contradicted
      && testimony.map { !$0.leavesRoom(for: conclusion.causes) } ?? false
    // Where nothing fails, a message of what has no part in it cannot be of this submission.
    // What is only a sign of its points, and names somebody else too, leaves room for these to be in order.
    let isOpen = testimony.map { $0.isSign && $0.namesOutside } ?? false
    contradictsMessage =
      (contradicted && !isOpen)
      || (conclusion.causes == [.unknown] && testimony?.namesOnly(idle) == true)
  }

  /// The verdict on one point; `nil` for a point of another portal.
  package subscript(point: Point) -> Verdict? { verdicts.first { $0.point == point } }

  /// The points that fail.
  package var failing: [Point] { verdicts.filter { $0.state == .failing }.map(\.point) }

  /// The points that the message names, the likeliest first.
  package var named: [Point] { testimony?.causes.compactMap(\.point) ?? [] }

  /// Whether the fault is known to lie outside the points, so that none needs checking.
  package var liesOutside: Bool {
    guard let first = testimony?.causes.first else { return false }
    return first.point == nil && failing.isEmpty
  }

  private static func conclude(
    _ verdicts: [Verdict],
    _ testimony: Knowledge.Testimony?,
    others: [Knowledge.Testimony],
    forRepair: [Point],
    waiting: Waiting,
    contradicted: Bool,
    disputed: Bool,
    isRecalled: Bool,
    isSeen: (Verdict) -> Bool
  ) -> Conclusion {
    let failing = verdicts.filter { $0.state == .failing }
    let rest = verdicts.filter { verdict in
      !forRepair.contains(verdict.point) && testimony?.mayConcern(verdict.point) ?? true
    }
    let settled = rest.allSatisfy { $0.state != .unknown }
    let isSound = rest.allSatisfy { $0.state != .failing }
    var outside: [Cause] = []
    if let causes = testimony?.causes {
      if let first = causes.first, first.point == nil {
        // That nothing is wrong is not said of what fails.
        outside = first == .noFault && !failing.isEmpty ? [] : [first]
      } else if contradicted || (settled && isSound) {
        // Nobody is blamed because all else is in order, while it is not.
        outside = waiting.explainsMessage ? [] : causes.filter { $0.point == nil }
      }
    }
    if outside.isEmpty && failing.isEmpty {
      outside = settled ? waiting.all : waiting.ready
      if outside.isEmpty && settled { outside = [.unknown] }
    }
    let causes = failing.map { Cause($0.point) } + outside
    let isNamed =
      testimony?.causes == outside && testimony?.isSign == false && outside != [.unknown]
      && !isRecalled
    // One that is only likely makes the whole no more than that: it is said of all of it.
    // Where message, answers and the row of the service cannot all be true nobody can tell which of them is.
    let fits = !contradicted && !disputed
    // What the message is not about is no answer to it, however surely it was seen, nor is what leaves another message
    // of the same text unanswered.
    let answers =
      (testimony.map { told in
        told.leavesRoom(for: causes)
          && failing.allSatisfy { told.mayName($0.point) || forRepair.contains($0.point) }
      } ?? true) && others.allSatisfy { $0.leavesRoom(for: causes) }
    let isSure = fits && answers && failing.allSatisfy(isSeen) && (outside.isEmpty || isNamed)
    let certainty: Certainty =
      if !causes.isEmpty && isSure { .confirmed } else if causes.isEmpty || causes == [.unknown] {
        .open
      } else {
        .likely
      }
    return Conclusion(causes: causes, certainty: certainty)
  }

  /// What is still to be done where nothing of it is wrong.
  private struct Waiting {
    let all: [Cause]
    /// What can be done, since its point is in order.
    let ready: [Cause]
    /// Whether some of it may be all that the message is about.
    let explainsMessage: Bool

    init(
      _ facts: Facts,
      _ portal: Portal,
      _ verdicts: [Verdict],
      _ testimony: Knowledge.Testimony?
    ) {
      let rows = portal.points.filter { $0.pending?.isThere(by: facts) ?? false }
      let sound = Set(verdicts.filter { $0.state == .ok }.map(\.point))
      let explained = rows.flatMap { $0.pending?.explains ?? [] }.map { Cause($0) }
      all = rows.compactMap { $0.pending?.cause }
      ready = rows.filter { sound.contains($0.point) }.compactMap { $0.pending?.cause }
      explainsMessage = testimony?.causes.contains(where: explained.contains) ?? false
    }
  }

  /// Whether a failing point was seen to fail for all the reasons that are named, or where none is, is the only one that
  /// the message names.
  ///
  /// What is left of several when others are ruled out was seen by nobody: a message may come of what no row has.
  ///
  /// - Parameter seen: What somebody saw of what is known.
  private static func isSeen(
    _ verdict: Verdict,
    _ testimony: Knowledge.Testimony?,
    _ seen: Facts,
    _ known: Facts,
    _ portal: Portal
  ) -> Bool {
    let isTold = testimony?.isSign != false || seen[portal.message] == nil
    let proven = isTold ? [] : testimony?.evidence ?? []
    guard !verdict.reasons.isEmpty else {
      return !proven.isEmpty && proven.allSatisfy { portal.point(of: $0) == verdict.point }
    }
    return verdict.reasons.compactMap(\.fault).allSatisfy { fault in
      guard proven != [fault], let rule = portal.rule(of: fault) else { return true }
      return seen[rule.shownBy] != nil && !rule.isDoubted(by: known)
    }
  }
}

extension Diagnosis {
  /// Whether the same is said of a point, for these reasons at least, by other facts.
  private static func holds(_ verdict: Verdict, by facts: Facts, _ engine: Engine) -> Bool {
    guard let group = engine.group(of: verdict.point) else { return false }
    let again = Possibilities(of: engine.groups[group], facts: facts, engine: engine)
      .verdict(on: verdict.point, number: verdict.number)
    return again.state == verdict.state && verdict.reasons.allSatisfy(again.reasons.contains)
  }

  /// Whether the message leaves it open that a point is behind it; what is only for repair is in question
  /// once there is something to mend.
  package func isInQuestion(_ point: Point) -> Bool {
    guard let testimony, !testimony.mayConcern(point) else { return true }
    let isForRepair = portal.points.contains { $0.point == point && $0.isForRepair }
    return isForRepair && !conclusion.causes.isEmpty
  }

  /// Whether the message itself shows a fact, so that nobody need be asked for it first.
  func shows(_ fact: FieldID) -> Bool {
    guard let points = portal.rule(of: fact)?.shownByFaultsOf, !points.isEmpty else { return false }
    return testimony?.evidence.contains { fault in
      portal.point(of: fault).map(points.contains) ?? false
    } ?? false
  }

  /// A fact that must be known before another has a meaning, where it has not been asked for and the message does
  /// not show it.
  package func opening(_ fact: FieldID) -> FieldID? {
    portal.opening(fact, in: facts).flatMap { shows($0) ? nil : $0 }
  }

  /// Who does an action in this case.
  package func actor(of action: Action) -> Actor { portal.actor(of: action, in: facts) }

  /// Where an action is done in this case, as the id of a menu path.
  package func menuPath(of action: Action) -> String { portal.menuPath(of: action, in: facts) }

  /// The faults that hold whatever is unknown.
  package var certainFaults: [Fault] {
    verdicts.filter { $0.state == .failing }.flatMap(\.reasons).compactMap(\.fault)
  }

  /// Whether what is said of a point is no more than likely: nobody saw what it rests on.
  package func isOnlyLikely(_ verdict: Verdict) -> Bool {
    switch verdict.state {
    case .failing: return conclusion.certainty != .confirmed
    case .ok:
      let grounds = portal.points.first { $0.point == verdict.point }?.grounds ?? []
      let held = grounds.filter { verdict.reasons.contains(.ground($0.ground)) }
      return held.flatMap(\.when.mentions).contains {
        facts[$0.field] != nil && seen[$0.field] == nil
      }
    case .notApplicable, .blocked, .unknown: return false
    }
  }

  /// The facts that show the faults a verdict names.
  package func facts(showing verdict: Verdict) -> [FieldID] {
    (verdict.reasons + verdict.alternatives).compactMap(\.fault)
      .compactMap { portal.rule(of: $0)?.shownBy }
  }
}
