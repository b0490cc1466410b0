import Drawing
import Model
import SafeText
import Screens
import TestSupport
import Testing
import Wording

/// Somebody who trains at the keyboard.
private struct Trainee {
  var state: AppState
  /// What is kept, once something was.
  private(set) var kept: TrainingRecord?
  private let record: TrainingRecord

  init(
    _ language: Language = .bokmal,
    _ size: Size = Size(columns: 80, rows: 24),
    of edition: PortalEdition = .altinn2,
    record: TrainingRecord = TrainingRecord()
  ) {
    state = AppState(
      content: .embedded,
      language: language,
      size: size,
      today: Day("2026-12-01"),
      home: HomeState(edition)
    )
    self.record = record
    state.begin(.alone(record, at: nil))
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      for case .keepTraining(let change) in state.update(.key(key)) {
        var now = kept ?? record
        now.take(change)
        kept = now
      }
    }
  }

  /// Moves to an option and takes it, or takes it by its key.
  mutating func choose(_ id: String) throws {
    let options = state.screen.page(state.wording).options.map(\.id)
    let place = try #require(options.firstIndex(of: id), "\(id) is not among \(options)")
    if let keys = DeskForms.keys(for: id, { state.wording($0) }) {
      for key in keys { press(key) }
      return
    }
    press(.home)
    for _ in 0..<place { press(.down) }
    press(.enter)
  }

  /// Does an act as a person does, page by page.
  mutating func perform(_ act: TrainingAct) throws {
    switch act {
    case .jot:
      try choose("note")
      for key in DeskForms.noteKeys { press(key) }
      return
    // What a case carries is filled in as the call is ended.
    case .note: return
    case .end(let end):
      for id in DeskForms.choices(for: end) { try choose(id) }
      return
    default: break
    }
    var ids = act.description.split(separator: ":").map(String.init)
    if ids[0] == "seen" { ids[0] = "see" }
    try choose(ids.removeFirst())
    if case .ask = act {
      try choose(ids[0])
      if state.screen.page(state.wording).options.contains(where: { $0.id == ids[1] }) {
        try choose(ids[1])
      }
      return
    }
    for id in ids { try choose(id) }
  }

  var mark: String { state.render().text.split(separator: "\n").first.map(String.init) ?? "" }
}

@Suite struct TrainingScreenTests {
  private static let exercises = PortalEdition.allCases.flatMap { edition in
    (Content.embedded.trainingRoom(of: edition)?.table.exercises ?? []).map { (edition, $0.id) }
  }

  private func best(_ edition: PortalEdition, _ name: String) throws -> TrainingCall {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let scenario = try #require(room.draw.scenario(ScenarioID(edition, name, seed: "1")))
    return BestWay(room).play(TrainingCall(scenario))
  }

  @Test(arguments: exercises)
  func `the best way is played by keys and is worth all there is`(
    edition: PortalEdition,
    name: String
  ) throws {
    let language = Language.allCases[name.utf8.reduce(0) { $0 + Int($1) } % 3]
    var trainee = Trainee(language, Size(columns: 60, rows: 18), of: edition)
    try trainee.choose("list/\(edition.rawValue)")
    try trainee.choose("play/\(edition.rawValue)/\(name)")
    for act in try best(edition, name).acts {
      #expect(trainee.mark.contains("[ØVING]"))
      try trainee.perform(act)
    }
    #expect(trainee.kept?.attempts.last?.sum == 100 && trainee.kept?.openCalls.isEmpty == true)
    for id in ["good", "on", "best", "on", "on", "menu"] {
      #expect(trainee.mark.contains("[ØVING]"))
      try trainee.choose(id)
    }
  }

  @Test(arguments: exercises)
  func `pressing 1 throughout passes nothing`(edition: PortalEdition, name: String) throws {
    var trainee = Trainee(of: edition)
    try trainee.choose("list/\(edition.rawValue)")
    try trainee.choose("play/\(edition.rawValue)/\(name)")
    for _ in 0..<60 { trainee.press(.character("1")) }
    #expect(trainee.kept?.attempts.contains(where: \.isPassed) != true)
  }

