/// Finds the order of checks with the least expected time to the first fault found.
package enum CheckOrder {
  /// A check as the search sees it.
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
  }

  /// The best order, as places in `items`.
  ///
  /// An exact search over subsets: in the state "these are checked", what is left costs the same
  /// whatever the order so far, since both the chance that nothing is found yet and the places one
  /// has been to depend on the set alone.
  ///
  /// - Parameter vantages: Where the person already is.
  /// - Complexity: O(2ⁿ · n) in the number of items.
  package static func best(_ items: [Item], from vantages: Set<Vantage>) -> [Int] {
    let all = (1 << items.count) - 1
    let before = items.map { item in item.after.map { 1 << $0 } ?? 0 }
    var cost = [Double](repeating: .infinity, count: all + 1)
    var choice = [Int](repeating: -1, count: all + 1)
    cost[all] = 0
    for done in stride(from: all - 1, through: 0, by: -1) {
      var unfound = 1.0
      var been = vantages
      var isReachable = true
      for index in items.indices where done >> index & 1 == 1 {
        if before[index] & ~done != 0 {
          isReachable = false
          break
        }
        unfound -= items[index].gain
        been.insert(items[index].vantage)
      }
      guard isReachable else { continue }
      for index in items.indices where done >> index & 1 == 0 && before[index] & ~done == 0 {
        let item = items[index]
        let effort = item.seconds + (been.contains(item.vantage) ? 0 : item.vantage.effort)
        let total = unfound * effort + cost[done | 1 << index]
        if total < cost[done] {
          cost[done] = total
          choice[done] = index
        }
      }
    }
    var order: [Int] = []
    var done = 0
    while done != all, choice[done] >= 0 {
      order.append(choice[done])
      done |= 1 << choice[done]
    }
    return order
  }
}
