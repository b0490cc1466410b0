import Model
import SafeText
import TestSupport
import Testing
import Wording

/// Whoever reads of a message of the closed Altinn reads that it has closed, wherever it is read.
@Suite struct ClosingTests {
  private static let day: [Language: String] = [
    .bokmal: "19. juni 2026", .nynorsk: "19. juni 2026", .english: "19 June 2026",
  ]

  private static let old = Shipped.messages.filter { $0.edition == .altinn2 }.map(\.id)

  @Test(arguments: Language.allCases)
  func `every way out says it, in either Altinn`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let day = try #require(Self.day[language])
    for flow in [Flow.findFault, .findFault3] {
      for id in Self.old {
        var walk = wording.content.walk(flow)
        walk.give(id, to: .message)
        let conclusion = ConclusionText(walk, wording)
        var texts = CallMessage.Form.allCases.map { CallMessage(walk, code: "", wording).text($0) }
        texts.append(HandOverText(walk, Caller(words: ""), wording).plain)
        texts.append(conclusion.whole.plain(width: 80))
        texts.append(conclusion.firstPage.plain(width: 80))
        for text in texts {
          let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          #expect(words.contains(day), "\(flow.id) \(id): \(words)")
        }
      }
    }
  }

  @Test func `a text message of the closed Altinn asks for nothing that is done there`() {
    let wording = Wording(.embedded, .bokmal)
    for id in Self.old {
      var walk = wording.content.walk(.findFault)
      walk.give(id, to: .message)
      let text = CallMessage(walk, code: "1001-BBB", wording).text(.sms)
      for action in walk.repairs.flatMap(\.actions) {
        #expect(!text.contains(wording(action.titleKey)), "\(id): \(text)")
      }
    }
  }

  @Test
  func `a message of the Altinn in use, or an old connection that is known, is told without it`() {
    let wording = Wording(.embedded, .bokmal)
    var walk = wording.content.walk(.findFault3)
    walk.give("MP303", to: .message)
    #expect(wording.closing(walk) == nil)
    walk.give("E6", to: .message)
    #expect(wording.closing(walk) != nil)
    walk.give(ProgramWay.password.rawValue, to: .programWay)
    #expect(wording.closing(walk) == nil)
    #expect(walk.diagnosis.failing == [.systemAccess])
  }

  @Test func `alternatives are told as such, and steps as steps`() {
    let wording = Wording(.embedded, .bokmal)
    var walk = wording.content.walk(.findFault)
    walk.give("E2", to: .message)
    let either = wording("conclusion.doEither")
    let whole = ConclusionText(walk, wording).whole
    #expect(whole.contains(.heading(either)) && !whole.contains(.heading(wording("conclusion.do"))))
    #expect(whole.contains(.bullet(wording("action.correctID.title"))))
    let first = ConclusionText(walk, wording).firstPage
    let title = wording("action.setSystemPassword.title")
    #expect(first.contains(.bullet(wording("conclusion.or", ["act": title]))))
    #expect(HandOverText(walk, Caller(words: ""), wording).plain.contains(either))
    #expect(wording.callActs(walk).first?.hasPrefix(either) == true)
    walk.give(Fact.no, to: .systemIDCorrect)
    #expect(wording.callActs(walk).count == 1 && !wording.callActs(walk)[0].contains(either))
    let sure = ConclusionText(walk, wording).whole
    #expect(sure.contains(.heading(wording("conclusion.do"))) && !sure.contains(.heading(either)))
    #expect(sure.contains(.numbered(1, wording("action.correctID.title"))))
  }
}
