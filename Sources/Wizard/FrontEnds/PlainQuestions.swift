import Wording
import Drawing
import SafeText
import Foundation
import Model
import Screens

/// What a person did at a prompt.
enum PlainTurn {
  case answer(String)
  /// A line that is none of the options.
  case written(String)
  case back
  case why
  case command(PlainCommand)
  case quit

  init(_ line: String?, _ content: Content) {
    switch line {
    case nil, "q", "Q": self = .quit
    case "<": self = .back
    case "?": self = .why
    case let text?: self = PlainCommand(text, content).map(Self.command) ?? .answer(text)
    }
  }
}

/// Asks the questions of a step line by line.
struct PlainQuestions {
  let console: Console
  let tongue: PlainTongue
  var wording: Wording { tongue.wording }
  let store: PlainStore

  /// What a line means; where it asks for another language, that is spoken from now on.
  private func meaning(of line: String?) -> PlainTurn {
    let turn = PlainTurn(line, wording.content)
    if case .command(.language) = turn, !tongue.isCallers {
      _ = store.settle(.rememberLanguage(tongue.next()))
    }
    return turn
  }

  /// Says what can be typed at any prompt.
  ///
  /// - Parameter words: Those that do something here.
  func explain(_ words: [PlainCommand] = PlainCommand.allCases) {
    let told = ["plain.help"] + words.map { "plain.help.\($0.rawValue)" }
    read(told.map { .paragraph(wording($0)) })
  }

  /// The columns that are filled; a terminal breaks what is longer in the middle of a word.
  private static let width = 76

  /// Says a text, wrapped.
  func read(_ parts: [Prose]) {
    for line in parts.lines(width: Self.width, bullet: "*") { console.say(line.text) }
  }

  /// Says a sentence or a few, wrapped.
  func say(_ text: String) { read([.paragraph(text)]) }

  /// Says an option behind its number, and what is left of it below its own text.
  private func say(_ label: String, numbered number: Int) {
    let head = "  \(number)  "
    let margin = String(repeating: " ", count: head.count)
    for (place, line) in Wrap.lines(label, width: Self.width - head.count).enumerated() {
      console.say((place == 0 ? head : margin) + line)
    }
  }

  /// Asks all that a step asks, and goes on when it is answered.
  func ask(_ walk: inout Walk) -> PlainTurn {
    let step = walk.current
    read(QuestionText(walk, wording).head)
    read(QuestionText(walk, wording).look)
    for field in step.fields {
      let turn = ask(field, &walk)
      guard case .answer = turn else { return turn }
    }
    walk.advance()
    return .answer("")
  }

  /// Asks for one of several by number; the default is said in words.
  ///
  /// - Parameter line: What is said of something else that may be written; a short number is a choice mistyped.
  func choose(
    _ options: [(id: String, label: String)],
    standing: String?,
    line: String? = nil
  ) -> PlainTurn {
    list(options)
    if let line { say(line) }
    let defaulted = options.first { $0.id == standing }
    if let defaulted { say(default: defaulted.label) }
    while true {
      let turn = meaning(of: console.ask())
      guard case .answer(let text) = turn else { return turn }
      if text.isEmpty, let defaulted { return .answer(defaulted.id) }
      if let number = Int(text), options.indices.contains(number - 1) {
        return .answer(options[number - 1].id)
      }
      if let said = answer(said: text, among: options) { return .answer(said) }
      if line != nil, !text.isEmpty, Int(text) == nil || text.count > 2 {
        return .written(Sanitiser.line(text))
      }
      say(wording("plain.number", ["last": "\(options.count)"]))
    }
  }

  /// The option that a line says in words: by what it is called, or by the letter or word of the full screen for *ja*,
  /// *nei* and *vet ikke*.
  private func answer(said line: String, among options: [(id: String, label: String)]) -> String? {
    let said = line.lowercased()
    return options.first { option in
      guard said != option.label.lowercased() else { return true }
      guard [Fact.yes, Fact.no, Fact.unknown].contains(option.id) else { return false }
      let signs = [wording("letter.\(option.id)"), wording("hint.letter.\(option.id)")]
      return signs.contains { $0.lowercased() == said }
    }?.id
  }

  private func list(_ options: [(id: String, label: String)]) {
    for (index, option) in options.enumerated() {
      say(option.label, numbered: index + 1)
    }
  }

  private func say(default answer: String) {
    say(wording("plain.default", ["answer": answer]))
  }

