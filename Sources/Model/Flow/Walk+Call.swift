/// Asking somebody on the phone.
extension Walk {
  /// Whether the answers come over the phone.
  package var isCall: Bool { answer(.call) != nil }

  /// Notes that the answers come over the phone, for as long as the case is kept.
  package mutating func beginCall() { give(Fact.yes, to: .call, from: .derived) }

  /// Takes up a case anew that waited or was closed.
  ///
  /// What was in the way may have been put right since, so the message and what showed a fault are asked for anew; what
  /// was answered then stays to be seen.
  package mutating func takeUpAgain() {
    let about = [flow.edition.portal.message, .messageSymptom]
      .compactMap { answer($0)?.value }.first { $0 != Fact.unknown }
    checkAgain()
    give(nil, to: .toldBack, from: .derived)
    // The queue knows it by that until the caller says what it is now.
    if let about { give(about, to: .callAbout, from: .derived) }
  }

  /// Takes the message for what a caller says, which nobody at the desk saw.
  package mutating func holdMessageAsTold() {
    let field = flow.edition.portal.message
    guard let id = facts[field] else { return }
    give(nil, to: field)
    give(id, to: field, from: .told)
  }

  /// What is asked in place of a question in a call: what comes before it there, and something else than who would
  /// approve while nothing is known to be approved.
  func inCall(_ fact: FieldID) -> FieldID? {
    guard isCall else { return fact }
    let asked = isOnlyOfApproval(fact) ? nextBesideApproval : fact
    guard let asked, let rule = flow.edition.portal.rule(of: asked) else { return asked }
    return rule.firstInCall.first(where: isOpenInCall) ?? asked
  }

  /// What is still to be asked before the questions of a point in a call, each once.
  package func openInCall(before point: Point) -> [FieldID] {
    let portal = flow.edition.portal
    let rows = portal.facts.filter {
      $0.points.contains(point) && portal.isRelevant($0.fact, in: diagnosis.facts) != false
    }
    var found: [FieldID] = []
    for fact in rows.flatMap(\.firstInCall) where isOpenInCall(fact) && !found.contains(fact) {
      found.append(fact)
    }
    return found
  }

  private func isOpenInCall(_ fact: FieldID) -> Bool {
    isUnasked(fact) && flow.edition.portal.isRelevant(fact, in: diagnosis.facts) != false
  }

  /// Whether a question is about whoever approves, where neither the message nor an answer says that something is to be
  /// approved.
  private func isOnlyOfApproval(_ fact: FieldID) -> Bool {
    let diagnosis = self.diagnosis
    guard fact != .approvalNeeded, let rule = diagnosis.portal.rule(of: fact) else { return false }
    return rule.points == [.approver] && diagnosis.facts[.approvalNeeded] != Fact.yes
      && !diagnosis.named.contains(.approver)
  }

  private var nextBesideApproval: FieldID? {
    let points = flow.edition.portal.points.map(\.point).filter { $0 != .approver }
    let next = points.flatMap { open(in: $0) }.first(where: isOpenInCall)
    return next.map { diagnosis.opening($0) ?? $0 }
  }
}
