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
    let password = [(FieldID.systemPasswordCorrect, Fact.no)]
    let own = password + [(.systemOwner, Owner.sender.rawValue)]
    let callers: [([(FieldID, String)], CallerRole?)] = [
      (password, nil), (password, .leader), (password, .person), (own, .staff),
    ]
    for (answers, role) in callers {
      let wrapUp = WrapUp(of: Self.walk(answers), role: role, on: Self.today)
      #expect(wrapUp.result == .solvedUnconfirmed && wrapUp.confirmed == .no)
      #expect(wrapUp.promise == Promise())
    }
  }

  @Test(arguments: [.staff, .accountant, .vendor, .other] as [CallerRole])
  func `whoever has the ID is somebody else where the caller is told not to lead`(
    role: CallerRole
  ) {
    let walk = Self.walk([(.systemPasswordCorrect, Fact.no)])
    let wrapUp = WrapUp(of: walk, role: role, on: Self.today)
    #expect(wrapUp.result == .othersMust && wrapUp.promise.by == .ownerManager)
    #expect(wrapUp.promise.due != nil)
  }

  @Test func `who acts is whoever something is ordered of, not who may have to act as well`() {
    // The message leaves open whether a right is lacking, which somebody else would give.
    let walk = Self.walk([
      (.message, "E1"), (.reporteeKind, "organisation"), (.loginAsked, Fact.yes),
      (.loginMethod, "sms"), (.loginCodeExpired, Fact.yes),
    ])
    #expect(walk.repairs.first?.actions.first?.by == .giver)
    #expect(walk.advice.actions.map(\.id) == ["orderNewCode"])
    var wrapUp = WrapUp(of: walk, role: .staff, on: Self.today)
    #expect(wrapUp.result == .solvedUnconfirmed && wrapUp.promise == Promise())
    wrapUp.choose(.othersMust)
    #expect(wrapUp.promise.by == .sender)
    #expect(CaseMarks(of: walk).actor == .sender)
  }

  @Test func `where somebody else must act, the case waits for them until a working day`() {
    let walk = Self.walk([(.reporteeKind, "organisation"), (.personRight, Fact.no)])
    let wrapUp = WrapUp(of: walk, role: .staff, on: Self.today)
    #expect(wrapUp.result == .othersMust && wrapUp.promise.by != nil)
    #expect(wrapUp.promise.due == Day("2026-12-02"))
    #expect(WrapUp(of: walk, role: .leader, on: Self.today).result == .solvedUnconfirmed)
  }

  /// Somebody of each kind who may know what the caller does not.
  private static let knowers: [FieldID: Actor] = [
    .systemRegistered: .ownerManager, .systemLocked: .vendor, .personRight: .giver,
  ]

  @Test(arguments: knowers.keys.sorted { $0.rawValue < $1.rawValue })
  func `where nothing is found it says so, and waits only where somebody says that it does`(
    fact: FieldID
  ) {
    #expect(WrapUp(of: Self.walk([]), role: nil, on: Self.today).result == .notFound)
    let asked = Self.walk([(fact, Fact.unknown)])
    let nobody = WrapUp(of: asked, role: nil, on: Self.today)
    #expect(nobody.result == .notFound && nobody.promise == Promise() && !nobody.hasAdvice)
    var named = WrapUp(of: asked, role: nil, on: Self.today, knowers: Self.knowers)
    #expect(named.result == .notFound && named.promise == Promise() && named.hasAdvice)
    // Then it waits for whoever can find it out.
    named.choose(.othersMust)
    #expect(named.promise.by == Self.knowers[fact] && named.promise.due != nil)
    // Another question that was not known names nobody.
    let other = Self.walk([(.systemOwner, Fact.unknown)])
    #expect(
      WrapUp(of: other, role: nil, on: Self.today, knowers: Self.knowers).result == .notFound
    )
  }

  @Test func `whoever leads is not told to wait for themselves`() {
    for (fact, knower) in Self.knowers {
      let asked = Self.walk([(fact, Fact.unknown)])
      var wrapUp = WrapUp(of: asked, role: .leader, on: Self.today, knowers: Self.knowers)
      wrapUp.choose(.othersMust)
      #expect(wrapUp.promise.by == (knower == .vendor ? .vendor : nil), "\(fact)")
    }
  }

  @Test func `what is found is told of whatever else nobody knew`() {
    let walk = Self.walk([(.systemPasswordCorrect, Fact.no), (.systemRegistered, Fact.unknown)])
    let wrapUp = WrapUp(of: walk, role: .staff, on: Self.today, knowers: Self.knowers)
    #expect(wrapUp.hasAdvice && wrapUp.promise.by == .ownerManager)
  }

  @Test func `the vendor's and the service owner's faults are theirs`() {
    let walk = Self.walk([(.message, "E5")])
    #expect(WrapUp(of: walk, role: nil, on: Self.today).result == .vendor)
  }

  @Test func `what was seen to work is confirmed, what was told is solved, and else it is not`() {
    var wrapUp = WrapUp(of: Self.walk([]), role: nil, on: Self.today)
    wrapUp.confirm(.seen)
    #expect(wrapUp.result == .solvedConfirmed && wrapUp.confirmed == .seen && wrapUp.isKnown)
    wrapUp.confirm(.told)
    #expect(wrapUp.result == .solvedUnconfirmed && wrapUp.confirmed == .told && wrapUp.isKnown)
    wrapUp.choose(.solvedConfirmed)
    #expect(wrapUp.confirmed == .told && !wrapUp.isKnown)
    wrapUp.confirm(.no)
    #expect(wrapUp.result == .solvedUnconfirmed)
    wrapUp.choose(.solvedConfirmed)
    #expect(wrapUp.confirmed == .no && !wrapUp.isKnown)
    wrapUp.confirm(.seen)
    wrapUp.choose(.solvedUnconfirmed)
    #expect(wrapUp.confirmed == .no)
    wrapUp.choose(.vendor)
    #expect(wrapUp.confirmed == .no && wrapUp.promise.by == .vendor)
  }

  @Test func `the day to follow up is never today, but for a call that goes on`() throws {
    var wrapUp = WrapUp(of: Self.walk([(.message, "E5")]), role: nil, on: Self.today)
    for _ in 0..<30 { wrapUp.postpone(by: -1) }
    // The day after is a Sunday.
    #expect(wrapUp.promise.due == Day("2026-11-30"))
    for _ in 0..<30 { wrapUp.postpone(by: -1, isOpen: true) }
    #expect(wrapUp.promise.due == Self.today)
    #expect(Day("2026-11-28").flatMap { Day(number: $0.number) } == Day("2026-11-28"))
  }
}
