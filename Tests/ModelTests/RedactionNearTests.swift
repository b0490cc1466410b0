import TestSupport
import Testing

@testable import Model

/// What stands near the name of a secret stays only where every word of it is a common one.
@Suite struct RedactionNearTests {
  /// Texts that tell the word `Kanarifugl`, each otherwise.
  private static let told = [
    "passordet Kanarifugl funker ikke", "systempassordet burde være Kanarifugl",
    "passordet skrives Kanarifugl med stor K", "Kanarifugl (det er passordet)",
    "Kanarifugl = systempassord", "passord / Kanarifugl", "passordet? Kanarifugl!",
    "det gamle passordet vårt, altså Kanarifugl, er utløpt", "hemmeligheten heter vel Kanarifugl",
    "jeg limte Kanarifugl inn i passordfeltet", "the passphrase used to be Kanarifugl here",
    "passord Kanarifugl Blåveis Hengekøye", "**Pinkode** Kanarifugl",
    "Passord [valgfritt]: Kanarifugl",
    "Brukarnamn:\nPassord:\nkari\nKanarifugl", "Passord: «Kanari\nKanarifugl»",
    "pwd: >\n  ekornrede\n  Kanarifugl", "passordet\ni Visma er Kanarifugl",
    "[\"pin\", \"Kanarifugl\"]", "reset(\"secret\", \"Kanarifugl\")",
    "{\"n\":\"passwd\",\"old\":\"Kanarifugl\"}", "{\"k\":\"pw\",\"v\":\"Kanarifugl\"}",
    "LogOn('kari', 'Kanarifugl')", "<V>Kanarifugl</V><N>password</N>",
    "<Value>Kanarifugl</Value>\n<Name>secret</Name>",
    "\"value\": \"Kanarifugl\",\n\"name\": \"pwd\"",
    "-- password Kanarifugl", "/* token Kanarifugl */", "secret&gt;Kanarifugl",
    "curl -ukari:Kanarifugl https://y.no", "mysqldump -pKanarifugl", "sshpass -pKanarifugl scp a b",
    "https://y.no/activate/Kanarifugl", "X-Api: Kanarifugl", "Autentisering: Kanarifugl",
    "passord: <Kanarifugl>", "recovery code: Kanarifugl", "gjenopprettingskode Kanarifugl",
    "svarord: Kanarifugl", "hemmelig ord: Kanarifugl", "kodefrasen Kanarifugl",
    "u: kari p: Kanarifugl", "/u:kari /p:Kanarifugl",
    "Sikkerhetsspørsmål: første kjæledyr? Svar: Kanarifugl", "x-apim-key: Kanarifugl",
    "(ConvertTo-SecureString 'Kanarifugl' -AsPlainText -Force)",
  ]

  /// What lists of a database, of a script and of a mail have between a heading and what stands below.
  @Test(arguments: [
    " bruker | passord\n--------+------------\n kari   | Kanarifugl\n(1 row)",
    "passord\n-----------\nKanarifugl\n\n(1 rows affected)", "PASSORD\n=======\nKanarifugl",
    "bruker     passord\n---------- ----------\nkari       Kanarifugl\n",
    "+------+---------+\n| user | password |\n+------+---------+\n| kari | Kanarifugl |\n+------+",
    "┌────────┬─────────┐\n│ bruker │ passord │\n├────────┼─────────┤\n│ kari │ Kanarifugl │\n└──┘",
  ])
  func `strokes below a heading part no secret from its name`(text: String) {
    let kept = Redaction(text).text
    #expect(!kept.contains("Kanarifugl"), "\(kept)")
    #expect(Redaction(kept).text == kept)
  }

  @Test func `strokes that part other things take nothing away`() {
    let text = "Feilmelding\n-----------\nTjenesten svarte ikke\n"
    #expect(Redaction(text).text == text)
  }

  @Test(arguments: told)
  func `a word that is not common does not stay where a secret is named`(text: String) {
    #expect(!Redaction(text).text.contains("Kanarifugl"))
    #expect(!Content.embedded.kept(text, in: .messageText).contains("Kanarifugl"))
  }

