import Drawing
import Foundation
import Model
import Screens
import TestSupport
import Testing

@testable import Wording

/// A letter as a file for a mail program, read back by the letter of the rules.
@Suite struct MailTests {
  private static let moment = Timestamp(rawValue: 1_795_438_801)

  /// What a strict reader of RFC 5322, 2045 and 2047 finds in a file; `nil` where it breaks a rule.
  private struct Read {
    var fields: [String: String] = [:]
    var body = ""

    init?(_ file: String) {
      guard file.utf8.allSatisfy({ $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0D || $0 == 0x0A) }),
        file.utf8.suffix(2).elementsEqual("\r\n".utf8)
      else { return nil }
      let lines = file.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
      guard lines.allSatisfy({ $0.last == 0x0D && $0.dropLast().allSatisfy { $0 != 0x0D } }) else {
        return nil
      }
      let texts = lines.map { String(decoding: $0.dropLast(), as: UTF8.self) }
      guard texts.allSatisfy({ $0.utf8.count <= 76 }), let gap = texts.firstIndex(of: "") else {
        return nil
      }
      var name = ""
      for line in texts[..<gap] {
        if line.hasPrefix(" ") {
          guard !name.isEmpty else { return nil }
          fields[name, default: ""] += line
        } else {
          guard let colon = line.firstIndex(of: ":"), line[line.index(after: colon)...].first == " "
          else { return nil }
          name = line[..<colon].lowercased()
          guard fields[name] == nil else { return nil }
          fields[name] = String(line[colon...].dropFirst(2))
        }
      }
      guard let body = Self.decoded(texts[(gap + 1)...]) else { return nil }
      self.body = body
    }

    /// The text of quoted-printable lines.
    private static func decoded(_ lines: ArraySlice<String>) -> String? {
      var bytes: [UInt8] = []
      for line in lines {
        guard line.last != " ", line.last != "\t" else { return nil }
        var rest = Array(line.utf8)[...]
        var isSoft = false
        while let byte = rest.popFirst() {
          guard byte == 0x3D else {
            bytes.append(byte)
            continue
          }
          if rest.isEmpty {
            isSoft = true
          } else {
            guard rest.count >= 2,
              let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
          }
        }
        if !isSoft { bytes.append(0x0A) }
      }
      return String(validating: bytes, as: UTF8.self)
    }

