import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// What must never be kept, planted wherever something can be typed.
enum Canary {
  static let numbers = ["41814061033", "10915596784"]
  static let password = "Kanari77"
  static let code = "482139"
  /// Typed where a password is asked for, and nowhere else.
  static let secret = "Skjult88"

  /// What may be on the screen while it is typed, and nowhere afterwards.
  static let all = numbers + [password, code]

  /// A line of free text with all that can be taken out of it.
  static let line = "Ola passord: \(password) engangskode: \(code)"
  /// A line that one cannot go on with: what is kept of it would no more be what was meant.
  static let refused = "Ola \(numbers[0]) engangskode: \(code)"
  /// For the short lines that hold a number or a date.
  static let short = [numbers[1], "kode: \(code)"]
  static let message = """
    Incorrect username/password given for system
    username: 4711 password: \(password)
    reportee \(numbers[0]), 109155 96784
    engangskode: \(code) PIN-koden er \(code).
    """

  /// Holds a text against all that must not be in it.
  static func expectNone(
    in text: String,
    _ place: String,
    among wanted: [String] = all + [secret],
    at location: SourceLocation = #_sourceLocation
  ) {
    for canary in wanted where text.contains(canary) {
      Issue.record("\(canary) in \(place)", sourceLocation: location)
    }
  }

  /// Searches every file below a folder: the store, its journal and lock, what was exported.
  static func expectNone(
    in folder: TemporaryFolder,
    at location: SourceLocation = #_sourceLocation
  ) {
    for (name, bytes) in folder.contents {
      for canary in all + [secret] where bytes?.range(of: Data(canary.utf8)) != nil {
        Issue.record("\(canary) in the file \(name)", sourceLocation: location)
      }
    }
  }
}

extension LineRule {
  fileprivate var takesWords: Bool { [.free, .name, .party, .program].contains(self) }
}

extension TaskScript {
  /// The same walk, with everything that must not be kept in each line that takes any text.
  var planted: TaskScript {
    var lines: [FieldID: String] = [:]
    for field in flow.steps.flatMap(\.fields) {
      switch field.input {
      // Who writes is gone when the program starts again, and with it the question whether to keep it.
      case .line where Writer.fields.contains(field.id): break
      case .line(let rule, _) where rule.takesWords: lines[field.id] = Canary.line
      case .secret: lines[field.id] = Canary.secret
      default: break
      }
    }
    return with(lines)
  }
}

/// Nothing that must never be kept is anywhere after it was typed.
@Suite struct CanaryTests {
  @Test(arguments: TaskScript.some)
  func `a task keeps none of it, shows none of it again, and writes none of it to files`(
    script: TaskScript
  ) throws {
    let script = script.planted
    let player = try Player()
    var walk = try player.begin(script)
    while walk.current.kind != .receipt {
      if walk.current.id == "letter" { try player.takeLetter(walk) }
      try player.plant(in: walk, script)
      try player.step(script, &walk)
      Canary.expectNone(in: player.session.screen.text, "the screen at \(walk.current.id)")
      Canary.expectNone(in: player.folder)
    }
    // What was planted did arrive, without what must not be kept.
    let kept = try #require(try player.kept().first)
    for (field, value) in script.answers
    where value == Canary.line && walk.counts(field)
      && !Writer.fields.contains(field)
    {
      let answer = kept.content.answer(in: field)?.value ?? ""
      #expect(answer.hasPrefix("Ola passord: [***]"), "\(field): \(answer)")
    }
    try player.expectNoneAfterwards(walk)
  }

