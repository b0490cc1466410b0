import Model
import SafeText
import TestSupport
import Testing
import Wording

/// What a conclusion can say in the Altinn in use names nothing that only the one that has closed had.
@Suite struct PortalWordsTests {
  /// Words for what only the closed one had: rights that are given, a password, a register of datasystems, its menus.
  private static func gone(_ language: Language) -> [String] {
    switch language {
    case .bokmal:
      ["rettighet", "passord", "datasystem", "avanserte innstillinger", "direkte i altinn"]
    case .nynorsk:
      [
        "rettighet", "ein rett ", "rettane", "passord", "datasystem", "avanserte innstillingar",
        "direkte i altinn",
      ]
    case .english:
      ["a right ", "rights", "password", "datasystem", "advanced settings", "in altinn itself"]
    }
  }

  /// Names of packages in use that have such a word in them.
  private static let inUse = ["signeringsrettighet", "signing rights"]

  /// What speaks of the closed one itself: a program that still asks for what it had, and an account from there.
  private static let ofTheClosed = [
    "fault.oldConnection", "action.leaveOldConnection.", "message.AUTHCredentials.",
    "message.YPassword.",
  ]

  /// The keys of all that a conclusion is put together from, as far as the portal names them.
  private static let named: [String] = {
    let portal = Portal.altinn3
    let points = portal.points.map(\.point).flatMap { point in
      [point.titleKey, point.shortKey, point.aboutKey, Cause(point).titleKey]
    }
    let causes = Cause.outside.flatMap { [$0.titleKey, $0.namedKey, $0.aloudKey, $0.aboutKey] }
    let faults = portal.faults.map(\.fault).flatMap { [$0.textKey, $0.gistKey] }
    let actions = Shipped.actions.filter { $0.edition == .altinn3 }.flatMap { action in
      [
        action.titleKey, action.stepsKey, action.aloudKey, action.effectKey, action.tellKey,
        action.afterKey,
      ]
    }
    let messages = Shipped.messages.filter { $0.edition == .altinn3 }
      .flatMap { [$0.meaningKey, $0.remedyKey] }
    let actors = portal.actors.map(\.actor).flatMap { [$0.textKey, $0.askedKey, $0.waitsKey] }
    let questions = portal.facts.map(\.fact).flatMap { fact in
      ["question.\(fact.rawValue).title", "question.\(fact.rawValue).who"]
    }
    let all = [
      points, causes, faults, portal.reasons.map(\.textKey), actions, messages, actors, questions,
    ]
    return Array(all.joined()) + ["cause.unknown.checks"]
  }()

  /// Whether a text is the words of one portal for what is said otherwise in others.
  private static func isOfOne(_ key: String) -> Bool {
    PortalEdition.allCases.contains { key.hasSuffix(".\($0.rawValue)") }
  }

  /// The texts of those keys in the words of the portal, with what is said otherwise for some.
  private static func said(_ wording: Wording) -> [String: String] {
    let entries = wording.texts.entries
    let others = entries.keys.filter { $0.hasPrefix("conclusion.") && !isOfOne($0) }
    let keys = Set((named + others).map { wording.key($0, in: .altinn3) })
    return entries.filter { entry in
      if keys.contains(entry.key) { return true }
      guard let end = entry.key.lastIndex(of: "."), !isOfOne(entry.key) else { return false }
      return keys.contains(String(entry.key[..<end]))
    }
  }

  @Test(arguments: Language.allCases)
  func `nothing in a conclusion speaks of what only the closed Altinn had`(language: Language) {
    let said = Self.said(Wording(.embedded, language))
    #expect(said.count > 400)
    for (key, text) in said {
      if Self.ofTheClosed.contains(where: { key.hasPrefix($0) }) { continue }
      let words = Self.inUse.reduce(text.lowercased()) { $0.replacing($1, with: "") }
      for word in Self.gone(language) { #expect(!words.contains(word), "\(key): \(text)") }
    }
  }

  @Test(arguments: Language.allCases)
  func `a login that is too weak is told of in the words of each Altinn`(language: Language) {
    let wording = Wording(.embedded, language)
    let key = Cause.securityLevel.aboutKey
    let pages = PortalEdition.allCases.map { edition -> String in
      let message = edition == .altinn2 ? "C20" : "S20"
      let walk = wording.walk(
        .findFault(of: edition),
        given: Facts([edition.portal.message: message])
      )
      let page = ConclusionText(walk, wording).firstPage
      return page.lines(width: 400).map(\.text).joined(separator: "\n")
    }
    #expect(pages[0].contains(wording(key)) && !pages[1].contains(wording(key)))
    #expect(pages[1].contains(wording(wording.key(key, in: .altinn3))))
  }
}
