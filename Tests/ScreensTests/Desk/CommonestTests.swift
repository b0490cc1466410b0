import Drawing
import Model
import Testing

@testable import Screens

@Suite struct CommonestTests {
  /// A store whose clock can be put back, with calls about a message a week before the desk opens.
  private static func store(_ messages: [String]) throws -> MemoryCaseStore {
    let clock = PastClock()
    let store = MemoryCaseStore(now: { clock.now })
    for message in messages {
      let id = try store.begin(CaseDraft(flow: "findFault"), Caller(), by: DeskDriver.agent).id
      let outcome = CallOutcome(edition: .altinn2, message: message, result: .solvedUnconfirmed)
      let closing = Closing(outcome, Likeness(edition: .altinn2, message: message))
      _ = try store.perform(.close(closing), on: id, by: DeskDriver.agent)
    }
    clock.goOn()
    return store
  }

  @Test func `a call begins with what this store has met in the weeks before`() throws {
    let store = try Self.store(["E9", "E4", "E9", "Y2Stopped", "6f2a"])
    let call = try #require(DeskDriver(store: store).pressing(.answerCall).call)
    #expect(call.commonest.prefix(4) == ["E9", "E4", "Y2Stopped", "E2"])
    let other = DeskDriver(portal: .altinn3, store: store).pressing(.answerCall).call
    #expect(other?.commonest == Commonest.of(.altinn3))
  }

  @Test func `what is met this week changes no row until the next`() throws {
    let store = try Self.store([])
    var driver = DeskDriver(store: store)
    for _ in 0..<2 {
      driver.press(.answerCall, .character("3"), .wrapUp, .enter)
      #expect(driver.pressing(.answerCall).call?.commonest == Commonest.of(.altinn2))
    }
  }
}
