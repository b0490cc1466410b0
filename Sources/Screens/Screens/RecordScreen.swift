import Drawing
import Model

/// One case to look at: what it says, and what can be done with it.
package struct RecordScreen: Equatable, Sendable {
  let found: Case
  private let today: Day?
  /// The list it was opened from, as it stood.
  let list: CasesScreen
  private(set) var form: ReadingForm

  init(_ found: Case, on today: Day?, from list: CasesScreen, wording: Wording) {
    self.found = found
    self.today = today
    self.list = list
    form = ReadingForm(
      wording.record(found, on: today),
      buttons: Self.buttons(found, wording),
      focused: Flow.named(found.flow) == nil ? QuestionForm.back : Self.open
    )
  }

  /// What a key led to.
  enum Outcome: Equatable {
    case stays
    case ignored
    case back
    case open
    /// The case as text or as JSON, for a file of this name.
    case write(name: String, text: String)
    case delete
  }

  mutating func handle(_ key: Key, wording: Wording) -> Outcome {
    let (pressed, isKnown) = form.handle(key)
    guard let pressed else { return isKnown ? .stays : .ignored }
    switch pressed {
    case Self.open: return .open
    case Self.delete: return .delete
    case Self.text:
      return .write(name: "\(stem).txt", text: wording.text(of: found, on: today))
    case Self.json: return .write(name: "\(stem).json", text: RecordReport(found).json)
    default: return .back
    }
  }

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key? { form.aim(at: area) }

  /// What the files of the case are called.
  private var stem: String { "veiviser-\(found.id.rawValue)" }

  mutating func reword(_ wording: Wording) {
    form.reword(wording.record(found, on: today), buttons: Self.buttons(found, wording))
  }

  mutating func fit(_ size: Size) { form.fit(form.textSize(in: size)) }

  func draw(on canvas: inout Canvas, wording: Wording) { form.draw(on: &canvas, wording: wording) }

  private static let open = "open"
  private static let delete = "delete"
  private static let text = "text"
  private static let json = "json"

  /// A case of a flow that this program does not have can be read and deleted, but not gone on with.
  private static func buttons(_ found: Case, _ wording: Wording) -> [ButtonRow.Button] {
    let known = Flow.named(found.flow) != nil
    return [.init(id: QuestionForm.back, label: wording("button.back"))]
      + [delete, json, text].map { .init(id: $0, label: wording("button.\($0)")) }
      + (known ? [.init(id: open, label: wording("button.open"))] : [])
  }
}
