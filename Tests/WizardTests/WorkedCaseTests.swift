import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// The seventeen worked cases of the second portal on the real program, in every language and every front end.
@Suite struct WorkedCaseTests {
  @Test func `there are seventeen, as in the sheet of facts`() {
    #expect(WorkedCase.all.map(\.number) == Array(1...17))
  }

  /// One program for a language goes from home through case after case; in the ordinary run each case is played
  /// in one of the languages, so that all languages together play all, and what comes out is read in every one.
  @Test(arguments: Language.allCases)
  func `at a terminal each case leads from home to what must come out, and home again`(
    language: Language
  ) throws {
    let place = Language.allCases.firstIndex(of: language) ?? 0
    let cases = WorkedCase.all.filter {
      Reliability.isFull || $0.number % Language.allCases.count == place
    }
    let player = try Player(language, in: .altinn3)
    for worked in cases {
      let script = worked.script
      player.session.press(.text(script.home))
      var walk = script.begin()
      try player.wait(for: walk)
      while walk.current.kind != .conclusion { try player.pass(script, &walk) }
      worked.expect(in: try player.conclusion(of: walk), player.wording)
      for (language, page) in try player.firstPages(of: walk) {
        worked.expect(first: page, Wording(.embedded, language))
      }
      try player.wait(for: walk)
      while walk.current.kind != .receipt { try player.pass(script, &walk) }
      player.take(.end(.closed), walk)
      try player.wait(for: .home)
    }
    // Whoever has left knows that all is on the disk.
    try player.leaveAndStartAgain()
    #expect(try player.kept().count == cases.count)
    #expect(try player.kept().allSatisfy { $0.flow == Flow.findFault3.id && $0.status == .closed })
    if Reliability.isFull {
      Reliability.report(
        "22 worked cases, \(language.rawValue)",
        "\(cases.count) of 17 at a terminal"
      )
    }
  }

  @Test(arguments: Language.allCases)
  func `line by line each case leads to the same`(language: Language) throws {
    let folder = try TemporaryFolder()
    let wording = Wording(.embedded, language)
    let lines = WorkedCase.all.flatMap { worked -> [String] in
      let script = worked.script
      var walk = script.begin()
      var lines = [script.home]
      while walk.current.kind != .receipt {
        for (place, offer) in wording.offers(walk).enumerated() {
          if case .part = offer.choice { lines.append("\(place + 1)") }
        }
        lines += script.lines(at: walk, wording)
        script.answer(&walk, wording)
      }
      let close = wording.offers(walk).firstIndex { $0.choice == .end(.closed) } ?? 0
      return lines + ["\(close + 1)"]
    }
    let run = try Run(
      [
        "--plain", "--language", language.rawValue, "--portal", "altinn3", "--store",
        folder.file("store"),
      ],
      input: (lines + ["q"]).map { $0 + "\n" }.joined()
    )
    #expect(run.status == 0 && run.complaint == "")
    #expect(!run.output.contains(/\d{4}-\d\d-\d\d/))
    #expect(!run.output.contains(/\[[a-z]+\.[A-Za-z.]+\]/))
    #expect(!run.output.contains(wording("plain.number").prefix { $0 != "{" }))
    // Home stands before, between and after them.
    let parts = run.output.components(separatedBy: wording("home.title")).dropFirst().dropLast()
    try #require(parts.count == WorkedCase.all.count)
    for (worked, part) in zip(WorkedCase.all, parts) {
      worked.expect(in: Reader.squeezed(part), wording)
      #expect(Reader.matches(wording("receipt.number"), in: Reader.squeezed(part)))
    }
  }

  @Test(arguments: Language.allCases)
  func `a file of answers leads to the same`(language: Language) throws {
    let wording = Wording(.embedded, language)
    for worked in WorkedCase.all {
      let script = worked.script
      var walk = script.begin()
      while walk.current.kind != .conclusion { script.answer(&walk, wording) }
      var answers = walk.facts.values.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
      for fact in walk.facts.declined { answers[fact.rawValue] = Fact.unknown }
      let input = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
      let command = [
        "diagnose", "--answers", "-", "--language", language.rawValue, "--portal", "altinn3",
      ]
      let told = try Run(command, input: input)
      #expect(told.status == 0 && told.complaint == "", "\(worked.number)")
      worked.expect(in: Reader.squeezed(told.output), wording)
      // The JSON is the same in every language.
      guard language == .bokmal else { continue }
      let run = try Run(command + ["--json"], input: input)
      let report = try JSONDecoder().decode(Told.self, from: Data(run.output.utf8))
      #expect(report.portal == .altinn3)
      #expect(
        Set(report.verdicts.filter { $0.value.state == "failing" }.keys)
          == Set(worked.fails.map(\.rawValue)),
        "\(worked.number)"
      )
      #expect(
        report.conclusion.causes == worked.fails.map(\.rawValue) + worked.causes.map(\.rawValue),
        "\(worked.number)"
      )
      #expect(report.repairs.first?.actions.map(\.id) == worked.actions, "\(worked.number)")
    }
  }

  /// What the command tells of a case.
  private struct Told: Decodable {
    struct Verdict: Decodable { let state: String }
    struct Conclusion: Decodable { let causes: [String] }
    struct Repair: Decodable {
      struct Action: Decodable { let id: String }
      let actions: [Action]
    }

    let portal: PortalEdition
    let verdicts: [String: Verdict]
    let conclusion: Conclusion
    let repairs: [Repair]
  }
}

