import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

@testable import Wizard

/// The same wizard line by line, for screen readers, simple terminals and pipes.
@Suite struct PlainTests {
  private func run(
    _ lines: [String],
    _ language: Language = .bokmal,
    _ folder: TemporaryFolder,
    arguments: [String] = ["--plain"],
    environment: [String: String] = [:]
  ) throws -> Run {
    try Run(
      arguments + ["--language", language.rawValue, "--store", folder.file("store")],
      input: lines.map { $0 + "\n" }.joined(),
      environment: environment
    )
  }

  @Test(arguments: Outcome.official, Language.allCases)
  func `leads by numbers to the receipt`(outcome: Outcome, language: Language) throws {
    let folder = try TemporaryFolder()
    let lines = PlainScript.whole(outcome.situation, language)
    let run = try run(lines, language, folder)
    #expect(run.status == 0)
    #expect(run.complaint == "")
    #expect(!run.output.contains("\u{1B}"))
    let wording = Wording(.embedded, language)
    let words = Reader.squeezed(run.output)
    let texts = wording.texts
    #expect(Reader.matches(texts("action.\(outcome.action).title"), in: words))
    #expect(Reader.matches(texts("actor.\(outcome.actor.rawValue)"), in: words))
    let place = wording.path(outcome.place, of: .altinn2).lowercased()
    #expect(words.lowercased().contains(place))
    #expect(Reader.matches(texts("receipt.number"), in: words))
    // No answer was refused, and no text is missing.
    let refused = texts("plain.number").split(separator: "{")[0]
    #expect(!run.output.contains(refused))
    #expect(!run.output.contains(/\[[a-z]+\.[A-Za-z.]+\]/))
  }

