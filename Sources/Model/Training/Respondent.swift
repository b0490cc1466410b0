// How a caller answers: from the hidden world and nothing else.

extension TrainingCall {
  mutating func ask(
    _ fact: FieldID,
    _ tone: AskingTone,
    in room: TrainingRoom,
    _ diagnosis: Diagnosis?
  ) -> Reply {
    if tone != .clear { tally.unkind += 1 }
    if fact == .reporteeName { return askParty() }
    if let past = Past(fact) { return tell(past, in: room) }
    let isClear = isMeantClearly(fact)
    if isClear, isUseless(fact, diagnosis ?? room.diagnosis(self), in: room) { tally.useless += 1 }
    spend(cost(of: fact, in: room.portal))
    lastAsked = fact
    if fact == room.portal.message { return readMessage(isClear, in: room) }
    guard let value = world.facts[fact] else { return lack(fact, in: room) }
    guard isClear else { return .mixedUp(fact) }
    switch known[fact] == nil ? grasp(of: fact) : .knows {
    case .knows: return say(fact, value, in: room)
    case .canLook, .cannot:
      known[fact] = Fact.unknown
      tally.unknowns.insert(fact)
      if !open.contains(fact) { open.append(fact) }
      return .unknown(fact)
    }
  }

  /// Whether no answer to a question can change anything, neither now nor later on the best way from here.
  private func isUseless(_ fact: FieldID, _ diagnosis: Diagnosis, in room: TrainingRoom) -> Bool {
    guard !Planner(diagnosis, lastAsked: lastAsked).wants(fact) else { return false }
    return known.isSettled(fact)
      || !BestWay(room).play(self).acts.dropFirst(acts.count).contains(.ask(fact, .clear))
  }

  /// Says what the caller knows, holds to be so, or has from somebody else.
  private mutating func say(_ fact: FieldID, _ value: String, in room: TrainingRoom) -> Reply {
    if isFromOther(fact) {
      learn(fact, value, in: room)
      return .told(fact, value)
    }
    // Nobody goes back to a belief that has been put right.
    let isPutRight = isMended(fact) || known[fact] == value
    let said = isPutRight ? value : scenario.caller.belief[fact] ?? value
    learn(fact, said, in: room)
    known.recalled.insert(fact)
    return .value(fact, said)
  }

  /// Whether only somebody else can have told a fact.
  private func isFromOther(_ fact: FieldID) -> Bool {
    guard case .cannot = scenario.caller.grasp(of: fact) else { return false }
    return scenario.told[fact] == nil
  }

  /// Says why there is no such thing here: what makes the question mean nothing.
  private mutating func lack(_ fact: FieldID, in room: TrainingRoom) -> Reply {
    let named = room.portal.rule(of: fact)?.counts.mentions.map(\.field) ?? []
    for field in named {
      guard known[field] == nil, let value = world.facts[field], !isMistaken(field) else {
        continue
      }
      var told = known
      told[field] = value
      guard room.portal.isRelevant(fact, in: told) == false else { continue }
      learn(field, value, in: room)
      known.recalled.insert(field)
      return .notHere(fact, because: field)
    }
    if known[fact] == nil { known[fact] = Fact.unknown }
    return .notHere(fact, because: nil)
  }

  /// Whether the caller still holds a fact to be otherwise than it is.
  private func isMistaken(_ fact: FieldID) -> Bool {
    scenario.caller.belief[fact] != nil && !isMended(fact)
  }

  private mutating func askParty() -> Reply {
    spend(5)
    tally.hasAskedParty = true
    let isMisheard = scenario.caller.tempers.contains(.mishears) && !tally.hasReadBack
    return .party(isMisheard ? Self.swapped(scenario.party) : scenario.party)
  }

  /// The number with its last two different digits the wrong way round.
  static func swapped(_ number: String) -> String {
    var digits = Array(number)
    for place in digits.indices.dropLast().reversed() where digits[place] != digits[place + 1] {
      digits.swapAt(place, place + 1)
      return String(digits)
    }
    return number
  }

