import Drawing
import Model
import Testing
import Wording

@testable import Screens

@Suite struct DeskSizeTests {
  /// The pages of a call by the keys that lead there, and the queue.
  private static let pages: [(name: String, keys: [Key])] = [
    ("message", [.answerCall]), ("symptom", [.answerCall, .character("0")]),
    ("question", [.answerCall, .character("1")]),
    ("unsure", [.answerCall, .character("1"), .character("v")]),
    ("answer", [.answerCall, .character("1"), .character("n")]),
    ("wrapUp", [.answerCall, .character("2"), .wrapUp]),
    ("handOver", [.answerCall, .character("2"), .control("g")]),
    ("queue", (0..<40).flatMap { _ in [Key.answerCall, .character("2")] } + [.queue]),
  ]

  private static func letters(_ page: [Key], columns: Int, rows: Int) -> Int {
    var driver = DeskDriver(columns: columns, rows: rows)
    for key in page { driver.press(key) }
    return driver.text.count { $0.isLetter || $0.isNumber }
  }

  @Test func `a larger window never shows less of the desk, and more where something is left out`()
  {
    var grows: [String] = []
    for page in Self.pages {
      let small = Self.letters(page.keys, columns: 80, rows: 24)
      let large = Self.letters(page.keys, columns: 120, rows: 40)
      #expect(large >= small, "\(page.name): \(large) < \(small)")
      if large > small { grows.append(page.name) }
    }
    #expect(grows.contains("answer") && grows.contains("queue"), "\(grows)")
  }

  @Test(arguments: Language.allCases)
  func `what can be typed in the first line of a call stands whole, or is seen to be cut`(
    language: Language
  ) {
    for columns in 60...120 {
      let driver = DeskDriver(language, columns: columns, rows: 24).pressing(.answerCall)
      let told = driver.wording("desk.search")
      let isWhole = driver.text.contains(told)
      #expect(isWhole || ![60, 80, 120].contains(columns), "\(driver.text)")
      let cut = driver.lines.first { $0.contains(told.prefix(20)) }
      #expect(isWhole || cut?.contains(driver.state.glyphs.ellipsis) == true, "\(driver.text)")
    }
  }
}
