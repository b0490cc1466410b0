/// One of the things that must be in place before a submission succeeds.
///
/// The words are in the texts under `point.`; a portal numbers its points from 1.
package struct Point: StringID {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}

/// How a point is judged.
package enum PointState: String, CaseIterable, Codable, Sendable {
  case ok, failing, notApplicable
  /// What is known leaves it open.
  case unknown
  /// Cannot be judged until another point is settled.
  case blocked
}
