#if PostgreSQL
import Foundation
package import Model

extension ServerStore: DeskStore {
  package func begin(_ draft: CaseDraft, _ caller: Caller, by agent: AgentID)
    throws(DeskFailure) -> DeskEntry
  {
    try check(agent)
    let made = try DeskFailure.asking { () throws(StoreFailure) in
      try insert(draft.storable(storable), caller.storable(storable))
    }
    return try entry(made.id)
  }

  package func entry(_ id: CaseID) throws(DeskFailure) -> DeskEntry {
    try DeskFailure.asking { () throws(StoreFailure) in try deskEntry(id).entry }
  }

  package func perform(_ act: DeskAct, on id: CaseID, by agent: AgentID)
    throws(DeskFailure) -> DeskEntry
  {
    try check(agent)
    // Whoever acted in between has changed what the rules go by, so they are asked again.
    for _ in 0..<Self.tries {
      let before = try DeskFailure.asking { () throws(StoreFailure) in try deskEntry(id) }
      let change = try Self.change(act, before, by: agent)
      do throws(ServerTrouble) {
        _ = try self.change("act", change)
      } catch {
        guard error != .stale else { continue }
        throw Self.failure(error, id)
      }
      return try entry(id)
    }
    throw .store(.busy(path: Self.path))
  }

  package func undo(_ id: CaseID, by agent: AgentID) throws(DeskFailure) -> DeskEntry {
    try check(agent)
    do throws(ServerTrouble) {
      _ = try change("undo", Change(id: id))
    } catch {
      throw Self.failure(error, id)
    }
    return try entry(id)
  }

  package func describe(_ caller: Caller, of id: CaseID) throws(DeskFailure) -> DeskEntry {
    let caller = caller.storable(storable)
    let words = CaseWords.words(caller.words)
    do throws(ServerTrouble) {
      _ = try change("describe", Change(id: id, caller: caller, callerWords: words))
    } catch {
      throw Self.failure(error, id)
    }
    return try entry(id)
  }

  package func code(of id: CaseID) -> CaseCode { CaseCode(id, key: codeKey) }

  /// So many times others may be quicker.
  private static let tries = 20

  /// Nobody acts in another's name: the server would write it in the trail as their own.
  private func check(_ agent: AgentID) throws(DeskFailure) {
    guard agent == own else { throw .store(.denied(path: Self.path)) }
  }

  private static func failure(_ trouble: ServerTrouble, _ id: CaseID) -> DeskFailure {
    switch trouble {
    case .noSuchCase: .store(.noSuchCase(id))
    case .nothingToUndo: .refused(.nothingToUndo)
    default: .store(StoreFailure(trouble))
    }
  }

  /// What an act makes of a case, as the server is told it.
  private static func change(_ act: DeskAct, _ before: DeskStanding, by agent: AgentID)
    throws(DeskFailure) -> Change
  {
    let entry = before.entry
    let after: (desk: DeskCase, status: CaseStatus)
    do throws(DeskRefusal) {
      after = try entry.desk.after(
        act,
        on: entry.id,
        in: entry.state,
        by: agent,
        at: before.moment
      )
    } catch {
      throw .refused(error)
    }
    var change = Change(id: entry.id, event: before.event, kind: act.event, desk: after.desk)
    change.status = after.status
    change.rounds = before.content.rounds
    change.moves = act.kind.movesRow
    if act.kind.isUndoable {
      change.former = DeskFormer(
        entry.desk.withoutCaller,
        entry.state.status,
        act.kind,
        by: agent
      )
    }
    switch act {
    case .close(let closing):
      change.outcome = closing.outcome
      change.likeness = closing.likeness
      if change.likeness?.role == nil { change.likeness?.role = after.desk.caller.role }
    case .reopen:
      var content = before.content
      content.beginRound()
      change.rounds = content.following(before.content, on: nil).rounds
      change.soon = Tally.soon
    default: break
    }
    return change
  }
}

/// A case as the desk sees it, and what an act on it needs to know besides.
struct DeskStanding {
  let entry: DeskEntry
  let content: CaseDraft
  /// The last line of the trail about it.
  let event: Int64
  let moment: Timestamp
}
#endif
