import Model
import Testing

/// What is said of somebody's fullmakter, by what the tables know.
@Suite struct FullmaktReviewTests {
  private static let catalogue = Content.embedded.fullmakter

  /// A review of what somebody told of one service who logs in themselves.
  private func review(
    _ service: String?,
    on today: String? = nil,
    _ tell: (inout FullmaktStatement) -> Void = { _ in }
  ) -> FullmaktReview {
    var statement = FullmaktStatement()
    statement.acts = .logsIn
    statement.namesService = service != nil
    statement.service = service.flatMap { Self.catalogue.services[$0] }
    tell(&statement)
    return FullmaktReview(Self.catalogue, of: statement, on: today.flatMap(Day.init))
  }

  /// What the page shows of somebody who has only this.
  private func page(_ packages: [String], roles: [RoleCode] = [], single: Bool = false)
    -> (inout FullmaktStatement) -> Void
  {
    { statement in
      statement.packages = packages
      statement.hasSingleService = single
      statement.oldRoles = roles
    }
  }

  @Test(arguments: Content.embedded.fullmakter.services.entries.map(\.id))
  func `nobody looks at the sender of a system access, unless somebody must log in`(
    service: String
  ) {
    let review = review(service) { $0.acts = .nothing }
    let logsIn = review.access?.way == .logIn
    #expect(review.verdict == (logsIn ? .unknown(.mustLogIn) : .notLookedAt))
  }

  @Test(arguments: Content.embedded.fullmakter.services.entries.map(\.id))
  func `no verdict rests on a package that is only a reading`(service: String) {
    let uncertain = review(service).uncertainPackages
    for package in uncertain {
      #expect(review(service, page([package])).verdict == .unknown(.packagesNotCertain))
    }
    let certain = review(service).access?.certainPackages ?? []
    for package in certain {
      #expect(review(service, page([package])).verdict == .holds(.package(package)))
    }
    #expect(!certain.isEmpty || review(service, page([])).verdict == .unknown(.packagesNotCertain))
    #expect(certain.isEmpty || review(service, page([])).verdict == .lacks(.fullmakt))
  }

  @Test func `the service itself is enough, whatever is known of its packages`() {
    for service in Self.catalogue.services.entries {
      #expect(review(service.id, page([], single: true)).verdict == .holds(.singleService))
    }
    #expect(review(nil, page([], single: true)).verdict == .holds(.singleService))
  }

  // MARK: - From Enhetsregisteret (table 2.2)

  @Test(arguments: [
    ("DAGL", true), ("LEDE", true), ("INNH", true), ("BOBE", true), ("KNUF", true),
    ("REPR", true), ("MEDL", false), ("NEST", false), ("VARA", false), ("KONT", false),
  ])
  func `a register role brings A-ordningen, or no package at all`(role: String, holds: Bool) {
    let review = review("a02") { $0.registerRole = RoleCode(rawValue: role) }
    let expected: FullmaktReview.Verdict =
      holds
      ? .holds(.register(RoleCode(rawValue: role), package: "a-ordning")) : .lacks(.fullmakt)
    #expect(review.verdict == expected)
    #expect(!review.seesEverything)
  }

  @Test func `an owner lacks the package for sensitive pay data, and may give it to themselves`() {
    let package = "lonn-personopplysninger-saerlig-kategori"
    let owner = review("nav-inntektsmelding") { $0.registerRole = "INNH" }
    #expect(owner.verdict == .lacks(.fullmakt))
    #expect(owner.remedies.contains(.giveYourself(package)))
    #expect(!owner.remedies.contains(.package(package)))
    // Who is registered otherwise and lacks it must be given it.
    let member = review("nav-inntektsmelding") { $0.registerRole = "MEDL" }
    #expect(member.remedies == [.singleService, .package(package)])
  }

  // MARK: - Who may give

  @Test func `an access manager gives what they hold, a main administrator gives everything`()
    throws
  {
    let package = try #require(Self.catalogue.packages["a-ordning"])
    let main = try #require(Self.catalogue.packages[AccessPackage.mainAdministrator])
    let both = [AccessPackage.accessManager, "a-ordning"]
    #expect(review("a02", page(both)).mayGive(package) == true)
    #expect(review("a02", page([AccessPackage.accessManager])).mayGive(package) == false)
    #expect(review("a02", page(["a-ordning"])).mayGive(package) == false)
    let administrator = review("a02", page([AccessPackage.mainAdministrator]))
    #expect(administrator.mayGive(package) == true)
    #expect(administrator.mayGive(main) == false)
    #expect(review("a02").mayGive(package) == nil)
  }

  @Test func `nobody gives a client package under the users`() {
    for package in Self.catalogue.packages.entries where package.kind == .client {
      let all = Self.catalogue.packages.entries.map(\.id)
      #expect(review("a02", page(all)).mayGive(package) == false)
      #expect(Self.catalogue.givers(of: package).isEmpty)
    }
  }

  @Test func `a representative gives what the register gave them, a general manager all the rest`()
    throws
  {
    let pay = try #require(Self.catalogue.packages["lonn"])
    #expect(!Self.catalogue.givers(of: pay).contains("KNUF"))
    let tax = try #require(Self.catalogue.packages["skattegrunnlag"])
    #expect(Self.catalogue.givers(of: tax).contains("KNUF"))
    let main = try #require(Self.catalogue.packages[AccessPackage.mainAdministrator])
    #expect(Self.catalogue.givers(of: main) == main.registerRoles)
  }

  // MARK: - Through a firm

