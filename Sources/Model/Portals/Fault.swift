/// One concrete thing that makes a point fail; the words for it are in the texts under `fault.`.
package enum Fault: String, CaseIterable, Codable, Sendable, Comparable {
  case notRegistered, wrongID, wrongPassword, systemLocked
  case personRightMissing, signRightMissing
  /// The owner of the ID is another enterprise or person and lacks the right.
  case ownerRightMissing
  /// The ID is registered on the sender, who lacks the right: points 2 and 3 fail together.
  case senderOwnerRightMissing
  case minIDUsed, loginPasswordWrong, mobileWrong, submissionNotAllowed, codeExpired, loginLocked

  /// The point that fails by this.
  package var point: Point {
    switch self {
    case .notRegistered, .wrongID, .wrongPassword, .systemLocked: .registration
    case .personRightMissing, .signRightMissing: .personRights
    case .ownerRightMissing, .senderOwnerRightMissing: .systemRights
    case .minIDUsed, .loginPasswordWrong, .mobileWrong, .submissionNotAllowed, .codeExpired,
      .loginLocked:
      .login
    }
  }

  package static func < (left: Fault, right: Fault) -> Bool { left.place < right.place }

  /// The place among all cases.
  ///
  /// A switch, since the engine asks for it in its innermost loop.
  var place: UInt32 {
    switch self {
    case .notRegistered: 0
    case .wrongID: 1
    case .wrongPassword: 2
    case .systemLocked: 3
    case .personRightMissing: 4
    case .signRightMissing: 5
    case .ownerRightMissing: 6
    case .senderOwnerRightMissing: 7
    case .minIDUsed: 8
    case .loginPasswordWrong: 9
    case .mobileWrong: 10
    case .submissionNotAllowed: 11
    case .codeExpired: 12
    case .loginLocked: 13
    }
  }
}
