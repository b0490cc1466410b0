/// What the day it is tells of a submission.
extension Walk {
  /// Answers for whoever has only an old role whether it still opens the service, where a source says until when, and
  /// takes that back where it no longer follows.
  ///
  /// Nobody has to look up what follows from the day; whoever says otherwise is right.
  mutating func answerByDay() {
    let field = FieldID.senderRoleCounts
    guard let today, flow.field(field) != nil, answer(field)?.source ?? .derived == .derived else {
      return
    }
    let isOld = value(.senderRight) == SenderRight.oldRole.rawValue
    let counts = isOld ? lastDayOfOldRoles.map { today <= $0 } : nil
    derive([(field, counts.map { $0 ? Fact.yes : Fact.no })])
  }

  /// The last day on which old roles open the service that is answered; `nil` where no source says.
  private var lastDayOfOldRoles: Day? {
    value(.service).flatMap(engine.knowledge.lastDayOfOldRoles)
  }
}
