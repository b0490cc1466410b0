import Testing
import TestSupport

@testable import Model

/// What every store of cases holds to.
@Suite struct CaseStoreLaws {
  let folder: TemporaryFolder
  let clock = SetClock()

  init() throws { folder = try TemporaryFolder() }

  private static let all = CaseStatus.allCases

  private func numbers(
    _ store: any CaseStore,
    _ text: String? = nil,
    _ statuses: [CaseStatus] = all,
    flow: FlowID? = nil,
    limit: Int = 100,
    offset: Int = 0
  ) throws -> [Int64] {
    try store.summaries(
      matching: text,
      statuses: statuses,
      flows: flow.map { [$0] },
      limit: limit,
      offset: offset,
      answers: []
    ).map(\.id.rawValue)
  }

  @Test(arguments: EitherStore.allCases)
  func `a case is kept as it was saved last, under a number never used before`(_ kind: EitherStore)
    throws
  {
    let store = try kind.open(in: folder, clock)
    var draft = CaseDraft(flow: "find", step: "one", title: "Nordlys", due: Day("2026-12-01"))
    draft.give(Answer("secret", source: .seen), in: "free")
    var kept = try store.create(draft)
    #expect(kept.id.rawValue == 1001)
    #expect(kept.revision == 1)
    #expect(kept.content.answer(in: "free")?.value == "***")
    #expect(kept.due == Day("2026-12-01"))
    #expect(try store.load(kept.id) == kept)

    clock.advance(days: 1)
    kept.status = .closed
    kept.content.give(Answer("b", source: .told), in: "other")
    let saved = try store.save(kept)
    #expect(saved.revision == 2)
    #expect(saved.created != saved.updated)
    #expect(try store.load(kept.id) == saved)
    #expect(try store.revision(of: kept.id) == 2)

    try store.delete([kept.id])
    #expect(try store.revision(of: kept.id) == nil)
    #expect(try store.create(draft).id.rawValue == 1002)
  }

  @Test(arguments: EitherStore.allCases)
  func `a save from an older revision is a conflict and changes nothing`(_ kind: EitherStore)
    throws
  {
    let store = try kind.open(in: folder, clock)
    let read = try store.create(CaseDraft(flow: "find", title: "Nordlys"))
    var theirs = read
    theirs.title = "Theirs"
    theirs = try store.save(theirs)
    var mine = read
    mine.title = "Mine"
    #expect(throws: StoreFailure.conflict(current: theirs)) { try store.save(mine) }
    #expect(try store.load(read.id) == theirs)
    try store.delete([read.id])
    #expect(throws: StoreFailure.noSuchCase(read.id)) { try store.save(mine) }
    #expect(throws: StoreFailure.noSuchCase(read.id)) { try store.load(read.id) }
  }

  @Test(arguments: EitherStore.allCases)
  func `of several cases all are deleted, or none`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    let kept = try store.create(CaseDraft(flow: "find")).id
    let missing = CaseID(rawValue: 1009)
    #expect(throws: StoreFailure.noSuchCase(missing)) { try store.delete([kept, missing]) }
    #expect(try numbers(store) == [1001])
    try store.delete([])
    try store.delete([kept])
    #expect(try numbers(store) == [])
  }

  @Test(arguments: EitherStore.allCases)
  func `a list shows what was changed last first, narrowed and a page at a time`(
    _ kind: EitherStore
  ) throws {
    let store = try kind.open(in: folder, clock)
    let cases: [(FlowID, CaseStatus, String)] = [
      ("find", .open, "Nordlys Regnskap"), ("find", .closed, "ÅSGÅRD 1004"),
      ("ask", .waiting, "nordlys lønn"), ("ask", .open, "100 % [x]*?"),
    ]
    for (flow, status, title) in cases {
      _ = try store.create(CaseDraft(flow: flow, status: status, title: title))
    }
    _ = try store.save(try store.load(CaseID(rawValue: 1001)))
    #expect(try numbers(store) == [1001, 1004, 1003, 1002])
    #expect(try numbers(store, limit: 2, offset: 1) == [1004, 1003])
    #expect(try numbers(store, "NORD") == [1001, 1003])
    #expect(try numbers(store, "åsg") == [1002])
    #expect(try numbers(store, "1004") == [1004, 1002])
    #expect(try numbers(store, "[x]*") == [1004])
    #expect(try numbers(store, flow: "ask") == [1004, 1003])
    #expect(try numbers(store, nil, [.open, .waiting], flow: "find") == [1001])
    #expect(try numbers(store, nil, []) == [])
    let counts = try [-1, 0, 3, 9].map { most in
      try store.count(matching: nil, statuses: Self.all, flows: nil, upTo: most)
    }
    #expect(counts == [4, 0, 3, 4])
  }

  @Test(arguments: EitherStore.allCases)
  func `a case is due from its day until it is closed, whatever its flow`(_ kind: EitherStore)
    throws
  {
    let store = try kind.open(in: folder, clock)
    let day = try #require(Day("2026-12-01"))
    let cases: [(FlowID, CaseStatus, String)] = [
      ("find", .open, "2026-12-01"), ("ask", .waiting, "2026-11-30"),
      ("ask", .closed, "2026-11-01"), ("ask", .open, "2026-12-02"), ("ask", .open, ""),
    ]
    for (flow, status, due) in cases {
      _ = try store.create(CaseDraft(flow: flow, status: status, due: Day(due)))
    }
    let due = try store.due(on: day, limit: -1, offset: 0, answers: []).map(\.id.rawValue)
    #expect(due == [1002, 1001])
    #expect(try store.dueCount(on: day, upTo: -1) == 2)
    #expect(try store.dueCount(on: day, upTo: 1) == 1)
    var moved = try store.load(CaseID(rawValue: 1002))
    moved.due = nil
    _ = try store.save(moved)
    #expect(try store.dueCount(on: day, upTo: -1) == 1)
  }

  @Test(arguments: EitherStore.allCases)
  func `a setting is kept until it is forgotten`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    #expect(try store.setting("language") == nil)
    try store.setSetting("language", to: "nn")
    try store.setSetting("language", to: "en")
    #expect(try store.setting("language") == "en")
    try store.setSetting("language", to: nil)
    #expect(try store.setting("language") == nil)
  }

  @Test(arguments: EitherStore.allCases)
  func `an id that is empty or too long is refused and leaves no trace`(_ kind: EitherStore) throws
  {
    let store = try kind.open(in: folder, clock)
    for draft in [
      CaseDraft(flow: ""),
      CaseDraft(flow: "find", step: StepID(rawValue: String(repeating: "x", count: 101))),
      CaseDraft(
        flow: "find",
        answers: [StoredAnswer(field: "", answer: Answer("", source: .seen))]
      ),
    ] {
      let error = #expect(throws: StoreFailure.self) { try store.create(draft) }
      #expect(error?.textKey == "store.failure.refused")
    }
    #expect(try numbers(store) == [])
  }
}
