import Wording
import Drawing
import Model
import SafeText

/// An error message as it comes, of any length.
struct MessageField: FieldEditor {
  let field: Field
  private var area: AreaEditor
  /// What was pasted and has no room in the field; it is read with the rest.
  private var unseen = ""
  /// Whether more was pasted than is taken in.
  private var isTorn = false
  /// What is said of that, below the field.
  private var note: String?

  init(_ field: Field, walk: Walk) {
    self.field = field
    area = AreaEditor(text: walk.answer(FieldID.messageText)?.value ?? "")
  }

  var given: String? { area.text + unseen }
  var takesText: Bool { true }
  /// Whoever comes back to it sees what is kept of it.
  var mayStand: Bool { false }
  // An empty field as high as a large window would be all that is seen of the page.
  var mostRows: Int { 12 }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    // Whoever has pasted a message presses Enter to go on; a line is broken by Ctrl-J.
    if key == .enter { return .takes(QuestionForm.next) }
    let outcome = area.handle(key == .control("j") ? .enter : key)
    // Whoever empties the field has taken back all that was pasted.
    if area.isEmpty { (unseen, isTorn, note) = ("", false, nil) }
    return response(outcome, to: key)
  }

  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    // The terminal hands on no more than that, and the last sign may have been of several bytes.
    let isTorn = text.utf8.count > Input.pasteLimit - 4
    let clean = Sanitiser.text(isTorn ? Redaction.untorn(text, at: 0) : text)
    let before = area.count
    _ = area.paste(clean)
    let hasRoom = unseen.utf8.count < Input.pasteLimit
    if area.wasCut, hasRoom {
      unseen.append(contentsOf: clean.dropFirst(max(0, area.count - before)))
    }
    self.isTorn = self.isTorn || isTorn || (area.wasCut && !hasRoom)
    reword(walk: walk, wording: wording)
  }

  mutating func reword(walk: Walk, wording: Wording) {
    let hidden = ["shown": "\(area.count)", "hidden": "\(unseen.count)"]
    let said = [
      unseen.isEmpty ? nil : wording("paste.hidden", hidden),
      isTorn ? wording("paste.torn", ["limit": "\(Input.pasteLimit >> 20)"]) : nil,
    ]
    let told = said.compactMap(\.self).joined(separator: " ")
    note = told.isEmpty ? nil : told
  }

  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    let text = area.text + unseen
    if isAnswer || !text.isEmpty { walk.read(text, with: wording.content.recogniser) }
  }

  func rows(width: Int) -> Int { 6 + noteLines(width: width).count }

  mutating func fit(_ size: Size) { area.fit(areaSize(in: size)) }

  private func noteLines(width: Int) -> [String] {
    note.map { Wrap.lines($0, width: width) } ?? []
  }

  /// The field gets what the note leaves, and in the lowest window at least a row.
  private func areaSize(in size: Size) -> Size {
    let rows = size.rows - noteLines(width: size.columns).count
    return Size(columns: size.columns, rows: min(size.rows, max(1, rows)))
  }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    let size = areaSize(in: canvas.size)
    canvas.region(Rect(row: 0, column: 0, width: size.columns, height: size.rows)) {
      area.draw(on: &$0, focused: focused)
    }
    for (row, line) in noteLines(width: size.columns).enumerated() {
      canvas.write(line, row: size.rows + row, column: 0, style: .warning)
    }
  }

  func hints(_ wording: Wording) -> [Hint] {
    [Hint(key: "Ctrl-J", text: wording("hint.newLine"), press: .control("j"))]
  }
}
