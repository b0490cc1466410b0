import Model
import TestSupport
import Testing

/// Whoever pastes anything beside a message is asked whether they see it.
@Suite struct MessageAloneTests {
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

  /// The same in what programs write, of tests, of other times, of what is over, and in what explains.
  private static let written: [String] = [
    "{X}. I hvert fall tror jeg det.", "{X} Eller noe.", "{X} Tulla.", "{X} Not.",
    "{X}. Det var i går, i dag virker det.", "{X}\nDette er fra en kunde vi hadde i 2025.",
    "Naboen ringte. {X}", "Ticket #4711\nReported by phone.\nError: {X}", "Status: løst. {X}",
    "Beskrivelse: Kunde ringte. {X}.", "Hva gjør jeg hvis jeg får denne?\n{X}", "I går sto det {X}",
    "Ein gong stod det {X}", "I morgen får vi {X}", "Når det står {X}", "Alle får {X}",
    "Ikke svar {X}", "I TT02 fikk vi {X}", "{X} i tt02", "[test] ERROR {X}", "ERROR {X} (sandbox)",
    "2026-11-30 09:00:00 [TT02] ERROR {X}", "{\"error\":\"{X}\",\"env\":\"tt02\"}",
    "env=staging level=error msg=\"{X}\"", "Hos 910000004: {X}. Hos oss: OK.", "F.eks. {X}",
    "e.g. {X}", "jf. {X}", "ca. {X}", "{X} e.l.", "{X} ...", "{X} *", "{X} 🤔", "¿{X}", "~~{X}~~",
    "{X} ✓", "{X}: 0", "{X} x0", "- {X}", "## {X}", "> {X}", "{X}\nÅrsak: …\nLøsning: …",
    "INFO no more \"{X}\"", "WARN suppressed: {X}", "ERROR {X} (resolved)", "DEBUG {X}",
    "ERROR {X} (replayed from 2024)", "{\"example\":{\"code\":\"{X}\"}}", "\"enum\": [\"{X}\"]",
    "{X} 2019", "Error: no {X}", "ERROR (no) {X}", "<error>no</error><code>{X}</code>", "!{X}",
    "!= {X}", "<> {X}", "12/11 10:00 {X}", "12.11. {X}", "{X} 12.11", "20261112T100000Z {X}",
    "241103 {X}", "{X} 20190304", "2025-11 {X}", "11/2025 {X}", "2026-334 {X}",
    "1764410400 ERROR {X}", "[1764410400123] {X}", "<!-- <faultstring>{X}</faultstring> -->",
    "// {X}", "<s>{X}</s>", "[ ] {X}", "Meldingen {X}", "The message {X}",
    "[10:02] Per: hva får dere?\n[10:03] Anne: {X}", "{X}\n{X}?", "Får vi {X}",
    "{X} og så videre", "Testmelding {X}", "vi får ikke {X}", "vi får kanskje {X}", "no {X}",
  ]

