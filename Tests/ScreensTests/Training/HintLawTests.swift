import Model
import TestSupport
import Testing
import Wording

/// Hints come in three tiers: the first names no answer, and each tells more than the one before.
@Suite struct HintLawTests {
  /// What gives the next step away.
  private static func answer(_ act: TrainingAct, _ call: TrainingCall, _ wording: Wording) -> String
  {
    let edition = call.scenario.edition
    return switch act {
    case .ask(let fact, _), .isSeen(let fact): wording.brief(fact)
    case .show(_, let place): wording.path(place, of: edition)
    case .wait(_, let actor): wording(actor.waitsKey)
    case .advise(let action, _, _): wording("action.\(action).title")
    // What a case carries is filled in as the call is ended.
    case .note: wording.short(.end(call.rightEnd))
    default: wording.short(act)
    }
  }

  @Test(arguments: Language.allCases, PortalEdition.allCases)
  func `each hint tells more than the one before, and only the last tells the step`(
    language: Language,
    edition: PortalEdition
  ) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let wording = Wording(.embedded, language)
    let drawn = (0..<Reliability.count(4, full: 100)).map { "H\($0)" }
    var (count, kinds) = (0, Set<String>())
    for id in room.names(byHand: ["A", "B"], drawn: drawn) {
      var random = SplitMix("\(id) hints")
      var call = TrainingCall(try #require(room.draw.scenario(id)))
      while let best = BestWay(room).next(call), call.acts.count < 60 {
        let text = TrainingText(call, room, wording)
        let hints = (1...3).map { text.hint($0, best) }
        #expect(Set(hints).count == 3, "\(id) \(best): \(hints)")
        let answer = Self.answer(best, call, wording)
        #expect(hints[2].contains(answer), "\(id) \(best): \(hints)")
        let facts = room.portal.facts.map { wording.brief($0.fact) }
        for hint in hints.prefix(2) {
          // The name of what is to be found out may hold that of whoever knows it.
          let isWait = if case .wait = best { true } else { false }
          let said = isWait ? facts.reduce(hint) { $0.replacing($1, with: "") } : hint
          #expect(!said.contains(answer), "\(id) \(best): \(hints)")
        }
        // The first names neither what, who nor where.
        let actors = room.portal.actors.map { wording($0.actor.waitsKey) }
        for name in facts + actors { #expect(!hints[0].contains(name), "\(hints[0])") }
        kinds.insert(String("\(best)".prefix { $0 != ":" }))
        count += 1
        // Now and then somebody does otherwise.
        let other = random.below(4) == 0 ? RandomTrainee.act(call, &random, in: room) : nil
        if let other, case .end = other {
          call.perform(best, in: room)
        } else {
          call.perform(other ?? best, in: room)
        }
      }
    }
    #expect(count > 200 && kinds.count > 6, "\(kinds)")
  }
}
