import Wording
import Drawing
import Model

/// One field of a question on the screen: what it shows, takes and gives.
protocol FieldEditor: Equatable, Sendable {
  var field: Field { get }
  /// What is to be kept; `nil` where nothing is chosen.
  var given: String? { get }
  /// Why the person cannot go on with the field as it is, as the key of a text with its values.
  var problem: Remark? { get }
  /// What is remarked on what is typed, whether or not one can go on with it.
  var remark: Remark? { get }
  /// What the person is to look at once more before they go on: said once of what may be kept as it is, and as often
  /// as it takes of what may not.
  mutating func doubt(_ wording: Wording) -> Remark?
  /// Whether Enter goes on from it as it is, and does not only say what is lacking.
  var goesOn: Bool { get }
  /// Whether every letter goes into a text, and chooses nothing.
  var takesText: Bool { get }
  /// Whether an answer is chosen by a letter or digit.
  func chooses(by sign: Character) -> Bool
  /// Whether something typed is all that it asks for, as a number or a day is.
  func isWhole(_ typed: String, _ wording: Wording) -> Bool
  /// Whether digits may be the beginning of that.
  func mayBegin(with digits: String) -> Bool
  /// Whether what stands in it, half done, may stand there until somebody comes back to it.
  var mayStand: Bool { get }
  /// Whether words are typed in a search.
  var isSearching: Bool { get }
  /// Whether a secret is being typed.
  var isSecret: Bool { get }
  /// What is typed that may be looked for in the register at hand.
  var sought: String? { get }
  /// Units of the register at hand that fit what is typed.
  var found: [RegisterUnit] { get }
  /// Whether it is lines to type in, with nothing to move among.
  var isOneLine: Bool { get }
  /// The most rows that are of use to it where there is room; 0 where it wants no more than it needs.
  var mostRows: Int { get }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response
  /// Inserts pasted text where text is typed; elsewhere it does nothing.
  mutating func paste(_ text: String, walk: Walk, wording: Wording)
  /// Types a line in the place of what stands there; where no line is typed it does nothing.
  mutating func replace(with line: String, walk: Walk, wording: Wording)
  /// Moves the focus to an option that was pressed with the mouse.
  ///
  /// - Returns: The key that then takes it; `nil` where having the focus is enough.
  mutating func aim(at id: String) -> Key?
  /// Takes what was aimed at for chosen, before the focus goes to another field.
  mutating func settle()
  /// Chooses an answer that what is typed beside it has told, where none is chosen yet.
  mutating func choose(_ value: String)
  /// Takes in what was found in the register at hand.
  mutating func take(_ hits: RegisterHits)
  /// Says everything again in another language; what was typed and chosen stays.
  mutating func reword(walk: Walk, wording: Wording)
  /// Puts what is given in the walk.
  ///
  /// - Parameter isAnswer: Whether the person goes on with it; else they leave it half done, and what is only
  ///   searched for does not count yet.
  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool)

  /// The rows it needs to show all it has.
  func rows(width: Int) -> Int
  mutating func fit(_ size: Size)
  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording)
  /// The keys that work in the field.
  func hints(_ wording: Wording) -> [Hint]
}

/// A text about what the person does: its key, and its values.
package typealias Remark = (key: String, values: [String: String])

extension FieldEditor {
  var problem: Remark? { nil }
  var remark: Remark? { problem }
  mutating func doubt(_ wording: Wording) -> Remark? { nil }
  var goesOn: Bool { true }
  var takesText: Bool { false }
  func chooses(by sign: Character) -> Bool { false }
  func isWhole(_ typed: String, _ wording: Wording) -> Bool { false }
  func mayBegin(with digits: String) -> Bool { true }
  var mayStand: Bool { !isSecret }
  var isSearching: Bool { false }
  var isSecret: Bool { false }
  var sought: String? { nil }
  var found: [RegisterUnit] { [] }
  var isOneLine: Bool { false }
  var mostRows: Int { 0 }

  mutating func paste(_ text: String, walk: Walk, wording: Wording) {}
  mutating func replace(with line: String, walk: Walk, wording: Wording) {}
  mutating func aim(at id: String) -> Key? { nil }
  mutating func settle() {}
  mutating func choose(_ value: String) {}
  mutating func take(_ hits: RegisterHits) {}
  mutating func reword(walk: Walk, wording: Wording) {}
  mutating func fit(_ size: Size) {}
  func hints(_ wording: Wording) -> [Hint] { [] }

  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    if isAnswer, let given { walk.give(given, to: field.id) }
  }

  func isSame(as other: any FieldEditor) -> Bool { (other as? Self) == self }

  /// What a widget did with a key, for the form around it.
  func response(_ outcome: Outcome, to key: Key) -> Response {
    switch (outcome, key) {
    case (.activated, _): .takes(QuestionForm.next)
    case (.changed, _), (.moved, _): .stays
    case (.refused, .down), (.ignored, .down), (.ignored, .tab): .leaves(by: 1)
    case (.refused, .up), (.ignored, .up), (.ignored, .backTab): .leaves(by: -1)
    case (.refused, _): .stays
    case (.ignored, _): .ignored
    }
  }
}

/// Makes the editor of a field, with what was answered before.
func fieldEditor(_ field: Field, walk: Walk, wording: Wording) -> any FieldEditor {
  switch field.input {
  case .choice(let choices): ChoiceField(field, choices, walk: walk, wording: wording)
  case .search(let table): SearchField(field, table, walk: walk, wording: wording)
  case .candidates(let source):
    ChoiceField(field, walk.candidates(in: source), walk: walk, wording: wording)
  case .message: MessageField(field, walk: walk)
  case .line(let rule, let limit):
    LineField(field, rule, limit: limit, walk: walk, wording: wording)
  case .secret(let program): SecretField(field, for: program, walk: walk, wording: wording)
  case .boxes(let boxes) where boxes.isSearched:
    SearchedBoxesField(field, boxes, walk: walk, wording: wording)
  case .boxes(let boxes): BoxesField(field, boxes, walk: walk, wording: wording)
  }
}
