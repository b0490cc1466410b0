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

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
