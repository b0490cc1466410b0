import Model
import SafeText
import TestSupport
import Testing
import Wording

/// What stands on the pages after a call.
@Suite struct DebriefTextTests {
  private func room(_ edition: PortalEdition) throws -> TrainingRoom {
    try #require(Content.embedded.trainingRoom(of: edition))
  }

  private func call(_ name: String, _ edition: PortalEdition, seed: String = "1") throws
    -> TrainingCall
  {
    let id = ScenarioID(edition, name, seed: seed)
    return TrainingCall(try #require(try room(edition).draw.scenario(id)))
  }

  private func debrief(_ call: TrainingCall, _ wording: Wording) throws
    -> (text: DebriefText, debrief: Debrief)
  {
    let room = try room(call.scenario.edition)
    let debrief = Debrief(call, in: room)
    return (DebriefText(call, debrief, room, wording), debrief)
  }

  private func bullets(_ prose: [Prose]) -> [String] {
    prose.compactMap { if case .bullet(let text) = $0 { text } else { nil } }
  }

  @Test(arguments: Language.allCases, PortalEdition.allCases)
  func `each part that lost points says why, and no row reads like what had been better`(
    language: Language,
    edition: PortalEdition
  ) throws {
    let (room, wording) = (try room(edition), Wording(.embedded, language))
    var random = SplitMix("\(language) \(edition) debriefs")
    var better = 0
    for exercise in room.table.exercises {
      let best = BestWay(room).play(try call(exercise.id, edition))
      for begun in [0, best.acts.count / 2, best.acts.count - 3] {
        var call = TrainingCall(best.scenario, playing: best.acts.prefix(begun), in: room)
        while call.acts.count < 20, !call.isOver,
          let act = RandomTrainee.act(call, &random, in: room)
        { call.perform(act, in: room) }
        call.perform(.end(.unsolved), in: room)
        let (text, debrief) = try debrief(call, wording)
        let lines = bullets(text.result)
        for part in TrainingScore.Part.allCases {
          let points = debrief.score.points[part, default: 0]
          let values = ["points": "\(points)", "most": "\(part.most)"]
          let worth = wording("train.part.\(part.rawValue)", values)
          let line = try #require(lines.first { $0.hasPrefix(worth) }, "\(worth): \(lines)")
          #expect((points < part.most) == (line.count > worth.count + 5), "\(line)")
        }
        // Beside each other no two steps that differ read alike, and where the ways part is marked once.
        let rows = text.rows
        let parted = wording("train.way.parted", ["worth": ""])
        let marked = rows.indices.filter { rows[$0].why.hasPrefix(parted) }
        #expect(marked == (debrief.firstDivergence.map { [$0] } ?? []), "\(marked)")
        for (place, row) in rows.enumerated() {
          #expect(!row.why.isEmpty && !"\(row)".contains("[train."), "\(row)")
          for (best, told) in zip(debrief.beside[place], row.best)
          where debrief.best.acts[best] != debrief.steps[place].act {
            #expect(told.act != row.own.act, "\(row)")
          }
        }
        for step in text.steps {
          #expect(!step.label.contains("[") && !step.label.contains("{"), "\(step.label)")
          guard let detail = step.detail else { continue }
          better += 1
          let act = step.label.split(separator: " – ").dropLast().joined(separator: " – ")
          let same = wording("train.better", ["act": act])
          #expect(detail != same && !detail.hasPrefix(same + ". "), "\(step.label)")
        }
      }
    }
    #expect(better > 50, "\(better)")
  }

  @Test(arguments: Language.allCases)
  func `advice that was laid on the wrong one, elsewhere, stands there with who and where`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let cases: [(PortalEdition, String, Actor, String)] = [
      (.altinn3, "S1", "serviceOwner", "users"), (.altinn2, "1", "vendor", "inbox"),
    ]
    for (edition, name, wrong, elsewhere) in cases {
      let room = try room(edition)
      var call = try call(name, edition)
      let acts = BestWay(room).play(call).acts
      for act in acts {
        if case .advise(let action, let who, let place) = act {
          #expect(who != wrong && place != elsewhere)
          call.perform(.advise(action, who: wrong, place: elsewhere), in: room)
        }
        call.perform(act, in: room)
      }
      let (text, debrief) = try debrief(call, wording)
      let rows = zip(debrief.steps, text.steps).filter { $0.0.worth == .wrongWhoAndPlace }
      #expect(!rows.isEmpty)
      for (step, row) in rows {
        guard case .advise(_, let who, let place)? = step.better else {
          Issue.record("\(name): \(row)")
          continue
        }
        for said in [wording("waits.\(wrong)"), wording.path(elsewhere, of: edition)] {
          #expect(row.label.contains(said), "\(row)")
        }
        for said in [wording("waits.\(who)"), wording.path(place, of: edition)] {
          #expect(row.detail?.contains(said) == true, "\(row)")
        }
      }
      // The best way tells them too.
      let way = text.bestWay.plain(width: 400)
      for case .advise(_, let who, let place) in acts {
        #expect(way.contains(wording("waits.\(who)")), "\(way)")
        #expect(way.contains(wording.path(place, of: edition)), "\(way)")
      }
    }
  }

