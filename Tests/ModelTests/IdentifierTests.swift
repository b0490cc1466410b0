import Model
import Testing

@Suite struct NationalIdentityNumberTests {
  typealias Number = NationalIdentityNumber

  @Test(arguments: [
    ("41814061033", Number.Kind.dNumberSynthetic), ("41814065640", .dNumberSynthetic),
    ("41814075603", .dNumberSynthetic), ("41810021827", .dNumberSynthetic),
    ("41810025091", .dNumberSynthetic), ("41810034422", .dNumberSynthetic),
    ("10915596784", .synthetic), ("50846202355", .dNumberSynthetic), ("13527248013", .helpNumber),
    ("68467038838", .dNumberHelp), ("01810050019", .synthetic), ("15858512309", .synthetic),
    ("41817032166", .dNumberSynthetic),
  ])
  func `a published example is of its kind by the rule until 2032`(
    text: String,
    kind: Number.Kind
  ) throws {
    let number = try Number(checking: text)
    #expect(number.kind == kind)
    #expect(number.rule == .until2032)
    #expect(number.notices.isEmpty)
  }

  @Test(arguments: ["01813250043", "01813250302"])
  func `a number may meet only the rule from 2032`(text: String) throws {
    let number = try Number(checking: text)
    #expect(number.rule == .from2032)
    #expect(number.notices == [.nationalIdentityFrom2032])
  }

  @Test(arguments: [
    ("", Number.Failure.empty), ("   ", .empty), ("0181005001", .wrongLength(10)),
    ("018100500190", .wrongLength(12)), ("0181005001x", .letters), ("018100-50019", .letters),
    ("01810050018", .wrongControlDigits), ("01930050019", .impossibleDate),
    ("32810050019", .impossibleDate), ("00810050019", .impossibleDate),
    ("30820050019", .impossibleDate), ("29820150019", .impossibleDate),
    // Both control digits are right, but the day would be 31 February.
    ("31829941026", .impossibleDate),
  ])
  func `a text that is no number says what is wrong`(text: String, failure: Number.Failure) {
    #expect(throws: failure) { try Number(checking: text) }
  }

  @Test func `29 February of year 00 is a day, since it counts as 2000`() {
    #expect(throws: Number.Failure.wrongControlDigits) { try Number(checking: "29820050019") }
  }

  @Test func `blanks are taken out and told of`() throws {
    let number = try Number(checking: " 018100\u{A0}50019\t")
    #expect(number.hadBlanks)
    #expect(number.notices == [.nationalIdentityBlanks])
  }
}

@Suite struct OrganisationNumberTests {
  typealias Number = OrganisationNumber

  @Test(arguments: [
    ("123456785", Number.Kind.unusual), ("313367002", .synthetic), ("310202398", .synthetic),
    ("310012343", .synthetic), ("310043214", .synthetic), ("310505056", .synthetic),
    ("311234560", .synthetic),
  ])
  func `a published example is good`(text: String, kind: Number.Kind) throws {
    let number = try Number(checking: text)
    #expect(number.number == text)
    #expect(number.kind == kind)
  }

  @Test(arguments: ["310 043 214", " 310043214 ", "NO 310 043 214 MVA", "NO310043214MVA"])
  func `a number is read as people write it`(text: String) throws {
    let number = try Number(checking: text)
    #expect(number.number == "310043214")
    #expect(number.formatted == "310 043 214")
  }

  @Test(arguments: [
    ("", Number.Failure.empty), ("912345678", .wrongControlDigit),
    ("812345679", .wrongControlDigit), ("31004321", .wrongLength(8)),
    ("3100432140", .wrongLength(10)), ("Nordlys AS", .letters), ("310043214x", .letters),
    ("01810050019", .nationalIdentityNumber), ("018100 50019", .nationalIdentityNumber),
    ("01810050018", .wrongLength(11)),
  ])
  func `a text that is no number says what is wrong`(text: String, failure: Number.Failure) {
    #expect(throws: failure) { try Number(checking: text) }
  }
}

