import TestSupport
import Testing

@testable import Model

/// Short numbers, and numbers that are told in pieces or in words.
@Suite struct RedactionNumberTests {
  /// Text with a code in it, and the pieces that must not stay.
  private static let codes: [(String, [String])] = [
    ("PIN 418", ["418"]), ("CVC 772 bak på kortet", ["772"]), ("sikkerhetskoden 48 sa han", ["48"]),
    ("verifiseringskode 4-8-1-5", ["4-8", "8-1"]), ("SMS-koden 48 så 15", ["48", "15"]),
    ("engangskoden var 481, deretter 516", ["481", "516"]), ("kode: 48 og 15 og 16", ["48", "15"]),
    ("Koden er 481", ["481"]), ("koden var 48, 15", ["48", "15"]),
    ("Koden til system 481516", ["481516"]), ("Feil kode 481516", ["481516"]),
    ("engangskoden for datasystem 481516 er feil", ["481516"]), ("Kode-ID 481516", ["481516"]),
    ("BankID sendte ID 481516", ["481516"]), ("fra ID-porten, id 48151", ["48151"]),
    ("PIN-koden er fire åtte en fem", ["fire", "åtte", "fem"]),
    ("PIN fire-åtte-én", ["fire", "åtte"]),
    ("one-time code four eight one five", ["four", "eight"]),
    ("Koden er hundre og tjueto tusen fire hundre og femtiseks", ["tjueto", "femtiseks"]),
    ("koden: two hundred and six thousand and forty", ["six", "forty"]),
  ]

