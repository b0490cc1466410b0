package import Wording
package import Drawing
package import Model

/// One case to look at: what it says, and what can be done with it.
package struct RecordScreen: Screen, Equatable {
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
      RecordText(found, wording, on: today).prose,
      buttons: Self.buttons(found, wording),
      focused: Flow.named(found.flow) == nil ? QuestionForm.back : Self.open
    )
  }

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    let response = form.handle(key)
    guard case .takes(let id) = response else { return response }
    switch id {
    case Self.open: return .goes(.open(found.id))
    case Self.delete: return .goes(.deletion(found.id))
    default:
      guard let kind = RecordFile(rawValue: id) else { return back(wording) }
      return .does([kind.write(found, on: today, wording)])
    }
  }

  package func back(_ wording: Wording) -> Response { .goes(.list(list)) }

  /// Goes back to the list, as it is without the case.
  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    guard event == .deleted(found.id) else { return .ignored }
    return .goes(.list(list), after: [.list(list.query)])
  }

  package mutating func aim(at area: HitArea) -> Key? { form.aim(at: area) }

  /// A text goes by three lines.
  package mutating func turnWheel(_ key: Key, wording: Wording) -> Int { 3 }

  package mutating func reword(_ wording: Wording) {
    form.reword(RecordText(found, wording, on: today).prose, buttons: Self.buttons(found, wording))
  }

  package mutating func fit(_ size: Size) { form.fit(size) }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    form.draw(on: &canvas, wording: wording)
  }

  package var scopes: [Scope] { [.reading] }
  package func readable(_ wording: Wording) -> String? { form.text.plain }

  package func title(_ wording: Wording) -> [String] {
    [wording("header.program"), wording("header.records")]
  }

  package func hints(_ wording: Wording) -> [Hint] {
    [wording.scrolling, wording.tabbing, wording.choosing] + wording.hints([.back, .copy])
      + wording.common
  }

  private static let open = "open"
  private static let delete = "delete"

  /// A case of a flow that this program does not have can be read and deleted, but not gone on with.
  private static func buttons(_ found: Case, _ wording: Wording) -> [ButtonRow.Button] {
    let known = Flow.named(found.flow) != nil
    return [.init(id: QuestionForm.back, label: wording("button.back"))]
      + [delete, RecordFile.json.rawValue, RecordFile.text.rawValue].map {
        .init(id: $0, label: wording("button.\($0)"))
      }
      + (known ? [.init(id: open, label: wording("button.open"))] : [])
  }
}

/// A case as a file.
package enum RecordFile: String, CaseIterable, Sendable {
  case text, json

  /// Writes a case to a file whose name has its number.
  package func write(_ found: Case, on today: Day?, _ wording: Wording) -> Effect {
    let stem = "veiviser-\(found.id.rawValue)"
    return switch self {
    case .text: .write(name: "\(stem).txt", text: RecordText(found, wording, on: today).plain)
    case .json: .write(name: "\(stem).json", text: RecordReport(found).json)
    }
  }
}
