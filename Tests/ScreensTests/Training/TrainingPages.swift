import Drawing
import Model
import Screens
import Synchronization
import TestSupport
import Wording

/// The pages of training, each as it stands before somebody: alone, in a call at several steps, after it, at a seat of
/// a class, and in the lead.
struct TrainingPages {
  let language: Language
  let size: Size

  /// A page, and whether it is one of whoever leads a class.
  struct Shown: Sendable {
    let name: String
    let state: AppState
    let isLead: Bool
  }

  private static let day = Day("2026-12-01")
  /// Made once, for all the laws that read them.
  private static let made = Mutex<[String: [Shown]]>([:])
  private static let calls: [(edition: PortalEdition, name: String)] = [
    (.altinn2, "1"), (.altinn2, "6"), (.altinn3, "S2"),
  ]

  init(_ language: Language, _ size: Size) {
    self.language = language
    self.size = size
  }

  func begun(_ entry: TrainingEntry, of edition: PortalEdition = .altinn2) -> AppState {
    var state = AppState(
      content: .embedded,
      language: language,
      size: size,
      today: Self.day,
      home: HomeState(edition)
    )
    state.begin(entry)
    state.markDrawn()
    return state
  }

  /// The page that an option leads to; `nil` where there is no such option.
  static func chosen(_ id: String, _ state: AppState) -> AppState? {
    let options = state.screen.page(state.wording).options.map(\.id)
    guard let place = options.firstIndex(of: id) else { return nil }
    var state = state
    let own = DeskForms.keys(for: id) { state.wording($0) }
    for key in own ?? [.home] + Array(repeating: Key.down, count: place) + [.enter] {
      _ = state.update(.key(key))
    }
    state.markDrawn()
    return state
  }

  static func best(_ id: ScenarioID) -> TrainingCall? {
    guard let room = Content.embedded.trainingRoom(of: id.edition),
      let scenario = room.draw.scenario(id)
    else { return nil }
    return BestWay(room).play(TrainingCall(scenario))
  }

  // MARK: - All of them

  func all() -> [Shown] {
    Self.made.withLock { made in
      let key = "\(language) \(size)"
      if let known = made[key] { return known }
      let pages = makeAll()
      made[key] = pages
      return pages
    }
  }

  private func makeAll() -> [Shown] {
    (alone() + calls() + seat()).map { Shown(name: $0.screen.pageName, state: $0, isLead: false) }
      + lead().map { Shown(name: $0.screen.pageName, state: $0, isLead: true) }
  }

  /// What was done by somebody who has trained a while.
  private var record: TrainingRecord {
    var record = TrainingRecord()
    for seed in 1...14 {
      let id = ScenarioID(.altinn2, "1", seed: "\(seed)")
      let acts = seed == 2 ? [] : Self.best(id)?.acts ?? []
      record.add(.init(id, on: Day("2026-11-20"), sum: 40, isPassed: false, acts: acts))
    }
    for name in ["1", "6"] { record.keep(ScenarioID(.altinn2, name, seed: "40"), [.readBack]) }
    return record
  }

  private func alone() -> [AppState] {
    let start = begun(.alone(record, at: nil))
    let parts = [
      "list/altinn2", "list/altinn3", "levels", "open", "attempts", "watch/altinn2/1", "join",
    ].compactMap { Self.chosen($0, start) }
    let old = Self.chosen("attempts", start).flatMap { Self.chosen("attempt/13", $0) }
    return [start] + parts + [old].compactMap(\.self)
  }

  /// Calls at their beginning, in the middle and near their end, with every page below, and what comes after.
  private func calls() -> [AppState] {
    Self.calls.flatMap { edition, name -> [AppState] in
      let id = ScenarioID(edition, name, seed: "1")
      guard let acts = Self.best(id)?.acts else { return [] }
      let counts = name == "1" ? [0, acts.count / 2, acts.count - 1] : [acts.count / 2]
      let states = counts.flatMap { count -> [AppState] in
        var record = TrainingRecord()
        record.keep(id, Array(acts.prefix(count)))
        return below(begun(.alone(record, at: id), of: edition), depth: 3)
      }
      return states + after(id, acts)
    }
  }

  /// A page of a call with those that its options lead to, but for what is done.
  private func below(_ state: AppState, depth: Int) -> [AppState] {
    guard depth > 0 else { return [state] }
    let options = state.screen.page(state.wording).options
    let taken = depth == 3 ? options.map(\.id) : Array(options.map(\.id).prefix(1))
    let acts = state.screen.pageName.split(separator: " ")[2]
    return [state]
      + taken.compactMap { Self.chosen($0, state) }
      .filter { next in
        let words = next.screen.pageName.split(separator: " ")
        return words.count > 3 && (words[2] == acts || words[3].hasPrefix("hint"))
          && words[3] != "acts"
      }
      .flatMap { below($0, depth: depth - 1) }
  }

  private func after(_ id: ScenarioID, _ acts: [TrainingAct]) -> [AppState] {
    var record = TrainingRecord()
    // Ended too early, so that there is something to remark.
    record.keep(id, Array(acts.prefix(2)))
    var state = Self.chosen("end", begun(.alone(record, at: id), of: id.edition))
    var pages: [AppState] = []
    for step in ["result.6", "close.", "good", "talk", "back", "on", "best", "on", "on"] {
      state = state.flatMap { Self.chosen(step, $0) }
      if let state { pages.append(state) }
    }
    return pages
  }

  // MARK: - In a class

  /// A class of some exercises of the first portal.
  static func group(_ names: String...) -> TrainingClass? {
    let exercises = names.map { (edition: PortalEdition.altinn2, name: $0) }
    return day.map { TrainingClass("ULV-48", exercises, isVaried: false, on: $0) }
  }

  private func seat() -> [AppState] {
    guard var room = Self.group("6", "1"), let acts = Self.best(room.calls[0])?.acts else {
      return []
    }
    var record = SeatRecord()
    record.keep(room.calls[0], Array(acts.prefix(4)))
    for _ in 1...3 { room.help(1, in: room.calls[0], after: 4) }
    let menu = begun(.seat(SeatInClass(1, in: room, record), TrainingRecord()))
    let call = Self.chosen("play/0", menu)
    var paused = room
    paused.isPaused = true
    let rest = begun(.seat(SeatInClass(2, in: paused, record), TrainingRecord()))
    return [menu, rest] + (call.map { below($0, depth: 2) } ?? [])
  }

  private func lead() -> [AppState] {
    guard let room = Self.group("6", "1"), let acts = Self.best(room.calls[0])?.acts else {
      return []
    }
    var (over, astray) = (SeatRecord(), SeatRecord())
    over.keep(room.calls[0], acts)
    astray.keep(room.calls[0], [acts[0], .lure(.retry), acts[1]])
    let seats = [over, astray, astray, astray].enumerated().map { place, record in
      ClassSeat(place + 1, record, isTaken: true, changed: Timestamp(rawValue: 0))
    }
    let board = begun(.lead(room, seats))
    let keys: [Key] = [.character("e"), .character("d"), .enter]
    return [board]
      + keys.map { key in
        var state = board
        _ = state.update(.key(key))
        state.markDrawn()
        return state
      }
  }
}
