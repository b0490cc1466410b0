import Model
import TestSupport
import Testing

/// A small part of what `scripts/fuzz redaction` tries.
@Suite struct PlantedTextTests {
  @Test func `nothing is left of a secret, whatever its kind, label, place and writing`() {
    var random = Seeded(20_261_128)
    for _ in 0..<400 {
      let planted = PlantedText(using: &random)
      let kept = Redaction(planted.text).text
      #expect(
        planted.left(in: kept) == nil,
        "\(planted.text.debugDescription) -> \(kept.debugDescription)"
      )
    }
  }

  @Test func `nothing is left of a secret where the name of a party is asked for`() {
    var random = Seeded(20_261_130)
    for _ in 0..<400 {
      let planted = PlantedText(using: &random)
      let kept = Redaction(planted.text, nameOf: .party).text
      #expect(
        planted.left(in: kept) == nil,
        "\(planted.text.debugDescription) -> \(kept.debugDescription)"
      )
    }
  }

  @Test(
    arguments: [
      #"> {"key": "DB_PASSWORD", "value": "Graddmølg"}"#,
      "{\"pin\": 1, \"password\": \"a, Graddmølg, b\"}",
      "password=x, y=1, <password>a, Graddmølg</password>",
    ]
  )
  func `nothing is left of a secret that commas part in a title`(title: String) {
    #expect(!Content.embedded.kept(title, in: .caseTitle).contains("Graddmølg"))
  }

  @Test(arguments: ["nummeret er 158, 585, 123, 09", "PIN, 48, 151"])
  func `no piece of a number stays in a title`(title: String) {
    #expect(!Content.embedded.kept(title, in: .caseTitle).contains { $0.isNumber })
  }

  @Test(arguments: ["kode 201 ", "kode 62447", "nr. 624479 - 254", "nr.: 310-04"])
  func `nothing stays of a number that the end of a line has cut off`(end: String) throws {
    let field = try #require(Flow.findFault.field(.reporteeName))
    var limit = 0
    if case .line(_, let most) = field.input { limit = most }
    try #require(limit > end.count)
    let text = String((String(repeating: "Nordlys ", count: limit) + end).suffix(limit))
    let kept = Content.embedded.kept(text, in: .reporteeName)
    #expect(!kept.contains(where: \.isNumber) && kept.contains("Nordlys"))
  }

  @Test func `an ID and an organisation number stay in a title`() {
    let title = "Tripletex, 1234567, Nordlys AS, 310043214"
    #expect(Content.embedded.kept(title, in: .caseTitle) == title)
  }

  @Test(arguments: [
    "Accounting employee, Skjema 12", "Utfyller/Innsender, Skjema 12, Nordlys AS",
    "Provide the immediate supervisor for the sick-listed employee, Skjema 12",
  ])
  func `what stands behind a role in a title is no name of a person`(title: String) {
    #expect(Content.embedded.kept(title, in: .caseTitle) == title)
  }

  @Test(arguments: [
    "Accounting employee, passord Graddmølg, Skjema 12",
    "passord: a, Accounting employee, Graddmølg", "Accounting employee, navn: Graddmølg",
  ])
  func `what a word names does not stay for a role beside it`(title: String) {
    let kept = Content.embedded.kept(title, in: .caseTitle)
    #expect(!kept.contains("Graddmølg"))
    #expect(Content.embedded.kept(kept, in: .caseTitle) == kept)
  }

  @Test func `the evidence of texts without secrets stays`() {
    var random = Seeded(20_261_128)
    var lost: [String] = []
    var count = 0
    for _ in 0..<300 {
      let harmless = HarmlessText(using: &random)
      count += harmless.evidence.count
      lost += harmless.lost(in: Redaction(harmless.text).text)
    }
    #expect(lost.count * 100 <= count, "\(lost)")
  }

  @Test func `redacting a redacted text of any shape changes nothing`() {
    var random = Seeded(1)
    for _ in 0..<200 {
      let once = Redaction(PlantedText(using: &random).text)
      #expect(Redaction(once.text).text == once.text)
    }
  }
}
