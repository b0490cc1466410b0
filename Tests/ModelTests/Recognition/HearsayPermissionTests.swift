import Model
import TestSupport
import Testing

/// A message is a fact by permission: where nothing stands beside it but what is said of a message one has.
@Suite struct HearsayPermissionTests {
  /// Messages and codes of both portals, each with the entry it is of.
  private static let messages: [(text: String, id: String)] = [
    ("AUTH-00011", "S11"), ("MP-303", "MP303"), ("GLD_004", "GLD004"),
    ("Incorrect username/password given for system", "E2"),
    (
      "User is not authorized for submittal of reporting service on behalf of reportee: 310043214",
      "E1"
    ), ("Denne forespørselen har utløpt", "SRequestExpired"),
  ]

  /// What is said with a message in it, at `{X}`, by those who do not have it.
  private static let told: [String] = [
    "I går {X}, i dag noe annet", "{X} fekk eg før jul, men ikkje no", "Ho fekk {X}",
    "Leverandøren sier at det er {X}", "Don't think it's {X}", "Finst {X}?",
    "Tell me: is it {X}?", "Takk, nå virker det.\n> {X}", "Det står hverken AUTH-00018 eller {X}",
    "Kunden fikk {X}", "No more {X}", "No {X} in the log", "Slipper nå {X}", "{X} uteblir",
    "nei {X}", "Unngår {X}", "{X}: løst", "{X} - OK nå", "Fixed {X} yesterday",
    "{X} lenger som feil", "Vi fikk {X} sist uke, den er løst", "Sist uke kom {X}",
    "Det er løst nå.\n-----Opprinnelig melding-----\nHei,\nVi får {X}",
    "Fikset.\n-----Original Message-----\nWe get {X}", "On Monday Kari wrote:\n\nWe get {X}",
    "Once saw {X}", "Vi hadde {X} i sommer", "Tidlegare {X}", "En annen kunde fikk {X}",
    "Andre får {X}", "Sjefen fikk {X}", "{X} (nabofirmaet)", "Support påstår {X}",
    "ChatGPT sier {X}", "I read about {X}", "The manual lists {X}",
    "Eksempel fra dokumentasjonen:\n{X}", "Mulig {X}", "Trulig {X}", "Regner med {X}",
    "Ser ut som {X}", "Expected {X}", "{X} (husker ikke helt)", "{X} ?", "{X} betyr hva",
    "Når får man {X}?", "How to avoid {X}?", "Forklar {X}", "Lurer på {X}", "{X}\nStemmer det?",
    "{X}. Is that it?", "Er det denne?\n{X}", "Hei,\nkan det være denne:\n\n{X}",
    "Kan det vere denne\n{X}", "Først {X}, så AUTH-00018", "After fixing {X} we get AUTH-00018",
    "Enten {X} eller AUTH-00018", "AUTH-00018 istadenfor {X}", "De fikk {X}", "They get {X}",
    "Du får {X} hvis passordet er feil", "Den gamle meldingen {X}", "Eg hugsar {X}",
    "Hei,\nnoen fortalte oss at det var\n{X}", "[Kari] kunden fikk {X}", "10:15 kunden fikk {X}",
    "Kari <kari@eksempel.no> fikk {X}", "Alt virker nå. {X}",
  ]

  /// What is said, and what programs write, where the message stands.
  private static let stated: [String] = [
    "{X}", "\"{X}\"", "«{X}»", "Feil: {X}", "Error {X}", "Feilmelding: {X}", "Error message: {X}",
    "Får ikke sendt, det står {X}", "Vi får {X} når vi sender a-meldingen", "Siden i går: {X}",
    "Programmet sier {X}", "We get {X} when we submit the VAT return", "Visma sier {X}",
    "Hei, nå får vi {X} igjen", "Får feilmelding {X} ved innsending av a-melding",
    "Vi får feilen {X} når vi skal sende inn mva-meldingen for 5. termin",
    "Me får {X} kvar gong", "Får ikkje sendt, det står {X}", "The program says {X}",
    "We receive {X} every time we submit", "I get {X} when I try to send the a-melding",
    "Hei,\n\n{X}\n\nHilsen Kari", "Hei, vi får dette:\n> > {X}\n\nHilsen Kari",
    "Hei, fikk denne i går fra kunden\n\n{X}\n\nHar dere en anelse?\nMvh fra oss",
    "Status: Avvist\n{X}", "Kan dere hjelpe oss? Vi får {X}", "Vi får {X}. Hva gjør vi?",
    "Vi får {X}. Kan dere hjelpe?", "Vi får {X}, hva gjør vi nå?", "Kvifor får vi {X}?",
    "2026-11-23 08:15:30,123 [main] WARN no.lonn.Altinn - kunde avvist {X}",
    "2026-11-23T08:15:30Z submit failed for client 12, {X}", "[main] client refused {X}",
    "ERROR client refused {X}", "no.lonn.Altinn: client refused {X}",
    "System.ServiceModel.FaultException: client refused {X}\n   at Lonn.Send(Melding m)",
    "{\"title\": \"refused\", \"detail\": \"{X}\"}", "client=eksempel error={X} retry=no",
    "HTTP/1.1 403 Forbidden\nContent-Type: text/plain\n\n{X}",
    "<s:Body><s:Fault><faultstring>Client refused {X}</faultstring></s:Fault></s:Body>",
    "INFO client refused\n{X}\nINFO end",
  ]

  private static func filled(_ text: String, with message: String) -> String {
    text.replacing("{X}", with: message)
  }

  @Test(arguments: told)
  func `what anybody may say of a message that they do not have proves nothing`(text: String) {
    for message in Self.messages {
      let text = Self.filled(text, with: message.text)
      let found = Content.embedded.recogniser.recognise(text)
      #expect(!found.matches.contains { $0.id == message.id }, "\(text)")
      #expect(found.isSure || found.candidates.contains { $0.id == message.id }, "\(text)")
    }
  }

  @Test(arguments: stated)
  func `what is said of a message one has, and what a program writes, is a fact`(text: String) {
    for message in Self.messages {
      let text = Self.filled(text, with: message.text)
      let found = Content.embedded.recogniser.recognise(text)
      #expect(found.matches.contains { $0.id == message.id }, "\(text): \(found.candidates)")
    }
  }

  @Test(arguments: RecogniserTests.Dressing.allCases)
  func `a message of the catalogue is a fact, whatever it comes in`(
    dressing: RecogniserTests.Dressing
  ) {
    for (id, text) in RecogniserTests.written {
      let found = Content.embedded.recogniser.recognise(dressing.dress(text))
      #expect(found.matches.contains { $0.id == id }, "\(text): \(found.candidates)")
    }
  }

  @Test(arguments: [
    ("GLD_1062 Oppgavegiver er underenhet 311234560", "GLD1062"),
    ("DAS-003 Feil i skjema", "DAS003"), ("DAS-005 Avvist", "DAS005"),
    ("MP-303 invalid_altinn", "MP303"),
    (
      "GLD_1053 Uventet feil i et bakenforliggende system, vennligst prøv igjen senere",
      "GLDTemporary"
    ),
  ])
  func `a code that says in words what it means is a fact`(text: String, id: String) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.map(\.id) == [id], "\(found.candidates)")
  }

  @Test func `a message that asks is no question about itself`() {
    let text =
      "Systemtilgang-forespørsel for valgt aktør finnes ikke. Er du sikker på at du har valgt "
      + "riktig aktør?"
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.map(\.id) == ["SRequestNotFound"])
  }
}
