import Wording
import Model
import TestSupport
import Testing

@testable import Drawing
@testable import Screens

/// Somebody else has saved or deleted a case that is open here.
@Suite struct ConflictTests {
  private static let mine = CaseDraft(flow: "findFault", title: "Mitt")
  /// An open case that is not on the screen.
  private static let left = CaseHandle.first.next.next.next

  /// The case of ``FrameLawTests`` on the screen.
  private static func opened() -> Driver {
    var driver = Driver()
    driver.open("system.owner", FrameLawTests.troubled)
    return driver
  }

  @Test func `a conflict is said, and the newest is shown when asked for`() {
    var driver = Self.opened()
    let handle = driver.handle
    driver.send(.changedElsewhere(handle, FrameLawTests.other, mine: Self.mine))
    #expect(driver.shows(driver.wording("conflict.title")))
    #expect(driver.press(.escape) == [])
    #expect(driver.shows(driver.wording("conflict.title")))
    #expect(driver.press(.enter) == [.open(CaseID(rawValue: 1042), as: handle.next)])
    #expect(driver.send(.opened(handle.next, FrameLawTests.other)) == [.release(handle)])
    #expect(driver.step == "message")
    #expect(driver.handle == handle.next)
  }

  @Test func `what was answered in a conflict can be kept as a case of its own`() {
    var driver = Self.opened()
    let handle = driver.handle
    driver.send(.changedElsewhere(handle, FrameLawTests.other, mine: Self.mine))
    #expect(
      driver.press(.right, .enter) == [.release(handle), .save(Self.mine, handle.next)]
    )
    // It has no number until it has one of its own.
    #expect(!driver.text.contains("1042"))
    driver.send(.saved(handle.next, CaseID(rawValue: 1043)))
    #expect(driver.step == "system.owner")
    #expect(driver.lines[0].contains("1043"))
    #expect(driver.text.contains(driver.wording("header.saved")))
  }

  @Test func `a save that was under way when the choice was made follows it`() {
    var driver = Self.opened()
    let handle = driver.handle
    driver.send(.changedElsewhere(handle, FrameLawTests.other, mine: Self.mine))
    driver.press(.right, .enter)
    let later = CaseDraft(flow: "findFault", title: "Senere")
    #expect(
      driver.send(.changedElsewhere(handle, FrameLawTests.other, mine: later))
        == [.save(later, handle.next)]
    )
    driver.send(.saved(handle.next, CaseID(rawValue: 1043)))
    #expect(driver.text.contains(driver.wording("header.saving")))
    driver.send(.saved(handle.next, CaseID(rawValue: 1043)))
    #expect(driver.text.contains(driver.wording("header.saved")))
  }

  @Test func `a conflict that comes when the case has been left can still be settled`() {
    var driver = Driver()
    driver.send(.changedElsewhere(Self.left, FrameLawTests.other, mine: Self.mine))
    #expect(
      driver.press(.right, .enter) == [.save(Self.mine, .first), .release(.first), .count]
    )
    driver.send(.changedElsewhere(Self.left, FrameLawTests.other, mine: Self.mine))
    #expect(driver.press(.enter) == [.open(CaseID(rawValue: 1042), as: .first.next)])
  }

  @Test func `conflicts of two cases are asked about one after the other, and none is lost`() {
    var driver = Self.opened()
    let handle = driver.handle
    let other = CaseDraft(flow: "findFault", title: "Et annet")
    driver.send(.changedElsewhere(Self.left, FrameLawTests.other, mine: other))
    driver.send(.deletedElsewhere(handle, CaseID(rawValue: 1042), mine: Self.mine))
    var leaving = driver
    let saves = [Effect.save(other, handle.next), .save(Self.mine, handle.next.next)]
    #expect(
      leaving.send(.interrupted).filter { if case .save = $0 { true } else { false } }.count
        == saves.count
    )
    #expect(driver.shows(driver.wording("conflict.title")))
    #expect(driver.press(.right, .enter) == [saves[0], .release(handle.next)])
    #expect(driver.shows(driver.wording("gone.title")))
    #expect(driver.press(.enter) == [.release(handle), saves[1]])
    #expect(driver.step == "system.owner")
  }

  @Test func `somebody else's save is said while the case is on the screen`() {
    var driver = Self.opened()
    driver.send(.overtaken(Self.left, CaseID(rawValue: 1001)))
    #expect(!driver.text.contains(driver.wording("header.overtaken")))
    driver.send(.overtaken(driver.handle, CaseID(rawValue: 1042)))
    #expect(driver.shows(driver.wording("conflict.noticed", ["number": "1042"])))
    #expect(driver.text.contains(driver.wording("header.overtaken")))
  }

  @Test func `a case that somebody else deleted can live on as mine, or be let go`() {
    var driver = Self.opened()
    let handle = driver.handle
    driver.send(.deletedElsewhere(handle, CaseID(rawValue: 1042), mine: Self.mine))
    #expect(driver.shows(driver.wording("gone.title")))
    #expect(driver.press(.escape) == [])
    #expect(driver.press(.enter) == [.release(handle), .save(Self.mine, handle.next)])
    driver.send(.saved(handle.next, CaseID(rawValue: 1043)))
    #expect(driver.step == "system.owner")
    driver.send(.deletedElsewhere(handle.next, CaseID(rawValue: 1043), mine: Self.mine))
    #expect(driver.press(.right, .enter) == [.release(handle.next), .count])
    #expect(driver.shows(driver.wording("home.title")))
  }

  @Test func `leaving while that is asked keeps what is mine`() {
    var driver = Self.opened()
    let handle = driver.handle
    driver.send(.deletedElsewhere(handle, CaseID(rawValue: 1042), mine: Self.mine))
    #expect(
      driver.press(.function(10), .right, .enter)
        == [.release(handle), .save(Self.mine, handle.next), .quit(.left)]
    )
  }

  @Test(arguments: SaveConflict.Kind.allCases)
  func `a conflict about a case that was left touches no other`(kind: SaveConflict.Kind) {
    let id = CaseID(rawValue: 7)
    var asked = Driver()
    asked.open("message", [])
    asked.type("Halvt")
    let handle = asked.handle
    switch kind {
    case .changed:
      let theirs = Case(
        id: id,
        revision: 2,
        created: Timestamp(rawValue: 0),
        updated: Timestamp(rawValue: 0),
        content: Self.mine
      )
      asked.send(.changedElsewhere(Self.left, theirs, mine: Self.mine))
    case .deleted: asked.send(.deletedElsewhere(Self.left, id, mine: Self.mine))
    }
    // Kept as a case of its own; the one on the screen goes on as it is.
    var driver = asked
    let ordinal = kind.choices.firstIndex(of: Overlay.keepMine) ?? 0
    let keys = Array(repeating: Key.right, count: ordinal) + [.enter]
    let kept = keys.flatMap { driver.send(.key($0)) }
    #expect(kept == [.save(Self.mine, handle.next), .release(handle.next)])
    #expect(driver.handle == handle)
    #expect(driver.shows("Halvt"))

    // Left in the middle of it, both are kept, each as what it is.
    driver = asked
    let left = driver.press(.function(10), .right, .enter)
    #expect(left.prefix(2) == kept[...])
    #expect(left.last == .quit(.left))
    guard case .save(let typed, handle) = left.dropFirst(2).first else {
      Issue.record("what was typed is not kept")
      return
    }
    #expect(typed.answers.contains { $0.answer.value == "Halvt" })
  }
}
