import TestSupport
import Testing

@testable import Model

/// What can be asked of how it was before: it is told as the exercise has it, and proves nothing.
@Suite struct PastTests: DrawsCalls {
  private func answer(_ past: Past, _ call: TrainingCall) throws -> String? {
    var call = call
    let room = try room(call.scenario.edition)
    let before = call.known
    let reply = call.perform(.ask(past.field, .clear), in: room)
    #expect(call.known == before && call.hasAnswered(past.field) && call.tally.useless == 0)
    guard case .past(past, let value) = reply else { return nil }
    return value
  }

  @Test(arguments: PortalEdition.allCases)
  func `every caller can tell, in words there are, and the same however often`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    let drawn = (0..<Reliability.count(4, full: 100)).map { "P\($0)" }
    for id in room.names(byHand: ["A"], drawn: drawn) {
      let call = TrainingCall(try #require(room.draw.scenario(id)))
      #expect(room.questions(call).filter { Past($0) != nil } == Past.allCases.map(\.field))
      for past in Past.allCases {
        let value = try #require(try answer(past, call), "\(id)")
        #expect(past.values.contains(value), "\(id) \(value)")
        #expect(room.knows(.ask(past.field, .clear)))
        // A client is spoken of where there is one.
        let isOfClient =
          call.world.all[.workFor] == WorkFor.client.rawValue
          || call.world.all[.systemOwner] == Owner.otherOrganisation.rawValue
        #expect(value != "client" || isOfClient, "\(id)")
      }
    }
    for past in Past.allCases {
      for value in past.values {
        for language in Language.allCases {
          let lines = Content.embedded.texts(language)("train.past.\(past.rawValue).\(value)")
          #expect(lines.split(separator: "\n").count >= 3, "\(past) \(value) \(language)")
        }
      }
    }
  }

  @Test func `what is told fits what the caller says first`() throws {
    let told: [(String, PortalEdition, [String])] = [
      ("1", .altinn2, ["program", "all", "before"]), ("3", .altinn2, ["nothing", "all", "before"]),
      ("4", .altinn2, ["person", "one", "never"]), ("6", .altinn2, ["client", "one", "never"]),
      ("7", .altinn2, ["nothing", "one", "before"]),
      ("10", .altinn2, ["unknown", "all", "unknown"]),
      ("S1", .altinn3, ["program", "all", "never"]),
      ("S4", .altinn3, ["client", "one", "never"]),
    ]
    for (name, edition, values) in told {
      let call = try call(name, edition)
      let answers = try Past.allCases.map { try answer($0, call) ?? "" }
      #expect(answers == values, "\(name)")
    }
  }

  @Test func `to ask is a step that costs little, and a word of its own in the record`() throws {
    let room = try room(.altinn2)
    let best = BestWay(room).play(try call("6"))
    var call = TrainingCall(best.scenario, playing: best.acts.prefix(2), in: room)
    for past in Past.allCases { call.perform(.ask(past.field, .clear), in: room) }
    call = BestWay(room).play(call)
    let steps = Debrief(call, in: room).steps
    #expect(steps.allSatisfy { $0.worth == .best || $0.worth == .asGood }, "\(steps.map(\.worth))")
    #expect(TrainingAct("ask:past.changed:clear") == .ask(Past.changed.field, .clear))
    #expect(!room.knows(.ask("past.nothing", .clear)) && !room.knows(.isSeen(Past.changed.field)))
    #expect(call.acts.map { TrainingAct($0.description) } == call.acts)
  }
}
