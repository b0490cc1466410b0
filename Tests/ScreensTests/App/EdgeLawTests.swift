import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// What the first and the last line, and the row below a text, never leave out.
@Suite struct EdgeLawTests {
  @Test(arguments: Setting.all)
  func `a text that is cut names the keys that show the rest, in every window`(setting: Setting) {
    let wording = setting.driver.wording
    let keys = "\(wording("keys.arrows")) \(wording("hint.scroll"))"
    var count = 0
    for (name, driver) in FrameLawTests.screens(setting) where driver.state.overlay == nil {
      guard let screen = driver.state.screen as? WalkScreen,
        let form = screen.form as? ReadingForm, form.text.scrolls
      else { continue }
      count += 1
      #expect(driver.text.contains(keys), "\(name)\n\(driver.text)")
    }
    #expect(count > 0 || setting.columns > 80)
  }

  @Test(arguments: Setting.all)
  func `the number of the party stands whole in the header, and that of the case or not at all`(
    setting: Setting
  ) {
    let mark = setting.driver.wording("header.case", ["number": ""])
    var count = 0
    for (name, driver) in FrameLawTests.screens(setting) {
      guard let walk = driver.walk else { continue }
      let header = driver.lines.first ?? ""
      #expect(!header.contains(mark) || header.contains(mark + "1042"), "\(name): \(header)")
      guard walk.reporteeNumber != nil else { continue }
      count += 1
      #expect(header.contains("→ 310043214"), "\(name): \(header)")
    }
    #expect(count > 0)
  }

  @Test(arguments: Setting.home, [false, true])
  func `a list of cases names Enter, which opens the one that has the focus, searched or not`(
    setting: Setting,
    isOverview: Bool
  ) {
    var driver = setting.driver
    driver.openCases(FrameLawTests.cases, isOverview: isOverview)
    let enter = "Enter \(driver.wording(isOverview ? "hint.show" : "hint.open"))"
    #expect(driver.lines.last?.contains(enter) == true, "\(driver.text)")
    driver.type("e")
    #expect(driver.lines.last?.contains(enter) == true, "\(driver.text)")
  }
}
