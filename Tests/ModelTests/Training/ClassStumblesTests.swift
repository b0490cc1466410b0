import TestSupport
import Testing

@testable import Model

/// Where the seats of a class first left the best way, and how many gave advice that must not be given.
@Suite struct ClassStumblesTests: DrawsCalls {
  /// The calls of a seat, each as it was played, held against the best way.
  private func progress(_ calls: [[TrainingAct]], _ id: ScenarioID, _ room: TrainingRoom)
    -> SeatProgress
  {
    var (record, progress) = (SeatRecord(), SeatProgress())
    for acts in calls {
      // Whoever plays on from an earlier step begins another call.
      record.keep(id, Array(acts.prefix(1)))
      record.keep(id, acts)
      let isSound = progress.follow(record) { _ in room }
      #expect(isSound)
    }
    #expect(record.calls.map(\.acts) == calls)
    return progress
  }

  @Test func `a seat counts once for each exercise, by how it played it first`() throws {
    let room = try room(.altinn2)
    let best = BestWay(room).play(try call("6"))
    let (id, way) = (best.scenario.id, best.acts)
    let bad = Array(way.prefix(2)) + [.lure(.retry), .lure(.readPassword)]
    let first = ClassStumbles([progress([bad, way], id, room)], in: id)
    #expect(first.rows.map(\.act) == [.lure(.retry)] && first.rows.map(\.count) == [1])
    #expect(first.rows[0].better == way[2] && first.dangerous == 1 && first.seats == 1)
    let later = ClassStumbles([progress([way, bad], id, room)], in: id)
    #expect(later.rows.isEmpty && later.dangerous == 0 && later.seats == 1)
    // Of an exercise that a seat has not begun nothing is told.
    let other = ClassStumbles([progress([bad], id, room)], in: try call("1").scenario.id)
    #expect(other.rows.isEmpty && other.dangerous == 0 && other.seats == 0)
  }

  @Test func `the commonest comes first, and each kind is counted by itself`() throws {
    let room = try room(.altinn2)
    let best = BestWay(room).play(try call("6"))
    let (id, way) = (best.scenario.id, best.acts)
    func astray(_ act: TrainingAct) -> SeatProgress {
      progress([Array(way.prefix(2)) + [act]], id, room)
    }
    let seats = [
      astray(.lure(.retry)), astray(.tellBack), astray(.tellBack), progress([way], id, room),
      astray(.lure(.allRoles)), astray(.tellBack),
    ]
    let told = ClassStumbles(seats, in: id)
    #expect(told.rows.map(\.act) == [.tellBack, .lure(.allRoles), .lure(.retry)])
    #expect(told.rows.map(\.count) == [3, 1, 1] && told.seats == 6)
    // All roles are too wide, and no danger.
    #expect(told.dangerous == 1)
    #expect(ClassStumbles(seats.reversed(), in: id) == told)
  }
}
