import TestSupport
import Testing

@testable import Model

/// What a case keeps of before it was taken up again, in every store.
@Suite struct RoundLaws {
  let folder: TemporaryFolder
  let clock = SetClock()

  init() throws { folder = try TemporaryFolder() }

  private static func draft(_ value: String, _ status: CaseStatus = .open) -> CaseDraft {
    var draft = CaseDraft(flow: "find", status: status)
    draft.give(Answer(value, source: .seen), in: "free")
    return draft
  }

  private static func values(_ found: Case) -> [String?] {
    found.rounds.map { $0.answers.first?.answer.value }
  }

  @Test(arguments: EitherStore.allCases)
  func `a round is kept as it was left, with its day and redacted`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    var kept = try store.create(Self.draft("a secret"))
    kept.content.beginRound()
    kept.content.withdraw("free")
    let saved = try store.save(kept)
    #expect(Self.values(saved) == ["a ***"])
    #expect(saved.rounds.first?.closed == clock.moment.day)
    #expect(try store.load(saved.id) == saved)

    clock.advance(days: 1)
    let again = try store.save(saved)
    #expect(again.rounds == saved.rounds)
  }

  @Test(arguments: EitherStore.allCases)
  func `no save takes a round away, changes it or forgets the order`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    var kept = try store.create(Self.draft("1"))
    for value in ["2", "3", "1"] {
      kept.content.beginRound()
      kept.content.give(Answer(value, source: .seen), in: "free")
      kept = try store.save(kept)
    }
    #expect(Self.values(kept) == ["1", "2", "3"])
    kept.content.rounds = []
    kept = try store.save(kept)
    #expect(Self.values(kept) == ["1", "2", "3"])
    kept.content.rounds = [Round(answers: [])]
    #expect(Self.values(try store.save(kept)).prefix(3) == ["1", "2", "3"])
  }

  @Test(arguments: EitherStore.allCases)
  func `a closed case that is open again keeps what it was closed with`(_ kind: EitherStore) throws
  {
    let store = try kind.open(in: folder, clock)
    var kept = try store.create(Self.draft("1", .closed))
    kept.status = .open
    kept.content.give(Answer("2", source: .seen), in: "free")
    // Whoever saved it knows nothing of the round that the store began, and saves once more.
    let mine = try store.save(kept)
    #expect(Self.values(mine) == ["1"])
    var next = Case(
      id: mine.id,
      revision: mine.revision,
      created: mine.created,
      updated: mine.updated,
      content: kept.content
    )
    next.content.beginRound()
    next.content.give(Answer("3", source: .seen), in: "free")
    let last = try store.save(next)
    #expect(Self.values(last) == ["1", "2"])
    #expect(try store.load(last.id) == last)
  }

  @Test(arguments: EitherStore.allCases)
  func `a field no store takes is refused in a round as well`(_ kind: EitherStore) throws {
    let store = try kind.open(in: folder, clock)
    var draft = Self.draft("1")
    draft.rounds = [Round(answers: [StoredAnswer(field: "", answer: Answer("", source: .seen))])]
    let error = #expect(throws: StoreFailure.self) { try store.create(draft) }
    #expect(error?.textKey == "store.failure.refused")
  }
}
