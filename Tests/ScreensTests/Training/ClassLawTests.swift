import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

/// What holds of a class whoever sits where: hints are noted, hidden seats cannot be told apart, a pause is for all.
@Suite struct ClassLawTests {
  private static let now = Timestamp(rawValue: 1_800_000_000)

  private let room: TrainingRoom
  private let group: TrainingClass

  init() throws {
    room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    group = try #require(TrainingPages.group("6", "1"))
  }

  private func begun(_ entry: TrainingEntry, _ language: Language = .bokmal) -> AppState {
    var state = AppState(
      content: .embedded,
      language: language,
      size: Size(columns: 120, rows: 40),
      today: Day("2026-12-01"),
      home: HomeState(.altinn2)
    )
    state.begin(entry)
    state.markDrawn()
    return state
  }

  private func best() throws -> [TrainingAct] {
    let scenario = try #require(room.draw.scenario(group.calls[0]))
    return BestWay(room).play(TrainingCall(scenario)).acts
  }

  // MARK: - Hints

  /// What is kept of a call in one's own training.
  private func kept(_ effects: [Effect]) -> [TrainingAct]? {
    effects.lazy.compactMap { effect -> [TrainingAct]? in
      guard case .keepTraining(.call(_, let acts)) = effect else { return nil }
      return acts
    }
    .first
  }

  @Test(arguments: Language.allCases)
  func `a hint from whoever leads is noted in the seat's own attempt, once for all that it tells`(
    language: Language
  ) throws {
    var own = begun(.seat(SeatInClass(1, in: group, SeatRecord()), TrainingRecord()), language)
    _ = own.update(.key(.character("1")))
    own.markDrawn()
    var room = group
    for tier in TrainingAct.hintTiers {
      let before = room
      room.help(1, in: group.calls[0], after: 0)
      let effects = own.update(.classroom(.said(room, before: before)))
      let told = TrainingAct.hintTiers.prefix(tier).map { TrainingAct.hint($0) }
      #expect(kept(effects) == told)
      // The class is told too, so that the mirror stays what it is.
      let records = effects.compactMap { effect -> SeatRecord? in
        guard case .classroom(.keep(let record)) = effect else { return nil }
        return record
      }
      #expect(records.last?.calls.last?.acts == told)
      // Heard once more, it is the same hint.
      #expect(kept(own.update(.classroom(.said(room, before: room)))) == nil)
    }
    // A hint for somebody else, or for another step, is none.
    let before = room
    room.help(2, in: group.calls[0], after: 0)
    room.help(1, in: group.calls[0], after: 7)
    #expect(kept(own.update(.classroom(.said(room, before: before)))) == nil)
  }

  @Test func `what a seat was told counts in its debrief as what it looked up itself`() throws {
    let scenario = try #require(room.draw.scenario(group.calls[0]))
    let way = try best()
    var record = TrainingRecord()
    var told = group
    for _ in TrainingAct.hintTiers { told.help(1, in: group.calls[0], after: 2) }
    // Who comes back to a call finds the hint that was given meanwhile.
    record.keep(group.calls[0], Array(way.prefix(2)))
    var own = begun(.seat(SeatInClass(1, in: told, SeatRecord()), record))
    let effects = own.update(.key(.character("1")))
    let acts = try #require(kept(effects))
    #expect(acts == Array(way.prefix(2)) + [.hint(3)])
    let ended = TrainingCall(scenario, playing: acts + way.dropFirst(2), in: room)
    #expect(ended.hints.opened == 1 && ended.hints.told == 1)
    let debrief = Debrief(ended, in: room)
    #expect(debrief.score.sum == 100 && debrief.steps[2].worth == .told)
  }

  // MARK: - Hidden seats

  /// Seats that stand at many places, and some that read alike.
  private func seats() throws -> [ClassSeat] {
    let acts = try best()
    let astray = Array(acts.prefix(2)) + [.ask(.systemPasswordCorrect, .clear)]
    let calls: [[TrainingAct]?] = [
      Array(acts.prefix(4)), Array(acts.prefix(3)), Array(acts.prefix(3)), [], astray, astray,
      Array(acts.prefix(1)) + [.lure(.retry)], acts, nil,
    ]
    return calls.enumerated().map { place, call in
      var record = SeatRecord()
      if let call { record.keep(group.calls[0], call) }
      record.isHandUp = place == 2
      let changed = Timestamp(rawValue: Self.now.rawValue - Int64(60 * (place / 2)))
      return ClassSeat(place + 1, record, isTaken: place != 3, changed: changed)
    }
  }

  @Test(arguments: Language.allCases)
  func `with the seats hidden, the board is the same whoever sits where`(language: Language)
    throws
  {
    let all = try seats()
    func hidden(_ seats: [ClassSeat]) -> [String] {
      var state = begun(.lead(group, seats), language)
      _ = state.update(.clock(Self.now))
      state.markDrawn()
      _ = state.update(.key(.character("H")))
      return state.render().lines.map { String($0) }
    }
    func moved(_ number: (Int) -> Int) -> [ClassSeat] {
      all.map { seat in
        let record = seat.record
        return ClassSeat(number(seat.number), record, isTaken: seat.isTaken, changed: seat.changed)
      }
      .sorted { $0.number < $1.number }
    }
    let own = hidden(all)
    #expect(hidden(moved { 10 - $0 }) == own)
    #expect(hidden(moved { $0 % 9 + 1 }) == own)
    #expect(hidden(moved { $0 * 6 }) == own)
  }

  // MARK: - A pause

  @Test func `whoever sits down during a pause has it before them too`() {
    var paused = group
    paused.isPaused = true
    var own = begun(.seat(SeatInClass(1, in: paused, SeatRecord()), TrainingRecord()))
    #expect(own.screen is PausedScreen)
    for key: Key in [.character("1"), .enter, .escape] {
      _ = own.update(.key(key))
      own.markDrawn()
      #expect(own.screen is PausedScreen, "\(key)")
    }
    _ = own.update(.classroom(.said(group, before: paused)))
    #expect(own.screen is ClassMenu)
  }
}
