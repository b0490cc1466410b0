import Model
import Testing

@Suite struct RightsRemedyTests {
  @Test func `the single service comes first, then narrow roles, then the register`() throws {
    let catalogue = try Cast.catalogue()
    #expect(
      catalogue.remedies(for: .write, to: "rf1211", reportee: .person)
        == [
          .singleService("rf1211", .write), .role("REGNA"), .role("REVAI"), .role("UTINN"),
        ]
    )
    #expect(
      catalogue.remedies(for: .write, to: "a02", reportee: .organisation)
        == [
          .singleService("a02", .write), .role("UTINN"), .registerFirm(.accountant),
          .registerFirm(.auditor),
        ]
    )
    #expect(
      catalogue.remedies(for: .sign, to: "rf0002", reportee: .person)
        == [.singleService("rf0002", .sign), .role("SISKD")]
    )
  }

  @Test(arguments: [
    ("a02", ServiceRight.write, RoleCode("UTINN")), ("rf0002", .write, "REGNA"),
    ("rf0002", .sign, "SISKD"), ("rf1211", .write, "REGNA"),
  ])
  func `the smallest role that would do`(
    service: String,
    right: ServiceRight,
    role: RoleCode
  ) throws {
    #expect(try Cast.catalogue().smallestRole(to: right, service: service)?.id == role)
  }

  @Test func `the service alone remains where no source names roles`() throws {
    let catalogue = try Cast.catalogue()
    #expect(
      catalogue.remedies(for: .write, to: "rr0002", reportee: .organisation)
        == [.singleService("rr0002", .write)]
    )
    #expect(catalogue.smallestRole(to: .write, service: "rr0002") == nil)
  }

  @Test func `every way that is given really gives the right`() throws {
    let catalogue = try Cast.catalogue()
    for service in catalogue.services.entries {
      for right in ServiceRight.allCases {
        for way in catalogue.remedies(for: right, to: service.id, reportee: .organisation) {
          var model = RightsModel(catalogue)
          if let grant = way.grant {
            model.holdings = [Holding(Cast.firmA, for: Cast.clientB, grant)]
          } else if case .registerFirm(let kind) = way {
            model.register(Cast.firmA, as: kind, of: Cast.clientB)
          }
          #expect(
            model.permission(
              to: right == .sign ? .sign : .send,
              service: service.id,
              holder: Cast.firmA,
              for: Cast.clientB
            ).isGranted,
            "\(way)"
          )
        }
      }
    }
  }

  @Test func `those to turn to are the register roles that may give it`() throws {
    let catalogue = try Cast.catalogue()
    #expect(
      catalogue.registerRoles(thatMayGive: .role(.mainAdministrator))
        == ["DAGL", "LEDE", "INNH", "BEST"]
    )
    #expect(
      catalogue.registerRoles(thatMayGive: .service("rr0002", [.write]))
        == ["DAGL", "LEDE", "INNH", "DTSO", "DTPR", "BEST"]
    )
    let sending = catalogue.registerRoles(thatMayGive: .role("UTINN"))
    #expect(sending.contains("KOMP") && !sending.contains("KONT") && !sending.contains("KNUF"))
  }
}
