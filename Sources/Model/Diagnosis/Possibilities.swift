/// Every way a group of facts may be filled in, given what is known and what a message says.
///
/// The worlds lie in a grid, one axis for each unknown fact, so that worlds which differ in a single
/// fact are found by arithmetic.
package struct Possibilities: Sendable {
  /// One unknown fact: how many values it has, and how far apart they lie in the grid.
  private struct Axis: Sendable {
    let fact: Fact
    let radix: Int
    let stride: Int
  }

  private let axes: [Axis]
  private let worlds: [World]
  /// What is to say of each world; `nil` where the message excludes it.
  private let reasons: [ReasonSet?]
  /// Whether what is known leaves no room for what the message says; then the message is set aside.
  package let contradictsMessage: Bool

  package init(of group: FactGroup, facts: Facts, knowledge: Knowledge) {
    var start = World()
    var axes: [Axis] = []
    var count = 1
    for fact in group.facts {
      if let known = Self.place(of: fact, in: facts, knowledge: knowledge) {
        start[fact] = known
      } else {
        let radix = fact.values?.count ?? 2
        axes.append(Axis(fact: fact, radix: radix, stride: count))
        count *= radix
      }
    }
    self.axes = axes
    let worlds = (0..<count).map { index in
      var world = start
      for axis in axes { world[axis.fact] = index / axis.stride % axis.radix }
      return world
    }
    self.worlds = worlds
    let all = worlds.map { $0.reasons(in: group) }
    let evidence = ReasonSet(
      faults: knowledge.testimony(in: facts)?.evidence.filter { group.points.contains($0.point) }
        ?? []
    )
    let speaks = !evidence.isEmpty
    contradictsMessage = speaks && all.allSatisfy { $0.isDisjoint(with: evidence) }
    let filters = speaks && !contradictsMessage
    reasons = all.map { filters && $0.isDisjoint(with: evidence) ? nil : $0 }
  }

  /// The place of a fact's known value; a service's place says whether it needs signing.
  private static func place(of fact: Fact, in facts: Facts, knowledge: Knowledge) -> Int? {
    guard let value = facts[fact] else { return nil }
    guard fact != .service else { return knowledge.needsSigning(value) ? 0 : 1 }
    return fact.values?.firstIndex(of: value)
  }

  /// What can be said of a point: only what holds in every world that is possible.
  package func verdict(on point: Point) -> Verdict {
    var common = ReasonSet(rawValue: .max)
    var found: PointState?
    var isSettled = true
    for case let reasons? in reasons {
      common.formIntersection(reasons)
      let state = reasons.state(of: point)
      if state != found ?? state { isSettled = false }
      found = state
    }
    guard let state = found, isSettled else {
      return Verdict(
        point: point,
        state: .unknown,
        reasons: [],
        alternatives: [],
        missing: pivotal { $0.state(of: point) }
      )
    }
    let narrow: (ReasonSet) -> [Reason] = { set in
      let mine = set.about(point)
      return (state == .failing ? mine.faults : mine).reasons
    }
    let certain = narrow(common)
    return Verdict(
      point: point,
      state: state,
      reasons: certain,
      alternatives: certain.isEmpty ? narrow(likeliest) : [],
      missing: []
    )
  }

  /// All that may be wrong where no more is wrong than need be.
  private var likeliest: ReasonSet {
    leastFaulty.reduce(into: []) { $0.formUnion($1.faults) }
  }

  /// The unknown facts that alone can change what is said of the point.
  ///
  /// Beyond what decides the state this holds what tells the alternatives of a failing point apart.
  func deciding(_ point: Point) -> [Fact] { pivotal { $0.about(point).faults } }

  /// The unknown facts of which a change alone changes an aspect between possible worlds.
  private func pivotal(_ aspect: (ReasonSet) -> some Equatable) -> [Fact] {
    let aspects = reasons.map { $0.map(aspect) }
    return axes.filter { axis in
      aspects.indices.contains { index in
        guard index / axis.stride % axis.radix == 0, axis.radix > 1 else { return false }
        return (0..<axis.radix).contains { one in
          guard let left = aspects[index + one * axis.stride] else { return false }
          return (one + 1..<axis.radix).contains { other in
            guard let right = aspects[index + other * axis.stride] else { return false }
            return left != right
          }
        }
      }
    }.map(\.fact)
  }

  /// The possible worlds in which as little is wrong as what is known allows.
  ///
  /// Repairs are sought for these: what nobody said is wrong is taken to be right.
  var leastFaulty: [(world: World, faults: ReasonSet)] {
    var least: [ReasonSet] = []
    for case let faults? in reasons.lazy.map({ $0?.faults })
    where !least.contains(where: { $0.isSubset(of: faults) }) {
      least.removeAll { faults.isSubset(of: $0) }
      least.append(faults)
    }
    return zip(worlds, reasons).compactMap { world, reasons in
      guard let faults = reasons?.faults, least.contains(faults) else { return nil }
      return (world, faults)
    }
  }
}
