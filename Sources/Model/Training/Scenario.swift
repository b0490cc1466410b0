/// An exercise as a value: who calls, what they say, and how things really are.
package struct Scenario: Equatable, Sendable {
  /// What it was drawn from; the same words give the same exercise (``ScenarioDraw``).
  package internal(set) var id: ScenarioID
  package let level: Int
  package let world: HiddenWorld
  package internal(set) var caller: TrainingCaller
  /// Whom the submission is for: a made-up number that nobody has.
  package internal(set) var party: String
  /// Which of the things people say for an answer fits who calls, counted from 0.
  package let phrases: [FieldID: Int]
  /// What is known from the start: what the caller's opening states, with what follows from it.
  package internal(set) var told = Facts()
  /// Who cannot be reached while the call lasts; where nobody else can act, waiting is its right end.
  package internal(set) var away: Set<Actor> = []

  package var edition: PortalEdition { id.edition }

  /// Whether hints are offered: on the two highest levels one manages alone.
  package var hasHints: Bool { level < 4 }
}

/// The name of an exercise: `v4/altinn2/6/ULV`, or `v4/altinn3/L2/ULV` for one that is drawn; `v4/altinn2/6/ULV+3` is
/// the same situation with another caller.
///
/// It begins with the version of what it was drawn from, so that a name never comes to mean another call: of another
/// version there is none to play. One without it is from before names had any.
package struct ScenarioID: Hashable, Sendable, CustomStringConvertible {
  /// The version of the exercises there are now: the next number whenever a name would stand for another call, or one
  /// that is worth another score.
  package static let current = 4
  /// Before names had any.
  private static let first = 1

  package let version: Int
  package let edition: PortalEdition
  /// The exercise made by hand, `L` and the level, or `P` and the place of the fault that is practised.
  package let name: String
  package let seed: String
  /// Which of the callers it is: 0 for the seed's own, the others in ``variants``.
  package let variant: Int

  package init(
    _ edition: PortalEdition,
    _ name: String,
    seed: String,
    variant: Int = 0,
    version: Int = ScenarioID.current
  ) {
    self.version = version
    self.edition = edition
    self.name = name
    self.seed = seed
    self.variant = variant
  }

  /// Reads what ``description`` wrote; `nil` for anything else.
  package init?(_ text: String) {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var version = Self.first
    if parts.count == 4 {
      let mark = parts.removeFirst()
      guard mark.first == "v", let number = Int(mark.dropFirst()) else { return nil }
      version = number
    }
    guard parts.count == 3, let edition = PortalEdition(rawValue: parts[0]) else { return nil }
    let words = parts[2].split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    let variant = words.count == 1 ? 0 : Int(words[1]) ?? 0
    self.init(edition, parts[1], seed: words[0], variant: variant, version: version)
    guard words.count == 1 || Self.variants.contains(variant), Self.isWord(parts[1]),
      Self.isWord(seed), description == text
    else { return nil }
  }

  /// The other callers there are of one seed.
  package static let variants = 1...99

  /// Whether a word can be a seed: letters A–Z, digits and hyphens, at most 12.
  package static func isWord(_ text: String) -> Bool {
    (1...12).contains(text.utf8.count)
      && text.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// Whether it is of the exercises there are now.
  package var isCurrent: Bool { version == Self.current }

  /// The level of an exercise that is drawn.
  package var drawnLevel: Int? {
    guard name.hasPrefix("L"), let level = Int(name.dropFirst()) else { return nil }
    return ScenarioDraw.levels.contains(level) ? level : nil
  }

  /// The place of the fault that is practised in one that is drawn for it, counted from 1.
  package var practised: Int? { name.hasPrefix("P") ? Int(name.dropFirst()) : nil }

  /// The same situation with another caller, or with the seed's own for 0.
  package func with(variant: Int) -> ScenarioID {
    ScenarioID(edition, name, seed: seed, variant: variant, version: version)
  }

  package var description: String { (version == Self.first ? "" : "v\(version)/") + words }

  /// What is drawn with: the name without its version, so that what a new version changes nothing in stays as it was.
  package var words: String {
    "\(edition.rawValue)/\(name)/\(seed)" + (variant == 0 ? "" : "+\(variant)")
  }
}
