/// Finds the order of inquiries with the least expected time to the first fault found.
package enum InquiryOrder {
  /// An inquiry as the search sees it.
  package struct Item: Equatable, Sendable {
    /// Seconds, once one is where it is seen.
    package let seconds: Double
    package let vantage: Vantage
    /// The chance that it shows the fault, 0 to 1; those of all items are at most 1 together.
    package let gain: Double
    /// The place of the item that must be checked first.
    package let after: Int?

    package init(seconds: Double, vantage: Vantage, gain: Double, after: Int? = nil) {
      self.seconds = seconds
      self.vantage = vantage
      self.gain = gain
      self.after = after
    }

    /// How much it finds a second.
    fileprivate var rate: Double { seconds > 0 ? gain / seconds : .infinity }
  }

  /// The best order, as places in `items`.
  ///
  /// An exact search over sets: when these are checked, what is left costs the same whatever the order
  /// so far, since both the chance that nothing is found yet and the places one has been to depend on
  /// the set alone.
  ///
  /// Only sets that can come up are looked at. Of items that open no other, are seen in one place and
  /// wait for the same item, the one that finds more a second goes first in some best order: whatever
  /// stands between two of them the wrong way round can be moved before both or after both at no cost.
  /// So each such group is a chain, and thousands of sets are left of the hundred thousand.
  ///
  /// - Parameter vantages: Where the person already is.
  package static func best(_ items: [Item], from vantages: Set<Vantage>) -> [Int] {
    var search = Search(items, before: chained(items))
    _ = search.cost(done: 0, been: search.places(vantages), unfound: 1)
    var order: [Int] = []
    var done = 0
    while let next = search.plans[done]?.next {
      order.append(next)
      done |= 1 << next
    }
    return order
  }

  /// The items that must go before each, as sets of places.
  private static func chained(_ items: [Item]) -> [Int] {
    var before = items.map { item in item.after.map { 1 << $0 } ?? 0 }
    let opening = Set(items.compactMap(\.after))
    let groups = Dictionary(grouping: items.indices.filter { !opening.contains($0) }) { index in
      Group(vantage: items[index].vantage, after: items[index].after)
    }
    for group in groups.values {
      let chain = group.sorted { (items[$0].rate, $1) > (items[$1].rate, $0) }
      for (index, next) in zip(chain, chain.dropFirst()) { before[next] |= 1 << index }
    }
    return before
  }

  private struct Group: Hashable {
    let vantage: Vantage
    let after: Int?
  }

  /// The costs of what is left, by the set of what is checked.
  private struct Search {
    let items: [Item]
    let before: [Int]
    /// The vantages of all items, each once, and the bit of each item's among them.
    let vantages: [Vantage]
    let bits: [Int]
    var plans: [Int: (cost: Double, next: Int?)] = [:]

    init(_ items: [Item], before: [Int]) {
      self.items = items
      self.before = before
      let vantages = items.reduce(into: [Vantage]()) { seen, item in
        if !seen.contains(item.vantage) { seen.append(item.vantage) }
      }
      self.vantages = vantages
      bits = items.map { item in vantages.firstIndex(of: item.vantage).map { 1 << $0 } ?? 0 }
      plans.reserveCapacity(2_048)
    }

    /// Places as a set of bits; those where nothing is seen are left out.
    func places(_ been: Set<Vantage>) -> Int {
      vantages.indices.reduce(0) { been.contains(vantages[$1]) ? $0 | 1 << $1 : $0 }
    }

    /// The least expected time for the rest.
    ///
    /// - Parameters:
    ///   - been: The places one has been to.
    ///   - unfound: The chance that nothing is found yet.
    mutating func cost(done: Int, been: Int, unfound: Double) -> Double {
      if let plan = plans[done] { return plan.cost }
      var least = Double.infinity
      var next: Int?
      for index in items.indices where done >> index & 1 == 0 && before[index] & ~done == 0 {
        let item = items[index]
        let bit = bits[index]
        let effort = item.seconds + (been & bit == 0 ? item.vantage.effort : 0)
        let rest = cost(done: done | 1 << index, been: been | bit, unfound: unfound - item.gain)
        let total = unfound * effort + rest
        if total < least { (least, next) = (total, index) }
      }
      if next == nil { least = 0 }
      plans[done] = (least, next)
      return least
    }
  }
}
