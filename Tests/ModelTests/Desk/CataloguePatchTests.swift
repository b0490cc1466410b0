import Foundation
import Testing

@testable import Model

/// What a desk has met becomes an entry of the catalogue.
@Suite struct CataloguePatchTests {
  private static let text = "Sesjonen gikk ned i kvern 17 hos Innsending, kode \"X-4\""

  /// A proposal whose words are written.
  private static func patch(_ text: String = text) throws -> CataloguePatch {
    let shape = try #require(MessageShape(of: text))
    let outcome = CallOutcome(
      edition: .altinn3,
      message: shape.digest,
      causes: [.vendor],
      result: .vendor
    )
    let day = try #require(Day("2026-11-28"))
    var tally = Tally(Tally.Key(outcome, in: Week(of: day)))
    tally.add(outcome, wasReopened: false)
    let entry = CataloguePatch.Entry(ShapeCount(shape, cases: 3), [tally], on: day)
    var patch = CataloguePatch(messages: [entry])
    for language in Language.allCases {
      for key in CataloguePatch.keys(of: entry.id) { patch.texts[language.rawValue]?[key] = "Ord." }
    }
    return patch
  }

  @Test func `what is proposed, written, checked and put in is known, and all else as before`()
    throws
  {
    let patch = try Self.patch()
    let entry = try #require(patch.messages.first)
    #expect(entry.edition == .altinn3 && entry.causes == [.vendor] && entry.seen == 3)
    let json = Data(try PlainJSON.text(patch).utf8)
    #expect(try CataloguePatch(json: json) == patch)
    #expect(patch.findings(in: .embedded) == [])
    let content = try Content(checking: AssetSource.embedded.adding(patch))
    let other = "Feil: Sesjonen gikk ned i kvern 93 hos Innsending, kode \"Y-81\"."
    #expect(content.recogniser.recognise(other).matches.first?.id == entry.id)
    #expect(content.texts(.nynorsk)(try #require(content.message(entry.id)).meaningKey) == "Ord.")
    // The day it was proposed tells how soon what was unknown became known.
    let digest = try #require(MessageShape(of: Self.text)).digest
    #expect(content.knownShapes == [digest: try #require(Day("2026-11-28"))])
    #expect(Content.embedded.knownShapes.isEmpty)
  }

  @Test func `a proposal is not sound before its words are written`() throws {
    let entry = try #require(try Self.patch().messages.first)
    let findings = CataloguePatch(messages: [entry]).findings(in: .embedded)
    #expect(findings.count == 6)
    #expect(findings.contains(.noWords(key: "message.\(entry.id).remedy", .nynorsk)))
  }

  @Test func `a proposal holds nothing private, knows its own and takes nothing from others`()
    throws
  {
    func findings(_ change: (inout CataloguePatch.Entry) -> Void) throws -> [PatchFinding] {
      var patch = try Self.patch()
      change(&patch.messages[0])
      return patch.findings(in: .embedded)
    }
    let id = try #require(try Self.patch().messages.first).id
    for text in ["Sesjonen til 41814061033 gikk ned", "Sesjonen til kari@eksempel.no gikk ned"] {
      #expect(try findings { $0.texts.append(text) }.contains(.holdsPrivate(id)), "\(text)")
    }
    #expect(try findings { $0.texts = ["Noe helt annet"] } == [.missesItsOwn(id)])
    #expect(try findings { $0.texts.append("{navn} gikk ned") }.contains(.noText(id)))
    #expect(try findings { $0.causes = [] }.contains(.noCause(id)))
    let taking = try findings { $0.texts.append("Incorrect username/password given for system") }
    #expect(taking.contains { if case .takesOthers = $0 { true } else { false } })
    let twice = try findings { $0.id = "E2" }
    #expect(twice.contains { if case .unreadable = $0 { true } else { false } })
  }

  @Test func `a shape becomes a text that begins with letters and leaves out what differs`() {
    func pattern(_ text: String) -> String? { MessageShape(of: text)?.pattern }
    #expect(pattern("12 Sesjonen gikk ned: 7") == "Sesjonen gikk ned: {value1}")
    #expect(pattern("feil 3 i \"Lønn\" sist") == nil)
    #expect(pattern("12 34 5") == nil)
  }
}
