/// How long what is kept is kept, in days since it was last changed: `catalogues/common/retention.json`.
///
/// The periods are a proposal; whoever is responsible for the data decides, by a table of their own.
/// Cases of faults go after 90 days, since nothing is left to do; a datasystem is in use for years.
package struct Retention: Hashable, Decodable, Sendable {
  /// How long the cases of one flow are kept.
  package struct Rule: Hashable, Codable, Sendable {
    package let flow: FlowID
    /// Those that are closed.
    package let finished: Int
    /// Those that are open or waiting; `nil` keeps them.
    package let unfinished: Int?
  }

  /// How long cases are kept.
  package struct Periods: Hashable, Decodable, Sendable {
    /// Those that are closed.
    package let finished: Int
    /// Those that are open or waiting; `nil` keeps them.
    package let unfinished: Int?
  }

  /// How long the lines of the trail are kept.
  package let trail: Int
  package let cases: [Rule]
  /// The periods of a flow that has no rule; `nil` keeps its cases.
  package let otherwise: Periods?

  package init(trail: Int, cases: [Rule], otherwise: Periods? = nil) {
    self.trail = trail
    self.cases = cases
    self.otherwise = otherwise
  }

  /// The same, with a rule for each of some flows that has none.
  package func covering(_ flows: [FlowID]) -> Retention {
    guard let otherwise else { return self }
    let missing = Set(flows).subtracting(cases.map(\.flow))
    let added = flows.filter(missing.contains).map {
      Rule(flow: $0, finished: otherwise.finished, unfinished: otherwise.unfinished)
    }
    return Retention(trail: trail, cases: cases + added, otherwise: otherwise)
  }

  /// The same, but everything that is closed goes after so many days, and nothing else does.
  package func closedOnly(after days: Int) -> Retention {
    Retention(
      trail: trail,
      cases: cases.map { Rule(flow: $0.flow, finished: days, unfinished: nil) }
    )
  }
}

/// What was purged, or would be.
package struct PurgeReport: Hashable, Codable, Sendable {
  /// Whether anything was deleted at all.
  package let dryRun: Bool
  /// The numbers of the cases deleted, by flow.
  package let deleted: [FlowID: [Int64]]
  /// How many lines were taken out at the beginning of the trail.
  package let trailLines: Int

  package init(dryRun: Bool, deleted: [FlowID: [Int64]], trailLines: Int) {
    self.dryRun = dryRun
    self.deleted = deleted
    self.trailLines = trailLines
  }

  package var count: Int { deleted.values.reduce(0) { $0 + $1.count } }
}
