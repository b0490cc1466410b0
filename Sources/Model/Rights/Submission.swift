/// Whether the person and the ID may send for a reportee: points 2 and 3 side by side.
package struct SubmissionRights: Hashable, Sendable {
  /// The sender's right.
  package let person: Permission
  /// The right of the party that owns the ID.
  package let system: Permission

  /// The points that are certain to fail.
  package var failing: [Point] { points(.notGranted) }

  /// The points of which nothing certain can be said.
  package var open: [Point] { points(.unknown) }

  private func points(_ outcome: Permission.Outcome) -> [Point] {
    [(Point.personRights, person), (.systemRights, system)]
      .filter { $0.1.outcome == outcome }
      .map { $0.0 }
  }
}

extension RightsModel {
  /// What holds when a sender uses an ID for a reportee.
  ///
  /// An ID acts with the rights of its owner, so one ID may serve many reportees (D4, D5).
  package func submission(
    of service: String,
    sender: Party,
    idOwner: Party,
    for reportee: Party
  ) -> SubmissionRights {
    SubmissionRights(
      person: permission(to: .send, service: service, holder: sender, for: reportee),
      system: permission(to: .send, service: service, holder: idOwner, for: reportee)
    )
  }
}
