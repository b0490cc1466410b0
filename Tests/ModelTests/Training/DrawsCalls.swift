import Testing

@testable import Model

/// Tests about calls of the exercises there are.
protocol DrawsCalls {}

extension DrawsCalls {
  func room(_ edition: PortalEdition) throws -> TrainingRoom {
    try #require(Content.embedded.trainingRoom(of: edition))
  }

  func call(_ name: String, _ edition: PortalEdition = .altinn2, seed: String = "1") throws
    -> TrainingCall
  {
    let id = ScenarioID(edition, name, seed: seed)
    return TrainingCall(try #require(try room(edition).draw.scenario(id)))
  }
}
