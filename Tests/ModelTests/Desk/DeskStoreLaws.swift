import TestSupport
import Testing

@testable import Model

/// What the desk holds to in every store.
@Suite struct DeskStoreLaws {
  let folder: TemporaryFolder
  let clock = SetClock()

  init() throws { folder = try TemporaryFolder() }

  static let kari = AgentID(rawValue: 1000)
  static let ola = AgentID(rawValue: 1001)

  static func closing(_ result: DeskResult, due: String = "") -> Closing {
    Closing(
      CallOutcome(
        edition: .altinn2,
        message: "E2",
        causes: [.registration],
        faults: [.wrongPassword],
        certainty: .likely,
        repairs: ["setSystemPassword"],
        result: result,
        confirmed: result == .solvedConfirmed ? .seen : .told,
        secondsToVerdict: 33,
        seconds: 118
      ),
      Likeness(edition: .altinn2, message: "E2", owner: "reportee"),
      promise: Promise(by: .giver, due: Day(due))
    )
  }

  private static func draft(_ value: String = "E2") -> CaseDraft {
    var draft = CaseDraft(flow: "findFault", title: "Nordlys")
    draft.give(Answer(value, source: .told), in: .message)
    return draft
  }

  private func numbers(_ store: any DeskStore, _ section: DeskSection, _ agent: AgentID) throws
    -> [Int64]
  {
    let listed = try store.queue(section, for: agent, limit: -1, offset: 0, answers: [])
    #expect(try store.queueCount(section, for: agent, upTo: -1) == listed.count)
    return listed.map(\.id.rawValue)
  }

