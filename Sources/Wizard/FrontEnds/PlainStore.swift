import Wording
import Screens

/// The outside as the plain front end uses it: one thing at a time, and what came of it is said aloud.
struct PlainStore {
  let runner: any Outside
  let console: Console
  let wording: Wording

  /// Does something and waits for it; what was done and what failed has been said.
  func settle(_ effect: Effect) -> [Event] {
    runner.carryOut(effect)
    runner.finish()
    let events = runner.events()
    for event in events {
      if let (key, values) = event.trouble ?? event.notice(wording) {
        console.say(wording(key, values))
      }
    }
    return events
  }

  /// Begins something that nobody waits for.
  func begin(_ effect: Effect) { runner.carryOut(effect) }
}
