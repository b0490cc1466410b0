/// What an agent says is wrong with what Veiviser said, for whoever writes the catalogue.
package enum DeskFlag: String, CaseIterable, Codable, Sendable {
  /// The menu is not where it is said to be.
  case menu
  /// The message or the page has other words.
  case wording
  /// What was to be done did not help.
  case advice
  /// What it was is not among the causes.
  case cause
  case language

  /// The key of the words for it.
  package var textKey: String { "desk.flag.\(rawValue)" }
}

/// In how many calls about a message something was said to be wrong.
package struct FlagCount: Hashable, Sendable {
  package let edition: PortalEdition
  /// The entry of the catalogue, the digest of a shape, or `nil` without a message.
  package let message: String?
  package let flag: DeskFlag
  package let calls: Int

  package init(_ edition: PortalEdition, _ message: String?, _ flag: DeskFlag, calls: Int) {
    self.edition = edition
    self.message = message
    self.flag = flag
    self.calls = calls
  }

  /// Whether one stands before another in a list: what was said in most calls comes first.
  package static func precedes(_ left: FlagCount, _ right: FlagCount) -> Bool {
    func name(_ count: FlagCount) -> [String] {
      [count.edition.rawValue, count.message ?? "", count.flag.rawValue]
    }
    return left.calls == right.calls
      ? name(left).lexicographicallyPrecedes(name(right)) : left.calls > right.calls
  }
}
