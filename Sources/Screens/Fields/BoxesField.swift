import Wording
import Drawing
import Model

/// A few boxes to tick.
struct BoxesField: FieldEditor {
  let field: Field
  private let boxes: Field.Boxes
  private var list: ChoiceList

  init(_ field: Field, _ boxes: Field.Boxes, walk: Walk, wording: Wording) {
    self.field = field
    self.boxes = boxes
    list = ChoiceList(
      wording.options(boxes, of: field),
      look: .boxes,
      chosen: walk.ticked(field)
    )
  }

  var given: String? {
    list.options.map(\.id).filter(list.chosen.contains).joined(separator: ",")
  }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    response(list.handle(key), to: key)
  }

  mutating func aim(at id: String) -> Key? {
    list.focus(id)
    return .character(" ")
  }

  mutating func reword(walk: Walk, wording: Wording) {
    list.replace(with: wording.options(boxes, of: field))
  }

  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    walk.give(ticked: given, in: field, isAnswer: isAnswer)
  }

  func rows(width: Int) -> Int { list.height(width: width) }
  mutating func fit(_ size: Size) { list.fit(size) }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    list.draw(on: &canvas, focused: focused)
  }

  func hints(_ wording: Wording) -> [Hint] {
    [
      wording.ticking,
      Hint(key: wording("keys.arrows"), text: wording("hint.choose")),
    ]
  }
}

extension Walk {
  /// The boxes of a field that are ticked.
  func ticked(_ field: Field) -> Set<String> {
    Set((answer(field.id)?.value ?? "").split(separator: ",").map(String.init))
  }

  /// Takes ticked boxes in; to tick none is an answer, but only once the person goes on with it.
  mutating func give(ticked: String?, in field: Field, isAnswer: Bool) {
    guard let ticked else { return }
    give(ticked.isEmpty && !isAnswer ? nil : ticked, to: field.id)
  }
}

extension Wording {
  /// The boxes of a field that fit some words; all of them for none.
  func options(_ boxes: Field.Boxes, of field: Field, matching words: String = "")
    -> [ChoiceList.Option]
  {
    self.boxes(boxes, of: field.id, matching: words)
      .map { ChoiceList.Option(id: $0.id, label: $0.label) }
  }
}