  private func employee(_ role: RightsStatement.FirmRole, registered: Bool?, _ packages: [String])
    -> (inout FullmaktStatement) -> Void
  {
    { statement in
      statement.firm = .accountant
      statement.isFirmRegistered = registered
      statement.firmRole = role
      statement.clientPackages = packages
    }
  }

  @Test func `what a firm has for a client comes to its manager, and to those it was handed to`() {
    let salary = "regnskapsforer-lonn"
    let manager = review("a02", employee(.manager, registered: true, []))
    #expect(manager.verdict == .holds(.firm(package: "regnskapsforer-med-signeringsrettighet")))
    let handed = review("a02", employee(.employee, registered: true, [salary]))
    #expect(handed.verdict == .holds(.firm(package: salary)))
    let empty = review("a02", employee(.employee, registered: true, []))
    #expect(empty.verdict == .lacks(.fullmakt))
    #expect(empty.remedies.contains(.clientPackage(salary)))
    #expect(!empty.remedies.contains(.clientPackage("ansvarlig-revisor")))
    let unregistered = review("a02", employee(.manager, registered: false, [salary]))
    #expect(unregistered.verdict == .lacks(.fullmakt))
    #expect(unregistered.remedies == [.registerFirm(.accountant)])
  }

  // MARK: - Old roles, on both sides of the day

  @Test(arguments: [("2026-12-31", true), ("2027-01-01", false), (nil, true)])
  func `an old role opens the upload of the a-melding through December 2026`(
    today: String?,
    opens: Bool
  ) throws {
    let last = try #require(Day("2026-12-31"))
    let review = review("amelding-upload", on: today, page([], roles: ["UTINN"]))
    #expect(
      review.verdict
        == (opens ? .oldRole("UTINN", until: last) : .lacks(.oldRoleEnded("UTINN", last)))
    )
    // The package is needed on either side.
    #expect(review.remedies.contains(.package("a-ordning")))
  }

  @Test(arguments: [
    ("MEDL", true), ("NEST", true), ("KONT", true), ("SAM", true), ("VARA", false),
    ("MVAU", false), ("other", false),
  ])
  func `what a register role brings of old roles counts as what the page lists does`(
    role: String,
    brings: Bool
  ) throws {
    let last = try #require(Day("2026-12-31"))
    let tell: (inout FullmaktStatement) -> Void = { $0.registerRole = RoleCode(rawValue: role) }
    let before = review("amelding-upload", on: "2026-12-01", tell)
    #expect(before.verdict == (brings ? .oldRole("UTINN", until: last) : .lacks(.fullmakt)))
    #expect(before.oldRoles == (brings ? ["UTINN"] : []))
    let after = review("amelding-upload", on: "2027-01-01", tell)
    #expect(after.verdict == .lacks(brings ? .oldRoleEnded("UTINN", last) : .fullmakt))
    // No source says that it opens another.
    #expect(review("a02", on: "2026-12-01", tell).verdict == .lacks(.fullmakt))
  }

  @Test func `what should come through the firm does not go before the page that does not show it`()
  {
    func seen(_ packages: [String], roles: [RoleCode] = []) -> FullmaktReview.Verdict {
      let page = page(packages, roles: roles)
      let manager = employee(.manager, registered: true, [])
      let found = review("amelding-upload", on: "2026-12-01") {
        page(&$0)
        manager(&$0)
      }
      return found.verdict
    }
    #expect(seen([]) == .unknown(.firmNotShown))
    #expect(seen(["regnskapsforer-lonn"]) == .holds(.package("regnskapsforer-lonn")))
    guard case .oldRole("A0241", _) = seen([], roles: ["A0241"]) else {
      Issue.record("the old role that the page lists opens it")
      return
    }
  }

  @Test func `of other services it is not known when old roles end, and no other role counts`() {
    #expect(
      review("rf1086", page([], roles: ["UTINN"])).verdict == .unknown(.oldRoleNotKnown)
    )
    #expect(review("amelding-upload", page([], roles: ["A0278"])).verdict == .lacks(.fullmakt))
    // A package outlives every role.
    let both = review("amelding-upload", on: "2027-01-01", page(["a-ordning"], roles: ["UTINN"]))
    #expect(both.verdict == .holds(.package("a-ordning")))
  }

  // MARK: - Signing, persons, and what was not told

  @Test(arguments: [("DAGL", true), ("LEDE", true), ("MEDL", false), ("INNH", false)])
  func `the annual accounts are signed by those the register says`(role: String, signs: Bool) {
    let review = review("rr0002") {
      $0.acts = .signs
      $0.registerRole = RoleCode(rawValue: role)
    }
    let code = RoleCode(rawValue: role)
    #expect(review.verdict == (signs ? .holds(.signer(code)) : .lacks(.fullmakt)))
    #expect(review.remedies == (signs ? [] : [.letSign(["DAGL", "LEDE"])]))
  }

  @Test func `what was not told is said to be unknown`() {
    #expect(review(nil, page([])).verdict == .unknown(.serviceNotTold))
    #expect(review("qqq", page([])).verdict == .unknown(.serviceNotInCatalogue))
    #expect(review("a02").verdict == .unknown(.holdingsNotTold))
    #expect(review("a02") { $0.isForPerson = true }.verdict == .unknown(.privateParty))
  }

  @Test func `the flow names the client packages and no others`() {
    let client = Self.catalogue.packages.entries.filter { $0.kind == .client }.map(\.id)
    #expect(Set(Ask.ClientPackage.allCases.map(\.rawValue)) == Set(client))
    let persons = Self.catalogue.packages.entries.filter(\.personsOnly).map(\.id)
    #expect(persons == [AccessPackage.mainAdministrator])
  }
}
