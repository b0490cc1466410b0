import TestSupport
import Testing

@testable import Model
@testable import Store

/// Many agents at one desk, each in a process of their own.
@Suite struct DeskReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `of many who take the same cases one gets each, and no save is lost`() throws {
    let agents = Reliability.count(4, full: 20)
    let cases = Reliability.count(12, full: 200)
    let saves = Reliability.count(5, full: 500)
    let store = try folder.open()
    let caller = AgentID(rawValue: 9)
    for _ in 0..<cases {
      let id = try store.begin(CaseDraft(flow: "find"), Caller(), by: caller).id
      _ = try store.perform(.release, on: id, by: caller)
    }
    let before = try store.inspection().events
    let probes = try (1...agents).map { agent in
      try Probe(["take", folder.location.directory, "\(agent)", "\(cases)", "\(saves)"])
    }
    var owners: [Int64: [Int]] = [:]
    var waits: [Double] = []
    var saving = 0
    for (index, probe) in probes.enumerated() {
      let lines = probe.lines()
      #expect(probe.wait() == 0, "\(lines)")
      let taken = lines.compactMap { $0.hasPrefix("taken ") ? Int64($0.dropFirst(6)) : nil }
      for number in taken { owners[number, default: []].append(index + 1) }
      waits += lines.compactMap { Double($0) }.map { $0 / 1_000 }
      saving += taken.isEmpty ? 0 : 1
    }
    #expect(owners.count == cases)
    for (number, agents) in owners {
      #expect(agents.count == 1)
      let entry = try store.entry(CaseID(rawValue: number))
      #expect(entry.desk.owner?.rawValue == agents.first.map(UInt32.init))
    }
    #expect(waits.count == saving * saves)
    let report = try store.inspection()
    #expect(report.isSound)
    #expect(report.events == before + cases + saving * saves)
    waits.sort()
    let told = [0.5, 0.99, 1].map { part in
      waits.isEmpty
        ? 0 : (waits[Int((Double(waits.count - 1) * part).rounded())] * 10).rounded() / 10
    }
    if Reliability.isFull { #expect(told[2] < 15_000, "seed \(Reliability.seed)") }
    Reliability.report(
      "4 many agents",
      "\(agents) agents, \(cases) cases: one owner each; \(saving) x \(saves) saves without pause, 0 lost; wait median \(told[0]) ms, p99 \(told[1]) ms, worst \(told[2]) ms"
    )
  }
}
