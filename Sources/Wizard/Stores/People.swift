import Model
import Screens

/// Who people are where a store is kept; never kept with a case.
///
/// A machine is asked each time. What a server calls people is read once, and again for a number that is new.
protocol People: Sendable {
  /// The person who runs the program.
  var own: AgentID { get }
  /// The names of the groups the person is in.
  var groups: Set<String> { get }
  /// The others who share the store, in the order of their names.
  var colleagues: [Colleague] { get }

  /// What somebody is called, at most as long as there is room for; their number where they have no name.
  func name(of agent: AgentID) -> String

  /// Somebody by their name.
  func agent(named name: String) -> AgentID?

  /// Whether there is a group of a name.
  func hasGroup(named name: String) -> Bool
}
