// A call in training as the case that the desk would have of it, and what the desk's own forms make of that.

extension TrainingCall {
  /// The case by now: what was found out, with what was wrong before it was mended last.
  ///
  /// What somebody has looked at is seen, and all else is told, as at the desk.
  ///
  /// An exercise goes by no day, or a rule that ends would change what is wrong in it.
  package func walk(in room: TrainingRoom) -> Walk {
    let (portal, found) = (room.portal, factsFound)
    var walk = Walk(.findFault(of: portal.edition), engine: room.engine)
    walk.beginCall()
    if tally.hasAskedParty { walk.give(partyHeard, to: .reporteeName) }
    let settled = portal.facts.map(\.fact).filter { $0 != portal.message && found.isSettled($0) }
    let answers = settled.map { (field: $0, value: Optional(found[$0] ?? Fact.unknown)) }
    let seen = looked
    walk.give(answers.filter { !seen.contains($0.field) }, from: .told)
    walk.give(answers.filter { seen.contains($0.field) }, from: .seen)
    guard let message = found[portal.message] else { return walk }
    // What has no text was chosen from what it is like.
    let isSymptom = Message.isSymptom(message)
    walk.give(isSymptom ? Fact.unknown : message, to: portal.message, from: .seen)
    if isSymptom { walk.give(message, to: .messageSymptom) }
    return walk
  }

  /// What was found out, with what was wrong before it was mended last.
  package var factsFound: Facts { hasSucceeded ? asFound ?? known : known }

  /// What the trainee knows of each point, or knew before it was mended last.
  ///
  /// A point fails also where the caller has told what is wrong with it and not all else that it hangs on, so that it
  /// says what the form that ends the call says.
  package func verdicts(in room: TrainingRoom) -> [Verdict] {
    let wrong = hasSucceeded ? Set(causes(in: room)) : found(in: room)
    let faults = room.portal.faults.map(\.fault).filter(wrong.contains)
    return room.engine.diagnose(factsFound).verdicts.map { verdict in
      let told = faults.filter { room.portal.point(of: $0) == verdict.point }
      guard [.unknown, .blocked].contains(verdict.state), !told.isEmpty else { return verdict }
      return Verdict(
        point: verdict.point,
        number: verdict.number,
        state: .failing,
        reasons: told.map { .fault($0) },
        alternatives: [],
        missing: []
      )
    }
  }

  /// What the case comes to by whether each answer was seen or told; `nil` once what was advised has worked, since what
  /// was wrong is then sure.
  package func diagnosis(in room: TrainingRoom) -> Diagnosis? {
    hasSucceeded ? nil : walk(in: room).diagnosis
  }

  /// The number as the caller said it last.
  private var partyHeard: String? {
    let numbers = replies.compactMap { reply -> String? in
      switch reply {
      case .party(let number), .partyWasWrong(let number): number
      default: nil
      }
    }
    return numbers.last
  }

  /// The facts that the caller has looked at.
  private var looked: Set<FieldID> {
    let facts = replies.compactMap { reply -> FieldID? in
      switch reply {
      case .sees(let fact, _), .corrects(let fact, _): fact
      default: nil
      }
    }
    return Set(facts)
  }

  /// Whether the caller has read out a message, or told what is seen where there is none.
  private var hasHeardMessage: Bool {
    replies.contains { reply in
      switch reply {
      case .message, .next, .locked, .happened: true
      default: false
      }
    }
  }

  /// Whether something of what the caller says was noted.
  var hasNotedWords: Bool { tally.jotted.contains(.words) }

  /// The faults that were found out, before or after they were mended, in the portal's order.
  package func causes(in room: TrainingRoom) -> [Fault] {
    let found = tally.established.union(found(in: room))
    return room.portal.faults.map(\.fault).filter(found.contains)
  }

  /// The actions that were advised and are needed, in their order; until all is done, none while one of them was left
  /// with whoever cannot do it, or where it is not done.
  package var given: [String] { advised.map(\.action) }

  /// The same, each with whom it was laid on.
  package var advised: [(action: String, who: Actor)] {
    let needed = tally.advice.filter(\.isNeeded)
    let right = needed.filter(\.isRight)
    // Where another way has led out, nobody waits for what was left.
    guard isDone || needed.allSatisfy({ left in right.contains { $0.action == left.action } })
    else { return [] }
    return right.reduce(into: []) { told, mark in
      guard !told.contains(where: { $0.action == mark.action }) else { return }
      told.append((mark.action, mark.who))
    }
  }

  /// What the case has for whoever gets it next, but for when it is looked at again.
  package func carried(in room: TrainingRoom) -> Set<NoteLine> {
    var lines = tally.jotted
    if hasHeardMessage { lines.insert(.message) }
    if !causes(in: room).isEmpty || (tally.passedTo != nil && symptom != nil) {
      lines.insert(.cause)
    }
    if !given.isEmpty { lines.insert(.who) }
    let isToldMore = known.values.keys.contains {
      $0 != room.portal.message && scenario.told[$0] == nil
    }
    if tally.hasAskedParty || isToldMore { lines.insert(.answered) }
    return lines
  }

  /// How the call ends that is wrapped up with a result.
  ///
  /// Where it is left to somebody, a result that names them says what was done: it is passed on, or waits.
  package func end(with result: DeskResult, in room: TrainingRoom) -> CallEnd {
    if !hasSucceeded, let who = tally.passedTo ?? tally.awaits, result == named(who, room) {
      return rightEnd
    }
    return switch result {
    case .solvedConfirmed, .solvedUnconfirmed: .solved
    case .othersMust: .waiting
    case .vendor, .serviceOwner: .passedOn
    case .notFound, .somethingElse, .brokenOff: .unsolved
    }
  }

  /// The result of a call that is left to somebody: what the caller mends alone counts as solved.
  private func named(_ who: Actor, _ room: TrainingRoom) -> DeskResult {
    switch who {
    case .vendor: .vendor
    case .serviceOwner: .serviceOwner
    default: room.isCaller(who, in: self) ? .solvedUnconfirmed : .othersMust
    }
  }
}
