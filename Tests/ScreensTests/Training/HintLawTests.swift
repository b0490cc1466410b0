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

  @Test(arguments: Language.allCases)
  func `the first hint is true of the kind of step that comes next`(language: Language) throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let wording = Wording(.embedded, language)
    let id = ScenarioID(.altinn2, "1", seed: "A")
    let call = TrainingCall(try #require(room.draw.scenario(id)))
    let text = TrainingText(call, room, wording)
    let kinds: [(TrainingAct, String)] = [
      (.ask(.message, .clear), "find"), (.readBack, "check"), (.isSeen(.systemLocked), "check"),
      (.jot([.words]), "keep"), (.tellBack, "close"), (.end(.solved), "close"),
    ]
    for (act, kind) in kinds {
      #expect(text.hint(1, act) == wording("train.hint.\(kind)"), "\(act)")
    }
    let told = ["find", "check", "keep", "mend", "close"].map { wording("train.hint.\($0)") }
    #expect(Set(told).count == told.count)
  }

  @Test(arguments: PortalEdition.allCases)
  func `a note that is missing keeps nobody from giving advice`(edition: PortalEdition) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let wording = Wording(.embedded, .bokmal)
    var count = 0
    for id in room.names(byHand: ["A"], drawn: []) {
      let call = TrainingCall(try #require(room.draw.scenario(id)))
      let whole = BestWay(room).play(call)
      let acts = whole.acts.filter { if case .jot = $0 { false } else { true } }
      #expect(acts.count < whole.acts.count, "\(id)")
      let silent = TrainingCall(call.scenario, playing: acts, in: room)
      #expect(silent.given == whole.given, "\(id)")
      count += whole.given.count
      // Nor does a hint say so where the note is next.
      let before = Array(whole.acts.prefix { if case .jot = $0 { false } else { true } })
      let open = TrainingCall(call.scenario, playing: before, in: room)
      let hint = TrainingText(open, room, wording).hint(1, whole.acts[before.count])
      #expect(hint == wording("train.hint.keep"), "\(id): \(hint)")
    }
    #expect(count > 5)
  }
}
