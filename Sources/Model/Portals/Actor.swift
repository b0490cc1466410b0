/// Somebody who can do something about a fault; the words are in the texts under `actor.`.
package struct Actor: StringID {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}

extension Actor {
  /// Those outside whom somebody turns to: they mend it, but do nothing unless they are told.
  package static let turnedTo: Set<Actor> = [.vendor, .serviceOwner]
}

/// One actor of a portal, and who that turns out to be in a given case.
package struct ActorRule: Sendable {
  package let actor: Actor
  /// Other actors it turns out to be; the first whose condition holds is taken.
  package let becomes: [(actor: Actor, when: Condition)]

  package init(_ actor: Actor, becomes: [(actor: Actor, when: Condition)] = []) {
    self.actor = actor
    self.becomes = becomes
  }
}