  @Test func `a search for a fault keeps none of it, wherever it was typed`() throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    // Typed and left, then pasted and accepted.
    player.session.paste(Canary.message)
    try player.session.waitFor("PIN-koden er")
    try player.leaveAndStartAgain()
    try player.resume()
    try player.session.waitFor("Incorrect username")
    Canary.expectNone(in: player.session.screen.text, "the message taken up again")
    player.session.paste(Canary.message)
    player.session.press(.enter)
    try player.settle(after: .question("message"))
    Canary.expectNone(in: player.session.screen.text, "what was recognised")
    while let scene = player.scene, scene != .receipt {
      if scene == .question("reportee.kind") {
        player.session.press(.tab, .control("u"))
        try player.type(Canary.line)
        player.session.press(.backTab, .home, .text(" "), .tab, .enter)
        try player.settle(after: scene)
      } else {
        if scene == .question("service") { try player.typeAndLeave(Canary.short, scene) }
        try player.step(.wrongPassword)
      }
      Canary.expectNone(in: player.session.screen.text, "the screen of \(scene)")
      Canary.expectNone(in: player.folder)
    }
    let origin = try #require(try player.kept().first)
    let walk = Walk(
      .findFault,
      engine: player.wording.content.engine(of: .altinn2),
      resuming: origin.content
    )
    try player.expectNoneAfterwards(walk)
  }

  @Test(arguments: TaskScript.some, [false, true])
  func `line by line a task keeps and says none of it`(script: TaskScript, refused: Bool) throws {
    let script = script.planted
    let wording = Wording(.embedded, .bokmal)
    let folder = try TemporaryFolder()
    var walk = script.begin()
    var lines = [script.home]
    while walk.current.kind != .receipt {
      // What is no answer is said to be none, and not said again.
      if refused {
        for field in walk.current.fields {
          lines += Self.refused(field, at: walk, wording)
          lines += script.lines(for: field, at: walk, wording)
        }
      }
      if !refused || walk.current.kind != .question { lines += script.lines(at: walk, wording) }
      script.answer(&walk, wording)
    }
    let run = try Run(
      ["--plain", "--language", "nb", "--store", folder.file("store")],
      input: (lines + ["1", "q"]).map { $0 + "\n" }.joined()
    )
    #expect(Reader.matches(wording("receipt.number"), in: Reader.squeezed(run.output)))
    Canary.expectNone(in: run.output + run.complaint, "what is said")
    Canary.expectNone(in: folder)
    try Canary.expectNone(inWhatCommandsSayOf: folder)
  }

  @Test func `line by line a search for a fault keeps and says none of it`() throws {
    let folder = try TemporaryFolder()
    let lines = ["1", Canary.message, ".", "1", "3", Canary.line, Canary.numbers[1], "q"]
    let run = try Run(
      ["--plain", "--language", "nb", "--store", folder.file("store")],
      input: lines.map { $0 + "\n" }.joined()
    )
    #expect(try folder.kept().first?.content.answer(in: "message.text") != nil)
    Canary.expectNone(in: run.output + run.complaint, "what is said")
    Canary.expectNone(in: folder)
    try Canary.expectNone(inWhatCommandsSayOf: folder)
  }

  @Test func `on a terminal a password is never shown line by line`() throws {
    let script = TaskScript.register.planted
    let player = try PlainPlayer()
    var walk = script.begin()
    var stream: [UInt8] = []
    try player.answer(script.home)
    while walk.current.id != "walk" {
      for line in script.lines(at: walk, player.wording) {
        try player.answer(line)
        stream += player.session.rawBytes
      }
      script.answer(&walk, player.wording)
    }
    #expect(!String(decoding: stream, as: UTF8.self).contains(Canary.secret))
    Canary.expectNone(in: player.folder)
  }

  @Test(arguments: [["recognise", "-"], ["recognise", "-", "--json"]])
  func `a command that reads a text says none of it`(arguments: [String]) throws {
    let run = try Run(arguments, input: Canary.message)
    #expect(run.output.contains("4711") || run.output.contains("E2"))
    Canary.expectNone(in: run.output + run.complaint, "what is said")
  }

  /// Lines that are refused in a field and hold what must not be kept.
  private static func refused(_ field: Field, at walk: Walk, _ wording: Wording) -> [String] {
    switch field.input {
    case .boxes(let boxes) where boxes.isSearched: return ["passord: \(Canary.password)"]
    case .choice, .candidates, .boxes: return [Canary.refused]
    case .search(let table):
      let words = Canary.numbers[1]
      let again = wording.entries(matching: words, in: table, about: walk).prefix(9).count + 3
      return [words, Canary.line, "\(again)"]
    case .line(let rule, _): return rule.takesWords ? [Canary.refused] : Canary.short
    case .secret: return [Canary.secret, "Skjult8"]
    case .message: return []
    }
  }
}

