import Wording
import Model
import Screens
import TestSupport
import Testing

/// Every field of every task answered wrong once.
@Suite struct TaskMistakeTests {
  /// What is wrong in a line of each kind, and the text that says so.
  static let lines: [LineRule: [(text: String, message: String)]] = [
    .systemID: [
      ("12 34", "identifier.systemID.blanks"), ("lønn", "identifier.systemID.letters"),
      ("1234567890", "identifier.systemID.tooLong"),
    ],
    .mobileNumber: [
      ("4123", "identifier.mobile.wrongLength"), ("21234567", "identifier.mobile.notMobile"),
      ("+46701234567", "identifier.mobile.foreign"),
    ],
    .organisationNumber: [
      ("912345678", "identifier.organisation.wrongControlDigit"),
      ("41814061033", "identifier.organisation.nationalIdentityNumber"),
      ("31004321", "identifier.organisation.wrongLength"),
    ],
    .phone: [
      ("1234", "line.phone.unreadable"), ("41814061033", "line.party.identityNumber"),
    ],
    .pastDate: [
      ("31.2.2026", "line.date.missing"), ("31.11", "line.date.missing"),
      ("i forfjor", "line.date.unreadable"), ("24.12.2130", "line.date.notYet"),
      ("i morgen", "line.date.notYet"),
    ],
    .comingDate: [
      ("31.2.2026", "line.date.missing"), ("31.11", "line.date.missing"),
      ("snart", "line.date.unreadable"), ("1.12.2025", "line.date.past"),
      ("i går", "line.date.past"),
    ],
    .name: [
      ("2", "line.name.digits"), ("310043215", "line.party.impossible"),
      ("41814061033", "line.party.identityNumber"), ("310-043-214", "line.name.digits"),
      ("Kari 41814061033", "line.party.identityNumber"),
    ],
    .free: [("Ring 41814061033", "line.free.identityNumber")],
    .program: [("Ring 41814061033", "line.free.identityNumber")],
  ]

  /// What is wrong with a password typed twice, and the text that says so.
  static let secrets = [
    ("kort1", "kort1", "identifier.systemPassword.tooShort"),
    ("barebokstaver", "barebokstaver", "identifier.systemPassword.noDigit"),
    ("8675309", "8675309", "identifier.systemPassword.noLetter"),
    ("Vinter24", "Vinter25", "secret.differs"),
  ]

  @Test(arguments: TaskScript.spoken)
  func `says what is wrong with each field, and loses nothing that is typed`(
    script: TaskScript,
    language: Language
  ) throws {
    let player = try Player(language)
    var walk = try player.begin(script)
    while walk.current.kind != .receipt {
      for (place, field) in walk.current.fields.enumerated() {
        try player.mistake(field, at: place, in: walk)
      }
      try player.step(script, &walk)
    }
    let stream = String(decoding: player.session.rawBytes, as: UTF8.self)
    for (first, second, _) in Self.secrets {
      #expect(!stream.contains(first) && !stream.contains(second))
    }
  }

  @Test(arguments: TaskScript.spoken)
  func `line by line it says what is wrong, and asks again`(
    script: TaskScript,
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    var walk = script.begin()
    var lines = [script.home]
    var messages: [String] = []
    while walk.current.kind != .receipt {
      for field in walk.current.fields {
        let wrong = Self.plain(field, at: walk, wording)
        lines += wrong.lines + script.lines(for: field, at: walk, wording)
        messages += wrong.messages
      }
      if walk.current.kind != .question { lines += ["99"] + script.lines(at: walk, wording) }
      script.answer(&walk, wording)
    }
    let folder = try TemporaryFolder()
    let run = try Run(
      ["--plain", "--language", language.rawValue, "--store", folder.file("store")],
      input: lines.map { $0 + "\n" }.joined()
    )
    var rest = Reader.squeezed(run.output)[...]
    for message in messages + ["receipt.number"] {
      let words = Reader.squeezed(wording(message)).prefix { $0 != "{" }
      let range = try #require(rest.firstRange(of: words), "\(message)")
      rest = rest[range.upperBound...]
    }
    #expect(run.complaint == "")
    for (first, second, _) in Self.secrets {
      #expect(!run.output.contains(first) && !run.output.contains(second))
    }
  }

  /// The wrong lines for a field, and the texts that say so.
  private static func plain(_ field: Field, at walk: Walk, _ wording: Wording) -> (
    lines: [String], messages: [String]
  ) {
    switch field.input {
    case .choice, .candidates:
      return (["99", TaskScript.nothing], ["plain.number", "plain.number"])
    case .boxes: return (["999"], ["plain.number"])
    case .search(let table):
      let again = wording.entries(matching: TaskScript.nothing, in: table, about: walk).count + 3
      return ([TaskScript.nothing, "99", "\(again)"], ["search.nothing", "plain.number"])
    case .line(let rule, _):
      let wrong = lines[rule] ?? []
      return (wrong.map(\.text), wrong.map(\.message))
    case .secret:
      // What is refused is not asked for twice.
      let wrong = secrets.flatMap { $0.2 == "secret.differs" ? [$0.0, $0.1] : [$0.0] }
      return (wrong, secrets.map(\.2))
    case .message: return ([], [])
    }
  }
}

extension Player {
  /// Answers a field wrong, sees what is said of it, and that nothing of it is lost.
  fileprivate func mistake(_ field: Field, at place: Int, in walk: Walk) throws {
    let fields = walk.current.fields
    switch field.input {
    case .choice where walk.answer(field.id) == nil:
      // What is typed beside it stays.
      for _ in fields.dropFirst() {
        session.press(.tab)
        try type("Nils 1")
      }
      if fields.count == 1 { session.press(.tab) }
      session.press(.enter)
      let screen = try wait(forText: "problem.choose")
      #expect(fields.count == 1 || screen.contains("Nils 1"))
    case .line(let rule, _):
      for (text, message) in TaskMistakeTests.lines[rule] ?? [] {
        for _ in 0..<place { session.press(.tab) }
        session.press(.control("u"))
        try type(text)
        for _ in place..<fields.count { session.press(.enter) }
        let screen = try wait(forText: message)
        #expect(screen.contains(text))
        session.press(.control("u"))
        for _ in 0..<place { session.press(.backTab) }
      }
    case .secret:
      for (first, second, message) in TaskMistakeTests.secrets {
        try typeSecret(first, second)
        let screen = try wait(forText: message)
        #expect(!screen.contains(first) && !screen.contains(second))
        // Both lines are emptied, the first one last.
        session.press(.control("u"), .up, .control("u"))
        try session.waitFor(String(wording("secret.skip").prefix(20)))
      }
    case .search:
      try type(TaskScript.nothing)
      try session.waitFor(wording("answer.unknown"))
      session.press(.control("u"))
    case .choice, .candidates, .boxes, .message: break
    }
  }
}
