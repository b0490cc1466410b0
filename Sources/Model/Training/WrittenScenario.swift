/// An exercise written out whole, as `train generate --json` prints it and `train check` reads it, for somebody who
/// wants to see what is in one, or to make their own.
package struct WrittenScenario: Codable, Equatable, Sendable {
  /// The form of what is written.
  package static let version = 1

  /// What cannot be read in one.
  package enum Mistake: Error, Equatable, Sendable {
    case version, portal, name, level, unknownFact, message, number, caller
    /// A fact with a value that it never has.
    case value(FieldID)
    /// More failed tries than there can be, or fewer than none.
    case tries
  }

  let level: Int
  /// Every fact, those too that get a meaning when others change.
  let facts: [String: String]
  let outside: String?
  let failedTries: Int
  let party: String
  let phrases: [String: Int]
  let tempers: [String]
  /// Facts that the caller finds when shown where.
  let looks: [String]
  /// Facts that somebody else must be asked for, with who.
  let asks: [String: String]
  let unclear: [String]
  let believes: [String: String]
  let patience: Int?
  /// Who cannot be reached; left out where everybody can.
  let away: [String]?

  package init(_ scenario: Scenario) {
    func texts(_ values: [FieldID: String]) -> [String: String] {
      Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
    }
    let caller = scenario.caller
    level = scenario.level
    facts = texts(scenario.world.all)
    outside = scenario.world.outside
    failedTries = scenario.world.failedTries
    party = scenario.party
    phrases = Dictionary(
      uniqueKeysWithValues: scenario.phrases.map { ($0.key.rawValue, $0.value) }
    )
    tempers = caller.tempers.map(\.rawValue).sorted()
    looks = caller.grasps.filter { $0.value == .canLook }.map(\.key.rawValue).sorted()
    asks = texts(
      caller.grasps.compactMapValues { grasp in
        guard case .cannot(let actor) = grasp else { return nil }
        return actor.rawValue
      }
    )
    unclear = caller.unclear.map(\.rawValue).sorted()
    believes = texts(caller.belief)
    patience = caller.patience
    away = scenario.away.isEmpty ? nil : scenario.away.map(\.rawValue).sorted()
  }
}
