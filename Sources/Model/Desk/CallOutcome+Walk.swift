extension CallOutcome {
  /// What a call came to, as its answers say.
  ///
  /// - Parameters:
  ///   - secondsToVerdict: From the first second of the call to the first verdict.
  ///   - seconds: How long the call took.
  package init(
    of walk: Walk,
    result: DeskResult,
    confirmed: Confirmation = .no,
    flag: DeskFlag? = nil,
    secondsToVerdict: Int? = nil,
    seconds: Int = 0
  ) {
    let diagnosis = walk.diagnosis
    self.init(
      edition: walk.flow.edition,
      message: walk.knownMessage,
      causes: diagnosis.conclusion.causes,
      faults: diagnosis.certainFaults,
      certainty: diagnosis.conclusion.certainty,
      repairs: walk.repairs.first?.actions.map(\.id) ?? [],
      result: result,
      confirmed: confirmed,
      toldBack: walk.answer(.toldBack)?.value == Fact.yes,
      flag: flag,
      secondsToVerdict: secondsToVerdict,
      seconds: seconds
    )
  }
}

extension Likeness {
  /// What a call has in common with others.
  package init(of walk: Walk, role: CallerRole?) {
    self.init(
      edition: walk.flow.edition,
      message: walk.knownMessage,
      service: walk.value(.service),
      owner: walk.value(.systemOwner),
      role: role
    )
  }
}

extension Walk {
  /// The message as it is counted: its entry in the catalogue, or the digest of its shape.
  package var knownMessage: String? {
    facts[.message] ?? answer(.messageSymptom).flatMap { $0.value == Fact.unknown ? nil : $0.value }
      ?? shape?.digest
  }

  /// The shape of a message that is not known.
  package var shape: MessageShape? { content.unknownShape }
}

extension CaseDraft {
  /// The shape of the message, where it has text and is not in the catalogue.
  package var unknownShape: MessageShape? {
    guard let text = answer(in: .messageText)?.value,
      [nil, Fact.unknown].contains(answer(in: .message)?.value)
    else { return nil }
    return MessageShape(of: text)
  }
}
