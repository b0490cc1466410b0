import Drawing
import Model
import SafeText
import Wording

/// The line of a note, below what stands on the screen and stays there: in a call, in the queue and in training.
struct NoteForm: Equatable, Sendable {
  private var line = LineEditor(limit: 300)
  /// Whether it is on the screen; what was put away is there when it is opened again.
  var isOpen: Bool

  static let keep = "keep"

  init(isOpen: Bool = false) { self.isOpen = isOpen }

  var text: String { line.text }
  var isEmpty: Bool { line.isEmpty }

  /// `takes` what is written, by Enter.
  mutating func handle(_ key: Key) -> Response {
    guard key != .enter else { return .takes(Self.keep) }
    return line.handle(key) == .ignored ? .ignored : .stays
  }

  mutating func replace(with text: String) { line.replace(with: text) }
  mutating func wipe() { line.wipe() }

  /// Inserts a pasted text, without what must not be kept.
  mutating func paste(_ text: String, _ wording: Wording) {
    _ = line.paste(text) { wording.content.kept($0, in: nil) }
  }

  /// Takes a line that was written where there is no full screen.
  mutating func write(_ text: String, _ wording: Wording) {
    wipe()
    paste(text, wording)
  }

  /// - Parameter label: What the note is on.
  func draw(on canvas: inout Canvas, row: Int, label: String, _ wording: Wording) {
    let left = canvas.write(label + " ", row: row, column: 0, style: .key)
    let width = max(1, canvas.size.columns - left)
    canvas.region(Rect(row: row, column: left, width: width, height: 1)) {
      line.draw(on: &$0, focused: true)
      if line.isEmpty { $0.write(wording("desk.noteHint"), row: 0, column: 0, style: .muted) }
    }
  }

  /// The same where there is no full screen: a line that is written in the place of a choice.
  ///
  /// - Parameter back: The way out of it; `nil` leads back to the call.
  static func page(
    _ head: [Prose],
    _ wording: Wording,
    back: ChoiceList.Option? = nil
  ) -> Page {
    Page(
      head,
      [back ?? .toCall(wording)],
      writes: .line(wording("desk.plain.note"))
    )
  }
}