  /// Words by which somebody is made to feel that it was easy.
  private static let belittling: [Language: [String]] = [
    .bokmal: ["bare", "enkel", "selvsagt", "selvfølgelig"],
    .nynorsk: ["berre", "enkel", "sjølvsagt"],
    .english: ["just", "only", "simpl", "obvious", "easy", "easily"],
  ]

  @Test(arguments: Language.allCases)
  func `nothing said of how it went makes little of it`(language: Language) {
    let kinds = ["remark", "result", "breach", "worth", "loss", "better", "diverged"]
    let entries = Content.embedded.texts(language).entries.filter { entry in
      kinds.contains { entry.key.hasPrefix("train.\($0)") }
    }
    #expect(entries.count > 40)
    for (key, text) in entries {
      let words = text.lowercased().split { !$0.isLetter }
      for little in Self.belittling[language, default: []] {
        #expect(!words.contains { $0.hasPrefix(little) }, "\(key): \(text)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `that the caller hung up is told, and nobody is said to have guessed who gave no advice`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    for (edition, name) in [(PortalEdition.altinn2, "3"), (.altinn3, "S2")] {
      let room = try room(edition)
      let calls = try (1...40).map { try self.call(name, edition, seed: "\($0)") }
      var call = try #require(calls.first { $0.patience != nil })
      while !call.isOver { call.perform(.ask(room.portal.message, .clear), in: room) }
      #expect(call.hasHungUp)
      let (text, _) = try debrief(call, wording)
      let words = text.result.plain(width: 400)
      #expect(words.contains(wording("train.hungUp")), "\(words)")
      #expect(text.steps.last?.detail?.contains(wording("train.hungUp")) == true)
      #expect(!words.contains(wording("train.remark.repair")), "\(words)")
      var guessed = try self.call(name, edition)
      let action = try #require(room.engine.actions.first { !$0.answers.isEmpty })
      guessed.perform(.advise(action.id, who: "vendor", place: "nowhere"), in: room)
      guessed.perform(.end(.unsolved), in: room)
      let other = try debrief(guessed, wording).text.result.plain(width: 400)
      #expect(!other.contains(wording("train.hungUp")))
      #expect(!other.contains(wording("train.remark.noAdvice")))
    }
  }

  /// How likely each point was, by language, after a message that lies behind point 1 and names points 2 and 3.
  private static let odds: [Language: String] = [
    .bokmal: "Slik sto punktene da: 2 og 3 like sannsynlige, 1 utelukket.",
    .nynorsk: "Slik stod punkta då: 2 og 3 like sannsynlege, 1 utelukka.",
    .english: "By point, at that step: 2 and 3 equally likely, 1 ruled out.",
  ]

  @Test(arguments: Language.allCases)
  func `where one first left the best way it says how likely each point was there`(
    language: Language
  ) throws {
    let (room, wording) = (try room(.altinn2), Wording(.embedded, language))
    let fresh = try call("6", .altinn2)
    var call = fresh
    for act in BestWay(room).play(fresh).acts where call.symptom == nil {
      call.perform(act, in: room)
    }
    #expect(call.symptom == "E1")
    call.perform(.ask(.systemPasswordCorrect, .clear), in: room)
    call.perform(.end(.unsolved), in: room)
    let told = try debrief(call, wording).text.divergence
    #expect(told.count == 2 && "\(told)".contains(Self.odds[language] ?? "?"), "\(told)")
    // Whoever does as well as can be done has left it nowhere.
    #expect(try debrief(BestWay(room).play(fresh), wording).text.divergence.isEmpty)
    // Of what is known to fail it is said so, and before anything is known what is likeliest.
    var locked = try self.call("3", .altinn2)
    locked.perform(.tellBack, in: room)
    let first = try debrief(locked, wording).debrief.odds
    #expect(first?.failing == [] && first?.out == [] && first?.likeliest.isEmpty == false)
    locked = try self.call("3", .altinn2)
    for act in BestWay(room).play(locked).acts where locked.symptom == nil {
      locked.perform(act, in: room)
    }
    locked.perform(.lure(.readPassword), in: room)
    #expect(try debrief(locked, wording).debrief.odds?.failing == [1])
  }

  @Test(arguments: Language.allCases)
  func `hints are counted, and who was told the steps is not said to manage alone`(
    language: Language
  ) throws {
    let (room, wording) = (try room(.altinn2), Wording(.embedded, language))
    for told in [false, true] {
      var call = try call("1", .altinn2)
      while let next = BestWay(room).next(call) {
        for tier in 1...(told && call.acts.isEmpty ? 3 : 2) { call.perform(.hint(tier), in: room) }
        call.perform(next, in: room)
      }
      let words = try debrief(call, wording).text.result.plain(width: 400)
      let own = call.acts.count(where: \.isOwn)
      let values = ["count": "\(own)", "told": told ? "1" : "0"]
      #expect(words.contains(wording("train.hinted", values)), "\(words)")
      #expect(words.contains(wording(told ? "train.result.told" : "train.result.secure")))
      #expect(!words.contains(wording(told ? "train.result.secure" : "train.result.told")))
      let alone = BestWay(room).play(try self.call("1", .altinn2))
      let other = try debrief(alone, wording).text.result.plain(width: 400)
      #expect(!other.contains(wording("train.hinted", ["count": "0", "told": "0"])))
    }
  }
}