  /// What people say of a message that they may not have, each in its own words.
  private static let spoken: [String] = [
    "AUTH-00011 eller AUTH-00018",
    "AUTH-00011, eller nei, AUTH-00005",
    "I think it was AUTH-00011",
    "Dersom du får AUTH-00011, kontakt leverandøren",
    "Trur det var AUTH-00011, men eg er ikkje sikker",
    "Hvis dere ser AUTH-00011, ta kontakt",
    "Om du får AUTH-00011, prøv igjen",
    "Kontakt oss dersom det står AUTH-00011",
    "If you get AUTH-00011, call the vendor",
    "Når du ser AUTH-00011, er systemet feil",
    "When you see AUTH-00011, wait an hour",
    "Dersom de får AUTH-00011, så ring",
    "Jeg tror det står AUTH-00011",
    "Vi antar at det er AUTH-00011",
    "Det kan være AUTH-00011",
    "Det er sannsynligvis AUTH-00011",
    "Det var noe sånt som AUTH-00011",
    "Probably AUTH-00011",
    "It might be AUTH-00011",
    "It looks like AUTH-00011",
    "We believe the error is AUTH-00011",
    "Usikker på om det var AUTH-00011",
    "We used to get AUTH-00011",
    "Vi har tidligere fått AUTH-00011",
    "for eksempel AUTH-00011",
    "Trolig AUTH-00011",
    "Eg trur feilen er AUTH-00011",
    "Vi vet ikke om det er AUTH-00011",
    "Jeg er ikke sikker på at det var AUTH-00011",
    "Vi lurer på om det kan være AUTH-00011",
    "Før stod det AUTH-00011",
    "Vi pleide å få AUTH-00011",
    "Kva gjer eg om eg får AUTH-00011?",
    "jeg skjønner ikke hva AUTH-00011 betyr",
    "Eg skjønar ikkje kva AUTH-00011 tyder",
    "I don't understand what AUTH-00011 means",
    "Hva gjør vi med AUTH-00011?",
    "AUTH-00011?",
    "Ingen andre får AUTH-00011",
    "Ikke bare AUTH-00011, men også andre feil",
    "Vi får ikke noe annet enn AUTH-00011",
    "Vi blir ikke kvitt AUTH-00011",
    "We can't get rid of AUTH-00011",
    "AUTH-00011 er ikke borte",
    "AUTH-00011 går ikke bort",
    "AUTH-00011 is not gone",
    "AUTH-00011 does not go away",
    "AUTH-00011 forsvinner ikke",
    "AUTH-00011 er ikke lett å forstå",
    "AUTH-00011 is not documented anywhere",
    "AUTH-00011 har vi aldri sett før",
    "Vi har aldri fått AUTH-00011 før",
    "Vi har aldri sett denne meldingen før: AUTH-00011",
    "We have never seen AUTH-00011 before",
    "AUTH-00011 har vi ikke funnet ut av",
    "Finner ikke AUTH-00011 i dokumentasjonen",
    "AUTH-00011, det står ikke noe annet",
    "Hvis vi sender på nytt, får vi AUTH-00011",
    "Meldingen var AUTH-00011",
    "Det var AUTH-00011",
    "Kari får AUTH-00011, det gjør ikke jeg",
    "Spørsmål om AUTH-00011",
    "Kan noen hjelpe med AUTH-00011?",
    "Hvordan får vi løst AUTH-00011?",
    "AUTH-00011, når blir det løst?",
    "How is AUTH-00011 solved?",
    "AUTH-00011 må løses i dag",
    "Får AUTH-00011, systemtilgangen er borte",
    "Får AUTH-00011, ikke sikker på hva jeg skal gjøre",
    "AUTH-00011 alt er prøvd",
    "AUTH-00011, nå virker det ikke lenger",
    "Hei kan dere hjelpe, vi har fått AUTH-00011 og finner ikke ut av det",
    "Noen som vet hva AUTH-00011 er?",
    "Jeg får AUTH-00011 uten grunn",
    "Vi får AUTH-00011 uten at noe er endret",
    "Got AUTH-00011 without changing anything",
    "Det er ikke første gang vi får AUTH-00011",
    "Det er ikke lenge siden sist, AUTH-00011 igjen",
    "Vi vet ikke hva vi skal gjøre: AUTH-00011",
    "AUTH-00011. Er det feil hos dere?",
    "AUTH-00011 har ikke noe med passord å gjøre?",
    "Skal ikke dette gå? AUTH-00011",
    "Det hjelper ikke å prøve igjen: AUTH-00011",
    "AUTH-00011 selv om vi ikke har endret noe",
    "AUTH-00011 etter at vi byttet program i fjord",
    "AUTH-00011 kommer nå også for andre kunder",
    "Klarer ikke å bli kvitt AUTH-00011",
    "AUTH-00011 lar seg ikke løse",
    "AUTH-00011 dukker opp selv om alt er i orden i Altinn",
    "AUTH-00011, jeg tror det er passordet",
    "Call us if it says \"Incorrect username/password given for system\"",
    "It was something like \"Incorrect username/password given for system\"",
    "AUTH-00011\n\nNei det er feil, det står AUTH-00005",
  ]

