import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

/// Somebody in a call that has come so far.
private struct Trainee {
  var state: AppState
  private(set) var kept = TrainingRecord()
  private(set) var effects: [Effect] = []

  init(
    _ language: Language = .bokmal,
    _ size: Size = Size(columns: 80, rows: 24),
    after acts: some Sequence<TrainingAct>,
    of id: ScenarioID
  ) {
    kept.keep(id, Array(acts))
    state = TrainingPages(language, size).begun(.alone(kept, at: id), of: id.edition)
  }

  var wording: Wording { state.wording }
  var text: String { state.render().text.squeezed }
  /// What was done in the call, and is kept.
  var acts: [TrainingAct] { kept.openCalls.last?.acts ?? [] }

  mutating func press(_ keys: Key...) { send(keys) }

  mutating func send(_ keys: [Key]) {
    for key in keys {
      let asked = state.update(.key(key))
      for case .keepTraining(let change) in asked { kept.take(change) }
      effects += asked
      state.markDrawn()
    }
  }

  mutating func note(_ text: String) {
    press(.function(7))
    send(text.map { Key.character($0) })
    press(.enter)
  }

  /// Ends the call as solved, as the caller has told.
  mutating func solve() { press(.control("x"), .character("2"), .enter) }
}

/// The desk's own note, hand-over and wrap-up in a call of training.
@Suite struct TrainingFormTests {
  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 60, rows: 18)]
  private static let solved = ScenarioID(.altinn2, "6", seed: "1")
  private static let outside = ScenarioID(.altinn2, "10", seed: "1")

  /// A call by the best way, up to where something is written of it or it is ended.
  private func begun(_ id: ScenarioID, noted isNoted: Bool = true) throws -> [TrainingAct] {
    let acts = try #require(TrainingPages.best(id)).acts.dropLast(2)
    return acts.filter { isNoted || $0 != .jot([.words]) }
  }

  @Test(arguments: Language.allCases, sizes)
  func `a call is noted on and ended on the desk's own forms, on no store there is`(
    language: Language,
    size: Size
  ) throws {
    let best = try #require(TrainingPages.best(Self.solved))
    let acts = try begun(Self.solved, noted: false)
    var trainee = Trainee(language, size, after: acts, of: Self.solved)
    let wording = trainee.wording
    func expect(_ keys: String..., in trainee: Trainee) {
      #expect(trainee.state.render().lines.first?.contains("[ØVING]") == true)
      for key in keys { #expect(trainee.text.contains(wording(key)), "\(key): \(trainee.text)") }
    }
    trainee.press(.function(7))
    expect("desk.note", "desk.noteHint", in: trainee)
    trainee.send(DeskForms.noteKeys)
    #expect(trainee.acts.last == .jot([.words]))
    trainee.press(.control("g"))
    expect("desk.title.handOver", "desk.handOver.assessment", "desk.handOver.settled", in: trainee)
    trainee.press(.escape, .control("x"))
    expect("desk.title.wrapUp", "desk.wrapUp.cause", "desk.wrapUp.send", in: trainee)
    // What can be sent says what it is.
    trainee.press(.function(6))
    guard case .copy(let text)? = trainee.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("[ØVING]") && text.contains("Ø-6"), "\(text)")
    // Only what somebody has seen is confirmed.
    trainee.press(.character("1"), .enter)
    expect("train.unseen", in: trainee)
    trainee.press(.escape)
    trainee.solve()
    let attempt = try #require(trainee.kept.attempts.last)
    #expect(attempt.sum == 100 && attempt.isPassed, "\(attempt.acts)")
    #expect(attempt.acts.suffix(2) == best.acts.suffix(2))
    #expect(TrainingRecord(trainee.kept.text)?.attempts.last?.acts == attempt.acts)
    // No word of the note is kept, but whoever wrote it sees it once more.
    #expect(!trainee.kept.text.contains(DeskForms.note))
    let truth = try #require(TrainingPages.chosen("good", trainee.state))
    let talk = try #require(TrainingPages.chosen("talk", truth))
    let prose = "\(talk.screen.page(wording).prose)"
    #expect(prose.contains(DeskForms.note) && prose.contains(wording("desk.result.2")))
    for effect in trainee.effects {
      switch effect {
      case .save, .open, .desk, .list: Issue.record("\(effect)")
      default: break
      }
    }
  }

  @Test(arguments: Language.allCases, sizes)
  func `what the caller only said is not seen, and asking them to look makes it so`(
    language: Language,
    size: Size
  ) throws {
    let acts = try begun(Self.solved)
    var trainee = Trainee(language, size, after: acts, of: Self.solved)
    let seen = try #require(trainee.wording("desk.letter.seen").first)
    let unseen = trainee.wording("train.unseen").squeezed.prefix(30)
    // Neither key is told to be the one to press.
    trainee.press(.control("x"), .character(seen))
    #expect(trainee.text.contains(unseen), "\(trainee.text)")
    trainee.press(.character("1"), .enter)
    #expect(trainee.text.contains(unseen) && trainee.kept.attempts.isEmpty, "\(trainee.text)")
    trainee.press(.character(seen), .enter)
    let claimed = try #require(trainee.kept.attempts.last)
    #expect(claimed.sum == 95, "\(claimed.acts)")
    var careful = Trainee(language, size, after: acts, of: Self.solved)
    careful.press(.character("3"), .character("1"))
    #expect(careful.acts.last == .isSeen(.message))
    #expect(careful.text.contains(careful.wording("train.reply.seesReceipt").squeezed.prefix(20)))
    careful.press(.control("x"), .enter)
    let looked = try #require(careful.kept.attempts.last)
    #expect(looked.sum == 100 && looked.isPassed, "\(looked.acts)")
    let says = looked.acts.contains { act in
      if case .note(let lines) = act { lines.contains(.works) } else { false }
    }
    #expect(says)
  }

  private static let mended: [(PortalEdition, String)] = [
    (.altinn2, "1"), (.altinn2, "2"), (.altinn2, "6"), (.altinn3, "S2"),
  ]

  @Test(arguments: mended)
  func `once the caller has told that it works, the form is filled in with that`(
    edition: PortalEdition,
    name: String
  ) throws {
    let id = ScenarioID(edition, name, seed: "1")
    let acts = try begun(id)
    var trainee = Trainee(after: acts, of: id)
    trainee.press(.control("x"), .enter)
    let attempt = try #require(trainee.kept.attempts.last)
    #expect(attempt.acts.last == .end(.solved) && attempt.sum == 100, "\(attempt.acts)")
    // Before that nobody has told so.
    let place = try #require(acts.lastIndex { if case .advise = $0 { true } else { false } })
    var early = Trainee(after: acts.prefix(place), of: id)
    early.press(.control("x"), .enter)
    let ended = try #require(early.kept.attempts.last)
    #expect(!ended.acts.contains(.end(.solved)) || !ended.isPassed, "\(ended.acts)")
  }

  @Test(arguments: Language.allCases, sizes)
  func `a case that is handed over carries what its lines say`(language: Language, size: Size)
    throws
  {
    let best = try #require(TrainingPages.best(Self.outside))
    var trainee = Trainee(language, size, after: try begun(Self.outside), of: Self.outside)
    trainee.press(.control("g"), .enter)
    #expect(trainee.kept.attempts.last?.acts == best.acts && best.end == .passedOn)
    #expect(trainee.kept.attempts.last?.sum == 100)
    // A line of which nothing is left tells nobody anything.
    var less = Trainee(language, size, after: try begun(Self.outside), of: Self.outside)
    less.press(.control("g"), .tab, .tab, .control("u"))
    #expect(less.state.screen.takesText)
    less.press(.enter)
    var lines = Set(NoteLine.allCases.filter(\.belongs))
    lines.remove(.message)
    let attempt = try #require(less.kept.attempts.last)
    #expect(Array(attempt.acts.suffix(2)) == [TrainingAct.note(lines), .end(.passedOn)])
    #expect(attempt.sum == 98)
  }

  @Test(arguments: Language.allCases)
  func `an identity number in a note is taken out, and nobody passes with it`(language: Language)
    throws
  {
    for isHanded in [false, true] {
      let id = isHanded ? Self.outside : Self.solved
      var trainee = Trainee(language, after: try begun(id), of: id)
      if isHanded {
        trainee.press(.control("g"), .tab)
        trainee.send(" 01810050019".map { Key.character($0) })
        trainee.press(.enter)
      } else {
        trainee.note("Fnr 01810050019")
        #expect(trainee.acts.last == .jot([.identity]))
        trainee.solve()
      }
      let attempt = try #require(trainee.kept.attempts.last)
      #expect(!attempt.isPassed && !trainee.kept.text.contains("01810050019"))
      let truth = try #require(TrainingPages.chosen("good", trainee.state))
      let talk = try #require(TrainingPages.chosen("talk", truth))
      let prose = "\(talk.screen.page(trainee.wording).prose)"
      #expect(prose.contains("[fnr]") && !prose.contains("01810050019"))
    }
  }

  @Test(arguments: Language.allCases)
  func `what is begun on a form is there when one comes back to it`(language: Language) throws {
    var trainee = Trainee(language, after: try begun(Self.solved), of: Self.solved)
    trainee.press(.function(7), .character("å"), .escape, .control("x"), .character("4"))
    let chosen = trainee.state.render().text
    trainee.press(.escape, .control("x"))
    #expect(trainee.state.render().text == chosen)
    // Also in a call that is left and gone on with.
    trainee.press(.escape, .escape)
    #expect(trainee.state.screen is TrainingMenu)
    trainee.state = try #require(TrainingPages.chosen("goOn/0", trainee.state))
    trainee.press(.control("x"))
    #expect(trainee.text.contains("▸4"), "\(trainee.text)")
    // What is wrong with what Veiviser says is reported to nobody from an exercise.
    let before = trainee.text
    #expect(!before.contains(trainee.wording("desk.wrapUp.noFlag").squeezed), "\(before)")
    trainee.press(.character("!"))
    #expect(trainee.text == before)
    trainee.press(.escape, .function(7))
    #expect(trainee.text.contains("\(trainee.wording("desk.note")) å"), "\(trainee.text)")
    trainee.press(.enter)
    // One letter has nothing of what the caller said.
    #expect(trainee.acts.last == .jot([]))
  }

  @Test(arguments: Language.allCases)
  func `only a note with words of the caller counts as what they said`(language: Language) throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let acts = try begun(Self.solved, noted: false)
    let scenario = try #require(room.draw.scenario(Self.solved))
    let call = TrainingCall(scenario, playing: acts, in: room)
    let opening = TrainingText(call, room, Wording(.embedded, language)).opening
    let own = opening.split(separator: " ").prefix(6).joined(separator: " ")
    for (note, isOwn) in [("x", false), ("x y z", false), ("310 043 214", false), (own, true)] {
      var trainee = Trainee(language, after: acts, of: Self.solved)
      trainee.note(note)
      #expect(trainee.acts.last == .jot(isOwn ? [.words] : []), "\(note)")
      trainee.solve()
      #expect(trainee.kept.attempts.last?.sum == (isOwn ? 100 : 98), "\(note)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the hand-over quotes what the caller read out, and nothing else`(language: Language)
    throws
  {
    let wording = Wording(.embedded, language)
    for edition in PortalEdition.allCases {
      let room = try #require(Content.embedded.trainingRoom(of: edition))
      for id in room.names(byHand: ["A"], drawn: []) {
        var call = TrainingCall(try #require(room.draw.scenario(id)))
        let act = TrainingAct.ask(room.portal.message, .clear)
        var reply = call.perform(act, in: room)
        while call.symptom == nil, call.acts.count < 4 { reply = call.perform(act, in: room) }
        let said = TrainingText(call, room, wording).answered(reply, to: act)
        let told = HandOverText(call.walk(in: room), Caller(), wording).text(.situation)
        let quote = wording.quoted("").prefix(1)
        guard told.hasPrefix(quote) else { continue }
        #expect(said.contains(told.dropFirst().dropLast()), "\(id): \(told) is not in \(said)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `what was told and mended stands on the form, also where it is not proved`(
    language: Language
  ) throws {
    let id = ScenarioID(.altinn3, "S4", seed: "B")
    let room = try #require(Content.embedded.trainingRoom(of: .altinn3))
    let best = try #require(TrainingPages.best(id))
    // Of all that there is to ask only the one fact that shows it.
    let acts = best.acts.filter { act in
      switch act {
      case .ask(let fact, _):
        [room.portal.message, .reporteeName].contains(fact) || fact.rawValue == "client.added"
      case .readBack, .jot, .wait, .advise: true
      default: false
      }
    }
    let call = TrainingCall(best.scenario, playing: acts, in: room)
    #expect(call.hasSucceeded && !call.causes(in: room).isEmpty, "\(call.replies)")
    var trainee = Trainee(language, after: acts, of: id)
    trainee.press(.control("x"))
    let none = trainee.wording("desk.wrapUp.none")
    let title = trainee.wording("desk.wrapUp.cause")
    #expect(!trainee.text.contains("\(title) \(none)"), "\(trainee.text)")
    for fault in call.causes(in: room) {
      let told = trainee.wording.text(ofCause: fault.rawValue).squeezed.prefix(20)
      #expect(trainee.text.contains(told), "\(trainee.text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the form says whom the advice was for, as it was given`(language: Language) throws {
    let id = ScenarioID(.altinn3, "S3", seed: "1")
    let acts = try begun(id).map { act -> TrainingAct in
      guard case .advise(let action, _, let place) = act else { return act }
      return .advise(action, who: .approver, place: place)
    }
    var trainee = Trainee(language, Size(columns: 120, rows: 40), after: acts, of: id)
    trainee.press(.control("x"))
    let wording = trainee.wording
    #expect(trainee.text.contains("· \(wording(Actor.approver.waitsKey))"), "\(trainee.text)")
    #expect(!trainee.text.contains("· \(wording(Actor.vendor.waitsKey))"), "\(trainee.text)")
    trainee.press(.enter)
    #expect(trainee.kept.attempts.last?.sum == 100)
    // Where nothing was advised, nothing stands there.
    let place = try #require(acts.firstIndex { if case .advise = $0 { true } else { false } })
    var early = Trainee(language, Size(columns: 120, rows: 40), after: acts.prefix(place), of: id)
    early.press(.control("x"))
    let act = "\(wording("desk.wrapUp.act")) \(wording("desk.wrapUp.none"))"
    #expect(early.text.contains(act.squeezed), "\(early.text)")
  }

  @Test func `a call that is open where all is deleted begins anew`() throws {
    var trainee = Trainee(after: try begun(Self.solved), of: Self.solved)
    _ = trainee.state.update(.trained(TrainingRecord(), isForgotten: true))
    #expect(trainee.state.screen.pageName.hasPrefix("training call 0 "))
    trainee.state.markDrawn()
    trainee.press(.character("4"))
    #expect(trainee.acts == [.readBack])
  }

  @Test func `what is chosen on a form is seen by whoever follows the seat, what is typed is not`()
    throws
  {
    let group = try #require(TrainingPages.group("6"))
    let pages = TrainingPages(.bokmal, Size(columns: 80, rows: 24))
    var record = SeatRecord()
    record.keep(group.calls[0], try begun(group.calls[0]))
    func seats() -> [ClassSeat] {
      [ClassSeat(1, record, isTaken: true, changed: Timestamp(rawValue: 0))]
    }
    var own = pages.begun(.seat(SeatInClass(1, in: group, record), TrainingRecord()))
    var mirror = pages.begun(.lead(group, seats()))
    _ = mirror.update(.key(.enter))
    func press(_ key: Key) {
      for case .classroom(.keep(let told)) in own.update(.key(key)) { record = told }
      _ = mirror.update(.classroom(.seats(seats())))
      own.markDrawn()
      mirror.markDrawn()
    }
    let keys: [Key] = [
      .character("1"), .function(7), .escape, .control("x"), .character("3"), .right, .tab,
      .character("!"), .character("t"), .function(7), .escape, .control("g"), .character("1"), .tab,
    ]
    for key in keys {
      press(key)
      #expect(own.render().lines.dropLast() == mirror.render().lines.dropLast(), "\(key)")
    }
    press(.escape)
    press(.function(7))
    for sign in "hemmelig" { press(.character(sign)) }
    #expect(own.render().text.contains("hemmelig"))
    #expect(!mirror.render().text.contains("hemmelig") && !record.text.contains("hemmelig"))
  }
}