extension Canary {
  /// What the commands tell of what is kept.
  static func expectNone(inWhatCommandsSayOf folder: TemporaryFolder) throws {
    for command in [
      ["case", "show", "1001"], ["case", "show", "1001", "--json"], ["case", "list"],
      ["datasystem", "list", "--json"], ["request", "list", "--json"], ["doctor"],
      ["store", "backup", folder.file("copy.sqlite")],
    ] {
      let run = try Run(command + ["--store", folder.file("store")])
      expectNone(in: run.output + run.complaint, command.joined(separator: " "))
    }
    #expect(folder.contents["copy.sqlite"] != nil)
    expectNone(in: folder)
  }
}

extension Player {
  /// Types what must not be kept in every field of a step, and leaves it half done.
  fileprivate func plant(in walk: Walk, _ script: TaskScript) throws {
    for (place, field) in walk.current.fields.enumerated() {
      for text in Self.planted(for: field) {
        for _ in 0..<place { session.press(.tab) }
        if case .secret = field.input {
          session.press(.text(text))
          try session.waitUntil("a masked line") { $0.rows[$0.cursorRow].contains("•") }
        } else {
          session.press(.control("u"))
          session.press(.text(text))
          try session.waitUntil("the line typed") {
            $0.rows[$0.cursorRow].contains(text.prefix(9).suffix(4))
          }
        }
        expectNoSecret()
        try leaveAndStartAgain()
        session.mark()
        try goOn(with: script, walk)
        Canary.expectNone(
          in: String(decoding: session.rawBytes, as: UTF8.self),
          "\(field.id) taken up again"
        )
        Canary.expectNone(in: folder)
      }
    }
  }

  private static func planted(for field: Field) -> [String] {
    switch field.input {
    case .line(let rule, _): rule.takesWords ? [Canary.line, Canary.refused] : Canary.short
    case .search: [Canary.numbers[1]]
    case .boxes(let boxes) where boxes.isSearched: [Canary.numbers[1]]
    case .secret: [Canary.secret]
    case .choice, .candidates, .message, .boxes: []
    }
  }

  /// Types lines where a search is, leaves, and comes back.
  fileprivate func typeAndLeave(_ lines: [String], _ scene: Scene) throws {
    for line in lines {
      try type(line)
      try leaveAndStartAgain()
      session.mark()
      try resume()
      try wait(for: scene)
      Canary.expectNone(in: String(decoding: session.rawBytes, as: UTF8.self), "\(scene) again")
    }
  }

  /// A password is never shown, not even while it is typed.
  private func expectNoSecret() {
    let stream = String(decoding: session.rawBytes, as: UTF8.self)
    Canary.expectNone(in: stream, "the terminal's bytes", among: [Canary.secret])
  }

  /// Offers the letter to the clipboard and writes it to a file.
  fileprivate func takeLetter(_ walk: Walk) throws {
    session.mark()
    session.press(.left, .enter)
    try session.waitFor("✓")
    let stream = String(decoding: session.rawBytes, as: UTF8.self)
    let sent = try #require(stream.firstMatch(of: /\]52;c;([A-Za-z0-9+\/=]+)/))
    let letter = try #require(Data(base64Encoded: String(sent.1)))
    Canary.expectNone(in: String(decoding: letter, as: UTF8.self), "the clipboard")
    session.press(.left, .enter)
    try session.waitFor("veiviser-brev-1001.txt")
    session.press(.right, .right)
  }

  /// Goes over the review, the record and its exports, and looks everywhere.
  fileprivate func expectNoneAfterwards(_ walk: Walk) throws {
    expectNoSecret()
    try startAgainForGood()
    session.press(.text("\(Flow.ids(of: .altinn2).count + 2)"))
    let label = wording("flow.\(walk.flow.id).record") + " 1001"
    try session.waitFor(label)
    // What is searched for is not kept either.
    try type(Canary.numbers[1])
    try session.waitFor(wording("cases.none"))
    session.press(.control("u"))
    try session.waitFor(label)
    session.mark()
    session.press(.enter)
    try wait(forText: "records.answers")
    _ = try everything(upTo: "records.answers")
    session.press(.backTab, .enter)
    try session.waitFor("veiviser-1001.txt")
    session.press(.backTab, .enter)
    try session.waitFor("veiviser-1001.json")
    Canary.expectNone(in: String(decoding: session.rawBytes, as: UTF8.self), "the record")
    Canary.expectNone(in: folder)
    try Canary.expectNone(inWhatCommandsSayOf: folder)
  }

  private func startAgainForGood() throws {
    session.press(.enter)
    try wait(for: .home)
  }
}
