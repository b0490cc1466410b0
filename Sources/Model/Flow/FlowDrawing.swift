extension Flow {
  /// The flow as a graph for Graphviz: `veiviser flow draw findFault | dot -Tsvg`.
  package var graph: String {
    var lines = ["digraph \(id) {", "  rankdir=LR;", "  node [shape=box];"]
    for step in steps {
      let shape =
        switch step.kind {
        case .question: "box"
        case .reading, .program, .kept, .recognised, .overview, .tasks, .rights, .letter,
          .messages, .review:
          "note"
        case .conclusion, .receipt: "doubleoctagon"
        }
      lines.append("  \(quoted(step.id.rawValue)) [shape=\(shape)];")
    }
    if steps.contains(where: { $0.routes.contains { $0.target == .planned } }) {
      lines.append("  planner [shape=diamond];")
      for id in destinations(of: .planned) {
        lines.append("  planner -> \(quoted(id.rawValue))\(label(step(id)?.condition ?? .always));")
      }
    }
    for step in steps {
      for route in step.routes {
        let target =
          switch route.target {
          case .step(let id): quoted(id.rawValue)
          case .planned: "planner"
          case .end: "end"
          }
        lines.append("  \(quoted(step.id.rawValue)) -> \(target)\(label(route.when));")
      }
    }
    return (lines + ["  end [shape=circle];", "}", ""]).joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  private func label(_ condition: Condition) -> String {
    condition == .always ? "" : " [label=\(quoted(condition.description))]"
  }
}

extension Condition: CustomStringConvertible {
  /// The condition as it is read aloud by somebody who knows the field names.
  package var description: String {
    switch self {
    case .always: "always"
    case .isOne(let values, let field): "\(field.rawValue) = \(values.joined(separator: "|"))"
    case .known(let field): "\(field.rawValue) known"
    case .not(let condition): "not (\(condition.description))"
    case .all(let conditions): conditions.map(\.description).joined(separator: " and ")
    case .any(let conditions):
      conditions.map { "(\($0.description))" }.joined(separator: " or ")
    case .circumstance(.liesOutside): "cause outside the points"
    case .circumstance(.newFault): "new fault found"
    case .circumstance(.nothingToAsk): "nothing left to ask"
    case .circumstance(.hasUnknownText): "an unknown text"
    case .circumstance(.hasCandidates): "like some messages"
    case .circumstance(.isAmongWords): "a message among other words"
    case .circumstance(.isSilent): "no message"
    case .circumstance(.hasTasks): "a task to begin"
    case .circumstance(.needsLogin): "somebody must log in to send"
    }
  }
}
