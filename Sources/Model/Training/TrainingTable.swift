/// What training has of a portal: situations in which all is well, what can be wrong in them, who can find
/// out what, and the exercises; `training.json` in the catalogues of the portal.
package struct TrainingTable: Decodable, Sendable {
  /// A situation in which a submission succeeds.
  package struct Base: Decodable, Sendable {
    package let id: String
    /// Every fact that has a meaning there.
    package let facts: [FieldID: String]
    /// Which of the things people say for an answer fits who calls, counted from 0.
    let phrases: [FieldID: Int]?
  }

  /// A fault as a caller meets it.
  package struct FaultRow: Decodable, Sendable {
    package let fault: Fault
    /// The situations it can be drawn in.
    package let bases: [String]
    /// What is otherwise than in the situation.
    package let facts: [FieldID: String]
    /// What is read aloud while no gate before it stops the submission: a message, or what is seen where
    /// there is none.
    package let message: String
    /// How it was before, where that is not as usual.
    let past: [Past: String]?
  }

  /// A message whose cause lies outside the points, as a caller may meet it.
  package struct Outside: Decodable, Sendable {
    package let message: String
    /// The situations it can be drawn in.
    package let bases: [String]
    /// How it was before, where that is not as usual.
    let past: [Past: String]?
  }

  /// Who else can do what somebody does, and knows what they know.
  package struct StandIn: Decodable, Sendable {
    package let actor: Actor
    package let by: [Actor]
    /// The one action that they can do instead; `nil` for all that somebody does and knows.
    package let action: String?
    package let source: [String]
  }

  /// Two names for one party, where things were so when the call began: the firm one works in may be whom it sends for.
  struct SameParty: Decodable, Sendable {
    let actor: Actor
    let other: Actor
    let given: [FieldID: [String]]
  }

  /// One of the things people say for an answer, which is so only where other facts are so too.
  ///
  /// Where there are several rows for one, it is enough that one of them fits.
  package struct Phrase: Decodable, Sendable {
    package let fact: FieldID
    package let value: String
    /// Which of them, counted from 0.
    package let place: Int
    package let given: [FieldID: [String]]
  }

  package let edition: PortalEdition
  package let bases: [Base]
  /// In the order in which the portal is taken to look: an order of training's own, documented nowhere.
  package let faults: [FaultRow]
  package let outside: [Outside]
  /// What the opening of a call that is drawn states.
  let states: [FieldID]
  /// Who can find out a fact where the caller cannot.
  package let knowers: [FieldID: Actor]
  package let standIns: [StandIn]
  let same: [SameParty]
  /// Who is there only in some situations.
  let only: [Actor: [FieldID: [String]]]
  package let said: [Phrase]
  /// The facts that people use one word for, by that word.
  package let wrongWords: [String: [FieldID]]
  /// The actions that giving somebody all roles comes to.
  package let roles: [String]
  /// What can happen while a call goes on.
  package let events: [TrainingEvent]
  package let exercises: [Exercise]

  /// - Throws: `AssetSource.Failure` when the file is missing, malformed or of another portal.
  package init(of edition: PortalEdition, from assets: AssetSource) throws(AssetSource.Failure) {
    let name = "catalogues/\(edition.rawValue)/training.json"
    self = try assets.decode(TrainingTable.self, from: name)
    guard self.edition == edition else { throw .malformed(name, detail: "another portal") }
  }

  func base(_ id: String) -> Base? { bases.first { $0.id == id } }

  /// How things are in a situation with some faults; `nil` where there is no such situation.
  package func facts(_ base: String, with wrong: [Fault]) -> [FieldID: String]? {
    self.base(base).map { base in
      wrong.compactMap(row).map(\.facts).reduce(base.facts) { $0.merging($1) { $1 } }
    }
  }

  /// Which of the things people say for an answer fits who calls.
  func phrases(_ base: String, _ exercise: Exercise? = nil) -> [FieldID: Int] {
    (self.base(base)?.phrases ?? [:]).merging(exercise?.phrases ?? [:]) { $1 }
  }

  /// The places of those things people say for an answer that are so as things are; all, where none is.
  package func places(
    of fact: FieldID,
    saying value: String,
    among count: Int,
    in facts: [FieldID: String]
  ) -> [Int] {
    let rows = said.filter { $0.fact == fact && $0.value == value }
    let fitting = (0..<count).filter { place in
      let own = rows.filter { $0.place == place }
      return own.isEmpty || own.contains { $0.given.holds(in: facts) }
    }
    return fitting.isEmpty ? Array(0..<count) : fitting
  }

  func row(of fault: Fault) -> FaultRow? { faults.first { $0.fault == fault } }

  /// The word that somebody uses for a fact who mixes up words; `nil` where there is none.
  package func wrongWord(for fact: FieldID) -> String? {
    wrongWords.keys.sorted().first { wrongWords[$0]?.contains(fact) == true }
  }
}

extension [FieldID: [String]] {
  /// Whether each of the facts has one of its values.
  package func holds(in facts: [FieldID: String]) -> Bool {
    allSatisfy { fact, values in facts[fact].map(values.contains) ?? false }
  }
}

/// An exercise made by hand: one situation with a caller who has a name.
///
/// The words are in the texts under `exercise.<id>.`.
package struct Exercise: Decodable, Sendable {
  /// Such as `6` or `S2`.
  package let id: String
  package let level: Int
  package let base: String
  package let faults: [Fault]
  /// What is otherwise than in the situation, beyond the faults.
  package let facts: [FieldID: String]
  /// A message whose cause lies outside the points.
  package let outside: String?
  /// What the caller's opening states.
  let states: [FieldID]
  /// What the caller is like; the variants differ in it.
  package let tempers: [[Temper]]
  /// Facts that the caller can look up, when shown where.
  package let looks: [FieldID]
  /// Facts that the caller cannot see.
  package let cannot: [FieldID]
  /// A fact the caller is wrong about, with what they say.
  package let belief: [FieldID: String]
  /// Which of the things people say for an answer fits who calls, beyond those of the situation.
  let phrases: [FieldID: Int]
  /// How it was before, where that is otherwise than with the fault elsewhere.
  let past: [Past: String]

  private enum CodingKeys: String, CodingKey {
    case id, level, base, faults, facts, outside, states, tempers, looks, cannot, belief,
      phrases, past
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    level = try values.decode(Int.self, forKey: .level)
    base = try values.decode(String.self, forKey: .base)
    faults = try values.decodeIfPresent([Fault].self, forKey: .faults) ?? []
    facts = try values.decodeIfPresent([FieldID: String].self, forKey: .facts) ?? [:]
    outside = try values.decodeIfPresent(String.self, forKey: .outside)
    states = try values.decodeIfPresent([FieldID].self, forKey: .states) ?? []
    tempers = try values.decode([[Temper]].self, forKey: .tempers)
    looks = try values.decodeIfPresent([FieldID].self, forKey: .looks) ?? []
    cannot = try values.decodeIfPresent([FieldID].self, forKey: .cannot) ?? []
    belief = try values.decodeIfPresent([FieldID: String].self, forKey: .belief) ?? [:]
    phrases = try values.decodeIfPresent([FieldID: Int].self, forKey: .phrases) ?? [:]
    past = try values.decodeIfPresent([Past: String].self, forKey: .past) ?? [:]
  }
}
