/// The best way through a call, from wherever it stands: the desk's own order of questions, and the best
/// repair as soon as one is certain.
package struct BestWay: Sendable {
  package let room: TrainingRoom

  package init(_ room: TrainingRoom) { self.room = room }

  /// What to do next; `nil` when the call is over.
  package func next(_ call: TrainingCall) -> TrainingAct? { step(call)?.act }

  /// The same with what follows from what is known, where that had to be worked out.
  private func step(_ call: TrainingCall) -> (act: TrainingAct, diagnosis: Diagnosis?)? {
    guard !call.isOver else { return nil }
    if let act = opening(call) { return (act, nil) }
    let diagnosis = room.diagnosis(call)
    return (knowing(diagnosis, call), diagnosis)
  }

  /// What is done whatever follows from what is known.
  private func opening(_ call: TrainingCall) -> TrainingAct? {
    if call.isDone { return closing(call) }
    if call.symptom == nil { return .ask(room.portal.message, .clear) }
    if !call.tally.hasAskedParty { return .ask(.reporteeName, .clear) }
    if !call.tally.hasReadBack { return .readBack }
    if !call.hasNotedWords { return .jot([.words]) }
    if let fact = call.scenario.caller.belief.keys.sorted().first(where: { fact in
      call.known[fact] != nil && call.known[fact] != call.world.facts[fact]
    }) {
      return .isSeen(fact)
    }
    return call.open.first.flatMap { followUp($0, call) }
  }

  private func knowing(_ diagnosis: Diagnosis, _ call: TrainingCall) -> TrainingAct {
    let plan = Planner(diagnosis, lastAsked: call.lastAsked).next
    let failing = diagnosis.verdicts.filter { $0.state == .failing }
    let isTold = !failing.isEmpty && failing.allSatisfy { !$0.reasons.isEmpty }
    if (isTold && plan?.reason != .choosesRepair) || diagnosis.liesOutside || plan == nil,
      let act = advice(diagnosis, call)
    {
      return act
    }
    if let fact = plan?.fact { return .ask(fact, .clear) }
    return closing(call)
  }

  /// The call after the best step there is; `nil` when it is over.
  func after(_ call: TrainingCall) -> TrainingCall? {
    guard let best = step(call) else { return nil }
    var next = call
    next.perform(best.act, in: room, knowing: best.diagnosis)
    return next
  }

  /// The call as it goes by the best way.
  ///
  /// - Parameter happenings: What happens in a class: each thing just before all would be done, as to whoever is met by
  ///   it late.
  package func play(_ call: TrainingCall, meeting happenings: [Happening] = []) -> TrainingCall {
    var call = call
    var left = happenings[...]
    let most = call.acts.count + Self.limit
    while call.acts.count < most, let next = after(call) {
      if next.isDone, let happening = left.popFirst() {
        call.perform(.event(happening), in: room)
      } else {
        call = next
      }
    }
    return call
  }

  /// More acts than any best way takes from where a call stands.
  static let limit = 80

  private func followUp(_ fact: FieldID, _ call: TrainingCall) -> TrainingAct? {
    guard call.world.facts[fact] != nil else { return nil }
    switch call.grasp(of: fact) {
    case .knows: return nil
    case .canLook: return room.portal.rule(of: fact)?.menuPath.map { .show(fact, at: $0) }
    case .cannot(let actor): return .wait(fact, for: actor)
    }
  }

  private func advice(_ diagnosis: Diagnosis, _ call: TrainingCall) -> TrainingAct? {
    let truth = Facts(call.world.facts)
    let needed = call.world.needed(room.engine)
    let repairs = room.engine.repairs(for: diagnosis)
    let fitting = repairs.filter { $0.actions.contains { needed.contains($0.id) } }
    func first(in repair: Repair, _ isLeft: (Actor) -> Bool = { _ in false }) -> Action? {
      repair.actions.first {
        needed.contains($0.id) && call.world.allows($0, room.engine)
          && !isLeft(room.portal.actor(of: $0, in: truth))
      }
    }
    // What somebody can do now comes before what has to wait for whoever is away.
    let now =
      call.away.isEmpty
      ? nil
      : fitting.lazy.compactMap { first(in: $0) { call.isAway($0, in: room) } }.first
    guard let action = now ?? fitting.first.flatMap({ first(in: $0) }) else { return nil }
    return .advise(
      action.id,
      who: room.portal.actor(of: action, in: truth),
      place: room.portal.menuPath(of: action, in: truth)
    )
  }

  private func closing(_ call: TrainingCall) -> TrainingAct {
    if call.isDone && !call.tally.hasToldBack { return .tellBack }
    if call.isDone && !call.hasNotedWords { return .jot([.words]) }
    if call.tally.note.isEmpty || (call.tally.isNoteEarly && call.hasHelped) {
      return .note(Set(NoteLine.allCases.filter(\.belongs)))
    }
    return .end(call.rightEnd)
  }
}
