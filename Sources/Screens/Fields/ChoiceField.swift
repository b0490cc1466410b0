import Wording
import Drawing
import Model

/// One of a few answers, or *vet ikke*.
struct ChoiceField: FieldEditor {
  let field: Field
  private let choices: [Choice]
  private(set) var list: ChoiceList

  init(_ field: Field, _ choices: [Choice], walk: Walk, wording: Wording) {
    self.field = field
    self.choices = choices
    let answer = walk.answer(field.id)?.value
    list = ChoiceList(
      Self.options(choices, field, walk, wording),
      look: .radio,
      chosen: Set([answer].compactMap(\.self)),
      focused: answer ?? walk.likelyAnswer(field.id)
    )
  }

  /// The options with their keys: letters for yes, no and *vet ikke*, digits for the rest.
  private static func options(
    _ choices: [Choice],
    _ field: Field,
    _ walk: Walk,
    _ wording: Wording
  ) -> [ChoiceList.Option] {
    // Where one compares, the last answer is none of those above it.
    let isCompared = if case .candidates = field.input { true } else { false }
    let options = field.offered(choices).map { value in
      let hasLetter = [Fact.yes, Fact.no, Fact.unknown].contains(value) && !isCompared
      return ChoiceList.Option(
        id: value,
        label: wording.option(value, of: field, in: walk),
        detail: wording.detail(value, of: field),
        key: hasLetter ? wording("letter.\(value)").first : nil
      )
    }
    return ChoiceList.numbered(options)
  }

  func chooses(by sign: Character) -> Bool {
    list.options.contains { $0.key?.lowercased() == sign.lowercased() }
  }

  var given: String? { list.choice }
  var problem: Remark? {
    guard list.choice == nil else { return nil }
    if case .candidates = field.input { return ("problem.chooseMessage", [:]) }
    return (field.isDecision ? "problem.chooseYesNo" : "problem.choose", [:])
  }

  var goesOn: Bool { list.hasAnswer }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    let outcome = list.handle(key)
    // One key is one answer, so that whoever has a caller on the line need not press Enter too.
    return outcome == .changed && key != .character(" ")
      ? .takes(QuestionForm.next) : response(outcome, to: key)
  }

  mutating func aim(at id: String) -> Key? {
    list.focus(id)
    return .character(" ")
  }

  mutating func settle() { list.settle() }

  mutating func choose(_ value: String) {
    if list.choice == nil { list.choose([value]) }
  }

  /// What is shown as chosen counts, though the person has gone elsewhere first: no half of a page is kept.
  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    guard let given, isAnswer || walk.answer(field.id)?.value != given else { return }
    walk.give(given, to: field.id)
  }

  mutating func reword(walk: Walk, wording: Wording) {
    list.replace(with: Self.options(choices, field, walk, wording))
  }

  func rows(width: Int) -> Int { list.height(width: width) }
  mutating func fit(_ size: Size) { list.fit(size) }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    list.draw(on: &canvas, focused: focused)
  }

  func hints(_ wording: Wording) -> [Hint] {
    let letters = list.options.compactMap { option -> Hint? in
      guard let key = option.key, key.isLetter else { return nil }
      return Hint(
        key: String(key).uppercased(),
        text: wording("hint.letter.\(option.id)"),
        press: .character(key)
      )
    }
    return letters.count == list.options.count
      ? letters : [Hint(key: wording("keys.arrows"), text: wording("hint.choose"))] + letters
  }
}
