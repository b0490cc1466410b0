import Model
import Testing

/// Packages that nobody can give under Brukere (R3 to R5), whoever asks for them.
@Suite struct NotGivenTests {
  private static let kept = Content.embedded.fullmakter.packages.entries.filter { !$0.kind.isGiven }

  @Test func `every client package is known as one`() {
    #expect(Set(Self.kept.map(\.id)) == Set(Ask.ClientPackage.allCases.map(\.rawValue)))
  }

  @Test(arguments: kept.map(\.id), [Ask.Side.asks, .gives])
  func `who asks for a package that cannot be given, or would give it, is told so and what to do`(
    package: String,
    side: Ask.Side
  ) {
    var walk = Content.embedded.walk(.requestFullmakt)
    let answers: [(FieldID, String)] = [
      (Ask.side, side.rawValue), (.workFor, WorkFor.own.rawValue), (.service, "a02"),
      (Ask.what, Ask.What.package.rawValue), (Ask.package, package),
    ]
    for (field, value) in answers { walk.give(value, to: field) }
    walk.go(to: .step("package"))
    walk.advance()
    #expect(walk.current.id == "notGiven")
    #expect(walk.current.begins.map(\.flow) == ["requestFullmakt"])
    for language in Language.allCases {
      let said = Content.embedded.texts(language)("step.requestFullmakt.notGiven")
      #expect(said.contains("{ask.package}"))
    }
  }

  @Test func `Hovedadministrator goes to persons only, and a firm is told so`() {
    var walk = Content.embedded.walk(.requestFullmakt)
    let answers: [(FieldID, String)] = [
      (Ask.side, "gives"), (.workFor, "own"), (Ask.what, "package"),
      (Ask.package, AccessPackage.mainAdministrator), (Ask.to, "firm"),
    ]
    for (field, value) in answers { walk.give(value, to: field) }
    walk.go(to: .step("to"))
    walk.advance()
    #expect(walk.current.id == "personsOnly")
  }
}
