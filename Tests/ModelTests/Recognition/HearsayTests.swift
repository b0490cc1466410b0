import Model
import TestSupport
import Testing

/// A message that somebody only speaks of is asked about, and shows nothing.
@Suite struct HearsayTests {
  private static let told: [String] = [
    "AUTH-00011 - nei, den har vi ikke sett", "AUTH-00011? Nei.", "AUTH-00011 var det ikke",
    "AUTH-00011 kommer ikke", "AUTH-00011 vises ikke", "AUTH-00011 er ikke det som står",
    "AUTH-00011 is not what we see", "AUTH-00011 is gone", "NOT: AUTH-00011", "uten AUTH-00011",
    "AUTH-00011 last year", "We got AUTH-00011 last year", "i 2024 fikk vi AUTH-00011",
    "Før fikk vi AUTH-00011, nå virker det", "Er det AUTH-00011?",
    "hva betyr AUTH-00011?",
    "It does not say \"Incorrect username/password given for system\"",
    "Denne meldingen har vi aldri fått: User is not authorized for submittal of reporting service",
    "GLD_004 kommer ikke", "DAS-003 ser vi ikke",
    "Incorrect username/password given for system? nei, det sto noe annet",
    "AUTH-00018 er borte nå, alt virker",
    "Support skriver at det ikke er AUTH-00011, men noe annet.",
    "The vendor says it is not AUTH-00011 any more. Now it only says: Something went wrong",
    "Vi fekk invalid_grant i fjor, men det vart ordna. No står det berre Noko gjekk gale.",
    "Det er kanskje feilen AUTH-00011? Eg berre gjettar.",
    "Leverandøren spør om vi har fått System user not found. Det har vi ikke sett.",
    "My colleague had AUTH-00015 at another company. Our program only says unknown error.",
    "Vi har ikke fått Incorrect username/password given for system",
    "Maybe it is User is not authorized for submittal of reporting service, I am not sure",
    "Det er ikke AUTH-00011", "Det står ikke AUTH-00011", "Vi ser ikke AUTH-00011 lenger",
    "Vi får ikke lenger AUTH-00011", "Me får ikkje AUTH-00011 lenger",
    "Eg har aldri sett AUTH-00011", "Ikke AUTH-00011", "Ikke «AUTH-00011», men noe lignende",
    "Feilen er ikke AUTH-00011", "Det er ingen AUTH-00011 i loggen",
    "Det er verken AUTH-00011 eller AUTH-00018", "Vi er kvitt AUTH-00011",
    "We never got AUTH-00011", "There is no AUTH-00011 here", "It isn't AUTH-00011",
    "It doesn’t say AUTH-00011", "We don't see AUTH-00011", "We no longer get AUTH-00011",
    "We got rid of AUTH-00011", "neither AUTH-00011 nor AUTH-00018", "AUTH-00011 ser vi aldri",
    "AUTH-00011 har vi ikkje fått", "AUTH-00011 har vi aldri hatt", "AUTH-00011 står det ikke",
    "AUTH-00011 står det ikkje på skjermen", "AUTH-00011 er ikke meldingen vår",
    "AUTH-00011 er det ikke", "AUTH-00011 stemmer ikke", "AUTH-00011 er ikkje feilen",
    "AUTH-00011 finnes ikke i meldingen", "AUTH-00011 kjem ikkje opp",
    "AUTH-00011 has never appeared", "AUTH-00011 isn't shown",
    "AUTH-00011 does not come up any longer", "AUTH-00011 was not the error",
    "AUTH-00011 is not it", "AUTH-00011 never", "AUTH-00011 - har vi ikke sett",
    "AUTH-00011, den får vi ikke", "AUTH-00011. Den har vi ikke.",
    "AUTH-00011. That is not ours.", "AUTH-00011? Aldri sett.",
    "AUTH-00011? No, it says something else.", "AUTH-00011 - no, we have not seen that",
    "AUTH-00011? Neida, ikke det.", "AUTH-00011, nei", "AUTH-00011 nei det var feil",
    "AUTH-00011 er ordnet", "AUTH-00011 er løst", "AUTH-00011 er løyst no",
    "AUTH-00011 ble borte", "AUTH-00011 forsvant i helga", "AUTH-00011 has been fixed",
    "AUTH-00011 has disappeared", "AUTH-00011 went away", "AUTH-00011, men den er borte",
    "AUTH-00011. Den forsvant.", "Feilen AUTH-00011 er retta",
    "AUTH-00011 kom i går, men nå virker det", "Vi fikk AUTH-00011 i går, men alt virker nå",
    "We got AUTH-00011 yesterday, it works now",
    "Det virka ikkje, me fekk AUTH-00011, no verkar det",
    "Får du AUTH-00011, må du ringe leverandøren",
    "Har dere fått AUTH-00011?", "Har de sett AUTH-00011?",
    "Står det AUTH-00011?", "Is it AUTH-00011?", "Did you get AUTH-00011?",
    "Does it say AUTH-00011?", "What is AUTH-00011?", "What does AUTH-00011 mean?",
    "Hva er AUTH-00011?", "Kva tyder AUTH-00011?", "Hei, hva betyr AUTH-00011?",
    "Det kom en feil, er det AUTH-00011?", "Kan det være AUTH-00011?", "Could it be AUTH-00011?",

    "AUTH-00011 eller noe sånt",
    "I fjor fikk vi AUTH-00011",
    "For to år siden fikk vi AUTH-00011", "AUTH-00011 fikk vi for lenge siden",
    "In 2023 we got AUTH-00011",
    "AUTH-00011, men det var i 2024", "AUTH-00011. Det var i fjor.",
    "I stedet for AUTH-00011 står det nå noe annet", "It says something other than AUTH-00011",
    "Vi får noe annet enn AUTH-00011",
    "No får me noko anna enn AUTH-00011", "Sto det AUTH-00011?", "AUTH-00011? Ikkje det.",
    "Det står ikke lenger «Valgt system finnes ikke»", "Vi ser ikke Valgt system finnes ikke",
    "\"Valgt system finnes ikke\" står det ikke", "Kan ikke se AUTH-00011 noe sted",
    "I can't see AUTH-00011 anywhere", "Denne har vi ikke fått: AUTH-00011",
    "AUTH-00011 is no longer there", "It no longer says AUTH-00011",
    "AUTH-00011 er ikkje der lenger", "Den seier ikkje AUTH-00011",
    "Vi har verken sett AUTH-00011 eller AUTH-00018", "I do not see AUTH-00011 now",
    "AUTH-00011 er historie", "AUTH-00011 kan vi ikke se", "AUTH-00011 finst ikkje",
    "Ser dere AUTH-00011, så si fra",
    "Meldingen er ikke «Ikke tilgang til ressurs»",
    "Vi får ikke «Klarte ikke sjekke tilgang i Altinn»",
    "Det sto aldri Fant ingen organisasjon med dette organisasjonsnummeret.",
    "Kva er AUTH-00011?",
    "AUTH-00011 dukker ikke opp", "AUTH-00011 dukkar ikkje opp", "AUTH-00011, tror jeg",
    "AUTH-00011 trur eg", "Skulle det komme AUTH-00011, ring",
    "Should you get AUTH-00011, call us", "AUTH-00011 har slutta å komme",
    "Nei, AUTH-00011 har vi ikke hatt", "Fikk dere ikke AUTH-00011?",

  ]

