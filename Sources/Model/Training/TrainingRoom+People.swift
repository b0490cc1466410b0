// Who somebody is in a call: one party can have several names, and not everybody is there.

extension TrainingRoom {
  /// Who somebody turns out to be.
  func person(_ actor: Actor, in call: TrainingCall) -> Actor {
    let began = call.scenario.world.all
    let name = table.same.first { $0.actor == actor && $0.given.holds(in: began) }?.other
    return portal.actor(name ?? actor, in: Facts(call.world.facts))
  }

  /// Whether an action can be laid on somebody: on whoever has a part in it, by whatever name, and on who can stand in
  /// for them, in all they do or in that alone.
  func isRight(_ who: Actor, for action: Action, in call: TrainingCall) -> Bool {
    let doers = portal.actors(of: action, in: Facts(call.world.facts))
    let others = table.standIns.filter { $0.action == action.id && doers.contains($0.actor) }
    return (doers + others.flatMap(\.by)).contains { stands(who, for: $0, in: call) }
  }

  /// Whether somebody is another, or can do and tell what the other can.
  func stands(_ who: Actor, for other: Actor, in call: TrainingCall) -> Bool {
    let meant = person(other, in: call)
    let standIns = table.standIns.filter { $0.actor == meant && $0.action == nil }
    let all = [meant] + standIns.flatMap(\.by)
    let named = person(who, in: call)
    return all.contains { person($0, in: call) == named }
  }

  /// Whether somebody is the caller, by another name.
  package func isCaller(_ actor: Actor, in call: TrainingCall) -> Bool {
    person(actor, in: call) == .sender
  }

  /// Whether there is anybody of that name where the caller is: only some have clients.
  package func exists(_ actor: Actor, in call: TrainingCall) -> Bool {
    table.only[actor]?.holds(in: call.scenario.world.all) ?? true
  }
}
