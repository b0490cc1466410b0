import Model
import TestSupport
import Testing

@Suite struct RecogniserTests {
  private let recogniser = Shipped.recogniser

  /// A way in which a message reaches the one who pastes it.
  enum Dressing: CaseIterable, Sendable {
    case plain, upperCase, lowerCase, mail, log, doubledBlanks, windowsLines, wrapped, softHyphens
    case envelope, escapedEnvelope, json, curlyQuotes, longLog

    func dress(_ text: String) -> String {
      switch self {
      case .plain: text
      case .upperCase: text.uppercased()
      case .lowerCase: text.lowercased()
      case .mail: "Hei, vi får dette:\n> > \(folded(text, with: "\n> > "))\n\nHilsen Kari"
      case .log: "2026-11-23 08:15:30,123 [main] WARN no.lonn.Altinn - \(text)"
      case .doubledBlanks: "  " + text.replacing(" ", with: "  ") + " \t"
      case .windowsLines: "Feil:\r\n" + folded(text, with: "\r\n") + "\r\n"
      case .wrapped: folded(text, with: "\n")
      case .softHyphens: text.map { "\($0)\u{AD}" }.joined()
      case .envelope:
        "<s:Envelope><s:Body><s:Fault><detail><a:AltinnErrorMessage>\(escaped(text))"
          + "</a:AltinnErrorMessage></detail></s:Fault></s:Body></s:Envelope>"
      case .escapedEnvelope:
        "Response: " + escaped("<a:AltinnErrorMessage>\(escaped(text))</a:AltinnErrorMessage>")
      case .json:
        "{\"melding\": \"\(text.replacing("\"", with: "\\\"").replacing(" ", with: "\\u0020"))\"}"
      case .curlyQuotes: "Det står “\(text.replacing("'", with: "’"))” på skjermen"
      case .longLog: String(repeating: "INFO ok\n", count: 2000) + text + "\nINFO slutt"
      }
    }

    private func folded(_ text: String, with lineBreak: String) -> String {
      text.split(separator: " ").enumerated()
        .map {
          $0.offset > 0 && $0.offset.isMultiple(of: 4) ? lineBreak + $0.element : " " + $0.element
        }
        .joined()
    }

    private func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("å", with: "&#xE5;").replacing("ø", with: "&#248;")
    }
  }

  /// A text of the catalogue with its placeholders filled in, and what else it takes to know it.
  static let written: [(String, String)] = Shipped.messages.flatMap { message in
    message.texts.map { text in
      var filled = text
      for name in [
        "reportee", "systemID", "rest", "ip", "field", "number", "date", "code", "reason",
        "headers",
      ] {
        filled.replace("{\(name)}", with: "77")
      }
      if message.needsErrorID, let code = message.errorIDs.first { filled += ", ErrorID: \(code)" }
      return (message.id, filled)
    }
  }

  @Test(arguments: Dressing.allCases)
  func `an entry is known by its own text, whatever it comes in`(dressing: Dressing) {
    for (id, text) in Self.written {
      let recognition = recogniser.recognise(dressing.dress(text))
      #expect(recognition.matches.contains { $0.id == id }, "\(text): \(recognition.matches)")
    }
  }

  @Test(arguments: [
    ("E1", [Cause.personRights, .systemRights]), ("E2", [.registration]), ("E3", [.login]),
    ("E4", [.login]), ("E5", [.vendor]), ("E6", [.registration]), ("E7", [.vendor]),
  ])
  func `the seven official messages lead to their points alone`(id: String, causes: [Cause]) throws
  {
    let text = try #require(Self.written.first { $0.0 == id }?.1)
    for dressing in Dressing.allCases {
      let recognition = recogniser.recognise(dressing.dress(text))
      #expect(recognition.matches.map(\.id) == [id])
      #expect(recognition.ranking == causes)
      #expect(recognition.matches.map(\.basis) == [.text])
    }
  }

  @Test(arguments: Shipped.messages.filter { $0.isCode })
  func `a code alone gives several places to look and proves nothing`(message: Message) throws {
    let code = try #require(message.codes.first?.split(separator: "-").first)
    for text in [
      "\(code)", "feil \(code)", "<a:ErrorID>\(code)</a:ErrorID>", "ErrorID: \(code)",
      "Feilkode \(code) fra Altinn", "{\"ErrorCode\":\"\(code)\",\"ErrorMessage\":\"x\"}",
    ] {
      let recognition = recogniser.recognise(text)
      #expect(recognition.matches.first?.id == message.id, "\(text)")
      #expect(recognition.matches.first?.basis == .code)
      #expect(recognition.ranking == message.causes)
      #expect(recognition.ranking.count >= 2)
      #expect(recognition.evidence.isEmpty)
      #expect(recognition.values["errorID"] == String(code))
    }
  }

  @Test func `a text wins over its code, and only the text counts`() {
    let recognition = recogniser.recognise(
      "Incorrect username/password given for system\nErrorID: 989"
    )
    #expect(recognition.matches.map(\.id) == ["E2"])
    #expect(recognition.ranking == [.registration])
    #expect(recognition.evidence == [.wrongID, .wrongPassword])
    #expect(recognition.values["errorID"] == "989")
  }

  @Test(arguments: [("", "E10"), (" ErrorID 6", "E10"), (" ErrorID 44", "E11")])
  func `two messages that read alike are told apart by their code`(code: String, id: String) {
    let text = "An exception happened when trying to authenticate the system" + code
    #expect(recogniser.recognise(text).matches.map(\.id) == [id])
  }

  @Test(arguments: [
    "User is not authorized for submittal of rep", "User is not authorized for submittal…",
    "WARN User is not authorized for submittal of reporting...\nINFO next",
    "…submittal of reporting service on behalf of reportee: 310043214",
  ])
  func `a message that was cut off is known by what is left`(text: String) {
    let recognition = recogniser.recognise(text)
    #expect(recognition.matches.map(\.id) == ["E1"])
    #expect(recognition.matches.first?.basis == .part)
    // What is cut off may say otherwise: it is asked about.
    #expect(recognition.evidence.isEmpty && !recognition.isSure)
    #expect(recognition.likenesses.first == "E1")
  }

  @Test(arguments: [
    "Du er logget inn med sikkerhetsnivå 4.", "Tjenesten krever ikke et høyere sikkerhetsnivå.",
    "Kunne opprette systemtilgang", "Delegering feilet",
  ])
  func `a piece of a message, which may say otherwise, is asked about whole`(text: String) {
    let recognition = recogniser.recognise(text, in: .altinn3)
    #expect(!recognition.isSure && recognition.evidence.isEmpty)
    #expect(!recognition.matches.contains { $0.basis == .text })
  }

  @Test(arguments: [
    "Alle klienter ble lagt til.", "40 av 40 klienter ble lagt til.", "klienter ble lagt til",
    "klientar vart lagde til", "All clients were added.", "Nå er 3 klienter ble lagt til.",
  ])
  func `a message without the words that make it one is no message`(text: String) {
    #expect(recogniser.recognise(text, in: .altinn3).matches.isEmpty, "\(text)")
  }

  @Test(arguments: [
    "Kun 1 av 2 klienter ble lagt til.", "INFO Kun 38 av 40 klienter ble lagt til",
    "Only 3 out of 5 clients were added", "Berre 38 av 40 klientar vart lagde til.",
  ])
  func `a message is found by the words in its midst, with those that lead up to them`(
    text: String
  ) {
    let recognition = recogniser.recognise(text, in: .altinn3)
    #expect(recognition.matches.map(\.id) == ["SSomeClients"], "\(text)")
    #expect(recognition.quote.map(text.contains) == true)
    #expect(recognition.quote.map { "KBO".contains($0.prefix(1)) } == true)
  }

  @Test(arguments: [
    "5", "14", "OK", "Error", "403 Forbidden", "invalid_scope", "An error occurred",
  ])
  func `what other programs write as well is no message of an Altinn nobody asked about`(
    text: String
  ) {
    let found = PortalEdition.allCases.filter {
      !recogniser.recognise(text, in: $0).matches.isEmpty
    }
    #expect(found.count == 1, "\(text)")
    #expect(!recogniser.recognise(text).matches.isEmpty, "\(text)")
  }

  @Test func `a beginning that two messages share proves neither`() {
    let recognition = recogniser.recognise("Incorrect username/password…")
    #expect(Set(recognition.matches.map(\.id)) == ["E2", "E3"])
    #expect(Set(recognition.ranking) == [.registration, .login])
    #expect(recognition.evidence.isEmpty)
  }

  @Test func `a beginning with another ending is another message`() {
    #expect(recogniser.recognise("User is not authorized for submittal of cakes").matches.isEmpty)
    #expect(recogniser.recognise("User is not auth").matches.isEmpty)
  }

  @Test(arguments: [
    ("Rejected", "KRejected"), ("OK", "KOK"), ("<UnExpectedError/>", "KUnExpectedError"),
    ("<ErrorID i:type=\"b:int\" xmlns:b=\"http://x/2001\">5</ErrorID>", "C5"),
    ("Mobilnummer er ikke registrert pÃ¥ bruker. Registrer mobilnummer i Min profil", "E29"),
    ("Mobilnummer er ikke registrert pa\u{30A} bruker…", "E29"),
  ])
  func `a short or damaged message is known where nothing else fits`(text: String, id: String) {
    #expect(recogniser.recognise(text).matches.map(\.id) == [id])
  }

  @Test func `a wrapper comes after what it wraps and adds no causes`() {
    let recognition = recogniser.recognise(
      """
      <s:Fault><faultcode>s:Client</faultcode><faultstring xml:lang="nb-NO">An errror occurred</faultstring>
      <detail><AltinnFault><AltinnErrorMessage>Incorrect username/password/pin given for user</AltinnErrorMessage>
      <AltinnExtendedErrorMessage>No information available</AltinnExtendedErrorMessage>
      <ErrorGuid>e7a1b8d4-1c52-4f9e-9b1d-0a1b2c3d4e5f</ErrorGuid><ErrorID>989</ErrorID>
      <UserGuid>-no value-</UserGuid><UserId>0</UserId></AltinnFault></detail></s:Fault>
      """
    )
    #expect(recognition.matches.map(\.id) == ["E3", "E18", "E19"])
    #expect(recognition.ranking == [.login])
    #expect(recognition.values["errorID"] == "989")
    #expect(recognition.values["errorGuid"] == "e7a1b8d4-1c52-4f9e-9b1d-0a1b2c3d4e5f")
  }

  @Test func `a wrapper with only a code gives what the code gives`() {
    let recognition = recogniser.recognise("faultstring: An error occurred. ErrorID 5")
    #expect(recognition.matches.map(\.id) == ["C5", "E18"])
    #expect(recognition.ranking == [.registration, .systemRights, .personRights])
  }

  @Test func `several messages in one log are all found`() {
    let recognition = recogniser.recognise(
      "Invalid reportee\nThe EndUserSystem System with ID: 123456 is locked out\nInvalid reportee"
    )
    #expect(recognition.matches.map(\.id) == ["E20", "E6"])
    #expect(recognition.values["systemID"] == "123456")
  }

  @Test(arguments: [
    "", " ", "hei", "12", "Bestillingen kom ikke fram i dag", "An error occurred while baking",
    "Invalid credentials were given", "Invalid reporteeship", "\u{0}\u{FFFD}",
  ])
  func `an unknown text is said to be unknown`(text: String) {
    let recognition = recogniser.recognise(text)
    #expect(recognition.matches.isEmpty)
    #expect(recognition.ranking == [.unknown])
    // Signs that no terminal should get stand for themselves; the words are whole.
    #expect(recognition.redacted.filter(\.isLetter) == text.filter(\.isLetter))
  }

  @Test(arguments: [
    ("reportee: 310043214", ["organisationNumber": "310043214"]),
    ("for 310 043 214 i dag", ["organisationNumber": "310043214"]),
    ("reportee: 01810050019", [:]), ("reportee: 912345678", [:]),
    ("<ns:systemUserName>9292</ns:systemUserName>", ["systemID": "9292"]),
    ("datasystem-ID: 123456", ["systemID": "123456"]),
    (
      "<ExternalServiceCode>4222</ExternalServiceCode><ExternalServiceEditionCode>171016</x>",
      ["serviceCode": "4222", "serviceEdition": "171016"]
    ),
  ])
  func `the values that stand in a text are found`(text: String, values: [String: String]) {
    #expect(recogniser.recognise(text).values == values)
  }

  @Test func `the number of a person is taken out of the text that is kept`() {
    let recognition = recogniser.recognise(
      "User is not authorized for submittal of reporting service on behalf of reportee: 01810050019"
    )
    #expect(recognition.matches.map(\.id) == ["E1"])
    #expect(recognition.redacted.hasSuffix("reportee: [fnr]"))
    #expect(recognition.removed == [.nationalIdentityNumber: 1])
  }
}

@Suite struct LargeTextTests {
  private static let mebibyte = 1 << 20

  @Test(arguments: [
    "a", "0 ", "&", "<pin ", "fnr:", "password=«a ", "\\", "An exception happened when trying to ",
    "ErrorID 5 ", "01810050019 ", "Invalid reportee\n",
  ])
  func `a text of one mebibyte is read to its end`(piece: String) {
    let text = String(repeating: piece, count: Self.mebibyte / piece.utf8.count)
    let recognition = Shipped.recogniser.recognise(text)
    #expect(!recognition.ranking.isEmpty)
  }
}
