import Model
import TestSupport
import Testing

/// What somebody must log in to send, whatever task it is met in: one rule, which the search for a fault has as well.
@Suite struct NeedsLoginTests {
  private static let services = Content.embedded.fullmakter.services.entries
  private static let ids = services.map(\.id)
  private static let parties = WorkFor.allCases.map(\.rawValue)
  /// What asks how one sends, and what leads to a system access.
  private static let leading: Set<StepID> = ["acts", "lacking", "systemAccess"]

  /// Whether the owner of the service says that a person logs in (E6, E2, R3).
  private static func needsLogin(_ id: String) -> Bool {
    let access = services.first { $0.id == id }?.access
    return access?.way == .logIn && access?.wayStanding == .official
  }

  @Test func `there are services of either kind`() {
    let kinds = Self.ids.map(Self.needsLogin)
    #expect(kinds.contains(true) && kinds.contains(false))
    #expect(["rf0002", "rf0004", "rf0005", "rf0009"].allSatisfy(Self.needsLogin))
  }

  @Test(arguments: ids)
  func `the tasks and the search for a fault know the same of a service`(id: String) {
    for flow in [Flow.checkFullmakt, .requestFullmakt, .findFault3] {
      var walk = Content.embedded.walk(flow)
      walk.give(WorkFor.own.rawValue, to: .workFor)
      walk.give(id, to: .service)
      #expect(walk.needsLogin == Self.needsLogin(id), "\(flow.id)")
      guard flow.findsFaults else { continue }
      let isOut = walk.diagnosis[.systemAccess]?.state == .notApplicable
      #expect(isOut == Self.needsLogin(id))
    }
    // A private person can have no system access, whatever is sent (U2).
    var walk = Content.embedded.walk(.checkFullmakt)
    walk.give(id, to: .service)
    walk.give(WorkFor.person.rawValue, to: .workFor)
    #expect(walk.needsLogin)
  }

  @Test(arguments: ids, parties)
  func `nobody is asked how they send, nor led to a system access, where there can be none`(
    id: String,
    party: String
  ) {
    let needsLogin = party == WorkFor.person.rawValue || Self.needsLogin(id)
    for flow in [Flow.checkFullmakt, .requestFullmakt] {
      for side in Ask.Side.allCases {
        for acts in SenderActs.allCases.map(\.rawValue) + [Fact.unknown] {
          var walk = Content.embedded.walk(flow)
          // An answer from before the service was another does not count.
          walk.give(acts, to: .senderActs)
          let passed = walk.passed(with: [
            Ask.side: side.rawValue, .workFor: party, .service: id, .senderActs: acts,
          ])
          let told = "\(flow.id) \(side) \(acts): \(passed)"
          #expect(walk.current.kind == .receipt, "\(told)")
          let asks = flow.id == Flow.checkFullmakt.id || side == .asks
          #expect(passed.contains("acts") == (!needsLogin && asks), "\(told)")
          guard needsLogin else { continue }
          #expect(Self.leading.isDisjoint(with: passed), "\(told)")
          #expect(walk.value(.senderActs) == nil, "\(told)")
          let begun = passed.compactMap(flow.step).flatMap(\.begins).map(\.flow)
          #expect(!begun.contains(Flow.connectProgram.id), "\(told)")
        }
      }
    }
  }

  @Test(arguments: ids)
  func `a private person is asked of no package of an enterprise, and of no administrator`(
    id: String
  ) {
    for side in Ask.Side.allCases {
      for connected in [Fact.yes, Fact.no] {
        var walk = Content.embedded.walk(.requestFullmakt)
        let passed = walk.passed(with: [
          Ask.side: side.rawValue, .workFor: WorkFor.person.rawValue, .service: id,
          .senderConnected: connected, Ask.isMain: Fact.yes, Ask.what: "registration",
        ])
        #expect(
          Set(passed).isDisjoint(with: ["what", "package", "clientPackage", "isMain"]),
          "\(passed)"
        )
        let isAsked = side == .asks
        #expect(passed.contains("portal") == (isAsked && connected == Fact.yes), "\(passed)")
        #expect(passed.contains("letter") == (isAsked && connected == Fact.no), "\(passed)")
        #expect(AskAnswers(walk).what == .service && AskAnswers(walk).gives == !isAsked)
      }
    }
  }

  @Test(arguments: [
    (Ask.Lacking.access.rawValue, true), (Ask.Lacking.approver.rawValue, false),
    (Ask.Lacking.firm.rawValue, false), (Fact.unknown, true),
  ])
  func `where a system access sends, only whoever lacks the access is led to it`(
    lacking: String,
    isLed: Bool
  ) {
    for id in ["a02", "rf1086", "nav-inntektsmelding"] {
      var walk = Content.embedded.walk(.requestFullmakt)
      let passed = walk.passed(with: [
        Ask.side: "asks", .workFor: "own", .service: id, Ask.lacking: lacking,
        .senderActs: SenderActs.nothing.rawValue,
      ])
      #expect(passed.contains("lacking") && passed.contains("what"), "\(passed)")
      #expect(passed.contains("systemAccess") == isLed, "\(passed)")
    }
  }
}
