import Model
import Testing
import Wording

@Suite struct DeskWordingTests {
  /// A walk for each fault that a choice shows.
  private static func walks(_ portal: PortalEdition) -> [Walk] {
    portal.portal.faults.compactMap { fault in
      guard case .choices(let choices)? = portal.portal.rule(of: fault.shownBy)?.values else {
        return nil
      }
      for choice in choices {
        var walk = Content.embedded.walk(.findFault(of: portal))
        walk.beginCall()
        walk.give(choice.value, to: fault.shownBy)
        if !walk.diagnosis.failing.isEmpty { return walk }
      }
      return nil
    }
  }

  @Test(arguments: Language.allCases)
  func `a text message has the code and one instruction, and no more than two messages hold`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    for portal in PortalEdition.allCases {
      for walk in Self.walks(portal) {
        for form in CallMessage.Form.allCases {
          let text = CallMessage(walk, code: "1042-KFT", wording).text(form)
          #expect(text.contains("1042-KFT") && !text.contains("["))
          if form == .sms { #expect(text.count <= CallMessage.longestSMS) }
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `every line of a hand-over says something`(language: Language) {
    let wording = Wording(.embedded, language)
    for walk in PortalEdition.allCases.flatMap(Self.walks) + [Content.embedded.walk(.findFault)] {
      let text = HandOverText(walk, Caller(role: .accountant, words: "den sier nei"), wording)
      for part in HandOverText.Part.allCases {
        #expect(!text.text(part).isEmpty && !text.text(part).contains("["))
      }
      #expect(text.plain.split(separator: "\n").count >= HandOverText.Part.allCases.count)
    }
  }

  @Test func `a hand-over tells what is settled, so that nobody asks it again`() {
    var walk = Content.embedded.walk(.findFault)
    walk.beginCall()
    walk.give("E2", to: .message)
    walk.give(Owner.reportee.rawValue, to: .systemOwner)
    walk.give(Fact.unknown, to: .systemLocked)
    let wording = Wording(.embedded, .bokmal)
    let text = HandOverText(walk, Caller(), wording)
    #expect(text.text(.settled) == "Meldingen, eieren av ID-en")
    #expect(text.text(.situation).contains("Incorrect username/password given for system"))
    #expect(text.text(.assessment).contains("1 svikter"))
    #expect(!text.text(.assessment).contains("(bekreftet)"))
  }
}
