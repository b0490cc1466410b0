import Model
import Testing

@Suite struct RightsTextTests {
  @Test(arguments: Language.allCases)
  func `every text that the tables and reasons ask for is written`(language: Language) throws {
    let texts = try Texts(language, from: .embedded)
    let catalogue = Catalogue(from: .embedded)
    let rights = try catalogue.rights()
    let keys =
      rights.roles.entries.map(\.confers) + (try catalogue.products().entries.flatMap(\.warnings))
      + (try catalogue.products().entries.compactMap(\.place))
      + ServiceOwner.allCases.map { "serviceOwner.\($0.rawValue)" }
      + RightsAction.allCases.map { "rightsAction.\($0.rawValue)" }
      + Permission.Outcome.allCases.map { "permission.outcome.\($0.rawValue)" }
      + ClientKind.allCases.map { "rightsWay.registerFirm.\($0.rawValue)" }
      + ["rightsWay.singleService", "rightsWay.role", "rightsWay.clientRole"]
    for key in keys { #expect(texts.entries[key] != nil, "\(key)") }
    for reason in Self.reasons { #expect(isWritten(reason, texts, rights), "\(reason)") }
    let asked = Set(keys + Self.reasons.map(\.textKey))
    for key in texts.entries.keys where Self.areas.contains(where: key.hasPrefix) {
      #expect(asked.contains(key), "nobody asks for \(key)")
    }
  }

  @Test func `the three languages have the same keys and placeholders`() throws {
    let all = try Language.allCases.map { language throws in
      try Texts(language, from: .embedded).entries
        .filter { entry in Self.areas.contains(where: entry.key.hasPrefix) }
        .mapValues { Set($0.matches(of: /\{\w+\}/).map { String($0.0) }) }
    }
    #expect(all[0] == all[1])
    #expect(all[0] == all[2])
  }

  static let areas = [
    "permission.", "rightsAction.", "rightsWay.", "serviceOwner.", "role.", "product.",
    "productWarning.",
  ]

  /// One of each reason.
  static let reasons: [PermissionReason] = [
    .itself, .directRight, .role(HeldRole("UTINN", .register("DAGL"))),
    .role(HeldRole("KNUF", .register("KNUF"))), .role(HeldRole("UTINN", .delegation)),
    .role(HeldRole("A0239", .client(firm: Cast.firmA))),
    .role(HeldRole("A0239", .manager(firm: Cast.firmA))), .accessManagerWithRight,
    .mainAdministrator, .topRole("DAGL"), .clientAdministrator(firm: Cast.firmA), .nothingHeld,
    .rolesDoNotCover(asked: ["UTINN"]), .clientRoleLapsed("A0239", firm: Cast.firmA),
    .accessManagerMissing, .rightItselfMissing, .clientAdministratorMissing(firm: Cast.firmA),
    .registerRoleNotGiven, .topRoleMissing, .clientRoleFromRegister, .roleNotDelegable,
    .serviceNotInCatalogue, .rolesNotKnown, .signingNotKnown, .roleNotInCatalogue,
    .throughFirm("LEDE", firm: Cast.firmA), .holdingsNotTold, .singleRightNotTold, .serviceNotTold,
  ]
}
