import Model
import TestSupport
import Testing

/// What a fault is found by has a name, which stays in a text in either case and however its parts are joined.
@Suite struct KnownNamesTests {
  private static let recogniser = Content.embedded.recogniser

  /// Every code with letters that a message of either portal is known by.
  private static let codes = Shipped.messages.flatMap(\.texts).filter { text in
    text.contains(where: \.isNumber) && text.contains(where: \.isUppercase)
      && !text.contains { $0.isWhitespace || $0.isLowercase }
  }

  private static let services = PortalEdition.allCases.flatMap {
    (try? Catalogue(from: .embedded).services(of: $0).entries) ?? []
  }

  /// A code in each case and with each sign between its parts.
  private static func writings(of code: String) -> [String] {
    ["-", "_", " ", ".", ""].flatMap { joiner -> [String] in
      let joined = code.split { "-_.".contains($0) }.joined(separator: joiner)
      return [
        joined, joined.lowercased(), String(joined.prefix(1)) + joined.dropFirst().lowercased(),
      ]
    } + [code, code.lowercased()]
  }

  private static let places = [
    "{code}", "Feil: {code} fra Altinn", "vi får {code}, hva nå?", "({code})", "{code} 310043214",
    "Hei,\nprogrammet sier {code}.\nHva gjør vi?",
  ]

  @Test func `there are codes to try`() {
    #expect(Self.codes.count > 100 && Self.services.count > 60)
  }

  @Test func `every code of a message stays as it was written, and is told as the code`() {
    for code in Set(Self.codes) {
      for writing in Self.writings(of: code) {
        for place in Self.places {
          let text = place.replacing("{code}", with: writing)
          #expect(Self.recogniser.redaction(of: text).text == text, "\(text)")
          #expect(Self.recogniser.code(in: text) == writing, "\(text)")
        }
      }
    }
  }

  @Test func `the form of every service stays as it was written, and is no code of a fault`() {
    for form in Set(Self.services.compactMap(\.form)) {
      for writing in Self.writings(of: form) {
        for place in Self.places {
          let text = place.replacing("{code}", with: writing)
          #expect(Self.recogniser.redaction(of: text).text == text, "\(text)")
          #expect(Self.recogniser.code(in: text) == nil, "\(text)")
        }
      }
    }
  }

  @Test func `what a service is called is taken for nobody's name`() {
    let names = Self.services.flatMap { service in
      Language.allCases.map { String(service.names[$0].prefix { !",–(".contains($0) }) }
    }
    .map { $0.split(separator: " ").joined(separator: " ") }
    for name in Set(names) + ["A-meldingen", "Skattemeldinga", "Mva-meldingen", "Skattekortet"] {
      for text in ["Sender \(name) for kunden", "Innsender: \(name)"] {
        #expect(Self.recogniser.redaction(of: text).text == text)
        #expect(Content.embedded.kept(text, in: nil) == text)
      }
    }
  }

  @Test(arguments: [
    "mp-303", "gld_005", "auth-00080", "das-003", "am.vld-00041", "rf-1211", "Mp-303",
  ])
  func `a note keeps a code as a message does`(code: String) {
    let note = "Sto fast på \(code) i dag"
    #expect(Content.embedded.kept(note, in: nil) == note)
    let secret = "Sto fast på \(code), passord: Vinter24"
    #expect(Content.embedded.kept(secret, in: nil) == "Sto fast på \(code), passord: [***]")
  }

  /// A secret that is nearly a code, and what of it must not stay.
  @Test(arguments: [
    ("mp-30x", "30x"), ("mp-3034", "3034"), ("mp_30", "mp_30"), ("mq-303", "mq-303"),
    ("gld_0055", "0055"), ("gld005x", "005x"), ("auth-000801", "000801"), ("rf-12115", "12115"),
    ("rf-1211-hest9", "hest9"), ("x9-mp-303", "x9"), ("mp-303-4711", "4711"),
    ("skattemelding-2025", "2025"), ("a-melding99", "melding99"), ("a02b", "a02b"),
    ("skattemelding_7x", "7x"), ("mp-303@7x", "7x"), ("rf-12 11", "rf-12"),
  ])
  func `what is only nearly a name is kept by none`(secret: String, rest: String) {
    for text in [secret, "bruker \(secret) i dag", "«\(secret)»"] {
      for kept in [
        Self.recogniser.redaction(of: text).text, Content.embedded.kept(text, in: nil),
      ] {
        #expect(!kept.contains(rest), "\(kept)")
      }
    }
  }

  @Test(arguments: [
    "passord: Skattemelding", "Passordet er rf-0002", "PIN: a02", "engangskode rf 1211",
    "<password>a-melding</password>", "{\"password\":\"Skattemelding\"}", "passord a02",
    "passord rf-1211", "auth80=Vinter",
  ])
  func `a name that is somebody's secret does not stay`(text: String) {
    let kept = Content.embedded.kept(text, in: nil)
    #expect(kept.contains("[***]"))
    for name in ["Skattemelding", "rf-0002", "a02", "1211", "a-melding"] {
      #expect(!kept.contains(name), "\(kept)")
    }
  }

  @Test(arguments: ["Sender Kari Nordmann for kunden", "Innsender: Ola Fiske", "Mvh Moms Vat"])
  func `a short word of the catalogue saves nobody's name`(text: String) {
    let kept = Self.recogniser.redaction(of: text).text
    for name in ["Kari", "Nordmann", "Ola", "Fiske", "Moms", "Vat"] {
      #expect(!kept.contains(name), "\(kept)")
    }
  }

  @Test func `nothing more is left of a secret where names are known`() {
    var random = Seeded(20_261_130)
    for _ in 0..<400 {
      let planted = PlantedText(using: &random)
      let kept = Content.embedded.kept(planted.text, in: nil)
      #expect(planted.left(in: kept) == nil, "\(planted.text.debugDescription)")
      #expect(Content.embedded.kept(kept, in: nil) == kept)
    }
  }
}
