import Model
import Testing
import Wording

/// The letter of the second portal, in every language it can be written in.
@Suite struct FullmaktLetterTests {
  private func walk(_ answers: [FieldID: String]) -> Walk {
    var walk = Walk(.requestFullmakt, engine: Content.embedded.engine(of: .altinn3))
    var given: [FieldID: String] = [
      Ask.side: "asks", .workFor: "own", .reporteeName: "NORDLYS AS", .service: "a02",
      Ask.what: "package", Ask.package: "a-ordning", Ask.to: "person",
    ]
    given.merge(answers) { $1 }
    for field in Flow.requestFullmakt.steps.flatMap(\.fields) {
      if let value = given[field.id] { walk.give(value, to: field.id) }
    }
    return walk
  }

  private func times(_ words: String, in text: String) -> Int { text.ranges(of: words).count }

  private func letter(_ answers: [FieldID: String], in language: Language = .bokmal) -> String {
    LetterText(walk(answers), Wording(.embedded, language)).text
  }

  @Test func `a letter says all that the giver must know`() {
    let letter = letter([
      Ask.to: "firm", Ask.firm: "FJELL REGNSKAP AS", Ask.firmNumber: "310043214",
      Ask.giver: "Ola Dal", Ask.by: "2026-12-01",
    ])
    for part in [
      "Til Ola Dal", "NORDLYS AS", "FJELL REGNSKAP AS, organisasjonsnummer 310043214",
      "Tilgangspakke: A-ordningen", "1. desember 2026", "Tilgangsstyring › Brukere",
      "«Gi fullmakt»",
      "«Ny bruker» og Virksomhet", "Hovedadministrator",
    ] {
      #expect(letter.contains(part), "\(part) is not in:\n\(letter)")
    }
    #expect(!letter.contains("Altinn II"))
  }

  @Test(arguments: [
    (Language.bokmal, "Tilgangsstyring › Brukere", "A-ordningen", "Hilsen"),
    (.nynorsk, "Tilgangsstyring › Brukarar", "A-ordninga", "Helsing"),
    (.english, "Access management › Users", "A-melding system", "Kind regards"),
  ])
  func `a letter is in its own language, with the menus of that language`(
    language: Language,
    menu: String,
    package: String,
    regards: String
  ) {
    for screen in Language.allCases {
      let letter = letter([Ask.language: language.rawValue], in: screen)
      for part in [menu, package, regards] { #expect(letter.contains(part), "\(letter)") }
    }
    #expect(letter([Ask.language: Fact.unknown], in: language).contains(regards))
  }

  @Test(
    arguments: [
      ([:], "Til en tilgangsstyrer for NORDLYS AS"),
      ([Ask.package: "hovedadministrator"], "Til daglig leder, styrets leder eller innehaver"),
      ([Ask.what: "clientPackage"], "Til Klientadministratoren"),
      ([Ask.package: "regnskapsforer-lonn"], "Til Klientadministratoren"),
      ([Ask.package: "regnskapsforer-lonn"], "Tilgangsstyring › Klientadministrasjon"),
      ([Ask.what: "registration"], "Til en som kan signere registermeldinger"),
      ([Ask.what: "registration"], "Samordnet registermelding"),
      ([Ask.what: "service"], "Enkelttjeneste: A02 A-melding"),
      ([Ask.what: "service"], "åpner du Tilgangspakker og gir A-ordningen. Ifølge Skatteetaten"),
      (
        [Ask.what: "service", .service: "other", Ask.serviceName: "RX-77 Noe nytt"],
        "Enkelttjeneste: RX-77 Noe nytt"
      ),
      ([Ask.package: "other", Ask.packageName: "Pensjon"], "søk opp Pensjon"),
      ([Ask.package: Fact.unknown], "spør leverandøren av programmet"),
    ] as [([FieldID: String], String)]
  )
  func `a letter goes to the one who can give it, with the way in their screens`(
    answers: [FieldID: String],
    part: String
  ) {
    let letter = letter(answers)
    #expect(letter.contains(part), "\(letter)")
  }

  @Test(arguments: Language.allCases, ["310043214", "NORDLYS AS"])
  func `a letter names the party and the service whole once, and then by a word`(
    language: Language,
    party: String
  ) {
    let wording = Wording(.embedded, language)
    for what in ["service", "package"] {
      let text = letter([.reporteeName: party, Ask.what: what], in: language)
      let body = text.split(separator: "\n").dropFirst().joined(separator: "\n")
      let service = wording.service(walk([:]))
      // What is to be given stands in the list as well.
      #expect(
        times(service, in: body) == (what == "service" ? 2 : 1),
        "\(text)"
      )
      let whole = party == "310043214" ? "310 043 214" : party
      // A name is as short as the word for it, so whom the letter is to is named by it too.
      #expect(times(whole, in: body) <= (party == "310043214" ? 2 : 4), "\(text)")
      let numbered = wording("letter.fact.numberOnly", ["number": "310 043 214"])
      #expect(times(numbered, in: body) <= 1, "\(text)")
    }
  }

