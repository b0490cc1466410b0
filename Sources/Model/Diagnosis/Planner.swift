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
}

/// Decides which fact to ask for next.
package struct Planner {
  /// What to ask for, and why now.
  package struct Choice: Equatable, Sendable {
    package let fact: Fact
    package let reason: PlanReason
  }

  private let diagnosis: Diagnosis
  /// Where the person already is.
  private let vantages: Set<Vantage>
  private let needed: [Fact]

  /// - Parameters:
  ///   - diagnosis: What stands so far.
  ///   - lastAsked: The fact asked for just before; whoever answered it is still at that place.
  package init(_ diagnosis: Diagnosis, lastAsked: Fact? = nil) {
    self.diagnosis = diagnosis
    var vantages: Set<Vantage> = [.none]
    if let lastAsked, let vantage = Inquiry.of(lastAsked)?.vantage { vantages.insert(vantage) }
    self.vantages = vantages
    needed = Self.needed(for: diagnosis)
  }

  /// The next question, or `nil` when no answer would change anything.
  package var next: Choice? {
    let facts = diagnosis.facts
    guard !facts.isEmpty || !facts.declined.isEmpty else {
      return Choice(fact: .message, reason: .messageFirst)
    }
    guard !diagnosis.liesOutside else { return nil }
    if needsAnyRole { return Choice(fact: .personAnyRole, reason: .choosesRepair) }
    guard !needed.isEmpty else { return nil }
    guard facts.isSettled(.message) else {
      return Choice(fact: .message, reason: .messageFirst)
    }
    return bestOrder(of: needed).first.map { Choice(fact: $0, reason: reason(for: $0)) }
  }

  /// The facts still worth asking for in one point, in the order they can be asked.
  package func open(in point: Point) -> [Fact] {
    needed.filter { Self.points($0).contains(point) }
  }

  /// Whether one can ask for access oneself decides which repair comes first (D19).
  private var needsAnyRole: Bool {
    diagnosis[.personRights].reasons.contains(.fault(.personRightMissing))
      && !diagnosis.facts.isSettled(.personAnyRole)
      && diagnosis.facts.isRelevant(.personAnyRole) != false
  }

  /// Unknown facts that can change a verdict or tell the alternatives of a failing point apart, and
  /// can be asked for now or once another of them is settled.
  private static func needed(for diagnosis: Diagnosis) -> [Fact] {
    var wanted: Set<Fact> = []
    for verdict in diagnosis.verdicts {
      if verdict.state == .unknown {
        wanted.formUnion(verdict.missing)
      } else if !verdict.alternatives.isEmpty,
        let possibilities = diagnosis.possibilities[FactGroup(of: verdict.point)]
      {
        let telling = Set(
          verdict.alternatives.compactMap { reason -> Fact? in
            guard case .fault(let fault) = reason else { return nil }
            return fault.fact
          }
        )
        wanted.formUnion(possibilities.deciding(verdict.point).filter(telling.contains))
      }
    }
    // A fact whose meaning is still open is asked for once what decides it is settled.
    return Fact.allCases.filter { fact in
      wanted.contains(fact) && !diagnosis.facts.isSettled(fact)
        && diagnosis.facts.isRelevant(fact) != false
    }
  }

  /// The points a fact bears on, the nearest first.
  package static func points(_ fact: Fact) -> [Point] {
    switch fact {
    case .message: []
    case .reporteeKind, .service, .personRight, .personSignRight, .personAnyRole: [.personRights]
    case .systemOwner, .ownerRight: [.systemRights]
    case .systemRegistered: [.registration, .systemRights]
    case .systemIDCorrect, .systemPasswordCorrect, .systemLocked: [.registration]
    case .loginAsked, .loginMethod, .loginPasswordCorrect, .loginMobileCorrect,
      .loginSubmissionAllowed, .loginCodeExpired, .loginLocked:
      [.login]
    }
  }

  /// The facts in the order in which asking takes the least expected time to the first fault found.
  private func bestOrder(of needed: [Fact]) -> [Fact] {
    let inquiries = needed.compactMap(Inquiry.of)
    let beliefs = Beliefs(diagnosis.testimony)
    let items = inquiries.map { inquiry -> InquiryOrder.Item in
      let belief = Fault.allCases.reduce(0) { $0 + ($1.fact == inquiry.fact ? beliefs[$1] : 0) }
      let gate = showsID(inquiry) ? nil : inquiries.firstIndex { $0.fact == inquiry.after }
      return InquiryOrder.Item(
        seconds: inquiry.seconds,
        vantage: inquiry.vantage,
        gain: (1 - inquiry.unanswered) * belief,
        after: gate
      )
    }
    return InquiryOrder.best(items, from: vantages).map { inquiries[$0].fact }
  }

  /// Whether the message itself shows that there is an ID, so that nobody need be asked whether.
  private func showsID(_ inquiry: Inquiry) -> Bool {
    inquiry.after == .systemRegistered
      && diagnosis.testimony?.evidence.contains { $0.point != .login } ?? false
  }

  private func reason(for fact: Fact) -> PlanReason {
    let faults = Fault.allCases.filter { $0.fact == fact }
    if let testimony = diagnosis.testimony {
      let named = Set(testimony.causes.compactMap(\.point))
      if !Set(faults.map(\.point)).isDisjoint(with: named) { return .messagePoints }
    }
    if faults.isEmpty { return .opensTheWay }
    if let vantage = Inquiry.of(fact)?.vantage, vantage != .none, vantages.contains(vantage) {
      return .sameVantage
    }
    return .likelyAndQuick
  }
}
