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
    #expect(model.sending("a02", by: Cast.person, for: Cast.clientB).isGranted)
    let system = system(model, Cast.firmA, for: Cast.clientB)
    #expect(system.outcome == .notGranted)
    guard case .rolesDoNotCover(let asked) = system.reason else {
      Issue.record("\(system)")
      return
    }
    #expect(asked.first == "UTINN")
  }

  @Test func `case 5: own number without the right, so points 2 and 3 fail at once`() throws {
    let own = try Cast.model().sending("a02", by: Cast.person, for: Cast.clientB)
    #expect(own.outcome == .notGranted)
  }

  @Test func `nothing is said to fail when no source tells what the service asks for`() throws {
    let model = try Cast.model(Holding(Cast.firmA, for: Cast.clientB, .role("UTINN")))
    #expect(model.sending("rr0002", by: Cast.clientB, for: Cast.clientB).isGranted)
    #expect(model.sending("rr0002", by: Cast.firmA, for: Cast.clientB).outcome == .unknown)
  }

  private func system(_ model: RightsModel, _ owner: Party, for reportee: Party) -> Permission {
    model.sending("a02", by: owner, for: reportee)
  }
}