  private static let stated: [String] = [
    "AUTH-00011", "Får ikke sendt, det står AUTH-00011", "Får ikke sendt det står AUTH-00011",
    "Vi får ikke levert a-meldingen. Feil: AUTH-00011", "Hei, nå får vi AUTH-00011 igjen",
    "Hei, no får vi AUTH-00011 igjen", "No står det AUTH-00011", "Jeg skjønner ikke AUTH-00011",
    "Forstår ikke denne meldingen: AUTH-00011", "Får AUTH-00011, hva gjør vi?",
    "We get AUTH-00011, what do we do?", "Hvorfor får vi AUTH-00011?", "Why do we get AUTH-00011?",
    "could not be sent: AUTH-00011", "Det gikk ikke. Feilen er «AUTH-00011».",
    "Hei, vi får ikke levert a-meldingen. Incorrect username/password given for system",
    "ERROR not delivered (AUTH-00011)", "AUTH-00011. Det virker ikke.",
    "AUTH-00011. Det går ikke å sende.", "AUTH-00011. Det er ikke mulig å levere.",
    "AUTH-00011. It does not work.", "AUTH-00011: Valgt system finnes ikke",
    "AUTH-00011 Valgt system finnes ikke.", "AUTH-00011: has not access by direct delegation",
    "2026-11-23 ERROR AUTH-00011 the resource was not found\n2026-11-23 INFO retry is not enabled",
    "Det virker ikke, vi får AUTH-00011", "Det virker ikke vi får AUTH-00011",
    "Det går ikke det står AUTH-00011", "Ingen av oss får sendt, AUTH-00011",
    "We get nothing but AUTH-00011", "AUTH-00011, og vi kommer ikke videre",
    "AUTH-00011. Vi kommer ikke inn.", "AUTH-00011, får ikke sendt",
    "AUTH-00011. Det har aldri skjedd før.", "AUTH-00011. Den har vi ikke sett før.",
    "AUTH-00011. Det står ikke noe mer.", "AUTH-00011. It does not say why.",
    "Det er ikke dette, men AUTH-00011", "I går fikk vi AUTH-00011",
    "I går kveld kom AUTH-00011, hva gjør vi?", "I går fikk vi AUTH-00011, og nå igjen",
    "Yesterday we got AUTH-00011", "I fjor gikk det fint, nå får vi AUTH-00011",
    "I 2024 virket alt, men nå får vi AUTH-00011", "Det virket i fjor. Nå står det AUTH-00011",
    "Når vi sender inn, står det AUTH-00011", "Når vi sender kommer det AUTH-00011",
    "Da får vi AUTH-00011", "Så kommer det AUTH-00011", "Så står det AUTH-00011",
    "Feilen er AUTH-00011", "Hva er dette? AUTH-00011", "Hva er galt? Det står AUTH-00011",
    "What is this: AUTH-00011", "It was AUTH-00011", "It says AUTH-00011", "We have AUTH-00011",
    "The error is AUTH-00011", "AUTH-00011. Nå virker det ikke.",
    "AUTH-00011 og det virker ikke nå", "Vi får ei feilmelding AUTH-00011",
    "Me får ei melding: AUTH-00011",
    "Det står \"Incorrect username/password given for system\" på skjermen",
    "{\"code\":\"AUTH-00011\",\"detail\":\"system not registered\"}",
    "<error><code>AUTH-00011</code><message>not allowed</message></error>",
    "[ERROR] Request not accepted | AUTH-00011 | retry=no", "Message not sent - AUTH-00011",
    "Vi får ikke sendt – AUTH-00011", "AUTH-00011 kommer hver gang", "AUTH-00011 er det som står",
    "AUTH-00011 står det, vi får ikke sendt", "AUTH-00011 is what we see",
    "AUTH-00011 vises på skjermen",
    "User is not authorized for submittal of reporting service on behalf of reportee: 310043214",
    "The system is not working. AUTH-00011. Please help, it is not urgent.",
    "Hva betyr AUTH-00011?\n\n2026-11-23 08:15 ERROR AUTH-00011",
    "AUTH-00011 kommer ikke bare hos oss", "Har fått AUTH-00011", "Får AUTH-00011",
    "Fikk AUTH-00011 nå", "Meldinga er AUTH-00011", "Me får AUTH-00011 no",
    "Prøvde på nytt, men AUTH-00011", "Not authorized: AUTH-00011", "Not able to send: AUTH-00011",
    "Ikke levert: AUTH-00011", "Ikke godkjent. AUTH-00011", "Status: not sent, error AUTH-00011",
    "Kunne ikke sende. AUTH-00011", "AUTH-00011 ikke levert", "We cannot submit, error AUTH-00011",
    "We did not change anything. AUTH-00011", "Vi fikk tilgang i fjor. AUTH-00011 kom i dag.",
    "Vi kan ikke levere, AUTH-00011", "AUTH-00011. Hva er det?",
    "AUTH-00011. Vi har ikke gjort noe.", "AUTH-00011. Jeg mener det er feil i systemet",
    "AUTH-00011. Hvis dere trenger mer, ring.", "AUTH-00011 når vi ikke er logget inn",
    "Leveringen feilet i natt med AUTH-00011", "Vi fikk AUTH-00011 i natt",
    "Feilen AUTH-00011 kommer fortsatt", "AUTH-00011 is still there", "AUTH-00011 er der fortsatt",
    "Vi får AUTH-00011 nå", "AUTH-00011. I think the password is wrong",
    "AUTH-00011 kommer ikke av passordet", "Er innlogget, får AUTH-00011",
  ]

