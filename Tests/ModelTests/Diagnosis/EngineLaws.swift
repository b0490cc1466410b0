import Model
import Testing

/// Every way to know some of a group's facts, with the verdicts given for each.
///
/// A state is written as digits, one for each axis; the last value of an axis is "not known".
struct PartialStates {
  struct Axis {
    let fact: Fact
    let values: [String]
  }

  let axes: [Axis]
  let count: Int

  static let knowledge = Knowledge(
    signedServices: ["signed"],
    testimonies: [
      "rights": .init(
        causes: [.personRights, .systemRights],
        evidence: [.personRightMissing, .ownerRightMissing, .senderOwnerRightMissing]
      ),
      "password": .init(causes: [.registration], evidence: [.wrongID, .wrongPassword]),
      "locked": .init(causes: [.registration], evidence: [.systemLocked]),
      "user": .init(causes: [.login], evidence: [.loginPasswordWrong, .minIDUsed, .codeExpired]),
      "code": .init(causes: [.login], evidence: [.codeExpired]),
    ]
  )

  init(_ group: FactGroup) {
    axes = group.facts.map { fact in
      Axis(
        fact: fact,
        values: fact == .service ? ["signed", Fact.otherService] : fact.values ?? []
      )
    }
    count = axes.reduce(1) { $0 * ($1.values.count + 1) }
  }

  /// The digits of a state.
  func digits(_ index: Int) -> [Int] {
    var rest = index
    return axes.map { axis in
      let radix = axis.values.count + 1
      defer { rest /= radix }
      return rest % radix
    }
  }

  func index(_ digits: [Int]) -> Int {
    zip(axes, digits).reversed().reduce(0) { $0 * ($1.0.values.count + 1) + $1.1 }
  }

  func facts(_ digits: [Int], message: String?) -> Facts {
    var facts = Facts()
    facts[.message] = message
    for (axis, digit) in zip(axes, digits) where digit < axis.values.count {
      facts[axis.fact] = axis.values[digit]
    }
    return facts
  }
}

@Suite struct EngineLaws {
  struct Law: Sendable, CustomTestStringConvertible {
    let group: FactGroup
    let message: String?
    var testDescription: String { "\(group), message \(message ?? "none")" }
  }

  static let laws: [Law] =
    [nil, "rights", "password", "locked"].map { Law(group: .submission, message: $0) }
    + [nil, "user", "code"].map { Law(group: .login, message: $0) }

  /// Holds the two halves of the first law for every state of knowledge: a verdict survives each
  /// further answer, and is given as soon as all answers to some fact would lead to it.
  ///
  /// By induction over the number of unknown facts this is soundness and completeness over all
  /// completions.
  @Test(arguments: laws)
  func `a verdict holds for every completion and is given as soon as it must`(law: Law) {
    let space = PartialStates(law.group)
    let points = law.group.points
    var states = [[PointState]](repeating: [], count: space.count)
    var contradicted = [Bool](repeating: false, count: space.count)
    for index in 0..<space.count {
      let facts = space.facts(space.digits(index), message: law.message)
      let possibilities = Possibilities(
        of: law.group,
        facts: facts,
        knowledge: PartialStates.knowledge
      )
      let verdicts = points.map(possibilities.verdict)
      states[index] = verdicts.map(\.state)
      contradicted[index] = possibilities.contradictsMessage
      for verdict in verdicts {
        #expect((verdict.state == .unknown) == !verdict.missing.isEmpty)
        if verdict.state != .unknown {
          #expect(!verdict.reasons.isEmpty || verdict.alternatives.count > 1)
        }
      }
    }
    var broken = 0
    for index in 0..<space.count where !contradicted[index] {
      let digits = space.digits(index)
      for (place, axis) in space.axes.enumerated() where digits[place] == axis.values.count {
        let fills = axis.values.indices.map { value in
          var filled = digits
          filled[place] = value
          return space.index(filled)
        }.filter { !contradicted[$0] }
        for point in points.indices {
          let here = states[index][point]
          let there = Set(fills.map { states[$0][point] })
          if here != .unknown && there != [here] { broken += 1 }
          if here == .unknown && there.count == 1 && there != [.unknown] { broken += 1 }
        }
      }
    }
    #expect(broken == 0)
  }

  @Test func `the verdict of every complete case is the one of the table`() {
    for group in FactGroup.allCases {
      let space = PartialStates(group)
      for index in 0..<space.count {
        let digits = space.digits(index)
        guard zip(space.axes, digits).allSatisfy({ $1 < $0.values.count }) else { continue }
        let facts = space.facts(digits, message: nil)
        let possibilities = Possibilities(
          of: group,
          facts: facts,
          knowledge: PartialStates.knowledge
        )
        for point in group.points {
          #expect(possibilities.verdict(on: point).state == Self.table(point, facts))
        }
      }
    }
  }

  /// The table of the four points, written a second time as it is read.
  private static func table(_ point: Point, _ facts: Facts) -> PointState {
    let registered = facts.holds(.systemRegistered)
    let forSelf = facts.holds(.reporteeKind, "self")
    let hasRight = forSelf || facts.holds(.personRight)
    switch point {
    case .registration:
      let fine =
        registered && facts.holds(.systemIDCorrect) && facts.holds(.systemPasswordCorrect)
        && facts.holds(.systemLocked, "no")
      return fine ? .ok : .failing
    case .personRights:
      let signs =
        forSelf || !facts.holds(.service, "signed") || facts.holds(.personSignRight)
      return hasRight && signs ? .ok : .failing
    case .systemRights:
      if !registered { return .blocked }
      switch facts[.systemOwner] {
      case "reportee": return .notApplicable
      case "self": return forSelf ? .notApplicable : hasRight ? .ok : .failing
      default: return facts.holds(.ownerRight) ? .ok : .failing
      }
    case .login:
      if !facts.holds(.loginAsked) { return .notApplicable }
      let fine =
        !facts.holds(.loginMethod, "minid") && facts.holds(.loginPasswordCorrect)
        && facts.holds(.loginMobileCorrect) && facts.holds(.loginSubmissionAllowed)
        && facts.holds(.loginCodeExpired, "no") && facts.holds(.loginLocked, "no")
      return fine ? .ok : .failing
    }
  }

  @Test func `every state, fault and ground is reached`() {
    var states: Set<String> = []
    var reasons: Set<Reason> = []
    for group in FactGroup.allCases {
      let space = PartialStates(group)
      for index in 0..<space.count {
        let facts = space.facts(space.digits(index), message: nil)
        let possibilities = Possibilities(
          of: group,
          facts: facts,
          knowledge: PartialStates.knowledge
        )
        for point in group.points {
          let verdict = possibilities.verdict(on: point)
          states.insert("\(point) \(verdict.state)")
          reasons.formUnion(verdict.reasons)
        }
      }
    }
    #expect(reasons == Set(Reason.allCases))
    #expect(
      states == [
        "registration ok", "registration failing", "registration unknown",
        "personRights ok", "personRights failing", "personRights unknown",
        "systemRights ok", "systemRights failing", "systemRights unknown",
        "systemRights notApplicable", "systemRights blocked",
        "login ok", "login failing", "login unknown", "login notApplicable",
      ]
    )
  }
}
