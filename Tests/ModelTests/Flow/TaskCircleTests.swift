import Model
import TestSupport
import Testing

/// Whoever takes each task that is offered comes to an end, and never to the same page with the same answers.
@Suite struct TaskCircleTests {
  private struct Place: Hashable {
    let flow: FlowID
    let step: StepID
    let answers: [FieldID: String]
  }

  /// The tasks begun on the way to a receipt; `nil` for a way that leads round.
  ///
  /// Each question that is not filled in is answered as this person always answers it.
  private static func begun(from start: Flow, answering answers: [FieldID: String]) -> [FlowID]? {
    var walk = Content.embedded.walk(start)
    var seen: Set<Place> = []
    var begun = [start.id]
    for _ in 0..<300 {
      if walk.current.kind == .receipt { return begun }
      if let task = walk.current.begins.first, let flow = Flow.named(task.flow),
        let draft = CaseDraft(for: task, from: walk, numbered: nil)
      {
        let stored = walk.content.answers.map { ($0.field, $0.answer.value) }
        let place = Place(
          flow: walk.flow.id,
          step: walk.current.id,
          answers: Dictionary(stored) { $1 }
        )
        guard seen.insert(place).inserted else { return nil }
        begun.append(flow.id)
        walk = Content.embedded.walk(flow, resuming: draft)
        continue
      }
      for field in walk.current.fields where walk.answer(field.id) == nil {
        walk.give(answers[field.id] ?? field.leastAnswer, to: field.id)
      }
      walk.advance()
    }
    return nil
  }

  private static let always: [FieldID: String] = [
    "connect.act": "connect", .accessListed: "missing", .requestState: "waiting",
    .approverCanManage: Fact.yes, "connect.addHow": "one", "connect.added": "some",
    "connect.stands": "waiting", Ask.side: "asks", Ask.what: "package", Ask.package: "a-ordning",
    "logIn.tried": "refused",
  ]

  private static let worlds: [[FieldID: String]] = {
    let varied: [(field: FieldID, values: [String])] = [
      (.workFor, WorkFor.allCases.map(\.rawValue)), ("logIn.about", ["program", "stuck"]),
      (.senderActs, ["nothing", "logsIn"]), (.service, ["rf0002", "a02"]),
      (Ask.lacking, Ask.Lacking.allCases.map(\.rawValue)), ("connect.have", ["link", "old"]),
      (.approverHoldsAll, [Fact.yes, Fact.no]),
    ]
    return varied.reduce([always]) { worlds, next in
      worlds.flatMap { world in
        next.values.map { value in world.merging([next.field: value]) { $1 } }
      }
    }
  }()

  @Test(arguments: [
    Flow.connectProgram.id, Flow.checkFullmakt.id, Flow.requestFullmakt.id, Flow.logInToday.id,
  ])
  func `no way from task to task leads round`(id: FlowID) throws {
    let flow = try #require(Flow.named(id))
    #expect(Self.worlds.count > 200)
    for world in Self.worlds {
      let begun = Self.begun(from: flow, answering: world)
      #expect(begun != nil, "\(world)")
      if world[.workFor] == WorkFor.person.rawValue {
        // A private person is never sent back to the task that cannot help them.
        let isRound = begun?.dropFirst().contains(Flow.connectProgram.id) ?? true
        #expect(!isRound, "\(world): \(begun ?? [])")
      }
    }
  }
}
