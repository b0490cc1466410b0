import TestSupport
import Testing

@testable import Model

/// What a caller answers when asked once more, and what they have from somebody else.
@Suite struct RespondentTests: DrawsCalls {
  /// Calls of callers who are wrong about something, with what it is.
  private func mistaken(_ room: TrainingRoom) throws -> [(call: TrainingCall, fact: FieldID)] {
    let drawn = (0..<Reliability.count(14, full: 300)).map { "B\($0)" }
    return try room.names(byHand: ["A", "ULV"], drawn: drawn).compactMap { id in
      let scenario = try #require(room.draw.scenario(id))
      guard let fact = scenario.caller.belief.keys.first else { return nil }
      return (TrainingCall(scenario), fact)
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `nobody goes back to a belief that has been put right`(edition: PortalEdition) throws {
    let room = try room(edition)
    var count = 0
    for (start, fact) in try mistaken(room) {
      var call = start
      let (belief, value) = (call.scenario.caller.belief[fact], call.world.facts[fact])
      call.patience = nil
      if call.perform(.ask(fact, .clear), in: room) == .mixedUp(fact) {
        call.perform(.ask(fact, .clear), in: room)
      }
      #expect(call.replies.last == .value(fact, belief ?? ""))
      #expect(call.perform(.isSeen(fact), in: room) == .corrects(fact, value ?? ""))
      #expect(call.perform(.ask(fact, .clear), in: room) == .value(fact, value ?? ""))
      count += 1
    }
    #expect(count > 8, "\(count)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `what a caller is wrong about is given away by no other answer`(edition: PortalEdition)
    throws
  {
    let room = try room(edition)
    var count = 0
    for (start, fact) in try mistaken(room) {
      for other in room.portal.facts.map(\.fact) where start.world.facts[other] == nil {
        guard other != room.portal.message else { continue }
        var call = start
        call.perform(.ask(other, .clear), in: room)
        #expect(call.known[fact] != call.world.facts[fact], "\(call.scenario.id) \(other)")
        count += 1
      }
    }
    #expect(count > 20, "\(count)")
  }

  @Test func `what was told by somebody else is passed on as theirs, and not looked at`() throws {
    let room = try room(.altinn2)
    var call = try call("6")
    call.patience = nil
    #expect(call.perform(.ask(.ownerRight, .clear), in: room) == .unknown(.ownerRight))
    let asked = call.perform(.wait(.ownerRight, for: .giver), in: room)
    #expect(asked == .asked(.giver, .ownerRight, Fact.no))
    #expect(call.perform(.ask(.ownerRight, .clear), in: room) == .told(.ownerRight, Fact.no))
    let shown = call.perform(.show(.ownerRight, at: "inProgram"), in: room)
    #expect(shown == .told(.ownerRight, Fact.no))
    #expect(!call.known.recalled.contains(.ownerRight))
  }

  @Test func `somebody who is not there is not away and does not come`() throws {
    let room = try room(.altinn3)
    for event in ["away", "back"] {
      var own = try call("S1", .altinn3)
      #expect(
        own.perform(.event(Happening(event, .clientManager)), in: room) == .unnoticed
      )
      var client = try call("S4", .altinn3)
      #expect(
        client.perform(.event(Happening(event, .clientManager)), in: room) != .unnoticed
      )
    }
  }
}
