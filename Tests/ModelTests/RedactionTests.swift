import Model
import TestSupport
import Testing

@Suite struct RedactionTests {
  /// A text, what may be kept of it, and what it held.
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let kept: String
    let removed: [Redaction.Kind: Int]
    var testDescription: String { text }

    init(_ text: String, _ kept: String, _ removed: [Redaction.Kind: Int] = [:]) {
      self.text = text
      self.kept = kept
      self.removed = removed
    }
  }

  static let numbers: [Example] = [
    Example("on behalf of reportee: 01810050019", "on behalf of reportee: [fnr]"),
    Example("01810050019", "[fnr]"), Example("018100 50019", "[fnr]"),
    Example("018100-50019.", "[fnr]."), Example("01.81.00.50019", "[fnr]"),
    Example("01 81 00 500 19", "[fnr]"), Example("018100\u{A0}50019", "[fnr]"),
    Example("018100\u{200B}50019", "[fnr]"), Example("0\u{2060}1810050019", "[fnr]"),
    Example("018100\u{2013}50019", "[fnr]"), Example("018100\n> 50019", "[fnr]"),
    Example("０１８１００５００１９", "[fnr]"),
    Example("018100&nbsp;50019", "[fnr]"), Example("018100&#160;50019", "[fnr]"),
    Example("018100%2050019", "[fnr]"), Example("018100\\u00a050019", "[fnr]"),
    Example("like '%01810050019%'", "like '%[fnr]%'"),
    Example("&#48;1810050019", "[fnr]"), Example("13527248013", "[fnr]"),
    Example("31829941026", "[fnr]"), Example("68467038838", "[fnr]"),
    Example("50846202355", "[fnr]"),
    Example("01813250043", "[fnr]"),
    Example("<reportee>01810050019</reportee>", "<reportee>[fnr]</reportee>"),
    Example("<ns:userSSN>01810050018</ns:userSSN>", "<ns:userSSN>[fnr]</ns:userSSN>"),
    Example("fødselsnummer: 018100 50018", "fødselsnummer: [fnr]"),
    Example("01810050019 og 15858512309", "[fnr] og [fnr]"),
  ]

  static let kept = [
    "on behalf of reportee: 310043214", "310 043 214", "2026-11-23 08:15:30.123 INFO", "",
    "ID 123456, kode 989",
    "Incorrect username/password given for system", "passordet er feil", "Passordet ble endret",
    "Incorrect username/password/pin given for user", "Required header 'ApiKey' is missing.",
    "Pin session time has time out for user. Request new", "basic information", "ErrorID: 30001",
    "Benytt engangskode 12 fra brev datert 01.02.2020", "feilkode: 40012", "password: null",
    "<password/>", "<password></password>", "\"pin\": null", "SMSPin eller AltinnPin",
    "e7a1b8d4-1c52-4f9e-9b1d-0a1b2c3d4e5f",
    "POST /SOAP/ErrorID/PartyID/ServiceID", "GET /Meldinger/GetStatus/OrgNr/AltinnAPI",
    "se ERROR/MeldingId/AltinnAPI", "Systemet er l=E5st, sier programmet",
    "Datasystemet har f=C3=A5tt feil tilgang",
  ]

  static let secrets: [Example] = [
    Example("<systemPassword>Vinter24</systemPassword>", "<systemPassword>[***]</systemPassword>"),
    Example("<ns:Password>a &amp; b1</ns:Password>", "<ns:Password>[***]</ns:Password>"),
    Example(
      "<userPassword xsi:type=\"x\">\n a1 b2\n</userPassword>",
      "<userPassword xsi:type=\"x\">\n [***]\n</userPassword>"
    ),
    Example(
      "<wsse:Password Type=\"http://x#PasswordText\">Vinter24</wsse:Password>",
      "<wsse:Password Type=\"http://x#PasswordText\">[***]</wsse:Password>"
    ),
    Example(
      "<password><![CDATA[Vint<er24]]></password>",
      "<password>[***]</password>"
    ),
    Example("<pin>12345</pin>", "<pin>[***]</pin>"),
    Example("<userPinCode>1234</userPinCode>", "<userPinCode>[***]</userPinCode>"),
    Example("<otp>123456</otp>", "<otp>[***]</otp>"),
    Example("&lt;password&gt;Vinter24&lt;/password&gt;", "&lt;password&gt;[***]&lt;/password&gt;"),
    Example(
      "&amp;lt;pin&amp;gt;1234&amp;lt;/pin&amp;gt;",
      "&amp;lt;pin&amp;gt;[***]&amp;lt;/pin&amp;gt;"
    ),
    Example(
      "\\u003cpassword\\u003eVinter24\\u003c/password",
      "\\u003cpassword\\u003e[***]"
    ),
    Example("<login password=\"to ord\" pin='1234'/>", "<login password=\"[***]\" pin='[***]'/>"),
    Example("<add key=\"password\" value=\"abc\"/>", "<add key=\"password\" value=\"[***]\"/>"),
    Example("<password value=\"abc\"/>", "<password value=\"[***]\"/>"),
    Example("{\"password\":\"a\\\"b c\",\"id\":1}", "{\"password\":\"[***]\",\"id\":1}"),
    Example("{\\\"systemPassword\\\":\\\"Vinter24\\\"}", "{\\\"systemPassword\\\":\\\"[***]\\\"}"),
    Example("{\"userPinCode\": 12345}", "{\"userPinCode\": [***]}"),
    Example("password=Vinter24 user=ola", "password=[***] user=[***]"),
    Example("systemPassword: Vinter24, id: 1", "systemPassword: [***] id: 1"),
    Example("SYSTEM_PASSWORD='to ord'", "SYSTEM_PASSWORD='[***]'"),
    Example("?user=1&password=Vin%20ter&pin=1234#x", "?user=[***]&password=[***]&pin=[***]"),
    Example("password%3DVinter24", "password%3D[***]"),
    Example("passord: hemmelig1", "passord: [***]"),
    Example("Passord = «to ord»", "Passord = «[***]»"),
    Example("passord hemmelig1", "passord [***]"),
    Example("Passordet er hemmelig1.", "Passordet er [***]."),
    Example("Passord (datasystem): abc", "Passord (datasystem): [***]"),
    Example("Passord:\nhemmelig1", "Passord:\n[***]"),
    Example("passord “to ord her”", "passord “[***]”"),
    Example("| Passord | hemmelig1 |", "| Passord | [***] |"),
    Example("engangskode 12345", "engangskode [***]"),
    Example("Engangskoden er 12345", "Engangskoden er [***]"),
    Example("eingongskode: 123 456", "eingongskode: [***]"),
    Example("pinkode 1234", "pinkode [***]"),
    Example("PIN-koden min er 1234", "PIN-koden min er [***]"),
    Example("kode=12345", "kode=[***]"), Example("kode fra SMS: 12345", "kode fra SMS: [***]"),
    Example("one-time code: 12345", "one-time code: [***]"), Example("PIN: 1234", "PIN: [***]"),
    Example("Authorization: Basic b2xhOmhlbW1lbGln", "Authorization: [***]"),
    Example("\"Authorization\":\"Bearer abc.def\"", "\"Authorization\":\"[***]\""),
    Example("sendte Basic b2xhOmhlbW1lbGlnMQ==", "sendte Basic [***]"),
    Example("token eyJhbGciOiJSUzI1NiJ9.eyJzdWIi.abc", "token [***]"),
    // What may be a sign of raw mail may also be the beginning of the secret.
    Example("password=CAfeteria", "password=[***]"), Example("passord=E6abc", "passord=[***]"),
    Example("API-nøkkel=E6SGOEKMAEERGVWHL", "API-nøkkel=[***]"),
    Example("pinkode=F8lge og mer", "pinkode=[***]"),
    Example("password=EAsterEgg&x=1", "password=[***][***]"),
    // A bracket in a password ends no object.
    Example(
      "{\"Passord2\":{\"value\":\"Kjeilggrint}.påxsneksp!\"}}",
      "{\"[***]\":[***]}"
    ),
    // Keys with few digits: what tells them from names is how they change between small and capital letters.
    Example("irs84/jLjUydzYysIIHXJRCKVbhXjawb/gLBWZ - se vedlegg", "[***] - se vedlegg"),
    Example("Cn/MSetjb/tgcOhidTsIPQBF", "[***]"),
    Example("mLiHbacppzhuQ/dzumJEPzQIQOHMFLHJbFPJzf", "[***]"),
    Example("Svar: NgocYYTdpuvvefHrDAApE/Cj", "Svar: [***]"),
    Example("ApiKey: 1234-abcd", "ApiKey: [***]"),
    Example("client_secret=abc&x=1", "client_secret=[***]"),
    Example("\\npin: 1234\\n", "\\npin: [***]\\n"),
  ]

  @Test(arguments: numbers)
  func `a national identity number is removed however it is written`(example: Example) {
    let redaction = Redaction(example.text)
    #expect(redaction.text == example.kept)
    #expect(redaction.removed.keys.elementsEqual([.nationalIdentityNumber]))
  }

  @Test(arguments: kept)
  func `what is no secret stays as it is`(text: String) {
    let redaction = Redaction(text)
    #expect(redaction.text == text)
    #expect(redaction.isClean)
  }

  @Test(arguments: secrets)
  func `a secret is removed wherever it stands`(example: Example) {
    #expect(Redaction(example.text).text == example.kept)
  }

  @Test(arguments: numbers + secrets)
  func `redacting again changes nothing`(example: Example) {
    let once = Redaction(example.text)
    let twice = Redaction(once.text)
    #expect(twice.text == once.text)
    #expect(twice.isClean)
  }

  @Test func `below a label on a line of its own one line is taken, however often it is read`() {
    let text = "se /etc/passwd\nlinje to\n--help\nlinje fire\n-\nlinje seks"
    #expect(
      Redaction(text).text == "se /etc/passwd\n[***]\n--help\nlinje fire\n-\nlinje seks"
    )
  }

  @Test func `what was removed is counted by kind`() {
    let redaction = Redaction("01810050019 passord: a1 pin: 1234 passord: b2")
    #expect(redaction.removed == [.nationalIdentityNumber: 1, .password: 2, .code: 1])
  }

  @Test func `a number given as a password is marked once`() {
    #expect(Redaction("password=01810050019").text == "password=[***]")
  }
}

