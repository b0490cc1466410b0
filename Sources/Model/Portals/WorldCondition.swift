/// A condition made ready for the innermost loop.
///
/// It holds in a world in which, for one of its alternatives, none of the forbidden bits is set.
struct WorldCondition: Sendable {
  /// The forbidden bits of each alternative; none at all for what no world fulfils.
  let alternatives: [UInt64]

  /// - Parameter axes: The facts the condition may speak of; every other fact fulfils nothing.
  init(_ condition: Condition, axes: [WorldAxis]) {
    alternatives = Self.alternatives(of: condition, isNegated: false, axes)
  }

  func holds(in world: World) -> Bool { alternatives.contains { world.bits & $0 == 0 } }

  private static func alternatives(
    of condition: Condition,
    isNegated: Bool,
    _ axes: [WorldAxis]
  ) -> [UInt64] {
    switch condition {
    case .always, .known: isNegated ? [] : [0]
    case .isOne(let values, let fact):
      axes.first { $0.fact == fact }.map { axis in
        let named = axis.bits(values)
        return possible([isNegated ? named : axis.mask & ~named], axes)
      } ?? []
    case .not(let condition): alternatives(of: condition, isNegated: !isNegated, axes)
    case .all(let parts): joined(parts, asAll: !isNegated, isNegated, axes)
    case .any(let parts): joined(parts, asAll: isNegated, isNegated, axes)
    // Rules of a portal speak of facts alone; its audit names a rule that does not.
    case .circumstance: []
    }
  }

  private static func joined(
    _ parts: [Condition],
    asAll: Bool,
    _ isNegated: Bool,
    _ axes: [WorldAxis]
  ) -> [UInt64] {
    let each = parts.map { alternatives(of: $0, isNegated: isNegated, axes) }
    guard asAll else { return each.flatMap(\.self) }
    return each.reduce([0]) { left, right in
      possible(left.flatMap { one in right.map { one | $0 } }, axes)
    }
  }

  /// Without the alternatives that leave some fact no value.
  private static func possible(_ alternatives: [UInt64], _ axes: [WorldAxis]) -> [UInt64] {
    alternatives.filter { forbidden in
      axes.allSatisfy { axis in forbidden & axis.mask != axis.mask }
    }
  }
}