  /// What a screen shows, or somebody types who looks at it.
  private static let alone: [String] = [
    "{X}", "  {X}\n", "{X}.", "Feil: {X}", "Error {X}", "ERROR: {X}", "Feilmelding: {X}",
    "Error message: {X}", "Feilkode {X}", "Det står {X}", "Det står: «{X}»", "Vi får {X}",
    "Me får {X}", "Programmet sier {X}", "Nå får vi {X}", "Jeg får feilmeldingen \"{X}\".",
    "We get {X}", "The program says: {X}",
  ]

  /// The same in what a program may write of something else as well: translations, code, lists, other times.
  private static let framed: [String] = [
    "Feil: {X}\nNå: 200", "{X}\nnå: HTTP 200", "{X}\nStatus nå: 200", "error: {X}\nnow: status 200",
    "nå 200: {X}", "08:15 ERROR {X}\n08:16 HTTP 200", "{X}\nerrors: []", "errors.{X}.status=403",
    "\"error\" = \"{X}\";", "error.title={X}", "error.403={X}", "12;{X}",
    "{\"{X}\": {\"status\": 403, \"title\": \"Forbidden\"}}", "errors:\n  {X}:\n    status: 403",
    "{X} = HTTP 403", "{X};error;403", "<title>{X}</title>", "http://errors/{X}",
    "String error = \"{X}\";", "error == \"{X}\"", "code === '{X}'", "error(403, \"{X}\");",
    "exception {X} {}", "{X}(403, \"Forbidden\")", "status >= 400 => {X}", "message {X} = 12;",
    "+ {X}", "29. 11. {X}", "29 / 11 {X}", "29 11 26 {X}", "11.29.2026 {X}", "29.–30.11.2026 {X}",
    "30 11 25 {X}", "30.11.1926 {X}", "2026-11-31 {X}", "'25 {X}", "٢٩/١١ {X}", "{X} -24:00:00",
    "23:59 {X}", "24:00 {X}", "HTTP 200 {X}", "{\"code\":\"{X}\",\"status\":200,\"errors\":[]}",
    "{X}: 100", "12) {X}", "404: {X}", "[\"{X}\"]", "{X}/18", "\"{X}\"", "«{X}»", "; {X}",
    "08:15:30,123 ERROR {X}", "HTTP 403 Forbidden: {X}", "{\"error\": \"{X}\"}", "[12] {X}",
    "error: \"{X}\"", "Det står «{X}", "{X} nå", "{X}, {X}", "{X};;", "Feil kode: {X}",
    "{X} 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "&lt;ErrorMessage&gt;{X}&lt;/ErrorMessage&gt;",
    "<s:Body><s:Fault><faultstring>{X}</faultstring></s:Fault></s:Body>", "Hei, vi får {X}",
  ]

  private static func filled(_ text: String, with message: String) -> String {
    text.replacing("{X}", with: message)
  }

  @Test(arguments: told + written + framed)
  func `a message that anything else stands beside is not taken to be seen`(text: String) {
    for message in Self.messages {
      let text = Self.filled(text, with: message.text)
      #expect(!Content.embedded.recogniser.recognise(text).isAlone, "\(text)")
    }
  }

  @Test(arguments: spoken)
  func `a message that is spoken of is not taken to be seen`(text: String) {
    #expect(!Content.embedded.recogniser.recognise(text).isAlone)
  }

  @Test(arguments: alone)
  func `a message is alone below a label and as people announce what they see`(text: String) {
    for message in Self.messages {
      let text = Self.filled(text, with: message.text)
      let found = Content.embedded.recogniser.recognise(text)
      #expect(found.matches.first?.id == message.id && found.isAlone, "\(text)")
    }
  }

  @Test(arguments: [
    "AUTH-00011 AUTH-00018", "AUTH-00011\nAUTH-00018", "System user not fo",
    "Incorrect username/password given for", "Feilkoder:\nAUTH-00007\nAUTH-00008",
  ])
  func `of several messages, and of one cut off, nobody is taken to see any`(text: String) {
    #expect(!Content.embedded.recogniser.recognise(text).isAlone)
  }

  @Test(arguments: RecogniserTests.written)
  func `each message of the catalogue is alone where it stands alone`(id: String, text: String) {
    #expect(Content.embedded.recogniser.recognise(text).isAlone, "\(id)")
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
    #expect(found.matches.map(\.id) == ["SRequestNotFound"] && found.isAlone)
  }
}
