import TestSupport
import Testing
import Wording

@testable import Model

/// What a caller says holds together, whoever calls, in every language: nothing claims what is not so in the call.
@Suite struct CallerLawTests {
  /// What some words in a caller's mouth claim, and whether it is so.
  private struct Claim: Sendable {
    let name: String
    /// Beginnings of words, by language.
    let words: [Language: [String]]
    let isSo: @Sendable (Scenario) -> Bool

    init(
      _ name: String,
      _ bokmal: [String],
      _ nynorsk: [String],
      _ english: [String],
      isSo: @escaping @Sendable (Scenario) -> Bool
    ) {
      self.name = name
      words = [.bokmal: bokmal, .nynorsk: nynorsk, .english: english]
      self.isSo = isSo
    }

    func isMade(by text: String, _ language: Language) -> Bool {
      let low = " " + text.lowercased().split { !$0.isLetter && $0 != "-" }.joined(separator: " ")
      return words[language, default: []].contains { low.contains(" \($0)") }
    }
  }

  private static func has(_ fact: FieldID, _ values: String...)
    -> @Sendable (Scenario) -> Bool
  {
    { scenario in
      let held = [scenario.world.facts[fact], scenario.caller.belief[fact]].compactMap(\.self)
      return held.contains(where: values.contains)
    }
  }

  private static func isForClient(_ scenario: Scenario) -> Bool {
    scenario.world.all[.workFor] == WorkFor.client.rawValue
      || scenario.world.all[.systemOwner] == Owner.otherOrganisation.rawValue
  }

  private static let claims: [Claim] = [
    Claim(
      "payroll",
      ["lønn", "a-melding"],
      ["løn", "a-melding"],
      ["payroll", "a-melding"],
      isSo: has(.service, "a02")
    ),
    Claim("VAT", ["moms", "mva"], ["moms", "mva"], ["vat"], isSo: has(.service, "rf0002")),
    Claim(
      "accounts",
      ["årsregnskap"],
      ["årsrekneskap"],
      ["annual accounts"],
      isSo: has(.service, "rr0002")
    ),
    Claim(
      "an ID of the highest level",
      strong,
      strong,
      strong,
      isSo: has(.loginMeans, LoginMeans.high.rawValue)
    ),
    Claim("MinID", ["minid"], ["minid"], ["minid"]) { scenario in
      has(.loginMeans, LoginMeans.minID.rawValue, LoginMeans.minIDTooLow.rawValue)(scenario)
        || has(.loginMethod, LoginMethod.minID.rawValue)(scenario)
        || has(.loginPasswordCorrect, Fact.no)(scenario)
    },
    Claim("a client", ["kunde", "klient"], ["kunde", "kunda", "klient"], ["client"]) {
      isForClient($0)
    },
    Claim(
      "one's own firm",
      ["oss selv", "vårt eget", "vår egen"],
      ["oss sjølve", "vårt eige", "vår eiga"],
      ["ourselves", "our own"]
    ) { !isForClient($0) },
    Claim(
      "all approved",
      ["alt er godkjent"],
      ["alt er godkjent"],
      ["all of it is approved", "all is approved"],
      isSo: has(.approvalNeeded, Fact.no)
    ),
    Claim(
      "a request to be approved",
      ["det ligger en forespørsel", "godkjenn eller avvis"],
      ["det ligg ein førespurnad", "godkjenn eller avvis"],
      ["there is a request", "approve or reject"]
    ) { scenario in
      has(.requestState, RequestState.waiting.rawValue, RequestState.forwarded.rawValue)(scenario)
    },
    Claim(
      "the button to send it on",
      ["ja send videre"],
      ["ja send vidare"],
      ["yes forward request"]
    ) { scenario in
      has(.requestState, RequestState.waiting.rawValue)(scenario)
        && has(.approverCanManage, Fact.no)(scenario)
    },
    // Callers speak of whoever is to approve as of somebody else.
    Claim(
      "to approve oneself",
      ["jeg skal godkjenne", "jeg får ikke godkjent", "meg godkjenne"],
      ["eg skal godkjenne", "eg får ikkje godkjent", "meg godkjenne"],
      ["i am supposed to approve", "i cannot approve", "me to approve"]
    ) { _ in false },
    Claim(
      "to be shown no code",
      ["ingen kode", "ikke fått noen kode"],
      ["ingen kode", "ikkje fått nokon kode"],
      ["no code", "not got any code"]
    ) { scenario in
      has(.loginSubmissionAllowed, Fact.no)(scenario) || has(.loginMobileCorrect, Fact.no)(scenario)
    },
    Claim(
      "to have looked in Altinn oneself",
      ["jeg ser navnet", "tilgangspakken står hos meg"],
      ["eg ser namnet", "tilgangspakken står hos meg"],
      ["i see the name", "the access package is there for me"]
    ) { $0.world.facts[.loginMeans] != LoginMeans.none.rawValue },
  ]

  private static let strong = ["bankid", "buypass", "commfides"]

  private static func scenarios(_ room: TrainingRoom) throws -> [Scenario] {
    let drawn = (0..<Reliability.count(24, full: 300)).map { "C\($0)" }
    return try room.names(byHand: ["A", "B", "ULV"], drawn: drawn).map {
      try #require(room.draw.scenario($0))
    }
  }

