import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// The last line names no key that does nothing.
@Suite struct DeskFooterTests {
  /// What leads to a page of a call, after a message is heard.
  private static let pages: [[Key]] = [
    [], [.character("v")], [.down], [.down, .character("v")], [.function(5)],
    [.function(5), .function(5)], [.function(3)], [.function(7)], [.wrapUp],
    [.wrapUp, .character("8")], [.wrapUp, .function(7)], [.control("g")], [.control("g"), .tab],
    [.control("p")], [.hold], [.queue], [.wrapUp, .enter], [.wrapUp, .character("!")],
    [.character("!")],
  ]

  /// Messages and symptoms, words that fit several or none, and a code.
  private static let beginnings = ["1", "5", "9", "0", "inc", "zzzz", "#", "#1001"]

  @Test(arguments: PortalEdition.allCases, beginnings)
  func `every key that the footer names does something there`(
    portal: PortalEdition,
    beginning: String
  ) {
    // How many have room makes no difference to what each does.
    for page in Self.pages {
      var driver = DeskDriver(portal: portal, columns: 60, rows: 18).pressing(.answerCall)
      driver.type(beginning)
      for key in page { driver.press(key) }
      for hint in driver.state.screen.hints(driver.wording) {
        guard let press = hint.press else { continue }
        if press == .function(6) {
          #expect(driver.state.screen.readable(driver.wording) != nil)
          continue
        }
        let next = driver.pressing(press)
        // Moving to a line of a form changes nothing but where the cursor stands.
        let isMoved = next.frame.cursor != driver.frame.cursor
        #expect(isMoved || next.text != driver.text, "\(hint.key)\n\(driver.text)")
      }
    }
  }

  @Test(arguments: PortalEdition.allCases, Setting.all)
  func `the way back and the end of the call are named, whatever else has no room`(
    portal: PortalEdition,
    setting: Setting
  ) {
    for page in Self.pages {
      var driver = DeskDriver(setting, portal: portal)
      for key in [.answerCall, .character("1")] + page { driver.press(key) }
      let foot = driver.lines.last ?? ""
      for hint in driver.state.screen.hints(driver.wording)
      where hint.press == .escape || hint.press == .wrapUp {
        #expect(foot.contains("\(hint.key) \(hint.text)"), "\(driver.text)")
      }
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `S is named at what is wrong only where there is a message to be read off the screen`(
    portal: PortalEdition
  ) {
    for message in "0123456789" {
      let driver = DeskDriver(portal: portal)
        .pressing(.answerCall, .character(message), .function(5))
      guard driver.call?.stage == .answer else { continue }
      let isNamed = driver.lines.last?.contains(" S ") == true
      #expect(isNamed == (driver.call?.messageToSee != nil))
      let seen = driver.pressing(.character("S"))
      #expect(isNamed == (seen.text != driver.text), "\(message)\n\(driver.text)")
    }
  }

  @Test func `the key of the language that is read aloud is named where there is room`() {
    let driver = DeskDriver(columns: 200, rows: 40).pressing(.answerCall, .character("1"))
    #expect(driver.lines.last?.contains("F9") == true, "\(driver.text)")
  }

  @Test(arguments: Setting.all)
  func `while a note is written the footer says what Enter and Escape do with it`(
    setting: Setting
  ) {
    for page in [[], [Key.wrapUp], [.function(5)], [.control("p")]] {
      var driver = DeskDriver(setting)
      for key in [.answerCall, .character("1")] + page + [.function(7)] { driver.press(key) }
      let foot = driver.lines.last ?? ""
      #expect(foot.contains("Enter \(driver.wording("desk.hint.keepNote"))"), "\(driver.text)")
      #expect(foot.contains("Esc \(driver.wording("desk.hint.leaveNote"))"), "\(driver.text)")
      #expect(!foot.contains(driver.wording("desk.hint.close")))
    }
  }
}
