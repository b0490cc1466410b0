package import Foundation

/// How a desk is set up, as `desk.json` in the folder of its store says.
///
/// The groups are order, not security: who can write in the store can do anything.
package struct DeskSetup: Equatable, Sendable {
  /// The groups of the machine whose members are the second line.
  package var second: [String] = []
  /// Those whose members lead the desk.
  package var lead: [String] = []
  /// Whether a number to ring back may be kept.
  package var callback = false
  /// After so many seconds a caller on hold is to be told something.
  package var holdWarn = 120

  /// A desk that nothing is said of.
  package init() {}

  /// Reads a file; `nil` for anything but an object of these four, each of its kind.
  package init?(json: Data) {
    guard json.count <= Self.longest,
      let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any],
      Set(object.keys).isSubset(of: ["second", "lead", "callback", "holdWarn"]),
      let read = try? JSONDecoder().decode(Contents.self, from: json),
      (10...3600).contains(read.holdWarn ?? 120)
    else { return nil }
    second = read.second ?? []
    lead = read.lead ?? []
    callback = read.callback ?? false
    holdWarn = read.holdWarn ?? 120
    guard (second + lead).allSatisfy({ (1...64).contains($0.utf8.count) }) else { return nil }
  }

  private struct Contents: Decodable {
    let second: [String]?
    let lead: [String]?
    let callback: Bool?
    let holdWarn: Int?
  }

  /// In bytes; no honest file is longer.
  package static let longest = 65_536

  /// What somebody may do who is in some groups.
  package func roles(in groups: Set<String>) -> Set<DeskRole> {
    var roles: Set<DeskRole> = [.agent]
    if !groups.isDisjoint(with: second) { roles.insert(.second) }
    if !groups.isDisjoint(with: lead) { roles.insert(.lead) }
    return roles
  }
}

/// What somebody is at the desk.
package enum DeskRole: String, CaseIterable, Codable, Sendable {
  case agent, second, lead

  /// The key of the word for it.
  package var textKey: String { "desk.as.\(rawValue)" }
}
