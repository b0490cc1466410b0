import Foundation
import TestSupport
import Testing

@testable import Model

/// An exercise that is written out is the same when it is read, and nothing else is read as one.
@Suite struct WrittenScenarioTests {
  private static func room(_ edition: PortalEdition) throws -> TrainingRoom {
    try #require(Content.embedded.trainingRoom(of: edition))
  }

  /// The JSON of an exercise, as a tree that can be changed.
  private static func tree(_ scenario: Scenario) throws -> [String: Any] {
    let data = try JSONEncoder().encode(WrittenScenario(scenario))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func read(
    _ tree: [String: Any],
    named name: String,
    version: Int = WrittenScenario.version,
    portal: String
  ) throws -> Scenario {
    let data = try JSONSerialization.data(withJSONObject: tree)
    let written = try JSONDecoder().decode(WrittenScenario.self, from: data)
    return try Content.embedded.scenario(written, named: name, version: version, portal: portal)
      .scenario
  }

  @Test(arguments: PortalEdition.allCases)
  func `an exercise comes back as it was written`(edition: PortalEdition) throws {
    let room = try Self.room(edition)
    let names = room.names(byHand: ["A", "B", "C"], drawn: (0..<20).map(String.init))
    #expect(names.count > 100)
    for id in names {
      let scenario = try #require(room.draw.scenario(id))
      let again = try Self.read(
        try Self.tree(scenario),
        named: "\(id)",
        portal: edition.rawValue
      )
      #expect(again == scenario, "\(id)")
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `what cannot be read is told apart`(edition: PortalEdition) throws {
    let room = try Self.room(edition)
    let id = ScenarioID(edition, "L3", seed: "A")
    let good = try Self.tree(try #require(room.draw.scenario(id)))
    func mistake(
      _ changes: [String: Any] = [:],
      name: String = "\(id)",
      version: Int = WrittenScenario.version,
      portal: String = edition.rawValue
    ) -> WrittenScenario.Mistake? {
      #expect(throws: WrittenScenario.Mistake.self) {
        try Self.read(
          good.merging(changes) { $1 },
          named: name,
          version: version,
          portal: portal
        )
      }
    }
    #expect(mistake(version: 2) == .version)
    #expect(mistake(portal: "altinn9") == .portal)
    for name in ["\(edition.other.rawValue)/L3/A", "L3/A", "\(edition.rawValue)/L3/a b", ""] {
      #expect(mistake(name: name) == .name)
    }
    for level in [-1, 0, 6] { #expect(mistake(["level": level]) == .level) }
    // One that the register may have, one without a control digit, one that is no number.
    for number in ["923609016", "310043215", "31004321", "", "Nordlys"] {
      #expect(mistake(["party": number]) == .number)
    }
    #expect(mistake(["facts": ["no.fact": "yes"]]) == .unknownFact)
    #expect(mistake(["looks": ["no.fact"]]) == .unknownFact)
    #expect(mistake(["facts": ["message": "E1"]]) == .unknownFact)
    #expect(mistake(["facts": ["service": "no service"]]) == .value(.service))
    #expect(mistake(["outside": "no message"]) == .message)
    #expect(mistake(["tempers": ["polite"]]) == .caller)
    #expect(mistake(["patience": 0]) == .caller)
    #expect(mistake(["asks": ["service": "nobody"]]) == .caller)
    #expect(mistake(["away": ["nobody"]]) == .caller)
    #expect(mistake(["phrases": ["message": -1]]) == .caller)
    for tries in [-1, 4, Int.max] { #expect(mistake(["failedTries": tries]) == .tries) }
  }

  @Test(arguments: PortalEdition.allCases)
  func `what can be read and not be solved is found by the proof`(edition: PortalEdition) throws {
    let room = try Self.room(edition)
    for name in ["L1", "L2", "L3", "L4"] {
      let id = ScenarioID(edition, name, seed: "A")
      var tree = try Self.tree(try #require(room.draw.scenario(id)))
      // All is well: nobody has a reason to call.
      tree["facts"] = [String: String](
        uniqueKeysWithValues: room.table.bases[0].facts.map { ($0.key.rawValue, $0.value) }
      )
      tree["outside"] = nil
      let scenario = try Self.read(tree, named: "\(id)", portal: edition.rawValue)
      #expect(!ScenarioProof(scenario, in: room).findings.isEmpty)
      // Nothing is known of how things are.
      tree["facts"] = [String: String]()
      let empty = try Self.read(tree, named: "\(id)", portal: edition.rawValue)
      #expect(!ScenarioProof(empty, in: room).findings.isEmpty)
    }
  }
}
