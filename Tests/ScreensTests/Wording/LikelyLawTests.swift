import Model
import SafeText
import TestSupport
import Testing

@testable import Wording

/// What is only likely is told as no more than that, wherever it is told.
@Suite struct LikelyLawTests {
  /// A search for a fault for each answer that shows one, which nobody need have seen, and for each message.
  private static let walks: [Walk] = PortalEdition.allCases.flatMap { edition -> [Walk] in
    let flow = Flow.findFault(of: edition)
    let messages = Shipped.messages.filter { $0.edition == edition }
    let told = edition.portal.faults.flatMap { fault -> [Walk] in
      guard case .choices(let choices)? = edition.portal.rule(of: fault.shownBy)?.values else {
        return []
      }
      return choices.map { choice in
        var walk = Content.embedded.walk(flow)
        walk.give(choice.value, to: fault.shownBy)
        return walk
      }
    }
    return told + messages.map { Walk.concluded(flow, $0.id) }
  }

  @Test(arguments: Language.allCases)
  func `a page, a hand-over and what is read aloud are no surer than the conclusion`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let lead = wording("hedge.says").prefix { $0 != "{" }
    var counts = [true: 0, false: 0]
    for walk in Self.walks where !walk.diagnosis.failing.isEmpty {
      let isLikely = walk.diagnosis.conclusion.certainty == .likely
      counts[isLikely, default: 0] += 1
      let text = ConclusionText(walk, wording)
      for verdict in walk.diagnosis.verdicts where verdict.state == .failing {
        let values = [
          "number": "\(verdict.number)", "point": wording.title(of: verdict.point, in: walk),
        ]
        for page in [text.firstPage, text.page(.steps)].map(\.inWholeLines) {
          #expect(page.contains(wording("conclusion.fails.likely", values)) == isLikely, "\(page)")
          #expect(page.contains(wording("conclusion.fails", values)) != isLikely, "\(page)")
        }
      }
      let said = wording.spokenConclusion(walk) ?? ""
      #expect(said.contains(lead) == isLikely, "\(said)")
      #expect(CaseMarks(of: walk).isLikely == isLikely)
    }
    #expect(counts.values.allSatisfy { $0 > 2 }, "\(counts)")
  }

  @Test(arguments: Language.allCases)
  func `whoever is asked for a right hears that it only may be what is missing`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let hedge = " \(wording("hedge.word")) "
    for right in [Fact.no, Fact.unknown] {
      let walk = Walk.concluded(
        .findFault,
        "E1",
        [
          .reporteeKind: "organisation", .service: "a02", .personRight: right,
          .systemOwner: "reportee",
        ]
      )
      let isLikely = right == Fact.unknown
      #expect(walk.diagnosis.conclusion.certainty == (isLikely ? .likely : .confirmed))
      #expect(walk.diagnosis.failing == [.personRights])
      let said = ConclusionText(walk, wording).page(.script).inWholeLines
      let letter = CallMessage(walk, code: "1042-KFT", wording).text(.letter).squeezed
      for text in [said, letter] { #expect(text.contains(hedge) == isLikely, "\(text)") }
      #expect(!said.contains("{") && !letter.contains("{"))
      let mail = CallMessage(walk, code: "1042-KFT", wording).text(.mail).squeezed
      let lead = wording("hedge.says", ["what": ""]).squeezed
      #expect(mail.contains(lead) == isLikely, "\(mail)")
    }
  }
}
