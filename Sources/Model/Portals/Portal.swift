/// An edition of Altinn as a value: what can be known about a submission to it, what must be in place,
/// and who can mend what.
///
/// The engine reads these rows and knows no fact, fault or actor by name. `PortalAudit` names rows that
/// are incomplete, unreachable or contradictory.
package struct Portal: Sendable {
  package let edition: PortalEdition
  /// The facts, in the order in which they are listed and may be asked for.
  package let facts: [FactRule]
  /// The points, in the order people number them by, from 1.
  package let points: [PointRule]
  package let actors: [ActorRule]
  /// The fact that holds the recognised message, which is asked for first.
  package let message: FieldID
  /// What is in order once the portal has let a program past a gate, by the name of the gate; a
  /// message that comes from behind it proves this.
  package let gates: [String: [FieldID: String]]
  /// Answers by which what went past a gate was another than the facts are of, by the name of the gate.
  ///
  /// Then the gate proves nothing of these facts, and neither does what a message from behind it says of
  /// the points that they decide.
  package let ofAnother: [String: [FieldID: String]]
  /// The fact that is asked for first where there is no message, or one that nobody knows: it tells which
  /// Altinn the program sends to.
  package let withoutMessage: FieldID?
  /// How likely it is that the fault lies outside the points, 0 to 1; a stated guess.
  package let priorOutside: Double
  /// When an action is done under its menu path for private persons.
  package let usesPersonPath: Condition
  private let rules: [FieldID: Int]
  private let faultPlaces: [Fault: (point: Int, rule: Int)]

  package init(
    edition: PortalEdition,
    message: FieldID,
    withoutMessage: FieldID? = nil,
    facts: [FactRule],
    points: [PointRule],
    actors: [ActorRule],
    gates: [String: [FieldID: String]] = [:],
    ofAnother: [String: [FieldID: String]] = [:],
    priorOutside: Double,
    usesPersonPath: Condition
  ) {
    self.edition = edition
    self.message = message
    self.withoutMessage = withoutMessage
    self.facts = facts
    self.points = points
    self.actors = actors
    self.gates = gates
    self.ofAnother = ofAnother
    self.priorOutside = priorOutside
    self.usesPersonPath = usesPersonPath
    rules = Dictionary(
      facts.enumerated().map { ($1.fact, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    faultPlaces = Dictionary(
      points.enumerated().flatMap { point, row in
        row.faults.enumerated().map { ($1.fault, (point, $0)) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What a message says of the points this portal has and of causes outside them.
  ///
  /// Faults prove that one of them is present only together: where one is of another portal they prove
  /// nothing here. A message of an Altinn that has closed says nothing at all of the one in use, and one that is
  /// first of a point of another Altinn says nothing here of what else it may be.
  func part(of message: Message) -> (causes: [Cause], evidence: [Fault]) {
    guard message.edition == edition || edition != .current else { return ([], []) }
    let isHere = { (cause: Cause) in cause.point.map { number(of: $0) > 0 } ?? true }
    guard message.causes.first.map(isHere) ?? true else { return ([], []) }
    let evidence = message.evidence
    return (
      message.causes.filter(isHere),
      evidence.allSatisfy { rule(of: $0) != nil } ? evidence : []
    )
  }

  /// Every portal there is.
  package static let all: [Portal] = PortalEdition.allCases.map(\.portal)
}

extension PortalEdition {
  /// What this edition of Altinn is.
  package var portal: Portal {
    switch self {
    case .altinn2: .altinn2
    case .altinn3: .altinn3
    }
  }
}

// MARK: - Looking up rows

extension Portal {
  /// The row of a fact; `nil` for what is no fact of this portal.
  package func rule(of fact: FieldID) -> FactRule? { rules[fact].map { facts[$0] } }

  /// The words a fact can be answered with, where they are the portal's own.
  package func values(of fact: FieldID) -> [String]? { rule(of: fact)?.values.words }

  /// The row of a fault.
  package func rule(of fault: Fault) -> FaultRule? {
    faultPlaces[fault].map { points[$0.point].faults[$0.rule] }
  }

  /// The point that fails by a fault.
  package func point(of fault: Fault) -> Point? {
    faultPlaces[fault].map { points[$0.point].point }
  }

  /// The number people know a point by; 0 for a point of another portal.
  package func number(of point: Point) -> Int {
    (points.firstIndex { $0.point == point } ?? -1) + 1
  }

  /// All faults, in the order of the points.
  package var faults: [FaultRule] { points.flatMap(\.faults) }

  /// All reasons: every fault, then every ground.
  package var reasons: [Reason] {
    faults.map { .fault($0.fault) } + points.flatMap(\.grounds).map { .ground($0.ground) }
  }

  /// Whether a fact has a meaning, given the others; `nil` while that is open.
  package func isRelevant(_ fact: FieldID, in facts: Facts) -> Bool? {
    rule(of: fact)?.counts.holds(in: ConditionView(facts))
  }

  /// A fact that must be known before another has a meaning, where it has not been asked for.
  func opening(_ fact: FieldID, in facts: Facts) -> FieldID? {
    guard let row = rule(of: fact), isRelevant(fact, in: facts) == nil else { return nil }
    // It has none where nothing more is known.
    guard row.counts.holds(in: ConditionView(onlyKnown: facts)) == false else { return nil }
    let deciding = Set(row.counts.mentions.map(\.field))
    return self.facts.map(\.fact).first { other in
      deciding.contains(other) && !facts.isSettled(other)
        && isRelevant(other, in: facts) != false
    }
  }

  /// What somebody saw of what is known, without what they only believe, recall or say.
  func seen(of known: Facts) -> Facts {
    facts.reduce(into: known) { seen, row in
      guard let value = known[row.fact] else { return }
      let isBelieved = row.believed.contains(value) && !known.shown.contains(row.fact)
      // Nor can anybody see what is asked of something that nobody has named.
      let isOfNothing = [row.about, row.heldFor].compactMap(\.self).contains { subject in
        known[subject] == nil && isRelevant(subject, in: known) != false
      }
      if isBelieved || isOfNothing || known.recalled.contains(row.fact) { seen[row.fact] = nil }
    }
  }

  /// What is known, and what was asked for in vain, in the order of the portal's facts.
  package func stated(in known: Facts) -> [(fact: FieldID, value: String)] {
    facts.compactMap { row in known[row.fact].map { (row.fact, $0) } }
      + facts.filter { known.declined.contains($0.fact) }.map { ($0.fact, Fact.unknown) }
  }
}

// MARK: - Who and where

extension Portal {
  /// Who somebody turns out to be in this case.
  package func actor(_ actor: Actor, in facts: Facts) -> Actor {
    let view = ConditionView(facts)
    return actors.first { $0.actor == actor }?.becomes
      .first { $0.when.holds(in: view) == true }?.actor ?? actor
  }

  /// Who does an action in this case.
  package func actor(of action: Action, in facts: Facts) -> Actor { actor(action.by, in: facts) }

  /// Everybody who has a part in an action in this case: who does it, then who must also act.
  package func actors(of action: Action, in facts: Facts) -> [Actor] {
    [action.by, action.alsoBy].compactMap { $0.map { actor($0, in: facts) } }
  }

  /// Where an action is done in this case, as the id of a menu path.
  package func menuPath(of action: Action, in facts: Facts) -> String {
    guard let path = action.menuPathForPerson,
      usesPersonPath.holds(in: ConditionView(facts)) == true
    else { return action.menuPath }
    return path
  }
}
