#if PostgreSQL
import Dispatch
import Model
import Screens
import ServerStore

extension ServerStore: KeptStore {
  var people: any People { ServerPeople(store: self) }
  var isShared: Bool { true }
  var guardsRights: Bool { true }

  func watch(on queue: DispatchQueue, _ changed: @escaping @Sendable () -> Void) -> AnyObject {
    ServerWatch(self, on: queue, changed)
  }

  func told(_ path: String) -> String { path }
}

/// Who people are on a server: its roles, as it has them.
struct ServerPeople: People {
  let store: ServerStore

  var own: AgentID { store.own }
  var groups: Set<String> { (try? store.roles()) ?? [] }

  var colleagues: [Colleague] {
    let others = ((try? store.agents()) ?? [:]).filter { $0.key != own }
    return others.map { Colleague($0.key, login: Self.short($0.value)) }
      .sorted { $0.login < $1.login }
  }

  func name(of agent: AgentID) -> String {
    (try? store.role(of: agent)).map(Self.short) ?? "\(agent.rawValue)"
  }

  func agent(named name: String) -> AgentID? {
    (try? store.agents())?.first { $0.value == name }?.key
  }

  func hasGroup(named name: String) -> Bool { (try? store.hasRole(named: name)) ?? false }

  private static func short(_ role: String) -> String { String(role.prefix(8)) }
}
#endif
