import Drawing
import Model
import Wording

/// What can be chosen in a call where there is no full screen.
enum CallChoice: String {
  case hear, noMessage, paste
  case answer, party, typed
  case point, points, next
  /// One of the answers of a point that is opened, by its place.
  case row
  case note, hold, park, handOver, end, similar
  /// Back to what was before.
  case call
  case close, result, confirm, toldBack, flag
  case sees, queue
  case waits, later, sooner
  case give, giveSecond, giveFree, line

  /// What tells it from all others of a page.
  func id(_ value: String) -> String { "\(rawValue).\(value)" }

  /// Reads what ``id(_:)`` gave.
  static func read(_ id: String) -> (choice: CallChoice, value: String)? {
    let parts = id.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let choice = Self(rawValue: String(parts[0])) else { return nil }
    return (choice, String(parts[1]))
  }
}

extension ChoiceList.Option {
  /// - Parameter value: What tells it from others that do the same.
  init(
    _ choice: CallChoice,
    of value: String = "",
    _ label: String,
    isSetOff: Bool = false
  ) {
    self.init(id: choice.id(value), label: label, isSetOff: isSetOff)
  }

  /// Back to the call from what stands beside it.
  static func toCall(_ wording: Wording) -> ChoiceList.Option {
    Self(.call, wording("desk.plain.call"))
  }

  /// A day sooner or later for what is waited for.
  static func moving(_ wording: Wording, isSetOff: Bool = false) -> [ChoiceList.Option] {
    [
      Self(.later, wording("desk.plain.later"), isSetOff: isSetOff),
      Self(.sooner, wording("desk.plain.sooner")),
    ]
  }
}

extension CallChoice {
  /// The keys that do the same on a form; none where none do.
  func keys(_ value: String, _ wording: Wording) -> [Key] {
    func letters(_ text: String) -> [Key] { text.map { .character($0) } }
    return switch self {
    case .close: [.enter]
    case .later: [.right]
    case .sooner: [.left]
    case .result: letters(value)
    // What is chosen from a list is meant, and comes with the result that it belongs to.
    case .confirm where value == Confirmation.seen.rawValue:
      letters("\(DeskResult.solvedConfirmed.rawValue)" + wording("desk.letter.\(value)"))
    case .confirm: letters(wording("desk.letter.\(value)"))
    case .toldBack: letters(wording("desk.letter.toldBack"))
    case .flag: letters("!")
    default: []
    }
  }

  /// Whom a case is given to by it; `nil` where it gives none.
  func recipient(_ value: String) -> Recipient? {
    switch self {
    case .give: UInt32(value).map { .colleague(AgentID(rawValue: $0)) }
    case .giveSecond: .second
    case .giveFree: .free
    default: nil
    }
  }
}
