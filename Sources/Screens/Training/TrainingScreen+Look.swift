package import Drawing
import Model
import SafeText
package import Wording

/// How a call of training stands on the screen, with the desk's own forms and keys.
extension TrainingScreen {
  package var scopes: [Scope] {
    [.call, .walk] + (place == .end && !note.isOpen ? [.reading] : [])
  }

  package var takesText: Bool {
    note.isOpen || place == .handOver && handing?.isTyping == true
  }

  // MARK: - What is shown

  func formTitle(_ wording: Wording) -> [String] {
    switch place {
    case .handOver: [wording("desk.title.handOver")]
    case .end: [wording("desk.title.wrapUp")]
    default: []
    }
  }

  func formPage(_ wording: Wording) -> Page {
    let head = formTitle(wording).map { Prose.heading($0) }
    guard let matter else { return Page(head) }
    let page = place == .end ? wrapUp?.page(head, matter) : handing?.page(head, matter)
    return page ?? Page(head)
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let size = canvas.size
    let height = rows(of: size)
    let page = Rect(row: 0, column: 0, width: size.columns, height: height)
    switch (place, matter) {
    case (.end, let matter?): canvas.region(page) { wrapUp?.draw(on: &$0, matter) }
    case (.handOver, let matter?): canvas.region(page) { handing?.draw(on: &$0, matter) }
    default: canvas.region(page) { form.draw(on: &$0, wording: wording) }
    }
    guard note.isOpen else { return }
    canvas.hline(row: height)
    note.draw(on: &canvas, row: height + 1, label: wording("desk.note"), wording)
  }

  package mutating func fit(_ size: Size) {
    form.fit(Size(columns: size.columns, rows: rows(of: size)))
  }

  /// The rows that the line of a note, and the rule above it, leave to the page.
  private func rows(of size: Size) -> Int { max(0, size.rows - (note.isOpen ? 2 : 0)) }

  package mutating func aim(at area: HitArea) -> Key? { isForm ? nil : form.aim(at: area) }

  /// What is sent when the call is over, marked so that nobody sends it.
  package func readable(_ wording: Wording) -> String? {
    guard place == .end, !note.isOpen, let matter, let text = wrapUp?.message(matter) else {
      return nil
    }
    return wording("train.notSent") + "\n\n" + text
  }

  package func hints(_ wording: Wording) -> [Hint] {
    guard !note.isOpen else { return wording.noting }
    switch place {
    case .end: return matter.flatMap { wrapUp?.hints($0) } ?? []
    case .handOver: return matter.flatMap { handing?.hints($0) } ?? []
    case .over: return form.hints(wording) + wording.hints([.back]) + wording.common
    default:
      let tools =
        wording.hints([.note, .overview, .handOver]) + [
          Hint(
            key: "^X",
            text: wording("desk.hint.closeCall"),
            press: .control("x")
          )
        ]
      return form.hints(wording) + wording.hints([.back, .help]) + tools
        + wording.hints([.language, .quit])
    }
  }

  package func ownKeys(_ wording: Wording) -> [Hint] {
    guard !note.isOpen else { return wording.noting }
    let keys: [OwnKey]
    switch place {
    case .end: keys = matter.flatMap { wrapUp?.keys($0) } ?? []
    case .handOver: keys = matter.flatMap { handing?.keys($0) } ?? []
    case .acts:
      return page(wording).options.compactMap { option in
        option.key.map { Hint(key: "\($0)", text: option.label) }
      }
    default: return []
    }
    return keys.map { Hint(key: $0.key, text: wording("desk.key.\($0.text)")) }
  }
}
