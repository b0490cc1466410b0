import Wording
import Model
import TestSupport
import Testing

@testable import Drawing
@testable import Screens

/// The mouse does what the keyboard does, and nothing else.
@Suite struct MouseTests {
  @Test(arguments: Setting.sizes)
  func `every place to press lies on the screen, and a press of it leaves the screen whole`(
    setting: Setting
  ) {
    for (name, driver) in FrameLawTests.screens(setting) {
      let frame = driver.frame
      for area in frame.hitAreas {
        #expect(area.rows.upperBound <= frame.size.rows, "\(name)")
        #expect(area.columns.upperBound <= frame.size.columns, "\(name)")
        var pressed = driver
        pressed.press(area)
        let after = pressed.frame
        #expect(after.checkInvariants() == [], "\(name)")
        #expect(after.cursor != nil, "\(name)")
      }
    }
  }

  /// Neither size nor language can make a difference here.
  @Test(arguments: Setting.sizes.prefix(1))
  func `a hint of the footer does the same as its key`(setting: Setting) {
    for (name, driver) in FrameLawTests.screens(setting) {
      for area in driver.frame.hitAreas {
        guard case .key(let key) = area.meaning else { continue }
        var pressed = driver
        var typed = driver
        let effects = pressed.press(area)
        #expect(effects == typed.press(key), "\(name): \(key)")
        #expect(pressed.text == typed.text, "\(name): \(key)")
      }
    }
  }

  @Test(arguments: Setting.sizes)
  func `what looks like a button or a field can be pressed in every cell, and nothing empty can`(
    setting: Setting
  ) {
    for (name, driver) in FrameLawTests.screens(setting) {
      let frame = driver.frame
      for area in frame.hitAreas {
        let empty = area.rows.filter { !frame.shows(area, in: $0) }
        #expect(empty.isEmpty, "\(name): \(area)\n\(frame.annotated)")
      }
      let dead = frame.places(of: Self.pressed).filter { frame.hitArea(at: $0.place) == nil }
      #expect(dead.isEmpty, "\(name)\n\(frame.annotated)")
      for row in [-1, setting.rows, 9_999] {
        for column in [-1, 0, setting.columns, 9_999] {
          #expect(frame.hitArea(at: Position(row: row, column: column)) == nil, "\(name)")
        }
      }
    }
  }

  private static let pressed: [Style] = [
    .button, .buttonFocus, .input, .inputFocus, .focus,
  ]

  @Test func `a press in a cell where nothing can be pressed does nothing`() throws {
    for driver in [Driver(), Driver.pastMessage(), Driver().pressing(.function(10))] {
      let frame = driver.frame
      let area = try #require(frame.hitAreas.first)
      var pressed = driver
      for row in 0..<frame.size.rows {
        for column in 0..<frame.size.columns {
          let place = Position(row: row, column: column)
          guard frame.hitArea(at: place) == nil else { continue }
          let effects = pressed.send(.pressed(area, at: place))
          #expect(effects == [], "\(place)")
        }
      }
      #expect(pressed.frame == frame)
    }
  }

