import Wording
import Drawing
import Model
import Screens
import Testing

/// The letter of a request, in every language it can be written in.
@Suite struct LetterTests {
  private func walk(_ answers: [FieldID: String]) -> Walk {
    var walk = Walk(.requestAccess, engine: Content.embedded.engine(of: .altinn2))
    var given: [FieldID: String] = [
      Request.side: "asks", "reportee.kind": "organisation", "reportee.name": "NORDLYS AS",
      "service": "rf0002", Request.what: "service", Request.act: "send", Request.to: "person",
    ]
    given.merge(answers) { $1 }
    for step in Flow.requestAccess.steps {
      for field in step.fields {
        if let value = given[field.id] { walk.give(value, to: field.id) }
      }
    }
    return walk
  }

  private func letter(_ answers: [FieldID: String], in language: Language = .bokmal) -> String {
    LetterText(walk(answers), Wording(.embedded, language)).text
  }

  @Test func `a letter says all that the giver must know`() {
    let letter = letter([
      Request.to: "both", Request.person: "Kari Nordmann", Request.owner: "FJELL REGNSKAP AS",
      Request.ownerNumber: "310043214", Request.giver: "Ola Dal", Request.by: "2026-12-01",
    ])
    for part in [
      "Til Ola Dal", "NORDLYS AS", "Kari Nordmann",
      "FJELL REGNSKAP AS, organisasjonsnummer 310043214",
      "RF-0002", "1. desember 2026", "Andre med rettigheter til virksomheten", "Tilgangsstyring",
      "Fylle ut og sende", "Gjør det samme for mottakeren som er en virksomhet",
    ] {
      #expect(letter.contains(part), "\(part) is not in:\n\(letter)")
    }
  }

  @Test(arguments: Language.allCases, ["person", "owner", "both"])
  func `every letter tells that its Altinn has closed`(language: Language, receiver: String) {
    let notice = Wording(.embedded, language)(PortalEdition.altinn2.closedInLetterKey)
    for what in ["service", "role", "both"] {
      let text = letter([Request.to: receiver, Request.what: what], in: language)
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains(notice), "\(what): \(words)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a letter tells how to find a person, or an organisation, as is meant`(language: Language) {
    let wording = Wording(.embedded, language)
    let toPerson = letter([Request.to: "person", Request.person: "Kari"], in: language)
    let toOwner = letter([Request.to: "owner"], in: language)
    #expect(toPerson.contains(wording("letter.step.person")))
    #expect(!toPerson.contains(wording("letter.step.owner")))
    #expect(toOwner.contains(wording("letter.step.owner")))
    #expect(!toOwner.contains(wording("letter.step.person")))
  }

  @Test(arguments: Language.allCases)
  func `the steps of a letter stand in the order they are taken, each with its number`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let all = walk([
      Request.to: "both", Request.what: "both", Request.act: "both", Request.role: "UTINN",
      Request.person: "Kari",
    ])
    let values = [
      "party": wording("letter.party.organisation"),
      "path": wording.path("othersWithRightsEnterprise", of: .altinn2),
      "role": wording.content.rights.roles["UTINN"]?.names[language] ?? "",
    ]
    let taken = ["login", "open", "person", "service", "sign", "confirm", "role", "again"]
    let steps = taken.enumerated().map { index, step in
      "\(index + 1). " + wording("letter.step.\(step)", values)
    }
    let letter = LetterText(all, wording).text
    #expect(letter.contains("\n" + steps.joined(separator: "\n") + "\n\n"), "\(letter)")
  }

  @Test(arguments: [
    (Language.bokmal, "Andre med rettigheter til virksomheten", "Hilsen"),
    (.nynorsk, "Andre med rettar til verksemda", "Helsing"),
    (.english, "Others with rights to the organization", "Kind regards"),
  ])
  func `a letter is in its own language, with the menus of that language`(
    language: Language,
    menu: String,
    regards: String
  ) {
    for screen in Language.allCases {
      let letter = letter([Request.language: language.rawValue], in: screen)
      #expect(letter.contains(menu) && letter.contains(regards))
    }
    #expect(letter([:], in: language).contains(regards))
    #expect(letter([Request.language: Fact.unknown], in: language).contains(regards))
  }

