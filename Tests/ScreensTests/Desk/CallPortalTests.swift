import Drawing
import Model
import Testing
import Wording

@testable import Screens

/// Which Altinn a call is about.
@Suite struct CallPortalTests {
  @Test func `a new call is about the Altinn to begin in, whatever was looked at since`() {
    var driver = DeskDriver(portal: .altinn3)
    driver.show { $0.follow(.goes(.home(.altinn2))) }
    #expect(driver.state.home.portal == .altinn2)
    driver.press(.answerCall)
    #expect(driver.call?.walk.flow.id == Flow.findFault3.id)
  }

  @Test(arguments: [
    "Incorrect username/password given for system",
    "Incorrect username/password/pin given for user",
    "The EndUserSystem System with ID: 4711 is locked out",
  ])
  func `whoever has a message of the Altinn that has closed now is asked for no password of it`(
    message: String
  ) throws {
    var driver = DeskDriver(portal: .altinn3).pressing(.answerCall)
    driver.send(.pasted(message))
    var walk = try #require(driver.call?.walk)
    #expect(walk.value(.programWay) == ProgramWay.password.rawValue)
    #expect(walk.diagnosis.certainFaults == [.oldConnection])
    for _ in Portal.altinn3.facts {
      guard let next = walk.nextQuestion else { break }
      #expect(Portal.altinn3.rule(of: next) != nil && !next.rawValue.contains("assword"), "\(next)")
      walk.give(Fact.unknown, to: next)
    }
  }

  @Test(arguments: [
    ("25.11.2026 08:14", PortalEdition.altinn3), ("19.6.2026 08:14", .altinn2), ("", .altinn2),
  ])
  func `at a desk of the closed Altinn a message dated after that leads to today's, and no other`(
    date: String,
    portal: PortalEdition
  ) throws {
    var driver = DeskDriver(portal: .altinn2).pressing(.answerCall)
    driver.send(.pasted("\(date) Incorrect username/password given for system"))
    let walk = try #require(driver.call?.walk)
    #expect(walk.flow.edition == portal && walk.facts[.message] == "E2")
    let isNow = portal == .current
    #expect(walk.value(.programWay) == (isNow ? ProgramWay.password.rawValue : nil))
    #expect(walk.diagnosis.certainFaults.contains(.oldConnection) == isNow)
    #expect(driver.lines[0].contains(driver.wording.nameInHeader(portal)))
  }

  @Test(arguments: [("2026-05-12 08:01", false), ("2026-11-12 08:01", true), ("", true)])
  func `at today's desk a message dated before the other closed is not taken to come now`(
    date: String,
    isNow: Bool
  ) throws {
    var driver = DeskDriver(portal: .altinn3).pressing(.answerCall)
    driver.send(.pasted("\(date) Incorrect username/password given for system"))
    let walk = try #require(driver.call?.walk)
    #expect(walk.flow.edition == .altinn3 && walk.facts[.message] == "E2")
    #expect(walk.value(.programWay) == (isNow ? ProgramWay.password.rawValue : nil))
    #expect(walk.diagnosis.certainFaults.contains(.oldConnection) == isNow)
  }

  @Test(arguments: Setting.each)
  func `which Altinn a call is about, and that it has closed, is never out of sight`(
    setting: Setting
  ) {
    var driver = DeskDriver(setting, portal: .altinn2).pressing(.answerCall)
    let name = driver.wording.nameInHeader(.altinn2)
    #expect(name != driver.wording.name(.altinn2))
    #expect(driver.lines[0].contains(name), "\(driver.text)")
    driver.send(.pasted("Incorrect username/password given for system"))
    #expect(driver.lines[0].contains(name), "\(driver.text)")
  }
}
