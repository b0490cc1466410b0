package import Model
import Wording

/// What was done with a case, to be told in one line.
package struct DeskReceipt: Equatable, Sendable {
  private let key: String
  private let code: CaseCode
  /// How the case stands after something was undone.
  private let state: DeskState?
  /// Who got it, as they are called.
  private let login: String?
  /// The day somebody looks at it again, of one that is put away.
  private let due: Day?
  /// Whether it can be undone while nobody has touched the case since.
  let canBeUndone: Bool

  /// - Returns: `nil` where the page itself shows what was done.
  init?(_ act: DeskAct, _ entry: DeskEntry, name: (AgentID) -> String?) {
    var login: String?
    var due: Day?
    switch act {
    case .take, .steal: key = "desk.done.taken"
    case .release: key = "desk.done.released"
    case .park:
      due = entry.desk.promise.due
      key = due == nil ? "desk.done.parked" : "desk.done.parkedUntil"
    case .hand(to: .free): key = "desk.done.toFree"
    case .hand(to: .second): key = "desk.done.toSecond"
    case .hand(to: .colleague(let agent)):
      key = "desk.done.toColleague"
      login = name(agent) ?? "\(agent.rawValue)"
    case .close: key = "desk.done.ended"
    case .hold, .resume, .receive, .reopen: return nil
    }
    (code, state, self.login, self.due) = (entry.code, nil, login, due)
    canBeUndone = act.kind.isUndoable
  }

  /// That the last act was undone.
  init(undone entry: DeskEntry) {
    (key, code, state) = ("desk.done.undone", entry.code, entry.state)
    (login, due, canBeUndone) = (nil, nil, false)
  }

  /// Whether it tells that the last act was undone.
  var isUndo: Bool { state != nil }

  /// The line: a text key with its values.
  func told(_ wording: Wording) -> (key: String, values: [String: String]) {
    var values = ["code": "\(code)"]
    if let state { values["state"] = wording(state.textKey) }
    if let login { values["login"] = login }
    if let due { values["day"] = wording.weekday(due) }
    return (key, values)
  }
}

extension Event {
  /// The case whose last act can be undone once this has happened; what is done with it meanwhile ends that, also
  /// where the agent has done it.
  ///
  /// - Parameter former: The case that it was before.
  package func undoable(after former: CaseID?) -> CaseID? {
    let touched: CaseID
    switch self {
    case .desk(.acted(let entry, let done)), .desk(.entry(_, let entry, let done)):
      if done?.canBeUndone == true { return entry.id }
      touched = entry.id
    case .desk(.opened(_, let found, _, _, _, let act?)):
      if act.isUndoable { return found.id }
      touched = found.id
    case .desk(.jotted(let id)), .saved(_, let id): touched = id
    // What cannot be undone is offered no more.
    case .desk(.refused(.nothingToUndo, _)): return nil
    default: return former
    }
    return former == touched ? nil : former
  }
}
