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

  /// The items known to be checked, and what follows from it whatever their order was.
  private struct State {
    let checked: Int
    /// The chance that none of them showed the fault.
    let unfound: Double
    let been: Int
  }

  /// The best order, as places in `items`; of two that cost the same, the earlier items first.
  ///
  /// An exact search over the sets of items that can be checked before the others: what is left then
  /// costs the same whatever the order so far, since both the chance that nothing is found yet and
  /// the places one has been to depend on the set alone.
  ///
  /// - Parameter vantages: Where the person already is.
  /// - Complexity: O(s · n) for n items and the s sets that respect ``Item/after``, s at most 2ⁿ.
  package static func best(_ items: [Item], from vantages: Set<Vantage>) -> [Int] {
    let states = states(of: items, from: vantages)
    guard let last = states.last else { return [] }
    var cost = [Double](repeating: 0, count: last.checked + 1)
    func next(from state: State) -> (item: Int, cost: Double)? {
      var found: (item: Int, cost: Double)?
      for (place, item) in items.enumerated() where state.checked >> place & 1 == 0 {
        guard item.after.map({ state.checked >> $0 & 1 == 1 }) ?? true else { continue }
        let travel = state.been & bit(item.vantage) == 0 ? item.vantage.effort : 0
        let total = state.unfound * (item.seconds + travel) + cost[state.checked | 1 << place]
        if total < found?.cost ?? .infinity { found = (place, total) }
      }
      return found
    }
    var choice = [Int8](repeating: -1, count: last.checked + 1)
    for state in states.dropLast().reversed() {
      guard let found = next(from: state) else { continue }
      cost[state.checked] = found.cost
      choice[state.checked] = Int8(found.item)
    }
    var order: [Int] = []
    var checked = 0
    while choice[checked] >= 0 {
      order.append(Int(choice[checked]))
      checked |= 1 << Int(choice[checked])
    }
    return order
  }

  /// Every set that can be checked before the others; each stands after all of its subsets.
  private static func states(of items: [Item], from vantages: Set<Vantage>) -> [State] {
    var states = [State(checked: 0, unfound: 1, been: vantages.reduce(0) { $0 | bit($1) })]
    var placed = 0
    var waiting = Array(items.indices)
    while let index = waiting.firstIndex(where: { place in
      items[place].after.map { placed >> $0 & 1 == 1 } ?? true
    }) {
      let place = waiting.remove(at: index)
      let item = items[place]
      placed |= 1 << place
      for state in states where item.after.map({ state.checked >> $0 & 1 == 1 }) ?? true {
        states.append(
          State(
            checked: state.checked | 1 << place,
            unfound: state.unfound - item.gain,
            been: state.been | bit(item.vantage)
          )
        )
      }
    }
    return states
  }

  private static func bit(_ vantage: Vantage) -> Int {
    switch vantage {
    case .none: 1
    case .program: 2
    case .reporteeProfile: 4
    case .ownerProfile: 8
    case .loginInformation: 16
    }
  }
}
