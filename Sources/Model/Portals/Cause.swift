/// Where a failed submission can have its fault: in one of the points, or outside them.
package struct Cause: StringID {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// The cause that a failing point is.
  package init(_ point: Point) { rawValue = point.rawValue }

  /// The point this cause is, or `nil` for a cause outside the points.
  package var point: Point? { Self.outside.contains(self) ? nil : Point(rawValue: rawValue) }

  /// The causes outside the points, the same for every portal.
  package static let outside: [Cause] = [
    .vendor, .serviceOwner, .content, .file, .alreadySent, .input, .securityLevel, .personLogin,
    .temporary, .delegation, .noFault, .unknown,
  ]

  /// The program itself: only its vendor can mend it.
  package static let vendor: Cause = "vendor"
  /// The agency that owns the form, or its register of who may use it.
  package static let serviceOwner: Cause = "serviceOwner"
  /// What was filled in does not fit the form.
  package static let content: Cause = "content"
  /// A file that was to be sent along was turned away.
  package static let file: Cause = "file"
  /// The same was sent or signed before.
  package static let alreadySent: Cause = "alreadySent"
  /// A number or address was mistyped.
  package static let input: Cause = "input"
  /// The person must log in at a higher security level.
  package static let securityLevel: Cause = "securityLevel"
  /// A person cannot log in, though nobody logs in to send.
  package static let personLogin: Cause = "personLogin"
  /// A passing fault; nothing needs changing.
  package static let temporary: Cause = "temporary"
  /// Giving rights to somebody failed.
  package static let delegation: Cause = "delegation"
  /// Altinn tells of something that is in place already.
  package static let noFault: Cause = "noFault"
  /// Nothing known fits.
  package static let unknown: Cause = "unknown"
}