    /// An unstructured field or a phrase without its encoding; the blank between encoded words goes.
    func plain(_ name: String) -> String? {
      guard var text = fields[name] else { return nil }
      // An encoded word stands apart from a sign behind it (RFC 2047, 5).
      if text.hasSuffix(" :;") { text.removeLast(3) }
      guard text.contains("=?") else { return text }
      var bytes: [UInt8] = []
      for word in text.split(separator: " ") {
        guard word.utf8.count <= 75, word.lowercased().hasPrefix("=?utf-8?q?"), word.hasSuffix("?=")
        else { return nil }
        var rest = Array(word.utf8.dropFirst(10).dropLast(2))[...]
        while let byte = rest.popFirst() {
          if byte == 0x3D,
            let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
          {
            bytes.append(value)
            rest = rest.dropFirst(2)
          } else {
            bytes.append(byte)
          }
        }
      }
      return String(validating: bytes, as: UTF8.self)
    }
  }

  private func expectWhole(_ mail: Mail) {
    guard let read = Read(mail.file(at: Self.moment)) else {
      Issue.record("\(mail.file(at: Self.moment))")
      return
    }
    #expect(read.plain("subject") == mail.subject)
    #expect(read.plain("from") == mail.from)
    #expect(read.body == mail.body || read.body == mail.body + "\n")
    #expect(
      Set(read.fields.keys) == [
        "from", "subject", "date", "x-unsent", "mime-version", "content-type",
        "content-transfer-encoding",
      ]
    )
    #expect(read.fields["date"] == "Mon, 23 Nov 2026 13:00:01 +0000")
    #expect(read.fields["from"]?.contains("@") == false)
  }

  @Test func `a mail is read back as it was, whatever it holds`() {
    var random = Seeded(12)
    expectWhole(Mail(from: "Kari Nordmann", subject: "Tilgang", body: "Hei\n\nLinje\n"))
    expectWhole(
      Mail(
        from: "Åse Ødegård, Fjell & Dal",
        subject:
          "Tilgang i Altinn for SØRLANDET ÅL OG SJØMAT AS til RF-0002 =?x?= på nytt og på nytt",
        body: ".\nFrom her\n=\nslutt \n" + String(repeating: "æøå ", count: 60) + "\n"
      )
    )
    for _ in 0..<60 {
      expectWhole(
        Mail(
          from: "x" + random.hostileText(upTo: 20),
          subject: "x" + random.hostileText(upTo: 60) + "x",
          body: random.hostileText(upTo: 120).replacing("\r", with: "") + "\n"
        )
      )
    }
  }

  // MARK: - Who writes

  private static let writer: [(FieldID, String)] = [
    (Writer.name, "Kari Nordmann"), (Writer.firm, "Fjell Regnskap AS"),
    (Writer.phone, "412 34 567"),
  ]

  private func walk(_ flow: Flow, _ more: [(FieldID, String)] = []) -> Walk {
    var walk = Content.embedded.walk(flow)
    for (field, value) in Self.writer + more { walk.give(value, to: field) }
    return walk
  }

  @Test(arguments: [Flow.requestAccess, .requestFullmakt], Language.allCases)
  func `a letter ends with who writes, and says whom to tell`(flow: Flow, language: Language) throws
  {
    let wording = Wording(.embedded, language)
    let text = LetterText(walk(flow), wording)
    for (_, value) in Self.writer { #expect(text.text.contains(value), "\(text.text)") }
    #expect(text.text.contains(wording("letter.tellBy", ["phone": "412 34 567"])))
    expectWhole(text.mail)
    #expect(text.mail.from == "Kari Nordmann")
    #expect(!text.text.contains(wording("askLetter.fact.unnamedPerson")))
  }

  @Test(arguments: [Fact.yes, Fact.no, Fact.unknown, nil])
  func `who writes is kept only by leave`(leave: String?) {
    let asked = walk(.requestAccess, leave.map { [(Writer.keep, $0)] } ?? [])
    let kept = Wording(.embedded, .bokmal).draft(asked).answers.map(\.field)
    #expect(kept.contains(Writer.name) == (leave == Fact.yes))
    #expect(kept.contains(Writer.phone) == (leave == Fact.yes))
    #expect(LetterText(asked, Wording(.embedded, .bokmal)).text.contains("Kari Nordmann"))
  }

  /// What is to be saved.
  private static func drafts(_ effects: [Effect]) -> [CaseDraft] {
    var drafts: [CaseDraft] = []
    for case .save(let draft, _) in effects { drafts.append(draft) }
    return drafts
  }

  @Test func `who writes is asked once while the program runs, and never stored without leave`() {
    var driver = Driver().opening("letter", Self.writer, flow: .requestAccess)
    let saved = Self.drafts(driver.press(.function(8)))
    #expect(saved.allSatisfy { $0.answer(in: Writer.name) == nil })
    driver.open("writer", flow: .requestAccess)
    #expect(driver.text.contains("Kari Nordmann") && driver.text.contains("Fjell Regnskap AS"))
    let kept = Self.drafts(driver.press(.enter))
    #expect(kept.allSatisfy { $0.answer(in: Writer.name) == nil })
  }

  @Test(arguments: [
    ("412 34 567", nil), ("22 00 00 00", nil), ("+46 8 123 456 78", nil), ("", nil),
    ("1234567", "line.phone.unreadable"), ("ring meg", "line.phone.unreadable"),
    ("41814061033", "line.party.identityNumber"), ("+41814061033", "line.party.identityNumber"),
  ])
  func `a number to call back on is no identity number`(text: String, finding: String?) {
    #expect(LineRule.phone.finding(text, on: nil)?.key == finding)
    #expect(LineRule.phone.kept(text) == text)
  }

  // MARK: - The vendor and the agency

  /// At the conclusion of a search that turns to the vendor.
  private func pasted(_ text: String, _ more: [(FieldID, String)] = []) -> Walk {
    var walk = Content.embedded.walk(.findFault3)
    walk.read(text, with: Content.embedded.recogniser)
    for (field, value) in more { walk.give(value, to: field) }
    walk.go(toFirst: .conclusion)
    return walk
  }

  @Test(arguments: Language.allCases)
  func `a mail names no service that nobody has named, and what is known instead`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let any = wording("service.any.altinn3")
    let unnamed = wording.mail(pasted("GLD_004 feil"))
    #expect(unnamed.subject.contains("GLD_004") && !unnamed.subject.contains(any))
    #expect(!unnamed.body.contains("\(any) for "), "\(unnamed.body)")
    let named = wording.mail(pasted("GLD_004 feil", [(.service, "a02")]))
    #expect(named.subject.contains("A02"), "\(named.subject)")
  }

  @Test(arguments: Language.allCases)
  func `a code that is only told of is not named as that of the message`(
    language: Language
  ) throws {
    let message = try #require(Content.embedded.message("NavNoAccess"))
    let wording = Wording(.embedded, language)
    let old = pasted("Feilen var MP-303, men nå får vi Ikke tilgang til ressurs")
    #expect(old.answer(.message)?.value == message.id)
    #expect(wording.code(in: old) == nil)
    let named = wording("handOver.code", ["code": "MP-303"])
    let told = "\(wording.handOver(message, in: old))"
    #expect(!told.contains(named) && !wording.mail(old).subject.contains("MP-303"), "\(told)")
    // It is, where it stands there as the message, or is said to be it.
    #expect(wording.code(in: pasted("MP-303")) == "MP-303")
    var meant = old
    meant.give("MP303", to: .message)
    #expect(wording.code(in: meant) == "MP-303")
  }

  @Test(arguments: Language.allCases)
  func `a mail has all that the program showed, and when, as its steps promise`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let log = "2026-11-28 13:05:10 ERROR GLD_004\n2026-11-28 13:05:11 ERROR request 17 failed"
    let seen = [(FieldID.messageSeen, MessageSeen.now)]
    let whole = wording.mail(pasted(log, seen)).body
    for part in ["13:05:10", "request 17 failed"] { #expect(whole.contains(part), "\(whole)") }
    #expect(!whole.contains(wording("vendorMail.time")), "\(whole)")
    let untimed = wording.mail(pasted("GLD_004")).body
    #expect(untimed.contains(wording("vendorMail.time")), "\(untimed)")
    // It is not told twice.
    #expect(!untimed.contains(wording("vendorMail.whole")), "\(untimed)")
    let long = log + String(repeating: "\n2026-11-28 13:05:12 INFO waiting", count: 200)
    #expect(wording.mail(pasted(long, seen)).body.contains(wording("vendorMail.log")))
    // What somebody else has told of is theirs.
    let words = "Hei, Ola fikk GLD_004 da han sendte i helga."
    let told = wording.mail(pasted(words, [(.messageSeen, MessageSeen.told)])).body
    #expect(!told.contains("helga"), "\(told)")
  }

  @Test(arguments: Language.allCases)
  func `a vendor is asked about firm and client only where there is a client`(language: Language) {
    let wording = Wording(.embedded, language)
    func told(_ workFor: String) -> String {
      var walk = pasted("MP-303 invalid_altinn_customer_configuration", [(.workFor, workFor)])
      walk.go(toFirst: .recognised)
      return "\(wording.prose(walk, number: nil))"
    }
    let ofClients = wording("handOver.access.client").split(separator: "\n")
    let firm = ofClients.first { $0.hasPrefix("systemuser_org") } ?? "-"
    #expect(told("client").contains(firm) && !told("own").contains(firm))
    #expect(told("own").contains("systemuser_org"))
  }

  @Test(arguments: Language.allCases)
  func `the vendor is told the message, its code and the id of the call`(language: Language) {
    let wording = Wording(.embedded, language)
    for (text, code) in [("DAS-003 Feil i skjema", "DAS-003"), ("MP-303 invalid_altinn", "MP-303")]
    {
      var walk = wording.content.walk(.findFault3)
      let pasted = "\(text) CorrelationId: 0f8fad5b-d9cb-469f-a165-70867728950e"
      walk.read(pasted, with: wording.content.recogniser)
      walk.give("organisation", to: .reporteeKind)
      walk.go(toFirst: .conclusion)
      guard wording.offers(walk).contains(where: { $0.choice == .saveMail }) else { continue }
      let mail = wording.mail(walk)
      expectWhole(mail)
      #expect(
        mail.body.contains(code) && mail.body.contains("0f8fad5b-d9cb-469f-a165-70867728950e")
      )
    }
  }
}