  private mutating func readMessage(_ isClear: Bool, in room: TrainingRoom) -> Reply {
    guard let message = world.symptom(room.table, room.engine) else {
      return isClear ? .works : .vague
    }
    // Whoever is vague reads nothing; another reads a part of it.
    let isVague = scenario.caller.tempers.contains(.vague)
    guard isClear else { return isVague ? .vague : .cutOff(message) }
    return .message(tell(message, in: room))
  }

  /// Takes in the message that the caller reads out.
  mutating func tell(_ message: String, in room: TrainingRoom) -> String {
    symptom = message
    known[room.portal.message] = message
    return message
  }

  mutating func show(_ fact: FieldID, at place: String, in room: TrainingRoom) -> Reply {
    spend(cost(of: fact, in: room.portal))
    lastAsked = fact
    guard let value = world.facts[fact] else { return .notHere(fact, because: nil) }
    if case .cannot = grasp(of: fact) {
      return known[fact] == nil ? .unknown(fact) : .told(fact, value)
    }
    guard room.portal.rule(of: fact)?.menuPath == place else { return .notFound(fact) }
    let said = known[fact]
    findOut(fact, value, in: room)
    known.recalled.remove(fact)
    return [nil, Fact.unknown, value].contains(said) ? .sees(fact, value) : .corrects(fact, value)
  }

  mutating func wait(_ fact: FieldID, for actor: Actor, in room: TrainingRoom) -> Reply {
    spend(15)
    guard let value = world.facts[fact] else { return .notHere(fact, because: nil) }
    guard case .cannot(let knower) = scenario.caller.grasp(of: fact),
      room.stands(actor, for: knower, in: self)
    else { return .wrongPerson(actor) }
    guard !isAway(actor, in: room) else {
      // The right one to ask: more cannot be done about it now.
      if tally.unknowns.contains(fact) { tally.foundOut.insert(fact) }
      open.removeAll { $0 == fact }
      return .isAway(actor)
    }
    findOut(fact, value, in: room)
    return .asked(actor, fact, value)
  }

  /// How the caller stands to a fact, together with those who have come.
  func grasp(of fact: FieldID) -> Grasp {
    let own = scenario.caller.grasp(of: fact)
    if case .cannot(let actor) = own, here.contains(actor) { return .knows }
    return own
  }

  mutating func look(at fact: FieldID, in room: TrainingRoom) -> Reply {
    spend(10)
    if hasSucceeded, fact == room.portal.message {
      tally.hasSeenReceipt = true
      return .seesReceipt
    }
    guard let value = world.facts[fact], let said = known[fact] else { return .unknown(fact) }
    learn(fact, value, in: room)
    known.recalled.remove(fact)
    return said == value ? .sees(fact, value) : .corrects(fact, value)
  }

  private mutating func findOut(_ fact: FieldID, _ value: String, in room: TrainingRoom) {
    if tally.unknowns.contains(fact) { tally.foundOut.insert(fact) }
    learn(fact, value, in: room)
  }

  private mutating func learn(_ fact: FieldID, _ value: String, in room: TrainingRoom) {
    known[fact] = value
    open.removeAll { $0 == fact }
    // What else is true of somebody who says so, as in the desk; what gives way to how things are is not.
    let isTrue = world.facts[fact] == value
    for (implied, value) in room.engine.implied(by: value, of: fact)
    where known[implied] == nil && world.facts[implied] != nil {
      if !isTrue || world.facts[implied] == value { known[implied] = value }
    }
  }

  /// Whether the caller says it plainly by now.
  private func isMeantClearly(_ fact: FieldID) -> Bool {
    !scenario.caller.unclear.contains(fact)
      || acts.contains { if case .ask(fact, _) = $0 { true } else { false } }
  }

  /// Whether a fact has been changed since the call began.
  private func isMended(_ fact: FieldID) -> Bool {
    world.facts[fact] != scenario.world.facts[fact]
  }

  /// The seconds it takes to find a fact out from where the caller is.
  func cost(of fact: FieldID, in portal: Portal) -> Double {
    guard let inquiry = portal.rule(of: fact)?.inquiry else { return 10 }
    let here = lastAsked.flatMap(portal.rule)?.inquiry?.vantage
    return inquiry.seconds + (inquiry.vantage == here ? 0 : inquiry.vantage.effort)
  }
}
