import Model
import TestSupport
import Testing

/// What is guessed from texts that hold no message to the letter.
@Suite struct HearingTests {
  private static let recogniser = Content.embedded.recogniser

  private static func guesses(_ text: String, in portal: PortalEdition? = nil) -> [String] {
    recogniser.recognise(text, in: portal).candidates.map(\.id)
  }

  @Test(arguments: [
    ("incorect username/password given for system", "E2"),
    ("Incorrect username/pasword given for system", "E2"),
    ("Incorrect username or password given for system", "E2"),
    ("Incorrect username/password given for the system", "E2"),
    ("User is not authorised for submittal of reporting service", "E1"),
    ("There exists no valid services with given service code/edition code", "E7"),
    ("Pin session time has timed out for user. Request new", "E4"),
    ("EndUserSystem System with ID: 4711 is locked out", "E6"),
    ("system is locked out", "E6"), ("The End User System with ID 4711 is 1ocked out", "E6"),
    ("given for system: incorrect username/password", "E2"),
    ("Not A Va1id DataForrnatId Or DataForrnatVersion", "E5"),
    (
      "Hei, vi får beskjed om «username/pasword given for system» når vi sender.\nHilsen Kari", "E2"
    ),
    ("For a lage en systemtilgang trenger du rolen Tilgangsstyrer", "SNoKeyRole"),
    ("det står noe om at systemet er låst", "E6"), ("Datasystemet er sperra", "E6"),
    ("låst", "E6"), ("Den er låst!", "E6"), ("sperra", "E6"), ("locked", "E6"),
    ("jeg får ikke sms", "E29"), ("koden er utløpt", "E4"), ("systempassordet er feil", "E2"),
    ("har ikke tilgang til å sende for kunden", "E1"), ("systembruker mangler", "MP303"),
    ("AUTH-0008O", "AUTHClientLacks"), ("GLD 1O15", "GLD1015"),
  ])
  func `a message is guessed whatever it was written like`(text: String, id: String) {
    #expect(Self.guesses(text).first == id, "\(Self.guesses(text))")
  }

  @Test(arguments: [
    "429 Too Many Requests from OpenAI", "503 Service Unavailable", "504 Gateway Timeout nginx",
    "HTTP/1.1 502 Bad Gateway\nServer: cloudfront", "Denne forespørselen om oppdatering",
    "Dialogporten sier noe",
  ])
  func `a text cut off before what tells it from others is no evidence`(text: String) {
    #expect(Self.recogniser.recognise(text).matches.isEmpty)
  }

  @Test(arguments: [
    "filen min ble avvist i virusskanningen",
    "viruskontrollen feilet på vedlegget til årsregnskapet",
    "vedlegget vart stoppa i virussjekken", "altinn thinks my file contains a virus",
    "the file got stopped by virus control", "infected file, attachment rejected",
    "vedlegget ble ikke godkjent fordi det kunne inneholde virus",
  ])
  func `a file stopped by the virus check is heard`(text: String) {
    #expect(Self.guesses(text).contains("VirusScan"), "\(Self.guesses(text))")
  }

  @Test(arguments: [
    ("oppdateringen av systemtilgangen ble avvist", "SChangeRejected"),
    ("oppdateringslenken har gått ut", "SChangeExpired"),
    ("a-meldinga er sendt inn før", "GLD019"),
    ("a-meldinga blir avvist, feil i autorisering står det", "GLD005"),
    ("delegation failed because I lack the powers of attorney", "SLackList"),
    ("kontoen min er midlertidig låst", "AUTHLocked"),
    ("feil oppsett på signeringssteget", "SigningConfig"),
  ])
  func `what people say of today's Altinn is among the guesses`(text: String, id: String) {
    #expect(Self.guesses(text).contains(id), "\(Self.guesses(text))")
  }

  @Test(arguments: [
    ("det står at jeg ikke har tilgang", "YAccess"), ("eg har ikkje fullmakt", "YAccess"),
    ("jeg får ikke tilgang", "YAccess"), ("eg har ikkje tilgang", "YAccess"),
    ("no access", "YAccess"), ("får ikkje sendt mva-meldinga", "YAccess"),
    ("får ikke logga inn", "YLogin"), ("koden fra altinn kommer ikke", "YLogin"),
    ("henter ikke skattekort", "YConnect"),
    // The same in other words.
    ("Altinn sier at jeg ikke har tilgang til dette skjemaet", "YAccess"),
    ("det kommer opp at eg ikkje har tilgang til tenesta", "YAccess"),
    ("jeg har visst ikke fullmakt til å sende", "YAccess"),
    ("eg manglar fullmakt, står det", "YAccess"), ("får ikke sendt momsmeldingen", "YAccess"),
    ("I do not have access to the service, it says", "YAccess"),
    ("kommer ikke inn i Altinn i dag", "YLogin"), ("eg får ikkje logge inn i Altinn", "YLogin"),
    ("can't log on to Altinn", "YLogin"),
    ("finner ikke firmaet mitt etter at jeg har logget inn", "YLogin"),
    ("programmet får ikke tak i skattekortene", "YConnect"),
    ("the payroll program cannot fetch the tax cards", "YConnect"),
    ("lenka fra programmet virker ikke når jeg skal godkjenne", "YLink"),
    ("the approval link doesn't work", "YLink"),
    ("alle klientane går bra utanom denne eine", "YClient"),
    ("one client does not work, all the others do", "YClient"),
    ("rapporten vår blei ikkje godteken", "YRejected"),
  ])
  func `what people see of today's Altinn is heard first as what they see`(text: String, id: String)
  {
    #expect(Self.guesses(text).first == id, "\(Self.guesses(text))")
  }

