import Model
import Testing

/// Ordinary shapes of secrets and of people's numbers that were once kept, each with what must not stay of it.
@Suite struct RedactionShapeTests {
  private static let number = "50019"

  /// Somebody's number, parted and marked up in the ways of logs, tables, mails and broken files.
  private static let numbers = [
    "fødselsnummer 01.81.2000 50019", "01.81.2000-50019", "fnr: 0181200050019",
    "fødselsdato: 018100 personnummer: 50019", "<td>018100</td><td>50019</td>",
    "<b>018100</b> 50019", "018100<br/>50019", "018100\u{1B}[0m50019", "018100%C2%A050019",
    "018100&thinsp;50019", "018100=C2=A050019", "018100\u{FFFD}50019",
  ]

  @Test(arguments: numbers)
  func `a number does not stay, whatever parts it`(text: String) {
    #expect(!Redaction(text).text.contains(Self.number))
  }

  @Test(arguments: [0x180E, 0x3164, 0x115F, 0xFFA0, 0xE0020, 0xE0100, 0x61C] as [UInt32])
  func `a sign that nobody sees parts no number`(code: UInt32) throws {
    let sign = try #require(Unicode.Scalar(code))
    var text = "fnr 018100"
    text.unicodeScalars.append(sign)
    let digits = Redaction(text + Self.number).text.filter(\.isNumber)
    #expect(digits == "")
  }

  @Test(arguments: ["٠١٨١٠٠٥٠٠١٩", "०१८१००५००१९", "𝟎𝟏𝟖𝟏𝟎𝟎𝟓𝟎𝟎𝟏𝟗", "⓪①⑧①⓪⓪⑤⓪⓪①⑨"])
  func `a number does not stay in the digits of another script`(number: String) {
    #expect(!Redaction("nr \(number)").text.contains(number.suffix(5)))
  }

  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7
    -----END PRIVATE KEY-----
    """

  private static let secrets: [(String, String)] = [
    ("passord: Vin\"ter2024", "ter2024"), ("passord: Vin<ter2024", "ter2024"),
    ("passord: Vin&x=ter2024", "ter2024"), ("passord: Vin;x:ter2024", "ter2024"),
    ("passord: Vin,x=ter2024", "ter2024"), ("passord: Vin}.ter2024", "ter2024"),
    ("\"password=\"Vin\"ter2024\"", "ter2024"), ("password='Vin''ter2024'", "ter2024"),
    ("passord: to ord her", "to ord"), ("12345 er din engangskode", "12345"),
    ("Din engangskode fra ID-porten er 424242", "424242"), ("PIN-kode nr 5: 98765", "98765"),
    ("Engangskode nr. 12: 98765", "98765"), ("engangspassord 123456", "123456"),
    ("verification code: 123456", "123456"), ("engangskode 123-456", "123"),
    ("engangskode\n123456", "123456"), ("brukernavn;passord\nola;Sommer2025", "Sommer"),
    ("<td>Passord</td><td>Sommer2025</td>", "Sommer"),
    ("{\"name\":\"password\",\"value\":\"hunter2x9\"}", "hunter"),
    ("<setting name=\"password\"><value>hunter2x9</value></setting>", "hunter"),
    ("<add key=\"password\" type=\"string\" value=\"hunter2x9\"/>", "hunter"),
    ("passord – hunter2x9", "hunter"), ("Passord\nhunter2x9", "hunter"),
    ("pw: hunter2x9", "hunter"), ("password: >-\n  hunter2x9", "hunter"),
    ("passordet er nullstilt til Vinter2024", "Vinter"),
    ("jeg brukte hunter2x9 som passord", "hunter"),
    ("https://ola:hunter2x9@altinn.no/x", "hunter"), ("curl -u ola:hunter2x9", "hunter"),
    (key, "MIIE"),
    ("Basic  b2xhOmh1bnRlcjJ4OQ==", "b2xh"), ("Basic\tb2xhOmh1bnRlcjJ4OQ==", "b2xh"),
    ("token=abcdefghijkl", "abcdef"), (".ASPXAUTH=ABCDEFabcdef", "ABCDEF"),
    ("ASP.NET_SessionId=abcdefghijkl", "abcdef"),
    ("Ocp-Apim-Subscription-Key: abcdefghij", "abcdef"), ("x-functions-key: abcdefghij", "abcdef"),
    ("secretKey=abcdefghij", "abcdef"), ("private_key=abcdefghij", "abcdef"),
    ("https://x.no/a?sig=abcdefghij", "abcdef"),
    ("ID/passord er Hagegang for datasystemet", "Hagegang"),
    ("ID/passord er ugyldig for Hagegang", "Hagegang"),
    ("ID/passord er ugyldig for datasystemet Hagegang", "Hagegang"),
    ("passord er kode for Hagegang", "Hagegang"), ("passord: for datasystemet", "datasystemet"),
    ("passord: nytt for datasystemet", "datasystemet"),
    ("ID/passord er ugyldig for datasystemet: Hagegang", "Hagegang"),
    ("ID/passord: 4711/Hagegang", "Hagegang"), ("ID/passord 4711/hunter2x9", "hunter"),
    ("ID/passord er ugyldig for datasystemet, passordet er Hagegang", "Hagegang"),
  ]

  @Test(arguments: secrets)
  func `a secret does not stay, whatever leads to it`(text: String, secret: String) {
    #expect(!Redaction(text).text.contains(secret), "\(Redaction(text).text)")
  }

  @Test(arguments: [
    "2026-11-20T08:14:30.1234567+01:00 feil", "2026-11-20T08:14:30.1234567Z",
    "2026-11-20 08:14:16,780 [12] ERROR", "22.10.26 13.57 4", "10.0.0.12:8443", "1795438800.123",
    "3b1f9c2e-7a54-4d0e-9c11-0a2b4c6d8e0f", "kode: 40012", "kode: 4936", "passord: må byttes",
    "Password: expired", "ApiKey: missing", "ID/passord er ugyldig for datasystemet",
    "Brukernavn/passord er feil for systemet.", "ID og passord er ugyldig for programmet",
    "The password is invalid for the system", "user/password is wrong for the system",
  ])
  func `what support needs stays in the shapes of logs`(text: String) {
    #expect(Content.embedded.recogniser.recognise(text).redacted == text)
  }
}
