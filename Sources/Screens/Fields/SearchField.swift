import Wording
import Drawing
import Model

/// An entry of a catalogue, found by searching; none of these; or *vet ikke*.
struct SearchField: FieldEditor {
  let field: Field
  private let table: Field.SearchTable
  private var search: SearchList

  init(_ field: Field, _ table: Field.SearchTable, walk: Walk, wording: Wording) {
    self.field = field
    self.table = table
    search = SearchList(
      results: Self.results("", table, field, walk, wording),
      isAnswer: true,
      answer: walk.answer(field.id)?.value
    )
  }

  /// The entries that fit, and behind them the two answers that always fit.
  private static func results(
    _ words: String,
    _ table: Field.SearchTable,
    _ field: Field,
    _ walk: Walk,
    _ wording: Wording
  ) -> [ChoiceList.Option] {
    wording.answers(matching: words, in: table, to: field.id, about: walk).map {
      ChoiceList.Option(id: $0.id, label: $0.label, isSetOff: $0.id == Fact.otherService)
    }
  }

  var given: String? { search.meantID }
  var problem: Remark? { search.meantID == nil ? ("problem.choose", [:]) : nil }
  var takesText: Bool { true }
  var isSearching: Bool { !search.query.isEmpty }
  var mostRows: Int { .max }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    let outcome = search.handle(key) { Self.results($0, table, field, walk, wording) }
    return response(outcome, to: key)
  }

  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    search.paste(text) { Self.results($0, table, field, walk, wording) }
  }

  mutating func aim(at id: String) -> Key? {
    search.aim(at: id)
    return nil
  }

  mutating func settle() { search.settle() }

  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    if isAnswer, let given { walk.give(given, to: field, searching: search.query) }
  }

  mutating func reword(walk: Walk, wording: Wording) {
    let all = Self.results("", table, field, walk, wording)
    search.replace(
      with: Self.results(search.query, table, field, walk, wording)
        .keeping(search.focusedID, of: all)
    )
  }

  func rows(width: Int) -> Int { 7 }
  mutating func fit(_ size: Size) { search.fit(size) }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    search.draw(
      on: &canvas,
      focused: focused,
      hint: wording("search.hint"),
      nothing: wording("search.nothing")
    )
  }

  func hints(_ wording: Wording) -> [Hint] {
    let choosing = Hint(key: wording("keys.arrows"), text: wording("hint.choose"))
    guard search.query.isEmpty else { return [choosing, wording.clearing] }
    // The last one of the list, which would be far down.
    return [choosing, Hint(key: "End", text: wording("hint.letter.unknown"), press: .end)]
  }
}

extension [ChoiceList.Option] {
  /// What was found, with the option that has the focus: its name in another language need not fit the
  /// words that were typed, and yet it is what the person has chosen.
  func keeping(_ focused: String?, of all: [ChoiceList.Option]) -> [ChoiceList.Option] {
    guard let focused, !contains(where: { $0.id == focused }),
      let option = all.first(where: { $0.id == focused })
    else { return self }
    return [option] + self
  }
}
