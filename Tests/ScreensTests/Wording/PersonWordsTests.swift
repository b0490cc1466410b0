import Model
import SafeText
import Testing
import Wording

/// A private person has no managers, no register roles and no system access.
@Suite struct PersonWordsTests {
  /// Words for what only an enterprise has, in each language.
  private static let ofEnterprises: [Language: [String]] = [
    .bokmal: ["irksomhet", "ilgangsstyrer", "ovedadministrator", "aglig leder"],
    .nynorsk: ["erksemd", "ilgangsstyrar", "ovudadministrator", "agleg leiar"],
    .english: ["nterprise", "ccess manager", "ain administrator", "eneral manager"],
  ]

  @Test(arguments: Language.allCases)
  func `whoever sends for a private person is told to do nothing that only an enterprise can`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let words = try #require(Self.ofEnterprises[language])
    let told: [KeyValuePairs<FieldID, String>] = [
      [.senderActs: "logsIn", .senderRight: "none"], [.service: "rf0002", .senderRight: "none"],
      [.senderActs: "logsIn", .senderRight: "none", .senderConnected: "yes"],
      [.senderActs: "logsIn", .senderRight: "none", .senderConnected: "no"],
      [.senderActs: "logsIn", .senderRight: "oldRole", .senderRoleCounts: "no"],
      [.senderActs: "logsIn", .loginMeans: "minIDTooLow"],
      [.senderActs: "logsIn", .loginMeans: "none"],
      [.senderActs: "logsIn", .loginParty: "wrong"],
      [.senderActs: "logsIn", .loginWindow: "old"],
    ]
    for told in told {
      var walk = Content.embedded.walk(.findFault3)
      walk.give(Fact.unknown, to: .message)
      for (fact, value) in told { walk.give(value, to: fact) }
      walk.give("person", to: .workFor)
      let text = ConclusionText(walk, wording)
      #expect(!walk.advice.actions.isEmpty, "\(told)")
      let page = text.page(.script) + text.page(.steps)
      let said = page.inWholeLines
      for word in words { #expect(!said.contains(word), "\(told) \(word): \(said)") }
    }
  }
}
