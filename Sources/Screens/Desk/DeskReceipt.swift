import Model
import Wording

/// What was done with a case, to be told in one line.
package struct DeskReceipt: Equatable, Sendable {
  private let key: String
  private let code: CaseCode
  /// How the case stands after something was undone.
  private let state: DeskState?
  /// Who got it, as they are called.
  private let login: String?

  /// - Returns: `nil` where the page itself shows what was done.
  init?(_ act: DeskAct, _ entry: DeskEntry, name: (AgentID) -> String?) {
    var login: String?
    switch act {
    case .take, .steal: key = "desk.done.taken"
    case .release: key = "desk.done.released"
    case .park: key = "desk.done.parked"
    case .hand(to: .free): key = "desk.done.toFree"
    case .hand(to: .second): key = "desk.done.toSecond"
    case .hand(to: .colleague(let agent)):
      key = "desk.done.toColleague"
      login = name(agent) ?? "\(agent.rawValue)"
    case .close: key = "desk.done.ended"
    case .hold, .resume, .receive, .reopen: return nil
    }
    (code, state, self.login) = (entry.code, nil, login)
  }

  /// That the last act was undone.
  init(undone entry: DeskEntry) {
    (key, code, state, login) = ("desk.done.undone", entry.code, entry.state, nil)
  }

  /// The line: a text key with its values.
  func told(_ wording: Wording) -> (key: String, values: [String: String]) {
    var values = ["code": "\(code)"]
    if let state { values["state"] = wording(state.textKey) }
    if let login { values["login"] = login }
    return (key, values)
  }
}
