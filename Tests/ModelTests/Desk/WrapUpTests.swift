import Model
import Testing

@Suite struct WrapUpTests {
  private static let today = Day("2026-11-28")

  private static func walk(_ answers: [(FieldID, String)]) -> Walk {
    var walk = Content.embedded.walk(.findFault)
    walk.beginCall()
    for (field, value) in answers { walk.give(value, to: field) }
    return walk
  }

  @Test func `a call whose repair the caller can do themselves is solved and not confirmed`() {
    let wrapUp = WrapUp(
      of: Self.walk([(.systemPasswordCorrect, Fact.no)]),
      role: nil,
      on: Self.today
    )
    #expect(wrapUp.result == .solvedUnconfirmed && wrapUp.confirmed == .no)
    #expect(wrapUp.promise == Promise())
  }

  @Test func `where somebody else must act, the case waits for them until a working day`() {
    let walk = Self.walk([(.reporteeKind, "organisation"), (.personRight, Fact.no)])
    let wrapUp = WrapUp(of: walk, role: .staff, on: Self.today)
    #expect(wrapUp.result == .othersMust && wrapUp.promise.by != nil)
    #expect(wrapUp.promise.due == Day("2026-12-02"))
    #expect(WrapUp(of: walk, role: .leader, on: Self.today).result == .solvedUnconfirmed)
  }

  @Test func `where nothing is found it says so, and waits where nobody could tell`() {
    #expect(WrapUp(of: Self.walk([]), role: nil, on: Self.today).result == .notFound)
    let asked = Self.walk([(.systemRegistered, Fact.unknown)])
    #expect(WrapUp(of: asked, role: nil, on: Self.today).result == .othersMust)
  }

  @Test func `the vendor's and the service owner's faults are theirs`() {
    let walk = Self.walk([(.message, "E5")])
    #expect(WrapUp(of: walk, role: nil, on: Self.today).result == .vendor)
  }

  @Test func `whoever has seen or told that it works has a solved case, and else not`() {
    var wrapUp = WrapUp(of: Self.walk([]), role: nil, on: Self.today)
    wrapUp.confirm(.seen)
    #expect(wrapUp.result == .solvedConfirmed && wrapUp.confirmed == .seen)
    wrapUp.confirm(.no)
    #expect(wrapUp.result == .solvedUnconfirmed)
    wrapUp.choose(.vendor)
    #expect(wrapUp.confirmed == .no && wrapUp.promise.by == .vendor)
  }

  @Test func `the day to follow up is never today, but for a call that goes on`() throws {
    var wrapUp = WrapUp(of: Self.walk([(.message, "E5")]), role: nil, on: Self.today)
    for _ in 0..<30 { wrapUp.postpone(by: -1) }
    #expect(wrapUp.promise.due == Day("2026-11-29"))
    for _ in 0..<30 { wrapUp.postpone(by: -1, isOpen: true) }
    #expect(wrapUp.promise.due == Self.today)
    #expect(Day("2026-11-28").flatMap { Day(number: $0.number) } == Day("2026-11-28"))
  }
}
