package import Model

/// Where a screen leads; every front end goes to each of them.
package enum Destination: Equatable, Sendable {
  /// Home, of an Altinn or of the one that is at hand.
  case home(PortalEdition? = nil)
  /// A flow from its start.
  case flow(FlowID)
  /// A task with what is known filled in.
  case task(CaseDraft)
  /// A case of the store, to go on with.
  case open(CaseID)
  /// Any other screen, new or as it was left.
  case screen(ShownScreen)
  /// The queue of the support desk.
  case queue
  /// A call that comes in.
  case newCall
  /// A case of the queue, after something is done with it that makes it the agent's.
  case call(CaseID, DeskAct?)
  /// The question whether to delete a case.
  case deletion(CaseID)
  /// The question whether to take a case from the one who has it, by what they are called.
  case stealing(CaseID, from: String)
  /// The question whether to leave.
  case leaving

  package static func screen(_ screen: any Screen) -> Destination {
    .screen(ShownScreen(screen: screen))
  }
}

/// A screen that is led to, which is the same as another if it shows the same.
package struct ShownScreen: Equatable, Sendable {
  package let screen: any Screen

  package static func == (one: ShownScreen, other: ShownScreen) -> Bool {
    one.screen.isSame(as: other.screen)
  }
}
