// Names that rows use of each other.

extension PortalAudit {
  /// A condition with the row it stands in, and the values its facts have there.
  struct Placed {
    let row: String
    let condition: Condition
    /// Whether it is held against worlds, in which an entry of a catalogue is only its class.
    let isOfWorld: Bool
  }

  var conditions: [Placed] {
    portal.facts.map { Placed(row: "\($0.fact)", condition: $0.counts, isOfWorld: false) }
      + portal.faults.map { Placed(row: "\($0.fault)", condition: $0.when, isOfWorld: true) }
      + portal.points.flatMap(\.grounds).map {
        Placed(row: "\($0.ground)", condition: $0.when, isOfWorld: true)
      }
      + portal.actors.flatMap { row in
        row.becomes.map { Placed(row: "\(row.actor)", condition: $0.when, isOfWorld: false) }
      }
      + portal.points.compactMap(\.pending).map {
        Placed(row: "\($0.cause)", condition: $0.when, isOfWorld: false)
      }
      + [Placed(row: "usesPersonPath", condition: portal.usesPersonPath, isOfWorld: false)]
  }

  var nameFindings: [PortalFinding] {
    repeated(portal.facts.map(\.fact)).map(PortalFinding.duplicateFact)
      + repeated(portal.points.map(\.point)).map(PortalFinding.duplicatePoint)
      + repeated(portal.reasons.map(\.name)).map(PortalFinding.duplicateReason)
      + repeated(portal.actors.map(\.actor)).map(PortalFinding.duplicateActor)
      + messageFindings + conditions.flatMap(findings) + referenceFindings
  }

  private func repeated<ID: Hashable>(_ ids: [ID]) -> [ID] {
    var seen: Set<ID> = []
    return ids.filter { !seen.insert($0).inserted }
  }

  private var messageFindings: [PortalFinding] {
    if case .entry(of: .messages, _)? = portal.rule(of: portal.message)?.values { return [] }
    return [.noMessageFact(portal.message)]
  }

  private func findings(in placed: Placed) -> [PortalFinding] {
    let values = placed.condition.mentions.flatMap { fact, values -> [PortalFinding] in
      guard let row = portal.rule(of: fact) else { return [.unknownFact(fact, in: placed.row)] }
      let known = placed.isOfWorld ? row.values.classes : row.values.words
      return values.filter { known?.contains($0) == false }
        .map { .unknownValue(fact, $0, in: placed.row) }
    }
    return values + (placed.condition.isAboutWalk ? [.notAboutFacts(in: placed.row)] : [])
  }

  private var referenceFindings: [PortalFinding] {
    let facts =
      portal.facts.flatMap { row in
        [row.inquiry?.after, row.about, row.heldFor].compactMap { $0.map { ($0, "\(row.fact)") } }
      }
      + portal.faults.map { ($0.shownBy, "\($0.fault)") }
    var points = portal.facts.flatMap { row in
      (row.points + row.shownByFaultsOf).map { ($0, "\(row.fact)") }
    }
    for row in portal.points {
      points += (row.pending?.explains ?? []).map { ($0, "\(row.point)") }
    }
    let chosen = portal.facts.compactMap { row in row.choosesRepairOf.map { ($0, "\(row.fact)") } }
    let causes = portal.facts.compactMap { row in
      row.choosesRepairOfCause.map { ($0, "\(row.fact)") }
    }
    let actors = portal.actors.flatMap { row in row.becomes.map { ($0.actor, "\(row.actor)") } }
    let implied = portal.facts.flatMap { row -> [PortalFinding] in
      var implied = row.implies.values.flatMap { $0 }
      if case .choices(let choices) = row.values { implied += choices.flatMap(\.implies) }
      return implied.flatMap { unknown($0.key, [$0.value], "\(row.fact)") }
    }
    return facts.filter { portal.rule(of: $0.0) == nil }.map { .unknownFact($0.0, in: $0.1) }
      + points.filter { portal.number(of: $0.0) == 0 }.map { .unknownPoint($0.0, in: $0.1) }
      + chosen.filter { portal.rule(of: $0.0) == nil }.map { .unknownFault($0.0, in: $0.1) }
      + causes.filter { $0.0.point != nil }.map { .unknownCause($0.0, in: $0.1) }
      + actors.filter { !isActor($0.0) }.map { .unknownActor($0.0, in: $0.1) } + implied
  }

  private func isActor(_ actor: Actor) -> Bool { portal.actors.contains { $0.actor == actor } }

  /// What is wrong with a fact named outside the conditions, and with its values.
  private func unknown(_ fact: FieldID, _ values: [String], _ row: String) -> [PortalFinding] {
    guard let rule = portal.rule(of: fact) else { return [.unknownFact(fact, in: row)] }
    guard let words = rule.values.words else { return [] }
    return values.filter { !words.contains($0) }.map { .unknownValue(fact, $0, in: row) }
  }

  // MARK: Catalogues

  var catalogueFindings: [PortalFinding] {
    let answered = Set(actions.flatMap(\.answers))
    return actions.flatMap(findings) + messages.flatMap(findings)
      + portal.faults.map(\.fault).filter { !answered.contains($0) }.map(PortalFinding.noRepair)
  }

  private func findings(of action: Action) -> [PortalFinding] {
    var named: [(field: FieldID, values: [String])] =
      action.sets.map { ($0.key, [$0.value]) } + action.requires.map { ($0.key, $0.value) }
      + action.unless.map { ($0.key, $0.value) }
    if let other = action.instead { named += other.when.map { ($0.key, $0.value) } }
    let values = named.flatMap { unknown($0.field, $0.values, action.id) }
    let faults = (action.answers + action.covers).filter { portal.rule(of: $0) == nil }
      .map { PortalFinding.unknownFault($0, in: action.id) }
    var actors = [action.by]
    if let other = action.alsoBy { actors.append(other) }
    return values + faults
      + actors.filter { !isActor($0) }.map { PortalFinding.unknownActor($0, in: action.id) }
  }

  private func findings(of message: Message) -> [PortalFinding] {
    let faults = message.evidence.filter { portal.rule(of: $0) == nil }
      .map { PortalFinding.unknownFault($0, in: message.id) }
    let points = message.causes.compactMap(\.point).filter { portal.number(of: $0) == 0 }
      .map { PortalFinding.unknownPoint($0, in: message.id) }
    let groups = portal.groups.filter { group in
      message.evidence.contains { portal.point(of: $0).map(group.points.contains) ?? false }
    }
    let named =
      (Array(message.unless) + Array(message.given)).map { ($0.key, [$0.value]) }
      + Array(message.excludes)
    let facts = named.flatMap { unknown($0.0, $0.1, message.id) }
    return faults + points + facts + (groups.count > 1 ? [.scatteredEvidence(message.id)] : [])
  }
}

extension Condition {
  /// Whether it asks about the walk, which no world holds.
  fileprivate var isAboutWalk: Bool {
    switch self {
    case .circumstance: true
    case .not(let condition): condition.isAboutWalk
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.isAboutWalk)
    case .always, .isOne, .known: false
    }
  }
}
