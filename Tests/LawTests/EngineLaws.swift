import Model
import Testing

@Suite struct EngineLaws {
  struct Law: Sendable, CustomTestStringConvertible {
    let portal: LawPortal
    let group: FactGroup
    let message: String?
    var testDescription: String {
      "\(portal.engine.portal.edition), \(group.points), message \(message ?? "none")"
    }
  }

  static let laws: [Law] = LawPortal.all.flatMap { portal in
    portal.engine.groups.flatMap { group in
      let messages = portal.messages.filter { group.points.contains($0.point) }
        .flatMap(\.messages)
      return ([nil] + messages).map { Law(portal: portal, group: group, message: $0) }
    }
  }
  private static let plain = laws.filter { $0.message == nil }

  @Test func `the laws are held for every portal`() {
    #expect(LawPortal.all.map(\.engine.portal.edition) == Portal.all.map(\.edition))
  }

  /// Holds the two halves of the first law for every state of knowledge: a verdict survives each
  /// further answer, and is given as soon as all answers to some fact would lead to it.
  ///
  /// By induction over the number of unknown facts this is soundness and completeness over all
  /// completions. In the same way it is computed which facts can still change the state: exactly those
  /// must be named as missing.
  @Test(arguments: laws)
  func
    `a verdict holds for every completion, is given as soon as it must, and else names what is missing`(
      law: Law
    )
  {
    let space = PartialStates(law.group, law.portal.engine)
    let points = law.group.points
    var states = [[PointState]](repeating: [], count: space.count)
    var contradicted = [Bool](repeating: false, count: space.count)
    /// The axes that can change the state of each point, as sets of bits.
    var deciding = [[Int]](repeating: [], count: space.count)
    var broken = 0
    var alone = 0
    var superfluous = 0
    var unnamed = 0
    for index in 0..<space.count {
      let digits = space.digits(index)
      let possibilities = space.possibilities(space.facts(digits, message: law.message))
      let verdicts = points.map { possibilities.verdict(on: $0, number: 0) }
      states[index] = verdicts.map(\.state)
      contradicted[index] = possibilities.contradictsMessage
      let open = space.axes.indices.filter { digits[$0] == space.axes[$0].values.count }
      let fills = open.map { axis in
        space.axes[axis].values.indices.map { value in
          var filled = digits
          filled[axis] = value
          return space.index(filled)
        }.filter { !contradicted[$0] }
      }
      deciding[index] = points.indices.map { point in
        open.indices.reduce(0) { found, place in
          let other = open.indices.first { $0 != place }
          let decides =
            if let other {
              fills[other].contains { deciding[$0][point] >> open[place] & 1 == 1 }
            } else {
              Set(fills[place].map { states[$0][point] }).count > 1
            }
          return decides ? found | 1 << open[place] : found
        }
      }
      guard !contradicted[index] else { continue }
      for (point, verdict) in verdicts.enumerated() {
        if verdict.state != .unknown {
          if verdict.reasons.isEmpty,
            !Self.isOneOfSeveral(verdict, digits, in: space, message: law.message)
          {
            alone += 1
          }
          if !verdict.missing.isEmpty { superfluous += 1 }
        } else {
          let missing = Set(verdict.missing)
          for axis in space.axes.indices {
            let isNamed = missing.contains(space.axes[axis].fact)
            let decides = deciding[index][point] >> axis & 1 == 1
            if isNamed && !decides { superfluous += 1 }
            if decides && !isNamed { unnamed += 1 }
          }
        }
        for fill in fills {
          let there = Set(fill.map { states[$0][point] })
          if verdict.state != .unknown && there != [verdict.state] { broken += 1 }
          if verdict.state == .unknown && there.count == 1 && there != [.unknown] { broken += 1 }
        }
      }
    }
    #expect(broken == 0)
    #expect(alone == 0)
    #expect(superfluous == 0)
    #expect(unnamed == 0)
  }

  /// Whether a verdict without a certain reason has several that may be it, or one that only something rare
  /// (``FactRule/rare``) keeps from being certain: some answers to what may be rare make it so.
  private static func isOneOfSeveral(
    _ verdict: Verdict,
    _ digits: [Int],
    in space: PartialStates,
    message: String?
  ) -> Bool {
    guard verdict.alternatives.count == 1 else { return verdict.alternatives.count > 1 }
    var filled = [digits]
    for axis in space.axes.indices {
      let (fact, values) = (space.axes[axis].fact, space.axes[axis].values)
      guard digits[axis] == values.count,
        space.engine.portal.rule(of: fact)?.rare.isEmpty == false
      else { continue }
      filled = filled.flatMap { digits in
        values.indices.map { value in
          var digits = digits
          digits[axis] = value
          return digits
        }
      }
    }
    return filled.contains { digits in
      let possibilities = space.possibilities(space.facts(digits, message: message))
      let reasons = possibilities.verdict(on: verdict.point, number: 0).reasons
      return !possibilities.contradictsMessage && reasons == verdict.alternatives
    }
  }

  @Test(arguments: plain)
  func `the verdict of every complete case and its reasons are those of the table`(law: Law) {
    let space = PartialStates(law.group, law.portal.engine)
    for facts in space.complete {
      let possibilities = space.possibilities(facts)
      for point in law.group.points {
        let verdict = possibilities.verdict(on: point, number: 0)
        let expected = law.portal.table(point, facts)
        #expect(verdict.state == expected.state)
        #expect(Set(verdict.reasons.map(\.name)) == Set(expected.reasons))
        #expect(verdict.reasons.count == expected.reasons.count)
      }
    }
  }

  @Test func `every state, fault and ground is reached`() {
    var states: Set<String> = []
    var reasons: Set<Reason> = []
    for law in Self.plain {
      let space = PartialStates(law.group, law.portal.engine)
      for index in 0..<space.count {
        let possibilities = space.possibilities(space.facts(space.digits(index)))
        for point in law.group.points {
          let verdict = possibilities.verdict(on: point, number: 0)
          states.insert("\(point) \(verdict.state)")
          reasons.formUnion(verdict.reasons)
        }
      }
    }
    #expect(reasons == Set(Portal.all.flatMap(\.reasons)))
    #expect(
      states == [
        "registration ok", "registration failing", "registration unknown",
        "personRights ok", "personRights failing", "personRights unknown",
        "systemRights ok", "systemRights failing", "systemRights unknown",
        "systemRights notApplicable", "systemRights blocked",
        "login ok", "login failing", "login unknown", "login notApplicable",
        "systemAccess ok", "systemAccess failing", "systemAccess unknown",
        "systemAccess notApplicable",
        "approver ok", "approver failing", "approver unknown", "approver notApplicable",
        "senderRights ok", "senderRights failing", "senderRights unknown",
        "senderRights notApplicable",
        "accessContents ok", "accessContents failing", "accessContents unknown",
        "accessContents notApplicable", "accessContents blocked",
        "idPortenLogin ok", "idPortenLogin failing", "idPortenLogin unknown",
        "idPortenLogin notApplicable",
      ]
    )
  }
}
