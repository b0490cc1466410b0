import TestSupport
import SafeText
import Testing
import Wording

@testable import Model

/// Whose words a caller's are: their own, or those of somebody they have asked, told as somebody else's.
@Suite struct CallerVoiceTests {
  private static func room(_ edition: PortalEdition) throws -> TrainingRoom {
    try #require(Content.embedded.trainingRoom(of: edition))
  }

  private static func scenarios(_ room: TrainingRoom) throws -> [Scenario] {
    let drawn = (0..<Reliability.count(12, full: 200)).map { "V\($0)" }
    return try room.names(byHand: ["A", "ULV"], drawn: drawn).map {
      try #require(room.draw.scenario($0))
    }
  }

  /// The words of a text, without what parts them.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
  }

  /// Words by which somebody speaks of what they do themselves.
  private static let own: [Language: Set<String>] = [
    .bokmal: ["jeg", "min", "mitt", "mine"], .nynorsk: ["eg", "min", "mi", "mitt", "mine"],
    .english: ["i", "my", "mine"],
  ]

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `what somebody else was asked is told as how things are, in nobody's own words`(
    edition: PortalEdition,
    language: Language
  ) throws {
    let room = try Self.room(edition)
    let wording = Wording(.embedded, language)
    let own = Self.own[language, default: []]
    var count = 0
    for scenario in try Self.scenarios(room) {
      let text = TrainingText(TrainingCall(scenario), room, wording)
      for (fact, knower) in room.table.knowers {
        guard let value = scenario.world.facts[fact] else { continue }
        let phrases = wording(fact.listenKey(value)).split(separator: "\n").map { $0.lowercased() }
        for reply in [Reply.told(fact, value), .asked(knower, fact, value)] {
          let said = text.answered(reply, to: .wait(fact, for: knower))
          // The words before it are the caller's: that somebody has been asked.
          let told = said.split(separator: ". ").last.map(String.init) ?? ""
          #expect(own.isDisjoint(with: Self.words(told)), "\(scenario.id) \(fact): \(said)")
          #expect(!phrases.contains { said.lowercased().contains($0) }, "\(fact): \(said)")
          count += 1
        }
      }
    }
    #expect(count > 200, "\(count)")
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `how things are is told in a whole sentence for every answer there is`(
    edition: PortalEdition,
    language: Language
  ) throws {
    let room = try Self.room(edition)
    let scenario = try #require(room.draw.scenario(ScenarioID(edition, "L1", seed: "A")))
    let text = TrainingText(TrainingCall(scenario), room, Wording(.embedded, language))
    var said: Set<String> = []
    for fact in room.portal.facts.map(\.fact) {
      for value in room.portal.values(of: fact) ?? [] {
        let sentence = text.answered(.told(fact, value), to: .ask(fact, .clear)).dropFirst()
          .dropLast()
        #expect(sentence.first?.isUppercase == true && sentence.last == ".", "\(sentence)")
        #expect(sentence.count <= 80, "\(sentence)")
        said.insert("\(fact) \(sentence)")
      }
    }
    // No two answers to a question are told alike.
    #expect(
      said.count == room.portal.facts.compactMap { room.portal.values(of: $0.fact) }.joined().count
    )
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func
    `a caller is not spoken of as somebody else, and nobody speaks to who is not there`(
      edition: PortalEdition,
      language: Language
    ) throws
  {
    let room = try Self.room(edition)
    let wording = Wording(.embedded, language)
    var (callers, nobodies) = (0, 0)
    for scenario in try Self.scenarios(room) {
      let call = TrainingCall(scenario)
      let text = TrainingText(call, room, wording)
      for actor in room.portal.actors.map(\.actor) {
        let replies = [Reply.refused(actor), .wrongPerson(actor), .takesOn(actor)]
        for reply in replies where room.isCaller(actor, in: call) || !room.exists(actor, in: call) {
          let said = text.answered(reply, to: .tellBack)
          #expect(!said.contains(wording(actor.waitsKey)), "\(scenario.id) \(actor): \(said)")
          if room.isCaller(actor, in: call) { callers += 1 } else { nobodies += 1 }
        }
      }
    }
    #expect(callers > 20 && nobodies > 20, "\(callers) \(nobodies)")
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `no two of those who can be named read alike, nor does one begin with another`(
    edition: PortalEdition,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let names = edition.portal.actors.map { wording($0.actor.waitsKey).lowercased() }
    for (place, name) in names.enumerated() {
      for (other, longer) in names.enumerated() where other != place {
        #expect(!longer.hasPrefix(name), "\(name) and \(longer)")
      }
    }
  }

  /// What a first answer that is vague must not name: it may be given to any message, and to what has none.
  private static let things: [Language: [String]] = [
    .bokmal: ["system", "passord", "kode", "lenke", "rolle", "melding", "bankid", "kunde", "står"],
    .nynorsk: [
      "system", "passord", "kode", "lenkj", "rolle", "melding", "bankid", "kunde", "står",
    ],
    .english: [
      "system", "password", "code", "link", "role", "message", "bankid", "client", "says",
    ],
  ]

  @Test(arguments: Language.allCases)
  func `a vague answer fits whatever was asked about`(language: Language) {
    let texts = Content.embedded.texts(language)
    for key in ["train.vague", "train.mixedUp"] {
      let lines = texts(key).split(separator: "\n")
      #expect(lines.count >= 3)
      for word in lines.flatMap({ Self.words(String($0)) }) {
        let named = Self.things[language, default: []].first { word.hasPrefix($0) }
        #expect(named == nil, "\(key): \(word)")
      }
    }
    // On paper the caller is told to begin with one of them.
    let first = texts("train.vague").split(separator: "\n").map(String.init)
    #expect(first.contains { texts("train.temper.vague").contains($0) })
  }

  @Test(arguments: Language.allCases)
  func `who mixes up words uses one of them, and who reads aloud stops in the middle`(
    language: Language
  ) throws {
    let room = try Self.room(.altinn2)
    let wording = Wording(.embedded, language)
    let texts = Content.embedded.texts(language)
    var (mixed, cut) = (Set<String>(), 0)
    for seed in (0..<Reliability.count(60, full: 400)).map({ "N\($0)" }) {
      for name in ["L2", "L3"] {
        let id = ScenarioID(.altinn2, name, seed: seed)
        var call = TrainingCall(try #require(room.draw.scenario(id)))
        for fact in call.scenario.caller.unclear where fact != room.portal.message {
          // Where nothing that has another word is simply known, any fact will do.
          guard let word = room.table.wrongWord(for: fact) else { continue }
          let text = TrainingText(call, room, wording)
          let said = text.answered(.mixedUp(fact), to: .ask(fact, .clear))
          let lines = texts("train.mixedUp.\(word)").split(separator: "\n").map(String.init)
          #expect(lines.map(wording.quoted).contains(said), "\(said)")
          mixed.insert(word)
        }
        guard case .cutOff(let met) = call.perform(.ask(.message, .clear), in: room) else {
          continue
        }
        let text = TrainingText(call, room, wording)
        let part = text.answered(.cutOff(met), to: .ask(.message, .clear))
        let whole = text.answered(.message(met), to: .ask(.message, .clear))
        cut += 1
        #expect(part.contains(" …") && part != whole, "\(part)")
        let read = part.prefix { $0 != "…" }.dropLast()
        #expect(whole.hasPrefix(read) && read.count < whole.count - 5, "\(part) \(whole)")
      }
    }
    #expect(mixed == ["number", "password", "role"] && cut > 10, "\(mixed) \(cut)")
  }

  @Test(arguments: Language.allCases)
  func `what is read out in a language is one of the texts that the message has`(language: Language)
  {
    let entries = Content.embedded.texts(language).entries.filter {
      $0.key.hasPrefix("train.reads.")
    }
    #expect(!entries.isEmpty)
    for (key, text) in entries {
      let id = key.split(separator: ".").last.map(String.init) ?? ""
      #expect(Content.embedded.message(id)?.texts.contains(text) == true, "\(key)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what a caller says they do now is what there is to do`(language: Language) throws {
    let room = try Self.room(.altinn2)
    let wording = Wording(.embedded, language)
    for (name, isAway, key) in [
      ("1", false, "solved"), ("10", false, "passedOn"), ("6", true, "waiting"),
    ] {
      let id = ScenarioID(.altinn2, name, seed: "ULV")
      var call = TrainingCall(try #require(room.draw.scenario(id)))
      for actor in room.portal.actors.map(\.actor) where isAway {
        call.perform(.event(Happening("away", actor)), in: room)
      }
      let best = BestWay(room).play(call)
      #expect(best.acts.contains(.tellBack), "\(name)")
      let who = best.tally.passedTo ?? best.tally.awaits
      let values = ["who": who.map { wording($0.waitsKey) } ?? ""]
      let said = wording.quoted(wording("train.toldBack.\(key)", values))
      let talk = TrainingText(best, room, wording).talk.plain(width: 1_000)
      #expect(talk.contains(said), "\(name): \(talk)")
      for other in ["solved", "passedOn", "waiting"] where other != key {
        let start = wording("train.toldBack.\(other)", values).prefix(20)
        #expect(!talk.contains(start), "\(name): \(talk)")
      }
    }
  }

  /// Words that a question begins with.
  private static let asking: [Language: [String]] = [
    .bokmal: ["hva ", "hvem ", "hvor "], .nynorsk: ["kva ", "kven ", "kvar "],
    .english: ["what ", "who ", "where "],
  ]

  @Test(arguments: Language.allCases)
  func `a caller who asks back is heard to ask`(language: Language) {
    let entries = Content.embedded.texts(language).entries.filter { $0.key.hasPrefix("listen.") }
    let lines = entries.values.flatMap { $0.split(separator: "\n") }
    let asked = lines.filter { line in
      Self.asking[language, default: []].contains { line.lowercased().hasPrefix($0) }
    }
    #expect(asked.count > 1 && asked.allSatisfy { $0.hasSuffix("?") }, "\(asked)")
  }

  @Test(arguments: Language.allCases)
  func `who has little time says so, in words of their own`(language: Language) throws {
    let room = try Self.room(.altinn2)
    let wording = Wording(.embedded, language)
    let id = ScenarioID(.altinn2, "6", seed: "ULV")
    var call = TrainingCall(try #require(room.draw.scenario(id)))
    #expect(TrainingText(call, room, wording).hurry == [])
    call.patience = 300
    var said: Set<String> = []
    while !call.isOver {
      call.perform(.isSeen(.systemOwner), in: room)
      let text = TrainingText(call, room, wording).hurry.plain(width: 500)
      guard let line = text.split(separator: "\n").first.map(String.init) else { continue }
      let spoken = wording.quoted("\u{1}").split(separator: "\u{1}")
      #expect(
        line.hasPrefix("\(wording("train.caller")) \(spoken[0])") && line.hasSuffix(spoken[1])
      )
      said.insert(line)
    }
    #expect(said.count == 2 && call.hasHungUp, "\(said)")
  }

  @Test(arguments: Language.allCases)
  func `whoever was asked is not named twice in a row, and an answer given often is told to be`(
    language: Language
  ) throws {
    let room = try Self.room(.altinn3)
    let wording = Wording(.embedded, language)
    let scenario = try #require(room.draw.scenario(ScenarioID(.altinn3, "S2", seed: "A")))
    let text = TrainingText(TrainingCall(scenario), room, wording)
    let fact = FieldID.approverCanManage
    let asked = Reply.asked(.approver, fact, Fact.no)
    let said = text.answered(asked, to: .wait(fact, for: .approver)).lowercased()
    let name = wording(Actor.approver.waitsKey).lowercased()
    #expect(said.ranges(of: name).count == 1, "\(said)")
    let (act, reply) = (TrainingAct.ask(fact, .clear), Reply.unknown(fact))
    let answers = (0..<4).map { count in
      text.answered(reply, to: act, after: Array(repeating: reply, count: count)[...])
    }
    #expect(Set(answers).count == 3 && answers[2] == answers[3], "\(answers)")
    // What one was asked and has no meaning is said to have none.
    let none = text.answered(.notHere(.requestState, because: fact), to: act)
    #expect(none.contains(wording("train.notHere", ["answer": ""]).prefix(12)), "\(none)")
  }
}
