/// Why a question is asked now; the words are in the texts under `planned.`.
package enum PlanReason: String, CaseIterable, Sendable {
  /// The exact message costs seconds and decides most.
  case messageFirst
  /// The message points to it.
  case messagePoints
  /// It must be known before something more likely can be asked.
  case opensTheWay
  /// One is already where it is seen.
  case sameVantage
  /// It is likely, and quick to check.
  case likelyAndQuick
  /// It tells which of the ways out will do.
  case choosesRepair
  /// No message says which Altinn the program sends to.
  case tellsPortal
}

/// Decides which fact to ask for next.
package struct Planner {
  /// What to ask for, and why now.
  package struct Choice: Equatable, Sendable {
    package let fact: FieldID
    package let reason: PlanReason
  }

  private let diagnosis: Diagnosis
  /// Where the person already is.
  private let vantages: Set<Vantage>
  private let needed: [FieldID]
  private let experience: Experience

  /// - Parameters:
  ///   - diagnosis: What stands so far.
  ///   - lastAsked: The fact asked for just before; whoever answered it is still at that place.
  ///   - experience: What other calls came of.
  package init(
    _ diagnosis: Diagnosis,
    lastAsked: FieldID? = nil,
    experience: Experience = Experience()
  ) {
    self.diagnosis = diagnosis
    self.experience = experience
    var vantages: Set<Vantage> = [.anywhere]
    if let vantage = lastAsked.flatMap(diagnosis.portal.rule)?.inquiry?.vantage {
      vantages.insert(vantage)
    }
    self.vantages = vantages
    needed = Self.needed(for: diagnosis)
  }

  private var portal: Portal { diagnosis.portal }

  /// The next question, or `nil` when no answer would change anything.
  ///
  /// None comes before what gives it a meaning.
  package var next: Choice? {
    guard var choice = first else { return nil }
    while let opening = diagnosis.opening(choice.fact) {
      choice = Choice(fact: opening, reason: .opensTheWay)
    }
    return choice
  }

  /// The question that is worth most, whether it has a meaning yet or not.
  private var first: Choice? {
    let facts = diagnosis.facts
    guard !facts.isEmpty || !facts.declined.isEmpty else {
      return Choice(fact: portal.message, reason: .messageFirst)
    }
    guard !diagnosis.liesOutside else { return nil }
    if let fact = repairChoosing { return Choice(fact: fact, reason: .choosesRepair) }
    guard !needed.isEmpty else { return nil }
    guard facts.isSettled(portal.message) else {
      return Choice(fact: portal.message, reason: .messageFirst)
    }
    if let first = portal.withoutMessage, facts.declined.contains(portal.message),
      needed.contains(first)
    {
      return Choice(fact: first, reason: .tellsPortal)
    }
    // What would explain the message decides whether it proves anything; what is found out soonest comes first.
    let explaining = needed.filter { diagnosis.testimony?.unless[$0] != nil }
      .min { seconds(of: $0) < seconds(of: $1) }
    guard let best = explaining ?? bestOrder(of: needed).first else { return nil }
    if let about = subject(of: best) { return Choice(fact: about, reason: .opensTheWay) }
    return Choice(fact: best, reason: explaining == nil ? reason(for: best) : .messagePoints)
  }

  private func seconds(of fact: FieldID) -> Double {
    portal.rule(of: fact)?.inquiry?.seconds ?? 0
  }

  /// What a question speaks of, where that is still to be asked for and matters.
  private func subject(of fact: FieldID) -> FieldID? {
    guard let row = portal.rule(of: fact), let about = row.about,
      Self.isOpen(about, for: diagnosis)
    else { return nil }
    let named = diagnosis.testimony?.causes.compactMap(\.point)
    return named.map { !$0.contains(where: row.points.contains) } ?? false ? nil : about
  }

  /// Whether the answer to a question can change what is said, or tells which of the ways out will do.
  package func wants(_ fact: FieldID) -> Bool {
    if needed.contains(fact) || repairChoosing == fact || next?.fact == fact { return true }
    if fact == portal.message { return !diagnosis.facts.isSettled(fact) }
    return Self.isOpen(fact, for: diagnosis)
      && needed.contains { portal.rule(of: $0)?.about == fact }
  }

  /// The facts still worth asking for in one point, in the order they can be asked.
  package func open(in point: Point) -> [FieldID] {
    needed.filter { portal.rule(of: $0)?.points.contains(point) ?? false }
  }

  /// A fact that chooses between the repairs of a fault that is certain, or of a cause outside the
  /// points once that is the conclusion; then what such a fault is about, since nothing can be given
  /// before it is known for what.
  private var repairChoosing: FieldID? {
    let certain = Set(diagnosis.verdicts.flatMap(\.reasons))
    let causes = diagnosis.conclusion.causes
    let choosing = portal.facts.first { row in
      let chooses =
        row.choosesRepairOf.map { certain.contains(.fault($0)) }
        ?? row.choosesRepairOfCause.map(causes.contains) ?? false
      return chooses && Self.isOpen(row.fact, for: diagnosis)
    }
    return choosing?.fact
      ?? portal.faults.lazy.filter { certain.contains(.fault($0.fault)) }
      .compactMap { portal.rule(of: $0.shownBy)?.about }
      .first { Self.isOpen($0, for: diagnosis) }
  }

  /// Whether a fact can be asked for now, or once what decides its meaning is settled.
  private static func isOpen(_ fact: FieldID, for diagnosis: Diagnosis) -> Bool {
    !diagnosis.facts.isSettled(fact)
      && diagnosis.portal.isRelevant(fact, in: diagnosis.facts) != false
  }

  /// Unknown facts that can change a verdict or tell the alternatives of a failing point apart, and
  /// can be asked for now or once another of them is settled.
  private static func needed(for diagnosis: Diagnosis) -> [FieldID] {
    var wanted: Set<FieldID> = []
    for verdict in diagnosis.verdicts where diagnosis.isInQuestion(verdict.point) {
      if verdict.state == .unknown {
        wanted.formUnion(verdict.missing)
      } else if !verdict.alternatives.isEmpty,
        let possibilities = diagnosis.possibilities.first(where: {
          $0.group.points.contains(verdict.point)
        })
      {
        let telling = possibilities.showing(verdict.point, in: diagnosis.portal)
        wanted.formUnion(possibilities.deciding(verdict.point).filter(telling.contains))
      }
    }
    return diagnosis.portal.facts.map(\.fact).filter {
      wanted.contains($0) && isOpen($0, for: diagnosis)
    }
  }

  /// The facts in the order in which asking takes the least expected time to the first fault found.
  private func bestOrder(of needed: [FieldID]) -> [FieldID] {
    let asked = needed.compactMap { fact in
      portal.rule(of: fact)?.inquiry.map { (fact: fact, inquiry: $0) }
    }
    let found = experience.faults(
      behind: diagnosis.facts[portal.message],
      in: portal.edition
    )
    let beliefs = Beliefs(portal, diagnosis.testimony, found: found)
    let items = asked.map { fact, inquiry -> InquiryOrder.Item in
      let gate = inquiry.after.flatMap { after in
        diagnosis.shows(after) ? nil : asked.firstIndex { $0.fact == after }
      }
      return InquiryOrder.Item(
        seconds: inquiry.seconds,
        vantage: inquiry.vantage,
        gain: (1 - inquiry.unanswered) * beliefs.share(shownBy: fact),
        after: gate
      )
    }
    return InquiryOrder.best(items, from: vantages).map { asked[$0].fact }
  }

  private func reason(for fact: FieldID) -> PlanReason {
    let points = Set(
      portal.points.filter { $0.faults.contains { $0.shownBy == fact } }.map(\.point)
    )
    if let testimony = diagnosis.testimony {
      let named = testimony.causes.compactMap(\.point)
      if !points.isDisjoint(with: named) { return .messagePoints }
    }
    if points.isEmpty { return .opensTheWay }
    if let vantage = portal.rule(of: fact)?.inquiry?.vantage, vantage != .anywhere,
      vantages.contains(vantage)
    {
      return .sameVantage
    }
    return .likelyAndQuick
  }
}
