import Wording
import Drawing
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// Days and moments as people write them, wherever a person reads one.
@Suite struct DayLawTests {
  private static let kept = "2026-03-09"
  private static let day = Day(kept)

  /// Every field of a flow that holds a day, answered.
  private static func dated(_ flow: Flow) -> [(FieldID, String)] {
    flow.steps.flatMap(\.fields).compactMap { field in
      if case .line(let rule, _) = field.input, rule.isDate { (field.id, kept) } else { nil }
    }
  }

  @Test(arguments: Language.allCases)
  func `no screen, letter, list or record holds a day as programs write it`(language: Language) {
    let wording = Wording(.embedded, language)
    var shown: [(name: String, text: String)] = []
    for flow in Flow.all {
      let answers = Self.dated(flow)
      for step in flow.steps {
        let driver = Driver(language).opening(step.id, answers, flow: flow)
        shown.append(("\(flow.id) \(step.id)", driver.text))
        if step.kind == .letter, let walk = driver.walk {
          shown.append(("letter of \(flow.id)", LetterText(walk, wording).text))
        }
      }
      let old = Timestamp(rawValue: 1_773_000_000)
      let found = Case(
        id: CaseID(rawValue: 1),
        revision: 1,
        created: old,
        updated: old,
        content: Driver.draft("review", answers, flow: flow)
      )
      for today in [nil, Day("2026-11-28")] {
        shown.append(("record of \(flow.id)", RecordText(found, wording, on: today).plain))
        shown.append(("status of \(flow.id)", wording.statusText(found, on: today)))
      }
    }
    let isDated = shown.contains { $0.text.contains(Self.day.map { wording.text($0) } ?? "?") }
    #expect(isDated)
    for (name, text) in shown where text.contains(Self.programDay) {
      Issue.record("\(name): \(text)")
    }
  }

  @Test func `no recorded screen holds one`() throws {
    for name in Repository.files(below: "Tests/ScreensTests/Frames", ending: ".txt") {
      let text = try Repository.text(of: "Tests/ScreensTests/Frames/\(name)")
      #expect(!text.contains(Self.programDay), "\(name)")
    }
  }

  private static var programDay: Regex<Substring> { /\d{4}-\d\d-\d\d/ }

  @Test(arguments: [
    (Language.bokmal, "9. mars 2026", "9. mars 2026 kl. "),
    (.nynorsk, "9. mars 2026", "9. mars 2026 kl. "),
    (.english, "9 March 2026", "9 March 2026 at "),
  ])
  func `a day and a moment are written as in the language`(
    language: Language,
    day: String,
    moment: String
  ) throws {
    let wording = Wording(.embedded, language)
    #expect(try wording.text(#require(Self.day)) == day)
    #expect(wording.text(Timestamp(rawValue: 1_773_057_600)).hasPrefix(moment))
  }

  @Test(arguments: Language.allCases)
  func `a day can be typed as it is shown, in every language`(language: Language) throws {
    let wording = Wording(.embedded, language)
    for month in 1...12 {
      let day = try #require(Day("9.\(month).2026"))
      for shown in Language.allCases.map({ Wording(.embedded, $0).text(day) }) {
        #expect(Day(wording.read(shown, as: .comingDate)) == day)
        #expect(
          LineRule.comingDate.kept(wording.read(shown.uppercased(), as: .comingDate)) == day.text
        )
      }
      #expect(wording.written(day.text, as: .comingDate) == wording.text(day))
      #expect(wording.written(day.text, as: .free) == day.text)
    }
    for text in ["", "9.3.2026", "2026-03-09", "i forfjor", "9 x 2026", "9. Sommer 2026"] {
      #expect(wording.read(text, as: .comingDate) == text)
    }
    #expect(wording.read("9 des 2026", as: .comingDate) == "9.12.2026")
    #expect(wording.read("9 mars 2026", as: .free) == "9 mars 2026")
  }

  @Test(arguments: [
    ("1.12", "2026-12-01", "2025-12-01"), ("29. nov", "2026-11-29", "2026-11-29"),
    ("3 March", "2027-03-03", "2026-03-03"), ("1/12", "2026-12-01", "2025-12-01"),
    ("1.12.26", "2026-12-01", "2026-12-01"), ("29.2", "2028-02-29", "2024-02-29"),
    ("i morra", "2026-11-30", "2026-11-30"), ("I morgon", "2026-11-30", "2026-11-30"),
    ("today", "2026-11-29", "2026-11-29"), ("i går", "2026-11-28", "2026-11-28"),
    ("31.11", nil, nil), ("1", nil, nil), ("snart", nil, nil),
  ])
  func `a day is read as people write it, with the day it is`(
    text: String,
    coming: String?,
    past: String?
  ) {
    for language in Language.allCases {
      let wording = Wording(.embedded, language, on: Day("2026-11-29"))
      #expect(Day(wording.read(text, as: .comingDate))?.text == coming, "\(text)")
      #expect(Day(wording.read(text, as: .pastDate))?.text == past, "\(text)")
    }
  }

  @Test(arguments: [
    ("2026-12-01", "30.11", "2026-11-30"), ("2027-01-02", "30. des", "2026-12-30"),
    ("2026-12-01", "1.12", "2026-12-01"), ("2026-12-01", "15.1", "2027-01-15"),
    ("2026-12-01", "1 May", "2027-05-01"),
  ])
  func `a day without its year that has just been is not put a year ahead`(
    today: String,
    text: String,
    read: String
  ) {
    let today = Day(today)
    for language in Language.allCases {
      let wording = Wording(.embedded, language, on: today)
      let day = wording.read(text, as: .comingDate)
      #expect(Day(day)?.text == read, "\(text)")
      let hasBeen = today.map { $0.text > read }
      let finding = LineRule.comingDate.finding(day, on: today)
      #expect(finding?.key == (hasBeen == true ? "line.date.past" : nil), "\(text)")
    }
  }

  @Test func `a day that has been is no deadline, and one to come is not when something happened`()
  {
    let today = Day("2026-11-29")
    let cases: [(LineRule, String, String?)] = [
      (.comingDate, "2026-11-28", "line.date.past"), (.comingDate, "2026-11-29", nil),
      (.comingDate, "31.11.2026", "line.date.missing"),
      (.comingDate, "1.12", "line.date.unreadable"),
      (.pastDate, "2026-11-30", "line.date.notYet"), (.pastDate, "2026-11-29", nil),
    ]
    for (rule, text, key) in cases {
      #expect(rule.finding(text, on: today)?.key == key, "\(text)")
      #expect(rule.finding(text, on: today)?.isRefused != false)
    }
    #expect(LineRule.comingDate.finding("2026-11-28", on: nil) == nil)
  }

  @Test func `every field for a day knows whether it has been`() {
    let coming = Flow.all.flatMap(\.steps).flatMap(\.fields).filter {
      if case .line(.comingDate, _) = $0.input { true } else { false }
    }
    #expect(
      Set(coming.map(\.id)) == [
        Ask.by, Ask.followUp, Request.by, Request.followUp, "connect.followUp", "logIn.followUp",
      ]
    )
  }

  @Test func `a day that is kept stands in its line as it is written, and is kept again`() {
    let driver = Driver().opening("giver", [(Request.by, Self.kept)], flow: .requestAccess)
    #expect(driver.text.contains("9. mars 2026"))
    let changed = driver.pressing(.tab, .backspace).typing("7")
    #expect(changed.text.contains("9. mars 2027"))
    #expect(changed.pressing(.enter).walk?.value(Request.by) == "2027-03-09")
  }
}
