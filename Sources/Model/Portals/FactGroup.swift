/// Points that share facts, directly or through others, with all the facts that decide them.
///
/// Two groups share no fact, so each is reasoned about alone.
package struct FactGroup: Sendable {
  /// In the order of the portal.
  package let points: [Point]
  /// In the order of the portal.
  package let facts: [FieldID]
  let axes: [WorldAxis]
  /// Every reason of the group: faults, then grounds.
  ///
  /// The index of a reason is its bit in a `ReasonSet`.
  let reasons: [Reason]
  /// All reasons that are faults.
  let faults: ReasonSet
  /// The bits of values that are rare.
  let rare: UInt64
  private let pointMasks: [ReasonSet]
  private let blocking: ReasonSet
  private let notApplying: ReasonSet
  private let rules: [(forbidden: UInt64, reason: ReasonSet)]
  private let faultRules: [(forbidden: UInt64, fault: ReasonSet)]

  init(_ rows: [PointRule], in portal: Portal) {
    points = rows.map(\.point)
    let named = Set(rows.flatMap(\.conditions).flatMap(\.mentions).map(\.field))
    var axes: [WorldAxis] = []
    for row in portal.facts where named.contains(row.fact) {
      let shift = axes.reduce(0) { $0 + $1.words.count }
      axes.append(WorldAxis(fact: row.fact, words: row.values.classes, shift: shift))
    }
    self.axes = axes
    rare = axes.reduce(0) { $0 | $1.bits(portal.rule(of: $1.fact)?.rare ?? []) }
    facts = axes.map(\.fact)

    let faultRows = rows.flatMap { row in row.faults.map { (row.point, $0) } }
    let groundRows = rows.flatMap { row in row.grounds.map { (row.point, $0) } }
    reasons =
      faultRows.map { .fault($0.1.fault) } + groundRows.map { .ground($0.1.ground) }
    let owners = faultRows.map(\.0) + groundRows.map(\.0)
    pointMasks = points.map { point in
      Self.set(owners.indices.filter { owners[$0] == point })
    }
    faults = Self.set(faultRows.indices)
    let grounds = groundRows.enumerated().map { (faultRows.count + $0, $1.1.gives) }
    blocking = Self.set(grounds.filter { $0.1 == .blocked }.map(\.0))
    notApplying = Self.set(grounds.filter { $0.1 == .notApplicable }.map(\.0))

    let conditions = faultRows.map(\.1.when) + groundRows.map(\.1.when)
    rules = conditions.enumerated().flatMap { bit, condition in
      WorldCondition(condition, axes: axes).alternatives.map { ($0, ReasonSet(bit: bit)) }
    }
    let all = faults
    faultRules = rules.filter { all.contains($0.reason) }.map { ($0.forbidden, $0.reason) }
  }

  private static func set(_ bits: some Sequence<Int>) -> ReasonSet {
    bits.reduce(into: []) { $0.formUnion(ReasonSet(bit: $1)) }
  }
}

// MARK: - What holds in a world

extension FactGroup {
  /// All that is to say of the points in each of some worlds: every fault and every ground.
  ///
  /// - Parameter known: What all the worlds have in common.
  func reasons(in worlds: [World], knowing known: World) -> [ReasonSet] {
    var always: UInt64 = 0
    var open: [(forbidden: UInt64, reason: UInt64)] = []
    for rule in rules where known.bits & rule.forbidden == 0 {
      // Of what is known no other value is possible.
      let forbidden = axes.reduce(rule.forbidden) {
        known.bits & $1.mask == 0 ? $0 : $0 & ~$1.mask
      }
      if forbidden == 0 {
        always |= rule.reason.rawValue
      } else {
        open.append((forbidden, rule.reason.rawValue))
      }
    }
    return worlds.map { world in
      var found = always
      for rule in open where world.bits & rule.forbidden == 0 { found |= rule.reason }
      return ReasonSet(rawValue: found)
    }
  }

  /// Whether nothing is wrong in a world but what is covered.
  func isSound(_ world: World, but covered: ReasonSet) -> Bool {
    for rule in faultRules
    where world.bits & rule.forbidden == 0 && !covered.contains(rule.fault) {
      return false
    }
    return true
  }

  /// The reasons that speak of a point.
  func mask(of point: Point) -> ReasonSet {
    points.firstIndex(of: point).map { pointMasks[$0] } ?? []
  }

  /// How a point stands where these reasons, which are all of that point, hold.
  func state(_ reasons: ReasonSet) -> PointState {
    if !reasons.isDisjoint(with: faults) { return .failing }
    if !reasons.isDisjoint(with: blocking) { return .blocked }
    return reasons.isDisjoint(with: notApplying) ? .ok : .notApplicable
  }

  /// The reasons of a set, in their order.
  func list(_ set: ReasonSet) -> [Reason] {
    reasons.enumerated().compactMap { set.contains(ReasonSet(bit: $0)) ? $1 : nil }
  }

  /// The faults of this group among some.
  func set(of faults: some Sequence<Fault>) -> ReasonSet {
    faults.reduce(into: []) { set, fault in
      if let bit = reasons.firstIndex(of: .fault(fault)) { set.formUnion(ReasonSet(bit: bit)) }
    }
  }
}

// MARK: - Whether it can be computed with

extension FactGroup {
  /// The most worlds a group may have, so that going over all of them takes well under a millisecond.
  package static let worldLimit = 1 << 14

  /// How many worlds there are when nothing is known.
  package var worldCount: Int { axes.reduce(1) { $0 * max($1.words.count, 1) } }

  /// Whether values and reasons each fit in a word, and the worlds are few enough.
  package var fits: Bool {
    axes.reduce(0) { $0 + $1.words.count } <= 64 && reasons.count <= 64
      && worldCount <= Self.worldLimit
  }
}

extension Portal {
  /// The groups of points that share facts, in the order of their first points.
  package var groups: [FactGroup] {
    var groups: [[PointRule]] = []
    for row in points {
      let facts = Self.facts(of: row)
      let sharing = groups.indices.filter { index in
        groups[index].contains { !Self.facts(of: $0).isDisjoint(with: facts) }
      }
      let joined = sharing.flatMap { groups[$0] } + [row]
      for index in sharing.reversed() { groups.remove(at: index) }
      groups.insert(joined, at: sharing.first ?? groups.count)
    }
    return groups.map { group in
      FactGroup(points.filter { row in group.contains { $0.point == row.point } }, in: self)
    }
  }

  private static func facts(of row: PointRule) -> Set<FieldID> {
    Set(row.conditions.flatMap(\.mentions).map(\.field))
  }
}
