package import Wording
package import Model

/// One thing that can be done from home, in every front end.
package struct HomeEntry: Equatable, Sendable {
  /// A name that is the same in every language.
  package let id: String
  package let label: String
  /// A number beside the label.
  package let hint: String?
  package let destination: Destination

  /// Whether it begins a flow.
  package var isFlow: Bool { if case .flow = destination { true } else { false } }

  /// Every flow from its start, the cases left half way, all there is, and what is due.
  ///
  /// - Parameters:
  ///   - openCases: The cases left half way; `nil` when the store has not answered.
  ///   - due: The requests to be followed up today.
  package static func all(
    _ wording: Wording,
    flows: [FlowID] = Flow.ids,
    openCases: Int?,
    due: Int
  ) -> [HomeEntry] {
    func entry(_ id: String, _ destination: Destination, hint: String? = nil) -> HomeEntry {
      HomeEntry(id: id, label: wording("home.\(id)"), hint: hint, destination: destination)
    }
    let open = openCases.map { wording("home.open", ["count": wording.cappedCount($0)]) }
    let dueToday = wording("home.dueCount", ["count": wording.cappedCount(due)])
    return flows.map {
      HomeEntry(
        id: $0.rawValue,
        label: wording("flow.\($0).start"),
        hint: nil,
        destination: .flow($0)
      )
    }
      + [
        entry("resume", .cases(.unfinished), hint: open), entry("records", .cases(.all)),
      ] + (due > 0 ? [entry("due", .cases(.due), hint: dueToday)] : [])
  }
}