  private func ask(_ field: Field, _ walk: inout Walk) -> PlainTurn {
    switch field.input {
    case .choice(let choices): return choose(choices, field, &walk)
    case .candidates(let source): return choose(walk.candidates(in: source), field, &walk)
    case .search(let table): return search(table, field, &walk)
    case .line(let rule, let limit): return askLine(rule, limit: limit, field, &walk)
    case .message: return askMessage(&walk)
    case .secret(let program): return askSecret(for: program, field, &walk)
    case .boxes(let boxes) where boxes.isSearched: return tickSearching(boxes, field, &walk)
    case .boxes(let boxes): return tick(boxes, field, &walk)
    }
  }

  private func choose(_ choices: [Choice], _ field: Field, _ walk: inout Walk) -> PlainTurn {
    let values = field.offered(choices)
    let turn = choose(
      values.map { value in
        let words = [wording.option(value, of: field, in: walk), wording.detail(value, of: field)]
        return (value, words.compactMap(\.self).joined(separator: ". "))
      },
      standing: walk.answer(field.id)?.value
    )
    if case .answer(let value) = turn { walk.give(value, to: field.id) }
    return turn
  }

  private func askMessage(_ walk: inout Walk) -> PlainTurn {
    say(wording("plain.message"))
    let turn = askText()
    guard case .written(let text) = turn else { return turn }
    walk.read(text, with: wording.content.recogniser)
    return .answer(text)
  }

  /// Asks for a text of several lines.
  func askText() -> PlainTurn {
    guard let text = console.askForText(isCommand: isCommand) else { return .quit }
    if isCommand(text) { return meaning(of: text) }
    // As much as the field of the full screen takes, and as clean.
    let clean = Sanitiser.text(text)
    let kept = String(clean.prefix(Input.pasteLimit))
    if kept.count < clean.count { console.sayCut() }
    return .written(kept)
  }

  /// Whether a line is no text; what quits elsewhere is one here.
  private func isCommand(_ line: String) -> Bool {
    switch PlainTurn(line, wording.content) {
    case .back, .why, .command: true
    case .answer, .written, .quit: false
    }
  }

  private func askLine(_ rule: LineRule, limit: Int, _ field: Field, _ walk: inout Walk)
    -> PlainTurn
  {
    var standing = walk.answer(field.id)?.value
    // Where the line is the question itself, that has just been said.
    if walk.current.fields.first != field || wording.hasLabel(field.id) {
      say(wording.label(of: field.id))
    }
    if let hint = wording.hint(nil, of: field.id) { say(hint) }
    // A day that stands there may have passed since; then it is not what an empty line means.
    if rule.isDate, let finding = rule.finding(standing ?? "", on: wording.today) {
      say(wording(finding.key, finding.values))
      standing = nil
    }
    if let standing, rule != .mobileNumber { say(default: wording.written(standing, as: rule)) }
    // A number that no organisation has may be the very fault, or a slip: it is typed again, or left to stand.
    var doubted: String?
    while true {
      let turn = meaning(of: console.ask())
      guard case .answer(let typed) = turn else { return turn }
      let clean = typed.isEmpty ? doubted ?? "" : Sanitiser.line(typed)
      var fitting = clean
      if clean.count > limit {
        // What is cut off may be what says that the rest must not be kept.
        fitting = String(wording.content.kept(clean, in: field.id).prefix(limit))
        console.sayCut()
      }
      let text = wording.read(fitting, as: rule)
      if let finding = rule.finding(text, on: wording.today) {
        let isMeant = rule == .party && doubted == text
        if !isMeant { say(wording(finding.key, finding.values)) }
        if finding.isRefused { continue }
        if rule == .party, finding.isAskedTwice, !isMeant {
          say(wording("line.party.again"))
          doubted = text
          continue
        }
      }
      if let shown = rule.shown(text) { say(wording(shown.key, shown.values)) }
      let found = rule == .party ? chosen(text, walk) : .answer(text)
      guard case .answer(let value) = found else { return found }
      let kept = value.isEmpty ? standing : rule.kept(value)
      walk.give(kept, to: field.id)
      if let number = field.organisation(in: kept) { readBack(number, field, &walk) }
      return turn
    }
  }

  /// Says whose number that is, where the register at hand tells.
  private func readBack(_ number: OrganisationNumber, _ field: Field, _ walk: inout Walk) {
    learn(&walk)
    read(wording.readBack(number, in: field, of: walk))
  }

  /// Asks the register at hand for those who are named.
  func learn(_ walk: inout Walk) {
    for number in walk.numbersToAsk {
      if let reply = store.ask(number) { walk.learn(reply, on: wording.today) }
    }
  }

  /// What was typed, or the number of a unit of the register at hand that fits it and is chosen.
  private func chosen(_ text: String, _ walk: Walk) -> PlainTurn {
    let units = RegisterQuery(text, isForClient: walk.isForClient).map(store.find) ?? []
    guard !units.isEmpty else { return .answer(text) }
    return choose(
      units.map { ($0.number.number, "\($0.number.formatted) \($0.name)") }
        + [(text, wording("register.asTyped", ["text": text]))],
      standing: text
    )
  }

