/// What the catalogues tell the engine about services and messages.
package struct Knowledge: Sendable {
  /// What a recognised message says by itself.
  package struct Testimony: Equatable, Sendable {
    /// Points and outside causes, the most likely first.
    package private(set) var causes: [Cause]
    /// Faults of which at least one is present; empty when the message settles nothing.
    ///
    /// All of them belong to one group of points.
    package private(set) var evidence: Set<Fault>
    /// The gates of the portal that the message lies behind.
    package let passed: [String]
    /// Whether it is no more than a sign of what it says.
    package private(set) var isSign: Bool
    /// Facts that explain it without its evidence, by the value that does.
    package let unless: [FieldID: String]
    /// Facts that must be known to be so before its evidence counts, by their value.
    package let given: [FieldID: String]
    /// Answers that cannot be of the submission it is about.
    package let excludes: [FieldID: [String]]
    /// Whether no point can be behind it but those it names.
    package let namesAll: Bool

    package init(
      causes: [Cause],
      evidence: Set<Fault>,
      passed: [String] = [],
      isSign: Bool = false,
      unless: [FieldID: String] = [:],
      given: [FieldID: String] = [:],
      excludes: [FieldID: [String]] = [:],
      namesAll: Bool = false
    ) {
      self.causes = causes
      self.evidence = evidence
      self.passed = passed
      self.isSign = isSign
      self.unless = unless
      self.given = given
      self.excludes = excludes
      self.namesAll = namesAll
    }

    /// What it still says where some facts are known: nothing is proven while what would explain it has not
    /// been asked for, nor where that holds; where nobody knows, what it proves is no more than likely.
    func held(against facts: Facts, in portal: Portal) -> Testimony {
      let isOpen = unless.keys.contains { fact in
        !facts.isSettled(fact) && portal.isRelevant(fact, in: facts) != false
      }
      let isExplained = unless.contains { facts[$0.key] == $0.value }
      let proven = Set(evidence.compactMap(portal.point).map { Cause($0) })
      var held = self
      if isExplained { held.causes.removeAll(where: proven.contains) }
      if isOpen || isExplained || given.contains(where: { facts[$0.key] != $0.value }) {
        held.evidence = []
      }
      if unless.keys.contains(where: facts.declined.contains) { held.isSign = true }
      return held
    }

    /// Whether it may be about a point; what was explained away names none, and so may be about any.
    func mayConcern(_ point: Point) -> Bool {
      !namesAll || causes.isEmpty || causes.contains(Cause(point))
    }

    /// Whether it names a cause outside the points beside them.
    var namesOutside: Bool { causes.contains { $0.point == nil } }

    /// Whether it leaves room for what else is said to be wrong: it tells nothing of where the fault is, or names one of
    /// these causes.
    func leavesRoom(for causes: [Cause]) -> Bool {
      self.causes == [.unknown] || self.causes.contains(where: causes.contains)
    }

    /// Whether a point is one that it names, or it tells nothing of where the fault is.
    func mayName(_ point: Point) -> Bool {
      causes == [.unknown] || causes.contains(Cause(point))
    }

    /// Whether it names nothing but points that have no part in the submission.
    func namesOnly(_ points: [PointRule]) -> Bool {
      !causes.isEmpty && causes.allSatisfy { cause in points.contains { Cause($0.point) == cause } }
    }

    /// The same where points have no part in the submission: what the message names of these is a trouble
    /// of its own, which comes after all else that it names.
    func without(_ points: [PointRule]) -> Testimony {
      let aside = points.filter { causes.contains(Cause($0.point)) }.compactMap(\.aside)
      guard !aside.isEmpty else { return self }
      let apart = points.filter { $0.aside != nil }.map { Cause($0.point) }
      var left = self
      left.causes = causes.filter { !apart.contains($0) } + aside
      return left
    }
  }

  private let classes: [FieldID: [String: String]]
  private let testimonies: [String: Testimony]
  private let oldRolesUntil: [String: Day]
  private let common: Set<String>

  /// - Parameters:
  ///   - classes: For each fact that a catalogue gives the values of, the class of those entries that
  ///     are not of the last one.
  ///   - testimonies: What each message says, by its id.
  ///   - oldRolesUntil: The last day on which old roles open a service, by its id.
  ///   - common: The messages that other programs write too, by their ids.
  package init(
    classes: [FieldID: [String: String]],
    testimonies: [String: Testimony],
    oldRolesUntil: [String: Day] = [:],
    common: Set<String> = []
  ) {
    self.classes = classes
    self.testimonies = testimonies
    self.oldRolesUntil = oldRolesUntil
    self.common = common
  }

  /// Whether nobody can know that a message is what it is taken for: it is what people say happens, or other programs
  /// write the same.
  func isGuessed(_ message: String) -> Bool {
    Message.isSymptom(message) || common.contains(message)
  }

  /// The last day on which old roles open a service; `nil` where no source says.
  func lastDayOfOldRoles(_ service: String) -> Day? { oldRolesUntil[service] }

  /// The index of the class that the rules see a value as.
  func index(of value: String, among words: [String], of fact: FieldID) -> Int? {
    guard let classes = classes[fact] else { return words.firstIndex(of: value) }
    return classes[value].flatMap(words.firstIndex) ?? words.indices.last
  }

  /// What else is true of a submission with an entry of a catalogue.
  func implied(by value: String, of row: FactRule) -> [FieldID: String] {
    guard value != Fact.unknown, !row.implies.isEmpty else { return [:] }
    let words = row.values.classes
    return index(of: value, among: words, of: row.fact).flatMap { row.implies[words[$0]] } ?? [:]
  }

  /// What the known message says, if one is known.
  package func testimony(of message: String?) -> Testimony? {
    message.flatMap { testimonies[$0] }
  }
}
