/// What follows from what is answered.
extension Walk {
  /// What counts of all that was said about the submission.
  package var facts: Facts { answers.inference.facts }

  /// What follows from what counts.
  package var diagnosis: Diagnosis { answers.inference.diagnosis }

  /// The ways to mend it, the best first.
  package var repairs: [Repair] { answers.inference.repairs }

  /// What there is to do by what is known.
  package var advice: Advice { answers.inference.advice }

  /// What is done about a cause outside the points.
  package func action(against cause: Cause) -> Action? { engine.action(against: cause) }

  /// The planner's choice, with its reason; `nil` when nothing is left to ask.
  package var planned: Planner.Choice? { answers.inference.planned }

  /// What is still worth asking about a point.
  package func open(in point: Point) -> [FieldID] {
    answers.inference.planner.open(in: point)
  }

  /// The tasks that the ways out are made of, the best way's first, each once.
  package var tasks: [Action] {
    var seen: Set<String> = []
    let diagnosis = self.diagnosis
    return repairs.flatMap(\.actions).filter { action in
      action.start != nil && diagnosis.calls(for: action) && seen.insert(action.id).inserted
    }
  }

  /// Whether nobody can send without logging in, so that nothing here is about a system access.
  package var needsLogin: Bool { answers.inference.needsLogin }
}