  @Test(arguments: Language.allCases)
  func `a letter about the register is a notice to it, and not to be done in Altinn`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let text = letter([Request.what: "registration"], in: language)
    let subject = wording("letter.subject.registration", ["name": "NORDLYS AS"])
    #expect(text.hasPrefix(wording("letter.subjectLine", ["subject": subject]) + "\n"), "\(text)")
    #expect(text.contains(wording("letter.how.register")), "\(text)")
    #expect(!text.contains(wording("letter.how.altinn2")), "\(text)")
  }

  @Test(arguments: Language.allCases)
  func `no letter lacks a word, whatever is asked of whom`(language: Language) {
    func values(_ field: FieldID) -> [String] {
      guard case .choice(let choices)? = Flow.requestAccess.field(field)?.input else { return [] }
      return choices.map(\.value) + [Fact.unknown]
    }
    for kind in values("reportee.kind") {
      for what in values(Request.what) {
        for act in values(Request.act) {
          for to in values(Request.to) {
            for role in ["UTINN", "HADM", Fact.otherService, Fact.unknown] {
              let letter = letter(
                [
                  "reportee.kind": kind, Request.what: what, Request.act: act, Request.to: to,
                  Request.role: role, Request.clientRole: "A0239",
                ],
                in: language
              )
              #expect(!letter.contains("[") && !letter.contains("{"), "\(letter)")
            }
          }
        }
      }
    }
  }

  @Test(
    arguments: [
      ([:], "en som har Tilgangsstyring"),
      ([Request.what: "role", Request.role: "HADM"], "Til daglig leder, styrets leder, innehaver"),
      ([Request.what: "clientRole"], "Til Klientadministratoren"),
      ([Request.what: "registration"], "Til en som kan signere registermeldinger"),
      (["reportee.kind": "person", "reportee.name": "Kari Dal"], "Til Kari Dal, eller en annen"),
    ] as [([FieldID: String], String)]
  )
  func `a letter goes to the one who can give it`(answers: [FieldID: String], who: String) {
    #expect(letter(answers).contains(who))
  }

  @Test(
    arguments: [
      (["reportee.kind": "person"], "Andre med rettigheter til skjema og tjenester"),
      ([Request.what: "clientRole", Request.clientRole: "A0241"], "Klientdelegering"),
      ([Request.what: "clientRole", Request.clientRole: "A0241"], "Regnskapsfører lønn"),
      ([Request.what: "registration"], "Enhetsregisteret"),
      ([Request.what: "role", Request.role: "UTINN"], "Velg Utfyller/Innsender"),
      ([Request.what: "role", Request.role: Fact.unknown], "for eksempel Regnskapsmedarbeider"),
      ([Request.act: "sign"], "Se at retten til å signere er med"),
      (
        ["service": "other", Request.serviceName: "RX-77 Noe nytt"],
        "Enkelttjeneste: RX-77 Noe nytt"
      ),
    ] as [([FieldID: String], String)]
  )
  func `a letter shows the way in the screens of the one who gives`(
    answers: [FieldID: String],
    part: String
  ) {
    let letter = letter(answers)
    #expect(letter.contains(part), "\(letter)")
  }

  @Test(arguments: Language.allCases)
  func `no identity number, password or code is in a letter, wherever it was typed`(
    language: Language
  ) {
    for step in Flow.requestAccess.steps {
      for field in step.fields {
        guard case .line = field.input else { continue }
        for secret in ["41814061033", "418140 61033", "15858512309"] {
          let letter = letter([Request.to: "both", field.id: "Kari \(secret)"], in: language)
          #expect(!letter.contains(secret))
        }
      }
    }
  }

  @Test func `whoever asks for themselves says I, and a deadline that has passed is left out`() {
    let own = letter([:])
    for part in ["må jeg ha tilgang", "Velg meg i listen"] {
      #expect(own.contains(part), "\(own)")
    }
    let other = letter([Request.person: "Kari Nordmann"])
    #expect(other.contains("må Kari Nordmann ha tilgang"), "\(other)")
    let late = LetterText(
      walk([Request.by: "2025-12-01"]),
      Wording(.embedded, .bokmal, on: Day("2025-12-02"))
    )
    #expect(!late.text.contains("desember"), "\(late.text)")
  }

  @Test func `a file of a letter is named after its case`() {
    #expect(LetterText.fileName(CaseID(rawValue: 1004), ending: "txt") == "veiviser-brev-1004.txt")
    #expect(LetterText.fileName(nil, ending: "eml") == "veiviser-brev.eml")
  }

  // MARK: - How it ends

  @Test(arguments: ["drafted", "sent", "seen", Fact.unknown])
  func `a request nobody has answered waits`(state: String) {
    var walk = walk([Request.state: state])
    walk.go(toFirst: .receipt)
    let ways = Wording(.embedded, .bokmal).offers(walk)
    #expect(ways.first?.choice == .end(.waiting))
    #expect(ways.contains { $0.choice == .field(Request.state) })
  }

  @Test(arguments: ["granted", "refused", "expired"])
  func `a request that is answered is over`(state: String) {
    var walk = walk([Request.state: state])
    walk.go(toFirst: .receipt)
    #expect(Wording(.embedded, .bokmal).offers(walk).first?.choice == .end(.closed))
  }

  @Test(arguments: Language.allCases)
  func `every receipt says what remains, without an open place`(language: Language) {
    let wording = Wording(.embedded, language)
    for side in ["asks", "gives"] {
      for state in Request.State.allCases.map(\.rawValue) + [Fact.unknown] {
        for given in [Fact.yes, Fact.no] {
          var walk = walk([Request.side: side, Request.state: state, Request.given: given])
          walk.go(toFirst: .receipt)
          let text = "\(wording.prose(walk, number: CaseID(rawValue: 1)))"
          #expect(!text.contains("{") && !text.contains("[receipt"), "\(text)")
        }
      }
    }
  }
}
