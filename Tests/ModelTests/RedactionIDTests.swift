import Model
import TestSupport
import Testing

/// Which references, ids of machines and codes stay, and beside what.
@Suite struct RedactionIDTests {
  private static let guid = "3b1f9c2e-7a54-4d0e-9c11-0a2b4c6d8e0f"

  @Test(arguments: [
    "correlationid: 7f3a9b12", "X-Request-Id: 0HN4VKQB1234T:00000003", "Referanse: INN-2026-000123",
    "meldingsid: 20261120-7f3a-0001", "forsendelsesId: e7a1b8d41c524f9e9b1d0a1b2c3d4e5f",
    "externalRef: SAK-4711-02", "spanid 1c524f9e9b1d0a1b", "dialogId melding-2026-0007",
  ])
  func `what has the shape of a reference stays beside a name for one`(text: String) {
    #expect(Redaction(text).text == text)
  }

  /// Text with something in it that is no reference, and what must not stay of it.
  @Test(arguments: [
    ("Meldings-ID: 15858512309_skatt", "15858512309"),
    ("forsendelsesId id15858512309", "15858512309"),
    ("<kvitteringsId>p-15858512309</kvitteringsId>", "15858512309"),
    ("Referanse: B-158585-12309", "158585"), ("traceId: 1585851a2309", "1585851a2309"),
    ("spanid: ab12:15858512309", "15858512309"), ("Referanse: Vinter2024?", "Vinter2024"),
    ("correlationid Vinter#2024", "Vinter"), ("externalRef: kari.hansen7", "hansen7"),
    ("dialogId Ola9Fiske", "Ola9Fiske"),
    ("meldingsid per42", "per42"),
  ])
  func `a number of somebody, a password and a login name are no references`(
    text: String,
    secret: String
  ) {
    #expect(!Redaction(text).text.contains(secret))
  }

  @Test(arguments: [
    "Bearer {guid}", "Client secret\n{guid}", "client secret for klienten: {guid}",
    "nøkkelen vår er {guid} tror jeg", "X-Auth {guid}", "sesjonsid {guid} finnes ikke",
    "wget --header 'ApiKey {guid}'", "hemmeligheten {guid} er utløpt", "pasord {guid}",
  ])
  func `an id without a name does not stay beside the name of a secret`(text: String) {
    let kept = Redaction(text.replacing("{guid}", with: Self.guid)).text
    #expect(!kept.contains("3b1f9c2e") && !kept.contains("0a2b4c6d8e0f"))
  }

  @Test(arguments: [
    "{guid}", "Feil i {guid} fra Altinn", "ugyldig token (correlationId={guid})",
    "Invalid token for request {guid}", "/instances/51234567/{guid}/data token expired",
    "partyUuid {guid} gave invalid token", "client_id {guid}: invalid client secret",
  ])
  func `an id stays alone, and beside a secret where a name permits it`(text: String) {
    let text = text.replacing("{guid}", with: Self.guid)
    #expect(Redaction(text).text == text)
  }

  @Test(arguments: [
    ("passordet var HEST-482 i går", "HEST-482"), ("pinkode KLMN_48291 i brevet", "KLMN_48291"),
    ("Koden i brevet er QRST-4821", "QRST-4821"), ("secret ABQ-123456 utløpt", "ABQ-123456"),
  ])
  func `capitals and digits are no code of a fault where a secret is named`(
    text: String,
    secret: String
  ) {
    #expect(!Redaction(text).text.contains(secret))
  }

  @Test(arguments: [
    "feil passord, GLD-0005 fra Altinn", "token expired AUTH.VLD-00014", "svarte XYZ-0042 i går",
    "feilkoden er XYZ-0042",
  ])
  func `a code of a family that is known stays, and any where no secret is named`(text: String) {
    #expect(Redaction(text).text == text)
  }

  @Test(arguments: [
    "E2 feil", "ERR-7788 fant ikke kvern", "«E2», sier de", "FEIL123 kom", "E-77 her", "SYS-1",
    "EX12", "ERROR5", "feil (E12345)", "Situasjon: «ERR-7788 fant», sak siden 30. november",
    "ERR-7788 på denne sida", "XYZ-0042 siden i går",
  ])
  func `a code that says of itself that it is one of a fault stays`(text: String) {
    #expect(Redaction(text).text == text)
  }

  /// Beside the name of a secret, and as a part of something else.
  @Test(arguments: [
    ("passord E2024x", "E2024x"), ("passordet er E7788", "E7788"), ("feil passord, E7788", "E7788"),
    ("engangskode ERR-7788", "7788"), ("E7788#b", "E7788"), ("E7788!?9", "E7788"),
    ("kari-E77", "E77"), ("FEIL-2024", "2024"), ("ERR-123456x", "123456"),
    ("E01810 050019", "01810"), ("018100 E50019", "50019"), ("E2/E3", "E3"),
  ])
  func `what only looks like one does not stay`(text: String, secret: String) {
    #expect(!Redaction(text).text.contains(secret), "\(Redaction(text).text)")
  }

  @Test func `what a case was about is kept as the id of its message`() {
    for message in Shipped.messages {
      #expect(Content.embedded.kept(message.id, in: .callAbout) == message.id)
    }
    #expect(Content.embedded.kept("hunter2x9", in: .callAbout) == Redaction.secretMarker)
  }
}