  @Test func `whoever asks for themselves says I`() {
    for answers in [[:], [Writer.name: "Kari Nordmann", Ask.person: "Kari Nordmann"]] {
      let letter = letter(answers.merging([.service: "amelding-upload"]) { $1 })
      for part in ["Jeg trenger fullmakt", "Velg meg i listen", "Da kan jeg bruke"] {
        #expect(letter.contains(part), "\(letter)")
      }
      #expect(!letter.contains("personen som skal gjøre det"))
    }
    let other = letter([
      Writer.name: "Kari Nordmann", Ask.person: "Ola Dal", .service: "amelding-upload",
    ])
    for part in ["Ola Dal trenger fullmakt", "Velg personen i listen", "Da kan Ola Dal bruke"] {
      #expect(other.contains(part), "\(other)")
    }
  }

  @Test func `where a system access sends, the letter asks for whoever is to approve it`() {
    let letter = letter([.senderActs: SenderActs.nothing.rawValue])
    #expect(letter.contains("fullmakten som skal til for å godkjenne den"), "\(letter)")
    #expect(!letter.contains("trenger fullmakt i Altinn"))
    let logsIn = self.letter([.service: "amelding-upload", .senderActs: SenderActs.logsIn.rawValue])
    #expect(logsIn.contains("Jeg trenger fullmakt i Altinn"), "\(logsIn)")
  }

