import Foundation
import Model
import TestSupport

/// Actions and complete cases drawn at random, for laws that must hold of any catalogue.
enum RandomActions {
  /// Actions that each change facts of one group, with figures of a small range.
  static func draw(
    _ count: Int,
    for engine: Engine,
    using random: inout Seeded
  ) throws -> [Action] {
    let entries = (0..<count).map { index -> [String: Any] in
      let group = random.pick(engine.groups)
      let faults = engine.portal.faults.filter {
        engine.portal.point(of: $0.fault).map(group.points.contains) ?? false
      }.map(\.fault.rawValue)
      var entry: [String: Any] = [
        "id": "a\(index)", "edition": engine.portal.edition.rawValue, "source": ["P1"],
        "checked": "2026-11-23", "place": "inProgram",
        "by": random.pick(engine.portal.actors).actor.rawValue,
        "answers": (0...random.int(1...4)).map { _ in random.pick(faults) },
        "sets": values(of: group, random.int(1...4), engine, &random),
        "power": random.int(0...1), "wait": random.int(0...1), "steps": random.int(1...3),
      ]
      if random.int(0...3) == 0 { entry["covers"] = [random.pick(faults)] }
      if random.int(0...3) == 0 {
        entry["requires"] = values(of: group, 1, engine, &random).mapValues { [$0] }
      }
      return entry
    }
    let data = try JSONSerialization.data(withJSONObject: entries)
    return try JSONDecoder().decode([Action].self, from: data)
  }

  /// A complete case in which most is in order.
  static func facts(for engine: Engine, using random: inout Seeded) -> Facts {
    var facts = Facts()
    for row in engine.portal.facts where row.fact != engine.portal.message {
      facts[row.fact] = random.pick(row.values.classes)
    }
    return facts
  }

  private static func values(
    of group: FactGroup,
    _ count: Int,
    _ engine: Engine,
    _ random: inout Seeded
  ) -> [String: String] {
    (0..<count).reduce(into: [:]) { values, _ in
      let fact = random.pick(group.facts)
      values[fact.rawValue] = random.pick(engine.portal.rule(of: fact)?.values.classes ?? [])
    }
  }
}
