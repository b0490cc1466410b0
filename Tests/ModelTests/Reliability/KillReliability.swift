import Foundation
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite(.serialized) struct KillReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `no acknowledged save is lost when the process is killed`() throws {
    var generator = Seeded(Reliability.seed)
    let journal = folder.location.database + "-journal"
    let (rounds, enough) = (Reliability.count(30, full: 1000), Reliability.count(5, full: 50))
    var acknowledged = 0
    var inside = 0
    var round = 0
    // A kill is worth something only inside a save; how often one comes there is the machine's to
    // decide, so the rounds go on until enough have.
    while round < rounds || (inside < enough && round < rounds * 10) {
      round += 1
      let place = "seed \(Reliability.seed) round \(round)"
      let probe = try Probe(["save", folder.location.directory, "0"])
      var lines = probe.lines(atLeast: Int.random(in: 1...25, using: &generator))
      if round.isMultiple(of: 2) {
        // A little arithmetic spreads the kills over the next save, without waiting for a clock.
        var spin = Int.random(in: 0..<400_000, using: &generator)
        while spin > 0 { spin &-= 1 + Int(generator.next() & 1) }
      } else {
        // A journal is there only while a save is under way; the probe saves until it is killed.
        var looks = 0
        while !FileManager.default.fileExists(atPath: journal) && looks < 100_000 { looks += 1 }
      }
      probe.kill()
      lines += probe.lines()
      probe.wait()
      acknowledged += lines.count
      if FileManager.default.fileExists(atPath: journal) { inside += 1 }

      let last = try #require(lines.last?.split(separator: " ").compactMap { Int64($0) })
      try #require(last.count == 2, "\(place)")
      let store = try folder.open()
      let found = try store.load(CaseID(rawValue: last[0]))
      #expect(found.revision >= last[1], "\(place)")
      try StoreProbeCase.expectWhole(found, in: store, place)
      #expect(try store.inspection().isSound, "\(place)")
      try store.close()
    }
    #expect(
      acknowledged >= rounds * 10,
      "not tested: \(acknowledged) saves acknowledged; seed \(Reliability.seed)"
    )
    #expect(
      inside >= enough,
      "not tested: \(inside) of \(round) kills came inside a save; seed \(Reliability.seed)"
    )
    Reliability.report(
      "1 kill loop",
      "\(round) kills, \(inside) inside a save, \(acknowledged) saves acknowledged; 0 lost, 0 half, 0 damaged"
    )
  }
}
