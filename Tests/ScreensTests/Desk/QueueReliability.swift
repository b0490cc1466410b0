import Drawing
import Model
import Screens
import TestSupport
import Testing

/// A queue that others feed and empty while somebody opens what they see.
@Suite struct QueueReliability {
  /// Others take, hand over, close and begin cases all the time; a key is about the row that was drawn.
  @Test func `the row that is drawn is the case that is opened, whatever others do meanwhile`()
    throws
  {
    var random = Seeded(Reliability.seed)
    let ola = AgentID(rawValue: 1002)
    var opened = 0
    let rounds = Reliability.count(60, full: 1_000)
    for round in 0..<rounds {
      var driver = DeskDriver()
      for _ in 0..<4 {
        let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola).id
        _ = try driver.store.perform(.release, on: id, by: ola)
      }
      driver.press(.character("d"), .tab)
      for _ in 0..<(round % 4) { driver.press(.down) }
      let pointed = try #require(driver.lines.first { $0.contains("▸") })
      for entry in try driver.store.queue(.free, for: ola, limit: 9, offset: 0, answers: [])
        .shuffled(using: &random).prefix(2)
      {
        _ = try driver.store.perform(.take, on: entry.id, by: ola)
      }
      _ = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola)
      driver.lookAround()
      if round.isMultiple(of: 3) { driver.send(.key(.function(5))) }
      driver.send(.key(.enter))
      guard let call = driver.call, let number = call.number else { continue }
      opened += 1
      #expect(pointed.contains(" \(number.rawValue)-"))
      #expect(try driver.store.entry(number).desk.owner == DeskDriver.agent)
    }
    #expect(opened > rounds / 6)
    Reliability.report(
      "23 queue",
      "\(rounds) times opened while others took and began cases: the one drawn"
    )
  }
}
