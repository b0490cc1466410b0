import Drawing
import Model

/// One field of a question on the screen: what it shows, takes and gives.
struct FieldWidget: Equatable, Sendable {
  enum Body: Equatable, Sendable {
    case choice(ChoiceList)
    case search(SearchList)
    case message(AreaEditor)
    case line(LineEditor)
    case secret(SecretEditor)
    case boxes(ChoiceList)
    case roles(TickList)
  }

  /// What came of a key.
  enum Result: Equatable, Sendable {
    case ignored
    case handled
    /// The field is answered.
    case done
    /// The key leads out of the field, to the one before or after it.
    case leaves(by: Int)
  }

  let field: Field
  /// The program that a secret is to be typed in, as far as the catalogue knows it.
  let product: Product?
  /// Whether a line says what is to be written there; where it is the question itself, that stands above.
  let hasLabel: Bool
  /// Whether it was answered before.
  private let isAnswered: Bool
  var body: Body

  init(_ field: Field, walk: Walk, wording: Wording) {
    self.field = field
    product =
      if case .secret(let program) = field.input { wording.product(program, in: walk) } else { nil }
    let answer = walk.answer(field.id)?.value
    isAnswered = answer != nil
    hasLabel = walk.current.fields.first != field || wording.hasLabel(field.id)
    switch field.input {
    case .choice(let choices):
      body = .choice(
        ChoiceList(
          Self.options(choices, field, walk, wording),
          look: .radio,
          chosen: Set([answer].compactMap(\.self)),
          focused: answer ?? walk.likelyAnswer(field.id)
        )
      )
    case .search(let table):
      body = .search(
        SearchList(
          results: Self.results("", table, field, walk, wording),
          isAnswer: true,
          answer: answer
        )
      )
    case .message: body = .message(AreaEditor(text: walk.answer(FieldID.messageText)?.value ?? ""))
    case .line(let rule, let limit):
      let isKept = rule != .mobileNumber
      body = .line(LineEditor(text: isKept ? answer ?? "" : "", limit: limit))
    case .secret: body = .secret(SecretEditor())
    case .boxes(let boxes):
      let ticked = Set((answer ?? "").split(separator: ",").map(String.init))
      let options = Self.boxes(boxes, field, wording)
      body =
        boxes == .roles
        ? .roles(TickList(options, ticked: ticked))
        : .boxes(ChoiceList(options, look: .boxes, chosen: ticked))
    }
  }

  /// Says everything again in another language; what was typed and chosen stays.
  mutating func reword(walk: Walk, wording: Wording) {
    switch (body, field.input) {
    case (.choice(var list), .choice(let choices)):
      list.replace(with: Self.options(choices, field, walk, wording))
      body = .choice(list)
    case (.search(var search), .search(let table)):
      search.replace(
        with: Self.holding(
          search.focusedID,
          in: Self.results(search.query, table, field, walk, wording),
          of: Self.results("", table, field, walk, wording)
        )
      )
      body = .search(search)
    case (.boxes(var list), .boxes(let boxes)):
      list.replace(with: Self.boxes(boxes, field, wording))
      body = .boxes(list)
    case (.roles(var list), .boxes(let boxes)):
      list.replace(
        with: Self.holding(
          list.list.focusedID,
          in: Self.boxes(boxes, field, wording, matching: list.query),
          of: Self.boxes(boxes, field, wording)
        )
      )
      body = .roles(list)
    default: break
    }
  }

  /// What was found, with the option that has the focus: its name in another language need not fit the
  /// words that were typed, and yet it is what the person has chosen.
  private static func holding(
    _ focused: String?,
    in found: [ChoiceList.Option],
    of all: [ChoiceList.Option]
  ) -> [ChoiceList.Option] {
    guard let focused, !found.contains(where: { $0.id == focused }),
      let option = all.first(where: { $0.id == focused })
    else { return found }
    return [option] + found
  }

  /// Whether every letter goes into a text, and chooses nothing; Space ticks a role.
  var takesText: Bool {
    switch body {
    case .choice, .boxes, .roles: false
    case .search, .message, .line, .secret: true
    }
  }

  /// Whether it is lines to type in, with nothing to move among.
  var isOneLine: Bool {
    switch body {
    case .line, .secret: true
    case .choice, .boxes, .search, .message, .roles: false
    }
  }

  /// Moves the focus to an option that was pressed with the mouse.
  ///
  /// - Returns: The key that then takes it; `nil` where having the focus is enough.
  mutating func aim(at id: String) -> Key? {
    switch body {
    case .choice(var list):
      list.focus(id)
      body = .choice(list)
      return .character(" ")
    case .boxes(var list):
      list.focus(id)
      body = .boxes(list)
      return .character(" ")
    case .roles(var list):
      list.focus(id)
      body = .roles(list)
      return .character(" ")
    case .search(var search):
      search.aim(at: id)
      body = .search(search)
      return nil
    case .secret(var secret):
      secret.aim(at: id)
      body = .secret(secret)
      return nil
    case .message, .line: return nil
    }
  }

