import Model
import Wording

/// A call as the forms that end it are filled in from it and drawn, at the desk and in training alike.
///
/// A form keeps what is chosen and typed on it; what becomes of that is for its screen to say.
struct CallMatter: Sendable {
  let walk: Walk
  var caller = Caller()
  /// How whoever takes the case over reaches the caller.
  var reach = HandOverText.Reach.rings
  /// The day the case began, where that is to be told.
  var began: Day?
  /// Whom it can be given to, beside the queue.
  var colleagues: [Colleague] = []
  /// The number of the case, where a command can read it.
  var number: CaseID?
  /// What the caller rings back with.
  let code: String
  /// Whether it is an exercise, where no queue is gone back to and nothing is answered anew.
  var isExercise = false
  /// How it is known that it works now, as far as an exercise tells.
  var works = Confirmation.no
  /// What was found out in an exercise, and which advice was right and on whom it was laid, also where the answers do
  /// not prove it.
  var found: (faults: [Fault], acts: [(action: Action, who: Actor)]) = ([], [])
  let wording: Wording
  /// The words that are read aloud, which need not be in the agent's language.
  let aloud: Wording

  /// What was wrong; `nil` while nothing is known.
  var cause: String? {
    wording.callCause(walk) ?? found.faults.first.map { wording.text(ofCause: $0.rawValue) }
  }

  /// All that is done, and by whom: in an exercise what was advised, and nothing that was not.
  var acts: [String] {
    guard isExercise else { return wording.callActs(walk) }
    return found.acts.map { wording.callAct($0.action, by: $0.who, in: walk) }
  }

  /// How the call ends as its answers say.
  var ended: WrapUp {
    let knowers = wording.content.knowers(of: walk.flow.edition)
    var ended = WrapUp(of: walk, role: caller.role, on: wording.today, knowers: knowers)
    if works != .no { ended.confirm(works) }
    return ended
  }
}

extension CallScreen {
  /// What the forms that end the call are filled in from.
  func matter(_ wording: Wording) -> CallMatter {
    CallMatter(
      walk: walk,
      caller: callerAsTyped,
      reach: callback != nil ? .rungBack : holdSince == nil ? .rings : .waits,
      began: began,
      colleagues: around.colleagues,
      number: number,
      code: code?.description ?? "",
      wording: wording,
      aloud: spoken(wording)
    )
  }
}
