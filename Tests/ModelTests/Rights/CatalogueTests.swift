import Model
import Testing

@Suite struct CatalogueTests {
  let catalogue = Catalogue(from: .embedded)

  @Test func `every table loads and is not empty`() throws {
    let rights = try catalogue.rights()
    #expect(rights.registerRoles.entries.count == 24)
    #expect(rights.roles.entries.count == 37)
    #expect(rights.services.entries.count == 42)
    #expect(try catalogue.products().entries.count == 13)
    #expect(try catalogue.accessPackages().entries.count == 23)
    #expect(try catalogue.menuPaths().entries.count == 53)
    #expect(try catalogue.services(of: .altinn3).entries.count == 31)
    #expect(try catalogue.expiries().entries.count == 3)
  }

  @Test func `every entry has a known source and a real date`() throws {
    let sources = try catalogue.sources().keys
    for entry in try provenance() {
      #expect(!entry.source.isEmpty)
      #expect(entry.source.allSatisfy(sources.contains), "\(entry.source)")
      #expect(Set(entry.source).count == entry.source.count)
      #expect(CheckedDate.isHonest(entry.checked), "\(entry.checked)")
    }
  }

  @Test func `every official name is there in all three languages`() throws {
    let rights = try catalogue.rights()
    let names =
      rights.registerRoles.entries.map(\.names) + rights.roles.entries.map(\.names)
      + rights.services.entries.map(\.names) + (try catalogue.accessPackages().entries.map(\.names))
      + (try catalogue.services(of: .altinn3).entries.map(\.names))
    for name in names {
      for language in Language.allCases { #expect(!name[language].isEmpty) }
    }
  }

  @Test func `every menu path has the same depth in all three languages`() throws {
    for place in try catalogue.menuPaths().entries {
      for path in [place.path] + place.formerly + place.later {
        #expect(!path.nb.isEmpty && path.nb.count == path.nn.count)
        #expect(path.nb.count == path.en.count)
        #expect(Language.allCases.allSatisfy { !path[$0].contains("") })
      }
    }
  }

  @Test(arguments: [
    "datasystems", "rightsYouHave", "othersWithRightsEnterprise", "othersWithRightsPerson",
    "loginInformation", "requestAccess", "clientDelegation", "registerAccountant", "inProgram",
    "vendorSupport", "serviceOwnerContact", "altinnSupport",
  ])
  func `every place of Altinn II is there`(name: String) throws {
    #expect(try catalogue.menuPaths()[.init(name, in: .altinn2)] != nil)
  }

  @Test(arguments: [
    "systemAccess", "systemAccessApproval", "inProgram", "vendorSupport", "accessManagement",
    "accessRequests", "users", "ownFullmakter", "fromOthers", "fullmakter", "systemAccesses",
    "clientAdministration", "ownClients",
  ])
  func `every place of Altinn 3 is there`(name: String) throws {
    #expect(try catalogue.menuPaths()[.init(name, in: .altinn3)] != nil)
  }

  @Test func `every role code that a table refers to exists`() throws {
    let rights = try catalogue.rights()
    for role in rights.registerRoles.entries {
      #expect(role.brings.allSatisfy { rights.roles[$0] != nil }, "\(role.id)")
      #expect(Set(role.brings).count == role.brings.count, "\(role.id)")
      #expect(rights.roles[role.id] == nil, "one code must not mean two roles")
    }
    for service in rights.services.entries {
      for code in (service.fillIn ?? []) + (service.sign ?? []) {
        #expect(rights.roles[code] != nil || rights.registerRoles[code] != nil, "\(code)")
      }
    }
  }

  @Test func `a list of roles is never empty: what is unknown is left out`() throws {
    for service in try catalogue.services().entries {
      #expect(service.fillIn?.isEmpty != true && service.sign?.isEmpty != true)
      if service.sign != nil { #expect(service.needsSigning, "\(service.id)") }
    }
  }

  @Test func `service codes are four digits and belong to one service`() throws {
    var seen: Set<String> = []
    for code in try catalogue.services().entries.flatMap(\.codes) {
      #expect(code.code.count == 4 && code.code.allSatisfy(\.isNumber))
      #expect(seen.insert(code.code).inserted, "\(code.code)")
      #expect(!code.editions.isEmpty)
    }
  }

  @Test func `breadth lies in its range and the powers stand with the right roles`() throws {
    let roles = try catalogue.rights().roles.entries
    #expect(roles.allSatisfy { (1...4).contains($0.breadth) })
    #expect(roles.filter(\.registersDatasystem).map(\.id) == ["ADMAI"])
    #expect(roles.filter { !$0.delegable }.map(\.id) == ["EKTJ"])
    #expect(
      roles.filter { $0.clientRole == .accountant }.map(\.id) == ["A0239", "A0240", "A0241"]
    )
    #expect(roles.filter { $0.clientRole == .auditor }.map(\.id) == ["A0237", "A0238"])
  }

  @Test func `an id that occurs twice is refused`() throws {
    let product = try #require(try catalogue.products().entries.first)
    #expect(throws: AssetSource.Failure.malformed("x", detail: "duplicate id \(product.id)")) {
      try CatalogueTable([product, product], named: "x")
    }
  }

  private func provenance() throws -> [any Provenance] {
    let rights = try catalogue.rights()
    return rights.registerRoles.entries + rights.roles.entries + rights.services.entries
      + (try catalogue.products().entries) + (try catalogue.accessPackages().entries)
      + (try catalogue.menuPaths().entries) + (try catalogue.services(of: .altinn3).entries)
      + (try catalogue.expiries().entries)
  }
}
