import Model
import Testing

/// Clients of accountants and auditors.
@Suite struct ClientTests {
  let employee = Party(id: "q", kind: .person, name: "Ola")

  @Test func `registering the firm gives it the client roles`() throws {
    var model = try Cast.model()
    model.register(Cast.firmA, as: .accountant, of: Cast.clientB)
    #expect(
      model.clientRoles(of: Cast.firmA, for: Cast.clientB) == ["A0239", "A0240", "A0241"]
    )
    model.register(Cast.firmA, as: .auditor, of: Cast.clientB)
    #expect(
      model.clientRoles(of: Cast.firmA, for: Cast.clientB)
        == ["A0239", "A0240", "A0241", "A0237", "A0238"]
    )
    #expect(model.sending("a02", by: Cast.firmA, for: Cast.clientB).isGranted)
    #expect(model.sending("a02", by: employee, for: Cast.clientB).outcome == .notGranted)
  }

  @Test func `the general manager has all client roles and an employee the one handed on`() throws {
    let model = try firm()
    #expect(
      ask(model, .send, Cast.person)
        == .granted(.role(HeldRole("A0239", .manager(firm: Cast.firmA))))
    )
    #expect(
      ask(model, .send, employee)
        == .granted(.role(HeldRole("A0241", .client(firm: Cast.firmA))))
    )
    #expect(model.permission(toAsk: employee, for: Cast.clientB).isGranted)
  }

  @Test func `the client administrator hands on the roles the firm has, and no others`() throws {
    let model = try firm()
    let handed = Grant.clientRole("A0240", firm: Cast.firmA)
    #expect(
      model.permission(toGive: handed, giver: Cast.person, for: Cast.clientB)
        == .granted(.clientAdministrator(firm: Cast.firmA))
    )
    #expect(
      model.permission(toGive: handed, giver: employee, for: Cast.clientB)
        == .notGranted(.clientAdministratorMissing(firm: Cast.firmA))
    )
    #expect(
      model.permission(
        toGive: .clientRole("A0237", firm: Cast.firmA),
        giver: Cast.person,
        for: Cast.clientB
      )
        == .notGranted(.clientRoleFromRegister)
    )
  }

  @Test func `everything falls away when the client changes accountant`() throws {
    var model = try firm()
    model.register(Cast.clientC, as: .accountant, of: Cast.clientB)
    #expect(model.clientRoles(of: Cast.firmA, for: Cast.clientB).isEmpty)
    #expect(ask(model, .send, Cast.person) == .notGranted(.nothingHeld))
    #expect(
      ask(model, .send, employee)
        == .notGranted(.clientRoleLapsed("A0241", firm: Cast.firmA))
    )
    #expect(!model.permission(toAsk: employee, for: Cast.clientB).isGranted)
    #expect(ask(model, .send, Cast.firmA) == .notGranted(.nothingHeld))
  }

  /// Firm A is accountant of client B; the person manages the firm and has handed on payroll.
  private func firm() throws -> RightsModel {
    try Cast.model(
      Holding(Cast.firmA, for: Cast.clientB, .registerRole(.accountant)),
      Holding(Cast.person, for: Cast.firmA, .registerRole(.generalManager)),
      Holding(employee, for: Cast.clientB, .clientRole("A0241", firm: Cast.firmA))
    )
  }

  private func ask(_ model: RightsModel, _ action: RightsAction, _ holder: Party) -> Permission {
    model.permission(to: action, service: "a02", holder: holder, for: Cast.clientB)
  }
}
