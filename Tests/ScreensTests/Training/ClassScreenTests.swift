import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

/// What whoever leads a class sees, and what a seat hears.
@Suite struct ClassScreenTests {
  private static let sizes = [(80, 24), (60, 18), (120, 40)].map { Size(columns: $0, rows: $1) }
  private static let now = Timestamp(rawValue: 1_800_000_000)

  private let room: TrainingRoom
  private let group: TrainingClass

  init() throws {
    room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    group = try #require(TrainingPages.group("6", "1"))
  }

  private func best(_ id: ScenarioID) throws -> TrainingCall {
    BestWay(room).play(TrainingCall(try #require(room.draw.scenario(id))))
  }

  private func seat(_ number: Int, _ acts: [TrainingAct]?, hand: Bool = false, minutes: Int = 0)
    -> ClassSeat
  {
    var record = SeatRecord()
    if let acts { record.keep(group.calls[0], acts) }
    record.isHandUp = hand
    let changed = Timestamp(rawValue: Self.now.rawValue - Int64(minutes * 60))
    return ClassSeat(number, record, isTaken: true, changed: changed)
  }

  /// Seats that stand at many places: at work, with a hand up, still, astray, done, gone and unreadable.
  private func seats() throws -> [ClassSeat] {
    let acts = try best(group.calls[0]).acts
    let astray = Array(acts.prefix(2)) + [.ask(.systemPasswordCorrect, .clear)]
    let bad = Array(acts.prefix(1)) + [.lure(.retry)]
    return [
      seat(1, Array(acts.prefix(4))), seat(2, Array(acts.prefix(3)), hand: true, minutes: 1),
      seat(3, Array(acts.prefix(3)), minutes: 3), seat(4, []), seat(5, astray), seat(6, astray),
      seat(7, astray), seat(8, bad), seat(9, acts), seat(10, nil),
      ClassSeat(11, SeatRecord(), isTaken: false, changed: Self.now),
      ClassSeat(12, nil, isTaken: true, changed: Self.now),
    ]
  }

  private func lead(_ language: Language, _ size: Size) throws -> AppState {
    var state = AppState(
      content: .embedded,
      language: language,
      size: size,
      today: Day("2026-12-01"),
      home: HomeState(.altinn2)
    )
    state.begin(.lead(group, try seats()))
    _ = state.update(.clock(Self.now))
    state.markDrawn()
    return state
  }

  @Test(arguments: Language.allCases, sizes)
  func `the board tells of each seat what it does, and of all what most did first`(
    language: Language,
    size: Size
  ) throws {
    let state = try lead(language, size)
    let (wording, text) = (state.wording, state.render().text)
    let first = text.split(separator: "\n")[0]
    #expect(first.contains("[ØVING]") && first.contains("ULV-48"))
    #expect(text.contains("4/") && text.contains(wording("class.state.hand")), "\(text)")
    #expect(text.contains(wording("class.state.still")), "\(text)")
    // Three of nine went astray in the same way; of one it is not told how many it was.
    let all = ["all": "9"]
    #expect(text.contains(wording("class.count", all.merging(["count": "3"]) { $1 })), "\(text)")
    #expect(text.contains(wording("class.count", all.merging(["count": "<3"]) { $1 })), "\(text)")
    #expect(!text.contains("[class."))
    if size.rows == 40 {
      for key in ["broken", "gone", "arrived", "over", "begun"] {
        #expect(text.contains(wording("class.state.\(key)")), "\(key): \(text)")
      }
    }
    let page = state.screen.page(wording)
    #expect(page.options.count == 12 + 6)
    #expect(!page.options.contains { $0.label.contains("[") || $0.label.contains("{") })
  }

  @Test func `with the seats hidden, nothing tells one from another`() throws {
    var state = try lead(.bokmal, Size(columns: 120, rows: 40))
    _ = state.update(.key(.character("H")))
    let rows = state.render().lines.map { String($0) }
    let shown = rows.filter { $0.contains("· ") && !$0.contains("[ØVING]") }
    #expect(shown.count == 12, "\(rows.joined(separator: "\n"))")
    _ = state.update(.key(.enter))
    #expect(!state.render().text.contains("ULV-48/"))
    _ = state.update(.key(.escape))
    #expect((state.screen as? ClassScreen)?.isHidden == true)
    _ = state.update(.key(.character("H")))
    #expect((state.screen as? ClassScreen)?.isHidden == false)
  }

  @Test(arguments: Language.allCases, sizes)
  func `what is followed is what stands at the seat`(language: Language, size: Size) throws {
    let wording = Wording(.embedded, language, on: Day("2026-12-01"))
    var own = AppState(
      content: .embedded,
      language: language,
      size: size,
      today: Day("2026-12-01"),
      home: HomeState(.altinn2)
    )
    let acts = try best(group.calls[0]).acts
    var record = SeatRecord()
    record.keep(group.calls[0], Array(acts.prefix(4)))
    own.begin(.seat(SeatInClass(1, in: group, record), TrainingRecord()))
    _ = own.update(.key(.enter))
    var state = try lead(language, size)
    _ = state.update(.key(.enter))
    #expect(state.render().lines.dropLast() == own.render().lines.dropLast())
    // A hint stands at the seat, and in its mirror, until the next act.
    let effects = state.update(.key(.character("h")))
    guard case .classroom(.say(let said))? = effects.first else {
      Issue.record("nothing was said")
      return
    }
    _ = own.update(.classroom(.said(said, before: group)))
    #expect(own.render().text.squeezed.contains(wording("class.hint", ["hint": ""]).prefix(8)))
    #expect(state.render().lines.dropLast() == own.render().lines.dropLast())
  }

  @Test(arguments: Language.allCases, sizes)
  func `wherever a seat stands, its mirror is its own frame`(language: Language, size: Size) throws
  {
    func state() -> AppState {
      AppState(
        content: .embedded,
        language: language,
        size: size,
        today: Day("2026-12-01"),
        home: HomeState(.altinn2)
      )
    }
    var (own, mirror, record) = (state(), state(), SeatRecord())
    func seats() -> [ClassSeat] { [ClassSeat(1, record, isTaken: true, changed: Self.now)] }
    own.begin(.seat(SeatInClass(1, in: group, record), TrainingRecord()))
    mirror.begin(.lead(group, seats()))
    _ = mirror.update(.key(.enter))
    var random = SplitMix("\(language) \(size)")
    let keys: [Key] =
      [.up, .down, .down, .home, .end, .pageDown, .enter, .enter, .escape]
      + "123456789psh".map { .character($0) }
    var (pages, calls) = (Set<String>(), 0)
    for step in 0..<600 {
      guard var key = random.pick(keys) else { return }
      // What is typed is seen at the seat alone.
      let isNoting = (own.screen as? TrainingScreen)?.pageName.hasSuffix("noting") ?? false
      if own.screen is DebriefScreen || isNoting { key = .escape }
      if own.screen is ClassMenu {
        let isNew = record.calls.isEmpty
        key = step.isMultiple(of: 2) || isNew ? .character("1") : .down
        calls += 1
      }
      for case .classroom(.keep(let told)) in own.update(.key(key)) { record = told }
      _ = mirror.update(.classroom(.seats(seats())))
      own.markDrawn()
      // Why a key of a form did nothing is told to whoever pressed it.
      guard let screen = own.screen as? TrainingScreen, screen.problem == nil else { continue }
      pages.insert(String(screen.pageName.split(separator: " ")[3].prefix { $0 != "(" }))
      let lines = (own.render().lines.dropLast(), mirror.render().lines.dropLast())
      #expect(lines.0 == lines.1, "\(screen.pageName) after \(key)")
      guard lines.0 == lines.1 else { return }
    }
    #expect(pages.count > 9 && calls > 1, "\(pages)")
    // The list of exercises and a pause are seen too.
    while !(own.screen is ClassMenu) {
      for case .classroom(.keep(let told)) in own.update(.key(.escape)) { record = told }
    }
    var fresh = record
    fresh.keep(group.calls[1], [])
    own.begin(.seat(SeatInClass(1, in: group, fresh), TrainingRecord()))
    for case .classroom(.keep(let told)) in own.update(.key(.down)) { record = told }
    var paused = group
    paused.isPaused = true
    _ = mirror.update(.classroom(.seats(seats())))
    #expect(own.render().lines.dropLast() == mirror.render().lines.dropLast())
    _ = own.update(.classroom(.said(paused, before: group)))
    mirror.begin(.lead(paused, seats()))
    _ = mirror.update(.key(.enter))
    #expect(own.render().lines.dropLast() == mirror.render().lines.dropLast())
  }

  @Test func `a pause stands before everything, and what was there comes back`() throws {
    var own = AppState(
      content: .embedded,
      language: .bokmal,
      size: Size(columns: 80, rows: 24),
      today: Day("2026-12-01"),
      home: HomeState(.altinn2)
    )
    own.begin(.seat(SeatInClass(1, in: group, SeatRecord()), TrainingRecord()))
    _ = own.update(.key(.enter))
    _ = own.update(.key(.character("1")))
    let before = own.render().text
    var paused = group
    paused.isPaused = true
    _ = own.update(.classroom(.said(paused, before: group)))
    #expect(own.render().text.contains("Pause"))
    for key: Key in [.escape, .function(8), .character("1"), .character("2"), .down] {
      #expect(
        !own.update(.key(key)).contains { if case .keepTraining = $0 { true } else { false } }
      )
    }
    #expect(own.render().text.contains("Pause"))
    _ = own.update(.classroom(.said(group, before: paused)))
    #expect(own.render().text == before)
  }

  @Test func `a seat sees which calls it has ended, and what happens is no step of its own`() throws
  {
    let acts = try best(group.calls[0]).acts
    var (record, room) = (SeatRecord(), group)
    room.goOn()
    func own() -> (AppState, Page) {
      var state = AppState(
        content: .embedded,
        language: .bokmal,
        size: Size(columns: 80, rows: 24),
        today: Day("2026-12-01"),
        home: HomeState(.altinn2)
      )
      state.begin(.seat(SeatInClass(1, in: room, record), TrainingRecord()))
      return (state, state.screen.page(state.wording))
    }
    record.keep(group.calls[0], Array(acts.dropLast()))
    let (state, begun) = own()
    #expect(begun.options[0].hint == state.wording("class.played"))
    record.keep(group.calls[0], acts)
    #expect(own().1.options[0].hint == state.wording("class.state.over"))
    var met = SeatRecord()
    met.keep(group.calls[0], Array(acts.prefix(2)) + [.event(Happening("mustGo"))])
    let seat = ClassSeat(1, met, isTaken: true, changed: Self.now)
    let board = ClassScreen(group, [seat], state.wording)
    #expect(board.page(state.wording).options[0].label.contains(" 2/"))
  }

  /// Somebody at a seat, in an exercise of the class or at its list.
  private func sitting(at place: Int?, _ language: Language = .bokmal) -> AppState {
    var state = AppState(
      content: .embedded,
      language: language,
      size: Size(columns: 80, rows: 24),
      today: Day("2026-12-01"),
      home: HomeState(.altinn2)
    )
    state.begin(.seat(SeatInClass(1, in: group, SeatRecord()), TrainingRecord()))
    if let place { _ = state.update(.key(.character(place == 0 ? "1" : "2"))) }
    return state
  }

  @Test(arguments: Language.allCases)
  func `what happens in one exercise is told in that one and in no other`(language: Language) throws
  {
    for (place, isTold) in [(0, true), (1, false), (nil, false)] as [(Int?, Bool)] {
      var own = sitting(at: place, language)
      let before = own.screen
      var room = group
      room.meet(Happening("mustGo"))
      _ = own.update(.classroom(.said(room, before: group)))
      let told = own.wording("class.happens", ["what": own.wording("class.event.mustGo")])
      #expect(own.render().text.squeezed.contains(told) == isTold, "\(place ?? -1)")
      // That the class goes on is told wherever one is.
      var next = room
      next.goOn()
      _ = own.update(.classroom(.said(next, before: room)))
      let goesOn = own.wording("class.goesOn", ["name": own.wording("exercise.1.name")])
      #expect(own.render().text.squeezed.contains(goesOn), "\(place ?? -1)")
      #expect(own.screen.pageName == before.pageName || isTold)
    }
  }

  @Test(arguments: Language.allCases, [true, false])
  func `whoever leads takes a hand down, and the seat sees it`(language: Language, follows: Bool)
    throws
  {
    var own = sitting(at: 0, language)
    var record = SeatRecord()
    for case .classroom(.keep(let told)) in own.update(.key(.character("r"))) { record = told }
    #expect(record.isHandUp)
    func seats() -> [ClassSeat] { [ClassSeat(1, record, isTaken: true, changed: Self.now)] }
    var board = try lead(language, Size(columns: 120, rows: 40))
    board.begin(.lead(group, seats()))
    let wording = board.wording
    let hint = "r \(wording("class.key.lower"))"
    #expect(board.render().text.contains(wording("class.state.hand")))
    if follows { _ = board.update(.key(.enter)) }
    #expect(board.render().lines.last?.contains(hint) == true)
    guard case .classroom(.say(let said))? = board.update(.key(.character("r"))).first else {
      Issue.record("nothing was said")
      return
    }
    // There is nothing more to take down, also before the seat has heard.
    #expect(board.update(.key(.character("r"))).isEmpty)
    #expect(board.render().lines.last?.contains(hint) == false)
    let effects = own.update(.classroom(.said(said, before: group)))
    for case .classroom(.keep(let told)) in effects { record = told }
    #expect(!record.isHandUp)
    _ = board.update(.classroom(.seats(seats())))
    #expect(!board.render().text.contains(wording("class.state.hand")))
    for case .classroom(.keep(let told)) in own.update(.key(.character("r"))) { record = told }
    _ = board.update(.classroom(.seats(seats())))
    #expect(record.isHandUp && board.render().lines.last?.contains(hint) == true)
  }

  @Test func `a seat that gave up is told from one that is done`() throws {
    let acts = try best(group.calls[0]).acts
    let ends: [([TrainingAct], String)] = [
      (acts, "over"), (Array(acts.prefix(3)) + [.end(.unsolved)], "gaveUp"),
      (Array(acts.prefix(3)) + [.end(.solved)], "gaveUp"), ([.end(.waiting)], "gaveUp"),
      ([.event(Happening("mustGo"))] + Array(repeating: .readBack, count: 2_000), "hungUp"),
    ]
    for (acts, key) in ends {
      var call = TrainingCall(try #require(room.draw.scenario(group.calls[0])))
      for act in acts where !call.isOver { call.perform(act, in: room) }
      #expect(call.isOver, "\(key)")
      let wording = Wording(.embedded, .bokmal)
      let board = ClassScreen(group, [seat(1, call.acts)], wording)
      let label = board.page(wording).options[0].label
      #expect(label.contains(wording("class.state.\(key)")), "\(label)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what is talked about is what was played, also when the class has gone on or is over`(
    language: Language
  ) throws {
    var state = try lead(language, Size(columns: 120, rows: 40))
    let wording = state.wording
    let names = try group.calls.map { try #require(wording.name(of: $0)) }
    let away: [(Key?, Event?)] = [(.character("n"), nil), (nil, .classroom(.ended))]
    for (key, event) in away {
      if let key { _ = state.update(.key(key)) }
      if let event { _ = state.update(event) }
      _ = state.update(.key(.character("d")))
      let told = "\(state.screen.page(wording).prose)"
      #expect(told.contains(names[0]) && !told.contains(names[1]), "\(told)")
      #expect(told.contains(wording("class.stumbles")), "\(told)")
      _ = state.update(.key(.escape))
    }
  }

  @Test func `what can happen has one key all the time, and waits until somebody hears it`() throws
  {
    var state = try lead(.bokmal, Size(columns: 120, rows: 40))
    func keys() -> [String: Character] {
      var board = state
      _ = board.update(.key(.character("e")))
      let options = board.screen.page(board.wording).options.filter { $0.key != nil }
      return Dictionary(uniqueKeysWithValues: options.map { ($0.id, $0.key ?? " ") })
    }
    let before = keys()
    #expect(Set(before.values).count == before.count && before["away:giver"] != nil, "\(before)")
    _ = state.update(.key(.character("e")))
    let said = state.update(.key(.character(try #require(before["away:giver"]))))
    guard case .classroom(.say(let room))? = said.first else {
      Issue.record("nothing was said")
      return
    }
    #expect(room.events(in: group.calls[0]) == [Happening("away", .giver)])
    let after = keys()
    #expect(after["away:giver"] == nil && after.count == before.count - 1)
    for (id, key) in after { #expect(before[id] == key, "\(id)") }
    // Of an exercise that nobody has begun it is told why nothing can happen.
    _ = state.update(.key(.character("n")))
    _ = state.update(.key(.character("e")))
    let page = state.screen.page(state.wording)
    #expect(page.options.count == 1)
    #expect("\(page.prose)".contains(state.wording("class.event.nobody")), "\(page.prose)")
    #expect(state.update(.key(.character("1"))).isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `of a class that is over only what was seen can be talked about`(language: Language) throws {
    for key: Key? in [nil, .enter, .character("e"), .character("d")] {
      var state = try lead(language, Size(columns: 80, rows: 24))
      if let key { _ = state.update(.key(key)) }
      _ = state.update(.classroom(.ended))
      let wording = state.wording
      let told = wording("class.lead.over").prefix(40)
      #expect(state.render().text.squeezed.contains(told), "\(state.render().text)")
      #expect(!state.render().text.squeezed.contains(wording("class.ended").prefix(60)))
      if key == Key.character("d") { _ = state.update(.key(.escape)) }
      state.markDrawn()
      #expect(state.screen is ClassScreen)
      let footer = try #require(state.render().lines.last)
      #expect(footer.contains("d \(wording("class.key.debrief"))") && footer.contains("F10"))
      for other in ["follow", "pause", "event", "next", "hint", "hide", "lower"] {
        #expect(!footer.contains(" \(wording("class.key.\(other)"))"), "\(other): \(footer)")
      }
      #expect(state.screen.page(wording).options.map(\.id) == ["debrief"])
      for key: Key in [.character("p"), .character("n"), .character("e"), .character("h"), .enter] {
        #expect(state.update(.key(key)).isEmpty && state.screen is ClassScreen, "\(key)")
      }
      _ = state.update(.key(.character("d")))
      #expect(state.render().text.contains(wording("class.debrief")))
    }
  }

  @Test func `whoever is away for all does nothing, and then waiting is the right end`() throws {
    let id = group.calls[0]
    var call = try TrainingCall(#require(room.draw.scenario(id)))
    for act in try best(id).acts.prefix(2) { call.perform(act, in: room) }
    // Where one is away, another may do it another way.
    #expect(call.perform(.event(Happening("away", .giver)), in: room) == .isAway(.giver))
    #expect(BestWay(room).play(call).end == .solved)
    // Where nobody is left who could, it has to wait.
    for actor in room.portal.actors.map(\.actor) {
      call.perform(.event(Happening("away", actor)), in: room)
    }
    let ended = BestWay(room).play(call)
    #expect(ended.end == .waiting && ended.tally.awaits != nil, "\(ended.acts)")
    let debrief = Debrief(ended, in: room)
    #expect(debrief.score.sum == 100 && debrief.score.isPassed, "\(debrief.score.points)")
    #expect(debrief.steps[2].worth == .given && debrief.firstDivergence == nil)
    // Where nobody is away, waiting ends nothing.
    var idle = try TrainingCall(#require(room.draw.scenario(id)))
    for act in try best(id).acts.prefix(4) { idle.perform(act, in: room) }
    idle.perform(.end(.waiting), in: room)
    let early = Debrief(idle, in: room)
    #expect(early.steps.last?.worth == .early && !early.score.isPassed)
  }

  @Test(arguments: Language.allCases)
  func `the foot of a narrow board names what is for a seat, and a hint given is told of`(
    language: Language
  ) throws {
    var state = try lead(language, Size(columns: 80, rows: 24))
    let wording = state.wording
    let foot = try #require(state.render().lines.last)
    for (key, name) in [("h", "hint"), ("H", "hide")] {
      #expect(foot.contains("\(key) \(wording("class.key.\(name)"))"), "\(foot)")
    }
    for tier in 1...3 {
      _ = state.update(.key(.character("h")))
      let seat = wording("class.seat", ["seat": wording.seat(1)])
      let told = wording("class.hinted", ["seat": seat, "tier": "\(tier)", "all": "3"])
      #expect(state.render().text.contains(told), "\(state.render().text)")
      state.markDrawn()
    }
    _ = state.update(.key(.down))
    let given = wording("class.hinted", ["seat": "", "tier": "3", "all": "3"])
    #expect(!state.render().text.contains(given))
  }

  @Test(arguments: Language.allCases)
  func `the best way for all has what happened, and no seat has more steps than there are`(
    language: Language
  ) throws {
    var room = group
    room.meet(Happening("mustGo"))
    let acts = try best(group.calls[0]).acts
    let long = Array(acts.prefix(4)) + Array(repeating: TrainingAct.jot([]), count: acts.count)
    let wording = Wording(.embedded, language)
    var board = ClassScreen(room, [seat(1, long)], wording)
    #expect(board.page(wording).options[0].label.contains(" \(acts.count)+/\(acts.count)"))
    guard case .goes(.screen(let debrief), _) = board.take("debrief", wording: wording) else {
      Issue.record("no debrief")
      return
    }
    let told = "\(debrief.screen.page(wording).prose)"
    #expect(told.contains(wording.short(.event(Happening("mustGo")))), "\(told)")
  }
}
