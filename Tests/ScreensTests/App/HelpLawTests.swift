import Drawing
import Model
import SafeText
import TestSupport
import Testing
import Wording

@testable import Screens

/// The help names the keys that do something on the screen below it, and each of them once.
@Suite struct HelpLawTests {
  /// A screen with nothing laid over it.
  private typealias Shown = (name: String, state: AppState)

  /// The keys that the help tells of, as they are named, a line each; but for those of what is typed.
  private static func labels(_ state: AppState) -> [String] {
    let typing = Prose.heading(state.wording("help.typing"))
    return HelpKeys(state.screen, atDesk: state.desk.isOpen, state.wording).prose
      .prefix { $0 != typing }.compactMap(label)
  }

  private static func label(_ line: Prose) -> String? {
    guard case .bullet(let text) = line, let gap = text.firstRange(of: "  ") else { return nil }
    return String(text[..<gap.lowerBound])
  }

  /// The keys that a label names: one, some with blanks between, or some in a row.
  private static func keys(_ label: String) -> [Key] {
    label.split(separator: " ").flatMap { name -> [Key] in
      let signs = Array(name)
      switch name {
      case "Enter": return [.enter]
      case "Esc": return [.escape]
      case "Tab": return [.tab]
      default: break
      }
      if name.hasPrefix("Ctrl-") || name.hasPrefix("^") {
        return name.last.map { [.control(Character($0.lowercased()))] } ?? []
      }
      if signs.count == 3, signs[1] == "-" {
        return "0123456789".filter { signs[0] <= $0 && $0 <= signs[2] }.map { Key.character($0) }
      }
      if signs[0] == "F", let number = Int(name.dropFirst()) { return [.function(number)] }
      return signs.count == 1 ? [.character(signs[0])] : []
    }
  }

  /// Whether a key is seen to do something, or has the outside do more than keep what there is.
  private static func does(_ key: Key, on shown: AppState) -> Bool {
    var state = shown
    state.markDrawn()
    let before = state.render()
    let effects = state.update(.key(key))
    return state.render() != before
      || effects.contains { effect in
        switch effect {
        case .save, .count, .release: false
        default: true
        }
      }
  }

  private static func hold(_ screens: [Shown]) {
    for (name, state) in screens {
      let labels = labels(state)
      #expect(labels.count > 4, "\(name): \(labels)")
      let named = labels.flatMap { $0.split(separator: " ") }
      #expect(Set(named).count == named.count, "\(name): \(labels)")
      for label in labels {
        let keys = keys(label)
        #expect(keys.contains { does($0, on: state) }, "\(name): \(label)\n\(state.render().text)")
      }
    }
  }

  @Test func `every key that the help names does something, at home and in every flow`() {
    let setting = Setting(language: .bokmal, columns: 80, rows: 24)
    Self.hold(
      FrameLawTests.screens(setting).filter { $0.driver.state.overlay == nil }
        .map { ($0.name, $0.driver.state) }
    )
  }

  @Test(arguments: Language.allCases)
  func `so it does in training`(language: Language) {
    let pages = TrainingPages(language, Size(columns: 80, rows: 24)).all()
    Self.hold(pages.map { ($0.name, $0.state) })
  }

  /// The pages of a call by the keys that lead there.
  private static let pages: [[Key]] = [
    [], [.character("v")], [.down], [.function(5)], [.function(5), .function(5)], [.function(3)],
    [.function(7)], [.wrapUp], [.wrapUp, .function(7)], [.control("g")], [.control("g"), .tab],
    [.control("p")], [.hold], [.queue], [.queue, .character("/")], [.queue, .character("n")],
    [.queue, .function(3)], [.wrapUp, .enter], [.character("1")],
    [.character("1"), .character("v")], [.character("1"), .enter],
    [.character("1"), .enter, .character("v")],
  ]

  @Test(arguments: Language.allCases, PortalEdition.allCases)
  func `so it does at the desk`(language: Language, portal: PortalEdition) {
    var screens: [Shown] = [("home", DeskDriver(language, portal: portal).state)]
    screens.append(("queue", DeskDriver(language).pressing(.character("d")).state))
    var begun = DeskDriver(language, isBegunWith: true)
    begun.show { $0.showQueue() }
    screens.append(("own queue", begun.state))
    for beginning in ["", "1", "4", "0", "inc"] {
      for (place, page) in Self.pages.enumerated() {
        var driver = DeskDriver(language, portal: portal).pressing(.answerCall)
        driver.type(beginning)
        for key in page { driver.press(key) }
        screens.append(("\(beginning) \(place)", driver.state))
      }
    }
    Self.hold(screens.filter { $0.state.overlay == nil })
  }

  @Test func `every key that the bottom line names does something on the page it stands on`() {
    let setting = Setting(language: .bokmal, columns: 80, rows: 24)
    for (name, driver) in FrameLawTests.screens(setting) where driver.state.overlay == nil {
      for area in driver.frame.hitAreas {
        guard case .key(let key) = area.meaning else { continue }
        #expect(Self.does(key, on: driver.state), "\(name): \(key)\n\(driver.text)")
      }
    }
  }

  @Test
  func `every answer of a list has a key that chooses it, and a letter is told in the bottom line`()
  {
    for flow in Flow.all {
      for step in flow.steps {
        guard let field = step.fields.first, case .choice(let choices) = field.input else {
          continue
        }
        let opened = Driver(portal: flow.edition).opening(step.id, flow: flow)
        let values = field.offered(choices)
        for (place, value) in values.enumerated() where place < 9 || value == Fact.unknown {
          let isWord = [Fact.yes, Fact.no, Fact.unknown].contains(value)
          let sign = isWord ? opened.wording("letter.\(value)").first : "\(place + 1)".first
          guard let sign else { continue }
          let isTold = opened.lines.last?.contains("\(sign.uppercased()) ") == true
          #expect(isTold || !isWord, "\(flow.id) \(step.id) \(sign)\n\(opened.text)")
          #expect(Self.does(.character(sign), on: opened.state), "\(flow.id) \(step.id) \(sign)")
        }
      }
    }
  }

  @Test func `a task has no points to be shown, and a queue that one began in no way home`() {
    let task = Driver().opening(Flow.registerSystem.steps[0].id, flow: .registerSystem)
    #expect(Set(Self.labels(task.state)).isDisjoint(with: ["F3", "F5", "F7"]))
    let fault = Driver().opening("system.owner")
    #expect(Set(Self.labels(fault.state)).isSuperset(of: ["F3", "F4", "F5", "F8"]))
    var queue = DeskDriver(isBegunWith: true)
    queue.show { $0.showQueue() }
    #expect(!Self.labels(queue.state).contains("F8"))
    #expect(Self.labels(DeskDriver().pressing(.character("d")).state).contains("F8"))
  }

  @Test func `the keys for what is typed are told where something can be typed`() {
    let wording = Wording(.embedded, .bokmal)
    func tells(_ driver: Driver) -> Bool {
      driver.pressing(.function(1)).state.overlay?.text?.plain
        .contains(wording("help.typing")) == true
    }
    #expect(!tells(Driver()) && tells(Driver().pressing(.character("1"))))
    #expect(tells(Driver().listing([])) && !tells(Driver().opening("system.owner")))
  }
}
