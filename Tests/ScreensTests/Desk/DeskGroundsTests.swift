import Drawing
import Model
import Screens
import Testing
import Wording

/// What the desk has met says which question comes first, and the desk says so.
@Suite struct DeskGroundsTests {
  /// A desk that has had calls about a message in the weeks before, each of which came of one fault.
  private static func desk(_ calls: Int) throws -> DeskDriver {
    let clock = PastClock()
    let store = MemoryCaseStore(now: { clock.now })
    for _ in 0..<calls {
      let id = try store.begin(CaseDraft(flow: "findFault"), Caller(), by: DeskDriver.agent).id
      let outcome = CallOutcome(
        edition: .altinn2,
        message: "E2",
        causes: [.registration],
        faults: [.wrongID],
        result: .solvedUnconfirmed
      )
      let closing = Closing(outcome, Likeness(edition: .altinn2, message: "E2"))
      _ = try store.perform(.close(closing), on: id, by: DeskDriver.agent)
    }
    clock.goOn()
    return DeskDriver(store: store).pressing(.answerCall, .character("1"))
  }

  @Test func `until there are enough calls the order is a guess, and then what they came of`()
    throws
  {
    var driver = try Self.desk(Experience.least - 1)
    #expect(driver.call?.walk.current.fields.first?.id == .systemPasswordCorrect)
    driver.press(.function(4), .end)
    #expect(Driver.squeezed(driver.text).contains(driver.wording("desk.order.guess").suffix(30)))
    driver = try Self.desk(Experience.least)
    #expect(driver.call?.walk.current.fields.first?.id == .systemIDCorrect)
    driver.press(.function(4), .end)
    let said = driver.wording("desk.order.calls", ["count": "\(Experience.least)"])
    #expect(Driver.squeezed(driver.text).contains(said.suffix(30)), "\(driver.text)")
  }
}
