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
      ([Ask.what: "service"], "Åpne Enkelttjenester, søk opp A02"),
      (
        [Ask.what: "service", .service: "other", Ask.serviceName: "RX-77 Noe nytt"],
        "søk opp RX-77 Noe nytt"
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