  @Test func `a call that was broken off goes on at the same step`() throws {
    let acts = try best(.altinn2, "6").acts.prefix(4)
    var first = Trainee()
    try first.choose("list/altinn2")
    try first.choose("play/altinn2/6")
    for act in acts { try first.perform(act) }
    let kept = try #require(first.kept)
    var second = Trainee(record: try #require(TrainingRecord(kept.text)))
    try second.choose("goOn/0")
    // The focus is where the last key left it, which is nobody's to keep.
    func shown(_ trainee: Trainee) -> String {
      trainee.state.render().text.replacing("▸", with: " ")
    }
    #expect(shown(second) == shown(first))
  }

  @Test func `one plays on from any step of the debrief`() throws {
    var trainee = Trainee()
    try trainee.choose("list/altinn2")
    try trainee.choose("play/altinn2/1")
    for act in try best(.altinn2, "1").acts { try trainee.perform(act) }
    for id in ["hard", "on", "2"] { try trainee.choose(id) }
    for act in try best(.altinn2, "1").acts.dropFirst(2) { try trainee.perform(act) }
    #expect(trainee.kept?.attempts.map(\.sum) == [100, 100])
    // The second was played by somebody who could have read the way, and is nothing to certify.
    #expect(trainee.kept?.attempts.map(\.isTold) == [false, true])
  }

  @Test func `a page with nothing to choose says why`() throws {
    var trainee = Trainee()
    try trainee.choose("list/altinn2")
    try trainee.choose("play/altinn2/3")
    try trainee.choose("see")
    let page = trainee.state.screen.page(trainee.state.wording)
    #expect(page.options.count == 1)
    #expect("\(page.prose)".contains(trainee.state.wording("train.act.see.none")))
  }

  @Test func `hints are offered below level 4, and what is known until it works`() throws {
    func page(_ name: String, _ acts: [TrainingAct]) throws -> Page {
      var record = TrainingRecord()
      record.keep(ScenarioID(.altinn2, name, seed: "1"), acts)
      var trainee = Trainee(record: record)
      try trainee.choose("goOn/0")
      return trainee.state.screen.page(trainee.state.wording)
    }
    for (name, isOffered) in [("1", true), ("6", true), ("9", false), ("L3", true), ("L5", false)] {
      #expect(try page(name, []).options.contains { $0.id == "hint" } == isOffered, "\(name)")
    }
    let acts = try best(.altinn2, "1").acts
    let known = Wording(.embedded, .bokmal)("train.known", ["points": ""]).prefix(8)
    func tells(_ acts: some Collection<TrainingAct>) throws -> Bool {
      let prose = try page("1", Array(acts)).prose
      return "\(prose)".contains(known)
    }
    #expect(try tells(acts.prefix(2)) && !tells(acts.dropLast(2)))
  }

  @Test(arguments: Language.allCases)
  func `what the caller answers is seen in the smallest window`(language: Language) throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let id = ScenarioID(.altinn2, "1", seed: "1")
    var record = TrainingRecord()
    record.keep(id, [])
    var trainee = Trainee(language, Size(columns: 60, rows: 18), record: record)
    try trainee.choose("goOn/0")
    var call = TrainingCall(try #require(room.draw.scenario(id)))
    for act in try best(.altinn2, "1").acts.prefix(4) {
      try trainee.perform(act)
      call.perform(act, in: room)
      let answer = TrainingText(call, room, trainee.state.wording).latest.answer
      let first = try #require(answer.plain(width: 56).split(separator: "\n").first)
      #expect(trainee.state.render().text.contains(first.prefix(40)), "\(act)")
    }
  }

  @Test(arguments: Language.allCases)
  func `where something stands is asked in a line that begins with a capital letter twice`(
    language: Language
  ) throws {
    var trainee = Trainee(language)
    for id in ["list/altinn2", "play/altinn2/1", "show", "system.registered"] {
      try trainee.choose(id)
    }
    let wording = trainee.state.wording
    let what = wording.brief(.systemRegistered).capitalisedFirst
    let heading = wording("train.where", ["what": what])
    #expect(trainee.state.screen.page(wording).prose == [.heading(heading)])
  }

  @Test func `no key leads from training to a case`() throws {
    for keys: [Key] in [[.escape], [.function(8)], [.function(2)], [.function(3)], [.control("x")]]
    {
      var trainee = Trainee()
      try trainee.choose("list/altinn2")
      try trainee.choose("play/altinn2/1")
      for key in keys + keys { trainee.press(key) }
      #expect(trainee.mark.contains("[ØVING]"), "\(keys)")
    }
  }

  @Test func `level 0 plays the best way while one guesses, and keeps nothing`() throws {
    var trainee = Trainee()
    try trainee.choose("levels")
    try trainee.choose("watch/altinn2/L1")
    let acts = try best(.altinn2, "L1").acts
    for (place, act) in acts.enumerated() {
      #expect(trainee.mark.contains("[ØVING]"))
      let options = trainee.state.screen.page(trainee.state.wording).options.map(\.id)
      #expect(options.count == 3 && options.contains("\(act)"), "\(options) \(act)")
      // Every other guess is wrong, and the best step is taken all the same.
      let guess = place.isMultiple(of: 2) ? "\(act)" : options.first { $0 != "\(act)" } ?? ""
      try trainee.choose(guess)
      let key = place.isMultiple(of: 2) ? "train.watch.right" : "train.watch.best"
      let told = trainee.state.wording(key).prefix(12)
      #expect(trainee.state.render().text.contains(told))
    }
    let right = "\((acts.count + 1) / 2) av \(acts.count)"
    #expect(trainee.state.render().text.contains(right) && trainee.kept == nil)
    try trainee.choose("menu")
  }

  @Test func `after four failures in a row the exercise can be watched first`() throws {
    var record = TrainingRecord()
    func offers() -> Bool {
      let trainee = Trainee(record: record)
      let page = trainee.state.screen.page(trainee.state.wording)
      return page.options.contains { $0.id == "watch/altinn2/1" }
    }
    for seed in 1...4 {
      #expect(!offers())
      let id = ScenarioID(.altinn2, "1", seed: "\(seed)")
      record.add(.init(id, on: Day("2026-11-20"), sum: 40, isPassed: false))
    }
    #expect(offers())
  }

  @Test func `in a wide window what is known of the points stands beside the call`() throws {
    var trainee = Trainee(.bokmal, Size(columns: 120, rows: 40))
    try trainee.choose("list/altinn2")
    try trainee.choose("play/altinn2/1")
    let title = trainee.state.wording("point.login.title")
    #expect(trainee.state.render().text.contains(title))
    trainee.press(.function(3))
    #expect(!trainee.state.render().text.contains("│"))
  }

  @Test func `hints on the way to a step count no more once one plays on from it`() throws {
    var trainee = Trainee()
    for id in ["list/altinn2", "play/altinn2/1", "hint"] { try trainee.choose(id) }
    trainee.press(.escape)
    let acts = try best(.altinn2, "1").acts
    for act in acts { try trainee.perform(act) }
    // The hint is a row too, so that the fourth is the third thing done.
    for id in ["hard", "on", "3"] { try trainee.choose(id) }
    for act in acts.dropFirst(2) { try trainee.perform(act) }
    let played = try #require(trainee.kept?.attempts.last)
    #expect(played.acts.filter { !$0.isOwn } == [.hint(3)], "\(played.acts)")
  }

  @Test(arguments: [(PortalEdition.altinn2, "6"), (.altinn3, "S3"), (.altinn3, "S4")])
  func `a question has its key for the whole call`(edition: PortalEdition, name: String) throws {
    let acts = try best(edition, name).acts
    var known: [String: Character] = [:]
    for count in acts.indices {
      var record = TrainingRecord()
      record.keep(ScenarioID(edition, name, seed: "1"), Array(acts.prefix(count)))
      for list in ["ask", "show", "wait", "see"] {
        var trainee = Trainee(of: edition, record: record)
        try trainee.choose("goOn/0")
        try trainee.choose(list)
        let page = trainee.state.screen.page(trainee.state.wording)
        let keys = ChoiceList.numbered(page.options, besides: page.reserved).map { ($0.id, $0.key) }
        #expect(Set(keys.compactMap(\.1)).count == keys.count(where: { $0.1 != nil }), "\(keys)")
        for (id, key) in keys {
          guard let key else { continue }
          #expect(!page.reserved.contains(key) && known[id, default: key] == key, "\(id) \(key)")
          known[id] = key
        }
      }
    }
    #expect(known.count > 15, "\(known)")
  }

  @Test func `the points are gone back from to where one was, and a kept note is told of`() throws {
    var trainee = Trainee()
    for id in ["list/altinn2", "play/altinn2/1", "ask"] { try trainee.choose(id) }
    for key in [Key.function(3), .control("x"), .control("g")] {
      let before = trainee.state.screen.pageName
      trainee.press(key)
      #expect(trainee.state.screen.pageName != before)
      trainee.press(.escape)
      #expect(trainee.state.screen.pageName == before, "\(key)")
    }
    trainee.press(.escape)
    let noted = trainee.state.wording("train.noted")
    #expect(!trainee.state.render().text.contains(noted))
    try trainee.perform(.jot([.words]))
    #expect(trainee.state.render().text.contains(noted))
    try trainee.perform(.readBack)
    #expect(!trainee.state.render().text.contains(noted))
  }

  @Test func `where nothing more is due today, it is said that the rest comes tomorrow`() throws {
    var record = TrainingRecord()
    func prose() -> String {
      let trainee = Trainee(record: record)
      return "\(trainee.state.screen.page(trainee.state.wording).prose)"
    }
    let done = Wording(.embedded, .bokmal)("train.todayDone")
    for seed in 1...Repetition.mostADay {
      #expect(!prose().contains(done))
      let id = ScenarioID(.altinn2, "1", seed: "\(seed)")
      record.add(.init(id, on: Day("2026-12-01"), sum: 40, isPassed: false))
    }
    #expect(prose().contains(done))
  }
}
