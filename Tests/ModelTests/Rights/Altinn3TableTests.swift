import Model
import Testing

/// The tables of the second portal: packages, services, and what ends when.
@Suite struct Altinn3TableTests {
  private let catalogue = Catalogue(from: .embedded)

  private var services: [Service] {
    get throws { try catalogue.services(of: .altinn3).entries }
  }

  @Test func `every service says what Altinn 3 asks for, with packages that exist`() throws {
    let packages = try catalogue.accessPackages()
    for service in try services {
      let access = try #require(service.access, "\(service.id)")
      let named = access.packages.values.flatMap(\.self)
      #expect(!named.isEmpty && Set(named).count == named.count, "\(service.id)")
      #expect(named.allSatisfy { packages[$0] != nil }, "\(service.id)")
      #expect((access.way == nil) == (access.wayStanding == nil), "\(service.id)")
    }
  }

  @Test(arguments: [
    ("a02", 6), ("amelding-upload", 6), ("rf1211", 4), ("rf1086", 5), ("nav-sykmelding", 1),
    ("rf0002", 0), ("rr0002", 0), ("skattemelding-naering", 0), ("krav-og-betalinger", 0),
    ("ssb", 0),
  ])
  func `only what somebody says outside can be a verdict`(id: String, count: Int) throws {
    let service = try #require(try catalogue.services(of: .altinn3)[id])
    #expect(service.access?.certainPackages.count == count)
  }

  @Test func `a-melding takes A-ordningen and not Lønn, and the tax card Lønn`() throws {
    let services = try catalogue.services(of: .altinn3)
    let amelding = services["a02"]?.access?.certainPackages ?? []
    #expect(amelding.contains("a-ordning") && !amelding.contains("lonn"))
    #expect(services["rf1211"]?.access?.packages[.thirdParty] == ["lonn"])
  }

  @Test func `a service that both portals have keeps its name and its form`() throws {
    let former = try catalogue.services()
    for service in try services {
      guard let old = former[service.id] else { continue }
      #expect(old.names == service.names && old.form == service.form, "\(service.id)")
      #expect(old.access == nil)
    }
  }

  @Test(arguments: [
    ("a02", ProgramWay.access, false), ("amelding-upload", .logIn, false),
    ("rf0002", .logIn, false), ("skattemelding-naering", .access, true), ("rr0002", .access, true),
  ])
  func `it is told whether a person acts`(id: String, way: ProgramWay, signs: Bool) throws {
    let service = try #require(try catalogue.services(of: .altinn3)[id])
    #expect(service.access?.way == way && service.needsSigning == signs)
  }

  @Test func `old roles exist and end on a day that the table has`() throws {
    let (roles, expiries) = (try catalogue.rights(), try catalogue.expiries())
    let old = try services.compactMap(\.access?.oldRoles)
    #expect(old.count == 1)
    for old in old {
      #expect(expiries[old.until]?.lastDay == "2026-12-31")
      #expect(old.roles.allSatisfy { roles.roles[$0] != nil || roles.registerRoles[$0] != nil })
    }
  }

  @Test func `what ends does so on a real day, and is said in every language`() throws {
    let expiries = try catalogue.expiries().entries
    #expect(!expiries.isEmpty)
    for expiry in expiries {
      #expect(Day(expiry.lastDay)?.text == expiry.lastDay)
      let key = PortalEdition(rawValue: expiry.id)?.closedKey ?? "expiry.\(expiry.id)"
      for language in Language.allCases {
        #expect(Content.embedded.texts(language).has(key), "\(expiry.id)")
      }
    }
  }

  @Test func `the kind of a package says where it can go`() {
    typealias Kind = AccessPackage.Kind
    #expect(Kind.allCases.filter(\.isGiven) == [.ordinary, .administration])
    #expect(Kind.allCases.filter(\.isForOwnAccess) == [.ordinary, .administration])
    #expect(Kind.allCases.filter(\.isForClientAccess) == [.ordinary, .client])
  }

  /// Those who have a package by their role in Enhetsregisteret (R4).
  @Test(arguments: [
    ("a-ordning", "INNH", true), ("a-ordning", "KNUF", true), ("lonn", "KNUF", false),
    ("lonn-personopplysninger-saerlig-kategori", "INNH", false),
    ("lonn-personopplysninger-saerlig-kategori", "REPR", true),
    ("sykefravaer-personopplysninger-saerlig-kategori", "REPR", false),
    ("tilgangsstyrer", "REPR", true), ("hovedadministrator", "KOMP", false),
    ("maskinporten-administrator", "REPR", false), ("regnskapsforer-lonn", "REGN", true),
    ("ansvarlig-revisor", "REVI", true), ("a-ordning", "FFØR", false),
  ])
  func `a register role brings what the register says`(id: String, role: RoleCode, has: Bool) throws
  {
    let package = try #require(try catalogue.accessPackages()[id])
    #expect(package.registerRoles.contains(role) == has)
  }

  @Test func `roles of the register exist, and board members have no package`() throws {
    let known = try catalogue.rights().registerRoles
    let packages = try catalogue.accessPackages().entries
    let roles = packages.flatMap { $0.registerRoles + $0.rolesOfForm.values.flatMap(\.self) }
    #expect(roles.allSatisfy { known[$0] != nil })
    let none: [RoleCode] = [
      "MEDL", "NEST", "VARA", "KONT", "KEMN", "KOMK", "SAM", "MVAU", "MVAG", "SREVA",
    ]
    #expect(!none.contains(where: roles.contains))
    #expect(packages.filter(\.personsOnly).map(\.id) == ["hovedadministrator"])
  }

  @Test func `a place of the screens must be read again, and says as of when it holds`() throws {
    let (list, places) = (try catalogue.sources(), try catalogue.menuPaths())
    let users = try #require(places[.init("users", in: .altinn3)])
    #expect(list.mustReadAgain(users) && list.asOf(users) == "2026-08-21")
    let login = try #require(places[.init("loginInformation", in: .altinn2)])
    #expect(!list.mustReadAgain(login) && list.asOf(login) == nil)
    #expect(list.sources.compactMap(\.asOf).allSatisfy { Day($0)?.text == $0 })
  }

  @Test func `what a program warns of is said in every language`() throws {
    for key in try catalogue.products().entries.flatMap(\.warnings) {
      for language in Language.allCases {
        #expect(Content.embedded.texts(language).has(key), "\(key)")
      }
    }
  }
}