  @Test(arguments: codes)
  func `a code does not stay where one is named, in however many pieces`(
    text: String,
    pieces: [String]
  ) {
    for kept in [Redaction(text).text, Content.embedded.kept(text, in: .messageText)] {
      for piece in pieces { #expect(!kept.contains(piece), "\(kept)") }
    }
  }

  @Test(arguments: ["engangskode 40012", "SMS-kode 40012 virker ikke", "PIN 989", "otp 30001"])
  func `the name of a secret beats the catalogue`(text: String) {
    #expect(!Content.embedded.kept(text, in: .messageText).contains { $0.isNumber })
  }

  @Test(arguments: [
    "kode 40012", "Feil kode 40012", "feilkode 40012 fra Altinn", "Koden er 989",
    "PIN-koden virker ikke, ErrorID: 989", "feil engangskode, feilkode 989",
    "PIN har 4 siffer og varer i 10 minutter", "prøvde 3 ganger med PIN-koden",
    "Benytt engangskode 12 fra brev", "kode 401 og 403", "datasystem-ID: 481516",
    "engangskoden kom 20.11.2026 kl. 08:15",
  ])
  func `a number that is no code of anybody stays`(text: String) {
    #expect(Content.embedded.kept(text, in: .messageText) == text)
  }

  @Test(arguments: [
    "Feil 7731 ved innsending", "Feil: 7731", "feil nr. 7731", "Feil #7731",
    "Feilmelding 77312 kom", "error 12345 in module", "status 7731", "Statuskode: 7731",
    "melding nr. 7731", "Feil: kode 7731", "Feil (kode 7731)", "failed with code 7731",
    "avsluttet med kode 77312", "{\"error\":{\"code\":7731}}", "Warning 7731 (status 7732)",
    "meldingsnr 7731",
  ])
  func `the number of a fault that nobody has written down stays`(text: String) {
    #expect(Content.embedded.kept(text, in: .messageText) == text)
    #expect(Redaction(text).text == text)
  }

  @Test(arguments: [
    "kode 7731", "Kode: 7731", "Koden er 7731", "kode nr 48151", "Feil kode 7731",
    "Feil kode: 7731", "Det ble feil med kode 7731", "Feil. Tast kode 7731", "Feil, kode 7731",
    "Feil engangskode: 7731", "Feil 7731: passordet er galt", "passord feil 7731",
    "PIN-koden ga feil 7731", "Feil 77310\nEngangskoden kommer ikke", "pinkode\n\nstatus 7731",
    "Feil 7731. Engangskoden var ugyldig", "Feil 48151 sendt på SMS", "status 7731 fra MinID",
    "feil 7731 fra ID-porten", "melding 7731", "Melding: 7731", "nr 7731", "ansatt nr 7731",
    "Feil 123456", "Feil 9123 4567", "feil 7731 12", "det ble feil. 7731", "fnr feil 12309",
  ])
  func `a number that may be a code of somebody does not stay`(text: String) {
    let kept = Redaction(text).text
    #expect(!kept.contains(/[0-9]{4}/), "\(kept)")
    #expect(!Content.embedded.kept(text, in: .messageText).contains(/[0-9]{4}/))
  }

  /// The synthetic number 158585 12309 as people say it.
  @Test(arguments: [
    "nummeret er 158, deretter 585, så 12 og til slutt 309", "158 så 585 så 123 så 09",
    "en fem åtte fem åtte fem en to tre null ni",
    "one five eight five eight five one two three zero nine",
    "femten åttifem åttifem tolv tre null ni", "ein fem åtte fem åtte fem ein to tre null ni",
    "fnr 15 åtti fem 85 123 null ni", "fødselsnummer 一五八五八五一二三〇九",
    "femten femogåtti femogåtti tolv 309",
    "nummeret er hundre og femtiåtte tusen fem hundre og åttifem, tolv tusen tre hundre og ni",
  ])
  func `the number of a person does not stay in pieces or in words`(text: String) {
    let redaction = Redaction(text)
    #expect(redaction.removed[.nationalIdentityNumber] != nil)
    for piece in ["158", "585", "åtti", "fem ", "five", "五"] {
      #expect(!redaction.text.contains(piece), "\(redaction.text)")
    }
  }

  @Test(arguments: [
    "Personnummeret er seks hundre og tolv", "fnr to tre null ni", "personnr: sytti fem null ni en",
  ])
  func `numbers in words do not stay behind the name of one`(text: String) {
    let kept = Redaction(text).text
    for word in ["hundre", "tolv", "null", "sytti"] { #expect(!kept.contains(word), "\(kept)") }
  }

  @Test(arguments: [
    "fire av fem ansatte får feil, en til to ganger om dagen", "vi prøvde tre ganger, så ni og ti",
    "15 rader, deretter 85 og til slutt 12", "fødselsnummeret må ha 11 siffer",
    "en eller to brukere", "to tusen rader, hundre og ti av dem feilet",
    "nummeret 310 043 214, så 12",
  ])
  func `other numbers in words and in pieces stay`(text: String) {
    #expect(Redaction(text).text == text)
  }

  @Test(arguments: [
    "Organisasjonsnummeret har ni sifre, og Kanarifugl har det",
    "Referansen Kanarifugl har fire sifre",
  ])
  func `the word for digits is no name of a password`(text: String) {
    #expect(Redaction(text).text == text)
  }

  @Test(arguments: [
    "Şifre: kanarifugl", "şifre kanarifugl", "şifre1: kanarifugl", "Şifreniz: kanarifugl",
  ])
  func `the Turkish word for a password names one, though it nearly reads as digits`(text: String) {
    #expect(!Redaction(text).text.contains("kanarifugl"))
  }

  @Test(arguments: ["ringer 04.12. kl. ni", "venter til 4.12., så purres det", "Frist: 31.1."])
  func `a day of this year is kept`(text: String) {
    #expect(Redaction(text).text == text)
  }

  @Test(arguments: [
    "PIN: 04.12.", "passord: 04.12.", "01.01. 80 500 19", "3 100 04.12.", "31.12. - 1234",
  ])
  func `what may be a piece of a number is no day`(text: String) {
    #expect(!Redaction(text).text.contains(/[0-9]{2}\.[0-9]{2}\./))
  }

  @Test(arguments: ["v1585.8512.309", "version 15858.51230.9"])
  func `eleven digits of somebody are no version`(text: String) {
    #expect(!Redaction(text).text.contains("1585"))
  }

  @Test(arguments: [
    ("femti fire null to", "54 0 2"), ("fem hundre nitten", "519"),
    ("seks hundre og tjue tre", "623"),
    ("dobbel ni null", "99 0"), ("åttien enogtyve", "81 21"), ("tretti en", "31"),
    ("null én åtti-én", "0 1 81"), ("hundre og femtiåtte tusen fem hundre", "158 500"),
    ("to tusen og tretti", "2 30"),
  ])
  func `words are read as the numbers they say`(words: String, numbers: String) {
    let tokens = Tokens(Reading(Array(words.utf8)))
    let told = ToldNumbers(tokens, in: 0..<tokens.count) { _ in false }
    let found = told.runs.flatMap { $0 }.map { piece in
      String(String(piece.number + 1_000_000).suffix(piece.count))
    }
    #expect(found.joined(separator: " ") == numbers)
  }
}