  /// What holds a word that is said of other messages as well: asked about, at the cost of a key.
  private static let asked: [String] = []

  @Test(arguments: told + asked)
  func `what is denied, guessed at, asked about, over or of others is no message of one's own`(
    text: String
  ) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.isEmpty && found.evidence.isEmpty && !found.isSure, "\(found.matches)")
    #expect(!found.candidates.isEmpty && found.candidates.allSatisfy { $0.how == .similar })
  }

  @Test(arguments: stated)
  func `what stands there is the message, whatever else is said`(text: String) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(!found.matches.isEmpty, "\(found.candidates)")
    #expect(found.matches.first?.basis != .part)
  }

  @Test(arguments: RecogniserTests.written)
  func `a message of the catalogue stands there in whatever sentence holds it`(
    entry: (String, String)
  ) {
    for text in [
      "Vi får ikke sendt, det står: \(entry.1)", "Hei, no får me \(entry.1)",
      "We cannot submit. It says “\(entry.1)”", "\(entry.1)\nDet virker ikke.",
    ] {
      let found = Content.embedded.recogniser.recognise(text)
      #expect(found.matches.contains { $0.id == entry.0 }, "\(text): \(found.matches)")
    }
  }

  @Test(arguments: [
    (
      "i går fikk vi \"Valgt system finnes ikke\" (AUTH-00011). I dag står det: "
        + "Systemtilgang-forespørsel for valgt aktør finnes ikke. Er du sikker på at du har valgt "
        + "riktig aktør?", "SRequestNotFound"
    ),
    ("Vi fikk AUTH-00011. Nå får vi AUTH-00018", "S18"),
    ("Yesterday: AUTH-00011\nToday: AUTH-00018", "S18"),
    ("I går AUTH-00011, i dag AUTH-00018", "S18"), ("First AUTH-00011, now AUTH-00018", "S18"),
    ("AUTH-00011, ikke AUTH-00018", "S11"), ("Det er ikke AUTH-00011, det er AUTH-00018", "S18"),
    ("Det er AUTH-00011 vi får, ikke AUTH-00018", "S11"),
    ("AUTH-00011 er borte, nå står det AUTH-00018", "S18"),
    ("Får AUTH-00011. AUTH-00018 er borte", "S11"),
    ("I stedet for AUTH-00011 får vi nå AUTH-00018", "S18"),
    ("I staden for AUTH-00011 får me no AUTH-00018", "S18"),
    ("AUTH-00011 i går, AUTH-00018 i dag", "S18"), ("AUTH-00011 i går\nAUTH-00018 i dag", "S18"),
    ("AUTH-00011 yesterday\nAUTH-00018 today", "S18"),
  ])
  func `of two messages the one that stands there now is the message`(text: String, id: String) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.map(\.id) == [id], "\(found.matches)")
  }

  @Test(arguments: [
    "AUTH-00011 og AUTH-00018 er borte", "ikke AUTH-00011 eller AUTH-00018",
  ])
  func `what is said of two messages is said of both`(text: String) {
    #expect(Content.embedded.recogniser.recognise(text).matches.isEmpty)
  }

  @Test(arguments: [
    "AUTH-00011 og AUTH-00018", "2026-11-22 AUTH-00011\n2026-11-23 AUTH-00018",
  ])
  func `two messages that stand there are both found`(text: String) {
    #expect(Content.embedded.recogniser.recognise(text).matches.map(\.id) == ["S11", "S18"])
  }

  @Test(arguments: [
    "Er det AUTH-00011: Valgt system finnes ikke?",
    "Det er ikke AUTH-00011 (Valgt system finnes ikke)",
    "«Valgt system finnes ikke» (AUTH-00011) er borte",
  ])
  func `a code and its text are one message`(text: String) {
    #expect(Content.embedded.recogniser.recognise(text).matches.isEmpty)
  }

  @Test(arguments: [
    "Valgt system finnes", "Valt system finst…", "Chosen system does…",
    "The EndUserSystem System with ID: 4711", "Denne forespørselen har", "Denne tjenesten er",
    "Delegering av tjenester", "Systemtilgang-forespørsel for valgt aktør finnes",
    "The following recipients is\n", "There exist…",
  ])
  func `a message cut off before its turn is none`(text: String) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.isEmpty && found.evidence.isEmpty && !found.isSure, "\(found.matches)")
  }

  /// A message that a colleague had.
  private static let another =
    "Kollegaen min fikk Incorrect username/password given for system i fjor"

  @Test(arguments: [
    "\(another).\n\n2026-11-23 08:15 ERROR ErrorID: 30001", "\(another). Vi får feilkode 30001.",
    "\(another).\nErrorID: 989\nErrorID: 30001", "Vi får ErrorID 30001. \(another).",
    "\(another), med ErrorID 30001.\n2026-11-23 08:15 ERROR ErrorID: 30001",
  ])
  func `a code that stands for itself is found beside a message that is only spoken of`(
    text: String
  ) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.map(\.id) == ["C30001"], "\(found.matches)")
    #expect(found.evidence.isEmpty && found.candidates.map(\.id).contains("E2"))
  }

  @Test(arguments: [
    "\(another), med ErrorID 30001.", "ErrorID 30001: \(another).", "\(another).\nErrorID: 989",
  ])
  func `a code of a message that is only spoken of is only spoken of`(text: String) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.isEmpty && found.evidence.isEmpty, "\(found.matches)")
  }

  @Test func `what a message is said not to be about is not guessed first`() {
    let text = "It says Incorrect username/password given for user, not system"
    let found = Content.embedded.recogniser.recognise(text).candidates.map(\.id)
    #expect(found.contains("E3") && found.first != "E2", "\(found)")
  }

  @Test(arguments: [
    "{\"error\":\"invalid_grant\",\"error_description\":\"MP-251\"}",
    "{\"error\":\"invalid_scope\",\"error_description\":\"MP-251\"}",
  ])
  func `what every refusal begins with gives way to the reason that stands in it`(text: String) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.first?.id == "MP251", "\(found.matches)")
  }
}
