/// What calls with a message came of, as often as it was found.
///
/// It makes some questions come before others and changes no verdict.
package struct Experience: Equatable, Sendable {
  private struct Key: Hashable, Sendable {
    let edition: PortalEdition
    let message: String
  }

  private var found: [Key: [Fault: Int]] = [:]

  /// From so many calls on, what they came of is of more use than a guess.
  package static let least = 50
  /// What is guessed beforehand weighs as much as so many calls.
  static let guessed = 20

  package init() {}

  /// Counts calls in which a fault was found.
  package mutating func add(
    _ count: Int,
    of fault: Fault,
    behind message: String,
    in edition: PortalEdition
  ) {
    found[Key(edition: edition, message: message), default: [:]][fault, default: 0] += count
  }

  /// How many calls about a message tell what it came of; `nil` where they are too few to be gone by.
  package func count(_ message: String?, in edition: PortalEdition) -> Int? {
    let count = faults(behind: message, in: edition).values.reduce(0, +)
    return count < Self.least ? nil : count
  }

  /// How often each fault was found behind a message; nothing where the calls are too few.
  func faults(behind message: String?, in edition: PortalEdition) -> [Fault: Int] {
    let faults = message.flatMap { found[Key(edition: edition, message: $0)] } ?? [:]
    return faults.values.reduce(0, +) < Self.least ? [:] : faults
  }
}
