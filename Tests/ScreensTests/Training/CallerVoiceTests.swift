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
}
