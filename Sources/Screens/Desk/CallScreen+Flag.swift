import Drawing
import Model
import Wording

/// What an agent says is wrong with what Veiviser says, while the call lasts; the end of the call has it filled in.
extension CallScreen {
  /// Whether `!` says so on this page: where a line is written it is a sign like any other.
  var takesFlag: Bool {
    switch stage {
    case .symptom, .role, .points, .answer: true
    case .question: editor == nil
    case .message, .party, .wrapUp, .park, .handOver: false
    }
  }

  /// Says the next thing to be wrong, and which it is.
  mutating func turnFlag(_ wording: Wording) -> Response {
    flag = DeskFlag.next(after: flag)
    guard let flag else {
      success = ("desk.unflagged", [:])
      return .stays
    }
    success = ("desk.flagged", ["what": wording(flag.textKey)])
    return .stays
  }
}
