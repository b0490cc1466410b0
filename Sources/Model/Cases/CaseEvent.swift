/// What was done with a case, or with the whole store.
package enum EventKind: String, CaseIterable, Codable, Sendable {
  case created, saved, closed, reopened, noted, deleted
  /// At the support desk: taken by somebody, let go of, put away, handed over, received.
  case claimed, released, parked, handed, received
  /// The whole store was taken from a copy.
  case restored
  /// Lines of the trail were taken out when their time was up.
  case trimmed
}

/// One line of the trail: who did what when.
///
/// It never holds what was answered.
package struct CaseEvent: Hashable, Codable, Sendable, Identifiable {
  /// The place in the trail; events are ordered by it and not by the clock.
  package let id: Int64
  /// The case, which may have been deleted since.
  package let caseID: CaseID
  /// The real user id of the person on this machine.
  package let who: UInt32
  package let when: Timestamp
  package let kind: EventKind
  /// The ids of the fields that got another answer, separated by spaces.
  package let subject: String

  package init(
    id: Int64,
    caseID: CaseID,
    who: UInt32,
    when: Timestamp,
    kind: EventKind,
    subject: String
  ) {
    self.id = id
    self.caseID = caseID
    self.who = who
    self.when = when
    self.kind = kind
    self.subject = subject
  }
}
