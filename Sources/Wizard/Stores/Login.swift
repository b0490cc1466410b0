import Glibc
import Model
import Screens

/// Who people are on this machine, where the system knows them by their logins.
struct Login: People {
  /// The group that shares the store, if one does.
  let group: UInt32?

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
    getpwnam(name).map { AgentID(rawValue: $0.pointee.pw_uid) }
  }

  var groups: Set<String> {
    var ids = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
    let count = getgroups(Int32(ids.count), &ids)
    ids = ids.prefix(Int(max(0, count))) + [getgid(), getegid()]
    return Set(ids.compactMap { id in getgrgid(id).map { String(cString: $0.pointee.gr_name) } })
  }

  var colleagues: [Colleague] {
    guard let group else { return [] }
    var members: Set<String> = []
    if let entry = getgrgid(group), var next = entry.pointee.gr_mem {
      while let name = next.pointee {
        members.insert(String(cString: name))
        next += 1
      }
    }
    var found: [Colleague] = []
    setpwent()
    defer { endpwent() }
    while let entry = getpwent() {
      let (user, name) = (entry.pointee, String(cString: entry.pointee.pw_name))
      guard user.pw_uid != own.rawValue, user.pw_gid == group || members.contains(name) else {
        continue
      }
      found.append(
        Colleague(AgentID(rawValue: user.pw_uid), login: String(name.prefix(Self.longest)))
      )
    }
    return found.sorted { $0.login < $1.login }
  }

  func hasGroup(named name: String) -> Bool { getgrnam(name) != nil }

  private static let longest = 8
}
