/// What the register at hand tells of those who are named in a walk.
extension Walk {
  /// The organisation numbers that are answered and that the register has not told of.
  package var numbersToAsk: [OrganisationNumber] {
    flow.steps.flatMap(\.fields).compactMap { $0.organisation(in: answer($0.id)?.value) }
      .filter { register[$0] == nil }
  }

  /// The number of the party that is sent for, where it is known.
  package var reporteeNumber: OrganisationNumber? {
    flow.field(.reporteeName)?.organisation(in: answer(.reporteeName)?.value)
  }

  /// What the register lets one conclude of the party that is sent for, and of its firm in work for a client.
  package var reporteeReview: RegisterReview? {
    isForClient ? firmReview ?? ownReview : ownReview
  }

  /// What the register lets one conclude of the party that has the system access: in work for a client the firm.
  package var holderReview: RegisterReview? {
    guard isForClient else { return reporteeReview }
    return register.firm.flatMap { register.review(of: $0.number) }
  }

  /// What the register lets one conclude of the party that is sent for and of the firm that it was made for.
  package var firmReview: RegisterReview? {
    guard let firm = register.firm?.number else { return nil }
    return reporteeNumber.flatMap { register.review(of: $0, firm: firm) }
  }

  /// The same walk, with no name of a person in what the register has told: as much as may leave the screen.
  package var nameless: Walk {
    var nameless = self
    nameless.register = register.nameless
    return nameless
  }

  private var ownReview: RegisterReview? { reporteeNumber.flatMap { register.review(of: $0) } }

  /// Whether the submission is said to be for a client.
  package var isForClient: Bool { answer(.workFor)?.value == WorkFor.client.rawValue }

  /// Takes in what the register answered.
  package mutating func learn(_ reply: RegisterReply, on today: Day?) {
    register.learn(reply, on: today)
    answerByRegister()
  }

  /// Answers what the register can, where nobody has, and takes it back where it no longer does.
  ///
  /// What follows from it is derived, so that it confirms nothing, and whoever answers otherwise is right.
  mutating func answerByRegister() {
    guard !register.isEmpty else { return }
    let review = firmReview
    derive(
      flow.steps.flatMap(\.fields).compactMap { field in
        guard let question = field.inRegister, answer(field.id)?.source ?? .derived == .derived
        else { return nil }
        return (field.id, review.flatMap { value(of: question, in: $0) })
      }
    )
  }

  private func value(of question: RegisterQuestion, in review: RegisterReview) -> String? {
    switch question {
    case .relation: isForClient ? review.relation?.rawValue : nil
    case .isRegistered(let field):
      answer(field).flatMap { ClientKind(rawValue: $0.value) }.flatMap {
        review.isRegistered(as: $0) ? Fact.yes : nil
      }
    }
  }
}
