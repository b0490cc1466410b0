import Glibc
import Model
import Screens

/// Who people are on this machine, where the system knows them by their logins.
struct Login: People {
  /// The group that shares the store, if one does.
  let group: UInt32?
  /// Whoever has cases in the store; a process can be in its group though the group does not name them.
  let owners: @Sendable () -> [AgentID]

  var own: AgentID { AgentID(rawValue: getuid()) }

  func name(of agent: AgentID) -> String {
    Self.fullName(of: agent).map { String($0.prefix(Self.longest)) } ?? "\(agent.rawValue)"
  }

  /// What somebody logs in as; `nil` for whom the system does not know.
  static func fullName(of agent: AgentID) -> String? {
    guard let entry = getpwuid(agent.rawValue) else { return nil }
    return entry.pointee.pw_name.map { String(cString: $0) }
  }

  func agent(named name: String) -> AgentID? {
    guard let user = getpwnam(name)?.pointee else { return nil }
    let agent = AgentID(rawValue: user.pw_uid)
    // Nobody else reads the store, so that a case given to them would be lost.
    let isHere =
      agent == own || user.pw_gid == group || members.contains(name) || owners().contains(agent)
    return isHere ? agent : nil
  }

  var groups: Set<String> {
    var ids = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
    let count = getgroups(Int32(ids.count), &ids)
    ids = ids.prefix(Int(max(0, count))) + [getgid(), getegid()]
    return Set(ids.compactMap { id in getgrgid(id).map { String(cString: $0.pointee.gr_name) } })
  }

  var colleagues: [Colleague] {
    let owners = Set(self.owners())
    guard group != nil || !owners.subtracting([own]).isEmpty else { return [] }
    let members = self.members
    var found: [Colleague] = []
    setpwent()
    defer { endpwent() }
    while let entry = getpwent() {
      let (user, name) = (entry.pointee, String(cString: entry.pointee.pw_name))
      let agent = AgentID(rawValue: user.pw_uid)
      let isMember = user.pw_gid == group || members.contains(name)
      guard agent != own, isMember || owners.contains(agent) else { continue }
      found.append(Colleague(agent, login: String(name.prefix(Self.longest))))
    }
    return found.sorted { $0.login < $1.login }
  }

  /// Whom the group that shares the store names, beside those whose first group it is.
  private var members: Set<String> {
    guard let group, let entry = getgrgid(group), var next = entry.pointee.gr_mem else {
      return []
    }
    var members: Set<String> = []
    while let name = next.pointee {
      members.insert(String(cString: name))
      next += 1
    }
    return members
  }

  func hasGroup(named name: String) -> Bool { getgrnam(name) != nil }

  private static let longest = 8
}
