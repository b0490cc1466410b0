import Model
import Testing

@Suite struct RightsModelTests {
  @Test func `filling in does not include signing`() throws {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .role("REGNA")))
    #expect(ask(model, .fillIn, "rf0002") == .granted(.role(HeldRole("REGNA", .delegation))))
    guard case .rolesDoNotCover(let asked) = ask(model, .sign, "rf0002").reason else {
      Issue.record("the reason must name the roles that sign")
      return
    }
    #expect(asked.contains("SISKD"))
  }

  @Test func `a single right covers what it says and no more`() throws {
    let model = try Cast.model(
      Holding(Cast.person, for: Cast.clientB, .service("rr0002", [.write]))
    )
    #expect(ask(model, .send, "rr0002") == .granted(.directRight))
    #expect(ask(model, .sign, "rr0002") == .unknown(.rolesNotKnown))
    #expect(ask(model, .sign, "a02") == .unknown(.signingNotKnown))
    #expect(ask(model, .fillIn, "other") == .unknown(.serviceNotInCatalogue))
    #expect(ask(model, .fillIn, "a02").outcome == .notGranted)
  }

  @Test func `a register role that the service itself asks for is enough`() throws {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .registerRole("KNUF")))
    #expect(ask(model, .send, "a02") == .granted(.role(HeldRole("KNUF", .register("KNUF")))))
  }

  @Test func `a right for one reportee says nothing of another`() throws {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientC, .registerRole("DAGL")))
    #expect(ask(model, .send, "a02") == .notGranted(.nothingHeld))
  }

  @Test func `Hovedadministrator gives what is not held but cannot pass itself on`() throws {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .role("HADM")))
    #expect(give(model, .role("SISKD")) == .granted(.mainAdministrator))
    #expect(give(model, .service("other", [.sign])) == .granted(.mainAdministrator))
    #expect(give(model, .role("HADM")) == .notGranted(.topRoleMissing))
    #expect(
      model.permission(toRegisterDatasystem: Cast.person, on: Cast.clientB)
        == .notGranted(.accessManagerMissing)
    )
  }

  @Test func `Tilgangsstyring alone gives nothing but itself`() throws {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .role("ADMAI")))
    #expect(give(model, .role("UTINN")) == .notGranted(.rightItselfMissing))
    #expect(give(model, .role("ADMAI")) == .granted(.accessManagerWithRight))
    #expect(give(model, .service("a02", [.write])) == .notGranted(.rightItselfMissing))
    #expect(give(model, .service("rr0002", [.write])) == .unknown(.rolesNotKnown))
  }

  @Test func `some roles are not given the ordinary way`() throws {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .registerRole("DAGL")))
    #expect(give(model, .role("EKTJ")) == .notGranted(.roleNotDelegable))
    #expect(give(model, .role("A0239")) == .notGranted(.clientRoleFromRegister))
    #expect(give(model, .role("NOSUCH")) == .unknown(.roleNotInCatalogue))
  }

  @Test func `what a firm was given is not said to reach its key people, nor not to`() throws {
    let given = Holding(Cast.firmA, for: Cast.clientB, .role("UTINN"))
    let chair = try Cast.model(
      given,
      Holding(Cast.person, for: Cast.firmA, .registerRole("LEDE"))
    )
    #expect(ask(chair, .send, "a02") == .unknown(.throughFirm("LEDE", firm: Cast.firmA)))
    let member = try Cast.model(
      given,
      Holding(Cast.person, for: Cast.firmA, .registerRole("MEDL"))
    )
    #expect(ask(member, .send, "a02") == .notGranted(.nothingHeld))
  }

  private func ask(_ model: RightsModel, _ action: RightsAction, _ service: String) -> Permission {
    model.permission(to: action, service: service, holder: Cast.person, for: Cast.clientB)
  }

  private func give(_ model: RightsModel, _ grant: Grant) -> Permission {
    model.permission(toGive: grant, giver: Cast.person, for: Cast.clientB)
  }
}
