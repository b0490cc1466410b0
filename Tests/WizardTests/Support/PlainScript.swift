import Wording
import Model
import Screens

/// The lines a person would type to go through a situation in the plain front end.
///
/// They are found by walking the same flow: the number of an answer is its place in the list.
struct PlainScript {
  private let situation: Situation
  private let wording: Wording
  private var walk: Walk
  private(set) var lines: [String]

  /// Everything from the first question to the receipt, and out of the program.
  static func whole(_ situation: Situation, _ language: Language) -> [String] {
    var script = PlainScript(situation, language)
    while script.walk.current.kind != .receipt { script.answer() }
    // Closes the case, which leads home; there "leave" stands last, with no list of open cases before it.
    let leave = HomeEntry.all(HomeState(.altinn2), script.wording).count
    let ways = script.wording.offers(script.walk)
    let close = ways.firstIndex { $0.choice == .end(.closed) } ?? 0
    return script.lines + ["\(close + 1)", "\(leave)"]
  }

  /// The lines from the tasks of a case over its receipt to what is concluded when it is checked again.
  static func checkingAgain(
    _ situation: Situation,
    from walk: Walk,
    _ language: Language
  ) -> [String] {
    var script = PlainScript(situation, language)
    script.walk = walk
    script.lines = []
    while script.walk.current.kind != .receipt { script.answer() }
    let again = script.wording.offers(script.walk).firstIndex { $0.choice == .checkAgain } ?? 0
    script.lines.append("\(again + 1)")
    _ = script.walk.take(.checkAgain)
    while script.walk.current.kind != .conclusion { script.answer() }
    return script.lines
  }

  /// The lines up to where a question is asked.
  static func lines(_ situation: Situation, _ language: Language, until fact: FieldID) -> [String] {
    var script = PlainScript(situation, language)
    while script.walk.current.fields.first?.id != fact { script.answer() }
    return script.lines
  }

  init(_ situation: Situation, _ language: Language) {
    self.situation = situation
    wording = Wording(.embedded, language)
    walk = Walk(.findFault, engine: wording.content.engine(of: .altinn2))
    lines = ["1"]
  }

  private mutating func answer() {
    guard walk.current.kind == .question else {
      let ways = wording.offers(walk)
      let chosen = walk.current.kind == .tasks ? ways.count - 1 : 0
      lines.append("\(chosen + 1)")
      _ = walk.take(ways[chosen].choice)
      return
    }
    for field in walk.current.fields { answer(field) }
    walk.advance()
  }

  private mutating func answer(_ field: Field) {
    let value = situation.answer(to: field.id)
    switch field.input {
    case .message:
      // One entry: nothing prompts between the lines of a pasted text.
      let text = situation.message.split(whereSeparator: \.isNewline)
      lines.append((text + ["."]).joined(separator: "\n"))
      walk.read(situation.message, with: wording.content.recogniser)
      return
    case .choice(let choices):
      let values = field.offered(choices)
      lines.append("\((values.firstIndex(of: value) ?? choices.count) + 1)")
    case .candidates(let source): lines.append("\(walk.candidates(in: source).count + 1)")
    case .search(let table):
      let words = value == Fact.unknown ? "" : value
      let found = wording.entries(matching: words, in: table).prefix(9).map(\.0)
      let place = found.firstIndex(of: value) ?? found.count + 1
      lines += [words, "\(place + 1)"]
    case .line, .secret, .boxes:
      lines.append("")
      return
    }
    walk.give(value, to: field.id)
  }
}