  @Test(arguments: EitherStore.allCases)
  func `a call is the agent's from the first, and only one can take what nobody has`(
    _ kind: EitherStore
  ) throws {
    let store = try kind.open(in: folder, clock)
    let caller = Caller(role: .accountant, words: "feil secret", language: .english)
    let made = try store.begin(Self.draft(), caller, by: Self.kari)
    #expect(made.state == .call)
    #expect(made.desk.owner == Self.kari)
    #expect(made.desk.caller.words == "feil ***")
    #expect(try store.entry(made.id) == made)
    #expect(made.code == (try store.code(of: made.id)))

    #expect(throws: DeskFailure.refused(.taken(made.id, by: Self.kari))) {
      try store.perform(.take, on: made.id, by: Self.ola)
    }
    #expect(try store.perform(.release, on: made.id, by: Self.kari).state == .free)
    #expect(try store.perform(.take, on: made.id, by: Self.ola).desk.owner == Self.ola)
    #expect(throws: DeskFailure.refused(.taken(made.id, by: Self.ola))) {
      try store.perform(.take, on: made.id, by: Self.kari)
    }
    #expect(try store.perform(.steal, on: made.id, by: Self.kari).desk.owner == Self.kari)
    #expect(throws: DeskFailure.refused(.standing(made.id, .call))) {
      try store.perform(.receive, on: made.id, by: Self.kari)
    }
    let missing = CaseID(rawValue: 1900)
    #expect(throws: DeskFailure.store(.noSuchCase(missing))) {
      try store.perform(.take, on: missing, by: Self.kari)
    }
  }

  @Test(arguments: EitherStore.allCases)
  func `each case stands in the section it belongs to, in its order`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    for _ in 0..<7 { _ = try store.begin(Self.draft(), Caller(), by: Self.kari) }
    func act(_ act: DeskAct, _ number: Int64, by agent: AgentID = Self.kari) throws {
      _ = try store.perform(act, on: CaseID(rawValue: number), by: agent)
    }
    try act(.release, 1002)
    try act(.release, 1001)
    try act(.hand(to: .second), 1003)
    try act(.hand(to: .colleague(Self.ola)), 1004)
    try act(.park(Promise(due: Day("2026-11-20"))), 1005)
    try act(.close(Self.closing(.othersMust, due: "2027-01-04")), 1006)
    try act(.close(Self.closing(.vendor, due: "2026-11-10")), 1007)
    // A case of a task has nothing to do with the desk.
    _ = try store.create(CaseDraft(flow: "ask"))

    #expect(try numbers(store, .mine, Self.kari) == [1005])
    #expect(try numbers(store, .mine, Self.ola) == [1004])
    #expect(try numbers(store, .free, Self.ola) == [1002, 1001])
    #expect(try numbers(store, .second, Self.ola) == [1003])
    #expect(try numbers(store, .due, Self.ola) == [1007, 1005])
    #expect(try numbers(store, .waiting, Self.ola) == [1006])
    #expect(try numbers(store, .all, Self.ola) == [1007, 1006, 1005, 1004, 1003, 1001, 1002])
    clock.advance(days: 60)
    #expect(try numbers(store, .due, Self.ola) == [1007, 1005, 1006])
    #expect(try numbers(store, .waiting, Self.ola) == [])
    // Holding the line and noting moves no row.
    try act(.take, 1002, by: Self.ola)
    try act(.take, 1001, by: Self.ola)
    try act(.hold, 1002, by: Self.ola)
    _ = try store.addNote("ringt", to: CaseID(rawValue: 1002), by: Self.ola)
    #expect(try numbers(store, .mine, Self.ola) == [1001, 1002, 1004])
    let page = try store.queue(.mine, for: Self.ola, limit: 1, offset: 1, answers: [.message])
    #expect(page.map(\.summary.answers) == [[.message: "E2"]])
  }

  @Test(arguments: EitherStore.allCases)
  func `a case that is taken up again keeps its round and counts once`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    let id = try store.begin(Self.draft(), Caller(), by: Self.kari).id
    let closed = try store.perform(.close(Self.closing(.solvedConfirmed)), on: id, by: Self.kari)
    #expect(closed.state == .closed)
    #expect(try store.load(id).revision == closed.revision)
    #expect(try store.load(id).status == .closed)
    clock.advance(days: 3)
    let again = try store.perform(.reopen, on: id, by: Self.ola)
    #expect(again.state == .call)
    #expect(again.desk.owner == Self.ola)
    let reopened = try store.load(id)
    #expect(reopened.rounds.map { $0.answers.map(\.answer.value) } == [["E2"]])
    #expect(reopened.content.answer(in: .message)?.value == "E2")
    _ = try store.perform(.close(Self.closing(.othersMust)), on: id, by: Self.ola)
    #expect(try store.outcomes(of: id).map(\.result) == [.solvedConfirmed, .othersMust])
    let tallies = try store.tallies(from: nil, through: nil)
    #expect(tallies.map(\.count) == [1])
    #expect(tallies.map(\.reopened) == [1])
    #expect(tallies.first?.key.result == .othersMust)
  }

  @Test(arguments: EitherStore.allCases, [Model.Confirmation.told, .no])
  func `what nobody saw work is not closed as confirmed, and nothing is counted`(
    _ kind: EitherStore,
    _ confirmed: Model.Confirmation
  ) throws {
    let store = try kind.open(in: folder, clock)
    let made = try store.begin(Self.draft(), Caller(), by: Self.kari)
    var closing = Self.closing(.solvedConfirmed)
    closing.outcome.confirmed = confirmed
    #expect(throws: DeskFailure.refused(.unseen(made.id))) {
      try store.perform(.close(closing), on: made.id, by: Self.kari)
    }
    #expect(try store.entry(made.id) == made && store.outcomes(of: made.id).isEmpty)
  }

  @Test(arguments: EitherStore.allCases)
  func `what was counted stays counted when the cases are purged`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    for index in 0..<12 {
      let id = try store.begin(Self.draft(), Caller(role: .staff), by: Self.kari).id
      let result = DeskResult.allCases[index % 8]
      _ = try store.perform(.close(Self.closing(result)), on: id, by: Self.kari)
      if index == 3 { clock.advance(days: 9) }
      if index % 5 == 0 { _ = try store.perform(.reopen, on: id, by: Self.ola) }
    }
    let before = try store.tallies(from: nil, through: nil)
    #expect(before.map(\.count).reduce(0, +) == 12)
    clock.advance(days: 400)
    try store.delete([CaseID(rawValue: 1002)])
    #expect(try store.tallies(from: nil, through: nil) == before)
    let all = Retention(
      trail: 30,
      cases: [Retention.Rule(flow: "findFault", finished: 30, unfinished: 30)]
    )
    #expect(try store.purge(all, dryRun: false).count == 11)
    #expect(try store.tallies(from: nil, through: nil) == before)
    let week = try #require(before.first?.key.week)
    let first = try store.tallies(from: week, through: week)
    #expect(!first.isEmpty && first == before.filter { $0.key.week == week })
  }

  @Test(arguments: EitherStore.allCases)
  func
    `what was due is counted by whether it was taken up on its day, also when the cases are gone`(
      _ kind: EitherStore
    ) throws
  {
    let store = try kind.open(in: folder, clock)
    let due = try #require(clock.moment.day.flatMap { Day(number: $0.number + 3) })
    var ids: [CaseID] = []
    for result in [DeskResult.othersMust, .vendor, .serviceOwner, .othersMust, .notFound] {
      let id = try store.begin(Self.draft(), Caller(), by: Self.kari).id
      let closing = Self.closing(result, due: due.text)
      _ = try store.perform(.close(closing), on: id, by: Self.kari)
      ids.append(id)
    }
    // Whoever rings before the day is not followed up, and what is closed waits for nobody.
    _ = try store.perform(.reopen, on: ids[0], by: Self.ola)
    clock.advance(days: 3)
    _ = try store.perform(.reopen, on: ids[4], by: Self.ola)
    #expect(try store.followUps().isEmpty)
    _ = try store.perform(.reopen, on: ids[1], by: Self.ola)
    #expect(try store.followUps() == [FollowUps(due: due, onDay: 1, late: 0)])
    clock.advance(days: 1)
    let counted = [FollowUps(due: due, onDay: 1, late: 2)]
    #expect(try store.followUps() == counted)
    _ = try store.perform(.reopen, on: ids[2], by: Self.kari)
    #expect(try store.followUps() == counted)
    clock.advance(days: 400)
    try store.delete([ids[1], ids[3]])
    #expect(try store.followUps() == counted)
    let all = Retention(
      trail: 30,
      cases: [Retention.Rule(flow: "findFault", finished: 30, unfinished: 30)]
    )
    #expect(try store.purge(all, dryRun: false).count == 3)
    #expect(try store.followUps() == counted)
  }

  @Test(arguments: EitherStore.allCases)
  func `the last act is undone by whoever did it, while nobody has touched the case`(
    _ kind: EitherStore
  ) throws {
    let store = try kind.open(in: folder, clock)
    let id = try store.begin(Self.draft(), Caller(), by: Self.kari).id
    let acts: [DeskAct] = [
      .close(Self.closing(.othersMust, due: "2026-12-24")), .close(Self.closing(.brokenOff)),
      .park(Promise(by: .giver)), .hand(to: .second), .hand(to: .colleague(Self.ola)), .release,
    ]
    for act in acts {
      let before = try store.entry(id)
      _ = try store.perform(act, on: id, by: Self.kari)
      #expect(throws: DeskFailure.refused(.nothingToUndo)) { try store.undo(id, by: Self.ola) }
      let after = try store.undo(id, by: Self.kari)
      #expect((after.state, after.desk) == (before.state, before.desk), "\(act)")
      #expect(try store.outcomes(of: id).isEmpty)
      #expect(throws: DeskFailure.refused(.nothingToUndo)) { try store.undo(id, by: Self.kari) }
    }
    _ = try store.perform(.release, on: id, by: Self.kari)
    _ = try store.perform(.take, on: id, by: Self.ola)
    #expect(try store.undo(id, by: Self.ola).state == .free)
    _ = try store.perform(.take, on: id, by: Self.ola)
    _ = try store.addNote("ringt", to: id, by: Self.kari)
    #expect(throws: DeskFailure.refused(.nothingToUndo)) { try store.undo(id, by: Self.ola) }
  }

  @Test(arguments: EitherStore.allCases)
  func `calls like one are counted by cause, and few are not told of`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    let likeness = Likeness(edition: .altinn2, message: "E2", owner: "reportee", role: .staff)
    for count in 1...6 {
      let id = try store.begin(Self.draft(), Caller(role: .staff), by: Self.kari).id
      _ = try store.perform(.close(Self.closing(.solvedConfirmed)), on: id, by: Self.kari)
      let found = try store.similar(to: likeness)
      #expect((found == nil) == (count < 5))
      if count == 6 {
        #expect(found?.causes == [SimilarCases.Count(cause: "wrongPassword", count: 6)])
      }
    }
    #expect(try store.similar(to: Likeness(edition: .altinn3, message: "E2")) == nil)
    #expect(try store.similar(to: Likeness(edition: .altinn2, message: nil)) == nil)
  }

  @Test(arguments: EitherStore.allCases)
  func `a note has its writer, and a caller is found by their words`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    let id = try store.begin(Self.draft(), Caller(words: "lønna stopper"), by: Self.kari).id
    _ = try store.addNote("secret", to: id, by: Self.ola)
    _ = try store.addNote("x", to: id, by: nil)
    #expect(try store.notes(for: id).map(\.text) == ["***", "x"])
    #expect(try store.notes(for: id).map(\.who) == [1001, nil])
    func found(_ text: String) throws -> Int {
      try store.count(matching: text, statuses: CaseStatus.allCases, flows: nil, upTo: -1)
    }
    #expect(try found("lønn") == 1)
    _ = try store.save(try store.load(id))
    #expect(try found("STOPP nord") == 1)
    _ = try store.describe(Caller(words: "avvist"), of: id)
    #expect(try found("lønn") == 0)
    #expect(try found("avv") == 1)
    let code = try store.code(of: id)
    #expect(try found(code.description) == 1)
    let other = code.letters == "BBB" ? "CCC" : "BBB"
    #expect(try found("\(id.rawValue)-\(other)") == 0)
    #expect(try CaseID(code: "\(id.rawValue)\(other)", in: store) == nil)
    #expect(try CaseID(code: code.description.lowercased(), in: store) == id)
  }

  @Test(arguments: EitherStore.allCases)
  func `words find calls however they stand, and those that were never at the desk`(
    _ kind: EitherStore
  ) throws {
    let store = try kind.open(in: folder, clock)
    let first = try store.create(Self.draft()).id
    let mine = try store.begin(Self.draft("E1"), Caller(words: "lønna"), by: Self.kari).id
    let theirs = try store.begin(Self.draft(), Caller(), by: Self.ola).id
    _ = try store.perform(.close(Self.closing(.solvedConfirmed)), on: theirs, by: Self.ola)
    _ = try store.begin(CaseDraft(flow: "other", title: "Nordlys"), Caller(), by: Self.kari)
    func found(_ text: String, limit: Int = -1) throws -> [DeskEntry] {
      try store.calls(matching: text, of: ["findFault"], limit: limit, answers: [.message])
    }
    #expect(try found("nordlys").map(\.id) == [theirs, mine, first])
    #expect(try found("nordlys", limit: 2).map(\.id) == [theirs, mine])
    #expect(try found("nordlys e2").map(\.id) == [theirs, first])
    #expect(try found("lønn").map(\.id) == [mine])
    for entry in try found("") {
      let whole = try store.entry(entry.id)
      #expect(entry.desk == whole.desk)
      #expect(entry.state == whole.state)
      #expect(entry.code == whole.code)
      #expect(entry.revision == whole.revision)
      #expect(entry.summary.answers.keys.sorted() == [.message])
    }
  }

  @Test(arguments: EitherStore.allCases)
  func `unknown messages are counted by their shape`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    for text in ["Mangler tilgang 40", "Mangler tilgang 41", "Noe annet", ""] {
      var draft = CaseDraft(flow: "findFault")
      draft.give(Answer(Fact.unknown, source: .message), in: .message)
      if !text.isEmpty { draft.give(Answer(text, source: .message), in: .messageText) }
      _ = try store.create(draft)
    }
    let known = try store.shapes(limit: 9)
    #expect(known.map(\.shape.text) == ["Mangler tilgang #", "Noe annet"])
    #expect(known.map(\.cases) == [2, 1])
    #expect(try store.shapes(limit: 1).count == 1)
  }

  @Test(arguments: EitherStore.allCases)
  func `what was said back is counted for good, and what was wrong for as long as the case is kept`(
    _ kind: EitherStore
  ) throws {
    let store = try kind.open(in: folder, clock)
    var closing = Self.closing(.solvedConfirmed)
    closing.outcome.toldBack = true
    closing.outcome.flag = .menu
    var ids: [CaseID] = []
    for _ in 0..<3 {
      let id = try store.begin(Self.draft(), Caller(), by: Self.kari).id
      _ = try store.perform(.close(closing), on: id, by: Self.kari)
      ids.append(id)
      closing.outcome.flag = .advice
    }
    #expect(
      try store.flags() == [
        FlagCount(.altinn2, "E2", .advice, calls: 2), FlagCount(.altinn2, "E2", .menu, calls: 1),
      ]
    )
    #expect(
      try store.outcomes(of: ids[0])
        == [closing.outcome].map { outcome in
          var first = outcome
          first.flag = .menu
          return first
        }
    )
    _ = try store.undo(ids[2], by: Self.kari)
    #expect(try store.flags().map(\.calls) == [1, 1])
    try store.delete([ids[0]])
    #expect(try store.flags() == [FlagCount(.altinn2, "E2", .advice, calls: 1)])
    #expect(try store.tallies(from: nil, through: nil).map(\.toldBack) == [2])
  }
}