  @Test(arguments: [
    ("koden gjekk ut før eg rakk å taste han inn", "E4"),
    ("jeg slipper ikke inn i Altinn", "YLogin"), ("I can't get into Altinn at all", "YLogin"),
    ("skjemaversjonen vår er for gammel", "E5"),
    ("I never get the text message with the code", "E29"),
    ("we're told we are not authorised to file on behalf of our client", "E1"),
    ("skattekortene kommer ikke inn i lønnsprogrammet", "YConnect"),
    ("det er bare denne ene kunden det ikke går for", "YClient"),
    ("BankID just throws an error when I try to log in", "BankID"),
    ("det har alltid gått greit, men nå feiler det", "YStopped"),
  ])
  func `what people say who are in a hurry is heard first as what it is`(text: String, id: String) {
    #expect(Self.guesses(text).first == id, "\(Self.guesses(text))")
  }

  @Test func `getting in with BankID is heard as getting in, and as BankID`() {
    for text in ["får ikkje logga inn i altinn med bankid", "I'm not able to log in with BankID"] {
      #expect(Set(Self.guesses(text)).isSuperset(of: ["YLogin", "BankID"]), "\(text)")
    }
  }

  @Test(
    arguments: [
      "det står at jeg ikke har tilgang", "jeg har ikke tilgang", "eg får ikkje tilgang",
      "I have no access",
    ],
    PortalEdition.allCases
  )
  func `what people see is a symptom of the portal that is asked about, and of no other`(
    text: String,
    portal: PortalEdition
  ) throws {
    let found = Self.guesses(text, in: portal)
    #expect(found.contains(portal == .altinn2 ? "Y2Access" : "YAccess"), "\(found)")
    for id in found {
      let message = try #require(Content.embedded.message(id))
      #expect(!message.isSymptom || message.edition == portal, "\(found)")
    }
  }

  @Test func `a code is heard without the zeros before its number`() throws {
    var count = 0
    for message in Shipped.messages {
      for text in message.texts {
        guard let match = text.wholeMatch(of: /(AUTH|GLD|AMLD|SMEVB|MP)[-_](\d+)/),
          let number = Int(match.2)
        else { continue }
        for typed in ["\(match.1) \(number)", "\(match.1)\(number)".lowercased()] {
          #expect(Self.guesses(typed).contains(message.id), "\(typed): \(Self.guesses(typed))")
        }
        count += 1
      }
    }
    #expect(count > 80)
    #expect(Self.guesses("auth 80").first == "AUTHClientLacks")
  }

  @Test(arguments: [
    "Jeg kommer ikke inn på kontoret, adgangskortet virker ikke.",
    "Jeg får ikke logget inn i Outlook, kan du hjelpe?",
    "I cannot log in to Netflix since Monday.", "Vi har ikke tilgang til møterommet fredag.",
    "Har du tilgang til kalenderen til Kari?", "Lenken til møtet virker ikke, send en ny.",
    "Tilbudet vårt ble ikke godtatt av kunden.", "Bro 20 er stengt for trafikk til mandag.",
    "I am 20 minutes late, start without me.", "Koden til døra er byttet, spør Kari.",
    "Jeg mangler fullmakt fra mor for å hente reseptene på apoteket.",
    "Alle kundene unntatt én har betalt.", "Avtalegiroen ble avvist av banken denne måneden.",
    "My laptop is locked and I can't remember the PIN.", "Brevet gikk ut i går.",
    "Only one lamp fails, the rest are fine.",
  ])
  func `what sounds alike of other things gives no guess`(text: String) {
    #expect(Self.guesses(text).isEmpty, "\(Self.guesses(text))")
  }

