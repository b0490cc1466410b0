import Model
import Testing

/// The five worked cases of whom an ID works for: it acts with its owner's rights.
@Suite struct WorkedCasesTests {
  @Test func `case 1: both clients delegated to the firm, so its ID works for both`() throws {
    let model = try Cast.model(
      Holding(Cast.firmA, for: Cast.clientB, .service("a02", [.write])),
      Holding(Cast.firmA, for: Cast.clientC, .role("UTINN"))
    )
    #expect(system(model, Cast.firmA, for: Cast.clientB) == .granted(.directRight))
    #expect(
      system(model, Cast.firmA, for: Cast.clientC)
        == .granted(.role(HeldRole("UTINN", .delegation)))
    )
  }

  @Test func `case 2: one client uses its own ID, the other delegated to the firm`() throws {
    let model = try Cast.model(Holding(Cast.firmA, for: Cast.clientC, .role("UTINN")))
    #expect(system(model, Cast.clientB, for: Cast.clientB) == .granted(.itself))
    #expect(system(model, Cast.firmA, for: Cast.clientC).isGranted)
    #expect(system(model, Cast.firmA, for: Cast.clientB) == .notGranted(.nothingHeld))
  }

  @Test func `case 3: the clients own their IDs and gave the firm nothing`() throws {
    let model = try Cast.model()
    for client in [Cast.clientB, Cast.clientC] {
      #expect(system(model, Cast.firmA, for: client) == .notGranted(.nothingHeld))
      #expect(system(model, client, for: client).isGranted)
    }
  }

  @Test func `case 4: the role given does not cover the service, so point 3 fails`() throws {
    let model = try Cast.model(
      Holding(Cast.firmA, for: Cast.clientB, .role("A0236")),
      Holding(Cast.person, for: Cast.clientB, .role("UTINN"))
    )
    let rights = model.submission(
      of: "a02",
      sender: Cast.person,
      idOwner: Cast.firmA,
      for: Cast.clientB
    )
    #expect(rights.failing == [.systemRights])
    guard case .rolesDoNotCover(let asked) = rights.system.reason else {
      Issue.record("\(rights.system)")
      return
    }
    #expect(asked.first == "UTINN")
  }

  @Test func `case 5: own number without the right, so points 2 and 3 fail at once`() throws {
    let rights = try Cast.model().submission(
      of: "a02",
      sender: Cast.person,
      idOwner: Cast.person,
      for: Cast.clientB
    )
    #expect(rights.failing == [.personRights, .systemRights])
    #expect(rights.open.isEmpty)
  }

  @Test func `nothing is said to fail when no source tells what the service asks for`() throws {
    let model = try Cast.model(Holding(Cast.firmA, for: Cast.clientB, .role("UTINN")))
    let rights = model.submission(
      of: "rr0002",
      sender: Cast.clientB,
      idOwner: Cast.firmA,
      for: Cast.clientB
    )
    #expect(rights.failing.isEmpty)
    #expect(rights.open == [.systemRights])
  }

  private func system(_ model: RightsModel, _ owner: Party, for reportee: Party) -> Permission {
    model.submission(of: "a02", sender: Cast.person, idOwner: owner, for: reportee).system
  }
}
