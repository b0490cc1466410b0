/// How likely each fault is before it is checked.
///
/// The figures are stated guesses, since no measured frequencies of the causes were found; what the
/// message says outweighs them.
struct Beliefs {
  private let shares: [Fault: Double]

  /// - Parameter testimony: What the recognised message says, if there is one.
  init(_ testimony: Knowledge.Testimony?) {
    let weights = Fault.allCases.map { fault in
      Self.priors(fault) * Self.factor(fault, testimony)
    }
    let total = weights.reduce(Self.leak, +)
    shares = Dictionary(uniqueKeysWithValues: zip(Fault.allCases, weights.map { $0 / total }))
  }

  /// The probability of a fault, 0 to 1; a part is left for causes outside the four points.
  subscript(fault: Fault) -> Double { shares[fault] ?? 0 }

  private static let leak = 0.1

  private static func priors(_ fault: Fault) -> Double {
    switch fault {
    case .notRegistered: 0.08
    case .wrongID: 0.08
    case .wrongPassword: 0.16
    case .systemLocked: 0.04
    case .personRightMissing: 0.18
    case .signRightMissing: 0.06
    case .ownerRightMissing: 0.15
    case .senderOwnerRightMissing: 0.02
    case .minIDUsed: 0.05
    case .loginPasswordWrong: 0.06
    case .mobileWrong: 0.04
    case .submissionNotAllowed: 0.04
    case .codeExpired: 0.03
    case .loginLocked: 0.02
    }
  }

  private static func factor(_ fault: Fault, _ testimony: Knowledge.Testimony?) -> Double {
    guard let testimony else { return 1 }
    if testimony.evidence.contains(fault) { return 40 }
    guard let rank = testimony.causes.firstIndex(of: Cause(fault.point)) else { return 0.2 }
    return 8 / Double(rank + 1)
  }
}
