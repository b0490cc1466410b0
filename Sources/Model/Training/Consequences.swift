// What comes of advice: the world changes, and the caller sends again.

extension TrainingCall {
  mutating func advise(
    _ id: String,
    who: Actor,
    place: String,
    in room: TrainingRoom,
    _ diagnosis: Diagnosis?
  ) -> Reply {
    spend(20)
    guard let action = room.action(id) else { return .lost }
    let truth = Facts(world.facts)
    let needed = world.needed(room.engine).contains(id)
    let doer = room.portal.actor(of: action, in: truth)
    let mark = AdviceMark(
      action: id,
      who: who,
      isNeeded: needed,
      rightWho: room.isRight(who, for: action, in: self),
      rightPlace: room.portal.menuPath(of: action, in: truth) == place
    )
    tally.advice.append(mark)
    guard mark.rightWho else { return .refused(who) }
    if let absent = [doer, who].first(where: { isAway($0, in: room) }) {
      guard needed, mark.rightPlace, absent == doer else { return .isAway(absent) }
      tally.awaits = doer
      let answered = Set(world.faults(room.engine)).intersection(action.answers)
      settle(answered, found: found(in: room, diagnosis), in: room)
      return .awaits(doer)
    }
    guard mark.rightPlace else { return .lost }
    if needed, action.answersCause != nil {
      tally.passedTo = who
      // Whoever has not heard the message cannot know that it is somebody else's.
      if symptom == nil { tally.guessed.insert(room.portal.message) }
      noteWhetherSeen(in: room)
      return .takesOn(who)
    }
    // What answers nothing that is wrong finds nothing there to do.
    guard world.isAnswered(by: action, room.engine) || world.isAsAfter(action) else { return .lost }
    guard world.isAsAfter(action) || world.allows(action, room.engine) else { return .hindered }
    return change(in: room, diagnosis) { $0.apply(action, room.engine) }
  }

  mutating func follow(_ lure: Lure, in room: TrainingRoom, _ diagnosis: Diagnosis?) -> Reply {
    spend(20)
    tally.lures.append(lure)
    switch lure {
    case .retry:
      let before = world
      world.sendUnchanged(room.engine)
      guard let now = world.symptom(room.table, room.engine),
        now != before.symptom(room.table, room.engine)
      else { return .lured(lure) }
      forget(whatChangedSince: before)
      return .locked(tell(now, in: room))
    case .readPassword, .minIDPassword, .promise: return .lured(lure)
    case .allRoles:
      // It works where a right was missing, and gives away more than anybody needs.
      let giving = room.table.roles.lazy.compactMap(room.action).first {
        world.isAnswered(by: $0, room.engine)
      }
      guard let giving else { return .lured(lure) }
      let giver = room.portal.actor(of: giving, in: Facts(world.facts))
      guard !isAway(giver, in: room) else { return .isAway(giver) }
      return change(in: room, diagnosis) { $0.apply(giving, room.engine) }
    }
  }

  /// Changes the world, and lets the caller send again.
  private mutating func change(
    in room: TrainingRoom,
    _ diagnosis: Diagnosis?,
    by act: (inout HiddenWorld) -> Void
  ) -> Reply {
    let before = Set(world.faults(room.engine))
    let found = found(in: room, diagnosis)
    let facts = world.facts
    act(&world)
    let mended = before.subtracting(world.faults(room.engine))
    settle(mended, found: found, in: room)
    guard !mended.isEmpty else { return .noChange }
    asFound = known
    // What is mended, and what has no meaning any more, nobody has to find out.
    let shown = room.portal.facts(showing: mended)
    for fact in tally.unknowns where shown.contains(fact) || facts[fact] != world.facts[fact] {
      tally.foundOut.insert(fact)
    }
    // What was done is known to be done.
    for (fact, value) in world.facts where facts[fact] != value { known[fact] = value }
    for fact in facts.keys where world.facts[fact] == nil { known[fact] = nil }
    // A fault that was got round stands no longer in the way, though the fact is as it was.
    for fault in mended {
      guard let fact = room.portal.rule(of: fault)?.shownBy, facts[fact] == world.facts[fact] else {
        continue
      }
      known[fact] = Fact.unknown
    }
    open.removeAll { known[$0] != nil || world.facts[$0] == nil }
    guard let now = world.symptom(room.table, room.engine) else {
      known[room.portal.message] = nil
      symptom = nil
      hasSucceeded = true
      return .works
    }
    guard now != symptom else { return .noChange }
    return .next(tell(now, in: room))
  }

  /// Counts faults that are mended, or laid on somebody, as found out or as guessed, and as seen or not.
  private mutating func settle(
    _ faults: Set<Fault>,
    found: Set<Fault>,
    in room: TrainingRoom
  ) {
    if !faults.isEmpty { noteWhetherSeen(in: room) }
    tally.established.formUnion(faults.intersection(found))
    tally.guessed.formUnion(
      room.portal.facts(showing: faults).subtracting(room.portal.facts(showing: found))
    )
  }

  /// Counts that something was laid to rest of which nobody had seen what is wrong.
  private mutating func noteWhetherSeen(in room: TrainingRoom) {
    if !tally.isUnseen, !isSeen(in: room) { tally.isUnseen = true }
  }

  /// Whether somebody has seen what is wrong, or the message itself says so: told alone, it is no more than likely.
  ///
  /// It is judged as the form of the call shows it, so that the score and the page say the same.
  func isSeen(in room: TrainingRoom) -> Bool {
    walk(in: room).diagnosis.conclusion.certainty == .confirmed
  }

  /// The faults that have been found out: those that follow from all that is known, and those of which the caller has
  /// told the very fact that shows them.
  func found(in room: TrainingRoom, _ diagnosis: Diagnosis? = nil) -> Set<Fault> {
    let told = world.faults(room.engine).filter { fault in
      guard let fact = room.portal.rule(of: fault)?.shownBy, let value = known[fact] else {
        return false
      }
      return value == world.facts[fact]
    }
    return Set((diagnosis ?? room.diagnosis(self)).certainFaults).union(told)
  }
}

extension Portal {
  /// The facts that show some faults.
  func facts(showing faults: Set<Fault>) -> Set<FieldID> {
    Set(faults.compactMap { rule(of: $0)?.shownBy })
  }
}
