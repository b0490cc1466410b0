import Model
import Wording
import Screens

/// The outside as the plain front end uses it: one thing at a time, and what came of it is said aloud.
struct PlainStore {
  let runner: any Outside
  let console: Console
  let tongue: PlainTongue
  var wording: Wording { tongue.wording }
  let lastActed = LastActed()

  /// Does something and waits for it; what was done and what failed has been said.
  ///
  /// - Parameter screen: Who asks for it, where that decides what is said.
  func settle(_ effect: Effect, for screen: (any Screen)? = nil) -> [Event] {
    runner.carryOut(effect)
    runner.finish()
    let events = runner.events()
    for event in events {
      lastActed.look(at: event)
      let notice =
        if let screen { screen.notice(of: event, wording) } else { event.notice(wording) }
      if let (key, values) = event.trouble ?? notice { console.say(wording(key, values)) }
    }
    return events
  }

  /// Asks the register at hand for a number; nothing where there is none.
  func ask(_ number: OrganisationNumber) -> RegisterReply? {
    guard runner.hasRegister else { return nil }
    for case .registered(let reply) in settle(.askRegister(number)) { return reply }
    return nil
  }

  /// Looks for units in the register at hand.
  func find(_ query: RegisterQuery) -> [RegisterUnit] {
    guard runner.hasRegister else { return [] }
    for case .foundInRegister(let hits) in settle(.searchRegister(query)) { return hits.units }
    return []
  }

  /// Begins something that nobody waits for.
  func begin(_ effect: Effect) { runner.carryOut(effect) }
}

/// The case whose last act at the desk can be undone, for whoever undoes it in the queue.
final class LastActed {
  private(set) var id: CaseID?

  func look(at event: Event) { id = event.undoable(after: id) }
}