  /// What is to be kept; `nil` where nothing is chosen.
  ///
  /// A secret gives only that it was checked.
  var given: String? {
    switch body {
    case .choice(let list): list.choice
    case .search(let search): search.meantID
    case .message(let area): area.text
    case .line(let line):
      // So does a number that is not shown again.
      if case .line(.mobileNumber, _) = field.input, line.isEmpty {
        nil
      } else if case .line(let rule, _) = field.input {
        rule.kept(line.text)
      } else {
        line.text
      }
    // What was checked before stays so when nothing is typed again.
    case .secret(let secret):
      secret.isEmpty ? (isAnswered ? nil : LineRule.skipped) : LineRule.checked
    case .boxes(let list):
      list.options.map(\.id).filter(list.chosen.contains).joined(separator: ",")
    case .roles(let list): list.ticked.joined(separator: ",")
    }
  }

  // MARK: - Keys

  /// Takes what was aimed at for chosen, before the focus goes to another field.
  mutating func settle() {
    guard case .choice(var list) = body else { return }
    list.settle()
    body = .choice(list)
  }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Result {
    switch body {
    case .choice(var list):
      let outcome = list.handle(key)
      body = .choice(list)
      // One key is one answer, so that whoever has a caller on the line need not press Enter too.
      return outcome == .changed && key != .character(" ") ? .done : result(outcome, key)
    case .boxes(var list):
      let outcome = list.handle(key)
      body = .boxes(list)
      return result(outcome, key)
    case .roles(var list):
      let outcome = list.handle(key) { words in
        guard case .boxes(let boxes) = field.input else { return [] }
        return Self.boxes(boxes, field, wording, matching: words)
      }
      body = .roles(list)
      return result(outcome, key)
    case .search(var search):
      let outcome = search.handle(key) { words in
        guard case .search(let table) = field.input else { return [] }
        return Self.results(words, table, field, walk, wording)
      }
      body = .search(search)
      return result(outcome, key)
    case .message(var area):
      // Whoever has pasted a message presses Enter to go on; a line is broken by Ctrl-J.
      if key == .enter { return .done }
      let outcome = area.handle(key == .control("j") ? .enter : key)
      body = .message(area)
      return result(outcome, key)
    case .line(var line):
      if key == .enter { return .done }
      let outcome = line.handle(key)
      body = .line(line)
      return result(outcome, key)
    case .secret(var secret):
      let outcome = secret.handle(key)
      body = .secret(secret)
      return result(outcome, key)
    }
  }

  private func result(_ outcome: Outcome, _ key: Key) -> Result {
    switch (outcome, key) {
    case (.activated, _): .done
    case (.changed, _), (.moved, _): .handled
    case (.refused, .down), (.ignored, .down), (.ignored, .tab): .leaves(by: 1)
    case (.refused, .up), (.ignored, .up), (.ignored, .backTab): .leaves(by: -1)
    case (.refused, _): .handled
    case (.ignored, _): .ignored
    }
  }

  /// Inserts pasted text where text is typed; elsewhere it is no key and does nothing.
  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    switch body {
    case .choice, .boxes: break
    case .search(var search):
      if case .search(let table) = field.input {
        search.paste(text) { Self.results($0, table, field, walk, wording) }
      }
      body = .search(search)
    case .roles(var list):
      if case .boxes(let boxes) = field.input {
        list.paste(text) { Self.boxes(boxes, field, wording, matching: $0) }
      }
      body = .roles(list)
    case .message(var area):
      _ = area.paste(text)
      body = .message(area)
    case .line(var line):
      _ = line.paste(text)
      body = .line(line)
    case .secret(var secret):
      secret.paste(text)
      body = .secret(secret)
    }
  }

  // MARK: - Words

  /// The options with their keys: letters for yes, no and *vet ikke*, digits for the rest.
  private static func options(
    _ choices: [Choice],
    _ field: Field,
    _ walk: Walk,
    _ wording: Wording
  ) -> [ChoiceList.Option] {
    (choices.map(\.value) + [Fact.unknown]).enumerated().map { place, value in
      ChoiceList.Option(
        id: value,
        label: wording.option(value, of: field.id, in: walk),
        detail: wording.hint(value, of: field.id),
        key: letter(value, wording) ?? Character("\(place + 1)")
      )
    }
  }

  private static func letter(_ value: String, _ wording: Wording) -> Character? {
    [Fact.yes, Fact.no, Fact.unknown].contains(value) ? wording("letter.\(value)").first : nil
  }

  /// The entries that fit, and behind them the two answers that always fit.
  private static func results(
    _ query: String,
    _ table: Field.SearchTable,
    _ field: Field,
    _ walk: Walk,
    _ wording: Wording
  ) -> [ChoiceList.Option] {
    wording.entries(matching: query, in: table, about: walk)
      .map { ChoiceList.Option(id: $0, label: $1) }
      + [Fact.otherService, Fact.unknown].map {
        ChoiceList.Option(
          id: $0,
          label: wording.option($0, of: field.id, in: walk),
          isSetOff: $0 == Fact.otherService
        )
      }
  }

  private static func boxes(
    _ boxes: Field.Boxes,
    _ field: Field,
    _ wording: Wording,
    matching words: String = ""
  ) -> [ChoiceList.Option] {
    wording.boxes(boxes, of: field.id, matching: words)
      .map { ChoiceList.Option(id: $0.id, label: $0.label) }
  }
}
