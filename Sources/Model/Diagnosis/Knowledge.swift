/// What the catalogues tell the engine about services and messages.
package struct Knowledge: Sendable {
  /// What a recognised message says by itself.
  package struct Testimony: Equatable, Sendable {
    /// Points and outside causes, the most likely first.
    package let causes: [Cause]
    /// Faults of which at least one is present; empty when the message settles nothing.
    ///
    /// All of them belong to one group of points.
    package let evidence: Set<Fault>
    /// The gates of the portal that the message lies behind.
    package let passed: [String]
    /// Whether it is no more than a sign of what it says.
    package let isSign: Bool
    /// Facts that explain it without its evidence, by the value that does.
    package let unless: [FieldID: String]

    package init(
      causes: [Cause],
      evidence: Set<Fault>,
      passed: [String] = [],
      isSign: Bool = false,
      unless: [FieldID: String] = [:]
    ) {
      self.causes = causes
      self.evidence = evidence
      self.passed = passed
      self.isSign = isSign
      self.unless = unless
    }

    /// What it still says where some facts are known: nothing is proven while what would explain it has not
    /// been asked for, nor where that holds; where nobody knows, what it proves is no more than likely.
    func held(against facts: Facts, in portal: Portal) -> Testimony {
      guard !unless.isEmpty else { return self }
      let isOpen = unless.keys.contains { fact in
        !facts.isSettled(fact) && portal.isRelevant(fact, in: facts) != false
      }
      let explained = unless.contains { facts[$0.key] == $0.value }
      let proven = Set(evidence.compactMap(portal.point).map { Cause($0) })
      return Testimony(
        causes: explained ? causes.filter { !proven.contains($0) } : causes,
        evidence: isOpen || explained ? [] : evidence,
        passed: passed,
        isSign: isSign || unless.keys.contains(where: facts.declined.contains),
        unless: unless
      )
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
      return Testimony(
        causes: causes.filter { !apart.contains($0) } + aside,
        evidence: evidence,
        passed: passed,
        isSign: isSign,
        unless: unless
      )
    }
  }

  private let classes: [FieldID: [String: String]]
  private let testimonies: [String: Testimony]

  /// - Parameters:
  ///   - classes: For each fact that a catalogue gives the values of, the class of those entries that
  ///     are not of the last one.
  ///   - testimonies: What each message says, by its id.
  package init(classes: [FieldID: [String: String]], testimonies: [String: Testimony]) {
    self.classes = classes
    self.testimonies = testimonies
  }

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
