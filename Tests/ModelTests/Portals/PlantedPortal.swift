import Foundation
import Model

/// A small sound portal, and the same with something wrong in it.
struct PlantedPortal {
  var message: FieldID = "message"
  var facts = [messageRow, row("a"), row("b", after: "a")]
  var points = [
    PointRule("p", faults: [fault("f", "a")], grounds: [ground("g", "a")]),
    PointRule("q", faults: [fault("h", "b")], grounds: [ground("k", "b")]),
  ]
  var actors = [ActorRule("x")]
  var priorOutside = 0.1
  var actions: [[String: Any]] = [
    ["id": "doF", "by": "x", "sets": ["a": "yes"], "answers": ["f"]],
    ["id": "doH", "by": "x", "sets": ["b": "yes"], "answers": ["h"]],
  ]
  var messages: [[String: Any]] = [["id": "M", "causes": ["p"], "evidence": ["f"]]]

  static let messageRow = FactRule("message", .entry(of: .messages, classes: []))

  static func row(
    _ fact: FieldID,
    _ values: [String] = ["yes", "no"],
    counts: Condition = .always,
    after: FieldID? = nil,
    unanswered: Double = 0.1,
    points: [Point] = []
  ) -> FactRule {
    FactRule(
      fact,
      .choices(values.map { Choice($0) }),
      counts: counts,
      points: points,
      inquiry: Inquiry(at: .anywhere, seconds: 1, unanswered: unanswered, after: after)
    )
  }

  static func fault(_ fault: Fault, _ fact: FieldID, prior: Double = 0.1) -> FaultRule {
    FaultRule(fault, when: .is(fact, "no"), fact, prior)
  }

  static func ground(_ ground: Ground, _ fact: FieldID) -> GroundRule {
    GroundRule(ground, when: .is(fact, "yes"))
  }

  /// The sound portal, changed.
  static func with(_ change: (inout PlantedPortal) -> Void) -> PlantedPortal {
    var planted = PlantedPortal()
    change(&planted)
    return planted
  }

  func audit() throws -> PortalAudit {
    let portal = Portal(
      edition: .altinn2,
      message: message,
      facts: facts,
      points: points,
      actors: actors,
      priorOutside: priorOutside,
      usesPersonPath: .not(.always)
    )
    let common: [String: Any] = ["edition": "altinn2", "source": ["P1"], "checked": "2026-11-23"]
    let plain: [String: Any] = ["place": "inProgram", "power": 0, "wait": 0, "steps": 1]
    return PortalAudit(
      portal,
      actions: try decoded(actions.map { $0.merging(common.merging(plain) { $1 }) { $1 } }),
      messages: try decoded(messages.map { $0.merging(common) { $1 } })
    )
  }

  private func decoded<Entry: Decodable>(_ entries: [[String: Any]]) throws -> [Entry] {
    let data = try JSONSerialization.data(withJSONObject: entries)
    return try JSONDecoder().decode([Entry].self, from: data)
  }
}
