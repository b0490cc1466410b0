import Synchronization
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct ClockReliability {
  @Test func `nothing is put out of order by a clock that jumps`() throws {
    let folder = try TemporaryFolder()
    let generator = Mutex(Seeded(Reliability.seed))
    // An hour back, ten years back, before 1970, far ahead.
    let jumps: [Int64] = [0, -3600, -315_360_000, -4_000_000_000, 4_000_000_000, 200_000_000_000]
    let store = try SQLiteStore.open(
      at: folder.location,
      now: {
        let jump = generator.withLock { Int.random(in: 0..<jumps.count, using: &$0) }
        return Timestamp(rawValue: 1_795_438_800 + jumps[jump])
      },
      redact: { text, _ in text }
    )
    let saves = 200
    for number in 0..<saves { _ = try store.create(CaseDraft(flow: "find", title: "\(number)")) }
    let first = try store.load(CaseID(rawValue: 1001))
    _ = try store.save(first)
    let listed = try store.summaries(limit: saves).map(\.title)
    #expect(listed == ["0"] + (1..<saves).reversed().map(String.init))
    #expect(try store.events(for: first.id).map(\.kind) == [.created, .saved])
    #expect(try store.inspection().isSound)
    Reliability.report("21 clock that jumps", "\(saves) saves at \(jumps.count) times; order kept")
  }
}
