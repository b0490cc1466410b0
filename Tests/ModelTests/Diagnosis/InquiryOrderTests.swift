import Model
import TestSupport
import Testing

@Suite struct InquiryOrderTests {
  private static let vantages: [Vantage] = [
    .anywhere, .program, .reporteeProfile, .ownerProfile, .loginInformation,
  ]

  /// The expected time of an order, written a second time as it is read; `nil` when it asks for
  /// something before what must come first.
  private func cost(of order: [Int], _ items: [InquiryOrder.Item], from vantages: Set<Vantage>)
    -> Double?
  {
    var been = vantages
    var unfound = 1.0
    var total = 0.0
    for (place, index) in order.enumerated() {
      let item = items[index]
      if let gate = item.after, !order[..<place].contains(gate) { return nil }
      total += unfound * (item.seconds + (been.contains(item.vantage) ? 0 : item.vantage.effort))
      been.insert(item.vantage)
      unfound -= item.gain
    }
    return total
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard !items.isEmpty else { return [[]] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `no order is better than the one found`(seed: UInt64) throws {
    var random = Seeded(seed)
    let count = Int.random(in: 0...6, using: &random)
    let items = (0..<count).map { place in
      InquiryOrder.Item(
        seconds: Double(Int.random(in: 1...30, using: &random)),
        vantage: Self.vantages.randomElement(using: &random) ?? .anywhere,
        gain: Double.random(in: 0...0.9 / Double(count), using: &random),
        after: place > 0 && Bool.random(using: &random)
          ? (0..<place).randomElement(using: &random) : nil
      )
    }
    let vantages: Set<Vantage> = Bool.random(using: &random) ? [.anywhere, .program] : [.anywhere]
    let order = InquiryOrder.best(items, from: vantages)
    #expect(order.sorted() == Array(items.indices))
    let found = try #require(cost(of: order, items, from: vantages))
    let least = permutations(Array(items.indices)).compactMap {
      cost(of: $0, items, from: vantages)
    }
    .min()
    #expect(abs(found - (least ?? 0)) < 1e-9)
  }

  @Test func `what must come first may stand behind in the list`() {
    let items = [
      InquiryOrder.Item(seconds: 1, vantage: .anywhere, gain: 0.9, after: 1),
      InquiryOrder.Item(seconds: 100, vantage: .anywhere, gain: 0),
    ]
    #expect(InquiryOrder.best(items, from: []) == [1, 0])
  }

  @Test func `being there already makes a check cheaper`() {
    let items = [
      InquiryOrder.Item(seconds: 10, vantage: .program, gain: 0.2),
      InquiryOrder.Item(seconds: 10, vantage: .ownerProfile, gain: 0.2),
    ]
    #expect(InquiryOrder.best(items, from: [.program]) == [0, 1])
    #expect(InquiryOrder.best(items, from: [.ownerProfile]) == [1, 0])
  }

  @Test func `as many checks as there are facts are put in order`() {
    let items = (0..<17).map { place in
      InquiryOrder.Item(
        seconds: Double(20 - place),
        vantage: .anywhere,
        gain: 0.05,
        after: place > 8 ? 0 : nil
      )
    }
    #expect(InquiryOrder.best(items, from: []).count == 17)
  }
}
