import Model
import TestSupport
import Testing

@testable import Drawing
@testable import Screens

/// Somebody else has saved or deleted the case on the screen.
@Suite struct ConflictTests {
  @Test func `a conflict is said, and the newest is shown when asked for`() {
    var driver = Driver()
    driver.open("system.owner", FrameLawTests.troubled)
    driver.send(.changedElsewhere(FrameLawTests.other, mine: CaseDraft(flow: "findFault")))
    #expect(driver.shows(driver.wording("conflict.title")))
    #expect(driver.press(.escape) == [])
    #expect(driver.shows(driver.wording("conflict.title")))
    #expect(driver.press(.enter) == [.open(CaseID(rawValue: 1042))])
    driver.send(.opened(FrameLawTests.other))
    #expect(driver.step == "message")
  }

  @Test func `what was answered in a conflict can be kept as a case of its own`() {
    var driver = Driver()
    driver.open("system.owner", FrameLawTests.troubled)
    let mine = CaseDraft(flow: "findFault", title: "Mitt")
    driver.send(.changedElsewhere(FrameLawTests.other, mine: mine))
    #expect(driver.press(.right, .enter) == [.closeCase, .save(mine)])
    driver.send(.saved(CaseID(rawValue: 1043)))
    #expect(driver.step == "system.owner")
  }

  @Test func `a conflict that comes when the case has been left can still be settled`() {
    var driver = Driver()
    let mine = CaseDraft(flow: "findFault", title: "Mitt")
    driver.send(.changedElsewhere(FrameLawTests.other, mine: mine))
    #expect(driver.press(.right, .enter) == [.closeCase, .save(mine), .closeCase, .count])
    driver.send(.changedElsewhere(FrameLawTests.other, mine: mine))
    #expect(driver.press(.enter) == [.open(CaseID(rawValue: 1042))])
  }

  @Test func `somebody else's save is said while the case is on the screen`() {
    var driver = Driver()
    driver.open("system.owner", FrameLawTests.troubled)
    driver.send(.overtaken(CaseID(rawValue: 1042)))
    #expect(driver.shows(driver.wording("conflict.noticed", ["number": "1042"])))
    #expect(driver.text.contains(driver.wording("header.overtaken")))
  }

  @Test func `a case that somebody else deleted can live on as mine, or be let go`() {
    var driver = Driver()
    driver.open("system.owner", FrameLawTests.troubled)
    let mine = CaseDraft(flow: "findFault", title: "Mitt")
    driver.send(.deletedElsewhere(CaseID(rawValue: 1042), mine: mine))
    #expect(driver.shows(driver.wording("gone.title")))
    #expect(driver.press(.escape) == [])
    #expect(driver.press(.enter) == [.closeCase, .save(mine)])
    driver.send(.saved(CaseID(rawValue: 1043)))
    #expect(driver.step == "system.owner")
    driver.send(.deletedElsewhere(CaseID(rawValue: 1043), mine: mine))
    #expect(driver.press(.right, .enter) == [.closeCase, .count])
    #expect(driver.shows(driver.wording("home.title")))
  }

  @Test func `leaving while that is asked keeps what is mine`() {
    var driver = Driver()
    driver.open("system.owner", FrameLawTests.troubled)
    let mine = CaseDraft(flow: "findFault", title: "Mitt")
    driver.send(.deletedElsewhere(CaseID(rawValue: 1042), mine: mine))
    #expect(driver.press(.function(10), .right, .enter) == [.closeCase, .save(mine), .quit(.left)])
  }

  @Test(arguments: [Clash.changed(CaseID(rawValue: 7)), .deleted(CaseID(rawValue: 7))])
  func `a conflict about a case that was left touches no other`(clash: Clash) {
    let mine = CaseDraft(flow: "findFault", title: "Mitt")
    let number = CaseID(rawValue: 1042)
    var asked = Driver()
    asked.open("message", [])
    asked.type("Halvt")
    switch clash {
    case .changed(let id):
      let theirs = Case(
        id: id,
        revision: 2,
        created: Timestamp(rawValue: 0),
        updated: Timestamp(rawValue: 0),
        content: mine
      )
      asked.send(.changedElsewhere(theirs, mine: mine))
    case .deleted(let id): asked.send(.deletedElsewhere(id, mine: mine))
    }
    // Kept as a case of its own, after what is typed here; then the one on the screen is at hand again.
    var driver = asked
    let place = Overlay.ways(clash).firstIndex(of: Overlay.keepMine) ?? 0
    let keys = Array(repeating: Key.right, count: place) + [.enter]
    let kept = keys.flatMap { driver.send(.key($0)) }
    #expect(kept.dropFirst() == [.closeCase, .save(mine), .closeCase, .open(number)])
    guard case .save(let typed) = kept.first else {
      Issue.record("what was typed is not kept")
      return
    }
    #expect(typed.answers.contains { $0.answer.value == "Halvt" })

    // Left in the middle of it, both are kept, each as what it is.
    driver = asked
    let left = driver.press(.function(10), .right, .enter)
    #expect(left.first == kept.first)
    #expect(left.dropFirst() == [.closeCase, .save(mine), .quit(.left)])
  }
}
