/// Names every row of a portal that is incomplete, unreachable or contradictory.
package struct PortalAudit {
  package let portal: Portal
  let actions: [Action]
  let messages: [Message]

  /// - Parameters:
  ///   - actions: The actions of the portal's edition.
  ///   - messages: The messages that may prove something about the portal.
  package init(_ portal: Portal, actions: [Action], messages: [Message]) {
    self.portal = portal
    self.actions = actions
    self.messages = messages
  }

  /// Everything wrong with the rows; empty when the portal is sound.
  package var findings: [PortalFinding] {
    let names = nameFindings
    let groups = portal.groups
    let large = groups.filter { !$0.fits }.flatMap(\.points).map(PortalFinding.tooLarge)
    // Worlds are gone over only where they are few.
    return names + factFindings + figureFindings + catalogueFindings + large
      + groups.filter(\.fits).flatMap(worldFindings)
  }

  /// The rows that a language has no words for.
  package func missingWords(in texts: Texts, _ language: Language) -> [PortalFinding] {
    let keys =
      portal.facts.map { "question.\($0.fact).title" }
      + portal.points.flatMap { [$0.point.titleKey, $0.point.shortKey, $0.point.aboutKey] }
      + portal.faults.map { $0.fault.textKey }
      + portal.points.flatMap(\.grounds).map { $0.ground.textKey }
      + portal.actors.map { $0.actor.textKey }
      + actions.map { $0.titleKey }
    return keys.filter { !texts.has($0) }.map { .noWords(language, $0) }
  }

  // MARK: Facts

  private var factFindings: [PortalFinding] {
    let read = Set(
      conditions.flatMap(\.condition.mentions).map(\.field)
        + actions.flatMap { $0.requires.keys } + [portal.message] + portal.facts.compactMap(\.about)
    )
    return portal.facts.flatMap { row -> [PortalFinding] in
      var found: [PortalFinding] = []
      let words = row.values.classes
      let isMessage = row.fact == portal.message
      if !isMessage, words.count < 2 || Set(words).count < words.count {
        found.append(.badValues(row.fact))
      }
      let leads =
        row.inquiry != nil || row.choosesRepairOf != nil || row.choosesRepairOfCause != nil
        || portal.facts.contains { $0.about == row.fact }
      if !isMessage, !leads { found.append(.neverAsked(row.fact)) }
      if !read.contains(row.fact) { found.append(.neverRead(row.fact)) }
      if waitsForItself(row) { found.append(.askedInCircle(row.fact)) }
      return found
    }
  }

  private func waitsForItself(_ row: FactRule) -> Bool {
    var next = row.inquiry?.after
    for _ in portal.facts {
      guard let fact = next else { return false }
      if fact == row.fact { return true }
      next = portal.rule(of: fact)?.inquiry?.after
    }
    return false
  }

  private var figureFindings: [PortalFinding] {
    let shares =
      portal.faults.map { ("\($0.fault)", $0.prior) } + [("priorOutside", portal.priorOutside)]
      + portal.facts.compactMap { row in row.inquiry.map { ("\(row.fact)", $0.unanswered) } }
    let times = portal.facts.compactMap { row in
      row.inquiry.map { ("\(row.fact)", min($0.seconds, $0.vantage.effort)) }
    }
    return shares.filter { !(0...1).contains($0.1) }.map { .badFigure($0.0) }
      + times.filter { $0.1 < 0 }.map { .badFigure($0.0) }
  }

  // MARK: Worlds

  private func worldFindings(_ group: FactGroup) -> [PortalFinding] {
    let sets = Set(group.reasons(in: group.allWorlds, knowing: World()))
    let held = sets.reduce(into: ReasonSet()) { $0.formUnion($1) }
    let never = group.reasons.indices.filter { !held.contains(ReasonSet(bit: $0)) }
    let deciding = group.points.flatMap { point in
      sets.map { group.deciding($0.intersection(group.mask(of: point))) }
    }.reduce(into: ReasonSet()) { $0.formUnion($1) }
    let mute = group.reasons.indices.filter { bit in
      held.contains(ReasonSet(bit: bit)) && !deciding.contains(ReasonSet(bit: bit))
    }
    return never.map { .neverHolds(group.reasons[$0].name) }
      + mute.compactMap { bit in
        guard case .ground(let ground) = group.reasons[bit] else { return nil }
        return .neverDecides(ground)
      }
      + group.points.filter { point in
        sets.contains { $0.isDisjoint(with: group.mask(of: point)) }
      }.map(PortalFinding.groundless)
  }
}

extension FactGroup {
  /// Every world of the group.
  var allWorlds: [World] {
    axes.reduce([World()]) { worlds, axis in
      axis.words.indices.flatMap { value in
        worlds.map { World(bits: $0.bits | axis.bit(value)) }
      }
    }
  }

  /// Of the reasons of one point in one world, those that decide how it stands.
  func deciding(_ reasons: ReasonSet) -> ReasonSet {
    let state = state(reasons)
    return self.reasons.indices.map { ReasonSet(bit: $0) }
      .filter { reasons.contains($0) && self.state($0) == state }
      .reduce(into: []) { $0.formUnion($1) }
  }
}