  /// What a caller can say of each fact in their own words, and of what they meet.
  private static func answers(_ scenario: Scenario, _ room: TrainingRoom) -> [(FieldID, Reply)] {
    let message = room.portal.message
    var answers: [(FieldID, Reply)] = []
    for (fact, value) in scenario.world.facts.sorted(by: { $0.key < $1.key }) where fact != message
    {
      var replies: [Reply] = [.value(fact, value), .sees(fact, value), .told(fact, value)]
      if let belief = scenario.caller.belief[fact] { replies.append(.value(fact, belief)) }
      if scenario.caller.grasp(of: fact) != .knows { replies.append(.unknown(fact)) }
      answers += replies.map { (fact, $0) }
    }
    if let met = scenario.world.symptom(room.table, room.engine),
      Content.embedded.message(met)?.isSymptom == true
    {
      answers.append((message, .message(met)))
    }
    return answers
  }

  @Test(arguments: PortalEdition.allCases)
  func `nothing a caller says claims what is not so in the call`(edition: PortalEdition) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    var made: Set<String> = []
    for scenario in try Self.scenarios(room) {
      for language in Language.allCases {
        let text = TrainingText(TrainingCall(scenario), room, Wording(.embedded, language))
        var said = Self.answers(scenario, room).map { fact, reply in
          (fact, text.answered(reply, to: .ask(fact, .clear)))
        }
        said.append((room.portal.message, text.opening))
        for (fact, words) in said {
          for claim in Self.claims where claim.isMade(by: words, language) {
            // The two headings that the program can stand under are called so whoever looks.
            if claim.name == "a client", fact == .accessListed { continue }
            made.insert(claim.name)
            #expect(claim.isSo(scenario), "\(scenario.id) claims \(claim.name): \(words)")
          }
        }
        let means = Self.strong.filter { name in said.contains { $0.1.lowercased().contains(name) }
        }
        #expect(means.count <= 1, "\(scenario.id): \(means)")
      }
    }
    #expect(made.count > 5, "\(made)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `there is always something to say that is so`(edition: PortalEdition) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let texts = Content.embedded.texts(.bokmal)
    for row in room.table.said {
      let count = texts(row.fact.listenKey(row.value)).split(separator: "\n").count
      #expect(row.place < count, "\(row)")
    }
    for scenario in try Self.scenarios(room) {
      for (fact, reply) in Self.answers(scenario, room) {
        let meant: (FieldID, String)? =
          switch reply {
          case .value(let fact, let value): (fact, value)
          case .unknown(let fact): (fact, Fact.unknown)
          case .message(let id): (.messageSymptom, id)
          default: nil
          }
        guard let (asked, value) = meant, texts.has(asked.listenKey(value)) else { continue }
        let count = texts(asked.listenKey(value)).split(separator: "\n").count
        let rows = room.table.said.filter { $0.fact == asked && $0.value == value }
        let isSaid = (0..<count).contains { place in
          let own = rows.filter { $0.place == place }
          return own.isEmpty || own.contains { $0.given.holds(in: scenario.world.facts) }
        }
        #expect(isSaid, "\(scenario.id) \(fact) \(value)")
      }
    }
  }

  /// Words by which somebody says that they look, or have looked.
  private static let looking: [Language: [String]] = [
    .bokmal: ["ser", "sett", "står", "hake", "siffer", "sammenlignet"],
    .nynorsk: ["ser", "sett", "står", "hake", "siffer", "samanlikna"],
    .english: ["see", "looked", "list", "tick", "digit", "compared", "is there", "say", "says"],
  ]

  @Test(arguments: PortalEdition.allCases)
  func `who is wrong says nothing of having looked, which nobody could see through`(
    edition: PortalEdition
  ) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    var believed: Set<FieldID> = []
    for scenario in try Self.scenarios(room) {
      for (fact, belief) in scenario.caller.belief where scenario.world.facts[fact] != nil {
        believed.insert(fact)
        for language in Language.allCases {
          let text = TrainingText(TrainingCall(scenario), room, Wording(.embedded, language))
          let said = text.answered(.value(fact, belief), to: .ask(fact, .clear)).lowercased()
          let words = said.split { !$0.isLetter }.joined(separator: " ")
          let looks = Self.looking[language, default: []].first { " \(words) ".contains(" \($0) ") }
          #expect(looks == nil, "\(scenario.id) \(fact): \(said)")
        }
      }
    }
    #expect(believed.count > 1, "\(believed)")
  }

  @Test func `a caller whose password has an ø in it says so, in the exercise that is called so`()
    throws
  {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    for language in Language.allCases {
      let wording = Wording(.embedded, language)
      for seed in ["A", "B", "ULV"] {
        let id = ScenarioID(.altinn2, "1", seed: seed)
        #expect(wording.name(of: id)?.contains("ø") == true)
        let call = TrainingCall(try #require(room.draw.scenario(id)))
        let answer = TrainingText(call, room, wording)
          .answered(
            .value(.systemPasswordCorrect, Fact.no),
            to: .ask(.systemPasswordCorrect, .clear)
          )
        #expect(answer.contains(/\bø\b/), "\(answer)")
      }
    }
  }

  @Test func `what was said stays as it was said when things change`() throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn3))
    var changed = 0
    for seed in (0..<Reliability.count(60, full: 400)).map({ "M\($0)" }) {
      let id = ScenarioID(.altinn3, "L1", seed: seed)
      var call = TrainingCall(try #require(room.draw.scenario(id)))
      for act in [.ask(.message, .clear), .ask(.approvalNeeded, .clear)] as [TrainingAct] {
        call.perform(act, in: room)
      }
      let before = TrainingText(call, room, Wording(.embedded, .bokmal)).talk
      guard call.perform(.event(Happening("requestExpires")), in: room) != .unnoticed else {
        continue
      }
      changed += 1
      let after = TrainingText(call, room, Wording(.embedded, .bokmal)).talk
      #expect(Array(after.prefix(before.count)) == before, "\(id)")
    }
    #expect(changed > 0)
  }
}
