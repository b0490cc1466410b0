import Model
import Testing

/// The digits of a firm's name stay where a name is asked for, and those of secrets do not.
@Suite struct RedactionFirmTests {
  private static let fields: [FieldID] = [.reporteeName, "connect.firm", "ask.firm"]

  @Test(arguments: [
    "24SevenOffice AS", "3M NORGE AS", "3M Norge", "4Service AS", "1881 AS", "2rett AS", "H2O AS",
    "7-Eleven", "7-Eleven Norge AS", "Studio24 AS", "Bygg 2000 AS", "2rett & Co AS", "A1 Bygg",
    "1-2-3 Barnehage", "3M Norge AS 310043214",
  ])
  func `a firm's name is kept whole, in a title too`(name: String) {
    for field in Self.fields + [.caseTitle] {
      #expect(Content.embedded.kept(name, in: field) == name, "\(field)")
    }
    #expect(Content.embedded.kept("Tripletex, \(name)", in: .caseTitle) == "Tripletex, \(name)")
    #expect(LineRule.party.finding(name, on: nil) == nil)
  }

  @Test(arguments: [
    "Sommer24", "Vinter2024 AS", "hemmelig1", "hemmelig1 Vik", "ab1cde AS", "Sommer24! AS",
    "Sommer-2025 AS", "passord 24SevenOffice AS", "PIN 1881 AS", "12345 AS",
    "1404 1881 AS", "41814061033 AS", "24SevenOffice AS 41814061033", "Vik 1881",
  ])
  func `no digit of what may be a secret is`(text: String) {
    for field in Self.fields + [.caseTitle] {
      let kept = Content.embedded.kept(text, in: field)
      let hasDigits = kept.contains(where: \.isNumber)
      #expect(!hasDigits, "\(field): \(kept)")
      #expect(Content.embedded.kept(kept, in: field) == kept)
    }
  }

  @Test(arguments: ["Lønn 2027", "Visma Lønn 2027", "Fjord Lønn", "Lønn 9"])
  func `the year in the name of a program is kept, in a title too`(name: String) {
    for field in ["register.productName", "connect.productName", .caseTitle] as [FieldID] {
      #expect(Content.embedded.kept(name, in: field) == name, "\(field)")
    }
    let title = "\(name), 1234567"
    #expect(Content.embedded.kept(title, in: .caseTitle) == title)
  }

  @Test(arguments: [
    "2027", "Vinter2027", "Lønn-2027", "passord Lønn 2027", "PIN 2027", "Lønn 4427", "bruk 2027",
    "Lønn 2027 2028", "Lønn 41814061033",
  ])
  func `no other number in it is`(name: String) {
    let kept = Content.embedded.kept(name, in: "register.productName")
    #expect(!kept.contains { $0.isNumber }, "\(kept)")
    #expect(Content.embedded.kept(kept, in: "register.productName") == kept)
  }

  @Test(arguments: ["2024", "19x", "!7", "_88", "99!", "-2025", "#1a", "2x9"])
  func `a password beside a name does not stay`(end: String) {
    let secret = "Blampkvark\(end)"
    for text in [secret, "\(secret) AS", "\(secret) Nordlys AS", "Nordlys \(secret) AS"] {
      let kept = Content.embedded.kept(text, in: .reporteeName)
      #expect(!kept.contains(end) && !kept.contains(secret), "\(text) -> \(kept)")
    }
  }

  @Test(arguments: ["bruk 4427 nå", "4427 skal du taste inn", "use 4427 now", "bruk 24Seven nå"])
  func `a code that somebody is told to use does not stay`(text: String) {
    for field in Self.fields + [.caseTitle] {
      let kept = Content.embedded.kept(text, in: field)
      let hasDigits = kept.contains(where: \.isNumber)
      #expect(!hasDigits, "\(field): \(kept)")
    }
  }

  @Test func `elsewhere the same digits do not stay`() {
    for field in [nil, .messageText, "request.note"] as [FieldID?] {
      #expect(!Content.embedded.kept("1881 AS", in: field).contains("1881"))
    }
  }

  @Test(arguments: [LineRule.party, .name])
  func `that a name is not kept whole is told, and one can go on with it`(rule: LineRule) throws {
    for name in ["24SevenOffice", "Sommer24 Vik", "Ola passord: Zommer"] {
      let finding = try #require(rule.finding(name, on: nil))
      #expect(finding.key == "line.party.masked" && !finding.isRefused && !finding.isAskedTwice)
    }
    #expect(rule.finding("Nordlys AS", on: nil) == nil)
  }
}
