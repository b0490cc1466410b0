/// What makes one call like another: facts, never words.
package struct Likeness: Hashable, Codable, Sendable {
  package var edition: PortalEdition
  package var message: String?
  package var service: String?
  /// On whom the ID is registered.
  package var owner: String?
  package var role: CallerRole?

  package init(
    edition: PortalEdition,
    message: String?,
    service: String? = nil,
    owner: String? = nil,
    role: CallerRole? = nil
  ) {
    self.edition = edition
    self.message = message
    self.service = service
    self.owner = owner
    self.role = role
  }

  /// How much another call with the same message weighs: one, and two more for each fact they share.
  package func weight(of other: Likeness) -> Int {
    func same<Value: Equatable>(_ mine: Value?, _ theirs: Value?) -> Int {
      mine != nil && mine == theirs ? 2 : 0
    }
    return 1 + same(service, other.service) + same(owner, other.owner) + same(role, other.role)
  }
}

/// What ended calls like one came to, as causes with counts.
package struct SimilarCases: Hashable, Sendable {
  package struct Count: Hashable, Sendable {
    /// A fault where one is known, else where the fault was.
    package let cause: String
    package let count: Int

    package init(cause: String, count: Int) {
      self.cause = cause
      self.count = count
    }
  }

  package let total: Int
  /// The causes that are frequent enough to be told, the likeliest here first.
  package let causes: [Count]

  /// So few cases say nothing, and could be known again.
  package static let fewest = 5

  /// - Parameter counts: A cause, with how many calls had it and how much these weigh; some perhaps more than
  ///   once.
  package init?(_ counts: [(cause: String, count: Int, weight: Int)]) {
    total = counts.map(\.count).reduce(0, +)
    guard total >= Self.fewest else { return nil }
    var causes: [String: (count: Int, weight: Int)] = [:]
    for (cause, count, weight) in counts where !cause.isEmpty {
      causes[cause, default: (0, 0)].count += count
      causes[cause, default: (0, 0)].weight += weight
    }
    self.causes = causes.filter { $0.value.count >= Self.fewest }
      .sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
      .map { Count(cause: $0.key, count: $0.value.count) }
  }

  /// The calls that came of something else than so many of the first causes, or whose cause was not found.
  package func others(beside shown: Int) -> Int {
    total - causes.prefix(shown).map(\.count).reduce(0, +)
  }
}
