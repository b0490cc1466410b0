import Model
import Screens
import TestSupport
import Testing

/// The tasks line by line.
@Suite struct PlainTaskTests {
  /// The lines a person types at the step where the walk stands.
  private static func lines(_ script: TaskScript, _ walk: Walk, _ wording: Wording) -> [String] {
    guard walk.current.kind == .question else {
      let place = wording.ways(walk).firstIndex { $0.choice == .next } ?? 0
      return ["\(place + 1)"]
    }
    return walk.current.fields.flatMap { field -> [String] in
      let answer = script.answers[field.id] ?? Fact.unknown
      switch field.input {
      case .choice(let choices):
        let place = choices.firstIndex { $0.value == answer } ?? choices.count
        return ["\(place + 1)"]
      case .search(let table): return [wording.entry(answer, in: table) ?? "", "1"]
      case .line, .message: return [answer]
      case .secret: return [answer, answer]
      case .boxes(let boxes):
        return [
          wording.boxes(boxes, of: field.id).indices.map { "\($0 + 1)" }.joined(separator: " ")
        ]
      }
    }
  }

  private func run(
    _ script: TaskScript,
    _ language: Language,
    _ folder: TemporaryFolder,
    before step: StepID? = nil,
    inserting wrong: [String] = []
  ) throws -> Run {
    let wording = Wording(.embedded, language)
    var walk = script.begin()
    var lines = ["\((Flow.all.firstIndex { $0.id == script.flow.id } ?? 0) + 1)"]
    while walk.current.kind != .receipt {
      if walk.current.id == step { lines += wrong }
      lines += Self.lines(script, walk, wording)
      script.answer(&walk, wording)
    }
    return try Run(
      ["--plain", "--language", language.rawValue, "--store", folder.file("store")],
      input: (lines + ["1", "q"]).map { $0 + "\n" }.joined()
    )
  }

  @Test(arguments: TaskScript.all, Language.allCases)
  func `leads by numbers to the receipt`(script: TaskScript, language: Language) throws {
    let folder = try TemporaryFolder()
    let run = try run(script, language, folder)
    #expect(run.status == 0)
    #expect(run.complaint == "")
    let wording = Wording(.embedded, language)
    let words = Reader.squeezed(run.output)
    #expect(Reader.matches(wording("receipt.number"), in: words))
    #expect(!run.output.contains(/\[[a-z]+\.[A-Za-z.]+\]/))
    #expect(!run.output.contains(/\{[a-zA-Z.]+\}/))
    #expect(!run.output.contains(wording("plain.number").split(separator: "{")[0]))
    for bytes in folder.contents.values.compactMap(\.self) {
      #expect(bytes.range(of: .init(TaskScript.password.utf8)) == nil)
      #expect(bytes.range(of: .init(TaskScript.mobile.utf8)) == nil)
    }
    #expect(!run.output.contains(TaskScript.password))
  }

  static let mistakes: [(TaskScript, StepID, [String], String)] = [
    (.register, "id", ["12 34"], "identifier.systemID.blanks"),
    (.register, "done", ["31.2.2026"], "line.date.unreadable"),
    (.register, "password", ["kort1"], "identifier.systemPassword.tooShort"),
    (.register, "password", ["Vinter24", "Vinter25"], "secret.differs"),
    (.register, "walk", ["99"], "plain.number"),
    (.register, "owner", ["nei"], "plain.number"),
    (.login, "mobile", ["21234567"], "identifier.mobile.notMobile"),
  ]

  @Test(arguments: mistakes.indices)
  func `says what is wrong and asks again`(place: Int) throws {
    let (script, step, wrong, message) = Self.mistakes[place]
    let run = try run(script, .bokmal, TemporaryFolder(), before: step, inserting: wrong)
    let words = Reader.squeezed(run.output)
    #expect(Reader.matches(Wording(.embedded, .bokmal)(message), in: words))
    #expect(Reader.matches(Wording(.embedded, .bokmal)("receipt.number"), in: words))
    #expect(run.status == 0)
  }
}