extension WorkedCase {
  private static let actionsByID: [String: Action] = {
    let all = (try? Catalogue(from: .embedded).table(Action.self).entries) ?? []
    return Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// Holds what is wrong, and what to do about it, against the first page of the conclusion.
  fileprivate func expect(first words: String, _ wording: Wording) {
    expectWrong(in: words, wording)
    let isOrdered = actions.contains {
      Reader.matches(wording.texts("action.\($0).title"), in: words)
    }
    #expect(isOrdered, "\(number) \(wording.language): \(words)")
  }

  private func expectWrong(in words: String, _ wording: Wording) {
    for (index, row) in Portal.altinn3.points.enumerated() {
      let values = ["number": "\(index + 1)", "point": wording(row.point.titleKey)]
      let isFailing = Reader.failing(values, in: words, wording)
      #expect(isFailing == fails.contains(row.point), "\(number): \(row.point)")
    }
    for cause in causes {
      #expect(words.contains(wording.title(of: cause, in: .altinn3)), "\(number): \(cause)")
    }
  }

  /// Holds what a person must be told, and what they must not, against all that was said of the case.
  fileprivate func expect(in words: String, _ wording: Wording) {
    expectWrong(in: words, wording)
    for id in actions + others {
      let title = wording.texts("action.\(id).title")
      #expect(Reader.matches(title, in: words), "\(number): \(id)")
    }
    for id in actions {
      guard let action = Self.actionsByID[id] else {
        Issue.record("no action \(id)")
        continue
      }
      // The vendor and the agency mend what somebody turns to them with.
      let begins = Actor.turnedTo.contains(action.by) ? action.alsoBy ?? .sender : action.by
      // Of a firm with a client it is said whose they are.
      let names = [begins.textKey, begins.textKey + ".client"].filter(wording.has)
      let isNamed = names.contains { Reader.matches(wording.texts($0), in: words) }
      #expect(isNamed, "\(number): \(id)")
      let place = wording.path(action.menuPath, of: .altinn3).lowercased()
      // Where it is done with the very one who is turned to, the title says so.
      let isWithThem = place == wording.texts(action.by.textKey).lowercased()
      #expect(isWithThem || words.lowercased().contains(place), "\(number): \(id)")
    }
    for id in packages {
      let name = wording.content.fullmakter.packages[id]?.names[wording.language] ?? ""
      // A name may be broken at its hyphen.
      let parts = words.filter { $0 != " " }.contains(name.filter { $0 != " " })
      #expect(!name.isEmpty && parts, "\(number): \(name)")
    }
    for id in never {
      #expect(!Reader.matches(wording.texts("action.\(id).title"), in: words), "\(number): \(id)")
    }
  }
}

extension Player {
  /// The first page of the conclusion on the screen in every language, each reached by the key that changes it; the
  /// last is the one it was in.
  fileprivate func firstPages(of walk: Walk) throws -> [(language: Language, words: String)] {
    let certainty = walk.diagnosis.conclusion.certainty.textKey
    let size = session.size
    session.resize(columns: size.columns, rows: 150)
    try session.waitUntil("a high screen") { $0.rows.count == 150 && !$0.rows[149].isEmpty }
    var pages: [(language: Language, words: String)] = []
    let all = Language.allCases
    let start = all.firstIndex(of: language) ?? 0
    for place in 1...all.count {
      let next = all[(start + place) % all.count]
      let reader = Reader(next)
      session.press(.function(9))
      // No two languages say it alike.
      try session.waitUntil("the conclusion in \(next)") { reader.shows(certainty, $0) }
      session.waitUntilAsleep()
      pages.append((next, Reader.words(session.screen)))
    }
    session.resize(columns: size.columns, rows: size.rows)
    return pages
  }

  /// Answers the step on the screen and the walk beside it, and waits for the next one, saved.
  fileprivate func pass(_ script: TaskScript, _ walk: inout Walk) throws {
    try answer(script, walk)
    script.answer(&walk, wording)
    try wait(for: walk)
    try waitUntilSaved()
    // The page before may have named the question; no key is pressed before the page itself stands.
    session.waitUntilAsleep()
  }
}
