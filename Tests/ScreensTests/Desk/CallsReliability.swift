import Drawing
import Model
import Screens
import TestSupport
import Testing

/// Several callers at once, gone between in any order.
@Suite struct CallsReliability {
  /// What is pressed in each call, whatever the others are about.
  private static let scripts: [[Key]] = [
    typed("1vvn"), typed("2"), typed("31j"), typed("04"),
    typed("1") + [.function(7)] + typed("ringer") + [.escape] + typed("n"),
  ]

  private static func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  /// What a call came to: what is known, where it stands and what is half written.
  private struct Outcome: Equatable {
    let facts: Facts
    let stage: CallStage
    let step: StepID
    let draft: String?

    init?(_ call: CallScreen?) {
      guard let walk = call?.walk, let stage = call?.stage else { return nil }
      facts = walk.facts
      self.stage = stage
      step = walk.current.id
      draft = walk.answer(.noteDraft)?.value
    }
  }

  @Test func `five calls in any order end as each alone`() throws {
    let alone = Self.scripts.map { script in
      var driver = DeskDriver().pressing(.answerCall)
      for key in script { driver.press(key) }
      return Outcome(driver.pressing(.queue).pressing(.enter).call)
    }
    let rounds = Reliability.count(3, full: 100)
    for round in 0..<rounds {
      var random = Seeded(Reliability.seed &+ UInt64(round))
      var driver = DeskDriver()
      var left: [CaseID: (script: Int, keys: ArraySlice<Key>)] = [:]
      for script in Self.scripts.indices.shuffled(using: &random) {
        driver.press(.answerCall)
        left[try #require(driver.call?.number)] = (script, Self.scripts[script][...])
      }
      while let number = left.filter({ !$0.value.keys.isEmpty }).keys.sorted().randomElement(
        using: &random
      ) {
        if driver.call?.number != number { driver.goTo(number) }
        for _ in 0...Int.random(in: 0...2, using: &random) {
          if let key = left[number]?.keys.popFirst() { driver.press(key) }
        }
      }
      for (number, done) in left {
        driver.goTo(number)
        #expect(driver.call?.number == number)
        #expect(Outcome(driver.call) == alone[done.script], "round \(round), script \(done.script)")
      }
    }
    Reliability.report("23 calls", "\(rounds) orders of 5 calls, each as alone")
  }
}

extension DeskDriver {
  /// Goes to a case by the queue.
  fileprivate mutating func goTo(_ number: CaseID) {
    press(.queue, .home)
    for _ in 0..<9 where focused != number { press(.down) }
    press(.enter)
  }
}