  private static let names = [
    "passrd", "passsord", "pasworden", "passwprd", "systempassrd", "engagnskode", "sikkerhetskod",
    "Wachtwoord", "mot de passe", "senha", "гasло пароль", "Пароль", "pаsswоrd", "pas5word",
    "passw0rdet", "p a s s w o r d", "P/W", "비밀번호", "geslo", "tunnusluku",
    "beassansátni", "psswd",
  ]

  @Test(arguments: names)
  func `a name is known misspelt, in other languages and by its looks`(name: String) {
    for text in [
      "\(name): Kanarifugl", "\(name)=Kanarifugl", "\(name) Kanarifugl", "\(name): «Kanarifugl»",
      "nå er \(name) Kanarifugl hos oss",
    ] {
      #expect(!Redaction(text).text.contains("Kanarifugl"), "\(text)")
    }
  }

  @Test(arguments: [
    "passport", "passasjer", "adgangskort", "sikkerhetskopien", "koden", "nøkkeltall", "passivt",
  ])
  func `a word that is nearly a name is none`(word: String) {
    let text = "\(word): Kanarifugl"
    #expect(Redaction(text).text == text)
  }

  @Test(arguments: [
    "Vi byttet passordet i går, og siden virker ingenting",
    "Vi prøvde passordet i SystemUserUnknown igjen",
    "passordet til systemet virker ikke i lønnsprogrammet vårt",
    "The password could not be changed because the account is locked",
    "Brukeren skriver inn passordet, men får AuthenticationFailedException",
    "Engangskoden kommer ikke på mobilen", "invalid_client: wrong client secret for the client",
    "at org.springframework.security.crypto.password.PasswordEncoder.matches",
    "<wsse:UsernameToken xmlns:wsse=\"http://schemas.xmlsoap.org/ws\"><wsse:Password/>",
    "Ekornrede lå i hagen\n\nPassordet er feil", "Kanarifugl i går.\n2026-11-20 08:14 feil passord",
  ])
  func `common words, names in programs and other lines stay`(text: String) {
    #expect(Redaction(text).text == text)
  }

  @Test func `a name reaches over its line and the next, and not over a line of a log`() {
    let text = "passordet ble byttet\nKanarifugl og mer\nHengekøye stopp"
    #expect(Redaction(text).text == "passordet ble byttet\n[***] og mer\nHengekøye stopp")
    let log = "feil passord for brukeren nå\n2026-11-20 08:14:02 Kanarifugl startet"
    #expect(Redaction(log).text == log)
  }

  @Test func `letters thrown together are no word wherever they stand`() {
    var random = Seeded(20_261_130)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let both = letters + letters.map { Character($0.uppercased()) }
    for (signs, most) in [(letters, 50), (both, 20)] {
      var left = 0
      for _ in 0..<1_000 {
        let secret = String((0..<20).map { _ in random.pick(signs) })
        if Redaction("logger inn med \(secret) og får feil").text.contains(secret) { left += 1 }
      }
      #expect(left <= most)
    }
  }

  @Test(arguments: [
    "datasystemleverandørens", "innrapporteringsplikten", "SkjemaValideringsfeil",
    "IntermediaryInboundExternalBasic", "getElementsByTagNameNS", "arbeidsgiveravgiftsgrunnlaget",
    "proxyauthorization", "nyregistreringsmelding", "WebServiceTransportException",
  ])
  func `long words and names in programs are words`(word: String) {
    #expect(Redaction("feil i \(word) i dag").text == "feil i \(word) i dag")
  }

  @Test(arguments: [
    "virksomhetssertifikatet", "innloggingsfeil", "systemleverandøren", "TokenRequestFailed",
    "WebServiceException",
  ])
  func `inflected words and compounds of common ones are common`(word: String) {
    #expect(CommonWords.all.contains(word.unicodeScalars.map(\.value)[...]))
  }

  @Test(arguments: [
    "kanarifugl", "Sommerferie", "hund", "Brann", "Rosenborg", "kornåker", "AbCdEfGh", "xkcd",
    "blampkvirk", "SolSkinn", "Nordmann", "fotballbane",
  ])
  func `words that people choose for secrets are not common`(word: String) {
    #expect(!CommonWords.all.contains(word.unicodeScalars.map(\.value)[...]))
  }
}
