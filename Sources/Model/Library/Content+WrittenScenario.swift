// An exercise of a file, held against what there is of its portal.

extension Content {
  /// The exercise, with what it is played with; whether it can be solved is for ``ScenarioProof`` to say.
  ///
  /// - Parameters:
  ///   - written: What is written of it.
  ///   - name: What it is called, as ``ScenarioID/description``.
  ///   - version: The form it is written in.
  ///   - portal: The portal it is of.
  /// - Throws: What cannot be read in it.
  package func scenario(
    _ written: WrittenScenario,
    named name: String,
    version: Int,
    portal: String
  ) throws(WrittenScenario.Mistake) -> (scenario: Scenario, room: TrainingRoom) {
    guard version == WrittenScenario.version else { throw .version }
    guard let edition = PortalEdition(rawValue: portal), let room = trainingRoom(of: edition)
    else { throw .portal }
    guard let id = ScenarioID(name), id.edition == edition else { throw .name }
    guard ScenarioDraw.levels.contains(written.level) else { throw .level }
    // A number that somebody has must not be called about.
    guard (try? OrganisationNumber(checking: written.party))?.kind == .synthetic else {
      throw .number
    }
    guard (0...HiddenWorld.mostTries).contains(written.failedTries) else { throw .tries }
    guard written.phrases.values.allSatisfy({ $0 >= 0 }) else { throw .caller }
    if let outside = written.outside, message(outside)?.edition != edition { throw .message }
    let world = HiddenWorld(
      try checked(written.facts, room),
      outside: written.outside,
      failedTries: written.failedTries,
      in: room.portal
    )
    let caller = try caller(written, room)
    var chosen: [FieldID: Int] = [:]
    for (fact, place) in written.phrases { chosen[try Self.fact(fact, room)] = place }
    var away: Set<Actor> = []
    for name in written.away ?? [] { away.insert(try Self.actor(name, room)) }
    let scenario = Scenario(
      id: id,
      level: written.level,
      world: world,
      caller: caller,
      party: written.party,
      phrases: chosen,
      told: room.draw.told(id, world),
      away: away
    )
    return (scenario, room)
  }

  private func caller(_ written: WrittenScenario, _ room: TrainingRoom)
    throws(WrittenScenario.Mistake) -> TrainingCaller
  {
    let kinds = written.tempers.compactMap(Temper.init(rawValue:))
    guard kinds.count == written.tempers.count, written.patience ?? 1 > 0 else { throw .caller }
    var grasps: [FieldID: Grasp] = [:]
    for name in written.looks { grasps[try Self.fact(name, room)] = .canLook }
    for (name, who) in written.asks {
      grasps[try Self.fact(name, room)] = .cannot(try Self.actor(who, room))
    }
    var unclear: Set<FieldID> = []
    for name in written.unclear { unclear.insert(try Self.fact(name, room)) }
    return TrainingCaller(
      tempers: Set(kinds),
      grasps: grasps,
      unclear: unclear,
      belief: try checked(written.believes, room),
      patience: written.patience
    )
  }

  /// Facts of the portal with values that they can have.
  private func checked(_ written: [String: String], _ room: TrainingRoom)
    throws(WrittenScenario.Mistake) -> [FieldID: String]
  {
    var facts: [FieldID: String] = [:]
    for (name, value) in written {
      let fact = try Self.fact(name, room)
      guard fact != room.portal.message else { throw .unknownFact }
      let isValue =
        room.portal.values(of: fact)?.contains(value)
        ?? (service(value, of: room.portal.edition) != nil)
      guard isValue else { throw .value(fact) }
      facts[fact] = value
    }
    return facts
  }

  private static func actor(_ name: String, _ room: TrainingRoom)
    throws(WrittenScenario.Mistake) -> Actor
  {
    guard let row = room.portal.actors.first(where: { $0.actor.rawValue == name }) else {
      throw .caller
    }
    return row.actor
  }

  private static func fact(_ name: String, _ room: TrainingRoom)
    throws(WrittenScenario.Mistake) -> FieldID
  {
    let fact = FieldID(rawValue: name)
    guard room.portal.rule(of: fact) != nil else { throw .unknownFact }
    return fact
  }
}