  @Test(arguments: [
    "det står noe om at systemet er låst", "systemet er låst", "Systemet er låst ute",
    "Kontoen er midlertidig låst", "feil passord system", "feil brukernavn eller passord",
    "ugyldig passord", "brukernavn passord feil for system", "Feil brukernavn/passord for system",
    "jeg får ikke sms", "får ikke engangskode", "feil pinkode", "koden er utløpt",
    "bruker er ikke autorisert", "Ikke autorisert",
    "Bruker er ikke autorisert for innsending på vegne av avgiver",
    "har ikke tilgang til å sende for kunden", "har ikke rettighet", "Ingen tilgang",
    "Du mangler fullmakt", "får ikke sendt a-meldingen",
    "Skjemaet er ferdig utfylt, men ikke signert",
    "Klar til signering", "systemtilgang finnes ikke", "Systemtilgang er ikke opprettet",
    "systembruker ikke godkjent", "systembruker mangler", "Systembruker finnes ikke",
  ])
  func `what callers say is heard in both portals`(text: String) {
    for portal in PortalEdition.allCases {
      #expect(!Self.guesses(text, in: portal).isEmpty, "\(portal)")
    }
  }

  @Test(arguments: [
    "", "hei", "Møtet er flyttet til fredag klokken ti.", "Skriveren er tom for papir.",
    "Login failed for user 'sa'. (Microsoft SQL Server, Error: 18456)",
    "404 Not Found nginx/1.18.0",
    "Kan du sende meg timelistene for forrige uke?", "Vipps: Betalingen ble avbrutt.",
    "535 5.7.3 Authentication unsuccessful",
    "Perioden er låst for bokføring. Velg en åpen periode.", "arket er låst", "døra er låst",
    "DocuSign: the document is completed but not signed", "Jobbmobilen er låst ute",
    "Passordet til systemet i kassa er feil", "Kunden er ikke lagt til i CRM-systemet",
  ])
  func `a text about something else gives no guess`(text: String) {
    #expect(Self.guesses(text).isEmpty)
  }

  @Test(arguments: [
    "incorrect username/password", "Incorrect username/password…", "feil brukernavn eller passord",
  ])
  func `what fits the system and the user gives both`(text: String) {
    let recognition = Self.recogniser.recognise(text)
    #expect(recognition.candidates.map(\.id).contains("E2"))
    #expect(recognition.candidates.map(\.id).contains("E3"))
    #expect(!recognition.isSure && recognition.evidence.isEmpty)
    #expect(recognition.candidates.allSatisfy { $0.score < 0.9 })
  }

  @Test(arguments: [
    "You have insuffcient permissions to approve this system access request",
    "jeg skulle godkjenne en systemtilgang-forespørsel",
  ])
  func `a few words in the middle of a sentence are no message cut off`(text: String) {
    let recognition = Self.recogniser.recognise(text)
    #expect(!recognition.isSure && recognition.evidence.isEmpty)
    #expect(!recognition.candidates.contains { $0.how == .part })
  }

  @Test func `a text found to the letter is the only candidate`() {
    let recognition = Self.recogniser.recognise("Incorrect username/password given for system")
    #expect(recognition.candidates.map(\.id) == ["E2"])
    #expect(recognition.candidates.map(\.how) == [.text])
    #expect(recognition.isSure)
  }

  @Test func `a guess adds nothing to what is known for certain`() {
    let recognition = Self.recogniser.recognise("systemet er låst")
    #expect(recognition.matches.isEmpty && recognition.evidence.isEmpty)
    #expect(recognition.ranking == [.unknown])
    #expect(recognition.candidates.allSatisfy { $0.how == .similar })
  }

  @Test func `what is said alike of both portals is taken to be about the one that is asked about`()
  {
    let said = "ferdig utfylt, men ikke signert"
    #expect(Self.guesses(said, in: .altinn2).first == "Y2Unsigned")
    #expect(Self.guesses(said, in: .altinn3).first == "YUnsigned")
    #expect(Self.guesses(said).first == "YUnsigned")
  }

  @Test func `a message in the middle of a long text is heard`() {
    let noise = String(
      repeating: "INFO innsendingen er lagt i kø og venter på svar fra tjenesten\n",
      count: 3_000
    )
    let text = noise + "WARN incorect username/pasword given for systm\n" + noise
    #expect(Self.guesses(text).contains("E2"))
  }

  @Test func `a word without an end is no word`() {
    let text = String(repeating: "ab", count: 200_000)
    #expect(Self.guesses(text).isEmpty)
    #expect(Self.guesses("\(text) systemet er låst").first == "E6")
  }

  @Test func `every phrase is heard as what it is a phrase for`() throws {
    let messages = Shipped.messages
    let phrases = try Phrases(from: .embedded, for: messages)
    let stems = Dictionary(uniqueKeysWithValues: messages.map { ($0.id, $0.stem) })
    var missed: [String] = []
    for (stem, said) in phrases.phrases {
      for phrase in said where !Self.guesses(phrase).compactMap({ stems[$0] }).contains(stem) {
        missed.append("\(stem): \(phrase)")
      }
    }
    // A few words alone may be anybody's, and some entries are told apart by what stands about them.
    #expect(missed.count < phrases.phrases.values.map(\.count).reduce(0, +) / 20, "\(missed)")
  }

  @Test func `phrases of an entry that is not there are refused`() {
    #expect(throws: AssetSource.Failure.self) { try Phrases(from: .embedded, for: []) }
  }
}
