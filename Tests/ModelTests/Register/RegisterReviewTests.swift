import Model
import Testing

/// The table of what may be concluded from the register, row by row.
@Suite struct RegisterReviewTests {
  private static func number(_ text: String) -> OrganisationNumber {
    do { return try OrganisationNumber(checking: text) } catch { fatalError("\(text): \(error)") }
  }

  private static func day(_ text: String) -> Day {
    guard let day = Day(text) else { fatalError(text) }
    return day
  }

  private static let client = number("310012343")
  private static let firm = number("310043214")
  private static let branch = number("311234560")
  private static let stranger = number("310505056")
  private static let made = day("2026-11-01")

  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var form = "AS"
    var marks: RegisterUnit.Marks = []
    var roles: [RegisteredRole] = []
    var callers: [RoleCode] = []
    let expected: RegisterStatement
    let sureness: RegisterSureness
  }

  private static func review(
    _ row: Row,
    listed: Bool = true,
    hasRoles: Bool = true,
    today: Day? = day("2026-11-10")
  ) -> RegisterReview {
    let unit = RegisterUnit(
      number: client,
      name: "EKSEMPELBAKEREN AS",
      form: row.form,
      main: row.marks.contains(.subunit) ? firm : nil,
      marks: row.marks
    )
    let extract = RegisterExtract(
      number: client,
      unit: listed ? unit : nil,
      roles: row.roles,
      hasRoles: hasRoles,
      day: made
    )
    return RegisterReview(extract, firm: firm, kin: [branch], callers: row.callers, today: today)
  }

  private static let trustee = RegisteredRole("BOBE", .trustee)
  private static let table: [Row] = [
    Row(testDescription: "a main unit", expected: .mainUnit, sureness: .high),
    Row(
      testDescription: "a sub-unit",
      marks: .subunit,
      expected: .subunit,
      sureness: .high
    ),
    Row(
      testDescription: "the firm's exact number",
      roles: [RegisteredRole("REGN", .unit(firm))],
      expected: .accountant,
      sureness: .high
    ),
    Row(
      testDescription: "another number of the firm",
      roles: [RegisteredRole("REGN", .unit(branch))],
      expected: .accountantByOtherNumber(branch),
      sureness: .high
    ),
    Row(
      testDescription: "an accountant who is a person",
      roles: [RegisteredRole("REGN", .person)],
      expected: .accountantElsewhere,
      sureness: .medium
    ),
    Row(
      testDescription: "another firm as the accountant",
      roles: [RegisteredRole("REGN", .unit(stranger))],
      expected: .accountantElsewhere,
      sureness: .medium
    ),
    Row(
      testDescription: "a deregistered accountant",
      roles: [RegisteredRole("REGN", .unit(firm), isDeregistered: true)],
      expected: .accountantElsewhere,
      sureness: .medium
    ),
    Row(
      testDescription: "no accountant",
      expected: .accountantElsewhere,
      sureness: .medium
    ),
    Row(
      testDescription: "the firm as auditor",
      roles: [RegisteredRole("REVI", .unit(firm))],
      expected: .auditor,
      sureness: .high
    ),
    Row(
      testDescription: "no auditor, by choice",
      marks: .withoutAuditor,
      expected: .noAuditorExpected,
      sureness: .medium
    ),
    Row(
      testDescription: "manager and chair",
      roles: [
        RegisteredRole("DAGL", .person), RegisteredRole("LEDE", .person),
        RegisteredRole("MEDL", .person),
      ],
      expected: .mayApprove(["DAGL", "LEDE"]),
      sureness: .high
    ),
    Row(
      testDescription: "a partner who is a person, beside one who is not",
      form: "ANS",
      roles: [RegisteredRole("DTSO", .person), RegisteredRole("DTPR", .unit(stranger))],
      expected: .mayApprove(["DTSO"]),
      sureness: .high
    ),
    Row(
      testDescription: "the representative of a branch",
      form: "NUF",
      roles: [RegisteredRole("REPR", .unit(stranger))],
      expected: .mayApprove(["REPR"]),
      sureness: .high
    ),
    Row(
      testDescription: "the trustee of an estate that has a number of its own",
      form: "KBO",
      roles: [trustee],
      expected: .mayApprove(["BOBE"]),
      sureness: .high
    ),
    Row(
      testDescription: "a company without a manager",
      roles: [RegisteredRole("LEDE", .person)],
      expected: .askChair,
      sureness: .high
    ),
    Row(
      testDescription: "a caller who is but a member of the board",
      callers: ["MEDL", "VARA"],
      expected: .mayNotApprove(["MEDL", "VARA"]),
      sureness: .medium
    ),
    Row(
      testDescription: "a bankrupt unit",
      marks: [.bankrupt, .windingUp],
      roles: [RegisteredRole("DAGL", .person), trustee],
      expected: .bankrupt,
      sureness: .medium
    ),
    Row(
      testDescription: "being wound up",
      marks: .windingUp,
      expected: .windingUp(trustee: false),
      sureness: .low
    ),
    Row(
      testDescription: "dissolved by order, with a trustee",
      marks: .dissolvedByOrder,
      roles: [trustee],
      expected: .windingUp(trustee: true),
      sureness: .low
    ),
    Row(
      testDescription: "the contact of a branch",
      form: "NUF",
      roles: [RegisteredRole("KONT", .person)],
      expected: .branchContact,
      sureness: .high
    ),
    Row(
      testDescription: "the business manager of a housing company",
      form: "BRL",
      roles: [RegisteredRole("FFØR", .unit(stranger))],
      expected: .businessManager,
      sureness: .high
    ),
    Row(
      testDescription: "not in the VAT register",
      marks: .notInVATRegister,
      expected: .noVATReturnExpected,
      sureness: .medium
    ),
    Row(
      testDescription: "a dead manager",
      roles: [RegisteredRole("DAGL", .person, isGone: true)],
      expected: .holderGone(["DAGL"]),
      sureness: .medium
    ),
    Row(
      testDescription: "roles changed the day before",
      roles: [RegisteredRole("VARA", .person, changed: day("2026-10-31"))],
      expected: .recentlyChanged(day("2026-10-31")),
      sureness: .low
    ),
    Row(testDescription: "who may sign", expected: .signatoryUnknown, sureness: .none),
  ]

  @Test(arguments: table)
  func `each row is said as surely as the register allows, and one step less when it is old`(
    row: Row
  ) {
    #expect(Self.review(row).sureness(of: row.expected) == row.sureness)
    for today in [Self.day("2026-12-02"), nil] {
      let old = Self.review(row, today: today)
      #expect(old.isOld && old.sureness(of: row.expected) == row.sureness.lowered)
    }
    #expect(!Self.review(row, today: Self.day("2026-12-01")).isOld)
  }

  private func statements(_ review: RegisterReview) -> [RegisterStatement] {
    review.conclusions.map(\.statement)
  }

  @Test func `of a number in neither file nothing else is said`() {
    let row = Row(testDescription: "", expected: .notListed, sureness: .low)
    let review = Self.review(row, listed: false)
    #expect(statements(review) == [.notListed] && review.sureness(of: .notListed) == .low)
    let old = Self.review(row, listed: false, today: Self.day("2026-12-02"))
    #expect(old.sureness(of: .notListed) == RegisterSureness.none)
  }

  @Test func `bankruptcy takes the managers' power away`() {
    let row = Row(
      testDescription: "",
      marks: .bankrupt,
      roles: [RegisteredRole("LEDE", .person)],
      expected: .bankrupt,
      sureness: .medium
    )
    let said = statements(Self.review(row))
    #expect(!said.contains(.mayApprove(["LEDE"])) && !said.contains(.askChair))
  }

  @Test func `who is dead or deregistered may not approve`() {
    let row = Row(
      testDescription: "",
      roles: [
        RegisteredRole("DAGL", .person, isGone: true),
        RegisteredRole("LEDE", .person, isDeregistered: true),
      ],
      expected: .mainUnit,
      sureness: .high
    )
    #expect(
      statements(Self.review(row))
        == [.mainUnit, .holderGone(["DAGL"]), .accountantElsewhere, .signatoryUnknown]
    )
  }

  @Test func `without the file of roles nothing is said of who holds none`() {
    let row = Row(testDescription: "", callers: ["MEDL"], expected: .mainUnit, sureness: .high)
    #expect(statements(Self.review(row, hasRoles: false)) == [.mainUnit, .signatoryUnknown])
  }

  @Test func `a representative is a key role of a branch alone, and a contact likewise`() {
    let row = Row(
      testDescription: "",
      roles: [RegisteredRole("REPR", .person), RegisteredRole("KONT", .person)],
      expected: .mainUnit,
      sureness: .high
    )
    #expect(
      statements(Self.review(row)) == [.mainUnit, .accountantElsewhere, .signatoryUnknown]
    )
  }
}
