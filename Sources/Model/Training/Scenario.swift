/// An exercise as a value: who calls, what they say, and how things really are.
package struct Scenario: Equatable, Sendable {
  /// What it was drawn from; the same words give the same exercise (``ScenarioDraw``).
  package let id: ScenarioID
  package let level: Int
  package let world: HiddenWorld
  package internal(set) var caller: TrainingCaller
  /// Whom the submission is for: a made-up number that nobody has.
  package let party: String
  /// Which of the things people say for an answer fits the situation, counted from 0.
  package let phrases: [FieldID: Int]

  package var edition: PortalEdition { id.edition }
}

/// The name of an exercise: `altinn2/6/ULV`, or `altinn3/L2/ULV` for one that is drawn.
package struct ScenarioID: Hashable, Sendable, CustomStringConvertible {
  package let edition: PortalEdition
  /// The exercise made by hand, or `L` and the level.
  package let name: String
  package let seed: String

  package init(_ edition: PortalEdition, _ name: String, seed: String) {
    self.edition = edition
    self.name = name
    self.seed = seed
  }

  /// Reads what ``description`` wrote; `nil` for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let edition = PortalEdition(rawValue: parts[0]),
      parts.dropFirst().allSatisfy(Self.isWord)
    else { return nil }
    self.init(edition, parts[1], seed: parts[2])
  }

  /// Whether a word can be a seed: letters A–Z, digits and hyphens, at most 12.
  package static func isWord(_ text: String) -> Bool {
    (1...12).contains(text.utf8.count)
      && text.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// The level of an exercise that is drawn.
  package var drawnLevel: Int? {
    guard name.hasPrefix("L"), let level = Int(name.dropFirst()) else { return nil }
    return ScenarioDraw.levels.contains(level) ? level : nil
  }

  package var description: String { "\(edition.rawValue)/\(name)/\(seed)" }
}