  /// Asks for a password twice, held to the rules while neither shown nor kept.
  private func askSecret(for program: FieldID, _ field: Field, _ walk: inout Walk) -> PlainTurn {
    while true {
      say(wording("secret.first"))
      say(wording("secret.skip"))
      let first = console.askSecret() ?? SecretText("q")
      // One character is no password, but may be what one does at any prompt.
      let turn = meaning(of: first.count == 1 ? String(first) : "")
      guard case .answer = turn else { return turn }
      if first.isEmpty {
        if walk.answer(field.id) == nil { walk.give(LineRule.skipped, to: field.id) }
        return .answer("")
      }
      let product = wording.product(program, in: walk)
      let findings = SystemPassword.findings(first, for: product)
      for finding in findings { say(wording.remark(finding, for: product)) }
      if findings.contains(where: \.isRefused) { continue }
      say(wording("secret.second"))
      guard console.askSecret() == first else {
        say(wording("secret.differs"))
        continue
      }
      walk.give(LineRule.checked, to: field.id)
      return .answer("")
    }
  }

  /// Lets a person tick boxes by their numbers.
  private func tick(_ boxes: Field.Boxes, _ field: Field, _ walk: inout Walk) -> PlainTurn {
    let options = wording.boxes(boxes, of: field.id)
    list(options)
    say(wording("plain.tick"))
    if let standing = walk.answer(field.id) {
      say(default: wording.answer(standing, to: field, in: walk))
    }
    while true {
      let turn = meaning(of: console.ask())
      guard case .answer(let text) = turn else { return turn }
      let numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      guard numbers.allSatisfy({ options.indices.contains($0 - 1) }) else {
        say(wording("plain.number", ["last": "\(options.count)"]))
        continue
      }
      let kept = options.indices.filter { numbers.contains($0 + 1) }.map { options[$0].id }
      if !text.isEmpty || walk.answer(field.id) == nil {
        walk.give(kept.joined(separator: ","), to: field.id)
      }
      return turn
    }
  }

  /// Lets a person find boxes by words and tick them by their numbers, as many times as it takes.
  private func tickSearching(_ boxes: Field.Boxes, _ field: Field, _ walk: inout Walk)
    -> PlainTurn
  {
    let options = wording.boxes(boxes, of: field.id)
    var ticked = Set(walk.answer(field.id)?.value.split(separator: ",").map(String.init) ?? [])
    say(wording("plain.tickWords"))
    while true {
      let names = options.filter { ticked.contains($0.id) }.map(\.label)
      say(
        names.isEmpty
          ? wording("boxes.none")
          : wording(
            "boxes.count",
            ["count": "\(names.count)", "names": names.joined(separator: ", ")]
          )
      )
      let turn = meaning(of: console.ask())
      guard case .answer(let text) = turn else { return turn }
      if text.isEmpty {
        walk.give(options.map(\.id).filter(ticked.contains).joined(separator: ","), to: field.id)
        return turn
      }
      // A code such as A0239 is a word.
      let isWords = text.contains(where: \.isLetter)
      let numbers =
        isWords ? [] : text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      if numbers.isEmpty || numbers == [0] {
        let found = wording.boxes(boxes, of: field.id, matching: numbers.isEmpty ? text : "")
        if found.isEmpty { say(wording("search.nothing")) }
        for (index, option) in options.enumerated() where found.contains(where: { $0 == option }) {
          say(option.label, numbered: index + 1)
        }
      } else if numbers.allSatisfy({ options.indices.contains($0 - 1) }) {
        for number in numbers { ticked.formSymmetricDifference([options[number - 1].id]) }
      } else {
        say(wording("plain.number", ["last": "\(options.count)"]))
      }
    }
  }

  private func search(_ table: Field.SearchTable, _ field: Field, _ walk: inout Walk) -> PlainTurn {
    say(wording("plain.search"))
    while true {
      let turn = meaning(of: console.ask())
      guard case .answer(let words) = turn else { return turn }
      let found = wording.answers(matching: words, in: table, to: field.id, about: walk, most: 9)
      if let unknown = found.first, unknown.id == Fact.unknown,
        unknown.label.lowercased() == words.lowercased()
      {
        walk.give(unknown.id, to: field.id)
        return .answer(unknown.id)
      }
      if found.count == 2 { say(wording("search.nothing")) }
      let options = found + [(id: "again", label: wording("plain.searchAgain"))]
      let chosen = choose(options, standing: walk.answer(field.id)?.value)
      switch chosen {
      case .answer("again"): say(wording("plain.search"))
      case .answer(let value):
        walk.give(value, to: field, searching: words)
        return chosen
      default: return chosen
      }
    }
  }
}
