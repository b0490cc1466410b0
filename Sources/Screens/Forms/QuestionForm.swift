import Model

/// The fields of a question step, with the buttons below them.
package struct QuestionForm: Equatable, Sendable {
  /// What a field is answered with.
  package enum Widget: Equatable, Sendable {
    case choice(ChoiceList)
    case service(SearchList)
    case message(AreaEditor)
    case line(LineEditor)
  }

  /// What came of a key.
  package enum Result: Equatable, Sendable {
    case ignored
    case handled
    case next
    case back
  }

  static let next = "next"
  static let back = "back"

  let fields: [Field]
  /// The question and what belongs to it, above the fields.
  var head: TextBlock
  /// How to see the answer, below the fields where there is room.
  private(set) var look: TextBlock
  var widgets: [Widget]
  /// What to mind in a field, below it where there is room.
  private(set) var remarks: [String?]
  private(set) var buttons: ButtonRow
  /// The place of the focused widget; the number of widgets means the buttons.
  private(set) var focus = 0

  /// Lays out a step with what was answered before.
  init(_ step: Step, walk: Walk, wording: Wording) {
    fields = step.fields
    head = TextBlock(wording.head(of: step, in: walk))
    look = TextBlock(wording.look(at: step, in: walk))
    widgets = step.fields.map { Self.widget($0, walk: walk, wording: wording) }
    remarks = step.fields.map { wording.remark(on: $0.id) }
    buttons = Self.buttons(wording)
  }

  /// Says everything again in another language; what was typed and chosen stays.
  mutating func reword(walk: Walk, wording: Wording) {
    head = TextBlock(wording.head(of: walk.current, in: walk))
    look = TextBlock(wording.look(at: walk.current, in: walk))
    remarks = fields.map { wording.remark(on: $0.id) }
    for (place, field) in fields.enumerated() {
      switch widgets[place] {
      case .choice(var list):
        list.replace(with: Self.options(field, walk: walk, wording: wording))
        widgets[place] = .choice(list)
      case .service(var search):
        search.replace(with: Self.services(search.query, field, walk, wording))
        widgets[place] = .service(search)
      case .message, .line: break
      }
    }
    buttons = Self.buttons(wording)
  }

  /// Whether typed letters go into a text, so that they are not keys.
  var isTyping: Bool {
    guard focus < widgets.count else { return false }
    if case .choice = widgets[focus] { return false }
    return true
  }

  /// What stands in the fields where something does.
  var given: [(field: FieldID, input: Field.Input, value: String)] {
    zip(fields, widgets).compactMap { field, widget in
      let value: String? =
        switch widget {
        case .choice(let list): list.choice
        case .service(let search): search.focusedID
        case .message(let area): area.text
        case .line(let line): line.text
        }
      return value.map { (field.id, field.input, $0) }
    }
  }

  /// Whether the first field, which is what the step asks, has an answer.
  var isAnswered: Bool { given.first?.field == fields.first?.id }

  private static func buttons(_ wording: Wording) -> ButtonRow {
    ButtonRow([
      .init(id: back, label: wording("button.back")),
      .init(id: next, label: wording("button.next")),
    ])
  }

  private static func widget(_ field: Field, walk: Walk, wording: Wording) -> Widget {
    let answer = walk.answer(field.id)?.value
    switch field.input {
    case .choice:
      return .choice(
        ChoiceList(
          options(field, walk: walk, wording: wording),
          look: .radio,
          chosen: Set([answer].compactMap { $0 }),
          focused: answer
        )
      )
    case .service:
      var search = SearchList(results: services("", field, walk, wording))
      if let answer { search.focus(answer) }
      return .service(search)
    case .message:
      return .message(AreaEditor(text: walk.answer("message.text")?.value ?? ""))
    case .line(let limit): return .line(LineEditor(text: answer ?? "", limit: limit))
    }
  }

  /// The options with their keys: letters for yes, no and *vet ikke*, digits for the rest.
  private static func options(_ field: Field, walk: Walk, wording: Wording)
    -> [ChoiceList.Option]
  {
    guard case .choice(let options) = field.input else { return [] }
    return (options.map(\.value) + [Fact.unknown]).enumerated().map { place, value in
      ChoiceList.Option(
        id: value,
        label: wording.option(value, of: field.id, in: walk),
        detail: wording.remark(on: value, of: field.id),
        key: letter(value, wording) ?? Character("\(place + 1)")
      )
    }
  }

  private static func letter(_ value: String, _ wording: Wording) -> Character? {
    [Fact.yes, Fact.no, Fact.unknown].contains(value) ? wording("letter.\(value)").first : nil
  }

  /// The services that fit, and behind them the two answers that always fit.
  private static func services(
    _ query: String,
    _ field: Field,
    _ walk: Walk,
    _ wording: Wording
  ) -> [ChoiceList.Option] {
    wording.content.services.search(query, wording.language).map {
      ChoiceList.Option(id: $0.id, label: wording.name($0))
    }
      + [
        ChoiceList.Option(
          id: Fact.otherService,
          label: wording.option(Fact.otherService, of: field.id, in: walk),
          isSetOff: true
        ),
        ChoiceList.Option(
          id: Fact.unknown,
          label: wording.option(Fact.unknown, of: field.id, in: walk)
        ),
      ]
  }
}

