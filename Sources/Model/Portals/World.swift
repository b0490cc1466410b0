/// Everything about a group of facts filled in: one of the ways things may really be.
///
/// Each value of each fact has a bit of its own, and of each fact one bit is set. So a condition is
/// held against a world by one *and*: it names the bits that must not be set.
struct World: Hashable, Sendable {
  var bits: UInt64 = 0
}

/// A set of reasons of one group, numbered as the group numbers them.
struct ReasonSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(bit: Int) { rawValue = 1 << UInt64(bit) }
}

/// The bits that the values of one fact take in a world.
struct WorldAxis: Sendable {
  let fact: FieldID
  /// What rules tell apart; their bits follow one another from ``shift`` on.
  let words: [String]
  let shift: Int

  /// The bits of all its values.
  var mask: UInt64 { (1 << UInt64(words.count) - 1) << UInt64(shift) }

  /// The bits of some of its values.
  func bits(_ values: some Sequence<String>) -> UInt64 {
    values.reduce(0) { bits, value in
      words.firstIndex(of: value).map { bits | bit($0) } ?? bits
    }
  }

  /// The bit of the value of an index.
  func bit(_ index: Int) -> UInt64 { 1 << UInt64(shift + index) }
}
