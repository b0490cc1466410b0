import Model
import TestSupport
import Testing
import Wording

/// What a trainee has only been told is told as no surer than at the desk.
@Suite struct TrainingSurenessTests {
  @Test(arguments: Language.allCases)
  func `a point that was only told to fail is said to fail probably on each page`(
    language: Language
  ) throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let id = try #require(ScenarioID("v4/altinn2/1/ULV"))
    var call = TrainingCall(try #require(room.draw.scenario(id)))
    for fact in [room.portal.message, .systemPasswordCorrect] {
      call.perform(.ask(fact, .clear), in: room)
    }
    let failing = call.verdicts(in: room).filter { $0.state == .failing }
    #expect(failing.map(\.point) == [.registration])
    let wording = Wording(.embedded, language)
    let hedged = wording("state.failing.likely")
    let text = TrainingText(call, room, wording)
    #expect(text.points.contains("1 \(hedged)"), "\(text.points)")
    let page = text.overview(Content.embedded.engine(of: .altinn2)).inWholeLines
    #expect(page.contains(hedged), "\(page)")
    #expect(call.diagnosis(in: room)?.conclusion.certainty == .likely)
  }
}
