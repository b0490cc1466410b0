/// One of the four things that must be in place before a datasystem can send to Altinn (P0).
package enum Point: String, CaseIterable, Codable, Sendable, Comparable {
  /// The datasystem is registered, and its ID and password are typed right in the program.
  case registration
  /// The sender holds the right for the service and the reportee.
  case personRights
  /// The owner of the ID holds the right for the reportee.
  case systemRights
  /// The personal login that some programs ask for is in order.
  case login

  /// The number people know the point by, 1 to 4.
  package var number: Int {
    switch self {
    case .registration: 1
    case .personRights: 2
    case .systemRights: 3
    case .login: 4
    }
  }

  package static func < (left: Point, right: Point) -> Bool { left.number < right.number }
}

/// Where a failed submission can have its fault: in one of the four points, or outside them.
package enum Cause: String, CaseIterable, Codable, Sendable {
  case registration, personRights, systemRights, login
  /// The program itself: only its vendor can mend it.
  case vendor
  /// The agency that owns the form, or its register of who may use it.
  case serviceOwner
  /// What was filled in does not fit the form.
  case content
  /// A number or address was mistyped.
  case input
  /// The person must log in at a higher security level.
  case securityLevel
  /// A passing fault; nothing needs changing.
  case temporary
  /// Giving rights to somebody failed.
  case delegation
  /// Nothing known fits.
  case unknown

  /// The point this cause is, or `nil` for a cause outside the four.
  package var point: Point? { Point(rawValue: rawValue) }

  /// The cause that a failing point is.
  package init(_ point: Point) {
    switch point {
    case .registration: self = .registration
    case .personRights: self = .personRights
    case .systemRights: self = .systemRights
    case .login: self = .login
    }
  }
}
