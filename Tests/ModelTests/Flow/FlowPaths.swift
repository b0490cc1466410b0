import Model
import TestSupport

/// Every way through a flow: each answer of each choice at each step, once.
struct FlowPaths {
  /// The end of one way.
  struct End {
    let walk: Walk
    /// The steps passed, in order.
    let passed: [StepID]
  }

  private let start: Walk
  /// The answers that are tried in some fields, in place of all.
  private let tried: [FieldID: [String]]

  init(_ flow: Flow, trying tried: [FieldID: [String]] = [:]) {
    start = Walk(flow, engine: Content.embedded.engine(of: flow.edition))
    self.tried = tried
  }

  /// Where each way ends: at the receipt, or where it had more steps than the flow has.
  var ends: [End] {
    var found: [End] = []
    var open = [End(walk: start, passed: [start.current.id])]
    while let next = open.popLast() {
      guard next.walk.current.kind != .receipt, next.passed.count <= start.flow.steps.count else {
        found.append(next)
        continue
      }
      for var walk in answered(next.walk) {
        walk.advance()
        open.append(End(walk: walk, passed: next.passed + [walk.current.id]))
      }
    }
    return found
  }

  /// The walk with each answer to the step it is at.
  private func answered(_ walk: Walk) -> [Walk] {
    walk.current.fields.reduce([walk]) { walks, field in
      walks.flatMap { walk in
        answers(to: field).map { answer in
          var walk = walk
          walk.give(answer, to: field.id)
          return walk
        }
      }
    }
  }

  private func answers(to field: Field) -> [String] {
    if let answers = tried[field.id] { return answers }
    if case .choice(let choices) = field.input { return field.offered(choices) }
    return [field.leastAnswer]
  }
}

extension Walk {
  /// Goes on with the answers given, and leaves each other question open, until the receipt.
  ///
  /// - Returns: The steps passed.
  mutating func passed(with answers: [FieldID: String]) -> [StepID] {
    var steps = [current.id]
    for _ in flow.steps where current.kind != .receipt {
      for field in current.fields {
        if let answer = answers[field.id] {
          give(answer, to: field.id)
        } else if answer(field.id) == nil {
          give(field.leastAnswer, to: field.id)
        }
      }
      advance()
      steps.append(current.id)
    }
    return steps
  }
}