@Suite struct GarbledTextTests {
  private static let pieces = [
    "password", "Passord", "pin", "kode", "engangskode", "=", ":", ": ", " ", "\"", "'", "\\\"",
    "&quot;", "<", ">", "&lt;", "&gt;", "</", "/>", "[***]", "[fnr]", "01810050019", "018100 50019",
    "12345", "hemmelig1", "null", "\n", ",", ";", "&", "&amp;", "{", "}", "(", ")", "er", "«", "»",
    "Authorization", "Basic ", "b2xhOmhlbW1lbGln=", "value=", "\\n", "\\u003c", "%3D", "%20", "|",
    "\t", "eyJabcdefghijklmnopqrstuv", "fnr", "<![CDATA[", "]]>", "ø", "\u{200B}", "-", "_", "0",
    "1", "userPinCode", "ns:", "=>", "\\", "&#58;", "&#x3d;", "a", ".",
  ]

  @Test(arguments: 0..<20)
  func `redacting garbled text again changes nothing`(seed: Int) {
    var random = Seeded(UInt64(seed))
    for _ in 0..<200 {
      let count = Int.random(in: 2...14, using: &random)
      let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
      let once = Redaction(text)
      let twice = Redaction(once.text)
      #expect(twice.text == once.text, "\(text.debugDescription)")
      #expect(twice.isClean)
    }
  }
}
