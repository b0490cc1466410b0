import Testing
import TestSupport

@testable import Model

/// All stores give the same answers to anything.
@Suite struct CaseStoreEquivalenceTests {
  @Test(arguments: UInt64(0)..<6)
  func `any sequence of calls has the same answers from all`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let clock = SetClock()
    let stores = try EitherStore.allCases.map { try $0.open(in: folder, clock) }
    var random = Seeded(seed)
    var read: [Case] = []
    for number in 1...150 {
      if random.int(0...9) == 0 { clock.advance(days: Int64(random.int(1...60))) }
      let call = Self.call(&random, read)
      let answers = stores.map { Self.outcome(of: call, on: $0) }
      #expect(Set(answers).count == 1, "seed \(seed), call \(number): \(answers)")
      if let kept = answers[0].base as? Case { read.append(kept) }
    }
    #expect(read.count > 20)
  }

  private typealias Call = (any CaseStore) throws -> AnyHashable

  private static func outcome(of call: Call, on store: any CaseStore) -> AnyHashable {
    do {
      return try call(store)
    } catch StoreFailure.refused {
      // The path is the store's own.
      return "refused"
    } catch {
      return "\(error)"
    }
  }

  private static let fields: [FieldID] = ["free", "request.by", "register.id"]
  private static let flows: [FlowID] = ["find", "ask", ""]
  private static let words = [
    nil, "nord", "Å", "1003", "  ", "a b", "[", "e\u{301}", "\u{e9}", "secr", "1 2",
  ]

  private static func draft(_ random: inout Seeded) -> CaseDraft {
    var draft = CaseDraft(
      flow: flows[min(random.int(0...20) / 9, 2)],
      status: random.pick(CaseStatus.allCases),
      step: random.pick([nil, "one", "two"]),
      title: random.pick(["Nordlys AS", "åsgård", "a secret b", "e\u{301}[x]", "\0"]),
      due: Day("2026-1\(random.int(0...3))-\(random.int(10...31))")
    )
    for _ in 0...random.int(0...3) {
      let answer = Answer(
        random.pick(["", "1", "2", "secret\0"]),
        source: random.pick([.seen, .told])
      )
      draft.give(answer, in: random.pick(fields))
    }
    return draft
  }

  private static func call(_ random: inout Seeded, _ read: [Case]) -> Call {
    let draft = draft(&random)
    let known = read.isEmpty ? nil : random.pick(Array(read.suffix(12)))
    let id = known?.id ?? CaseID(rawValue: Int64(random.int(1000...1005)))
    let statuses = CaseStatus.allCases.filter { _ in random.int(0...2) > 0 }
    let (text, flow) = (random.pick(words), random.pick([nil, "find", "ask"] as [FlowID?]))
    let (limit, offset) = (random.int(-1...6), random.int(0...4))
    let asked = Array(fields.prefix(random.int(0...3)))
    let value = random.pick(["1", "2", ""])
    let day = Day("2026-12-\(random.int(10...31))") ?? known?.due
    let table = Retention(
      trail: random.int(30...90),
      cases: [Retention.Rule(flow: "find", finished: 30, unfinished: random.pick([nil, 60]))]
    )
    switch random.int(0...15) {
    case 0...3: return { AnyHashable(try $0.create(draft)) }
    case 4...6:
      guard var edited = known else { return { AnyHashable(try $0.create(draft)) } }
      edited.content = draft
      let mine = edited
      return { AnyHashable(try $0.save(mine)) }
    case 7: return { AnyHashable(try $0.load(id)) }
    case 8: return { AnyHashable(try $0.revision(of: id)) }
    case 9:
      let ids = random.int(0...4) == 0 ? [id, id] : [id]
      return { store in
        try store.delete(ids)
        return true
      }
    case 10:
      return { store in
        AnyHashable(
          try store.summaries(
            matching: text,
            statuses: statuses,
            flows: flow.map { [$0] },
            limit: limit,
            offset: offset,
            answers: asked
          )
        )
      }
    case 11:
      return { store in
        AnyHashable(
          try store.count(matching: text, statuses: statuses, flows: flow.map { [$0] }, upTo: limit)
        )
      }
    case 12:
      return { store in
        AnyHashable(
          try store.summary(of: flow ?? "find", answering: "free", with: value, except: id)
        )
      }
    case 13:
      return { store in
        guard let day else { return false }
        return AnyHashable([
          AnyHashable(try store.due(on: day, limit: limit, offset: offset, answers: asked)),
          AnyHashable(try store.dueCount(on: day, upTo: limit)),
        ])
      }
    case 14:
      return { store in
        try store.setSetting("key", to: text)
        return AnyHashable(try store.setting("key"))
      }
    default:
      let isDry = random.int(0...3) > 0
      return { AnyHashable(try $0.purge(table, dryRun: isDry)) }
    }
  }
}
