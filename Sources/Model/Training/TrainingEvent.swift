/// Something that can happen while a call goes on, a row of the portal's table: nothing that the trainee does.
package struct TrainingEvent: Decodable, Sendable {
  package enum Kind: String, Decodable, Sendable {
    /// Somebody is away from now on.
    case leaves
    /// Somebody is with the caller from now on, and tells what they know.
    case comes
    /// The caller has little time from now on.
    case hurries
    /// The program sends by itself, with nothing changed.
    case sends
    /// Things are otherwise from now on.
    case changes
  }

  package let id: String
  package let does: Kind
  /// What facts must have been for it to happen.
  let from: [FieldID: [String]]?
  /// What facts are afterwards.
  let facts: [FieldID: String]?

  /// Whether it is about somebody.
  package var isOfSomebody: Bool { does == .leaves || does == .comes }

  /// Whether it can happen as things are: what it changes has a meaning, and was what it must have been.
  func fits(_ world: HiddenWorld) -> Bool {
    (facts ?? [:]).keys.allSatisfy { world.facts[$0] != nil }
      && (from ?? [:]).holds(in: world.facts)
  }
}

/// An event, and whom it is about: written `idLocks`, or `away:giver`.
package struct Happening: Hashable, Sendable, CustomStringConvertible {
  package let event: String
  package let who: Actor?

  package init(_ event: String, _ who: Actor? = nil) {
    self.event = event
    self.who = who
  }

  /// Reads the words of ``description``; `nil` for any other number of them.
  init?(_ words: some Collection<String>) {
    guard let event = words.first, (1...2).contains(words.count), !words.contains("") else {
      return nil
    }
    self.init(event, words.dropFirst().first.map { Actor(rawValue: $0) })
  }

  package var description: String {
    ([event] + (who.map { [$0.rawValue] } ?? [])).joined(separator: ":")
  }
}

extension TrainingTable {
  package func event(_ id: String) -> TrainingEvent? { events.first { $0.id == id } }
}

extension TrainingRoom {
  /// All that can happen: those who can be asked may come, and anybody but the caller may be away.
  package var happenings: [Happening] {
    let knowers = Set(table.knowers.values)
    return table.events.flatMap { event -> [Happening] in
      guard event.isOfSomebody else { return [Happening(event.id)] }
      return portal.actors.map(\.actor)
        .filter { $0 != .sender && (event.does == .leaves || knowers.contains($0)) }
        .map { Happening(event.id, $0) }
    }
  }

  /// Whether an event is one there is.
  func knows(_ happening: Happening) -> Bool {
    guard let event = table.event(happening.event) else { return false }
    guard let who = happening.who else { return !event.isOfSomebody }
    return event.isOfSomebody && portal.actors.contains { $0.actor == who }
  }
}

// MARK: - In a call

extension TrainingCall {
  /// Lets something happen; what can make no difference goes unnoticed.
  mutating func meet(_ happening: Happening, in room: TrainingRoom) -> Reply {
    if let who = happening.who, !room.exists(who, in: self) { return .unnoticed }
    switch (room.table.event(happening.event), happening.who) {
    case (let event?, let who?) where event.does == .leaves:
      // Whoever turns out to be on the line is not away.
      guard who == .sender || !isSame(who, .sender, in: room) else { return .unnoticed }
      var next = self
      next.away.insert(who)
      next.here.remove(who)
      // Nothing happens that no way leads out of.
      guard isDone || BestWay(room).play(next).isDone else { return .unnoticed }
      self = next
      return .isAway(who)
    case (let event?, let who?) where event.does == .comes:
      var next = self
      next.welcome(who, in: room)
      // Nothing happens that no way leads out of.
      guard BestWay(room).play(next).isDone else { return .unnoticed }
      self = next
      return .isHere(who)
    case (let event?, nil) where event.does == .hurries:
      guard !isDone else { return .unnoticed }
      let left = BestWay(room).play(self).seconds - seconds
      patience = min(patience ?? .max, Int(seconds) + TrainingCaller.patience(for: left))
      return .mustGo
    case (let event?, nil) where event.does == .sends || event.does == .changes:
      return happen(event, in: room)
    default: return .unnoticed
    }
  }

  /// Whether two turn out to be the same in this case, as whoever an ID is registered on may be the reportee.
  func isSame(_ one: Actor, _ other: Actor, in room: TrainingRoom) -> Bool {
    room.person(one, in: self) == room.person(other, in: self)
  }

  /// Whether somebody cannot be reached, by whatever name; whoever turns out to be on the line can.
  func isAway(_ actor: Actor, in room: TrainingRoom) -> Bool {
    away.contains(actor)
      || !isSame(actor, .sender, in: room) && away.contains { isSame($0, actor, in: room) }
  }

  /// Takes in somebody who can tell what the caller could not, and do what had to wait for them.
  private mutating func welcome(_ who: Actor, in room: TrainingRoom) {
    away = away.filter { !isSame($0, who, in: room) }
    here.insert(who)
    if let awaited = tally.awaits, isSame(awaited, who, in: room) { tally.awaits = nil }
    for fact in room.portal.facts.map(\.fact)
    where known[fact] == Fact.unknown && scenario.caller.grasp(of: fact) == .cannot(who) {
      known[fact] = nil
      open.removeAll { $0 == fact }
      tally.unknowns.remove(fact)
      tally.foundOut.remove(fact)
    }
  }

  /// Lets go of what was told of facts that are otherwise now.
  mutating func forget(whatChangedSince before: HiddenWorld) {
    for fact in Set(before.facts.keys).union(world.facts.keys)
    where before.facts[fact] != world.facts[fact] {
      known[fact] = nil
      known.recalled.remove(fact)
      open.removeAll { $0 == fact }
    }
  }

  private mutating func happen(_ event: TrainingEvent, in room: TrainingRoom) -> Reply {
    let (engine, isSending) = (room.engine, event.does == .sends)
    guard !isDone, isSending || event.fits(world) else { return .unnoticed }
    var next = self
    if isSending {
      next.world.sendUnchanged(engine)
    } else {
      next.world.change(event.facts ?? [:], engine)
    }
    guard let message = next.world.symptom(room.table, engine),
      message != world.symptom(room.table, engine)
    else {
      guard isSending else { return .unnoticed }
      world = next.world
      return .sentByItself
    }
    next.tally.arisen.formUnion(Set(next.world.faults(engine)).subtracting(world.faults(engine)))
    next.forget(whatChangedSince: world)
    _ = next.tell(message, in: room)
    // Nothing happens that no way leads out of.
    guard BestWay(room).play(next).isDone else { return .unnoticed }
    self = next
    return .happened(message)
  }
}