// MARK: - Keys

extension QuestionForm {
  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Result {
    guard focus < widgets.count else { return handleButtons(key) }
    switch key {
    case .tab:
      move(1)
      return .handled
    case .backTab:
      move(-1)
      return .handled
    default: break
    }
    switch widgets[focus] {
    case .choice(var list):
      let outcome = list.handle(key)
      widgets[focus] = .choice(list)
      // One key is one answer, so that whoever has a caller on the line need not press Enter too.
      return result(of: outcome, key, isPressed: key != .character(" "))
    case .service(var search):
      let outcome = search.handle(key) {
        Self.services($0, fields[focus], walk, wording)
      }
      widgets[focus] = .service(search)
      return result(of: outcome, key, isPressed: false)
    case .line(var line):
      if key == .enter { return step() }
      let outcome = line.handle(key)
      widgets[focus] = .line(line)
      return result(of: outcome, key, isPressed: false)
    case .message(var area):
      // Whoever has pasted a message presses Enter to go on; a line is broken by Ctrl-J.
      if key == .enter { return step() }
      let outcome = area.handle(key == .control("j") ? .enter : key)
      widgets[focus] = .message(area)
      return result(of: outcome, key, isPressed: false)
    }
  }

  /// Inserts pasted text where text is typed; elsewhere it is no key and does nothing.
  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    guard focus < widgets.count else { return }
    switch widgets[focus] {
    case .choice: break
    case .service(var search):
      _ = search.paste(text)
      search.replace(with: Self.services(search.query, fields[focus], walk, wording))
      widgets[focus] = .service(search)
    case .line(var line):
      _ = line.paste(text)
      widgets[focus] = .line(line)
    case .message(var area):
      _ = area.paste(text)
      widgets[focus] = .message(area)
    }
  }

  private mutating func result(of outcome: Outcome, _ key: Key, isPressed: Bool) -> Result {
    switch outcome {
    case .activated: return step()
    case .changed where isPressed: return step()
    case .changed, .moved: return .handled
    case .refused:
      // At the end of a list the arrows go on to what stands beside it.
      if key == .down { move(1) }
      if key == .up { move(-1) }
      return .handled
    case .ignored:
      if key == .down || key == .up {
        move(key == .down ? 1 : -1)
        return .handled
      }
      return .ignored
    }
  }

  /// Goes on to the next field, or says that the step is answered.
  private mutating func step() -> Result {
    // The first field answers the step; what follows it may be left empty.
    if focus == 0 || focus == widgets.count - 1 { return .next }
    move(1)
    return .handled
  }

  private mutating func handleButtons(_ key: Key) -> Result {
    switch buttons.handle(key) {
    case .activated: return buttons.focusedID == Self.next ? .next : .back
    case .ignored where key == .backTab || key == .up:
      move(-1)
      return .handled
    case .ignored where key == .tab:
      focus = 0
      return .handled
    case .ignored: return .ignored
    case .moved, .changed, .refused: return .handled
    }
  }

  private mutating func move(_ step: Int) {
    let places = widgets.count + 1
    focus = (focus + step + places) % places
    if focus == widgets.count { buttons.focus(step > 0 ? Self.next : Self.back) }
  }
}
