import Drawing
import Model
import Testing

@testable import Screens

/// A call that ends, is given on or is put away while its caller is on hold.
@Suite struct HoldEndsTests {
  private static let ends: [(keys: [Key], state: DeskState)] = [
    ([.wrapUp, .character("6"), .enter], .closed), ([.control("g"), .enter], .handed),
    ([.control("p"), .enter], .parked),
  ]

  @Test(arguments: ends.indices)
  func `a call on hold is ended, given on and put away like any other`(end: Int) throws {
    let (keys, state) = Self.ends[end]
    var driver = DeskDriver().pressing(.answerCall, .character("1"), .hold)
    let id = try #require(driver.call?.number)
    for key in keys { driver.press(key) }
    #expect(driver.queue != nil)
    #expect(try driver.store.entry(id).state == state, "\(driver.text)")
    #expect(try driver.store.notes(for: id).count == (state == .handed ? 1 : 0))
    #expect(try driver.store.outcomes(of: id).count == (state == .closed ? 1 : 0))
  }

  @Test func `what a call ended with is undone as of any other`() throws {
    var driver = DeskDriver().pressing(.answerCall, .character("1"), .hold)
    let id = try #require(driver.call?.number)
    driver.press(.wrapUp, .character("6"), .enter, .character("u"))
    #expect(try driver.store.entry(id).state == .call)
    #expect(try driver.store.outcomes(of: id).isEmpty)
  }
}
