/// Where a person must be to see a fact; being there already makes the next inquiry cheaper.
package enum Vantage: Int, CaseIterable, Sendable {
  /// Known without looking.
  case none
  /// In the program that sends.
  case program
  /// Logged in to Altinn, acting for the reportee.
  case reporteeProfile
  /// Logged in to Altinn, acting for the party that owns the ID.
  case ownerProfile
  /// Logged in to Altinn, under one's own login information.
  case loginInformation

  /// The vantage as a set of itself alone.
  var bit: Int { 1 << rawValue }

  /// Seconds it takes to get there.
  package var effort: Double {
    switch self {
    case .none: 0
    case .program: 20
    case .reporteeProfile: 60
    case .ownerProfile: 75
    case .loginInformation: 60
    }
  }
}

/// What it takes to find out a fact.
///
/// The figures are stated guesses: seconds of the person's time, and how often people cannot tell.
struct Inquiry {
  let fact: Fact
  let vantage: Vantage
  /// Seconds, once one is where it is seen.
  let seconds: Double
  /// How likely it is that the person cannot tell, 0 to 1.
  let unanswered: Double
  /// The fact that must be settled first.
  let after: Fact?

  static func of(_ fact: Fact) -> Inquiry? { table[fact] }

  private static let table = Dictionary(
    uniqueKeysWithValues: [
      Inquiry(.reporteeKind, .none, 5, 0.01),
      Inquiry(.service, .none, 15, 0.15, after: .reporteeKind),
      Inquiry(.systemRegistered, .ownerProfile, 15, 0.25),
      Inquiry(.systemOwner, .ownerProfile, 15, 0.25, after: .systemRegistered),
      Inquiry(.systemIDCorrect, .ownerProfile, 15, 0.2, after: .systemRegistered),
      Inquiry(.systemPasswordCorrect, .program, 20, 0.4, after: .systemRegistered),
      Inquiry(.systemLocked, .program, 10, 0.3, after: .systemRegistered),
      Inquiry(.personRight, .reporteeProfile, 20, 0.2, after: .service),
      Inquiry(.personSignRight, .reporteeProfile, 15, 0.3, after: .personRight),
      Inquiry(.ownerRight, .reporteeProfile, 30, 0.45, after: .systemOwner),
      Inquiry(.loginAsked, .program, 10, 0.1),
      Inquiry(.loginMethod, .program, 10, 0.1, after: .loginAsked),
      Inquiry(.loginPasswordCorrect, .loginInformation, 20, 0.4, after: .loginAsked),
      Inquiry(.loginMobileCorrect, .loginInformation, 10, 0.1, after: .loginAsked),
      Inquiry(.loginSubmissionAllowed, .loginInformation, 10, 0.15, after: .loginAsked),
      Inquiry(.loginCodeExpired, .program, 10, 0.3, after: .loginAsked),
      Inquiry(.loginLocked, .program, 10, 0.3, after: .loginAsked),
    ].map { ($0.fact, $0) }
  )

  private init(
    _ fact: Fact,
    _ vantage: Vantage,
    _ seconds: Double,
    _ unanswered: Double,
    after: Fact? = nil
  ) {
    self.fact = fact
    self.vantage = vantage
    self.seconds = seconds
    self.unanswered = unanswered
    self.after = after
  }
}
