package import Wording
import Drawing
import Model

/// One case to look at: what it says, and what can be done with it.
package struct RecordScreen: PageScreen {
  let found: Case
  private let today: Day?
  /// The list it was opened from, as it stood.
  let list: CasesScreen
  package var form = ReadingForm(Page([]))

  init(_ found: Case, on today: Day?, from list: CasesScreen) {
    self.found = found
    self.today = today
    self.list = list
  }

  /// A case of a flow that this program does not have can be read and deleted, but not gone on with.
  package func page(_ wording: Wording) -> Page {
    let isKnown = Flow.named(found.flow) != nil
    let files = [RecordFile.text, .json].map(\.rawValue)
    let ids = (isKnown ? [Self.open] : []) + files + [Self.delete, QuestionForm.back]
    return Page(
      RecordText(found, wording, on: today).prose,
      ids.map { .init(id: $0, label: wording("button.\($0)")) },
      focused: isKnown ? nil : QuestionForm.back
    )
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    switch id {
    case Self.open: return .goes(.open(found.id))
    case Self.delete: return .goes(.deletion(found.id))
    default:
      guard let file = RecordFile(rawValue: id) else { return back(wording) }
      return .does([file.write(found, on: today, wording)])
    }
  }

  package func back(_ wording: Wording) -> Response { .goes(.screen(list)) }

  /// Goes back to the list, as it is without the case.
  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    guard event == .deleted(found.id) else { return .ignored }
    return .goes(.screen(list), after: [.list(list.query)])
  }

  package func title(_ wording: Wording) -> [String] {
    [wording("header.program"), wording("header.records")]
  }

  private static let open = "open"
  private static let delete = "delete"
}

/// A case as a file.
enum RecordFile: String {
  case text, json

  /// Writes a case to a file whose name has its number.
  func write(_ found: Case, on today: Day?, _ wording: Wording) -> Effect {
    let stem = "veiviser-\(found.id.rawValue)"
    return switch self {
    case .text: .write(name: "\(stem).txt", text: RecordText(found, wording, on: today).plain)
    case .json: .write(name: "\(stem).json", text: RecordReport(found).json)
    }
  }
}
