import Wording
import Drawing
import Model

/// An error message as it comes, of any length.
struct MessageField: FieldEditor {
  let field: Field
  private var area: AreaEditor

  init(_ field: Field, walk: Walk) {
    self.field = field
    area = AreaEditor(text: walk.answer(FieldID.messageText)?.value ?? "")
  }

  var given: String? { area.text }
  var takesText: Bool { true }
  /// Whoever comes back to it sees what is kept of it.
  var mayStand: Bool { false }
  // An empty field as high as a large window would be all that is seen of the page.
  var mostRows: Int { 12 }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    // Whoever has pasted a message presses Enter to go on; a line is broken by Ctrl-J.
    if key == .enter { return .takes(QuestionForm.next) }
    return response(area.handle(key == .control("j") ? .enter : key), to: key)
  }

  mutating func paste(_ text: String, walk: Walk, wording: Wording) { _ = area.paste(text) }

  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    let text = area.text
    if isAnswer || !text.isEmpty { walk.read(text, with: wording.content.recogniser) }
  }

  func rows(width: Int) -> Int { 6 }
  mutating func fit(_ size: Size) { area.fit(size) }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    area.draw(on: &canvas, focused: focused)
  }

  func hints(_ wording: Wording) -> [Hint] {
    [Hint(key: "Ctrl-J", text: wording("hint.newLine"), press: .control("j"))]
  }
}
