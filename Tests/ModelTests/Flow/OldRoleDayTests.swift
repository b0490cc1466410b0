import Model
import TestSupport
import Testing

/// What the day it is tells of whoever has only an old role, so that nobody need look it up.
@Suite struct OldRoleDayTests {
  private static let fullmakter = Content.embedded.fullmakter
  private static let served = fullmakter.oldRolesUntil.keys.sorted()
  private static let others = fullmakter.services.entries.map(\.id)
    .filter { fullmakter.oldRolesUntil[$0] == nil }

  private static func walk(_ service: String, on day: String?) -> Walk {
    var walk = Content.embedded.walk(.findFault3)
    walk.today = day.flatMap { Day($0) }
    walk.give(Fact.unknown, to: .message)
    walk.give(WorkFor.own.rawValue, to: .workFor)
    walk.give(service, to: .service)
    walk.give(SenderActs.logsIn.rawValue, to: .senderActs)
    walk.give(SenderRight.oldRole.rawValue, to: .senderRight)
    return walk
  }

  /// Whether somebody who knows nothing else is asked for it.
  private static func asks(_ fact: FieldID, in walk: Walk) -> Bool {
    var walk = walk
    for _ in 0..<60 {
      guard let next = walk.planned else { return false }
      if next.fact == fact { return true }
      walk.give(Fact.unknown, to: next.fact)
    }
    return false
  }

  @Test func `there are services that old roles open until a day, and others`() {
    #expect(!Self.served.isEmpty && !Self.others.isEmpty)
    #expect(Self.served.contains("amelding-upload"))
  }

  @Test(arguments: served)
  func `up to the last day an old role is enough, and from the day after it is not`(
    service: String
  ) throws {
    let last = try #require(Self.fullmakter.oldRolesUntil[service])
    #expect(Day("2026-12-31") == last)
    for day in ["2026-11-30", "2026-12-31"] {
      let walk = Self.walk(service, on: day)
      #expect(walk.diagnosis[.senderRights]?.state == .ok)
      #expect(walk.diagnosis[.senderRights]?.reasons == [.ground(.oldRoleCounts)])
      #expect(!Self.asks(.senderRoleCounts, in: walk))
    }
    for day in ["2027-01-01", "2028-02-29"] {
      let walk = Self.walk(service, on: day)
      #expect(walk.diagnosis[.senderRights]?.reasons == [.fault(.oldRoleOnly)])
      #expect(!Self.asks(.senderRoleCounts, in: walk))
    }
    // Without a day it is asked about.
    #expect(Self.asks(.senderRoleCounts, in: Self.walk(service, on: nil)))
  }

  @Test(arguments: served)
  func `facts that were written down go by the day as well, unless they say themselves`(
    service: String
  ) {
    func failing(_ day: String?, _ more: [FieldID: String] = [:]) -> [Point] {
      let facts: [FieldID: String] = [
        .message: Fact.unknown, .workFor: WorkFor.own.rawValue, .service: service,
        .senderActs: SenderActs.logsIn.rawValue, .senderRight: SenderRight.oldRole.rawValue,
      ]
      return Walk(
        .findFault3,
        engine: Content.embedded.engine(of: .altinn3),
        given: Facts(facts.merging(more) { $1 }),
        on: day.flatMap { Day($0) }
      ).diagnosis.failing
    }
    #expect(failing("2026-12-31") == [])
    #expect(failing("2027-01-01") == [.senderRights])
    #expect(failing("2027-01-01", [.senderRoleCounts: Fact.yes]) == [])
    #expect(failing("2026-12-31", [.senderRoleCounts: Fact.no]) == [.senderRights])
    #expect(failing(nil) == [])
  }

  @Test(arguments: others)
  func `of another service no day tells anything`(service: String) {
    for day in ["2026-11-30", "2027-01-01", nil] {
      let walk = Self.walk(service, on: day)
      #expect(walk.answer(.senderRoleCounts) == nil)
      #expect(walk.diagnosis[.senderRights]?.state != .ok)
    }
  }

  @Test func `whoever says otherwise is right, and what follows goes as the answers go`() {
    var walk = Self.walk("amelding-upload", on: "2026-11-30")
    walk.give(Fact.no, to: .senderRoleCounts)
    #expect(walk.diagnosis.failing == [.senderRights])
    walk.today = Day("2026-12-01")
    #expect(walk.diagnosis.failing == [.senderRights])
    walk = Self.walk("amelding-upload", on: "2026-11-30")
    for (service, counts) in [(Self.others[0], false), ("amelding-upload", true)] {
      walk.give(service, to: .service)
      #expect((walk.answer(.senderRoleCounts) != nil) == counts)
    }
    walk.give(SenderRight.fullmakt.rawValue, to: .senderRight)
    #expect(walk.answer(.senderRoleCounts) == nil)
  }

  @Test func `a case that is taken up again goes by the day it then is`() {
    let kept = Self.walk("amelding-upload", on: "2026-12-31").content
    var walk = Content.embedded.walk(.findFault3, resuming: kept)
    #expect(walk.diagnosis.failing.isEmpty)
    walk.today = Day("2027-01-01")
    #expect(walk.diagnosis.failing == [.senderRights])
    // What was said when a case was closed stays as it was.
    var closed = kept
    closed.status = .closed
    walk = Content.embedded.walk(.findFault3, resuming: closed)
    walk.today = Day("2027-01-01")
    #expect(walk.diagnosis.failing.isEmpty)
  }
}