  @Test(arguments: [
    (["--plain"], [:]), ([], ["ACCESSIBLE": "1"]), ([], ["TERM": "dumb"]),
    ([], ["TERM": "nonesuch"]),
    ([], ["TERM": ""]),
  ])
  func `asks line by line on a terminal`(arguments: [String], environment: [String: String]) throws
  {
    let folder = try TemporaryFolder()
    let reader = Reader(.bokmal)
    let situation = Situation.personLacksRight
    let session = try PtySession(
      Executables.veiviser,
      arguments + ["--language", "nb", "--store", folder.file("store")],
      environment: PtySession.environment.merging(environment) { $1 },
      columns: 100,
      rows: 400
    )
    try session.waitFor(reader.wording("home.title"))
    for line in PlainScript.whole(situation, .bokmal) {
      // Nothing is typed ahead of the prompt, as by a person who reads first.
      try session.waitUntil("a prompt") {
        $0.cursorColumn == 2 && $0.rows[$0.cursorRow].hasPrefix(">")
      }
      session.mark()
      session.send(line + "\n")
      try session.waitUntil("the line taken") { _ in session.rawBytes.contains(0x0A) }
    }
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.screen.contains(reader.wording("receipt.next")))
    #expect(!session.rawBytes.contains(0x1B))
    #expect(session.notGivenBack() == [])
  }

  @Test func `asks line by line when input is no terminal`() throws {
    let folder = try TemporaryFolder()
    let run = try run(["q"], .bokmal, folder, arguments: [])
    #expect(run.output.contains(Reader(.bokmal).wording("home.title")))
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.status == 0)
  }

  @Test(arguments: [("0", true), ("", true), ("1", false)])
  func `takes ACCESSIBLE only where it says yes`(value: String, fullScreen: Bool) throws {
    let folder = try TemporaryFolder()
    let session = try PtySession(
      Executables.veiviser,
      ["--store", folder.file("store")],
      environment: PtySession.environment.merging(["ACCESSIBLE": value]) { $1 }
    )
    try session.waitFor(Reader(.bokmal).wording("home.title"))
    #expect(session.isInAlternateScreen == fullScreen)
  }

  @Test(arguments: Language.allCases)
  func `an option too long for a line goes on below its own text`(language: Language) throws {
    let folder = try TemporaryFolder()
    let run = try run(
      ["1", "incorrect username/password", ".", "1", "q"],
      language,
      folder,
      arguments: ["--plain", "--portal", "altinn2"]
    )
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(run.output)")
    let wording = Wording(.embedded, language)
    for id in ["E2", "E3"] {
      let option = "\(wording.quote(try #require(wording.content.message(id)))). "
      let whole = Reader.squeezed(option + wording("message.\(id).meaning"))
      #expect(Reader.squeezed(run.output).contains(whole), "\(run.output)")
      let first = try #require(lines.firstIndex { $0.contains(option.prefix(30)) })
      #expect(lines[first].contains(#/^  \d  /#) && lines[first + 1].hasPrefix("     "))
    }
  }

  @Test(arguments: [
    ["Noe gikk galt", "", "2", "", "1"], ["Noe gikk galt", "", "", "2", "?", "<", "q"],
  ])
  func `none of a message with empty lines in it answers a question`(message: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try run(["1"] + message + [".", "q"], .bokmal, folder)
    #expect(run.status == 130)
    let answers = try #require(try folder.kept().first).answers
    #expect(Set(answers.map(\.field)) == ["message", "message.text"])
    let kept = answers.first { $0.field == "message.text" }?.answer.value ?? ""
    #expect(kept.hasPrefix("Noe gikk galt\n\n") && kept.contains("2"), "\(kept)")
  }

  @Test func `an empty line alone says that there is no message`() throws {
    let folder = try TemporaryFolder()
    _ = try run(["1", "", "q"], .bokmal, folder)
    let answers = try #require(try folder.kept().first).answers
    #expect(!answers.contains { $0.field == "message.text" })
  }

  @Test func `goes back and keeps the answer`() throws {
    let folder = try TemporaryFolder()
    let situation = Situation.personLacksRight
    let lines = PlainScript.lines(situation, .bokmal, until: .service)
    let wording = Wording(.embedded, .bokmal)
    // Back to whom one sends for; Enter keeps what was answered.
    let run = try run(lines + ["<", "", "", "q"], .bokmal, folder)
    let kept = wording(
      "plain.default",
      ["answer": wording("question.reportee.kind.organisation")]
    )
    #expect(run.output.contains(kept))
    let after = try #require(run.output.firstRange(of: kept)).upperBound
    #expect(
      Reader.matches(
        wording("question.service.title"),
        in: Reader.squeezed(String(run.output[after...]))
      )
    )
    #expect(run.status == 130)
  }

  @Test func `explains a question when asked, and asks it again`() throws {
    let folder = try TemporaryFolder()
    let lines = PlainScript.lines(.personLacksRight, .bokmal, until: .personRight)
    let run = try run(lines + ["?", "q"], .bokmal, folder)
    let wording = Wording(.embedded, .bokmal)
    let words = Reader.squeezed(run.output)
    #expect(Reader.matches(wording("question.person.right.why"), in: words))
    #expect(Reader.matches(wording("question.who"), in: words))
    let titles = words.matches(of: /Har du en rolle eller rettighet som gir tilgang/)
    #expect(titles.count == 3)
    #expect(run.status == 130)
  }

  @Test(arguments: Language.allCases)
  func `a question mark explains at home too, and words do what keys do elsewhere`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    func said(_ key: String, _ run: Run) -> Bool {
      Reader.squeezed(run.output).contains(Reader.squeezed(wording(key)))
    }
    let folder = try TemporaryFolder()
    let home = try run(["?", wording("plain.word.points"), "q"], language, folder)
    #expect(said("plain.help", home) && said("plain.notHere", home), "\(home.output)")
    // Each word that is named does what is said of it.
    for command in PlainCommand.allCases {
      let help = "plain.help.\(command.rawValue)"
      #expect(wording(help).contains(wording("plain.word.\(command.rawValue)")))
      #expect(said(help, home), "\(home.output)")
    }
    let lines = PlainScript.lines(.personLacksRight, language, until: .service)
    let now = try run(lines + [wording("plain.word.answer").uppercased(), "q"], language, folder)
    #expect(said("conclusion.findOut", now), "\(now.output)")
    let points = try run(lines + [wording("plain.word.points"), "q"], language, folder)
    #expect(said("point.registration.title", points), "\(points.output)")
    let other = Wording(.embedded, language == .english ? .bokmal : .english)
    let spoken = try run(
      lines + [wording("plain.word.language"), wording("plain.word.language"), "q"],
      language,
      folder
    )
    #expect(
      Reader.squeezed(spoken.output).contains(Reader.squeezed(other("question.service.title"))),
      "\(spoken.output)"
    )
  }

  @Test(arguments: [FieldID.message, .reporteeKind, .service, .personRight], ["q", "", "<"])
  func `says 130 when it is left in a case`(fact: FieldID, last: String) throws {
    let folder = try TemporaryFolder()
    let lines = PlainScript.lines(.personLacksRight, .bokmal, until: fact)
    // Without a last line the input simply ends.
    let run = try run(lines + (last == "q" ? ["q"] : []), .bokmal, folder)
    #expect(run.status == 130)
    #expect(!run.trapped)
  }

  @Test func `says 0 when it is left from home`() throws {
    let folder = try TemporaryFolder()
    #expect(try run(["q"], .bokmal, folder).status == 0)
    #expect(try run([], .bokmal, folder).status == 0)
  }

  @Test func `keeps a case that is left, and takes it up again`() throws {
    let folder = try TemporaryFolder()
    let lines = PlainScript.lines(.personLacksRight, .bokmal, until: .personRight)
    _ = try run(lines + ["q"], .bokmal, folder)
    // The case stands behind the flows.
    let run = try run(["\(Flow.ids(of: .altinn2).count + 1)", "q"], .bokmal, folder)
    let words = Reader.squeezed(run.output)
    #expect(Reader.matches(Wording(.embedded, .bokmal)("question.person.right.title"), in: words))
    #expect(run.status == 130)
  }

  @Test func `a case of the Altinn that has closed says so in the list and at each step`() throws {
    let folder = try TemporaryFolder()
    let lines = PlainScript.lines(.personLacksRight, .bokmal, until: .personRight)
    _ = try run(lines + ["q"], .bokmal, folder)
    let run = try run(
      ["\(Flow.ids(of: .altinn3).count + 1)", "q"],
      .bokmal,
      folder,
      arguments: ["--plain", "--portal", "altinn3"]
    )
    let words = Reader.squeezed(run.output)
    let closed = Wording(.embedded, .bokmal)("edition.altinn2.header")
    #expect(words.components(separatedBy: closed).count == 3, "\(run.output)")
  }

  @Test(arguments: Language.allCases)
  func `takes the letter and the words for not knowing, as the full screen does`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let words = wording("hint.letter.unknown")
    for said in [wording("letter.unknown"), words, words.uppercased()] {
      let folder = try TemporaryFolder()
      let lines = PlainScript.lines(.personLacksRight, language, until: .reporteeKind)
      let run = try run(lines + [said, "q"], language, folder)
      #expect(!run.output.contains(wording("plain.number", ["last": "4"])), "\(run.output)")
    }
  }

  @Test(arguments: ["0", "99", "-1", "ja", "1.0", "999999999999999999999999", "😀", "\u{1B}[A"])
  func `says what to type when it is no number of the list`(line: String) throws {
    let folder = try TemporaryFolder()
    let lines = PlainScript.lines(.personLacksRight, .bokmal, until: .reporteeKind)
    let run = try run(lines + [line, "q"], .bokmal, folder)
    #expect(run.output.contains(Wording(.embedded, .bokmal)("plain.number", ["last": "4"])))
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.status == 130)
  }
}
