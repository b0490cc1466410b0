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

    package init(causes: [Cause], evidence: Set<Fault>, passed: [String] = []) {
      self.causes = causes
      self.evidence = evidence
      self.passed = passed
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
