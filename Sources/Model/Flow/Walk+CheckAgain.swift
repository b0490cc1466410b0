/// Checking again after somebody has done something.
extension Walk {
  /// Takes back the answers that showed a fault, that a way out changes or that pass by themselves, and the message, so
  /// that they are asked for anew; what was answered is kept as a round.
  package mutating func checkAgain() {
    let faults = diagnosis.verdicts.filter { $0.state == .failing }
      .flatMap(diagnosis.facts(showing:))
    let known = facts
    // An ID registered anew may have another owner than the one that lacked the right.
    let changed = repairs.flatMap(\.actions).flatMap(\.sets).compactMap { fact, value in
      known[fact].map { $0 == value } ?? true ? nil : fact
    }
    let passing = flow.edition.portal.facts.filter(\.passes).map(\.fact)
    beginRound()
    give((faults + changed + passing + Self.messageFields).map { ($0, nil) })
    startOver()
  }
}
