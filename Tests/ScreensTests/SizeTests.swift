import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

@Suite struct SizeTests {
  @Test func `sizes compare by columns and rows`() {
    #expect(Size(columns: 80, rows: 24) != Size(columns: 24, rows: 80))
  }

  @Test func `an empty message field does not fill a large window`() {
    let frame = Driver(columns: 200, rows: 50).pressing(.character("1")).frame
    let rows = Set(frame.places(of: [.inputFocus]).map { $0.place.row })
    #expect(rows.count == 12)
  }

  @Test(arguments: Language.allCases)
  func `home has room for all there is to do in the least window`(language: Language) {
    let driver = Driver(language, columns: 60, rows: 18, portal: .altinn3)
    let notice = driver.wording("text.place").prefix { $0 != "{" }
    #expect(!driver.text.contains(notice) && !driver.text.contains("↓"), "\(driver.text)")
    let footer = driver.lines.last ?? ""
    #expect(footer.contains("Enter") && footer.contains("F1 "), "\(footer)")
  }

  @Test(arguments: Language.allCases)
  func `a low window shows the beginning of how to find the answer, and where the rest is`(
    language: Language
  ) {
    var driver = Driver(language, columns: 60, rows: 18, portal: .altinn3)
    driver.press(.character("1"))
    #expect(driver.mainText.contains("1. "), "\(driver.text)")
    #expect(driver.text.contains(driver.wording("head.more")), "\(driver.text)")
  }

  @Test(arguments: Language.allCases)
  func `in a wide window lines are short enough to read, and buttons stand below them`(
    language: Language
  ) {
    for flow in Flow.all {
      for step in flow.steps {
        var driver = Driver(language, columns: 200, rows: 50, portal: flow.edition)
        driver.open(step.id, flow: flow)
        // Header, rules and footer go from edge to edge.
        for line in driver.lines.dropFirst(2).dropLast(2) {
          let text = line.split(separator: "│").last ?? ""
          let used = text.drop { $0 == " " }
          #expect(used.count <= 100, "\(flow.id) \(step.id): \(line)")
        }
        let buttons = driver.frame.places(of: [.button, .buttonFocus]).map { $0.place.column }
        #expect((buttons.max() ?? 0) < 140, "\(flow.id) \(step.id)")
      }
    }
  }
}
