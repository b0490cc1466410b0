import Glibc
import Model
import Screens

/// Who people are on this machine; asked each time, and never kept.
enum Login {
  /// The person who runs the program.
  static var own: AgentID { AgentID(rawValue: getuid()) }

  /// What somebody is called, at most as long as there is room for; their number where they have no name.
  static func name(of agent: AgentID) -> String {
    guard let entry = getpwuid(agent.rawValue), let name = entry.pointee.pw_name else {
      return "\(agent.rawValue)"
    }
    return String(String(cString: name).prefix(longest))
  }

  /// Somebody by their name.
  static func agent(named name: String) -> AgentID? {
    getpwnam(name).map { AgentID(rawValue: $0.pointee.pw_uid) }
  }

  /// The names of the groups the person is in.
  static var groups: Set<String> {
    var ids = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
    let count = getgroups(Int32(ids.count), &ids)
    ids = ids.prefix(Int(max(0, count))) + [getgid(), getegid()]
    return Set(ids.compactMap { id in getgrgid(id).map { String(cString: $0.pointee.gr_name) } })
  }

  /// The others of a group, in the order of their names.
  static func colleagues(in group: UInt32) -> [Colleague] {
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
      found.append(Colleague(AgentID(rawValue: user.pw_uid), login: String(name.prefix(longest))))
    }
    return found.sorted { $0.login < $1.login }
  }

  /// Whether there is a group of a name.
  static func hasGroup(named name: String) -> Bool { getgrnam(name) != nil }

  private static let longest = 8
}
