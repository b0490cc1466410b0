/// What a store in memory keeps of a case at the desk.
package struct MemoryDeskCase: Sendable {
  /// A call that has ended.
  struct Ended: Sendable {
    let outcome: CallOutcome
    let likeness: Likeness
    let day: Day?
    /// Whether the case was taken up again soon after it or after a call before it.
    var wasReopened: Bool
  }

  var desk: DeskCase
  /// The line of the trail by which the queue is ordered.
  var stamp: Int64
  /// How it stood before the last act, with the line of that act.
  var former: (DeskFormer, event: Int64)?
  var ended: [Ended] = []

  /// What the case is found by beside what it holds.
  var words: Set<String> {
    let result = ended.last.map { [":result:\($0.outcome.result.rawValue)"] } ?? []
    return Set(CaseWords.words(desk.caller.words) + result)
  }

  /// The last call, counted.
  var lastTally: Tally? {
    guard let last = ended.last, let day = last.day else { return nil }
    var tally = Tally(Tally.Key(last.outcome, in: Week(of: day)))
    tally.add(last.outcome, wasReopened: last.wasReopened)
    return tally
  }
}

extension MemoryCases {
  /// A case as the desk sees it.
  func deskEntry(
    _ id: CaseID,
    _ fields: [FieldID],
    _ words: CaseWords,
    at moment: Timestamp
  ) throws(StoreFailure) -> DeskEntry {
    guard let found = find(id) else { throw .noSuchCase(id) }
    let desk = desk[id]?.desk ?? DeskCase()
    return DeskEntry(
      found.summary(with: fields, words),
      revision: found.revision,
      desk,
      state: desk.state(found.status, touched: found.updated, at: DeskTime(moment)),
      code: CaseCode(id, key: MemoryCases.key)
    )
  }

  /// No caller rings back about a case that ends with the process.
  static let key: [UInt8] = Array("memory".utf8)

  mutating func perform(
    _ act: DeskAct,
    on id: CaseID,
    by agent: AgentID,
    at moment: Timestamp
  ) throws(DeskFailure) {
    let entry = try DeskFailure.asking { () throws(StoreFailure) in
      try deskEntry(id, [], .plain, at: moment)
    }
    let after: (desk: DeskCase, status: CaseStatus)
    do {
      after = try entry.desk.after(act, on: id, in: entry.state, by: agent, at: moment)
    } catch {
      throw .refused(error)
    }
    if act == .reopen, entry.state.status == .waiting,
      let counted = FollowUps(takenUpOn: moment.day, due: entry.desk.promise.due)
    {
      followUps = (followUps + [counted]).merged
    }
    try DeskFailure.asking { () throws(StoreFailure) in
      try touch(id, at: moment) { content in
        let before = content
        if act == .reopen {
          content.beginRound()
          content = content.following(before, on: moment.day)
        }
        content.status = after.status
      }
    }
    var kept = desk[id] ?? MemoryDeskCase(desk: entry.desk, stamp: events)
    kept.desk = after.desk
    if act.kind.movesRow { kept.stamp = events }
    kept.former =
      act.kind.isUndoable
      ? (DeskFormer(entry.desk, entry.state.status, act.kind, by: agent), events) : nil
    kept.end(act, on: moment.day)
    desk[id] = kept
    forgetCallbacks(on: moment.day)
  }

  /// A case that waits and whose day is over, counted.
  func waiting(_ id: CaseID, on today: Day?) -> FollowUps? {
    guard find(id)?.status == .waiting else { return nil }
    return FollowUps(waitingOn: today, due: desk[id]?.desk.promise.due)
  }

  /// Forgets the numbers whose days are over, and those of cases that are closed or gone.
  mutating func forgetCallbacks(on today: Day?) {
    callbacks = callbacks.filter { id, callback in
      guard let found = find(id), found.status != .closed else { return false }
      return today.map { $0 <= callback.last } ?? true
    }
  }

  mutating func undo(_ id: CaseID, by agent: AgentID, at moment: Timestamp) throws(DeskFailure) {
    guard var kept = desk[id], let (former, event) = kept.former, former.agent == agent,
      isUntouched(id, since: event)
    else { throw .refused(.nothingToUndo) }
    try DeskFailure.asking { () throws(StoreFailure) in
      try touch(id, at: moment) { $0.status = former.status }
    }
    kept.desk = former.desk
    kept.former = nil
    kept.stamp = events
    if former.act == .close { kept.ended.removeLast() }
    desk[id] = kept
  }
}

extension MemoryDeskCase {
  /// Keeps what a call came to, and that a case was taken up again.
  fileprivate mutating func end(_ act: DeskAct, on day: Day?) {
    switch act {
    case .close(let closing):
      ended.append(
        Ended(
          outcome: closing.outcome,
          likeness: closing.likeness,
          day: day,
          wasReopened: ended.last?.wasReopened ?? false
        )
      )
    case .reopen:
      guard let last = ended.last, let left = last.day, let day else { return }
      if day.number - left.number <= Tally.soon { ended[ended.count - 1].wasReopened = true }
    default: break
    }
  }
}
