/// Something wrong with a flow, found without walking it.
package enum FlowFinding: Equatable, Sendable {
  case empty
  case duplicateStep(StepID)
  case duplicateField(FieldID)
  /// A route leads to a step that does not exist.
  case missingStep(from: StepID, to: StepID)
  /// A route to the planner where the planner can choose no step.
  case nothingPlanned(StepID)
  /// No way leads to the step.
  case unreachable(StepID)
  /// No way leads from the step to the end.
  case deadEnd(StepID)
  /// The routes of a step may all be closed.
  case mayBeStuck(StepID)
  /// The title, a status rule, the review or the day it is due speaks of a question the flow never asks.
  case unknownRecordField(FieldID)
  /// A condition speaks of a question the flow never asks.
  case unknownField(StepID, FieldID)
  /// A condition or an implication names a value that cannot be answered.
  case unknownValue(StepID, FieldID, String)
  /// A choice with fewer than two options, or with one twice.
  case badChoice(FieldID)
  /// The planner may ask for a fact that no step asks for.
  case unasked(FieldID)
}

extension Flow {
  /// Everything wrong with the flow; empty when it is sound.
  ///
  /// Whether every question can be answered by *vet ikke* needs no check: each kind of input has it
  /// or may be left empty.
  package var findings: [FlowFinding] {
    guard let first = steps.first else { return [.empty] }
    return duplicates + routeFindings + reachability(from: first.id) + conditionFindings
      + choiceFindings + plannerFindings + recordFindings
  }

  private var fields: [Field] { steps.flatMap(\.fields) }

  private var duplicates: [FlowFinding] {
    repeated(steps.map(\.id)).map(FlowFinding.duplicateStep)
      + repeated(fields.map(\.id)).map(FlowFinding.duplicateField)
  }

  private func repeated<ID: Hashable>(_ ids: [ID]) -> [ID] {
    var seen: Set<ID> = []
    return ids.filter { !seen.insert($0).inserted }
  }

  private var routeFindings: [FlowFinding] {
    steps.flatMap { step -> [FlowFinding] in
      var found: [FlowFinding] = []
      for route in step.routes {
        if case .step(let id) = route.target, self.step(id) == nil {
          found.append(.missingStep(from: step.id, to: id))
        }
        if route.target == .planned, destinations(of: .planned).isEmpty {
          found.append(.nothingPlanned(step.id))
        }
      }
      if step.routes.last?.when != .always { found.append(.mayBeStuck(step.id)) }
      return found
    }
  }

  private func reachability(from start: StepID) -> [FlowFinding] {
    var reached: Set<StepID> = [start]
    var ending: Set<StepID> = []
    // A step is passed at most once on each round, so as many rounds as steps are enough.
    for _ in steps {
      for step in steps {
        var next = step.routes.flatMap { destinations(of: $0.target) }
        if step.kind == .review { next += afterwards.compactMap { self.step(asking: $0)?.id } }
        if reached.contains(step.id) { reached.formUnion(next) }
        if step.routes.contains(where: { $0.target == .end })
          || !ending.isDisjoint(with: next)
        {
          ending.insert(step.id)
        }
      }
    }
    return steps.map(\.id).filter { !reached.contains($0) }.map(FlowFinding.unreachable)
      + steps.map(\.id).filter { !ending.contains($0) }.map(FlowFinding.deadEnd)
  }

  private var conditionFindings: [FlowFinding] {
    steps.flatMap { step -> [FlowFinding] in
      let conditions = [step.condition] + step.routes.map(\.when) + step.done.map(\.when)
      let implied = step.fields.flatMap { field -> [(FieldID, [String])] in
        guard case .choice(let options) = field.input else { return [] }
        return options.flatMap { $0.implies.map { ($0.key, [$0.value]) } }
      }
      return (conditions.flatMap(\.mentions) + implied).flatMap { id, values -> [FlowFinding] in
        guard let field = fields.first(where: { $0.id == id }) else {
          return [.unknownField(step.id, id)]
        }
        guard case .choice(let options) = field.input else { return [] }
        return values.filter { value in !options.contains { $0.value == value } }
          .map { .unknownValue(step.id, id, $0) }
      }
    }
  }

  private var choiceFindings: [FlowFinding] {
    fields.compactMap { field in
      guard case .choice(let options) = field.input else { return nil }
      let values = Set(options.map(\.value))
      let fits =
        options.count > 1 && values.count == options.count && !values.contains(Fact.unknown)
        && Portal.all.compactMap { $0.values(of: field.id) }
          .allSatisfy { Set($0) == values }
      return fits ? nil : .badChoice(field.id)
    }
  }

  private var plannerFindings: [FlowFinding] {
    guard steps.contains(where: { $0.routes.contains { $0.target == .planned } }) else { return [] }
    return planned.filter { step(asking: $0) == nil }.map(FlowFinding.unasked)
  }

  private var recordFindings: [FlowFinding] {
    let spoken =
      title + afterwards + [dueField].compactMap(\.self)
      + statusRules.flatMap(\.fields)
    return spoken.filter { field($0) == nil }.map(FlowFinding.unknownRecordField)
  }
}
