/// Every way a group of facts may be filled in, given what is known and what a message says.
///
/// The worlds lie in a grid, one axis for each unknown fact, so that worlds which differ in a single
/// fact are found by arithmetic.
package struct Possibilities: Sendable {
  /// One unknown fact: how many values it has, and how far apart they lie in the grid.
  private struct Axis: Sendable {
    let fact: FieldID
    let radix: Int
    let stride: Int
  }

  let group: FactGroup
  private let axes: [Axis]
  private let worlds: [World]
  /// What is to say of each world; `nil` where the message excludes it.
  private let reasons: [ReasonSet?]
  /// Whether what is known leaves no room for what the message says; then the message is set aside.
  package let contradictsMessage: Bool

  package init(of group: FactGroup, facts: Facts, engine: Engine) {
    var known = World()
    var unknown: [WorldAxis] = []
    for axis in group.axes {
      let value = facts[axis.fact].flatMap {
        engine.knowledge.index(of: $0, among: axis.words, of: axis.fact)
      }
      if let value { known.bits |= axis.bit(value) } else { unknown.append(axis) }
    }
    var axes: [Axis] = []
    var worlds = [known]
    for axis in unknown {
      axes.append(Axis(fact: axis.fact, radix: axis.words.count, stride: worlds.count))
      worlds = axis.words.indices.flatMap { value in
        worlds.map { World(bits: $0.bits | axis.bit(value)) }
      }
    }
    self.group = group
    self.axes = axes
    self.worlds = worlds
    let all = group.reasons(in: worlds, knowing: known)
    let evidence = group.set(of: engine.testimony(in: facts)?.evidence ?? [])
    let speaks = !evidence.isEmpty
    contradictsMessage = speaks && all.allSatisfy { $0.isDisjoint(with: evidence) }
    let filters = speaks && !contradictsMessage
    reasons = all.map { filters && $0.isDisjoint(with: evidence) ? nil : $0 }
  }

  /// Whether one of them is how things are.
  ///
  /// - Parameter facts: All that has a meaning.
  package func hold(_ facts: [FieldID: String], _ engine: Engine) -> Bool {
    var real = World()
    for axis in group.axes {
      let index = facts[axis.fact].flatMap {
        engine.knowledge.index(of: $0, among: axis.words, of: axis.fact)
      }
      if let index { real.bits |= axis.bit(index) }
    }
    return zip(worlds, reasons).contains { world, reasons in
      reasons != nil && world.bits & real.bits == real.bits
    }
  }

  /// What can be said of a point: only what holds in every world that is possible.
  ///
  /// - Parameter number: The number people know the point by.
  package func verdict(on point: Point, number: Int) -> Verdict {
    let mask = group.mask(of: point)
    var common = mask
    var held: ReasonSet = []
    var found: PointState?
    for case let reasons? in reasons {
      common.formIntersection(reasons)
      held.formUnion(reasons)
      let state = group.state(reasons.intersection(mask))
      guard state == found ?? state else { return unsettled(point, number, mask) }
      found = state
    }
    guard let state = found else { return unsettled(point, number, mask) }
    let narrow: (ReasonSet) -> [Reason] = { set in
      let mine = set.intersection(mask)
      return group.list(state == .failing ? mine.intersection(group.faults) : mine)
    }
    let certain = narrow(common)
    return Verdict(
      point: point,
      number: number,
      state: state,
      reasons: certain,
      alternatives: certain.isEmpty ? narrow(state == .failing ? likeliest : held) : [],
      missing: []
    )
  }

  /// No verdict, and what could settle it.
  private func unsettled(_ point: Point, _ number: Int, _ mask: ReasonSet) -> Verdict {
    .unknown(
      point,
      number: number,
      missing: pivotal { Self.code(of: group.state($0.intersection(mask))) }
    )
  }

  /// All that may be wrong where no more is wrong than need be, and no more is rare.
  private var likeliest: ReasonSet { usual.reduce(into: []) { $0.formUnion($1.faults) } }

  /// The facts that show what may be wrong of a point where no more is wrong than need be, however rare it is.
  func showing(_ point: Point, in portal: Portal) -> Set<FieldID> {
    let least = leastFaulty.reduce(into: ReasonSet()) { $0.formUnion($1.faults) }
    let faults = group.list(least.intersection(group.mask(of: point))).compactMap(\.fault)
    return Set(faults.compactMap { portal.rule(of: $0)?.shownBy })
  }

  /// The unknown facts that alone can change what is said of the point.
  ///
  /// Beyond what decides the state this holds what tells the alternatives of a failing point apart.
  func deciding(_ point: Point) -> [FieldID] {
    let mask = group.mask(of: point).intersection(group.faults)
    return pivotal { $0.intersection(mask).rawValue }
  }

  /// The unknown facts that matter: changing one alone changes the aspect in some possible world.
  ///
  /// - Parameter aspect: What is looked at, as a number that is not the largest.
  private func pivotal(_ aspect: (ReasonSet) -> UInt64) -> [FieldID] {
    let aspects = reasons.map { $0.map(aspect) ?? Self.excluded }
    return aspects.withUnsafeBufferPointer { aspects in
      axes.filter { Self.matters($0, to: aspects) }.map(\.fact)
    }
  }

  private static func code(of state: PointState) -> UInt64 {
    switch state {
    case .ok: 0
    case .failing: 1
    case .notApplicable: 2
    case .unknown: 3
    case .blocked: 4
    }
  }

  /// The aspect of a world that the message excludes.
  private static let excluded = UInt64.max

  /// Whether two possible worlds that differ along an axis alone differ in their aspect.
  private static func matters(_ axis: Axis, to aspects: UnsafeBufferPointer<UInt64>) -> Bool {
    let span = axis.stride * axis.radix
    for block in stride(from: 0, to: aspects.count, by: span) {
      for first in block..<block + axis.stride {
        var seen = excluded
        for index in stride(from: first, to: first + span, by: axis.stride)
        where aspects[index] != excluded {
          if seen == excluded { seen = aspects[index] }
          if seen != aspects[index] { return true }
        }
      }
    }
    return false
  }

  /// The possible worlds in which as little is wrong as what is known allows.
  ///
  /// Repairs are sought for the usual of these: what nobody said is wrong is taken to be right.
  var leastFaulty: [(world: World, faults: ReasonSet)] {
    var least: [ReasonSet] = []
    for case let faults? in reasons.lazy.map({ $0?.intersection(group.faults) })
    where !least.contains(where: { $0.isSubset(of: faults) }) {
      least.removeAll { faults.isSubset(of: $0) }
      least.append(faults)
    }
    return zip(worlds, reasons).compactMap { world, reasons in
      guard let faults = reasons?.intersection(group.faults), least.contains(faults) else {
        return nil
      }
      return (world, faults)
    }
  }

  /// Those of them in which the least is rare: what is known or proven to be so is so in all of them, and does
  /// not make anything else that is rare more likely.
  var usual: [(world: World, faults: ReasonSet)] {
    let least = leastFaulty
    let rare = least.map { ($0.world.bits & group.rare).nonzeroBitCount }
    guard let fewest = rare.min() else { return least }
    return zip(least, rare).filter { $0.1 == fewest }.map { $0.0 }
  }
}