  @Test(arguments: Language.allCases)
  func `a letter says what the fullmakt is for, as far as is told`(language: Language) {
    let wording = Wording(.embedded, language)
    let service: [FieldID: String] = [Ask.what: "service"]
    func text(_ answers: [FieldID: String]) -> String {
      letter(service.merging(answers) { $1 }, in: language)
    }
    // The program sends by itself, so whoever approves does not use the service.
    let alone = text([.senderActs: "nothing", Ask.lacking: "approver"])
    let party = ["party": wording("letter.party.organisation")]
    #expect(alone.contains(wording("askLetter.allows.approver.me", party)), "\(alone)")
    #expect(!alone.contains(wording("askLetter.allows.service.me", party)), "\(alone)")
    let values = ["service": "RX-77 Noe nytt", "reportee": "NORDLYS AS"]
    for (acts, key) in [("logsIn", "sender"), ("signs", "signer")] {
      let text = text([.service: "other", Ask.serviceName: "RX-77 Noe nytt", .senderActs: acts])
      #expect(text.contains(wording("askLetter.why.\(key).me", values)), "\(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a letter asks once, and names no service that nobody has named`(language: Language) {
    let wording = Wording(.embedded, language)
    for answers: [FieldID: String] in [
      [:], [.senderActs: "nothing"], [.senderActs: "logsIn"], [Ask.to: "firm"],
      [Ask.what: "clientPackage"], [Ask.what: "registration"],
    ] {
      let text = letter(answers.merging([.service: Fact.unknown]) { $1 }, in: language)
      #expect(text.count { $0 == "?" } == 1, "\(text)")
      let lines = text.split(separator: "\n")
      let why = lines.dropFirst(2).first ?? ""
      #expect(!why.contains(wording("service.any.altinn3")), "\(text)")
      // Nobody has said who writes, so whoever sends it is told to.
      #expect(lines.last == wording("letter.unsigned")[...], "\(text)")
    }
    let signed = letter([Writer.name: "Kari Nordmann"], in: language)
    #expect(!signed.contains(wording("letter.unsigned")), "\(signed)")
  }

  @Test(arguments: Language.allCases, [nil, "310043214"])
  func `a letter about the register is a notice to it, and points to a number only if it is there`(
    language: Language,
    number: String?
  ) {
    let wording = Wording(.embedded, language)
    var answers: [FieldID: String] = [Ask.what: "registration", Ask.firm: "FJELL REGNSKAP AS"]
    answers[Ask.firmNumber] = number
    let text = letter(answers, in: language)
    let subject = wording("askLetter.subject.registration", ["name": "NORDLYS AS"])
    #expect(text.hasPrefix(wording("letter.subjectLine", ["subject": subject]) + "\n"), "\(text)")
    #expect(text.contains(wording("letter.how.register")), "\(text)")
    #expect(!text.contains(wording("letter.how.altinn3")), "\(text)")
    #expect(text.contains(wording("askLetter.step.number")) == (number != nil), "\(text)")
    #expect(text.contains(wording("askLetter.step.askNumber")) == (number == nil), "\(text)")
    if let number { #expect(text.contains(number), "\(text)") }
    // What is given in Altinn has the other heading.
    let given = letter([Ask.firmNumber: "310043214", Ask.to: "firm"], in: language)
    #expect(given.contains(wording("letter.how.altinn3")), "\(given)")
    #expect(!given.contains(wording("letter.how.register")), "\(given)")
  }

  @Test(arguments: Language.allCases, ["", "KARI NORDMANN"])
  func `a letter to a private person is to that person, and speaks of no manager and no package`(
    language: Language,
    name: String
  ) {
    let wording = Wording(.embedded, language)
    for service in ["a02", "rf0002", "rf1086"] {
      for to in ["person", "firm"] {
        let text = letter(
          [.workFor: "person", .reporteeName: name, .service: service, Ask.to: to],
          in: language
        )
        let whom = name.isEmpty ? wording("letter.party.person") : name
        #expect(text.contains(wording("letter.to", ["who": whom])), "\(text)")
        #expect(text.contains(wording("askLetter.step.login.person")), "\(text)")
        for part in ["ilgangsstyrar", "ilgangsstyrer", "ccess manager", "dministrator", "A-ord"] {
          #expect(!text.contains(part), "\(part): \(text)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `a letter about what nobody has told claims nothing stopped, and names no service`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let unknown: [FieldID: String] = [
      .workFor: Fact.unknown, .reporteeName: "", .service: Fact.unknown, Ask.what: Fact.unknown,
      Ask.to: Fact.unknown,
    ]
    let text = letter(unknown, in: language)
    #expect(text.contains(wording("askLetter.fact.service.anyService")), "\(text)")
    let claims = ["stopper", "stoppar", "is stopped", "It stops", "mangler", "manglar", "lack"]
    for claim in claims { #expect(!text.contains(claim), "\(claim): \(text)") }
    // What the register is told of has stopped, and says so.
    let notice = letter([Ask.what: "registration"], in: language)
    #expect(notice.contains(wording("letter.stops")), "\(notice)")
    let named = letter([Ask.what: "service"], in: language)
    #expect(!named.contains(wording("askLetter.fact.service.anyService")), "\(named)")
  }

  @Test func `a deadline that has passed is in no letter`() {
    let walk = walk([Ask.by: "2025-12-01"])
    for (today, isThere) in [("2025-11-30", true), ("2025-12-01", true), ("2025-12-02", false)] {
      let text = LetterText(walk, Wording(.embedded, .bokmal, on: Day(today))).text
      #expect(text.contains("1. desember 2025") == isThere, "\(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `no letter and no receipt lacks a word, whatever is asked of whom`(language: Language) {
    func values(_ field: FieldID) -> [String] {
      guard case .choice(let choices)? = Flow.requestFullmakt.field(field)?.input else { return [] }
      return choices.map(\.value) + [Fact.unknown]
    }
    let wording = Wording(.embedded, language)
    for party in values(.workFor) {
      for what in values(Ask.what) {
        for to in values(Ask.to) {
          for package in ["lonn", "ansvarlig-revisor", "other", Fact.unknown] {
            var walk = walk([
              .workFor: party, .reporteeName: "", Ask.what: what, Ask.to: to,
              Ask.package: package, .service: Fact.unknown,
            ])
            let letter = LetterText(walk, wording).text
            #expect(!letter.contains("[") && !letter.contains("{"), "\(letter)")
            for state in package == "lonn" ? values(Ask.state) : [] {
              walk.give(state, to: Ask.state)
              walk.go(toFirst: .receipt)
              let text = "\(wording.prose(walk, number: CaseID(rawValue: 1)))"
              #expect(!text.contains("{") && !text.contains("[receipt"), "\(text)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `no identity number is in a letter, wherever it was typed`(language: Language) {
    for field in Flow.requestFullmakt.steps.flatMap(\.fields) {
      guard case .line = field.input else { continue }
      for secret in ["41814061033", "418140 61033", "15858512309"] {
        #expect(
          !letter([Ask.to: "firm", field.id: "Kari \(secret)"], in: language).contains(secret)
        )
      }
    }
  }

  @Test(arguments: Ask.State.allCases.map(\.rawValue) + [Fact.unknown])
  func `a request waits until it is answered`(state: String) {
    var walk = walk([Ask.state: state])
    walk.go(toFirst: .receipt)
    let offers = Wording(.embedded, .bokmal).offers(walk)
    let isOpen = ["draft", "pending", Fact.unknown].contains(state)
    #expect(offers.first?.choice == .end(isOpen ? .waiting : .closed))
    #expect(offers.contains { $0.choice == .field(Ask.state) })
  }
}
