import Wording
import Model
import TestSupport
import Testing

@testable import Drawing
@testable import Screens

/// Whoever hears the screen or feels it is where the hardware cursor stands.
@Suite struct FocusLawTests {
  private static let focused: [Style] = [.focus, .inputFocus, .buttonFocus]

  /// Every screen, and from each the places that Tab and the arrows lead to.
  private static func frames(_ setting: Setting) -> [(name: String, frame: Frame)] {
    FrameLawTests.screens(setting).flatMap { name, driver in
      var frames = [(name, driver.frame)]
      var driver = driver
      for key in [Key.tab, .tab, .down, .right, .tab, .end, .backTab, .up] {
        driver.press(key)
        frames.append(("\(name), \(key)", driver.frame))
      }
      return frames
    }
  }

  @Test(arguments: Setting.sizes)
  func `one thing at most has the focus, and the cursor stands on it, or where reading begins`(
    setting: Setting
  ) {
    for (name, frame) in Self.frames(setting) {
      let focused = frame.places(of: Self.focused)
      #expect(Self.parts(focused, of: frame) <= 1, "\(name)\n\(frame.annotated)")
      guard let cursor = frame.cursor else {
        Issue.record("\(name) has no cursor")
        continue
      }
      let places = focused.map(\.place)
      if places.isEmpty {
        // A text to read: on its first row, where reading begins.
        let row = frame.row(cursor.row).dropFirst(cursor.column)
        #expect(row.contains { $0.character != " " }, "\(name)\n\(frame.annotated)")
        #expect(cursor.row == 2, "\(name)\n\(frame.annotated)")
      } else {
        // Where nothing is typed yet, a hint stands in the field, and the cursor on its first letter.
        let field = places.filter { $0.row == cursor.row }.map(\.column)
        let isOnHint =
          frame[cursor.row, cursor.column].style == .muted
          && frame.row(cursor.row).contains { $0.style == .inputFocus }
        let isInside =
          field.contains { $0 <= cursor.column } && field.contains { $0 >= cursor.column }
        #expect(isInside || isOnHint, "\(name)\n\(frame.annotated)")
      }
    }
  }

  @Test(arguments: Setting.all.filter { $0.rows == 18 })
  func `every field of a question is in sight where the focus is, in the lowest window`(
    setting: Setting
  ) {
    for flow in Flow.all {
      for step in flow.steps where step.fields.count > 1 {
        var driver = setting.driver
        driver.open(step.id, flow: flow)
        for place in step.fields.indices {
          let isSeen = driver.frame.cursor != nil
          #expect(isSeen, "\(flow.id) \(step.id), field \(place)\n\(driver.text)")
          driver.press(.tab)
        }
      }
    }
  }

  @Test(arguments: [
    ("User is not authorized for submittal on behalf of reportee: 310043214", 2),
    ("Noe helt annet gikk galt", 0),
  ])
  func `whom one sends for begins at the answer the message makes likely`(
    message: String,
    place: Int
  ) throws {
    var driver = Driver.pastMessage(message)
    for _ in 0..<10 where driver.step != "reportee.kind" { driver.press(.enter) }
    #expect(driver.step == "reportee.kind")
    let row = try #require(driver.frame.cursor).row
    let likely = ["self", "person", "organisation"][place]
    let option = "( ) \(place + 1) " + driver.wording("question.reportee.kind.\(likely)")
    #expect(driver.lines[row].contains(option))
    #expect(driver.walk?.answer("reportee.kind") == nil)
  }

  /// How many things have the focus; a field of several rows is one of them, and so is a list that is
  /// searched, with the field for the words and the mark before what Enter takes.
  private static func parts(_ focused: [(place: Position, style: Style)], of frame: Frame) -> Int {
    let fields = begins(of: .inputFocus, in: focused)
    let marks = begins(of: .focus, in: focused)
    let buttons = begins(of: .buttonFocus, in: focused)
    let begun = fields.filter { place in !fields.contains { $0.row == place.row - 1 } }
    let areas = Set((begun + marks).map { frame.hitArea(at: $0)?.field })
    let isSearch = begun.count == 1 && marks.count == 1 && areas.count == 1
    return begun.count + marks.count + buttons.count - (isSearch ? 1 : 0)
  }

  /// Where a style begins in each row that has it.
  private static func begins(
    of style: Style,
    in focused: [(place: Position, style: Style)]
  ) -> [Position] {
    var rows: Set<Int> = []
    return focused.filter { $0.style == style && rows.insert($0.place.row).inserted }
      .map(\.place)
  }

  @Test(arguments: Setting.each)
  func `every sign has its word beside it`(setting: Setting) {
    for (name, driver) in FrameLawTests.screens(setting) {
      let lines = driver.lines
      for (row, line) in lines.enumerated() where row != 0 {
        for sign in "✓✗▸" where line.contains(sign) {
          guard let place = line.firstIndex(of: sign) else { continue }
          let after = line[line.index(after: place)...].prefix(30)
          let hasWords = after.contains { $0.isLetter }
          #expect(hasWords, "\(name): \(sign) in \(line)")
        }
      }
    }
  }

  /// The words for what a sign of the four points says stand right below it.
  @Test(arguments: Setting.each)
  func `how a point stands is said in words wherever its sign is`(setting: Setting) {
    let wording = setting.driver.wording
    let states = ["ok", "failing", "notApplicable", "unknown", "blocked"].map {
      wording("state.\($0)")
    }
    for (name, driver) in FrameLawTests.screens(setting) {
      let lines = driver.lines
      for (row, line) in lines.enumerated() where row > 1 {
        guard let sign = line.dropFirst().first, "✓✗·–▸".contains(sign) else { continue }
        guard let number = line.dropFirst(3).first, "1234".contains(number) else { continue }
        guard line.contains("│") else { continue }
        let below = lines[row + 1].prefix { $0 != "│" }
        #expect(states.contains { below.contains($0) }, "\(name): \(line)\n\(lines[row + 1])")
      }
    }
  }

  /// Without its colours a screen says the same: nothing differs by its role alone but emphasis.
  @Test(arguments: Setting.each)
  func `what is wrong is marked by a sign or a word and never by its colour alone`(setting: Setting)
  {
    for (name, driver) in FrameLawTests.screens(setting) {
      let frame = driver.frame
      let coloured = Set(frame.places(of: [.error, .success]).map(\.place.row))
      for row in coloured where row != 0 {
        let red = frame.row(row).filter { $0.style == .error || $0.style == .success }
        let words = String(red.map(\.character))
        let hasWords = words.contains { $0.isLetter }
        #expect(hasWords, "\(name): \(words)")
      }
    }
  }
}
