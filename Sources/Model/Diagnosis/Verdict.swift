/// How one of the four points stands.
package enum PointState: String, CaseIterable, Codable, Sendable {
  case ok, failing, notApplicable
  /// What is known leaves it open.
  case unknown
  /// Cannot be judged until another point is settled.
  case blocked
}

/// What makes a point stand otherwise than failing; the words are in the texts under `ground.`.
package enum Ground: String, CaseIterable, Codable, Sendable {
  case registeredAndTypedRight
  case sendsForOneself, rightHeld
  case ownedByReportee, senderOwnerHoldsRight, ownerHoldsRight
  case notRegisteredYet
  case loginNotAsked, loginInOrder

  /// The point it speaks of.
  var point: Point {
    switch self {
    case .registeredAndTypedRight: .registration
    case .sendsForOneself, .rightHeld: .personRights
    case .ownedByReportee, .senderOwnerHoldsRight, .ownerHoldsRight, .notRegisteredYet:
      .systemRights
    case .loginNotAsked, .loginInOrder: .login
    }
  }

  /// The place among all cases.
  ///
  /// A switch, since the engine asks for it in its innermost loop.
  var place: UInt32 {
    switch self {
    case .registeredAndTypedRight: 0
    case .sendsForOneself: 1
    case .rightHeld: 2
    case .ownedByReportee: 3
    case .senderOwnerHoldsRight: 4
    case .ownerHoldsRight: 5
    case .notRegisteredYet: 6
    case .loginNotAsked: 7
    case .loginInOrder: 8
    }
  }
}

/// Why a point stands as it does.
package enum Reason: Hashable, Sendable, CaseIterable {
  case fault(Fault)
  case ground(Ground)

  package static var allCases: [Reason] {
    Fault.allCases.map(Reason.fault) + Ground.allCases.map(Reason.ground)
  }

  /// The key used in JSON and, after `fault.` or `ground.`, in the texts.
  package var name: String {
    switch self {
    case .fault(let fault): fault.rawValue
    case .ground(let ground): ground.rawValue
    }
  }

  /// The point it speaks of.
  package var point: Point {
    switch self {
    case .fault(let fault): fault.point
    case .ground(let ground): ground.point
    }
  }
}

/// How a point stands, why, and what would settle it.
package struct Verdict: Equatable, Sendable {
  package let point: Point
  package let state: PointState
  /// The reasons that hold whatever the unknown facts turn out to be.
  package let reasons: [Reason]
  /// Where no single reason is certain: those of which at least one holds.
  package let alternatives: [Reason]
  /// Unknown facts that could change the state; empty exactly when the state is settled.
  package let missing: [Fact]
}
