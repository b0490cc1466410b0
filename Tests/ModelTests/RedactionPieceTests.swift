import Testing

@testable import Model

/// Secrets of short pieces, on other lines than their names and behind names of programs, and short codes.
@Suite struct RedactionPieceTests {
  private static func kept(_ text: String) -> [String] {
    [Redaction(text).text, Content.embedded.kept(text, in: .messageText)]
  }

  private static let passwords = [
    "ab#cd!ef", "Sol!Ski!Is", "Kåm#Eli$Per", "gul.sol-ski", "k!t-Per&Ole", "Ola-Kar-Per",
    "Vin\"ter<x&y", "ABC/DEF/GHI", "x_y_z_w_ab_cd", "O.l.a.N.o.r", "ну!да", "Ål!øst", "abc~def~ghi",
  ]

  @Test(arguments: passwords)
  func `a secret of short pieces does not stay in a sentence that names one`(secret: String) {
    for text in [
      "passord \(secret)", "systempassord \(secret)", "Feil passord (\(secret)) oppgitt",
      "The system password \(secret) was rejected", "Passordet eg brukte var \(secret)",
      "token \(secret)", "secret \(secret)", "api key \(secret)", "PIN \(secret)",
      "jeg skrev passord \(secret) tre ganger", "<!-- passord \(secret) -->",
    ] {
      for kept in Self.kept(text) { #expect(!kept.contains(secret), "\(kept)") }
    }
  }

  @Test func `angle brackets about a secret are no tag`() {
    #expect(!Redaction("passord <Sol!Ski!Is> virker").text.contains("Ski"))
  }

  @Test(arguments: [
    "DB_PASS", "DBPASS", "dbPass", "SMTP_PASS", "ALTINN_PASS", "ftp_pass", "user_pass", "USERPASS",
    "redis_pass", "KEYSTORE_PASS", "storepass", "keypass", "pfxpass", "certpass", "P12_PASS",
    "p12pass", "db-pass", "stripe_key", "stripeKey", "APP_SECRET", "slackToken", "PG_PWD",
  ])
  func `a name whose last part names a secret names one`(name: String) {
    for text in [
      "\(name)=Bamsemums", "\(name): Bamsemums", "\"\(name)\": \"Bamsemums\"",
      "<\(name)>Bamsemums</\(name)>",
    ] {
      for kept in Self.kept(text) { #expect(!kept.contains("Bamsemums"), "\(kept)") }
    }
  }

  @Test(arguments: [
    "Kompass: nord", "bypass=nord", "barnepass: nord", "public_key: nord", "errorKey: nord",
    "messageKey=nord", "primary_key: nord", "trespass: nord",
  ])
  func `a word that only ends so names none`(text: String) {
    #expect(Redaction(text).text == text)
  }

  private static let below = [
    "- name: PASSWORD\n  value: Bamsemums", "- name: PASSWORD\n  value: \"Bamsemums\"",
    "- name: DB_PASS\n  type: text\n  value: Bamsemums", "- value: Bamsemums\n  name: PASSWORD",
    "Name: password\nValue: Bamsemums", "name=password\nvalue=Bamsemums",
    "passord:\n- Kornåker\n- Bamsemums", "passord:\n  test: Kornåker\n  prod: Bamsemums",
    "gammelt passord: Kornåker\nnytt: Bamsemums", "Gammelt: Bamsemums\nNytt passord: Kornåker",
    "Passord: Kornåker\nGjenta: Bamsemums", "passord:\n# kommentar\nBamsemums",
    "passord\ner\nBamsemums", "passord\nfor systemet\nBamsemums",
    "Passord (sendt på SMS)\n\n\nBamsemums",
    "INSERT INTO u (navn,passord)\nVALUES\n('ola','Bamsemums')",
    "INSERT INTO u (navn,Passord) VALUES ('a, (b)','Bamsemums')",
    "INSERT INTO u (id,passord,rolle)\nVALUES (1,'Kornåker','a'),\n(2, N'Bamsemums', 'b')",
  ]

  @Test(arguments: below)
  func `a secret does not stay on the lines about its name`(text: String) {
    for kept in Self.kept(text) {
      #expect(!kept.contains("Bamsemums"), "\(kept)")
      #expect(!kept.contains("Kornåker"), "\(kept)")
      #expect(Redaction(kept).text == kept)
    }
  }

  @Test func `the name of a pair stays, and what is not its value`() {
    let text = "- name: PASSWORD\n  value: Bamsemums\n- name: PORT\n  value: feil"
    #expect(Redaction(text).text.hasPrefix("- name: PASSWORD\n  value: [***]\n"))
    #expect(Redaction(text).text.hasSuffix("  value: feil"))
  }

  @Test(arguments: [
    ("Skriv inn koden 4936 fra SMS", "4936"), ("BankID-kode 7391", "7391"),
    ("kodebrikke viste 4936", "4936"), ("koden jeg fikk på sms var 0000", "0000"),
    ("pwd 4936", "4936"), ("pwd 4936 virker ikke", "4936"), ("pwd 310043214", "310043214"),
    ("pwd 2026-11-30", "2026"), ("kode 4936 fra MinID", "4936"),
  ])
  func `a short code does not stay where its sender or a password is named`(
    text: String,
    code: String
  ) {
    for kept in Self.kept(text) { #expect(!kept.contains(code), "\(kept)") }
  }

  @Test(arguments: [
    "šifra: Bamsemums", "mật khẩu: Bamsemums", "nøkkelord: Bamsemums", "løyndeord: Bamsemums",
    "p.a.s.s.o.r.d Bamsemums", "p-a-s-s-o-r-d: Bamsemums", "keytool -storepass Bamsemums -list",
    "7z x -pBamsemums a.7z", "jdbc:oracle:thin:ola/Bamsemums@//h:1521/x",
    "altinn.no:443:ola:Bamsemums", "Login failed for user 'ola' with 'Bamsemums'\n at x",
  ])
  func `a secret does not stay behind names and in shapes that are seldom met`(text: String) {
    for kept in Self.kept(text) { #expect(!kept.contains("Bamsemums"), "\(kept)") }
  }

  @Test(arguments: ["bruk {code} nå", "{code} skal du taste inn", "use {code}", "eg skreiv {code}"])
  func `a number that somebody is told to use is no code of the catalogue`(text: String) {
    for code in ["4427", "40012", "30001"] {
      let text = text.replacing("{code}", with: code)
      #expect(!Content.embedded.kept(text, in: .messageText).contains(code), "\(text)")
    }
    #expect(Content.embedded.kept("hva er 30001", in: .messageText) == "hva er 30001")
  }

  @Test func `what belongs to a user does not stay before a host that no scheme leads to`() {
    #expect(!Redaction("ola:¤%/kl&=?@altinn.no").text.contains("/kl"))
  }

  @Test(arguments: [
    "Feil brukernavn/passord i SMS/app", "f.eks. passord og/eller ID-nr", "feil passord m.m.",
    "e-post og passord, bl.a. i lønnsprogrammet", "The user's password can't be changed",
    "no.altinn.Client: invalid password for the user",
    "invalid_grant: wrong client_secret",
    "Passord:\n  må byttes\n  ErrorID: 989", "Passordet er feil\n\nErrorID: 989",
    "byttet passord 30.11.2026", "feil passord 30.11.2026 kl. 08:15",
    "Feil passord. Kontakt support\n- feilkode 989\n- ErrorID: 5", "Feil på SMS, feilkode 40012",
    "Client.java:12:error:feil",
  ])
  func `what harmless messages say of secrets stays`(text: String) {
    for kept in Self.kept(text) { #expect(kept == text) }
  }
}
