import Wording
import Drawing
import Foundation
import Model
import SafeText
import Screens
import TestSupport
import Testing

/// The first page of a conclusion says at once what is wrong, how sure that is, what to do first, who does
/// it and where, in every state of both portals that is tried here.
@Suite struct ConclusionLawTests {
  /// Somebody's answers at the conclusion of a portal.
  private struct State {
    let flow: Flow
    let answers: [(FieldID, String)]
  }

  /// The states in which much is wrong, every message alone, and answers drawn at random.
  private static let states: [State] = {
    var random = Seeded(7)
    var states = [State(flow: .findFault, answers: FrameLawTests.troubled)]
    for edition in PortalEdition.allCases {
      let flow = Flow.findFault(of: edition)
      let messages = Shipped.messages.filter { $0.edition == edition }
      states += stride(from: 0, to: messages.count, by: 5).map {
        State(flow: flow, answers: [(.message, messages[$0].id)])
      }
      states.append(State(flow: flow, answers: []))
      for _ in 0..<40 {
        var answers: [(FieldID, String)] = [(.reporteeName, "310043214")]
        for rule in edition.portal.facts {
          guard case .choices(let choices) = rule.values, Int.random(in: 0..<3, using: &random) > 0,
            let choice = choices.randomElement(using: &random)
          else { continue }
          answers.append((rule.fact, choice.value))
        }
        states.append(State(flow: flow, answers: answers))
      }
    }
    return states
  }()

  /// The words that must be seen, in their order.
  private static func needed(_ text: ConclusionText) -> [String] {
    let first = text.first
    return
      ([text.wrong.lines(width: 400).map(\.text), [text.certainty]].joined()
      + [first?.act, first?.who, first?.place].compactMap(\.self))
      .map(Driver.squeezed).filter { !$0.isEmpty }
  }

  @Test(arguments: Language.allCases)
  func `what is only the likeliest of several is not said to be confirmed`(
    language: Language
  ) throws {
    var met = 0
    for message in Shipped.messages {
      let flow = Flow.findFault(of: message.edition)
      let driver = Driver(language).opening("conclusion", [(.message, message.id)], flow: flow)
      let walk = try #require(driver.walk)
      let conclusion = walk.diagnosis.conclusion
      let isGuessed = walk.diagnosis.verdicts.contains {
        $0.state == .failing && $0.reasons.isEmpty
      }
      guard conclusion.certainty == .confirmed, isGuessed else { continue }
      met += 1
      let text = ConclusionText(walk, driver.wording)
      #expect(text.certainty != driver.wording("certainty.confirmed"), "\(driver.text)")
    }
    #expect(met > 0)
  }

  @Test(arguments: Language.allCases)
  func `the first page holds what must be seen at once`(language: Language) throws {
    for state in Self.states {
      let driver = Driver(language).opening("conclusion", state.answers, flow: state.flow)
      let walk = try #require(driver.walk)
      let words = Self.needed(ConclusionText(walk, driver.wording))
      let seen = driver.mainText
      #expect(words.count >= 3, "\(seen)")
      var rest = seen[...]
      for word in words {
        guard let range = rest.range(of: word) else {
          Issue.record("not seen, or not in its place: \(word)\n\(driver.text)")
          break
        }
        rest = rest[range.upperBound...]
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `a small window keeps the order and shows what is wrong`(language: Language) throws {
    for state in Self.states.prefix(12) {
      let driver = Driver(language, columns: 60, rows: 18)
        .opening("conclusion", state.answers, flow: state.flow)
      let walk = try #require(driver.walk)
      let words = Self.needed(ConclusionText(walk, driver.wording))
      #expect(words.first.map { driver.mainText.contains($0.prefix(30)) } == true, "\(driver.text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `each action is described once on a page, and no page is empty`(language: Language) throws {
    let wording = Wording(.embedded, language)
    for state in Self.states {
      var walk = wording.content.walk(
        state.flow,
        resuming: Driver.draft("conclusion", state.answers, flow: state.flow)
      )
      walk.go(toFirst: .conclusion)
      let text = ConclusionText(walk, wording)
      for part in text.parts {
        let lines = text.page(part).lines(width: 400).map(\.text)
        #expect(lines.contains { !$0.isEmpty }, "\(part)")
        guard part == .others else { continue }
        for action in Set(walk.repairs.prefix(5).flatMap(\.actions).map(\.titleKey)) {
          let title = wording.text(action, about: walk)
          let told = lines.indices.filter {
            lines[$0].hasSuffix(title) && lines.indices.contains($0 + 1)
              && lines[$0 + 1].contains(wording("conclusion.who").prefix { $0 != "{" })
          }
          #expect(told.count <= 1, "\(title): \(lines)")
        }
      }
    }
  }

  @Test func `a key shows another page of the conclusion, and Escape the first one again`() {
    var driver = Driver().opening("conclusion", FrameLawTests.troubled)
    let first = driver.text
    let ways = driver.walk.map { driver.wording.offers($0).map(\.choice) } ?? []
    #expect(ways.prefix(3) == [.next, .part(.steps), .part(.others)])
    driver.press(.character("3"))
    #expect(driver.shows(driver.wording("conclusion.others")))
    #expect(driver.step == "conclusion")
    driver.press(.character("2"))
    #expect(driver.shows("2. \(driver.wording("action.giveSenderRight.title"))"))
    driver.press(.escape)
    #expect(driver.text == first)
    driver.press(.character("3"), .enter)
    #expect(driver.text == first)
    driver.press(.character("1"))
    #expect(driver.step != "conclusion")
  }

  @Test(arguments: Language.allCases)
  func `nothing is said to somebody that is only a note to oneself`(language: Language) {
    let texts = Content.embedded.texts(language).entries
    for action in Shipped.actions {
      let (said, note) = (texts[action.tellKey], texts[action.afterKey])
      #expect((said == nil) != (note == nil), "\(action.id)")
      #expect(said?.contains("?") ?? true && note?.contains("?") != true, "\(action.id)")
    }
  }
}
