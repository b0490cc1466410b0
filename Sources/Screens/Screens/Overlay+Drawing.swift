import Wording
import Drawing
import Model
import SafeText

extension Overlay {
  func draw(on canvas: inout Canvas, wording: Wording) {
    switch self {
    case .help(let text, _), .why(let text): text.draw(on: &canvas, focused: true)
    case .leave(let row, let about): draw("leave", about: about, row, [:], &canvas, wording)
    case .conflict(let row, let conflict): draw(conflict.kind.stem, row, [:], &canvas, wording)
    case .delete(let row, let id):
      draw("delete", row, ["number": "\(id.rawValue)"], &canvas, wording)
    case .steal(let row, let id, let login):
      draw("steal", row, ["number": "\(id.rawValue)", "login": login], &canvas, wording)
    }
  }

  private func draw(
    _ stem: String,
    about: String? = nil,
    _ buttons: ButtonRow,
    _ values: [String: String],
    _ canvas: inout Canvas,
    _ wording: Wording
  ) {
    let text = TextBlock([
      .heading(wording("\(stem).title", values)), .gap,
      .paragraph(wording(about ?? "\(stem).about", values)),
    ])
    let width = canvas.size.columns
    text.draw(on: &canvas, focused: false)
    canvas.region(Rect(row: text.height(width: width) + 1, column: 0, width: width, height: 3)) {
      buttons.draw(on: &$0, focused: true)
    }
  }

  func hints(_ wording: Wording) -> [Hint] {
    switch self {
    case .help, .why: [wording.scrolling, wording.closing] + wording.common
    case .conflict: [wording.moving, wording.choosing] + wording.common
    case .leave, .delete, .steal:
      [wording.moving, wording.choosing, wording.closing] + wording.common
    }
  }
}
