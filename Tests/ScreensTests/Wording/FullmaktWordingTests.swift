import Model
import SafeText
import Testing
import Wording

/// What the step that tells of fullmakter says.
@Suite struct FullmaktWordingTests {
  private func walk(_ answers: [FieldID: String]) -> Walk {
    var walk = Walk(.checkFullmakt, engine: Content.embedded.engine(of: .altinn3))
    var given: [FieldID: String] = [
      .workFor: "own", .reporteeName: "NORDLYS AS", .service: "a02", .senderActs: "logsIn",
    ]
    given.merge(answers) { $1 }
    for (field, value) in given { walk.give(value, to: field) }
    walk.go(toFirst: .rights)
    return walk
  }

  private func words(_ walk: Walk, _ language: Language, on today: String? = nil) -> String {
    Wording(.embedded, language, on: today.flatMap(Day.init)).prose(walk, number: nil)
      .lines(width: 400).map(\.text).joined(separator: "\n")
  }

  @Test(arguments: Language.allCases)
  func `for every service and register role something whole is said`(language: Language) {
    let roles = Content.embedded.rights.registerRoles.entries.map(\.id.rawValue)
    let services = Content.embedded.fullmakter.services.entries.map(\.id)
    for service in services + [Fact.otherService, Fact.unknown] {
      for role in roles + [Fact.unknown] {
        for acts in SenderActs.allCases.map(\.rawValue) {
          var walk = walk([
            .service: service, .senderActs: acts, FullmaktQuestion.known: "register",
            FullmaktQuestion.registerRole: role,
          ])
          for kind in [Step.Kind.rights, .receipt] {
            walk.go(toFirst: kind)
            let text = words(walk, language)
            #expect(!text.contains("[") && !text.contains("{"), "\(text)")
            let wording = Wording(.embedded, language)
            let isFine = ["holds", "notLookedAt"].contains {
              text.contains(wording("fullmakt.outcome.\($0)"))
            }
            #expect(isFine || !text.contains(wording("fullmakt.nothingMissing")), "\(text)")
          }
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `where no source says what is enough the receipt judges nothing and says what to ask`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var walk = walk([
      .service: "rf0002", FullmaktQuestion.known: "page", FullmaktQuestion.packages: "",
      FullmaktQuestion.single: Fact.no, FullmaktQuestion.oldRoles: "",
    ])
    walk.go(toFirst: .receipt)
    let text = words(walk, language)
    let asked = wording("fullmakt.notJudged.ask", ["service": wording.service(walk)])
    #expect(text.contains(asked), "\(text)")
    #expect(!text.contains(wording("fullmakt.nothingMissing")), "\(text)")
  }

  @Test(arguments: Language.allCases)
  func `one package alone is not said to be one of several`(language: Language) throws {
    let wording = Wording(.embedded, language)
    var (single, several) = (0, 0)
    for service in Content.embedded.fullmakter.services.entries {
      let text = words(walk([.service: service.id, FullmaktQuestion.known: "page"]), language)
      let owner = wording("serviceOwner.\(service.owner.rawValue)")
      for standing in Standing.allCases where standing.carriesVerdict {
        let count = service.access?.packages[standing]?.count ?? 0
        guard count > 0 else { continue }
        let key = "fullmakt.standing.\(standing.rawValue)"
        let many = wording(key, ["owner": owner])
        let one = wording("\(key).one", ["owner": owner])
        #expect(text.contains(one) == (count == 1), "\(service.id)\n\(text)")
        #expect(text.contains(many) == (count > 1), "\(service.id)\n\(text)")
        if count == 1 { single += 1 } else { several += 1 }
      }
    }
    #expect(single > 0 && several > 0)
  }

  @Test func `the words tell the package, who has it, who gives it, and who says so`() {
    let text = words(
      walk([FullmaktQuestion.known: "register", FullmaktQuestion.registerRole: "MEDL"]),
      .bokmal
    )
    for part in [
      "Nei, ikke med dette alene", "Styremedlem i Enhetsregisteret gir ingen tilgangspakke",
      "Ifølge Skatteetaten", "A-ordningen", "Regnskapsfører lønn",
      "Tilgangsstyring › Brukere", "Hovedadministrator", "Sist sjekket",
    ] {
      #expect(text.contains(part), "\(part) is not in:\n\(text)")
    }
    let reading = words(walk([.service: "rf0002", FullmaktQuestion.known: "page"]), .bokmal)
    #expect(reading.contains("Ikke sikkert") && reading.contains("Trolig, ut fra navnet"))
    // Nobody asks for a package where a person logs in.
    #expect(reading.contains("Spør etaten som eier tjenesten"))
    #expect(!reading.contains("Ifølge Skatteetaten"))
  }

  @Test(arguments: [
    (Language.bokmal, "Ja, til og med 31. desember 2026", "Nå gjelder bare tilgangspakker"),
    (.nynorsk, "Ja, til og med 31. desember 2026", "No gjeld berre tilgangspakkar"),
    (.english, "Yes, until the end of 31 December 2026", "Now only access packages count"),
  ])
  func `an old role is said to count on its last day, and not on the next`(
    language: Language,
    before: String,
    after: String
  ) {
    let walk = walk([
      .service: "amelding-upload", FullmaktQuestion.known: "page",
      FullmaktQuestion.packages: "", FullmaktQuestion.single: "no",
      FullmaktQuestion.oldRoles: "UTINN",
    ])
    #expect(words(walk, language, on: "2026-12-31").contains(before))
    #expect(words(walk, language).contains(before))
    let late = words(walk, language, on: "2027-01-01")
    #expect(late.contains(after) && !late.contains(before), "\(late)")
  }

  @Test(arguments: [
    (Language.bokmal, "Ja, til og med 31. desember 2026", "Som Styremedlem for NORDLYS AS har du"),
    (.nynorsk, "Ja, til og med 31. desember 2026", "Som Styremedlem for NORDLYS AS har du"),
    (.english, "Yes, until the end of 31 December 2026", "As Board Member for NORDLYS AS you hold"),
  ])
  func `an old role that comes with a register role counts too, and it is said where it comes from`(
    language: Language,
    outcome: String,
    origin: String
  ) {
    let walk = walk([
      .service: "amelding-upload", FullmaktQuestion.known: "register",
      FullmaktQuestion.registerRole: "MEDL",
    ])
    let text = words(walk, language, on: "2026-12-01")
    #expect(text.contains(outcome) && text.contains(origin), "\(text)")
    // Nobody has looked at the page, which may show more.
    let late = words(walk, language, on: "2027-01-01")
    #expect(late.contains(Wording(.embedded, language)("rights.notByThisAlone")), "\(late)")
  }

  @Test(arguments: Language.allCases)
  func `of a register role that nobody named nothing is claimed`(language: Language) {
    let walk = walk([
      .service: "amelding-upload", FullmaktQuestion.known: "register",
      FullmaktQuestion.registerRole: Fact.otherService,
    ])
    let text = words(walk, language, on: "2026-12-01")
    let wording = Wording(.embedded, language)
    let named = ["reportee": wording.reportee(walk), "service": wording.service(walk)]
    #expect(text.contains(wording("fullmakt.lacks", named)), "\(text)")
  }

  @Test(arguments: Language.allCases)
  func `whoever hands a client on to sign is told who alone signs annual accounts`(
    language: Language
  ) throws {
    let texts = Content.embedded.texts(language)
    let name = try #require(Content.embedded.fullmakter.services["rr0002"]?.names[language])
    for id in ["giveClientToEmployee", "letRegisterSignerSign"] {
      #expect(texts("action.\(id).steps").lowercased().contains(name.lowercased()), "\(id)")
    }
  }

  @Test func `what is missing can be asked for, with whom and what filled in`() throws {
    let walk = walk([FullmaktQuestion.known: "register", FullmaktQuestion.registerRole: "MEDL"])
    let starts = Wording(.embedded, .bokmal).offers(walk).compactMap { offer -> TaskStart? in
      if case .task(let start) = offer.choice { start } else { nil }
    }
    #expect(starts.map(\.id) == ["service", "a-ordning"])
    let draft = try #require(starts.last.flatMap { CaseDraft(for: $0, from: walk, numbered: nil) })
    #expect(draft.answer(in: Ask.package)?.value == "a-ordning")
    #expect(draft.answer(in: .service)?.value == "a02")
    #expect(draft.answer(in: .workFor)?.value == "own")
  }

  @Test(arguments: Language.allCases)
  func `the packages a service takes come first, and every package is found by its name`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let walk = walk([.service: "rf1086"])
    let first = wording.entries(matching: "", in: .packages, about: walk).first?.0
    #expect(first == "skattegrunnlag")
    for package in Content.embedded.fullmakter.packages.entries {
      let found = wording.entries(matching: package.names[language], in: .packages).map(\.0)
      #expect(found.contains(package.id), "\(package.id)")
    }
  }

  @Test(arguments: Language.allCases)
  func `an old role names the packages nearest to it, and an old package is found by its name`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    for old in wording.content.fullmakter.oldRoles.entries {
      let role = wording.content.rights.name(of: old.id, in: language)
      let names = old.packages.map {
        wording.content.fullmakter.packages[$0]?.names[language] ?? "?"
      }
      let found = wording.entries(matching: role, in: .packages).map(\.0)
      #expect(old.packages.allSatisfy(found.contains), "\(role)")
      var walk = wording.content.walk(.checkFullmakt)
      for (field, value) in [
        (FieldID.workFor, "own"), (.senderActs, "logsIn"), (.service, "rf0002"),
        ("fullmakt.known", "page"), ("fullmakt.packages", ""),
        ("fullmakt.oldRoles", old.id.rawValue),
      ] { walk.give(value, to: field) }
      walk.go(toFirst: .rights)
      let text = wording.prose(walk, number: nil).lines(width: 400).map(\.text)
        .joined(separator: "\n")
      #expect(text.contains(role) && names.allSatisfy(text.contains), "\(text)")
    }
  }
}