  @Test(arguments: Setting.sizes)
  func `what the person saw and no longer stands there is not pressed`(setting: Setting) {
    let screens = FrameLawTests.screens(setting)
    for ((seen, before), (name, driver)) in zip(screens, screens.dropFirst()) {
      let now = driver.frame
      let gone = before.frame.hitAreas.filter { now.hitArea(at: $0.middle) != $0 }
      var pressed = driver
      for area in gone { #expect(pressed.press(area) == [], "\(seen), then \(name)") }
      #expect(pressed.frame == now, "\(seen), then \(name)")
    }
  }

  @Test func `a press opens what stands there`() throws {
    var driver = Driver()
    let title = driver.wording("flow.checkRights.start")
    try driver.press(on: title)
    #expect(driver.walk?.flow == .checkRights)
  }

  @Test func `a press chooses an answer, and the button goes on`() throws {
    var driver = Driver.pastMessage()
    try #require(driver.step == "reportee.kind")
    #expect(!driver.text.contains("(•)"))
    let answer = driver.wording("question.reportee.kind.self")
    try driver.press(on: answer)
    #expect(driver.step == "reportee.kind")
    #expect(driver.lines.contains { $0.contains("(•) 1 \(answer)") })
    let next = driver.wording("button.next")
    try driver.press(on: next)
    #expect(driver.step != "reportee.kind")
    #expect(driver.walk?.answer("reportee.kind")?.value == "self")
  }

  @Test func `a press in a field puts the focus there, and what is typed goes into it`() throws {
    var driver = Driver.pastMessage()
    try #require(driver.step == "reportee.kind")
    let fields = driver.frame.hitAreas.filter { $0.meaning == .field }
    let line = try #require(fields.first)
    driver.press(line)
    driver.type("310043214")
    #expect(driver.lines[line.rows.lowerBound].contains("310043214"))
    // The wheel over it moves nothing.
    let before = driver.text
    driver.send(.wheeled(up: false))
    #expect(driver.text == before)
  }

  @Test func `a press on a kind of record shows that kind`() throws {
    // The kinds of both portals stand side by side only in a wide window.
    var driver = Driver(.bokmal, columns: 300, rows: 40)
    driver.press(Driver.overviewKey)
    let label = driver.wording.label(CaseQuery.Filter.errand("registerSystem"))
    let effects = try driver.press(on: label)
    #expect(effects == [.list(CaseQuery(.errand("registerSystem")))])
  }

  @Test func `the wheel scrolls a text by three lines and a list by one`() throws {
    var driver = Driver()
    driver.press(.function(1))
    var typed = driver
    driver.send(.wheeled(up: false))
    typed.press(.down, .down, .down)
    #expect(driver.text == typed.text)
    driver.send(.wheeled(up: true))
    typed.press(.up, .up, .up)
    #expect(driver.text == typed.text)

    driver = Driver()
    typed = driver
    driver.send(.wheeled(up: false))
    typed.press(.down)
    #expect(driver.frame == typed.frame)
  }

  @Test func `nothing under a question that must be settled can be pressed`() throws {
    var driver = Driver()
    let option = try #require(driver.frame.hitAreas.first)
    driver.press(.function(10))
    let here = driver.text
    #expect(driver.press(option) == [])
    #expect(driver.text == here)
    let leave = driver.wording("button.leave")
    let effects = try driver.press(on: "\(leave) ]")
    #expect(effects == [.quit(.done)])
  }
}

extension HitArea {
  fileprivate var middle: Position {
    Position(row: rows.lowerBound, column: (columns.lowerBound + columns.upperBound) / 2)
  }
}

extension Driver {
  @discardableResult
  fileprivate mutating func press(_ area: HitArea) -> [Effect] {
    send(.pressed(area, at: area.middle))
  }

  /// Presses what the person sees where a text begins.
  @discardableResult
  fileprivate mutating func press(on text: String) throws -> [Effect] {
    let row = try #require(lines.firstIndex { $0.contains(text) })
    let line = lines[row]
    let range = try #require(line.firstRange(of: text))
    let column = line.distance(from: line.startIndex, to: range.lowerBound)
    let place = Position(row: row, column: column)
    return send(.pressed(try #require(frame.hitArea(at: place)), at: place))
  }
}

extension Frame {
  /// Whether a person sees in a row of an area something to press: a field to type in, or words that begin
  /// and end where a button or a key does; the whole row is an option's.
  fileprivate func shows(_ area: HitArea, in row: Int) -> Bool {
    let cells = self.row(row).dropFirst(area.columns.lowerBound).prefix(area.columns.count)
    let fields: Set<Style> = [.input, .inputFocus]
    let buttons: Set<Style> = [.button, .buttonFocus]
    if cells.contains(where: { buttons.contains($0.style) }) {
      return cells.allSatisfy { buttons.contains($0.style) }
    }
    switch area.meaning {
    case .field, .choice: return cells.contains { $0.character != " " || fields.contains($0.style) }
    case .key: return cells.first?.character != " " && cells.last?.character != " "
    }
  }
}
