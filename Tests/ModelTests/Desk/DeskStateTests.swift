import Testing

@testable import Model

/// The rules of the desk, over every state and act.
@Suite struct DeskStateTests {
  private static let mine = AgentID(rawValue: 1000)
  private static let other = AgentID(rawValue: 1001)
  private static let moment = Timestamp(rawValue: 1_795_438_800)
  private static let id = CaseID(rawValue: 1001)

  /// Where each act leads, by hand; `nil` where it is no edge.
  private static func end(of act: DeskAct, from state: DeskState) -> DeskState? {
    switch (state, act) {
    case (.free, .take), (.handed, .receive), (.hold, .resume), (.parked, .resume),
      (.waiting, .reopen), (.due, .reopen), (.closed, .reopen),
      (.call, .steal), (.hold, .steal), (.parked, .steal), (.handed, .steal):
      .call
    case (.call, .release): .free
    case (.call, .hold): .hold
    case (.call, .park), (.hold, .park): .parked
    case (.call, .hand): .handed
    case (.call, .close(let closing)): closing.outcome.result.waits ? .waiting : .closed
    default: nil
    }
  }

  private static func closing(_ result: DeskResult) -> Closing {
    Closing(
      CallOutcome(
        edition: .altinn2,
        result: result,
        confirmed: result == .solvedConfirmed ? .seen : .no
      ),
      Likeness(edition: .altinn2, message: nil),
      promise: Promise(by: "giver", due: Day("2026-12-24"))
    )
  }

  private static let acts: [DeskAct] =
    [
      .take, .steal, .release, .hold, .resume, .park(Promise(due: Day("2026-12-01"))),
      .hand(to: .free), .hand(to: .second), .hand(to: .colleague(other)), .receive, .reopen,
    ] + DeskResult.allCases.map { .close(closing($0)) }

  /// A case that stands in a state.
  private static func desk(in state: DeskState, of owner: AgentID) -> (DeskCase, CaseStatus) {
    var desk = DeskCase()
    switch state {
    case .free, .closed: break
    case .call, .hold, .parked:
      desk.owner = owner
      desk.line = state == .call ? .live : state == .hold ? .hold : .none
    case .handed: desk.handedFrom = owner
    case .waiting: desk.promise.due = Day("2030-01-01")
    case .due: desk.promise.due = Day("2026-01-01")
    }
    return (desk, state.status)
  }

  private static func state(_ desk: DeskCase, _ status: CaseStatus) -> DeskState {
    desk.state(status, touched: moment, at: DeskTime(moment))
  }

  @Test(arguments: DeskState.allCases)
  func `every edge leads where it should, and there is no other`(state: DeskState) throws {
    let (desk, status) = Self.desk(in: state, of: Self.mine)
    #expect(Self.state(desk, status) == state)
    for act in Self.acts {
      let end = Self.end(of: act, from: state)
      #expect((end != nil) == act.kind.states.contains(state), "\(act)")
      do {
        let after = try desk.after(act, on: Self.id, in: state, by: Self.mine, at: Self.moment)
        #expect(Self.state(after.desk, after.status) == end, "\(act)")
      } catch {
        #expect(end == nil && error == .standing(Self.id, state), "\(act)")
      }
    }
  }

  @Test func `no state is a dead end`() {
    for state in DeskState.allCases {
      var reached: Set<DeskState> = [state]
      var edge = [state]
      while let next = edge.popLast() {
        for end in Self.acts.compactMap({ Self.end(of: $0, from: next) })
        where reached.insert(end).inserted {
          edge.append(end)
        }
      }
      #expect(reached.isSuperset(of: [.call, .closed, .waiting, .free]), "\(state)")
    }
  }

  @Test func `what somebody else has can only be stolen`() {
    for state in DeskState.allCases where state.isOwned {
      let (desk, _) = Self.desk(in: state, of: Self.other)
      for act in Self.acts where act.kind != .steal {
        #expect(throws: DeskRefusal.taken(Self.id, by: Self.other)) {
          try desk.after(act, on: Self.id, in: state, by: Self.mine, at: Self.moment)
        }
      }
    }
  }

  @Test func `what is handed to a colleague is received by nobody else`() throws {
    let (call, _) = Self.desk(in: .call, of: Self.mine)
    let given = try call.after(
      .hand(to: .colleague(Self.other)),
      on: Self.id,
      in: .call,
      by: Self.mine,
      at: Self.moment
    ).desk
    #expect(throws: DeskRefusal.taken(Self.id, by: Self.other)) {
      try given.after(.receive, on: Self.id, in: .handed, by: Self.mine, at: Self.moment)
    }
    let received = try given.after(
      .receive,
      on: Self.id,
      in: .handed,
      by: Self.other,
      at: Self.moment
    ).desk
    #expect(received.owner == Self.other)
    #expect(received.handedFrom == nil)
  }

  @Test func `a call nobody has saved for four hours is parked`() {
    let (desk, _) = Self.desk(in: .call, of: Self.mine)
    for (seconds, state) in [(14_399, DeskState.call), (14_400, .parked)] as [(Int64, DeskState)] {
      let time = DeskTime(Timestamp(rawValue: Self.moment.rawValue + seconds))
      #expect(desk.state(.open, touched: Self.moment, at: time) == state)
    }
    let longAgo = Timestamp(rawValue: .min)
    #expect(desk.state(.open, touched: longAgo, at: DeskTime(Self.moment)) == .parked)
  }

  @Test func `what waits is due on its day and after it`() {
    var desk = DeskCase()
    for (day, state) in [("2026-11-23", DeskState.due), ("2026-11-24", .waiting), ("", .waiting)] {
      desk.promise.due = Day(day)
      #expect(Self.state(desk, .waiting) == state, "\(day)")
    }
  }
}