@Suite struct MobileNumberTests {
  typealias Number = MobileNumber

  @Test(arguments: [
    "40012678", "400 12 678", "+47 400 12 678", "004740012678", "+4799999678", "40000678",
  ])
  func `a number is read as people write it and shown by its last digits`(text: String) throws {
    #expect(try Number(checking: text).masked == "••••• 678")
  }

  @Test(arguments: [
    ("", Number.Failure.empty), ("4001267", .wrongLength(7)), ("400126789", .wrongLength(9)),
    ("22012678", .notMobile), ("50012678", .notMobile), ("59012678", .machine),
    ("580012678123", .machine), ("+47 580012678123", .machine), ("+46 700123456", .foreign),
    ("0046700123456", .foreign), ("400-12-678", .letters), ("ring meg", .letters),
  ])
  func `a text that is no mobile number says what is wrong`(
    text: String,
    failure: Number.Failure
  ) {
    #expect(throws: failure) { try Number(checking: text) }
  }
}

@Suite struct SystemIDTests {
  @Test(arguments: [("9292", false), ("123456", false), ("7", true), ("123456789", true)])
  func `one to nine digits are an ID, and an unusual length is told of`(
    text: String,
    isUnusual: Bool
  ) throws {
    let id = try SystemID(checking: text)
    #expect(id.number == text)
    #expect(id.notices == (isUnusual ? [.systemIDUnusualLength] : []))
  }

  @Test(arguments: [
    ("", SystemID.Failure.empty), ("1234567890", .tooLong(10)), ("Lønn 1", .letters),
    ("123456 ", .blanks), ("123 456", .blanks),
  ])
  func `a text that is no ID says what is wrong`(text: String, failure: SystemID.Failure) {
    #expect(throws: failure) { try SystemID(checking: text) }
  }

  @Test(arguments: [
    ("Vinter24", [SystemPassword.Finding]()), ("abc12", [.tooShort]), ("abcd12", [.tooShort]),
    ("abcde12", []), ("abcdefg", [.noDigit]),
    ("1234567", [.noLetter]), ("", [.tooShort, .noLetter, .noDigit]),
    ("Vinter24!", [.specialCharacters]), ("blåbær1", [.specialCharacters]),
    ("to ord 1", [.specialCharacters]),
  ])
  func `a password is held against the rules`(
    password: String,
    findings: [SystemPassword.Finding]
  ) {
    #expect(SystemPassword.findings(password) == findings)
  }
}

@Suite struct IdentifierTextTests {
  private static let keys: [String] =
    [
      NationalIdentityNumber.Failure.empty, .letters, .wrongLength(1), .impossibleDate,
      .wrongControlDigits,
    ].map(\.textKey)
    + [
      OrganisationNumber.Failure.empty, .letters, .wrongLength(1), .nationalIdentityNumber,
      .wrongControlDigit,
    ].map(\.textKey)
    + [MobileNumber.Failure.empty, .letters, .wrongLength(1), .foreign, .notMobile, .machine]
    .map(\.textKey)
    + [SystemID.Failure.empty, .letters, .blanks, .tooLong(10)].map(\.textKey)
    + SystemPassword.Finding.allCases.map(\.textKey) + IdentifierNotice.allCases.map(\.textKey)
    + NationalIdentityNumber.Kind.allCases.map { "identifier.nationalIdentity.kind.\($0.rawValue)" }
    + OrganisationNumber.Kind.allCases.map { "identifier.organisation.kind.\($0.rawValue)" }

  @Test(arguments: Language.allCases)
  func `every finding has its words, and no words are left over`(language: Language) throws {
    let texts = try Texts(language, from: .embedded)
    let written = texts.entries.keys.filter { $0.hasPrefix("identifier.") }
    #expect(Set(written) == Set(Self.keys))
  }
}
