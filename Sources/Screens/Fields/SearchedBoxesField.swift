import Wording
import Drawing
import Model

/// More boxes than fit the screen, narrowed by what is typed.
struct SearchedBoxesField: FieldEditor {
  let field: Field
  private let boxes: Field.Boxes
  private var list: TickList

  init(_ field: Field, _ boxes: Field.Boxes, walk: Walk, wording: Wording) {
    self.field = field
    self.boxes = boxes
    list = TickList(wording.options(boxes, of: field), ticked: walk.ticked(field))
  }

  var given: String? { list.ticked.joined(separator: ",") }
  var isSearching: Bool { !list.query.isEmpty }
  var mostRows: Int { .max }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    let outcome = list.handle(key) { wording.options(boxes, of: field, matching: $0) }
    return response(outcome, to: key)
  }

  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    list.paste(text) { wording.options(boxes, of: field, matching: $0) }
  }

  mutating func aim(at id: String) -> Key? {
    list.focus(id)
    return .character(" ")
  }

  mutating func reword(walk: Walk, wording: Wording) {
    list.replace(
      with: wording.options(boxes, of: field, matching: list.query)
        .keeping(list.list.focusedID, of: wording.options(boxes, of: field))
    )
  }

  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    walk.give(ticked: given, in: field, isAnswer: isAnswer)
  }

  func rows(width: Int) -> Int { 9 }
  mutating func fit(_ size: Size) { list.fit(size) }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    list.draw(
      on: &canvas,
      focused: focused,
      count: count(wording),
      hint: wording("boxes.search"),
      nothing: wording("search.nothing")
    )
  }

  /// What is ticked, wherever in the list the focus is.
  private func count(_ wording: Wording) -> String {
    guard !list.ticked.isEmpty else { return wording("boxes.none") }
    let names = wording.options(boxes, of: field).filter { list.ticked.contains($0.id) }
      .map(\.label)
    return wording(
      "boxes.count",
      ["count": "\(names.count)", "names": names.joined(separator: ", ")]
    )
  }

  func hints(_ wording: Wording) -> [Hint] {
    [
      Hint(key: wording("keys.letters"), text: wording("hint.search")),
      wording.ticking,
      Hint(key: wording("keys.arrows"), text: wording("hint.choose")),
    ] + (list.query.isEmpty ? [] : [wording.clearing])
  }
}
