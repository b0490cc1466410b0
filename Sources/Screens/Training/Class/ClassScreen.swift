package import Drawing
package import Model
package import SafeText
package import Wording

/// A class as whoever leads it sees it: where each seat is, what most did otherwise first, and what can be said to
/// all.
package struct ClassScreen: Screen, Equatable {
  package private(set) var room: TrainingClass
  package private(set) var seats: [ClassSeat] = []
  /// What the seats have done, by number.
  private(set) var progress: [Int: SeatProgress] = [:]
  /// The seats where something was done that there is not.
  private(set) var broken: Set<Int> = []
  package private(set) var focused: Int?
  /// Whether no seat is told from another, for a screen that all can see.
  package private(set) var isHidden = false
  package private(set) var isOver = false
  /// What has come of the last key, where the rows do not show it.
  package internal(set) var success: Remark?
  private(set) var now: Timestamp?
  private(set) var top = 0
  private(set) var size = Size(columns: 0, rows: 0)

  package init(_ room: TrainingClass, _ seats: [ClassSeat], _ wording: Wording) {
    self.room = room
    look(at: seats, wording.content)
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.room == other.room && one.seats == other.seats && one.focused == other.focused
      && one.isHidden == other.isHidden && one.isOver == other.isOver && one.now == other.now
      && one.size == other.size
  }

  package var pageName: String { "lead" }

  // MARK: - What is heard

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    switch event {
    case .classroom(.seats(let seats)): look(at: seats, wording.content)
    case .classroom(.ended): isOver = true
    default: return .ignored
    }
    return .stays
  }

  private mutating func look(at seats: [ClassSeat], _ content: Content) {
    self.seats = seats
    broken = []
    for seat in seats {
      guard let record = seat.record else {
        broken.insert(seat.number)
        continue
      }
      let isSound = progress[seat.number, default: SeatProgress()]
        .follow(record) { content.trainingRoom(of: $0) }
      if !isSound { broken.insert(seat.number) }
    }
    if focused == nil { focused = order.first?.number }
    scroll()
  }

  /// The seats in the order of their rows: by number, or where they cannot be told apart by how far they have come, and
  /// then by what else their rows say; what reads alike can stand in any order.
  var order: [ClassSeat] {
    guard isHidden else { return seats }
    return seats.sorted { one, other in
      let (left, right) = (reached(one), reached(other))
      guard left == right else { return right.lexicographicallyPrecedes(left) }
      return latest(one) < latest(other)
    }
  }

  private func reached(_ seat: ClassSeat) -> [Int] {
    let check = progress[seat.number]?.current
    let place = check.flatMap { room.place(of: $0.call.scenario.id) } ?? -1
    let steps = check?.call.acts.count(where: \.isOwn) ?? -1
    let flags = [hasHandUp(seat), seat.isTaken, broken.contains(seat.number)].map { $0 ? 1 : 0 }
    return [place, steps, check?.par ?? 0] + flags + [Int(seat.changed.rawValue)]
  }

  /// What was done last, as a word that puts it in an order.
  private func latest(_ seat: ClassSeat) -> String {
    progress[seat.number]?.current?.call.acts.last?.description ?? ""
  }

  /// Where the seats first did otherwise than the best way, in an exercise.
  func stumbles(in call: ScenarioID) -> ClassStumbles {
    ClassStumbles(progress.sorted { $0.key < $1.key }.map(\.value), in: call)
  }

  /// The exercise there is to talk about: the last so far that somebody has done something in.
  var discussed: ScenarioID {
    room.calls.prefix(room.place + 1).last(where: isBegun) ?? room.call
  }

  /// Whether somebody has done something in an exercise.
  func isBegun(_ call: ScenarioID) -> Bool {
    progress.values.contains { $0.check(of: call)?.call.acts.contains(where: \.isOwn) == true }
  }

  package mutating func tick(_ moment: Timestamp) { now = moment }
  /// A seat that is silent is seen to be.
  package var secondsToTick: Int32? { 30 }
  package mutating func reword(_ wording: Wording) {}

  package mutating func fit(_ size: Size) {
    self.size = size
    scroll()
  }

  // MARK: - Keys

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    success = nil
    if isOver {
      guard key == Act.debrief.key.map(Key.character) else { return .ignored }
      return take(Act.debrief.rawValue, wording: wording)
    }
    switch key {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: move(by: max(1, rowRoom - 1))
    case .pageUp: move(by: -max(1, rowRoom - 1))
    case .home: move(by: -seats.count)
    case .end: move(by: seats.count)
    case .enter: return focused.map { take("\(Self.follow)\($0)", wording: wording) } ?? .stays
    case .character(let sign):
      if let act = SeatAct(sign) { return focused.map { perform(act, at: $0, wording) } ?? .stays }
      return acts.first { $0.key == sign }.map { take($0.rawValue, wording: wording) } ?? .ignored
    default: return .ignored
    }
    return .stays
  }

  /// What can be done for the whole class, with its key.
  enum Act: String, CaseIterable {
    case pause, next, event, debrief, hide, look

    var key: Character? {
      switch self {
      case .pause: "p"
      case .next: "n"
      case .event: "e"
      case .debrief: "d"
      case .hide: "H"
      // Only where nothing comes by itself.
      case .look: nil
      }
    }

    /// The letters that mean something on the board, those for a seat among them; they choose nothing else.
    static let letters = Set(
      (allCases.compactMap(\.key) + SeatAct.allCases.map(\.key)).flatMap { $0.lowercased() }
    )
  }

  /// What can be done for one seat, with its key.
  enum SeatAct: String, CaseIterable {
    case hint, lower

    /// The act of a key.
    init?(_ sign: Character) {
      guard let act = Self.allCases.first(where: { $0.key == sign }) else { return nil }
      self = act
    }

    var key: Character {
      switch self {
      case .hint: "h"
      case .lower: "r"
      }
    }

    /// How the footer names it.
    func footerHint(_ wording: Wording) -> Hint {
      Hint(key: "\(key)", text: wording("class.key.\(rawValue)"), press: .character(key))
    }
  }

  /// What is left to do: of a class that is over only what was seen of it can be talked about.
  var acts: [Act] { isOver ? [.debrief] : Act.allCases }

  static let follow = "follow/"

  package mutating func take(_ id: String, wording: Wording) -> Response {
    success = nil
    if id.hasPrefix(Self.follow), let number = Int(id.dropFirst(Self.follow.count)) {
      return .goes(.screen(FollowScreen(self, number, wording)))
    }
    switch Act(rawValue: id) {
    case .pause: return .does(say { $0.isPaused.toggle() })
    case .next: return .does(say { $0.goOn() })
    case .event: return .goes(.screen(ClassEventScreen(self)))
    case .debrief: return .goes(.screen(ClassDebriefScreen(self)))
    case .hide:
      isHidden.toggle()
      // The pointer would tell which row a seat has gone to.
      focused = order.first?.number
      scroll()
      return .stays
    case .look: return .does([.classroom(.look)])
    case nil: return .stays
    }
  }

  /// Changes how the class stands, and says it to all.
  mutating func say(_ change: (inout TrainingClass) -> Void) -> [Effect] {
    change(&room)
    return [.classroom(.say(room))]
  }

  /// Does something for a seat.
  mutating func perform(_ act: SeatAct, at number: Int, _ wording: Wording) -> Response {
    switch act {
    case .hint: help(number, wording)
    case .lower: lowerHand(number)
    }
  }

  /// What there is to do for a seat as it stands.
  func acts(at number: Int) -> [SeatAct] {
    SeatAct.allCases.filter { act in
      switch act {
      case .hint: progress[number]?.current?.call.isOver == false
      case .lower: seats.contains { $0.number == number && hasHandUp($0) }
      }
    }
  }

  /// Gives a seat a hint where it stands, and says so.
  private mutating func help(_ number: Int, _ wording: Wording) -> Response {
    guard let call = progress[number]?.current?.call, !call.isOver else { return .stays }
    let (id, steps) = (call.scenario.id, call.acts.count(where: \.isOwn))
    let effects = say { $0.help(number, in: id, after: steps) }
    let tier = room.hint(for: number, in: id, after: steps) ?? 1
    let name = ["seat": wording.seat(number)]
    success = (
      "class.hinted",
      [
        "seat": wording(isHidden ? "class.anySeat" : "class.seat", name), "tier": "\(tier)",
        "all": "\(TrainingAct.hintTiers.upperBound)",
      ]
    )
    return .does(effects)
  }

  /// Whether a hand is up that nobody has taken down.
  func hasHandUp(_ seat: ClassSeat) -> Bool {
    seat.record?.hasHandUp(in: room, at: seat.number) == true
  }

  /// Takes the hand of a seat down.
  private mutating func lowerHand(_ number: Int) -> Response {
    guard let seat = seats.first(where: { $0.number == number }), hasHandUp(seat) else {
      return .stays
    }
    return .does(say { $0.lowerHand(of: number) })
  }

  package func back(_ wording: Wording) -> Response { .goes(.leaving) }
  package func leave(_ wording: Wording) -> Response { .ignored }
  package func help(_ wording: Wording) -> [Prose]? { TrainingHelp(ofLead: self, wording).prose }

  package func ownKeys(_ wording: Wording) -> [Hint] {
    var keys: [Hint] = []
    if !isOver, let focused {
      keys = [Hint(key: "Enter", text: wording("class.lead.follow"))]
      keys += acts(at: focused).map {
        Hint(key: "\($0.key)", text: wording("class.lead.\($0.rawValue)"))
      }
    }
    for act in acts {
      if let key = act.key { keys.append(Hint(key: "\(key)", text: label(act, wording))) }
    }
    return keys
  }

  package var leavingKey: String { isOver ? "class.leave.over" : "class.leave.lead" }

  /// That the class is over stands on the board itself.
  package func notice(of event: Event, _ wording: Wording) -> Remark? {
    event == .classroom(.ended) ? nil : event.notice(wording)
  }

  package mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning, let number = Int(id) else { return nil }
    focused = number
    return .enter
  }

  private mutating func move(by step: Int) {
    let order = order
    guard !order.isEmpty else { return }
    let place = order.firstIndex { $0.number == focused } ?? 0
    focused = order[min(max(0, place + step), order.count - 1)].number
    scroll()
  }

  /// The rows for seats: below the heads, above what is told of all.
  var rowRoom: Int { max(1, size.rows - 4 - summaryRows) }
  /// The rows for what is told of all, fewer where there is little room.
  var summaryRows: Int { size.rows >= 16 ? 5 : 4 }

  private mutating func scroll() {
    let place = order.firstIndex { $0.number == focused } ?? 0
    top = min(max(top, place - rowRoom + 1), place)
  }
}
