/// What is wrong in a case and who must act, as the lists show it.
package struct CaseMarks: Hashable, Sendable {
  package var message: String?
  package var faults: [Fault] = []
  /// Those of which at least one is the case, where no single one is certain.
  package var doubts: [Fault] = []
  package var points: [Point] = []
  package var actor: Actor?
  /// Whether what is wrong is no more than likely.
  package var isLikely = false

  /// What follows from the answers of a case.
  package init(of walk: Walk) {
    let diagnosis = walk.diagnosis
    message = walk.facts[.message]
    points = diagnosis.failing
    faults = diagnosis.certainFaults
    doubts = diagnosis.verdicts.filter { $0.state == .failing }.flatMap(\.alternatives)
      .compactMap(\.fault)
    actor = points.isEmpty ? nil : walk.advice.actions.first.map(diagnosis.actor(of:))
    isLikely = !points.isEmpty && diagnosis.conclusion.certainty == .likely
  }

  /// What is read back from the marks of a case.
  package init(_ marks: [String]) {
    func names(_ kind: String) -> [String] {
      marks.filter { $0.hasPrefix(":\(kind):") }.map { String($0.dropFirst(kind.count + 2)) }
    }
    message = names("message").first
    faults = names("fault").map(Fault.init(rawValue:))
    doubts = names("doubt").map(Fault.init(rawValue:))
    points = names("point").map(Point.init(rawValue:))
    actor = names("actor").first.map(Actor.init(rawValue:))
    isLikely = names("certainty").contains(Certainty.likely.rawValue)
  }

  var all: Set<String> {
    var marks = Set(faults.map { ":fault:\($0)" } + doubts.map { ":doubt:\($0)" })
    marks.formUnion(points.map { ":point:\($0)" })
    if let message { marks.insert(":message:\(message)") }
    if let actor { marks.insert(":actor:\(actor)") }
    if isLikely { marks.insert(":certainty:\(Certainty.likely.rawValue)") }
    return marks
  }
}
