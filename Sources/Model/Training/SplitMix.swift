/// Numbers that follow from a seed, the same on every machine and in every build (SplitMix64).
package struct SplitMix: Sendable {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  /// Begins at a seed made of words: their FNV-1a.
  package init(_ words: String) { state = FNV1a.hash(words.utf8) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to a limit, which is at least 1 and is not reached.
  package mutating func below(_ limit: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// Whether something happens that happens so often, 0 to 1, to the thousandth.
  mutating func happens(_ often: Double) -> Bool { below(1_000) < Int(often * 1_000) }

  /// One of some things; `nil` of none.
  package mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// The same things in another order.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var mixed = elements
    for place in mixed.indices.dropLast() {
      mixed.swapAt(place, place + below(mixed.count - place))
    }
    return mixed
  }
}
