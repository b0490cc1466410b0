/// Answers that a task begins with in some cases.
package struct OtherPrefill: Decodable, Hashable, Sendable {
  /// Facts that must be known to be so; each with the values that will do.
  package let when: [FieldID: [String]]
  package let prefill: [FieldID: String]

  func isMeant(in facts: Facts) -> Bool {
    when.allSatisfy { fact, values in facts[fact].map(values.contains) ?? false }
  }
}

/// One thing to do, and what it changes; an entry of `actions.json` in the catalogues of its portal.
package struct Action: CatalogueEntry {
  package static let table = "actions"

  package let id: String
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String
  /// Who does it, before it is known who that is in the case at hand.
  package let by: Actor
  /// Somebody who must also act before it works.
  package let alsoBy: Actor?
  /// The menu path to it, by its id in `menuPaths.json`.
  package let menuPath: String
  /// The menu path when one submits for a private person, where that differs.
  package let menuPathForPerson: String?
  /// Facts that hold once it is done.
  package let sets: [FieldID: String]
  /// Faults it takes away without changing a fact.
  package let covers: [Fault]
  /// Faults it is an answer to.
  package let answers: [Fault]
  /// The cause outside the points it is an answer to.
  package let answersCause: Cause?
  /// The messages it answers the cause of; any where none is named.
  package let messages: [String]
  /// Facts that must hold for it to work; each with the values that will do.
  package let requires: [FieldID: [String]]
  /// Facts that leave nothing to do with it where they are known to be so; each with those values.
  package let unless: [FieldID: [String]]
  /// Actions that must be part of the same repair.
  package let with: [String]
  /// The flow of the task that does it, if there is one.
  package let flow: FlowID?
  /// Answers that the flow begins with.
  package let prefill: [FieldID: String]
  /// Answers that it begins with instead of those.
  package let instead: OtherPrefill?
  /// Whether it is done before all else: until it is, one sees nothing there as it is.
  package let isBeforeAll: Bool
  /// How much power it gives away: 0 none, 1 a single service, 2 a role, 3 all that a party has.
  package let power: Int
  /// Minutes to wait before it works.
  package let wait: Int
  /// How many steps it takes.
  package let steps: Int

  private enum CodingKeys: String, CodingKey {
    case id, edition, source, checked, by, alsoBy
    case menuPath = "place"
    case menuPathForPerson = "placeForPerson"
    case isBeforeAll = "first"
    case sets, covers, answers,
      answersCause, messages, requires, unless, with, flow, prefill, instead, power, wait, steps
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    edition = try values.decode(PortalEdition.self, forKey: .edition)
    source = try values.decode([String].self, forKey: .source)
    checked = try values.decode(String.self, forKey: .checked)
    by = try values.decode(Actor.self, forKey: .by)
    alsoBy = try values.decodeIfPresent(Actor.self, forKey: .alsoBy)
    menuPath = try values.decode(String.self, forKey: .menuPath)
    menuPathForPerson = try values.decodeIfPresent(String.self, forKey: .menuPathForPerson)
    sets = try values.decodeIfPresent([FieldID: String].self, forKey: .sets) ?? [:]
    covers = try values.decodeIfPresent([Fault].self, forKey: .covers) ?? []
    answers = try values.decodeIfPresent([Fault].self, forKey: .answers) ?? []
    answersCause = try values.decodeIfPresent(Cause.self, forKey: .answersCause)
    messages = try values.decodeIfPresent([String].self, forKey: .messages) ?? []
    requires = try values.decodeIfPresent([FieldID: [String]].self, forKey: .requires) ?? [:]
    unless = try values.decodeIfPresent([FieldID: [String]].self, forKey: .unless) ?? [:]
    with = try values.decodeIfPresent([String].self, forKey: .with) ?? []
    flow = try values.decodeIfPresent(FlowID.self, forKey: .flow)
    prefill = try values.decodeIfPresent([FieldID: String].self, forKey: .prefill) ?? [:]
    instead = try values.decodeIfPresent(OtherPrefill.self, forKey: .instead)
    isBeforeAll = try values.decodeIfPresent(Bool.self, forKey: .isBeforeAll) ?? false
    power = try values.decode(Int.self, forKey: .power)
    wait = try values.decode(Int.self, forKey: .wait)
    steps = try values.decode(Int.self, forKey: .steps)
  }
}
